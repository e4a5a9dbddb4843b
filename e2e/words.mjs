// The words of the pages, from the same catalogues that the program reads: no sentence is typed into a story.

import fs from 'node:fs';
import path from 'node:path';

const catalogues = new Map();

/// What a message says in a language. Where it has a gap, any text fits; where it has plural forms, any of them: it is a pattern for
/// the text of a page.
export function says(world, lang, key) {
  const forms = catalogue(world, lang).get(key);
  if (!forms) throw new Error(`data/text/${lang} has no message "${key}"`);
  return new RegExp(forms.map(pattern).join('|'));
}

/// A message without gaps, as it stands on the page.
export function word(world, lang, key) {
  const [said, ...others] = catalogue(world, lang).get(key) ?? [];
  if (said === undefined || others.length > 0 || said.includes('{')) throw new Error(`"${key}" in ${lang} is no plain message`);
  return said;
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[ \u00a0]/g, '\\s');
const pattern = (form) => form.split(/\{[^}]*\}/).map(escaped).join('[^\\n]*?');

/// Key and forms of every message of a language.
function catalogue(world, lang) {
  if (catalogues.has(lang)) return catalogues.get(lang);
  const messages = new Map();
  const folder = path.join(world.root, 'data/text', lang);
  for (const file of fs.readdirSync(folder)) read(fs.readFileSync(path.join(folder, file), 'utf8'), messages);
  catalogues.set(lang, messages);
  return messages;
}

function read(text, messages) {
  let key;
  for (const line of text.split('\n')) {
    const [, name, value] = line.match(/^([a-z][\w-]*) = (.*)$/) ?? [];
    const [, form] = line.match(/^\s+\*?\[\w+\] (.*)$/) ?? [];
    if (name) {
      key = name;
      messages.set(key, /->\s*$/.test(value) ? [] : [value]);
    } else if (form !== undefined && key) {
      messages.get(key).push(form);
    }
  }
}

// The names of the ruleset in each language, from the same tables the program reads: no name is typed into a story.

import fs from 'node:fs';
import path from 'node:path';

const FOLDER = 'data/rulesets/gsi-2023';

/// The short name of a milestone, by its number.
export function milestone(world, number, lang) {
  const row = rows(world, 'milestones.csv').find(([milestone]) => milestone === String(number));
  return translated(world, row[2], lang);
}

/// The name of a dimension of vulnerability, by its id.
export function dimension(world, id, lang) {
  const toml = fs.readFileSync(path.join(world.root, FOLDER, 'ruleset.toml'), 'utf8');
  const [, name] = toml.match(new RegExp(`id = "${id}"\\s+name = "([^"]+)"`));
  return translated(world, name, lang);
}

function translated(world, text, lang) {
  if (lang === 'en') return text;
  const row = rows(world, `text/${lang}.csv`).find(([original]) => original === text);
  if (!row) throw new Error(`${FOLDER}/text/${lang}.csv has no translation of "${text}"`);
  return row[1];
}

/// The rows of a table after its heading. Cells hold no line breaks; quoted ones may hold commas and doubled quotes.
function rows(world, table) {
  const lines = fs.readFileSync(path.join(world.root, FOLDER, table), 'utf8').trim().split(/\r?\n/).slice(1);
  return lines.map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)]
    .map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare));
}

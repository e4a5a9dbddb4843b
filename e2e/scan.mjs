// Looks for planted texts in whatever was left on a disk.

import fs from 'node:fs';
import path from 'node:path';

/// Where one of the texts stands in a file below `folder`, in any form a program might keep it in.
export function scan(folder, texts) {
  const needles = texts.flatMap((text) => forms(text).map(([form, bytes]) => ({ text, form, bytes })));
  const findings = [];
  for (const file of files(folder)) {
    const content = fs.readFileSync(file);
    for (const { text, form, bytes } of needles) {
      if (content.includes(bytes)) findings.push(`${path.relative(folder, file)}: "${text}" as ${form}`);
    }
  }
  return findings;
}

/// Every file below a folder.
export function files(folder) {
  const entries = fs.readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}

function forms(text) {
  const utf8 = Buffer.from(text);
  const utf16 = Buffer.from(text, 'utf16le');
  const address = encodeURIComponent(text);
  const unicode = [...text].map((sign) => `\\u${sign.codePointAt(0).toString(16).padStart(4, '0')}`).join('');
  const plain = [
    ['UTF-8', utf8],
    ['UTF-16 LE', utf16],
    ['UTF-16 BE', Buffer.from(utf16).swap16()],
    ['an address', Buffer.from(address)],
    ['an address', Buffer.from(address.toLowerCase())],
    ['JSON', Buffer.from(unicode)],
    ['hexadecimal', Buffer.from(utf8.toString('hex'))],
  ];
  return [...plain, ...base64('UTF-8', utf8), ...base64('UTF-16 LE', utf16)];
}

/// Base64 has three ways to begin in the middle; the signs at the ends depend on what stands beside.
function base64(of, bytes) {
  return [0, 1, 2].map((before) => {
    const padded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64').replace(/=+$/, '');
    return [`base64 of ${of}`, Buffer.from(padded.slice(before === 0 ? 0 : before + 1, -1))];
  });
}

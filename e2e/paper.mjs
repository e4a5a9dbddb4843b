// Paper: what poppler reads in a PDF.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/// The text of a PDF file.
export async function textOf(file) {
  return (await run('pdftotext', ['-enc', 'UTF-8', file, '-'])).stdout;
}

/// What pdfinfo says, by its own names: "Pages", "Tagged", ...
export async function factsOf(file) {
  const { stdout } = await run('pdfinfo', [file]);
  return Object.fromEntries(stdout.split('\n').map((line) => line.split(/:\s+(.*)/).slice(0, 2)));
}

/// Each page as a picture beside the file.
export async function draw(file) {
  await run('pdftoppm', ['-r', '80', '-png', file, file.replace(/\.pdf$/, '')]);
}

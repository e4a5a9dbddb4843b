// The stories of Pana, told in a real browser against a real server.
//
//   PANA=<binary> ARTEFACTS=<folder> node run.mjs [WORD]     only the stories whose name holds WORD
//
// Pictures (unless PICTURES=no), printed pages and summary.txt go to ARTEFACTS. The last line is "N passed, N failed".

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

import { BINARY, FLAGS, NO_OTHER_HOST } from './browser.mjs';
import { start } from './server.mjs';
import { tell } from './teller.mjs';

const STORIES = ['report', 'door', 'address', 'link', 'snapshot', 'font', 'series', 'estimate', 'room', 'passkey', 'intake', 'plan', 'places', 'attachment', 'record', 'keyboard', 'script', 'print', 'page', 'zoom'];

// Two pages at a time: the machine has two cores.
const AT_ONCE = 2;

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const binary = process.env.PANA ?? path.join(root, 'target/release/pana');
const artefacts = path.resolve(process.env.ARTEFACTS ?? path.join(root, 'target/e2e'));
const only = process.argv[2];

// What an earlier run saw must not be taken for what this one did.
for (const kept of ['pages', 'paper', 'summary.txt']) fs.rmSync(path.join(artefacts, kept), { recursive: true, force: true });
fs.mkdirSync(artefacts, { recursive: true });
const server = await start(binary);
const browser = await chromium.launch({ executablePath: BINARY, args: [...FLAGS, NO_OTHER_HOST] });
// A second house, for stories that fill one with what others should not meet.
let second;
const secondHouse = () => (second ??= start(binary));
let failed = 1;
try {
  const world = { base: server.base, server, browser, artefacts, root, binary, secondHouse };
  const stories = [];
  for (const noun of STORIES) {
    const { stories: told } = await import(`./stories/${noun}.mjs`);
    stories.push(...(await told(world)).map(([name, play]) => ({ name: `${noun}: ${name}`, play })));
  }
  failed = await tell(stories.filter((story) => !only || story.name.includes(only)), world, AT_ONCE);
} finally {
  await browser.close();
  await server.stop();
  await (await second)?.stop();
}
process.exit(failed === 0 ? 0 : 1);

// Tells stories, a few at a time, and writes down how each ended.

import fs from 'node:fs';
import path from 'node:path';

// A story that takes longer has lost its way; the longest (an estimate from table to country page, read in three languages)
// takes 100 s on two idle cores.
const PATIENCE = 300_000;

/// Plays every story and returns how many failed. The last line is the one that `.ci/run` and its readers look for.
export async function tell(stories, world, atOnce) {
  const began = Date.now();
  const lines = [];
  const say = (line) => (lines.push(line), console.log(line));
  const queue = [...stories];
  let failed = 0;
  const teller = async () => {
    for (let story = queue.shift(); story; story = queue.shift()) {
      const from = Date.now();
      const fault = await play(story, world);
      if (fault) failed += 1;
      say(`${fault ? 'FAILED' : 'ok'}  ${story.name} (${seconds(from)})${fault ? `\n${indent(fault)}` : ''}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, teller));
  say(`\nThe stories took ${seconds(began)}; what was seen is in ${world.artefacts}`);
  say(`${stories.length - failed} passed, ${failed} failed`);
  fs.writeFileSync(path.join(world.artefacts, 'summary.txt'), `${lines.join('\n')}\n`);
  return failed;
}

/// What went wrong, or nothing.
async function play(story, world) {
  let late;
  const patience = new Promise((_, reject) => {
    late = setTimeout(() => reject(new Error(`not finished after ${PATIENCE / 1000} s`)), PATIENCE);
  });
  try {
    await Promise.race([story.play(world), patience]);
    return undefined;
  } catch (error) {
    // A finding says what is wrong by itself; anything else needs the place in the story where it happened.
    return error.code === 'ERR_ASSERTION' ? error.message : error.stack;
  } finally {
    clearTimeout(late);
  }
}

const seconds = (from) => `${((Date.now() - from) / 1000).toFixed(1)} s`;
const indent = (text) => text.split('\n').slice(0, 40).map((line) => `        ${line}`).join('\n');

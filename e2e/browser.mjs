// How Chromium is started.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { chromium } from 'playwright-core';

export const BINARY = '/usr/bin/chromium';

export const FLAGS = [
  '--no-sandbox', // root in a container has no other way
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/// Whatever a page might ask of another host fails, and the story that watches requests says which.
export const NO_OTHER_HOST = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost';

/// Starts Chromium as a person has it, not as a test does: with a profile on disk, its history, its caches, and the pages that it keeps
/// ready for the button "Back". Ends it the hard way when the story is told; then `after` looks at what it left on the disk.
export async function asPerson(rules, story, after = () => {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pana-person-'));
  const [profile, temporary] = ['profile', 'tmp'].map((name) => path.join(folder, name));
  for (const made of [profile, temporary]) fs.mkdirSync(made);
  const flags = [...FLAGS, rules, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'];
  const env = { ...process.env, HOME: folder, TMPDIR: temporary, XDG_CACHE_HOME: folder, XDG_CONFIG_HOME: folder };
  const child = spawn(BINARY, flags, { stdio: 'ignore', detached: true, env });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  try {
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await port(profile)}`);
    const page = browser.contexts()[0].pages()[0];
    page.setDefaultTimeout(30_000);
    const told = await story(page);
    // What a browser holds back for a moment comes to the disk: Chromium writes its history every ten seconds.
    await new Promise((resolve) => setTimeout(resolve, 11_000));
    process.kill(-child.pid, 'SIGKILL');
    await gone;
    await after(folder, told);
  } finally {
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL');
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/// The port it chose for us.
async function port(profile) {
  const file = path.join(profile, 'DevToolsActivePort');
  for (let tries = 0; tries < 300; tries += 1) {
    if (fs.existsSync(file)) {
      const [first] = fs.readFileSync(file, 'utf8').split('\n');
      if (first) return Number(first);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('Chromium did not start');
}

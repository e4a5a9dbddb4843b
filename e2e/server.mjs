// The program under test: a demonstration in a folder of its own, on a port nobody else has.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';

/// Starts `pana demo` and waits for the line that says where it serves.
export async function start(binary) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pana-e2e-'));
  // Port 0: the system picks a free one, so that two runs at once do not meet.
  const args = ['demo', '--data', path.join(folder, 'data'), '--listen', '127.0.0.1:0', '--json'];
  const child = spawn(binary, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let complaints = '';
  child.stderr.on('data', (text) => (complaints += text));
  const gone = new Promise((resolve) => {
    child.on('exit', resolve);
    child.on('error', (error) => ((complaints += error.message), resolve()));
  });

  const stop = async () => {
    child.kill('SIGTERM');
    // It has nothing to save; one that does not hear is ended.
    const deaf = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await gone;
    clearTimeout(deaf);
    fs.rmSync(folder, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop().then(() => process.exit(1)));

  const first = await Promise.race([nextLine(child.stdout), gone.then(() => undefined), patience(60_000)]);
  if (first === undefined) {
    await stop();
    throw new Error(`${binary} demo did not begin to serve. It said: ${complaints || 'nothing'}`);
  }
  const { url, accounts } = JSON.parse(first);
  return { base: new URL(url).origin, accounts, stop, complaints: () => complaints };
}

function nextLine(stream) {
  return new Promise((resolve) => readline.createInterface(stream).once('line', resolve));
}

function patience(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, undefined).unref());
}

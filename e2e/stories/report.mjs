// The whole report in your hand: the folder of `pana publish` on a plain file server, kept by the browser, read with the
// network cut.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';

import { audit } from '../audit.mjs';
import { nothing } from '../visit.mjs';

const KINDS = { html: 'text/html; charset=utf-8', css: 'text/css', js: 'text/javascript', json: 'application/json', svg: 'image/svg+xml',
  png: 'image/png', woff2: 'font/woff2', pdf: 'application/pdf', webmanifest: 'application/manifest+json' };
// A country's report must fit on any phone (issue: under 10 MB).
const MOST = 10_000_000;

export function stories(world) {
  return [['the report is published, kept by a phone and read without a network', () => report(world)]];
}

async function report(world) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'pana-report-'));
  const folder = path.join(home, 'report');
  try {
    const told = JSON.parse(execFileSync(world.binary, ['publish', folder, '--json'], { cwd: home, encoding: 'utf8' }));
    assert.ok(told.bytes < MOST, `the report has ${told.bytes} bytes`);
    holdsEveryFigure(folder, world.binary, home);
    leadsNowhereElse(folder);
    const host = await serve(folder);
    try {
      await onAPhone(world, host);
    } finally {
      host.close();
    }
  } finally {
    fs.rmSync(home, { recursive: true, force: true });
  }
}

/// Every observation about the country stands in the folder, in every language.
function holdsEveryFigure(folder, binary, cwd) {
  const rows = JSON.parse(execFileSync(binary, ['observations', '--place', 'KZ', '--json'], { cwd, encoding: 'utf8', maxBuffer: 1 << 28 }));
  const counted = rows.filter((row) => row.unit !== 'rating');
  assert.ok(counted.length > 100);
  for (const lang of ['en', 'ru', 'kk']) {
    const pages = path.join(folder, lang, 'indicators');
    const shown = new Set(fs.readdirSync(pages).flatMap((name) => {
      return [...fs.readFileSync(path.join(pages, name), 'utf8').matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    }));
    const missing = counted.filter((row) => !shown.has(row.obs_id));
    assert.deepEqual(missing.map((row) => row.obs_id), [], `figures that ${lang} lacks`);
  }
}

/// Every link of every page leads to a file of the folder and to an anchor in it.
function leadsNowhereElse(folder) {
  const pages = fs.readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.html'));
  const anchors = new Map(pages.map((name) => {
    const html = fs.readFileSync(path.join(folder, name), 'utf8');
    return [path.resolve(folder, name), { html, ids: new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)) }];
  }));
  const findings = [];
  for (const [file, { html }] of anchors) {
    for (const [, target] of html.matchAll(/ (?:href|src|action)="([^"]*)"/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      const [name, anchor] = target.replaceAll('&#38;', '&').split('#');
      const there = name === '' ? file : path.resolve(path.dirname(file), decodeURIComponent(name.split('?')[0]));
      if (!fs.existsSync(there)) findings.push(`${path.relative(folder, file)}: ${target}`);
      else if (anchor && anchors.has(there) && !anchors.get(there).ids.has(anchor)) findings.push(`${path.relative(folder, file)}: ${target}`);
    }
  }
  nothing([...new Set(findings)].slice(0, 20));
}

async function onAPhone(world, host) {
  const context = await world.browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'kk' });
  try {
    const page = await context.newPage();
    const complaints = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(`${host.url}/`);
    await page.waitForURL(/\/kk\/index\.html$/);
    await page.evaluate(async () => {
      const kept = await navigator.serviceWorker.ready;
      if (kept.active.state !== 'activated') await new Promise((done) => kept.active.addEventListener('statechange', done));
    });
    for (const name of ['kk/index.html', 'en/claims/CL01.html', 'ru/indicators/sss.recipients.html', 'en/search.html']) {
      await page.goto(`${host.url}/${name}`);
      nothing((await audit(page)).map((line) => `${name}: ${line}`));
    }
    assert.deepEqual(complaints, []);

    // The host is gone and the network is cut.
    host.close();
    await context.setOffline(true);
    await page.goto(`${host.url}/en/countries/KAZ/2023.html`);
    assert.ok((await page.locator('main').innerText()).includes('208,000'));
    await page.goto(`${host.url}/en/search.html?q=crisis+centre`);
    await page.locator('#results .result').first().waitFor();
    await page.locator('#results a').first().click();
    await page.waitForURL(/\/en\/(?!search)/);
    assert.ok((await page.locator('h1').count()) === 1);
    await page.goto(`${host.url}/ru/search.html?q=рабств`);
    await page.locator('#results .result').first().waitFor();
  } finally {
    await context.close();
  }
}

/// A host that knows nothing but files.
async function serve(folder) {
  const server = http.createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    const file = path.join(folder, name.endsWith('/') ? `${name}index.html` : name);
    if (!file.startsWith(folder) || !fs.existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': KINDS[path.extname(file).slice(1)] ?? 'application/octet-stream' });
    return fs.createReadStream(file).pipe(response);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const close = () => (server.closeAllConnections(), server.close());
  return { url: `http://127.0.0.1:${server.address().port}`, close };
}

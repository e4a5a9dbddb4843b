// A hidden number: an open table is loaded, watched, read on a desk and on a phone, taken away, entered, seen on the page of
// the country, and withdrawn. Nothing of it needs scripts.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

import { audit } from '../audit.mjs';
import { keep } from '../picture.mjs';
import { LANGUAGES } from '../site.mjs';
import { plain } from '../text.mjs';
import { nothing, open, visit } from '../visit.mjs';
import { overflow } from '../width.mjs';

const DESK = { viewport: { width: 1280, height: 900 }, javaScriptEnabled: false, acceptDownloads: true };
// Another country than that of most stories: what they count stays as it is.
const COUNTRY = { label: 'Kyrgyzstan', page: '/en/countries/KGZ/2023' };
const LONGEST_WAIT = 180_000;

export function stories(world) {
  return [
    ['from an open table to the page of the country and back', () => wholeWay(world)],
    ['a broken table is refused with its line and column', () => refused(world)],
    ['an estimate that runs can be cancelled', () => cancelled(world)],
  ];
}

async function wholeWay(world) {
  const address = await visit(world, DESK, async (page) => {
    const address = await loadExample(page);
    await page.locator('#methods svg.forest').first().waitFor({ timeout: LONGEST_WAIT });
    const said = plain(await page.locator('main .lead').first().innerText());
    assert.match(said, /^Between [\d,]+ and [\d,]+ people in all, depending on the method\.$/);
    const rows = await page.locator('#methods table tbody tr').count();
    assert.ok(rows >= 9, `${rows} methods are listed`);
    await takes(page, world);
    await enters(page);
    return address;
  });
  for (const lang of LANGUAGES) await reads(world, lang, address);
  await visit(world, DESK, async (page) => {
    await open(page, COUNTRY.page);
    const own = plain(await page.locator('#own').innerText());
    assert.ok(own.includes('own estimate') && /[\d,]+ to [\d,]+/.test(own), own);
    await keep(page, world, 'estimate-country');
    await withdraws(page);
  });
}

/// Loads the table of an example and comes to the page of its estimate.
async function loadExample(page) {
  await open(page, '/en/estimates');
  await page.locator('button[value="kosovo_1999"]').click();
  await page.waitForURL(/\/estimates\/[0-9a-f]{32}$/);
  // The page that waits asks again by itself; what it says is said without scripts.
  return new URL(page.url()).pathname.replace(/^\/en/, '');
}

async function takes(page, world) {
  const get = async (ending) => {
    const answer = await page.request.get(`${page.url()}.${ending}`);
    assert.equal(answer.status(), 200, ending);
    return answer.body();
  };
  const pdf = await get('pdf');
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
  fs.mkdirSync(path.join(world.artefacts, 'paper'), { recursive: true });
  fs.writeFileSync(path.join(world.artefacts, 'paper', 'estimate.pdf'), pdf);
  const told = JSON.parse((await get('json')).toString());
  assert.equal(told.observed, 4400);
  assert.ok(told.results.every((result) => result.gates && result.settings), 'each result has its gates and settings');
  assert.ok((await get('html')).toString().includes('<svg'));
  assert.ok((await get('csv')).toString().startsWith('method,estimate,'));
}

async function enters(page) {
  await page.locator('#enter select[name="method"]').selectOption('bma');
  await page.locator('#enter select[name="place"]').selectOption({ label: COUNTRY.label });
  await page.locator('#period').fill('1999');
  await page.locator('#by').fill('A. Reader');
  await page.locator('#enter button').click();
  await page.waitForURL(/\/observations\/EST-\d+$/);
  const fact = plain(await page.locator('main').innerText());
  for (const said of ['Model averaging', 'kosovo_1999.csv', 'A. Reader', 'EXH, ABA, OSCE, HRW']) {
    assert.ok(fact.includes(said), `the page of the fact does not say ${said}`);
  }
}

async function withdraws(page) {
  await page.locator('#own a.figure').first().click();
  await page.locator('summary', { hasText: 'Withdraw it' }).click();
  await page.locator('#withdraw-by').fill('A. Reader');
  await page.locator('#withdraw-why').fill('only a test');
  await page.locator('#made button').click();
  await page.waitForLoadState();
  assert.ok(plain(await page.locator('#made').innerText()).includes('by A. Reader: only a test'));
  await open(page, COUNTRY.page);
  assert.equal(await page.locator('#own').count(), 0, 'what was withdrawn still stands on the page');
}

/// The answer on a desk and on a phone, light and dark: it fits, and axe-core finds nothing.
async function reads(world, lang, address) {
  for (const [name, viewport] of [['desk', DESK.viewport], ['phone', { width: 390, height: 844 }]]) {
    await visit(world, { viewport }, async (page, complaints) => {
      await open(page, `/${lang}${address}`);
      const findings = [...(await overflow(page)), ...(await audit(page)), ...complaints];
      await keep(page, world, `${lang}-estimate-${name}`);
      await page.emulateMedia({ colorScheme: 'dark' });
      findings.push(...(await audit(page, ['color-contrast'])).map((line) => `dark: ${line}`));
      await keep(page, world, `${lang}-estimate-${name}-dark`);
      nothing(findings);
    });
  }
}

async function refused(world) {
  await visit(world, DESK, async (page) => {
    await open(page, '/en/estimates');
    await page.locator('#text').fill('a,b,count\n1,0,5\n0,1,many\n1,1,2\n');
    await page.locator('#load button').first().click();
    const said = plain(await page.locator('[role="alert"]').innerText());
    assert.ok(said.includes('Line 3, column count.') && said.includes('many'), said);
    assert.ok((await page.locator('#text').inputValue()).includes('0,1,many'), 'what was pasted is gone');
    await keep(page, world, 'estimate-refused');
  });
}

async function cancelled(world) {
  await visit(world, DESK, async (page) => {
    await open(page, '/en/estimates');
    await page.locator('#file').setInputFiles(path.join(world.root, 'data/examples/capture/kosovo_1999.csv'));
    await page.locator('#load summary').click();
    await page.locator('#replicates').fill('10000');
    await page.locator('#load button').first().click();
    await page.locator('form[action$="/cancel"] button').click();
    await page.getByText('Nothing of it was kept.').waitFor({ timeout: LONGEST_WAIT });
  });
}

// From decision to exit: an extension that a worker asks for and the head grants, a consent that is taken back, a refusal with its path
// to appeal. Without scripts, in three languages, on a telephone; every page is audited.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

import { audit } from '../audit.mjs';
import { as } from '../room.mjs';
import { LANGUAGES } from '../site.mjs';
import { nothing, open } from '../visit.mjs';
import { overflow } from '../width.mjs';

const PHONE = { viewport: { width: 390, height: 844 } };
const DESK = { viewport: { width: 1280, height: 900 } };

/// The pages of a case that a worker opens; each is looked at and audited.
const PAGES = ['', '/consents', '/consents/new', '/life-threat', '/decisions', '/decisions/assessment', '/decisions/eligibility', '/plan',
  '/plan/new', '/services', '/days', '/clock', '/exit', '/exit/new'];

export function stories(world) {
  return [
    ['a worker asks for more months, the head grants them', () => extension(world)],
    ['a consent is given and taken back', () => withdrawal(world)],
    ['a refusal names its reason and where to appeal', () => refusal(world)],
    ...LANGUAGES.map((lang) => [`every page of a case is sound in ${lang}`, () => looks(world, lang)]),
  ];
}

/// The address of a case that is no child's: of a grown-up person whose consent is her own.
async function adult(page, lang = 'en') {
  await open(page, `/${lang}/casework`);
  return page.locator('.cases a', { hasText: 'Самал' }).first().getAttribute('href');
}

async function send(page) {
  await page.locator('main form.form button').first().click();
  await page.waitForLoadState();
}

async function extension(world) {
  const address = await as(world, 'case_worker', PHONE, async (page) => {
    const address = await adult(page);
    await open(page, `${address}/clock/start`);
    await send(page);
    assert.match(await page.locator('.sentence').innerText(), /Day 1 of \d+: 6 months/);
    await open(page, `${address}/clock/extension`);
    await page.locator('#ground-criminal_proceedings').check();
    await page.locator('#months').fill('4');
    await page.locator('#evidence').fill('No. 12');
    await send(page);
    assert.match(await page.locator('#months-fault').innerText(), /more than the maximum/);
    assert.equal(await page.locator('#evidence').inputValue(), 'No. 12', 'what was typed stays');
    await page.locator('#months').fill('3');
    await send(page);
    assert.match(await page.locator('main').innerText(), /Waits for the head/);
    await keep(page, world, 'plan-extension-asked-en-390');
    return address;
  });
  await as(world, 'head', PHONE, async (page) => {
    await open(page, `${address}/clock`);
    await page.locator('button[value=grant]').click();
    await page.waitForLoadState();
    assert.match(await page.locator('.sentence').innerText(), /9 months/);
    await keep(page, world, 'plan-extension-granted-en-390');
  });
}

async function withdrawal(world) {
  await as(world, 'case_worker', PHONE, async (page) => {
    const address = await adult(page);
    await open(page, `${address}/consents/new`);
    await page.locator('#purpose').selectOption('medical');
    await page.locator('#recipient_kind').selectOption('health');
    await page.locator('#recipient').fill('Invented clinic');
    await page.locator('#classes-health').check();
    await page.locator('#form-oral_with_witness').check();
    await page.locator('#witness').fill('Somebody else');
    await page.locator('#language').fill('uz');
    await page.locator('#act').selectOption('personal_data');
    await send(page);
    assert.match(await page.locator('.consent').first().innerText(), /In force/);
    await page.locator('.consent a[href$="/given"]').first().click();
    await page.locator('#classes-health').check();
    await send(page);
    await page.locator('.consent a[href$="/withdraw"]').first().click();
    assert.match(await page.locator('main').innerText(), /Invented clinic: Health/);
    await keep(page, world, 'plan-withdrawal-en-390');
    await send(page);
    assert.match(await page.locator('.consent').first().innerText(), /Withdrawn/);
    await open(page, address);
    assert.match(await page.locator('.timeline').innerText(), /Invented clinic to delete: Health/);
    await keep(page, world, 'plan-due-en-390');
  });
}

async function refusal(world) {
  await as(world, 'case_worker', PHONE, async (page) => {
    const address = await adult(page);
    await open(page, `${address}/decisions/assessment`);
    for (const criterion of [1, 2, 3]) await page.locator(`#criterion-${criterion}-no`).check();
    await send(page);
    await open(page, `${address}/decisions/eligibility`);
    assert.equal(await page.locator('#reason option').count(), 5, 'four lawful reasons, and none chosen');
    await page.locator('#outcome-refused').check();
    await page.locator('#body').fill('Invented department');
    await page.locator('#reason').selectOption('criteria_not_shown');
    await send(page);
    assert.match(await page.locator('#appeal_body-fault').innerText(), /where and how to appeal/);
    await page.locator('#appeal_body').fill('Invented court');
    await page.locator('#appeal_how').fill('in writing');
    await send(page);
    const said = await page.locator('main').innerText();
    assert.match(said, /Invented court/);
    assert.match(said, /Not verified/, 'what nobody confirmed of the law is marked');
    await keep(page, world, 'plan-refusal-en-390');
    await page.locator('a[href$="/decisions/appeal"]').click();
    await page.locator('#body').fill('Invented court');
    await send(page);
    assert.match(page.url(), /\/decisions$/);
  });
}

async function looks(world, lang) {
  for (const size of [PHONE, DESK]) {
    for (const colorScheme of ['light', 'dark']) {
      await as(world, 'case_worker', { ...size, colorScheme }, async (page) => {
        const address = (await adult(page, lang)).replace(/^\/[a-z]+\//, `/${lang}/`);
        for (const below of PAGES) {
          await open(page, `${address}${below}`);
          assert.doesNotMatch(await page.locator('body').innerText(), /\[[a-z]+(-[a-z]+)+\]/, `${below}: a missing message`);
          nothing(await overflow(page));
          await keep(page, world, `plan${below.replaceAll('/', '-')}-${lang}-${size.viewport.width}-${colorScheme}`);
        }
      });
    }
  }
  // The audit is a script of ours: it needs a window that has them.
  await as(world, 'case_worker', { ...DESK, javaScriptEnabled: true }, async (page) => {
    const address = (await adult(page, lang)).replace(/^\/[a-z]+\//, `/${lang}/`);
    for (const below of PAGES) {
      await open(page, `${address}${below}`);
      nothing(await audit(page));
    }
  });
}

async function keep(page, world, name) {
  const folder = path.join(world.artefacts, 'pages');
  fs.mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.jpg`), fullPage: true, type: 'jpeg', quality: 80 });
}

// From decision to exit: an extension that a worker asks for and the head grants, a consent that is taken back, a refusal with its path
// to appeal. Without scripts, in three languages, on a telephone; every page is audited.

import assert from 'node:assert/strict';

import { audit } from '../audit.mjs';
import { adult, desk } from '../desk.mjs';
import { keep } from '../picture.mjs';
import { as, caseNamed, cookies } from '../room.mjs';
import { LANGUAGES } from '../site.mjs';
import { nothing, open } from '../visit.mjs';
import { overflow } from '../width.mjs';
import { says, word } from '../words.mjs';

const PHONE = { viewport: { width: 390, height: 844 } };
const DESK = { viewport: { width: 1280, height: 900 } };

/// A message that is missing stands in brackets.
const MISSING = /\[[a-z]+(-[a-z]+)+\]/;

/// The pages of a case that a worker opens; each is looked at and audited.
const PAGES = ['', '/consents', '/consents/new', '/life-threat', '/decisions', '/decisions/assessment', '/decisions/eligibility', '/plan',
  '/plan/new', '/services', '/days', '/clock', '/exit', '/exit/new'];

export function stories(world) {
  return LANGUAGES.flatMap((lang) => [
    [`a worker asks for more months, the head grants them, in ${lang}`, () => extension(world, lang)],
    [`a consent is given and taken back, in ${lang}`, () => withdrawal(world, lang)],
    [`a refusal names its reason and where to appeal, in ${lang}`, () => refusal(world, lang)],
    [`every page of a case is sound in ${lang}`, () => looks(world, lang)],
  ]);
}

/// The address of a case of the demonstration that is no child's: of a grown-up person whose consent is her own.
function grownUp(page, lang = 'en') {
  return caseNamed(page, 'Самал', lang);
}

/// The address of a case that only this story knows.
const newCase = async (world, lang) => adult(desk(world, await cookies(world, 'case_worker')), lang, `Bunting ${lang}`);

async function send(page) {
  await page.locator('main form.form button').first().click();
  await page.waitForLoadState();
}

/// Pages as they are after what was done: nothing is wider than a telephone, nothing is missing, the audit finds nothing.
async function sound(world, role, addresses) {
  await as(world, role, { ...PHONE, javaScriptEnabled: true }, async (page) => {
    for (const address of addresses) {
      await open(page, address);
      assert.doesNotMatch(await page.locator('body').innerText(), MISSING, `${address}: a missing message`);
      nothing(await overflow(page));
      nothing(await audit(page));
    }
  });
}

async function extension(world, lang) {
  const address = await newCase(world, lang);
  const text = (key) => says(world, lang, key);
  await as(world, 'case_worker', PHONE, async (page) => {
    await open(page, `${address}/clock/start`);
    await send(page);
    const sentence = await page.locator('.sentence').innerText();
    assert.match(sentence, text('clock-sentence-running'));
    assert.match(sentence, /\b6\b/);

    await open(page, `${address}/clock/extension`);
    await page.locator('#ground-criminal_proceedings').check();
    await page.locator('#months').fill('4');
    // A browser would not send an empty field; spaces say as little.
    await page.locator('#evidence').fill('  ');
    await send(page);
    assert.match(await page.locator('#evidence-fault').innerText(), text('clock-no-evidence'), 'evidence is asked for');
    await page.locator('#evidence').fill('№ 12');
    await send(page);
    assert.match(await page.locator('#months-fault').innerText(), text('clock-refusal-over-maximum'), 'nine months are the most');
    assert.equal(await page.locator('#evidence').inputValue(), '№ 12', 'what was typed stays');
    await page.locator('#months').fill('3');
    await send(page);
    const asked = await page.locator('main').innerText();
    assert.match(asked, text('extension-waits'));
    assert.match(asked, /№ 12/);
    assert.match(await page.locator('.sentence').innerText(), /\b6\b/, 'asking grants nothing');
    assert.equal(await page.locator('button[value=grant]').count(), 0, 'who asks does not answer');
    await keep(page, world, `plan-extension-asked-${lang}-390`);
  });
  await as(world, 'head', PHONE, async (page) => {
    await open(page, `${address}/clock`);
    await page.locator('button[value=grant]').click();
    await page.waitForLoadState();
    assert.match(await page.locator('.sentence').innerText(), /\b9\b/);
    assert.match(await page.locator('main').innerText(), text('extension-granted'));
    await keep(page, world, `plan-extension-granted-${lang}-390`);
  });
  await as(world, 'case_worker', PHONE, async (page) => {
    await open(page, `${address}/clock/extension`);
    await page.locator('#ground-criminal_proceedings').check();
    await page.locator('#months').fill('1');
    await page.locator('#evidence').fill('№ 13');
    await send(page);
    assert.match(await page.locator('#months-fault').innerText(), text('clock-refusal-over-maximum'), 'nor a second time');
  });
  await sound(world, 'case_worker', [`${address}/clock`, `${address}/clock/extension`]);
}

async function withdrawal(world, lang) {
  const address = await newCase(world, lang);
  const text = (key) => says(world, lang, key);
  let consent;
  await as(world, 'case_worker', PHONE, async (page) => {
    await open(page, `${address}/consents/new`);
    await page.locator('#purpose').selectOption('medical');
    await page.locator('#recipient_kind').selectOption('health');
    await page.locator('#recipient').fill('Invented clinic');
    await page.locator('#classes-health').check();
    await page.locator('#form-oral_with_witness').check();
    await page.locator('#witness').fill('Somebody else');
    await page.locator('#language').selectOption('uz');
    await page.locator('#act').selectOption('personal_data');
    await send(page);
    assert.match(await page.locator('.consent').first().innerText(), text('consent-state-in-force'));
    await page.locator('.consent a[href$="/given"]').first().click();
    await page.locator('#classes-health').check();
    await send(page);
    await page.locator('.consent a[href$="/withdraw"]').first().click();
    consent = page.url().split('/').at(-2);
    const before = await page.locator('main').innerText();
    assert.ok(before.includes(`Invented clinic: ${word(world, lang, 'thing-health')}`), 'what was given already is listed');
    await keep(page, world, `plan-withdrawal-${lang}-390`);
    await send(page);
    // It acts at once: nothing more can be given under it.
    assert.match(await page.locator('.consent').first().innerText(), text('consent-state-withdrawn'));
    assert.equal(await page.locator('.consent a[href$="/given"]').count(), 0);
    await open(page, address);
    assert.match(await page.locator('.timeline').innerText(), /Invented clinic/, 'a task: ask the recipient to delete it');
    await open(page, `/${lang}/casework/tasks`);
    const tasks = await page.locator('main').innerText();
    assert.ok(tasks.includes(`Bunting ${lang}`) && tasks.includes('Invented clinic'), 'it stands among the tasks of the worker');
    await keep(page, world, `plan-due-${lang}-390`);
  });
  const late = await desk(world, await cookies(world, 'case_worker')).post(`${address}/consents/${consent}/given`, { classes: 'health' });
  assert.ok(late.status >= 400, `what is taken back covers nothing: ${late.status}`);
  await sound(world, 'case_worker', [`${address}/consents`, address]);
}

async function refusal(world, lang) {
  const address = await newCase(world, lang);
  const found = { status: 'presumed', body: 'Invented police', body_kind: 'authority', on: new Date().toISOString().slice(0, 10) };
  await desk(world, await cookies(world, 'case_worker')).send(`${address}/decisions/identification`, found);
  const text = (key) => says(world, lang, key);
  await as(world, 'case_worker', PHONE, async (page) => {
    await open(page, `${address}/decisions/assessment`);
    for (const criterion of [1, 2, 3]) await page.locator(`#criterion-${criterion}-no`).check();
    await send(page);
    await open(page, `${address}/decisions/eligibility`);
    assert.equal(await page.locator('#reason option').count(), 5, 'four lawful reasons, and none chosen');
    await page.locator('#outcome-refused').check();
    await page.locator('#body').fill('Invented department');
    await page.locator('#reason').selectOption('criteria_not_shown');
    await send(page);
    assert.match(await page.locator('#appeal_body-fault').innerText(), text('decision-refused-no-appeal-path'));
    await page.locator('#appeal_body').fill('Invented court');
    await page.locator('#appeal_how').fill('in writing');
    await send(page);
    const said = await page.locator('main').innerText();
    assert.match(said, text('refusal-reason-criteria-not-shown'));
    assert.match(said, new RegExp(`Invented department · .*${new Date().getUTCFullYear()}`), 'who refused, and on which day');
    assert.match(said, /Invented court · in writing/);
    assert.match(said, text('law-not-verified'), 'what nobody confirmed of the law is marked');
    await keep(page, world, `plan-refusal-${lang}-390`);
    await open(page, address);
    assert.match(await page.locator('main').innerText(), text('stage-refused'));
    await open(page, `${address}/decisions`);
    await page.locator('a[href$="/decisions/appeal"]').click();
    await page.locator('#body').fill('Invented court');
    await send(page);
    assert.match(page.url(), /\/decisions$/);
    await open(page, address);
    assert.match(await page.locator('main').innerText(), text('stage-assessed'), 'the appeal opens it again: needs are assessed');
  });
  await sound(world, 'case_worker', [`${address}/decisions`, `${address}/decisions/eligibility`, `${address}/decisions/appeal`]);
}

async function looks(world, lang) {
  for (const [size, colorScheme] of [[PHONE, 'dark'], [DESK, 'light']]) {
    await as(world, 'case_worker', { ...size, colorScheme }, async (page) => {
      const address = (await grownUp(page, lang)).replace(/^\/[a-z]+\//, `/${lang}/`);
      for (const below of PAGES) {
        await open(page, `${address}${below}`);
        assert.doesNotMatch(await page.locator('body').innerText(), MISSING, `${below}: a missing message`);
        nothing(await overflow(page));
        await keep(page, world, `plan${below.replaceAll('/', '-')}-${lang}-${size.viewport.width}-${colorScheme}`);
      }
    });
  }
  // The audit is a script of ours: it needs a window that has them.
  await as(world, 'case_worker', { ...DESK, javaScriptEnabled: true }, async (page) => {
    const address = (await grownUp(page, lang)).replace(/^\/[a-z]+\//, `/${lang}/`);
    for (const below of PAGES) {
      await open(page, `${address}${below}`);
      nothing(await audit(page));
    }
  });
}

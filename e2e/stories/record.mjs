// The rest of a case and of the house: what she wants corrected, her age, a child, closing and opening again, erasing at her wish, another
// passphrase, the law to confirm, the monthly report, and what is signed for the public room. Without scripts, in three languages; every page
// is audited.

import assert from 'node:assert/strict';

import { adult, desk, ownCode, takeIn } from '../desk.mjs';
import { PHONE, look as lookAt, sound as hear } from '../look.mjs';
import { accountOf, as, cookies, home, signIn } from '../room.mjs';
import { LANGUAGES } from '../site.mjs';
import { code } from '../totp.mjs';
import { open } from '../visit.mjs';
import { says, word } from '../words.mjs';

export function stories(world) {
  return [
    ...LANGUAGES.flatMap((lang) => [
      [`she asks for a correction and reads the answer, in ${lang}`, () => correction(world, lang)],
      [`an age is decided, and decided anew, in ${lang}`, () => age(world, lang)],
      [`a child has somebody who speaks for it, in ${lang}`, () => child(world, lang)],
      [`a case is closed, found among the closed ones and opened again, in ${lang}`, () => closure(world, lang)],
      [`the head confirms a row of the law, and reads the month, in ${lang}`, () => law(world, lang)],
    ]),
    ['a case is erased at her wish, in three languages', () => erasure(world)],
    ['somebody changes her passphrase, in three languages', () => passphrase(world)],
    ['a verdict, a report and a view are signed, in three languages', () => publicActs(world)],
  ];
}

const at = async (world, role) => desk(world, await cookies(world, role));
const today = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Almaty' });

async function send(page) {
  await page.locator('main form.form button').first().click();
  await page.waitForLoadState();
}

const said = (page) => page.locator('main').innerText();

const look = (page, world, name) => lookAt(page, world, `record-${name}`);
const sound = (page, world, name) => hear(page, world, `record-${name}`);

const AUDITED = { ...PHONE, javaScriptEnabled: true };

async function correction(world, lang) {
  const worker = await at(world, 'case_worker');
  const address = await adult(worker, lang, `Siskin ${lang}`);
  const text = (key) => says(world, lang, key);
  const paper = await ownCode(worker, address);
  const hers = await world.browser.newContext({ baseURL: home(world), ...PHONE });
  try {
    const page = await hers.newPage();
    await open(page, `/${lang}/page`);
    await sound(page, world, `own-code-${lang}`);
    await page.locator('#code').fill(paper);
    await send(page);
    await sound(page, world, `own-${lang}`);
    await page.locator('a[href$="/page/2"]').click();
    await page.locator('#about').selectOption('needs');
    await page.locator('#words').fill('  ');
    await send(page);
    assert.match(await page.locator('#words-fault').innerText(), text('correction-refusal-no-words'));
    await page.locator('#words').fill('Мен әпкеммен келдім');
    await sound(page, world, `own-correction-${lang}`);
    await send(page);
    assert.match(await said(page), text('hers-waits'));

    await as(world, 'case_worker', AUDITED, async (window) => {
      await open(window, address);
      await window.locator('a[href*="/corrections"]').first().click();
      await window.waitForLoadState();
      assert.match(window.url(), /\/corrections/);
      await open(window, `${address}/corrections`);
      await sound(window, world, `corrections-${lang}`);
      await window.locator('main a.button').first().click();
      assert.match(await said(window), /әпкеммен/, 'her words stand over the answer');
      await window.locator('#outcome-corrected').check();
      await window.locator('#words').fill('Written now.');
      await sound(window, world, `correction-answer-${lang}`);
      await send(window);
      assert.match(await said(window), text('correction-outcome-corrected'));
    });
    await open(page, `/${lang}/page/1`);
    assert.match(await said(page), /Written now\./, 'she reads the answer');
  } finally {
    await hers.close();
  }
}

async function age(world, lang) {
  const worker = await at(world, 'case_worker');
  const address = await takeIn(worker, lang, { age: { age: 'unsure' }, code_name: { code_name: `Dunlin ${lang}` } });
  const text = (key) => says(world, lang, key);
  await as(world, 'case_worker', AUDITED, async (page) => {
    await open(page, `${address}/age`);
    assert.match(await said(page), text('age-none'));
    await open(page, `${address}/age/new`);
    await sound(page, world, `age-new-${lang}`);
    await page.locator('#group-adult').check();
    await page.locator('#basis-own_words').check();
    await send(page);
    assert.equal(await page.locator('.fault').count(), 1, 'her words alone do not make her an adult');
    await page.locator('#basis-paper').check();
    await send(page);
    await open(page, `${address}/age/new`);
    await page.locator('#group-child').check();
    await page.locator('#basis-own_words').check();
    await send(page);
    assert.equal(await page.locator('main .card').count(), 2, 'the earlier decision stands there as well');
    assert.match(await said(page), text('age-earlier'));
    await sound(page, world, `age-${lang}`);
  });
}

async function child(world, lang) {
  const worker = await at(world, 'case_worker');
  const pages = { age: { age: 'under_18' }, code_name: { code_name: `Wren ${lang}` }, record: { agreed: 'yes' }, identity: {} };
  const address = await takeIn(worker, lang, pages);
  const text = (key) => says(world, lang, key);
  await as(world, 'case_worker', AUDITED, async (page) => {
    await open(page, `${address}/child`);
    assert.match(await said(page), text('child-missing'));
    await sound(page, world, `child-missing-${lang}`);
    for (const [name, implicated] of [['Uncle Invented', 'yes'], ['Aunt Invented', 'no']]) {
      await open(page, `${address}/child/guardians/new`);
      await page.locator('#name').fill(name);
      await page.locator('[name=relation]').first().check();
      await page.locator(`#implicated-${implicated}`).check();
      await send(page);
    }
    await sound(page, world, `child-guardians-${lang}`);
    const guardians = await said(page);
    assert.match(guardians, text('guardian-silent'), 'who is implicated does not speak');
    assert.match(guardians, text('guardian-speaks'));
    await open(page, `${address}/child/informed`);
    await send(page);
    await open(page, `${address}/child/notes/new`);
    await sound(page, world, `child-note-${lang}`);
    await page.locator('#heard-yes').check();
    await page.locator('#note').fill('School from Monday.');
    await send(page);
    assert.match(await said(page), text('child-complete'));
    await sound(page, world, `child-${lang}`);
  });
}

async function closure(world, lang) {
  const worker = await at(world, 'case_worker');
  const name = `Ruff ${lang}`;
  const address = await adult(worker, lang, name);
  const text = (key) => says(world, lang, key);
  await as(world, 'case_worker', AUDITED, async (page) => {
    await open(page, `${address}/close`);
    await page.locator('#reason-after_exit').check();
    await send(page);
    assert.match(await page.locator('.fault').first().innerText(), text('closure-refusal-no-exit'));
    await page.locator('#reason-own_wish').check();
    await sound(page, world, `close-${lang}`);
    await send(page);
    await open(page, `/${lang}/casework`);
    assert.ok(!(await said(page)).includes(name), 'it leaves the list');
    await page.locator('a[href$="/closed"]').click();
    assert.ok((await said(page)).includes(name), 'it stands among the closed ones');
    await sound(page, world, `closed-list-${lang}`);
    await page.locator('.cases a', { hasText: name }).click();
    assert.match(await said(page), text('case-is-closed'));
    await sound(page, world, `closed-case-${lang}`);
    await open(page, `${address}/close`);
    await sound(page, world, `closed-${lang}`);
    await send(page);
    await open(page, `/${lang}/casework`);
    assert.ok((await said(page)).includes(name), 'it is back on the list');
  });
}

async function law(world, lang) {
  const text = (key) => says(world, lang, key);
  await as(world, 'head', AUDITED, async (page) => {
    await open(page, `/${lang}/casework/law`);
    await sound(page, world, `law-${lang}`);
    const waiting = async () => Number((await page.locator('main .notice').innerText()).match(/\d+/)[0]);
    const before = await waiting();
    await page.locator('main .card', { hasText: text('law-not-verified') }).last().locator('a.button').click();
    await page.locator('#source').fill('   ');
    await send(page);
    assert.match(await page.locator('.fault').first().innerText(), text('confirmation-refusal-no-source'));
    await page.locator('#source').fill('Invented act, article 1');
    await sound(page, world, `law-confirm-${lang}`);
    await send(page);
    assert.match(await said(page), /Invented act, article 1/);
    // In the other languages a row is confirmed at the same time.
    assert.ok((await waiting()) < before, 'one row less waits');
    await open(page, `/${lang}/casework/report`);
    await sound(page, world, `report-${lang}`);
    await open(page, `/${lang}/casework/centre/people`);
    await page.locator('.site-nav summary').click();
    assert.equal(await page.locator('.site-nav summary').innerText(), word(world, lang, 'room-nav-more'));
    await sound(page, world, `menu-${lang}`);
  });
}

/// Signs somebody in in a window of her own: what follows changes her session.
async function alone(world, role, story) {
  const context = await world.browser.newContext({ baseURL: home(world), ...AUDITED });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const account = accountOf(world, role);
    await signIn(page, account);
    return await story(page, account);
  } finally {
    await context.close();
  }
}

/// Says once more who she is, with a code that was not used yet.
async function confirm(page, { passphrase, totp_secret: secret }, isDone) {
  for (const ahead of [0, 30_000]) {
    await page.locator('#passphrase').fill(passphrase);
    await page.locator('#code').fill(code(secret, Date.now() + ahead));
    await page.locator('main form.form button').first().click();
    await page.waitForLoadState();
    if (await isDone()) return;
  }
  assert.fail('it is not believed that it is she');
}

async function erasure(world) {
  // Who signed in within the last ten minutes need not say again who she is.
  await alone(world, 'case_worker', async (page) => {
    const worker = desk(world, await page.context().cookies());
    const cases = [];
    for (const lang of LANGUAGES) cases.push([lang, await adult(worker, lang, `Plover ${lang}`)]);
    for (const [lang, address] of cases) {
      await open(page, `${address}/erase`);
      await page.locator('#code_name').fill('Somebody');
      await send(page);
      assert.match(await page.locator('#code_name-fault').innerText(), says(world, lang, 'erasure-other-name'));
      await page.locator('#code_name').fill(`Plover ${lang}`);
      await sound(page, world, `erase-${lang}`);
      await send(page);
      assert.match(await said(page), says(world, lang, 'erased-said'));
      await sound(page, world, `erased-${lang}`);
      const gone = await page.goto(address);
      assert.ok([404, 410].includes(gone.status()), `${gone.status()}`);
    }
  });
}

async function passphrase(world) {
  await alone(world, 'lawyer', async (page, account) => {
    const [before, chosen] = [account.passphrase, 'four herons over the salt lake'];
    for (const lang of LANGUAGES) {
      await open(page, `/${lang}/casework/account/passphrase`);
      await page.locator('#passphrase').fill(before);
      await page.locator('#code').fill('000000');
      await page.locator('#chosen').fill(chosen);
      await page.locator('#again').fill('something else altogether');
      await send(page);
      assert.match(await page.locator('.fault').first().innerText(), says(world, lang, 'join-again-differs'));
      for (const field of ['#passphrase', '#chosen', '#again']) assert.equal(await page.locator(field).inputValue(), '', 'no secret comes back');
      await sound(page, world, `passphrase-${lang}`);
    }
    await page.locator('#chosen').fill(chosen);
    await page.locator('#again').fill(chosen);
    await page.locator('#passphrase').fill(before);
    const changed = { passphrase: before, totp_secret: account.totp_secret };
    const fields = async () => {
      if (!page.url().includes('/passphrase')) return true;
      await page.locator('#chosen').fill(chosen);
      await page.locator('#again').fill(chosen);
      return false;
    };
    await confirm(page, changed, fields);
    await page.context().clearCookies();
    await page.goto('/en/casework/sign-in');
    await page.locator('#login').fill(account.user);
    await page.locator('#passphrase').fill(before);
    await page.locator('#code').fill('000000');
    await send(page);
    assert.match(await page.locator('[role=alert]').innerText(), says(world, 'en', 'sign-in-mismatch'), 'the old one opens nothing');
  });
}

const ACTS = [
  ['rapporteur', '/verdicts', '/verdicts/CL01', '/claims/CL01'],
  ['coordinator', '/measures', '/measures/commitment/C-NAP-2024', '/commitments/C-NAP-2024'],
  ['ngo', '/views', '/views/recommendation/S003-R29', '/recommendations/S003-R29'],
];

async function publicActs(world) {
  const server = await world.secondHouse();
  const house = { ...world, server, base: server.base };
  for (const [role, list, form, shown] of ACTS) {
    await alone(house, role, async (page) => {
      for (const lang of LANGUAGES) {
        await open(page, `/${lang}/casework${list}`);
        await sound(page, world, `${role}-list-${lang}`);
        await open(page, `/${lang}/casework${form}`);
        await sound(page, world, `${role}-form-${lang}`);
      }
      const verdict = page.locator('[name=verdict], [name=progress]');
      if (await verdict.count()) await verdict.first().check();
      if (await page.locator('#progress_on').count()) await page.locator('#progress_on').fill(today());
      for (const lang of LANGUAGES) await page.locator(`textarea[name$=_${lang}]`).first().fill(`Invented ${lang}`);
      await page.locator('#office').fill('Invented office');
      await page.locator('button[value=look]').click();
      await page.waitForLoadState();
      assert.match(await said(page), /Invented kk/, 'what will be public is shown before it is');
      await sound(page, world, `${role}-check-kk`);
      const standing = await (await fetch(`${house.base}/kk${shown}`)).text();
      assert.ok(!standing.includes('Invented kk'), 'nothing is public yet');
      await page.locator('button[value=sign]').click();
      await page.waitForLoadState();
      for (const lang of LANGUAGES) {
        await open(page, `/${lang}${shown}`);
        assert.ok((await said(page)).includes(`Invented ${lang}`), `it stands in the public room in ${lang}`);
      }
    });
  }
}

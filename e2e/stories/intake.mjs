// The night intake: from the door to the case on a telephone, in three languages, without scripts; then the questions of a screening.

import assert from 'node:assert/strict';

import { audit } from '../audit.mjs';
import { keep } from '../picture.mjs';
import { as } from '../room.mjs';
import { LANGUAGES } from '../site.mjs';
import { nothing, open } from '../visit.mjs';
import { overflow } from '../width.mjs';

const PHONE = { viewport: { width: 390, height: 844 } };
const DESK = { viewport: { width: 1280, height: 900 } };
const STEPS = ['danger', 'age', 'code_name', 'language', 'source', 'needs', 'place', 'record', 'identity'];

// Five minutes are kept when there is little to read and little to touch: a page each ten seconds, two touches each.
const MOST_PAGES = 14;
const MOST_TOUCHES = 40;

/// What is touched on each page.
const CHOSEN = {
  danger: ['#now-yes', '#kind-injury'],
  age: ['#age-unsure'],
  source: [],
  needs: ['#need-food', '#need-rest'],
  place: ['#tonight-here', '#accessible-no'],
  record: ['#agreed-yes'],
};

export function stories(world) {
  return [
    ...LANGUAGES.map((lang) => [`from the door to the case in ${lang} on a telephone`, () => night(world, lang)]),
    ['with the keyboard alone, a code name is enough', () => keyboard(world)],
    ['no page of it fails the audit', () => audited(world)],
    ['a search on duty says that there is a case and not which', () => onDuty(world)],
  ];
}

/// Begins an intake without a name.
async function begin(page, lang) {
  await open(page, `/${lang}/casework/intake`);
  await page.locator('form[action$="/intake/begin"] button').click();
  await page.waitForURL(/\/danger$/);
}

async function night(world, lang) {
  const colorScheme = lang === 'ru' ? 'dark' : 'light';
  await as(world, 'case_worker', { ...PHONE, colorScheme }, async (page) => {
    const name = `night-${lang}`;
    let [pages, touches] = [1, 0];
    await open(page, `/${lang}/casework/intake`);
    await keep(page, world, `${name}-search`);
    await page.locator('#name').fill('Гүлнар Сәрсенова');
    await page.locator('form[action$="/intake/search"] button').click();
    await page.waitForLoadState('load');
    assert.doesNotMatch(page.url(), /%D0|Гүлнар/, 'a name stands in no address');
    assert.doesNotMatch(await page.content(), /Гүлнар/, 'a name that was looked for is not shown again');
    [pages, touches] = [pages + 1, touches + 2];
    await keep(page, world, `${name}-found`);
    await page.locator('form[action$="/intake/begin"] button').click();
    touches += 1;

    for (const step of STEPS) {
      await page.waitForURL(new RegExp(`/${step}$`));
      pages += 1;
      touches += await fill(page, step, lang);
      nothing(await overflow(page));
      assert.doesNotMatch(await page.locator('main').innerText(), /\[[a-z-]+\]/, `${step}: a missing message`);
      await small(page, step);
      await keep(page, world, `${name}-${step}`);
      await page.locator('main form button[value=save]').click();
      touches += 1;
    }
    await page.waitForURL(/\/summary$/);
    pages += 1;
    nothing(await overflow(page));
    const summary = await page.locator('.summary').innerText();
    assert.match(summary, new RegExp(`Тырна ${lang}`));
    await keep(page, world, `${name}-summary`);
    await page.locator('form[action$="/finish"] button').click();
    touches += 1;
    await page.waitForURL(/\/cases\/[0-9a-f]{32}$/);
    pages += 1;
    assert.match(await page.locator('h1').innerText(), new RegExp(`Тырна ${lang}`));
    assert.doesNotMatch(await page.title(), /Тырна/, 'a title says no code name');
    await keep(page, world, `${name}-case`);
    assert.ok(pages <= MOST_PAGES, `${pages} pages`);
    assert.ok(touches <= MOST_TOUCHES, `${touches} touches`);
    await screened(page, world, lang);
  });
}

/// Fills a step; gives how often something was touched.
async function fill(page, step, lang) {
  for (const chosen of CHOSEN[step] ?? []) await page.locator(chosen).check();
  if (step === 'code_name') await page.locator('#code_name').fill(`Тырна ${lang}`);
  if (step === 'language') await page.locator('#language').selectOption('uz');
  if (step === 'language') await page.locator('#interpreter-yes').check();
  if (step === 'source') await page.locator('#source').selectOption('hotline');
  if (step === 'identity') await page.locator('#first_name').fill(`Меруерт ${lang}`);
  return { code_name: 1, language: 2, source: 1, identity: 1 }[step] ?? CHOSEN[step].length;
}

/// A thumb finds every control: at least 44 px high with its label (WCAG 2.2, 2.5.5), and no more fields than a screen or two.
async function small(page, step) {
  const heights = await page.locator('main form .choice li, main form button').evaluateAll(
    (controls) => controls.map((control) => Math.round(control.getBoundingClientRect().height)));
  assert.ok(heights.every((height) => height >= 40), `${step}: ${heights}`);
}

async function screened(page, world, lang) {
  await page.locator('.compartments a[href$="/screenings"]').click();
  await page.waitForURL(/\/screenings$/);
  await keep(page, world, `night-${lang}-screenings`);
  await page.locator('a[href$="/new/ilo_labour_child"]').click();
  await page.waitForURL(/ilo_labour_child$/);
  nothing(await overflow(page));
  await page.locator('#agreed-yes').check();
  for (const item of ['4\\.01', '4\\.02', '5\\.01']) await page.locator(`#a-${item}-yes`).check();
  await keep(page, world, `night-${lang}-ask`);
  await page.locator('main form button').last().click();
  await page.waitForURL(/\/screenings\/[0-9a-f]{32}$/);
  nothing(await overflow(page));
  assert.ok(await page.locator('main table tbody tr').count() === 6, 'six dimensions');
  await keep(page, world, `night-${lang}-result`);
}

async function keyboard(world) {
  await as(world, 'case_worker', DESK, async (page) => {
    await begin(page, 'en');
    for (const step of STEPS) {
      await page.waitForURL(new RegExp(`/${step}$`));
      if (step === 'code_name') {
        await tabTo(page, '#code_name');
        await page.keyboard.type('Kestrel');
      }
      const without = step === 'identity' || step === 'code_name';
      await tabTo(page, without ? 'button[value=save]' : 'button[value=leave-out]');
      await page.keyboard.press('Enter');
    }
    await page.waitForURL(/\/summary$/);
    await tabTo(page, 'form[action$="/finish"] button');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/cases\//);
    assert.equal(await page.locator('h1').innerText(), 'Kestrel');
  });
}

async function tabTo(page, selector) {
  for (let stop = 0; stop < 60; stop += 1) {
    await page.keyboard.press('Tab');
    if (await page.locator(`${selector}:focus`).count()) return;
  }
  assert.fail(`Tab does not come to ${selector} on ${page.url()}`);
}

async function audited(world) {
  await as(world, 'case_worker', { ...PHONE, javaScriptEnabled: true }, async (page) => {
    const findings = [];
    const look = async () => findings.push(...(await audit(page)).map((line) => `${new URL(page.url()).pathname}: ${line}`));
    await open(page, '/en/casework/intake');
    await look();
    await begin(page, 'en');
    for (const step of STEPS) {
      await page.waitForURL(new RegExp(`/${step}$`));
      await look();
      await fill(page, step, 'en');
      await page.locator('main form button[value=save]').click();
    }
    await page.waitForURL(/\/summary$/);
    await look();
    await page.locator('form[action$="/finish"] button').click();
    await page.waitForURL(/\/cases\//);
    const address = new URL(page.url()).pathname;
    await look();
    for (const below of ['/screenings', '/screenings/new/ilo_labour_adult', '/identity', '/identity/edit', '/residence/edit']) {
      await open(page, `${address}${below}`);
      await look();
    }
    nothing(findings);
  });
}

async function onDuty(world) {
  await as(world, 'case_worker', DESK, async (page) => {
    await begin(page, 'en');
    for (const step of STEPS) {
      await page.waitForURL(new RegExp(`/${step}$`));
      if (step === 'code_name') await page.locator('#code_name').fill('Nuthatch');
      if (step === 'record') await page.locator('#agreed-yes').check();
      if (step === 'identity') await page.locator('#first_name').fill('Ұлбосын');
      const said = ['code_name', 'record', 'identity'].includes(step);
      await page.locator(`main form button[value=${said ? 'save' : 'leave-out'}]`).click();
    }
    await page.locator('form[action$="/finish"] button').click();
    await page.waitForURL(/\/cases\//);
  });
  await as(world, 'admission', DESK, async (page) => {
    await open(page, '/en/casework/intake');
    await page.locator('#name').fill('Ulbosyn');
    await page.locator('form[action$="/intake/search"] button').click();
    const said = await page.locator('main').innerText();
    assert.match(said, /A colleague may know this person: 1 case/);
    assert.doesNotMatch(said, /Nuthatch/);
    assert.equal(await page.locator('main a[href*="/cases/"]').count(), 0);
    await keep(page, world, 'night-on-duty');
  });
}

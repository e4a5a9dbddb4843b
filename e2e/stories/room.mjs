// The confided room: signing in, what a role sees, a case and its team, the person's own view, leaving. Without scripts, in three
// languages, on a telephone and on a desk.

import assert from 'node:assert/strict';

import { audit } from '../audit.mjs';
import { exit, laptop } from '../leaving.mjs';
import { keep } from '../picture.mjs';
import { as } from '../room.mjs';
import { LANGUAGES } from '../site.mjs';
import { typed } from '../typed.mjs';
import { nothing, open } from '../visit.mjs';
import { overflow } from '../width.mjs';

const PHONE = { viewport: { width: 390, height: 844 } };
const DESK = { viewport: { width: 1280, height: 900 } };

/// What each role opens, besides its account and the policy.
const PAGES = {
  case_worker: ['', '/policy', '/account'],
  head: ['', '/centre/people'],
  auditor: ['/log'],
  administrator: ['/people'],
  rapporteur: [''],
};

export function stories(world) {
  const looks = Object.entries(PAGES).flatMap(([role, pages]) =>
    LANGUAGES.map((lang) => [`${role} looks around in ${lang}`, () => looksAround(world, role, lang, pages)]));
  return [
    ['who is not signed in comes to the sign-in page', () => stranger(world)],
    ['wrong words are refused without saying which', () => mistyped(world)],
    ['a worker opens a case, sees who read it, and gives a code for her own view', () => ownView(world)],
    ['a head sees that there is a story and cannot open it', () => headAtTheDoor(world)],
    ...looks,
    ['leaving ends the session', () => leaves(world)],
    ...LANGUAGES.map((lang) => [`T20 from each page of her own the exit leaves nothing behind, in ${lang}`, () => exit(world, lang)]),
    ['T1 a laptop keeps no name, whoever signed out or was idle', () => laptop(world)],
    ['T15 what is typed is text, on every page, for everybody', () => typed(world)],
  ];
}

async function stranger(world) {
  await as(world, 'case_worker', DESK, async (page) => {
    await page.context().clearCookies();
    await page.goto('/en/casework');
    assert.match(page.url(), /\/en\/casework\/sign-in$/);
    const answer = await page.goto('/en/casework/cases/00000000000000000000000000000000');
    assert.match(page.url(), /\/en\/casework\/sign-in$/);
    assert.equal(answer.headers()['cache-control'], 'no-store');
  });
}

async function mistyped(world) {
  await as(world, 'case_worker', DESK, async (page) => {
    await page.context().clearCookies();
    await page.goto('/ru/casework/sign-in');
    await page.locator('#login').fill('case_worker');
    await page.locator('#passphrase').fill('не та фраза совсем');
    await page.locator('#code').fill('000000');
    await page.locator('main form button').click();
    const said = await page.locator('[role=alert]').innerText();
    assert.match(said, /не подходят друг к другу/);
    assert.equal(await page.locator('#passphrase').inputValue(), '', 'a passphrase is not sent back');
  });
}

async function looksAround(world, role, lang, pages) {
  for (const [size, colorScheme] of [[PHONE, 'dark'], [DESK, 'light']]) {
    await as(world, role, { ...size, colorScheme }, async (page) => {
      for (const address of pages) {
        await open(page, `/${lang}/casework${address}`);
        assert.equal(await page.locator('html').getAttribute('lang'), lang);
        assert.doesNotMatch(await page.locator('body').innerText(), /[a-z]+-[a-z]+-[a-z]+\?|⟨|⟩/, `${address}: a missing message`);
        nothing(await overflow(page));
        await keep(page, world, `room-${role}${address.replaceAll('/', '-')}-${lang}-${size.viewport.width}-${colorScheme}`);
      }
    });
  }
  // The audit is a script of ours: it needs a window that has them.
  await as(world, role, { ...DESK, javaScriptEnabled: true }, async (page) => {
    for (const address of pages) {
      await open(page, `/${lang}/casework${address}`);
      nothing(await audit(page));
    }
  });
}

async function ownView(world) {
  const code = await as(world, 'case_worker', PHONE, async (page) => {
    await open(page, '/en/casework');
    await page.locator('.cases a').first().click();
    assert.equal(await page.title(), 'Case · Pana', 'a title says no code name');
    await page.locator('a[href$="/own-code"]').click();
    await page.locator('main form button').click();
    return page.locator('.once code').innerText();
  });
  const context = await world.browser.newContext({ baseURL: world.base.replace('127.0.0.1', 'localhost'), javaScriptEnabled: false, ...PHONE });
  try {
    const page = await context.newPage();
    await page.goto('/kk/page');
    assert.equal(await page.title(), 'Бет', 'the page says nothing about what it is');
    await page.locator('#code').fill(code.toLowerCase());
    await page.locator('main form.form button').click();
    await page.waitForURL(/\/page\/1$/);
    await page.locator('main details summary').click();
    const read = await page.locator('main').innerText();
    assert.match(read, /Сіз туралы не жазылған/);
    assert.match(read, /Адам қабылданды/, 'she sees who took her in');
    await keep(page, world, 'room-own-kk-390');
    await Promise.all([page.waitForResponse(/\/page\/gone$/), page.locator('.exit button').click({ noWaitAfter: true })]);
    // The window itself goes on to a page of somebody else, which is not there in this test.
    const later = await context.newPage();
    await later.goto('/kk/page/1');
    assert.match(later.url(), /\/kk\/page$/, 'leaving ends her session');
  } finally {
    await context.close();
  }
}

async function headAtTheDoor(world) {
  const address = await as(world, 'case_worker', DESK, async (page) => {
    await open(page, '/en/casework');
    return page.locator('.cases a').first().getAttribute('href');
  });
  await as(world, 'head', DESK, async (page) => {
    await open(page, address);
    const story = await page.locator('.compartments .card', { has: page.getByRole('heading', { name: 'Story', exact: true }) }).innerText();
    assert.match(story, /you know that it exists/);
    await open(page, `${address}/emergency/open`, 403);
  });
  await as(world, 'administrator', DESK, async (page) => {
    await open(page, address, 404);
  });
}

async function leaves(world) {
  await as(world, 'auditor', DESK, async (page) => {
    await open(page, '/en/casework/log');
    await page.locator('.leave button').click();
    await page.waitForURL(/\/sign-in$/);
    await page.goto('/en/casework/log');
    assert.match(page.url(), /\/sign-in$/);
  });
}

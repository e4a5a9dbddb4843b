// Places: the head adds a room, a worker gives a place, moves, ends it by mistake and takes that back; a full house says what to do;
// who is here tonight is code names for those who may know. Without scripts, in three languages; every page is audited.

import assert from 'node:assert/strict';

import { audit } from '../audit.mjs';
import { keep } from '../picture.mjs';
import { as, caseNamed } from '../room.mjs';
import { LANGUAGES } from '../site.mjs';
import { nothing, open } from '../visit.mjs';
import { overflow } from '../width.mjs';

const PHONE = { viewport: { width: 390, height: 844 } };
const DESK = { viewport: { width: 1280, height: 900 } };
/// What stands where a text has no words.
const MISSING = /\[[a-z]+(-[a-z]+)+\]/;
const ASK = '?sex=female&age_group=adult';

/// Pages of the house by who opens them, and those of a case.
const HOUSE = {
  head: ['/places', '/places/tonight', '/places/tonight/paper', '/places/rooms/new', '/places/reserve', `/places/reserve${ASK}`, '/tasks', '/report', '/report/paper'],
  admission: ['/places', '/places/tonight'],
  case_worker: ['/places', '/tasks'],
};
const CASE = ['/place', '/place/new', `/place/new${ASK}`, '/place/new?sex=male&age_group=child&women=3&men=3', '/tasks', '/tasks/new'];

/// Pages of the case that holds something of everything, by who opens them, with what stands on each.
const LONG = {
  case_worker: {
    '': 'Рассвет 4', '/identity': 'Выдуманная', '/decisions': 'Invented centre', '/consents': 'Invented lawyer', '/plan': 'Снимать комнату',
    '/story': 'Цех без выходных', '/work': /Sewing|Ши|Тіг/, '/referrals': 'Invented clinic', '/history': /specialist|Invented/,
  },
  specialist: { '': 'Рассвет 4', '/health': 'Сон лучше', '/services/own': /1 hour|1 час|1 сағат/ },
  lawyer: { '/proceedings': '0000-INVENTED', '/story': 'Цех без выходных' },
};

export function stories(world) {
  return [
    ['a place is given, moved, ended by mistake and taken back', () => place(world)],
    ['who is here tonight is for the head and the door', () => tonight(world)],
    ['a task is made, done and taken back', () => task(world)],
    ...LANGUAGES.map((lang) => [`a case of two months has something on each page, in ${lang}`, () => longCase(world, lang)]),
    ...LANGUAGES.map((lang) => [`every page of the house is sound in ${lang}`, () => looks(world, lang)]),
  ];
}

async function press(page, name) {
  await page.locator('main').getByRole('button', { name }).first().click();
  await page.waitForLoadState();
}

async function place(world) {
  await as(world, 'head', PHONE, async (page) => {
    await open(page, '/en/casework/places/rooms/new');
    await page.locator('#name').fill('Garden');
    await page.locator('#places').fill('0');
    await page.locator('#sex-women').check();
    await page.locator('#age-adults').check();
    await press(page, 'Save');
    assert.match(await page.locator('#places-fault').innerText(), /from 1 to 100/);
    assert.equal(await page.locator('#name').inputValue(), 'Garden', 'what was typed stays');
    await page.locator('#places').fill('1');
    await press(page, 'Save');
    assert.match(await page.locator('main').innerText(), /Garden/);
  });
  await as(world, 'case_worker', PHONE, async (page) => {
    const address = await caseNamed(page, 'Daria 3');
    await open(page, `${address}/place`);
    await page.getByRole('link', { name: 'Give a place' }).click();
    assert.equal(await page.locator('#age_group-child').isChecked(), true, 'unsure means child');
    await page.locator('#sex-female').check();
    await page.locator('#age_group-adult').check();
    await press(page, 'Look for places');
    await page.locator('label', { hasText: 'Garden' }).click();
    await page.locator('#needs-meal').check();
    await keep(page, world, 'places-choice-en-390');
    await press(page, 'Give this place');
    assert.match(await page.locator('main').innerText(), /Garden\s+since/);
    await open(page, address);
    assert.match(await page.locator('.due').innerText(), /Garden/);
    await open(page, `${address}/place`);
    await press(page, 'End the stay');
    assert.match(await page.locator('main').innerText(), /no place in this house/);
    await press(page, 'It was a mistake');
    assert.match(await page.locator('main').innerText(), /Garden\s+since/);
    await keep(page, world, 'places-back-en-390');
    await open(page, `${address}/place/new?sex=male&age_group=child&women=3&men=3`);
    assert.match(await page.locator('main').innerText(), /Nobody is sent away/);
    await keep(page, world, 'places-full-en-390');
  });
}

async function tonight(world) {
  await as(world, 'admission', PHONE, async (page) => {
    await open(page, '/en/casework/places/tonight');
    const said = await page.locator('main').innerText();
    assert.match(said, /Көктем/);
    assert.match(said, /something to eat/);
    const answer = await page.goto('/en/casework/places/tonight/paper');
    assert.equal(answer.status(), 403, 'paper is the head\'s');
  });
  await as(world, 'case_worker', PHONE, async (page) => {
    const answer = await page.goto('/en/casework/places/tonight');
    assert.equal(answer.status(), 403);
  });
}

async function task(world) {
  await as(world, 'case_worker', PHONE, async (page) => {
    const address = await caseNamed(page, 'Daria 3');
    await open(page, `${address}/tasks/new`);
    await page.locator('#kind-go_along').check();
    await press(page, 'Write it down');
    await open(page, '/en/casework/tasks');
    assert.match(await page.locator('.tasks-today').innerText(), /Go along/);
    await keep(page, world, 'places-tasks-en-390');
    await page.getByRole('button', { name: 'Done: Daria 3, Go along' }).click();
    await page.waitForLoadState();
    assert.doesNotMatch(await page.locator('main').innerText(), /Go along/);
    await open(page, `${address}/tasks`);
    await press(page, 'Not done after all: Go along');
    assert.match(await page.locator('main .card').first().innerText(), /Go along/);
  });
}

async function longCase(world, lang) {
  const address = await as(world, 'case_worker', DESK, (page) => caseNamed(page, 'Рассвет 4', lang));
  for (const [role, pages] of Object.entries(LONG)) {
    await as(world, role, { ...PHONE, javaScriptEnabled: true }, async (page) => {
      for (const [below, word] of Object.entries(pages)) {
        await open(page, address + below);
        const said = await page.locator('body').innerText();
        assert.match(said, new RegExp(word), `${role} ${below}`);
        assert.doesNotMatch(said, MISSING, `${below}: a missing message`);
        nothing(await overflow(page));
        nothing(await audit(page));
        await keep(page, world, `places-long-${role}${below.replace('/', '-')}-${lang}-390`);
      }
    });
  }
}

async function pagesOf(page, role, lang) {
  const own = (HOUSE[role] ?? []).map((below) => `/${lang}/casework${below}`);
  if (role !== 'case_worker') return own;
  const address = (await caseNamed(page, 'Көктем', lang)).replace(/^\/[a-z]+\//, `/${lang}/`);
  return [...own, ...CASE.map((below) => `${address}${below}`)];
}

async function looks(world, lang) {
  for (const role of Object.keys(HOUSE)) {
    for (const [size, colorScheme] of [[PHONE, 'dark'], [DESK, 'light']]) {
      await as(world, role, { ...size, colorScheme }, async (page) => {
        for (const [number, address] of (await pagesOf(page, role, lang)).entries()) {
          await open(page, address);
          assert.doesNotMatch(await page.locator('body').innerText(), MISSING, `${address}: a missing message`);
          nothing(await overflow(page));
          await keep(page, world, `places-${role}-${number}-${lang}-${size.viewport.width}-${colorScheme}`);
        }
      });
    }
    // The audit is a script of ours: it needs a window that has them.
    await as(world, role, { ...DESK, javaScriptEnabled: true }, async (page) => {
      for (const address of await pagesOf(page, role, lang)) {
        await open(page, address);
        nothing(await audit(page));
      }
    });
  }
}

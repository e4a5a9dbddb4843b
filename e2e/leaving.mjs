// What somebody finds who takes the telephone or the laptop afterwards: in a browser as a person has it, with a profile on the disk, a
// history, and pages kept ready for the button "Back".

import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

import { asPerson, NO_OTHER_HOST } from './browser.mjs';
import { adult, desk, ownCode } from './desk.mjs';
import { accountOf, cookies, home, signIn } from './room.mjs';
import { scan } from './scan.mjs';
import { nothing, open } from './visit.mjs';
import { word } from './words.mjs';

/// The addresses of her own pages say nothing; these are all of them.
const NEUTRAL = /^\/(en|ru|kk)\/page(\/(1|2|3|leave|left|gone))?$/;

// The other site stands in for the one that the house chose; it would not answer here.
const OTHER = 'https://*';

/// T20: her own pages, one after the other, and what her telephone has of them afterwards.
export async function exit(world, lang) {
  const [name, asked] = [`Cormorantza ${lang}`, `Qarlyghashym ${lang}`];
  const worker = desk(world, await cookies(world, 'case_worker'));
  const address = await adult(worker, lang, name);
  const secrets = [name, asked, word(world, lang, 'her-title'), word(world, lang, 'her-who'), word(world, lang, 'correction-ask-lead')];
  const code = await ownCode(worker, address);

  await asPerson(NO_OTHER_HOST, async (page) => {
    await standIn(page);
    for (const from of ['/1', '/2', '/2 refused', '']) {
      await enter(page, world, lang, code);
      if (from.startsWith('/2')) await open(page, `${home(world)}/${lang}/page/2`);
      if (from === '/2') await page.locator('#words').fill(asked);
      if (from === '/2 refused') {
        await page.locator('#words').fill('  ');
        await page.locator('main form.form button').click();
        await page.locator('#words-fault').waitFor();
      }
      if (from === '') await open(page, `${home(world)}/${lang}/page`);
      assert.equal(await page.title(), word(world, lang, 'her-neutral-title'), 'a title says nothing');
      assert.match(new URL(page.url()).pathname, NEUTRAL, 'an address says nothing');

      const cookie = (await page.context().cookies()).map(({ name: key, value }) => `${key}=${value}`).join('; ');
      assert.match(cookie, /__Host-s=/);
      const began = Date.now();
      await page.locator('.exit button').click({ noWaitAfter: true });
      await page.waitForURL((url) => url.protocol === 'https:');
      // A few hundred milliseconds; the machine may have much else to do.
      assert.ok(Date.now() - began < 3_000, `${from}: it took ${Date.now() - began} ms`);
      const again = await fetch(`${home(world)}/${lang}/page/1`, { headers: { cookie }, redirect: 'manual' });
      assert.equal(again.headers.get('location'), `/${lang}/page`, `${from}: her session is over`);
      await backShows(page, secrets, from);
    }
    // The exit leads out also where the session is over already.
    await enter(page, world, lang, code);
    await page.context().clearCookies();
    await page.locator('.exit button').click({ noWaitAfter: true });
    await page.waitForURL((url) => url.protocol === 'https:');
  }, (folder) => {
    nothing(scan(folder, [...secrets, code]));
    const history = fs.readFileSync(path.join(folder, 'profile/Default/History'), 'latin1');
    const visited = [...history.matchAll(/http:\/\/localhost:\d+(\/[\w/.-]*)/g)].map(([, visited]) => visited);
    // In the file the title follows the address without a gap.
    assert.ok(visited.some((one) => one.includes('/page/1')), 'the history was read');
    nothing(visited.filter((one) => one !== '/' && !/^\/(en|ru|kk)\/page/.test(one)));
    nothing(['Pana', 'casework'].filter((said) => history.includes(said)));
  });
}

async function enter(page, world, lang, code) {
  // A way back that is still under way ends here: its answer, to a session that is over, would take the new cookie with it.
  await page.goto('about:blank');
  await open(page, `${home(world)}/${lang}/page`);
  await page.locator('#code').fill(code);
  await page.locator('main form.form button').click();
  await page.waitForURL(/\/page\/1$/);
}

/// Answers for every other site, with a page that anybody might have open. Nothing of ours passes through here.
async function standIn(page) {
  const session = await page.context().newCDPSession(page);
  session.on('Fetch.requestPaused', ({ requestId }) => {
    const answer = { requestId, responseCode: 200, responseHeaders: [{ name: 'content-type', value: 'text/html' }] };
    session.send('Fetch.fulfillRequest', { ...answer, body: Buffer.from('<title>Weather</title>Weather').toString('base64') });
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: OTHER }] });
}

/// Presses "Back" as long as there is something behind: no page shows any of the texts.
async function backShows(page, texts, from) {
  for (let steps = 1; steps <= 6; steps += 1) {
    const before = page.url();
    // A page that was kept ready comes without loading: nothing to wait for.
    await page.goBack({ waitUntil: 'commit', timeout: 1_000 }).catch(() => {});
    await page.waitForTimeout(200);
    const said = `${await page.title()} ${await page.locator('body').innerText()}`;
    nothing(texts.filter((text) => said.includes(text)).map((text) => `${from}: ${steps} back shows "${text}" on ${page.url()}`));
    if (page.url() === before || page.url() === 'about:blank') return;
  }
}

// Letters that stand in no word: whatever holds them came from here.
const LATIN = 'Zhqwarmbekxulu';
const KAZAKH = 'Қщұғһцәмбекүйө';
const CONTROL = 'Bvqontrolzhaqsyx';

/// T1: a laptop on which twenty cases were opened.
export async function laptop(world) {
  const house = { ...world, ...(await secondWorld(world)) };
  const control = await keptPage();
  try {
    await asPerson(NO_OTHER_HOST, (page) => usedLaptop(page, house, control), (folder) => {
      const found = scan(folder, [CONTROL]);
      assert.ok(found.some((one) => one.includes('Cache')), `what may be kept is kept, and found: ${found}`);
      nothing(scan(folder, [LATIN, KAZAKH, accountOf(house, 'head').passphrase]));
    });
  } finally {
    control.close();
  }
}

async function secondWorld(world) {
  const server = await world.secondHouse();
  return { server, base: server.base };
}

/// A page that a browser may keep: the scan finds it, or it would find nothing.
async function keptPage() {
  const server = http.createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'max-age=3600' });
    response.end(`<title>${CONTROL}</title><p>${CONTROL}</p><form><input name="q"></form>`);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function usedLaptop(page, house, control) {
  const base = home(house);
  await page.goto(`http://127.0.0.1:${control.address().port}/`);
  const worker = accountOf(house, 'case_worker');
  await signIn(page, worker, 'en', base);
  const at = desk(house, await page.context().cookies());
  const cases = [];
  for (let number = 0; number < 20; number += 1) {
    const named = { first_name: `${LATIN} ${number}`, second_name: `${KAZAKH} ${number}` };
    cases.push(await adult(at, 'en', `${LATIN} ${number}`, { identity: named }));
  }
  for (const address of cases) {
    await open(page, `${base}${address}`);
    await open(page, `${base}${address}/identity`);
    assert.ok((await page.locator('main').innerText()).includes(KAZAKH), 'the name is on the page');
  }
  // Typed in, sent, and typed in without being sent.
  await open(page, `${base}${cases[0]}/identity/edit`);
  await page.locator('#first_name').fill(`${KAZAKH} typed`);
  await page.locator('main form.form button').first().click();
  await page.waitForLoadState();
  await open(page, `${base}/en/casework/intake`);
  await page.locator('#name').fill(`${LATIN} sought`);
  await page.locator('form[action$="/intake/search"] button').click();
  await page.waitForLoadState();
  await open(page, `${base}${cases[1]}/identity/edit`);
  await page.locator('#first_name').fill(`${KAZAKH} unsent`);
  await page.locator('.leave button').click();
  await page.waitForURL(/\/sign-in$/);
  await backShows(page, [LATIN, KAZAKH], 'signed out');

  // Somebody else, whose session the server ends while the page is open: so it is after fifteen minutes without use.
  await signIn(page, accountOf(house, 'head'), 'en', base);
  // The page after signing in is the one that Chromium keeps for "Back" whatever becomes of the cookie.
  const cookie = await page.context().cookies();
  assert.ok((await page.locator('main').innerText()).includes(LATIN), 'the code names are on the page');
  await desk(house, cookie).send('/en/casework/sign-out');
  await page.locator('.site-nav a').first().click();
  await page.waitForURL(/\/sign-in$/);
  await backShows(page, [LATIN, KAZAKH], 'idle');
}

// Passkeys, with a virtual device of the browser's own: adding one, signing in with it alone, confirming, removing; a device that does not
// open keys; what the pages say when nothing comes of it. In a demonstration of its own, since adding a passkey ends other sessions.

import assert from 'node:assert/strict';

import { audit } from '../audit.mjs';
import { keep } from '../picture.mjs';
import { signIn } from '../room.mjs';
import { start } from '../server.mjs';
import { LANGUAGES } from '../site.mjs';
import { nothing, open } from '../visit.mjs';
import { overflow } from '../width.mjs';

const PHONE = { viewport: { width: 390, height: 844 } };
const DESK = { viewport: { width: 1280, height: 900 } };

export function stories(world) {
  return [
    ['a passkey signs in alone and opens her cases, until it is removed', () => alone(world, async (server) => {
      await opensAlone(world, server);
      await standsIn(world, server);
    })],
    ['nothing comes of it, and the page says what to do', () => alone(world, async (server) => {
      await refused(world, server);
      await looks(world, server);
    })],
  ];
}

async function alone(world, story) {
  const server = await start(world.binary);
  try {
    return await story({ ...server, base: server.base.replace('127.0.0.1', 'localhost') });
  } finally {
    await server.stop();
  }
}

/// A window with a device; `device` says what it can do.
async function withDevice(world, server, device, options, story) {
  const context = await world.browser.newContext({ baseURL: server.base, locale: 'en', ...options });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => message.type() === 'error' && !/status of 4\d\d/.test(message.text()) && complaints.push(message.text()));
    const session = await context.newCDPSession(page);
    await session.send('WebAuthn.enable');
    const able = { hasResidentKey: true, hasUserVerification: true, isUserVerified: true, hasPrf: true, automaticPresenceSimulation: true };
    const kind = { protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal' };
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', { options: { ...kind, ...able, ...device } });
    const change = (command, more) => session.send(`WebAuthn.${command}`, { authenticatorId, ...more });
    const told = await story(page, change);
    nothing(complaints);
    return told;
  } finally {
    await context.close();
  }
}

const account = (server, role) => server.accounts.find((found) => found.role === role);

async function add(page, name, lang = 'en') {
  await open(page, `/${lang}/casework/account`);
  await page.locator('a[href$="/account/passkeys"]').click();
  await page.locator('#name').fill(name);
  await page.locator('main form button').click();
  await page.waitForURL(/\/casework\/account#passkeys$/);
  return page.locator('#passkeys').innerText();
}

async function leave(page) {
  await page.locator('.leave button').click();
  await page.waitForURL(/\/sign-in$/);
}

async function byPasskey(page) {
  await page.locator('main a[href$="/sign-in/passkey"]').click();
  await page.locator('main form button').click();
}

async function opensAlone(world, server) {
  await withDevice(world, server, {}, DESK, async (page) => {
    await signIn(page, account(server, 'case_worker'));
    const listed = await add(page, 'blue key');
    assert.match(listed, /blue key\s+Signs you in by itself\.\s+Added .*\. Not used yet\./);
    await leave(page);
    await byPasskey(page);
    await page.waitForURL(/\/en\/casework$/);
    await page.locator('.cases a').first().click();
    assert.equal(await page.title(), 'Case · Pana');
    assert.ok((await page.locator('main h1').innerText()).length > 2, 'the code name is opened');
    await open(page, '/en/casework/confirm');
    await page.locator('main a[href$="/confirm/passkey"]').click();
    await page.locator('main form button').click();
    await page.waitForURL(/\/en\/casework$/);
    await open(page, '/en/casework/account');
    assert.match(await page.locator('#passkeys').innerText(), /Last used/);
    await keep(page, world, 'passkey-account-en');
    await open(page, '/en/casework/account/passkeys');
    await page.locator('#name').fill('the same once more');
    await page.locator('main form button').click();
    assert.match(await said(page), /has a passkey of your account already/);
    await open(page, '/en/casework/account');
    await page.locator('#passkeys .card button').click();
    await page.waitForURL(/#passkeys$/);
    assert.match(await page.locator('#passkeys').innerText(), /You have none yet/);
    await leave(page);
    await byPasskey(page);
    assert.match(await page.locator('[role=alert]').innerText(), /does not fit/, 'a removed passkey opens nothing');
    assert.match(page.url(), /\/sign-in\/passkey(\?again=\w+)?$/);
  });
}

async function standsIn(world, server) {
  const head = account(server, 'head');
  await withDevice(world, server, { hasPrf: false }, PHONE, async (page) => {
    await signIn(page, head, 'kk');
    assert.match(await add(page, 'менің телефоным', 'kk'), /Кодтың орнына жүреді/);
    await leave(page);
    await byPasskey(page);
    await page.locator('#passphrase').fill('бұл дұрыс сөйлем емес');
    await keep(page, world, 'passkey-passphrase-kk');
    await page.locator('main form button').click();
    assert.match(await page.locator('[role=alert]').innerText(), /сай келмейді/);
    await page.locator('#passphrase').fill(head.passphrase);
    await page.locator('main form button').click();
    await page.waitForURL(/\/kk\/casework$/);
    await page.locator('.cases a').first().click();
    assert.equal(await page.title(), 'Жағдай · Pana');
  });
}

const said = (page) => page.locator('[data-when]:visible').filter({ hasNotText: 'is asking you now' }).innerText();

async function refused(world, server) {
  await withDevice(world, server, { isUserVerified: false }, PHONE, async (page) => {
    await open(page, '/en/casework/sign-in');
    await byPasskey(page);
    assert.match(await said(page), /Nothing came from your device/);
    assert.ok(await page.locator('main form button').isEnabled(), 'she can try again');
    await keep(page, world, 'passkey-refused-en');
    // The address of a page that somebody else could have made: the browser gives it nothing.
    await page.goto(`${server.base.replace('localhost', '127.0.0.1')}/en/casework/sign-in/passkey`);
    await page.locator('main form button').click();
    assert.match(await said(page), /not where your passkeys belong/);
  });
  const context = await world.browser.newContext({ baseURL: server.base, javaScriptEnabled: false, ...PHONE });
  try {
    const page = await context.newPage();
    await page.goto('/ru/casework/sign-in/passkey');
    assert.ok(await page.locator('main form button').isHidden());
    assert.match(await page.locator('[data-when=off]').innerText(), /Парольная фраза и код делают то же самое/);
    await keep(page, world, 'passkey-without-script-ru');
    await page.locator('main p a[href$="/sign-in"]').last().click();
    assert.ok(await page.locator('#passphrase').isVisible());
  } finally {
    await context.close();
  }
}

async function looks(world, server) {
  await withDevice(world, server, {}, DESK, async (page) => {
    await signIn(page, account(server, 'auditor'));
    await add(page, 'синий ключ', 'ru');
    for (const lang of LANGUAGES) {
      for (const below of ['/sign-in', '/sign-in/passkey', '/account', '/account/passkeys', '/confirm', '/confirm/passkey']) {
        for (const [size, colorScheme] of [[PHONE, 'dark'], [DESK, 'light']]) {
          await page.setViewportSize(size.viewport);
          await page.emulateMedia({ colorScheme });
          await open(page, `/${lang}/casework${below}`);
          assert.doesNotMatch(await page.locator('body').innerText(), /passkeys?-[a-z]+|⟨|⟩/, `${lang} ${below}: a missing message`);
          nothing(await overflow(page));
          if (below.includes('passkey')) assert.ok(await page.locator('main form button').isVisible());
          await keep(page, world, `passkey${below.replaceAll('/', '-')}-${lang}-${size.viewport.width}`);
        }
        nothing(await audit(page));
      }
    }
  });
}

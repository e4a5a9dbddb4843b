// Somebody signed in to the confided room: a window of her own, whose cookies go with it.

import assert from 'node:assert/strict';

import { code } from './totp.mjs';
import { open } from './visit.mjs';

// A code of the second factor counts once: each account is signed in once, and its cookies are used again, also by a story that is
// told at the same time.
const signed = new Map();

/// Plays `story` in a window in which an account of the demonstration is signed in. Scripts are off: nothing of the room needs them.
export async function as(world, role, options, story) {
  const context = await world.browser.newContext({ baseURL: home(world), locale: 'en', javaScriptEnabled: false, ...options });
  try {
    await context.addCookies(await cookies(world, role));
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    return await story(page);
  } finally {
    await context.close();
  }
}

/// The cookies of an account of the demonstration that is signed in.
export function cookies(world, role) {
  const who = `${world.base} ${role}`;
  if (!signed.has(who)) signed.set(who, firstSignIn(world, home(world), accountOf(world, role)));
  return signed.get(who);
}

/// The account of a role.
export function accountOf(world, role) {
  const account = world.server.accounts.find((found) => found.role === role);
  assert.ok(account, `the demonstration has an account for ${role}`);
  return account;
}

/// Where the room is: cookies that are `Secure` are kept for this name of the machine only.
export const home = (world) => world.base.replace('127.0.0.1', 'localhost');

async function firstSignIn(world, base, account) {
  const context = await world.browser.newContext({ baseURL: base, javaScriptEnabled: false });
  try {
    await signIn(await context.newPage(), account);
    return await context.cookies();
  } finally {
    await context.close();
  }
}

/// Signs in by the form, as a person does. `base` where the window has none of its own.
export async function signIn(page, { user, passphrase, totp_secret: secret }, lang = 'en', base = '') {
  await page.goto(`${base}/${lang}/casework/sign-in`);
  // The code of now may have been used by a story that is told at the same time; the next one counts already.
  for (const ahead of [0, 30_000]) {
    await page.locator('#login').fill(user);
    await page.locator('#passphrase').fill(passphrase);
    await page.locator('#code').fill(code(secret, Date.now() + ahead));
    await page.locator('main form button').click();
    await page.waitForLoadState();
    if (!new URL(page.url()).pathname.endsWith('/sign-in')) return;
  }
  assert.fail(`${user} is not let in`);
}

/// The address of a case that somebody has in her list, by its code name: other stories put theirs before it.
export async function caseNamed(page, name, lang = 'en') {
  let leaf = `/${lang}/casework`;
  while (leaf) {
    await open(page, leaf);
    const found = page.locator('.cases a', { hasText: name }).first();
    if (await found.count()) return found.getAttribute('href');
    const older = page.locator('main a[rel="next"]');
    leaf = (await older.count()) ? await older.getAttribute('href') : undefined;
  }
  return assert.fail(`no case ${name}`);
}

// Somebody signed in to the confided room: a window of her own, whose cookies go with it.

import assert from 'node:assert/strict';

import { code } from './totp.mjs';

// A code of the second factor counts once: each account is signed in once, and its cookies are used again, also by a story that is
// told at the same time.
const signed = new Map();

/// Plays `story` in a window in which an account of the demonstration is signed in. Scripts are off: nothing of the room needs them.
export async function as(world, role, options, story) {
  const account = world.server.accounts.find((found) => found.role === role);
  assert.ok(account, `the demonstration has an account for ${role}`);
  const base = world.base.replace('127.0.0.1', 'localhost');
  if (!signed.has(role)) signed.set(role, firstSignIn(world, base, account));
  const context = await world.browser.newContext({ baseURL: base, locale: 'en', javaScriptEnabled: false, ...options });
  try {
    await context.addCookies(await signed.get(role));
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    return await story(page);
  } finally {
    await context.close();
  }
}

async function firstSignIn(world, base, account) {
  const context = await world.browser.newContext({ baseURL: base, javaScriptEnabled: false });
  try {
    await signIn(await context.newPage(), account);
    return await context.cookies();
  } finally {
    await context.close();
  }
}

/// Signs in by the form, as a person does.
export async function signIn(page, { user, passphrase, totp_secret: secret }, lang = 'en') {
  await page.goto(`/${lang}/casework/sign-in`);
  await page.locator('#login').fill(user);
  await page.locator('#passphrase').fill(passphrase);
  await page.locator('#code').fill(code(secret));
  await page.locator('main form button').click();
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
}

// Looking at a page of the confided room as it is: on a telephone and on a desk, light and dark, with no message missing and nothing wider
// than the window; and the audit beside it, for a window that has scripts, which is ours alone, since no page of the room can run any.

import assert from 'node:assert/strict';

import { audit } from './audit.mjs';
import { keep } from './picture.mjs';
import { nothing } from './visit.mjs';
import { overflow } from './width.mjs';

export const PHONE = { viewport: { width: 390, height: 844 } };
export const DESK = { viewport: { width: 1280, height: 900 } };

/// Looks at a page and keeps both pictures under a name.
export async function look(page, world, name) {
  assert.doesNotMatch(await page.locator('body').innerText(), /\[[a-z]+(-[a-z]+)+\]/, `${page.url()}: a missing message`);
  const before = page.viewportSize();
  for (const [{ viewport }, colorScheme] of [[PHONE, 'light'], [DESK, 'dark']]) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    nothing(await overflow(page));
    await keep(page, world, `${name}-${viewport.width}`);
  }
  await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: null });
}

/// The same, and the audit.
export async function sound(page, world, name) {
  await look(page, world, name);
  nothing((await audit(page)).map((line) => `${new URL(page.url()).pathname}: ${line}`));
}

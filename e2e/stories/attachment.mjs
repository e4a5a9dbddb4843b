// Attached papers: a photograph and a PDF put into a case on a telephone, looked at, refused with a reason, taken away. Without scripts, in
// three languages; every page is audited.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

import { adult, desk } from '../desk.mjs';
import { PHONE, sound } from '../look.mjs';
import { as, cookies } from '../room.mjs';
import { LANGUAGES } from '../site.mjs';
import { open } from '../visit.mjs';
import { says } from '../words.mjs';

export function stories(world) {
  return LANGUAGES.map((lang) => [`a paper is attached, looked at and taken away, in ${lang}`, () => attached(world, lang)]);
}

const look = (page, world, name) => sound(page, world, `attachment-${name}`);

/// Sends the form with a file; the file has no name that anybody would want to keep.
async function attach(page, name, mimeType, buffer) {
  await page.locator('#name').fill(name);
  await page.locator('#file').setInputFiles({ name: 'Айгерим Садыкова 12.pdf', mimeType, buffer });
  await page.locator('main form.form button').first().click();
  await page.waitForLoadState();
}

/// The pages of a paper as the browser shows them: how wide each is, and whether it was decoded.
const leaves = (page) =>
  page.locator('.sheets img').evaluateAll((all) => all.map((one) => ({ wide: one.naturalWidth, whole: one.complete })));

/// A photograph as a telephone takes it: made by the browser itself.
async function photograph(page) {
  const made = await page.context().newPage();
  await made.setViewportSize({ width: 900, height: 1200 });
  await made.setContent('<h1 style="font: 60px sans-serif">Анықтама № 12</h1>');
  const taken = await made.screenshot({ type: 'jpeg' });
  await made.close();
  return taken;
}

async function attached(world, lang) {
  const worker = await desk(world, await cookies(world, 'case_worker'));
  const address = await adult(worker, lang, `Quill ${lang}`);
  const text = (key) => says(world, lang, key);
  const receipt = fs.readFileSync(path.join(world.root, 'crates/app/src/casework/demo_receipt.pdf'));
  const main = (page) => page.locator('main').innerText();
  await as(world, 'case_worker', { ...PHONE, javaScriptEnabled: true }, async (page) => {
    await open(page, address);
    await page.locator('main a[href$="/attachments"]').click();
    assert.match(await main(page), text('attachments-none'));
    await look(page, world, `none-${lang}`);
    await page.locator('main a[href$="/attachments/new"]').click();
    await look(page, world, `choose-${lang}`);
    await page.locator('main a[href$="/services/new"]').click();
    await look(page, world, `form-${lang}`);

    await attach(page, 'Билет', 'application/pdf', Buffer.from('<script>alert(1)</script>'));
    assert.match(await page.locator('#file-fault').innerText(), text('attachment-unfit-unknown'));
    assert.equal(await page.locator('#name').inputValue(), 'Билет', 'what was typed is there');
    await look(page, world, `fault-${lang}`);

    // Larger than what is read of any form: the browser must have sent all of it to show the answer.
    await attach(page, 'Билет', 'application/pdf', Buffer.alloc(45 << 20, 37));
    assert.match(await main(page), text('refused-file-next'));
    await open(page, `${address}/attachments/services/new`);

    await attach(page, 'Билет', 'application/pdf', receipt);
    assert.match(page.url(), /\/attachments\/services\/[0-9a-f]{32}$/);
    await page.waitForLoadState('networkidle');
    const [leaf, ...more] = await leaves(page);
    assert.ok(leaf.whole && leaf.wide > 700 && more.length === 0, JSON.stringify(leaf));
    assert.doesNotMatch(await page.content(), /Садыкова/, 'the name of the file is nowhere');
    await look(page, world, `paper-${lang}`);

    await open(page, `${address}/attachments/legal/new`);
    await attach(page, 'Анықтама', 'image/png', await photograph(page));
    await page.waitForLoadState('networkidle');
    assert.deepEqual((await leaves(page)).map((one) => one.wide), [900], 'a photograph keeps its size');
    await open(page, `${address}/attachments`);
    assert.equal(await page.locator('main .card h3').count(), 2);
    await look(page, world, `list-${lang}`);

    await page.locator('main a[href$="/away"]').first().click();
    await look(page, world, `away-${lang}`);
    await page.locator('main form.form button').first().click();
    await page.waitForLoadState();
    assert.equal(await page.locator('main .card h3').count(), 1);
  });
}

// Scripts off: nothing is lost, because nothing needs them.

import assert from 'node:assert/strict';

import { plain } from '../text.mjs';
import { open, visit } from '../visit.mjs';

const OFF = { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } };

export function stories(world) {
  return [
    ['the country page says the same with scripts off', () => sameContent(world)],
    ['a figure opens how it was made', () => derivation(world)],
    ['two countries are compared by form', () => compare(world)],
    ['a country is found by form', () => search(world)],
  ];
}

async function sameContent(world) {
  const read = (options) => visit(world, options, async (page) => {
    await page.goto('/en/countries/KAZ/2023');
    return plain(await page.locator('main').innerText());
  });
  const [on, off] = [await read({ viewport: OFF.viewport }), await read(OFF)];
  assert.ok(off.includes('208,000'), 'the page without scripts does not say 208,000');
  assert.equal(off, on);
}

async function derivation(world) {
  await visit(world, OFF, async (page) => {
    await open(page, '/en/countries/KAZ/2023');
    const figure = page.locator('.key-figure a.figure').first();
    const said = plain(await figure.innerText());
    await figure.click();
    await page.waitForURL(/\/derivations#/);
    const derivation = plain(await page.locator('.derivation:target').innerText());
    assert.ok(derivation.includes(said), `the derivation of ${said} does not name it: ${derivation.slice(0, 200)}`);
  });
}

async function compare(world) {
  await visit(world, OFF, async (page) => {
    await open(page, '/en/compare');
    const fields = page.locator('main select[name="country"]');
    await fields.nth(0).selectOption('KAZ');
    await fields.nth(1).selectOption('UZB');
    await page.locator('main form button').first().click();
    await page.waitForURL(/country=KAZ&country=UZB/);
    const text = plain(await page.locator('main table').first().innerText());
    for (const wanted of ['Kazakhstan', 'Uzbekistan', '208,000', '11.1']) {
      assert.ok(text.includes(wanted), `the comparison does not say ${wanted}`);
    }
  });
}

async function search(world) {
  await visit(world, OFF, async (page) => {
    await open(page, '/ru/');
    await page.locator('.site-search input').fill('Казахстан');
    await page.locator('.site-search button').click();
    await page.waitForURL(/\/ru\/search\?q=/);
    await page.locator('main a[href="/ru/countries/KAZ"], main a[href^="/ru/countries/KAZ/"]').first().click();
    await page.waitForURL(/\/ru\/countries\/KAZ\/2023$/);
  });
}

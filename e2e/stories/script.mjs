// Scripts off: nothing is lost, because nothing needs them.

import assert from 'node:assert/strict';

import { nothing, open, visit } from '../visit.mjs';
import { plain } from '../text.mjs';

const OFF = { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } };

export function stories(world) {
  return [
    ['the country page says the same with scripts off', () => sameContent(world)],
    ['every link of the country page leads somewhere', () => links(world)],
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

async function links(world) {
  await visit(world, OFF, async (page) => {
    await page.goto('/en/countries/KAZ/2023');
    const found = await page.locator('a[href]').evaluateAll((all) => all.map((link) => link.href));
    const own = [...new Set(found.filter((href) => href.startsWith(world.base)).map((href) => href.split('#')[0]))];
    assert.ok(own.length > 20, `there are only ${own.length} links`);
    const findings = [];
    for (const href of own) {
      const { status } = await fetch(href);
      if (status !== 200) findings.push(`${href.slice(world.base.length)} answers ${status}`);
    }
    // An anchor that is not there leaves the reader at the top of a long page.
    const anchors = [...new Set(found.filter((href) => href.includes('/derivations#')).map((href) => href.split('#')[1]))];
    await open(page, '/en/countries/KAZ/2023/derivations');
    for (const anchor of anchors) {
      const there = await page.locator(`[id="${decodeURIComponent(anchor)}"]`).count();
      if (there !== 1) findings.push(`#${anchor} is ${there} times on the page of derivations`);
    }
    assert.ok(anchors.length > 20, `there are only ${anchors.length} derivations`);
    nothing(findings);
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

// Keyboard only: from the home page to how a figure was made, in another language, and the focus is always seen.

import assert from 'node:assert/strict';

import { nothing, open, visit } from '../visit.mjs';

const DESK = { viewport: { width: 1280, height: 900 } };

export function stories(world) {
  return [
    ['from the home page to a derivation in Kazakh', () => journey(world)],
    ...['/en/', '/en/countries/KAZ/2023', '/en/compare?country=KAZ&country=UZB'].map((address) =>
      [`Tab passes through ${address} and out again`, () => walk(world, address)]),
  ];
}

async function journey(world) {
  await visit(world, DESK, async (page) => {
    await open(page, '/en/');
    await page.keyboard.press('Tab');
    assert.ok(await focused(page, '.skip'), 'the first stop is not the link that skips to the content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.ok(await focused(page, 'main *'), 'after the skip link the focus is not in the content');

    await tabTo(page, 'input[type=search]');
    await page.keyboard.type('Kazakhstan');
    await enter(page, /\/en\/(search\?|countries\/KAZ)/);
    if (page.url().includes('/search')) {
      await tabTo(page, 'main a[href*="/countries/KAZ"]');
      await enter(page, /\/en\/countries\/KAZ\/2023$/);
    }

    await tabTo(page, 'main a.figure');
    await enter(page, /\/derivations#/);
    const derivation = new URL(page.url()).hash;
    assert.equal(await page.locator(`${derivation}:target`).count(), 1, `${derivation} is not on the page`);

    await tabTo(page, '.languages a[hreflang=kk]', 'Shift+Tab');
    await enter(page, /\/kk\/countries\/KAZ\/2023\/derivations/);
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'kk');
  });
}

/// Every stop is seen, none holds the reader back, and after the last one the browser has its turn.
async function walk(world, address) {
  await visit(world, DESK, async (page) => {
    await open(page, address);
    const all = await page.locator('a[href], button, input, select, summary, [tabindex="0"]').count();
    const findings = [];
    let before = '';
    for (let stop = 0; ; stop += 1) {
      await page.keyboard.press('Tab');
      const at = await focus(page);
      if (at.nowhere) break;
      if (!at.seen) findings.push(`the focus on ${at.name} cannot be seen`);
      if (!at.shown) findings.push(`${at.name} has the focus outside the window`);
      if (at.place === before) findings.push(`Tab does not leave ${at.name}`);
      if (stop > all + 5) {
        findings.push(`after ${stop} stops Tab has not come to the end of ${all} elements`);
        break;
      }
      before = at.place;
    }
    nothing([...new Set(findings)].slice(0, 20));
  });
}

/// Presses Tab until something that fits has the focus; every stop on the way must be seen.
async function tabTo(page, selector, key = 'Tab') {
  const most = await page.locator('a[href], button, input, select, summary, [tabindex]').count();
  for (let stop = 0; stop <= most; stop += 1) {
    await page.keyboard.press(key);
    const at = await focus(page);
    if (!at.nowhere) assert.ok(at.seen, `on ${page.url()} the focus on ${at.name} cannot be seen`);
    if (await focused(page, selector)) return;
  }
  assert.fail(`${key} does not come to ${selector} on ${page.url()}`);
}

async function enter(page, address) {
  await page.keyboard.press('Enter');
  await page.waitForURL(address);
}

/// Where the focus is and whether a reader can see it.
async function focus(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1
      && style.outlineColor !== 'rgba(0, 0, 0, 0)';
    const path = [];
    for (let step = element; step.parentElement; step = step.parentElement) {
      path.unshift([...step.parentElement.children].indexOf(step));
    }
    const text = (element.getAttribute('aria-label') ?? element.textContent).trim().replace(/\s+/g, ' ').slice(0, 40);
    return {
      nowhere: element === document.body || element === document.documentElement,
      // The content itself takes the focus after the skip link; it is a place, not a control.
      seen: element.id === 'main' || outlined || style.boxShadow !== 'none',
      shown: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
      name: `<${element.localName}> "${text}"`,
      place: path.join('.'),
    };
  });
}

function focused(page, selector) {
  return page.evaluate((wanted) => document.activeElement.matches(wanted), selector);
}

// Print: the country page on paper is the country page, without what only a screen can use.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

import * as paper from '../paper.mjs';
import { plain } from '../text.mjs';
import { open, visit } from '../visit.mjs';

const NUMBER = { en: '208,000', kk: '208 000' };

export function stories(world) {
  return Object.keys(NUMBER).map((lang) => [`the country page prints, in ${lang}`, () => prints(world, lang)]);
}

async function prints(world, lang) {
  // From a dark screen too, paper is white.
  await visit(world, { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }, async (page) => {
    await open(page, `/${lang}/countries/KAZ/2023`);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const screen of ['.site-nav', '.site-search', '.languages', '.skip']) {
      assert.equal(await page.locator(screen).isVisible(), false, `${screen} is printed`);
    }
    const [ground, ink] = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      return [backgroundColor, color];
    });
    assert.equal(ground, 'rgb(255, 255, 255)', 'the ground of the paper');
    assert.notEqual(ink, ground);

    const file = path.join(world.artefacts, 'paper', `${lang}-page-printed.pdf`);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    await page.pdf({ path: file, format: 'A4', preferCSSPageSize: true, tagged: true });
    await paper.draw(file);
    const text = plain(await paper.textOf(file));
    assert.ok(text.includes(NUMBER[lang]), `the paper does not say ${NUMBER[lang]}`);
  });
}

// The series break: the index changed its method between editions, so no line joins them and no trend is stated.

import assert from 'node:assert/strict';

import { keep } from '../picture.mjs';
import { LANGUAGES } from '../site.mjs';
import { plain } from '../text.mjs';
import { open, visit } from '../visit.mjs';

const ADDRESS = 'indicators/ms.prevalence.number?place=KZ';

// Of the editions before and after the break.
const NUMBERS = { en: ['81,600', '208,000'], ru: ['81 600', '208 000'], kk: ['81 600', '208 000'] };

export function stories(world) {
  return LANGUAGES.flatMap((lang) => [
    [`the page refuses a trend across editions, in ${lang}`, () => refuses(world, lang)],
    [`the chart breaks its line, in ${lang}`, () => breaks(world, lang)],
  ]);
}

async function refuses(world, lang) {
  await visit(world, { viewport: { width: 1280, height: 900 } }, async (page) => {
    await open(page, `/${lang}/${ADDRESS}`);
    const refusal = page.locator('main .refusal');
    assert.equal(await refusal.count(), 1, 'there is no refusal');
    assert.ok(await refusal.isVisible(), 'the refusal cannot be seen');
    assert.ok(plain(await refusal.innerText()).length > 40, 'the refusal gives no reason');
    const text = plain(await page.locator('main').innerText());
    for (const number of NUMBERS[lang]) assert.ok(text.includes(number), `the page does not say ${number}`);
    await keep(page, world, `${lang}-series`);
  });
}

async function breaks(world, lang) {
  await visit(world, { viewport: { width: 1280, height: 900 } }, async (page) => {
    await open(page, `/${lang}/${ADDRESS}`);
    const { marks, drawn } = await page.evaluate(() => {
      const boxes = (selector) => [...document.querySelectorAll(selector)].map((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        return { left, right, top, bottom, drawn: `<${element.localName} class="${element.className.baseVal}">` };
      });
      // A mark in the key is as high as a line of text; a mark in the chart is as high as the chart.
      const marks = boxes('main svg line.break-mark').filter(({ top, bottom }) => bottom - top > 60);
      return { marks, drawn: boxes('main svg [class*="series-"]') };
    });
    assert.ok(marks.length > 0, 'the chart has no break mark');
    for (const mark of marks) {
      const at = (mark.left + mark.right) / 2;
      // The key above the chart has lines too; they are no part of it.
      const plotted = drawn.filter(({ top, bottom }) => bottom > mark.top && top < mark.bottom);
      assert.ok(plotted.some(({ right }) => right <= at) && plotted.some(({ left }) => left >= at),
        'there is nothing on one side of the break mark');
      const joining = plotted.filter(({ left, right }) => left < at - 1 && right > at + 1);
      assert.deepEqual(joining.map(({ drawn }) => drawn), [], 'lines that cross the break');
    }
  });
}

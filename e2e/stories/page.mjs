// Every kind of page, in every language, on a phone and on a desk: it answers, it fits, it asks nothing of any other host,
// and axe-core finds nothing.

import { audit } from '../audit.mjs';
import { keep } from '../picture.mjs';
import { LANGUAGES, address, pages } from '../site.mjs';
import { nothing, open, visit } from '../visit.mjs';
import { overflow } from '../width.mjs';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 900 };

// A message that is in no catalogue shows as its key: [nav-home].
const MISSING_MESSAGE = /\[[a-z]+(-[a-z0-9]+)+\]/g;

export async function stories(world) {
  const kinds = await pages(world);
  return kinds.flatMap((kind) => LANGUAGES.flatMap((lang) => [
    [`${kind.kind} in ${lang} on a phone`, () => onPhone(world, kind, lang)],
    [`${kind.kind} in ${lang} on a desk`, () => onDesk(world, kind, lang)],
  ]));
}

function onPhone(world, kind, lang) {
  return visit(world, { viewport: PHONE, hasTouch: true }, async (page, complaints) => {
    await open(page, address(kind, lang), kind.status);
    const findings = [...(await look(page, kind, lang)), ...complaints];
    // The rules do not depend on the language; contrast and names are looked at in each on the desk.
    if (lang === 'en') findings.push(...(await audit(page)));
    await keep(page, world, `${lang}-${kind.kind}-390`);
    nothing(findings);
  });
}

function onDesk(world, kind, lang) {
  return visit(world, { viewport: DESK }, async (page, complaints) => {
    await open(page, address(kind, lang), kind.status);
    const findings = [...(await look(page, kind, lang)), ...complaints];
    findings.push(...(await audit(page)));
    if (lang !== 'ru') await keep(page, world, `${lang}-${kind.kind}-1280`);
    await page.emulateMedia({ colorScheme: 'dark' });
    if (lang === 'en') findings.push(...(await audit(page, ['color-contrast'])).map((line) => `dark: ${line}`));
    if (lang !== 'ru') await keep(page, world, `${lang}-${kind.kind}-1280-dark`);
    nothing(findings);
  });
}

/// What is wrong with an open page, whatever its kind.
async function look(page, kind, lang) {
  const found = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    headings: document.querySelectorAll('h1').length,
    languages: [...document.querySelectorAll('.languages a')].map((link) => new URL(link.href).pathname.split('/')[1]),
    html: document.documentElement.outerHTML,
  }));
  const findings = await overflow(page);
  const expect = (holds, sentence) => holds || findings.push(sentence);
  expect(found.lang === lang, `the page says its language is "${found.lang}"`);
  expect(found.title.length > ' · Pana'.length, `the title is "${found.title}"`);
  expect(found.headings === 1, `there are ${found.headings} headings of the first level`);
  expect(found.languages.sort().join() === 'en,kk,ru', `the language switch leads to ${found.languages}`);
  expect(await page.locator(kind.shows).count() > 0, `there is no ${kind.shows}`);
  // In attributes too: a missing label is heard, if not seen.
  const missing = new Set(found.html.match(MISSING_MESSAGE));
  expect(missing.size === 0, `messages are missing: ${[...missing].join(' ')}`);
  return findings;
}

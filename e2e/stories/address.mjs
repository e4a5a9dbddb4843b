// Bad addresses: whatever is typed, the answer is a page with a sentence in a language of the reader, never a failure.

import assert from 'node:assert/strict';

import { plain } from '../text.mjs';

const LONG = 'slavery '.repeat(1_000);

// Each with the answers that would be right, and where a page that answers 200 must say what is wrong, how it says so.
const ADDRESSES = [
  ['/en/countries/ZZZ', [404]],
  ['/en/countries/ZZZ/2023', [404]],
  ['/en/countries/KAZ/1999', [404]],
  ['/en/countries/KAZ/2023.docx', [404]],
  ['/en/countries/ZZZ/2023.pdf', [404]],
  ['/en/countries/ZZZ/2023.json', [404]],
  ['/xx/', [404]],
  ['/EN/', [404]],
  ['/en/nowhere/at/all', [404]],
  ['/en/indicators/nope', [404]],
  ['/en/indicators/ms.prevalence.number?place=nope', [400, 404]],
  ['/en/indicators/ms.prevalence.number?as_of=yesterday', [200, 400], /yesterday|not a day/],
  ['/en/indicators/ms.prevalence.number?as_of=2023-02-30', [200, 400], /2023-02-30|not a day/],
  ['/en/observations/nope', [404]],
  ['/en/sources/nope', [404]],
  ['/en/places/nope', [404]],
  ['/en/methods/nope', [404]],
  ['/en/data/nope.csv', [404]],
  ['/en/compare?places=ZZZ', [200, 400, 404]],
  ['/en/compare?country=ZZZ&country=KAZ', [200, 400, 404], /ZZZ/],
  [`/en/compare?${'country=KAZ&'.repeat(200)}`, [200, 400]],
  ['/en/compare?country=KAZ&edition=1999', [200, 400, 404]],
  ['/en/?region=nope', [200, 400, 404]],
  ['/en/?edition=nope', [200, 400, 404]],
  ['/en/?region=ECA&region=ECA', [200, 400]],
  ['/en/search?q=', [200]],
  ['/en/search?q=%00', [200, 400]],
  ['/en/search?q=%FF', [200, 400]],
  ['/en/search?q=a&q=b', [200, 400]],
  ['/en/search?q=%3Cscript%3Ealert(1)%3C/script%3E', [200]],
  [`/en/search?q=${encodeURIComponent(LONG)}`, [200, 400, 414]],
  ['/en/%00', [404]],
  ['/en/%FF', [404]],
  ['/%FF/', [404]],
  ['/%FF', [404]],
  ['/en/countries/%00', [400, 404]],
  ['/en/countries/%FF', [400, 404]],
  ['/en/indicators/%FF', [400, 404]],
  ['/en/sources/%00', [400, 404]],
  ['/en/countries/KAZ%2F2023', [404]],
  ['/en/..%2f..%2fetc/passwd', [404]],
];

export function stories(world) {
  const told = ADDRESSES.map(([address, statuses, says]) => {
    const name = address.length > 60 ? `${address.slice(0, 40)}… (${address.length} letters)` : address;
    return [`${name} is answered with a sentence`, () => sentence(world, address, statuses, says)];
  });
  return [
    ...told,
    ['a wrong address is told in the language of its path', () => inLanguage(world, '/kk/nowhere', 'en', 'kk')],
    ['an address without a language is told in the language of the browser', () => inLanguage(world, '/xx/', 'ru', 'ru')],
    ['what was searched for is shown as text, not taken as a page', () => harmless(world)],
    ['the server has not failed once', () => unharmed(world)],
  ];
}

async function sentence(world, address, statuses, says) {
  const answer = await fetch(`${world.base}${address}`, { headers: { 'accept-language': 'en' } });
  const html = await answer.text();
  assert.ok(statuses.includes(answer.status), `the answer is ${answer.status}, not ${statuses.join(' or ')}: ${html.slice(0, 120)}`);
  assert.match(answer.headers.get('content-type') ?? '', /^text\/html/, `the answer is not a page: ${html.slice(0, 120)}`);
  const text = told(html);
  assert.match(html, /<h1[^>]*>\s*\S/, 'the page has no heading');
  if (says) assert.match(text, says, `the page does not say what is wrong: ${text.slice(0, 200)}`);
  if (answer.status === 200) return;
  // A sentence: a few words and an end.
  const sentences = text.split(/(?<=[.!?])/).filter((part) => /[.!?]$/.test(part) && part.trim().split(' ').length > 3);
  assert.ok(sentences.length > 0, `the page has no sentence: ${text.slice(0, 120)}`);
}

/// The text of the content of a page.
function told(html) {
  const main = html.match(/<main[\s\S]*?<\/main>/)?.[0] ?? '';
  // What stands in a form is what the reader typed or may choose, not what the page says.
  return plain(main.replace(/<form[\s\S]*?<\/form>/g, ' ').replace(/<[^>]+>/g, ' '));
}

async function inLanguage(world, address, wish, lang) {
  const answer = await fetch(`${world.base}${address}`, { headers: { 'accept-language': wish } });
  assert.equal(answer.status, 404);
  const html = await answer.text();
  assert.match(html, new RegExp(`<html lang="${lang}"`));
  assert.match(told(html), /\p{Script=Cyrillic}{3,}/u, 'the sentence is not in that language');
}

async function harmless(world) {
  const html = await (await fetch(`${world.base}/en/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E`)).text();
  assert.ok(!/<script/i.test(html), 'the page carries a script');
}

/// The answer 500 leaves a line on the server's standard error, whoever got it.
async function unharmed(world) {
  for (const [address] of ADDRESSES) await fetch(`${world.base}${address}`);
  assert.doesNotMatch(world.server.complaints(), /failed|panicked/);
}

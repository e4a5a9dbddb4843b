// The front door: the language the reader prefers, and what every answer carries.

import assert from 'node:assert/strict';

import { nothing } from '../visit.mjs';

const WISHES = [
  ['kk-KZ', '/kk/'],
  ['kk-KZ,kk;q=0.9,ru;q=0.8,en;q=0.7', '/kk/'],
  ['ru', '/ru/'],
  ['ru-RU,en;q=0.5', '/ru/'],
  ['en;q=0.4, ru;q=0.9', '/ru/'],
  ['en-GB', '/en/'],
  ['de-DE,de;q=0.9', '/en/'],
  ['*', '/en/'],
  ['not a language ;;; q=', '/en/'],
  [undefined, '/en/'],
];

const HEADERS = {
  'content-security-policy': /^default-src 'none';(?!.*(unsafe|https?:|\*|script-src)).*frame-ancestors 'none'/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^(no-referrer|same-origin)$/,
  'x-frame-options': /^DENY$/,
  'permissions-policy': /camera=\(\)/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
};

export function stories(world) {
  return [
    ...WISHES.map(([wish, door]) => [`who asks for "${wish ?? 'nothing'}" comes to ${door}`, () => welcomes(world, wish, door)]),
    ['an answer in the language of the browser says so to caches', () => varies(world)],
    ['every answer carries the security headers', () => headers(world)],
    ['the fonts of the stylesheet are there', () => fonts(world)],
  ];
}

async function welcomes(world, wish, door) {
  // fetch() would add a wish of its own where there is none; an empty one says nothing.
  const answer = await fetch(`${world.base}/`, { redirect: 'manual', headers: { 'accept-language': wish ?? '' } });
  assert.ok([302, 303, 307].includes(answer.status), `the answer is ${answer.status}, not a redirection for this reader`);
  assert.equal(new URL(answer.headers.get('location'), world.base).pathname, door);
}

/// A cache must not give one reader what another wanted.
async function varies(world) {
  for (const address of ['/', '/xx/']) {
    const answer = await fetch(`${world.base}${address}`, { redirect: 'manual' });
    const vary = answer.headers.get('vary') ?? '';
    assert.match(vary, /accept-language/i, `${address} does not vary by Accept-Language but by "${vary}"`);
  }
}

async function headers(world) {
  const addresses = ['/', '/en/', '/kk/countries/KAZ/2023', '/en/nowhere', '/xx/', '/assets/pana.css', '/assets/nothing',
    '/en/countries/KAZ/2023.json', '/en/countries/KAZ/2023.pdf'];
  const findings = [];
  for (const address of addresses) {
    const answer = await fetch(`${world.base}${address}`, { redirect: 'manual' });
    for (const [name, expected] of Object.entries(HEADERS)) {
      const value = answer.headers.get(name) ?? '';
      if (!expected.test(value)) findings.push(`${address} has ${name}: "${value}"`);
    }
    if (answer.headers.has('set-cookie')) findings.push(`${address} sets a cookie`);
  }
  nothing(findings);
}

async function fonts(world) {
  const page = await (await fetch(`${world.base}/en/`)).text();
  const [, stylesheet] = page.match(/<link rel="stylesheet" href="([^"]+)"/);
  const css = await (await fetch(`${world.base}${stylesheet}`)).text();
  const urls = [...new Set([...css.matchAll(/url\("?([^")]+)"?\)/g)].map(([, url]) => url))];
  assert.ok(urls.length >= 12, `the stylesheet names only ${urls.length} fonts`);
  const findings = [];
  for (const url of urls) {
    const answer = await fetch(new URL(url, world.base));
    const kind = answer.headers.get('content-type');
    if (answer.status !== 200 || kind !== 'font/woff2') findings.push(`${url} answers ${answer.status} ${kind}`);
  }
  nothing(findings);
}

// Links: each leads to a page that is there, and each anchor to a place on it.

import { address, pages } from '../site.mjs';
import { nothing } from '../visit.mjs';

export async function stories(world) {
  // The same page is the target of many links and is asked for once.
  const asked = new Map();
  const ask = (path) => asked.get(path) ?? asked.set(path, answer(world, path)).get(path);
  const kinds = await pages(world);
  return kinds.map((kind) => [`every link of ${kind.kind} leads somewhere`, () => follow(world, address(kind, 'kk'), ask)]);
}

async function follow(world, from, ask) {
  const { html } = await ask(from);
  const links = [...html.matchAll(/<(?:a|link)\s[^>]*?href="([^"]*)"/g)].map(([, href]) => href.replaceAll('&amp;', '&'));
  const findings = [];
  for (const href of new Set(links)) {
    const target = new URL(href, world.base + from);
    // Addresses of sources belong to other people; a paper takes seconds to set and has stories of its own.
    if (target.origin !== world.base || target.pathname.endsWith('.pdf')) continue;
    const { status, html: there } = await ask(target.pathname + target.search);
    const place = decodeURIComponent(target.hash.slice(1));
    if (status !== 200 && target.pathname + target.search !== from) findings.push(`${href} answers ${status}`);
    else if (place && !there.includes(` id="${place}"`)) findings.push(`${href} leads to a place that is not there`);
  }
  nothing(findings);
}

async function answer(world, path) {
  const got = await fetch(world.base + path);
  return { status: got.status, html: await got.text() };
}

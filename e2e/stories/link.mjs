// Links: each leads to a page that is there, and each anchor to a place on it.

import { address, pages } from '../site.mjs';
import { nothing } from '../visit.mjs';

export async function stories(world) {
  // The same page is the target of many links and is asked for once.
  const asked = new Map();
  const ask = (path) => asked.get(path) ?? asked.set(path, answer(world, path)).get(path);
  // On the page of a wrong address the language switch leads to the same wrong address.
  const kinds = (await pages(world)).filter((kind) => kind.status !== 404);
  return kinds.map((kind) => [`every link of ${kind.kind} leads somewhere`, () => follow(world, address(kind, 'kk'), ask)]);
}

async function follow(world, from, ask) {
  const { html } = await ask(from);
  const links = [...html.matchAll(/<(?:a|link)\s[^>]*?href="([^"]*)"/g)].map(([, href]) => decoded(href));
  const findings = [];
  for (const href of new Set(links)) {
    const target = new URL(href, world.base + from);
    // Addresses of sources belong to other people; a paper takes seconds to set and has stories of its own.
    if (target.origin !== world.base || target.pathname.endsWith('.pdf')) continue;
    const { status, html: there } = await ask(target.pathname + target.search);
    const place = decodeURIComponent(target.hash.slice(1));
    if (status !== 200) findings.push(`${href} answers ${status}`);
    else if (place && !there.includes(` id="${place}"`)) findings.push(`${href} leads to a place that is not there`);
  }
  nothing(findings);
}

/// An attribute as the browser reads it: the templates write signs of HTML as their numbers.
function decoded(attribute) {
  return attribute.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code)).replaceAll('&amp;', '&');
}

async function answer(world, path) {
  const got = await fetch(world.base + path);
  return { status: got.status, html: await got.text() };
}

// A visit: a browser window that notes everything a page should never do.

import assert from 'node:assert/strict';

// Windows that wait for the next visit, by their options. A new one costs half a second, and the pages keep nothing in it:
// no cookie, no storage.
const idle = new Map();

/// Plays `story` in a window with these options.
export async function visit(world, options, story) {
  const kind = JSON.stringify(options);
  const page = idle.get(kind)?.pop() ?? (await newWindow(world, options));
  const complaints = [];
  const watchers = watch(page, world.base, complaints);
  // A window in which a story failed is not used again: nobody knows what is left in it.
  let heir;
  try {
    const told = await story(page, complaints);
    heir = page;
    return told;
  } finally {
    for (const [event, watcher] of watchers) page.off(event, watcher);
    if (heir) await putBack(kind, heir, options);
    else await page.context().close();
  }
}

async function newWindow(world, options) {
  const context = await world.browser.newContext({ baseURL: world.base, locale: 'en', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  return page;
}

async function putBack(kind, page, options) {
  await page.goto('about:blank');
  await page.emulateMedia({ media: null, colorScheme: options.colorScheme ?? null });
  if (options.viewport) await page.setViewportSize(options.viewport);
  idle.set(kind, [...(idle.get(kind) ?? []), page]);
}

/// What a page does that it should not: console errors, CSP violations, requests to other hosts, broken assets.
function watch(page, base, complaints) {
  const note = (kind, text) => complaints.push(`${kind}: ${text}`);
  const watchers = [
    ['console', (message) => {
      // The browser calls the answer 404 to the page itself an error. It is one only where another status was expected.
      const ofThePage = message.location().url === page.url() && /status of 4\d\d/.test(message.text());
      if (message.type() === 'error' && !ofThePage) note('console', message.text());
    }],
    ['pageerror', (error) => note('script', error.message)],
    ['request', (request) => {
      if (new URL(request.url()).origin !== base) note('request to another host', request.url());
    }],
    ['requestfailed', (request) => note('request failed', `${request.url()} ${request.failure()?.errorText}`)],
    ['response', (response) => {
      const asset = !response.request().isNavigationRequest();
      if (asset && response.status() >= 400) note('broken asset', `${response.url()} ${response.status()}`);
    }],
  ];
  for (const [event, watcher] of watchers) page.on(event, watcher);
  return watchers;
}

/// Opens an address, waits until its fonts are there, and checks the status.
export async function open(page, address, status = 200) {
  const answer = await page.goto(address, { waitUntil: 'load' });
  assert.equal(answer.status(), status, `${address} answered ${answer.status()}, not ${status}`);
  await page.evaluate(() => document.fonts.ready);
  return answer;
}

/// Fails with everything that was found, so that one run shows all there is to repair.
export function nothing(findings) {
  if (findings.length > 0) assert.fail(findings.join('\n'));
}

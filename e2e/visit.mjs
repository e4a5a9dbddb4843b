// A visit: a fresh browser window that notes everything a page should never do.

import assert from 'node:assert/strict';

/// Opens a window, plays `story` in it, closes it.
export async function visit(world, options, story) {
  const context = await world.browser.newContext({ baseURL: world.base, locale: 'en', ...options });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    return await story(page, watch(page, world.base));
  } finally {
    await context.close();
  }
}

/// What the page did that it should not: console errors, CSP violations, requests to other hosts, broken assets.
function watch(page, base) {
  const complaints = [];
  const note = (kind, text) => complaints.push(`${kind}: ${text}`);
  page.on('console', (message) => {
    // The browser calls the answer 404 to the page itself an error. It is one only where another status was expected.
    const ofThePage = message.location().url === page.url() && /status of 4\d\d/.test(message.text());
    if (message.type() === 'error' && !ofThePage) note('console', message.text());
  });
  page.on('pageerror', (error) => note('script', error.message));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== base) note('request to another host', request.url());
  });
  page.on('requestfailed', (request) => note('request failed', `${request.url()} ${request.failure()?.errorText}`));
  page.on('response', (response) => {
    const asset = !response.request().isNavigationRequest();
    if (asset && response.status() >= 400) note('broken asset', `${response.url()} ${response.status()}`);
  });
  return complaints;
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

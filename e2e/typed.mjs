// Whatever a worker, a head, an administrator or she herself can type comes back as text, on every page and for everybody.

import assert from 'node:assert/strict';

import { desk, ownCode, takeIn } from './desk.mjs';
import { PAYLOADS } from './payloads.mjs';
import { as, cookies, home } from './room.mjs';
import { nothing } from './visit.mjs';

const DESK = { viewport: { width: 1280, height: 900 }, javaScriptEnabled: true };

/// The forms of a case with what must be chosen in them; all text is filled in by itself.
const GIVEN = { purpose: 'medical', recipient_kind: 'health', classes: 'health', language: 'uz', act: 'personal_data', ends_on: '' };
const ADULT = [
  ['/identity/edit', { birth_year: '', age_years: '', birthdate: '', mobile_phone: '+7 700 000 00 00' }],
  ['/residence/edit', { citizenship: 'UZ', stateless: 'no', country_1: 'UZ', country_2: 'UZ', country_3: 'UZ' }],
  ['/decisions/identification', {}],
  ['/decisions/assessment', { 'criterion-1': 'no', 'criterion-2': 'no', 'criterion-3': 'no' }],
  ['/decisions/eligibility', { outcome: 'refused', reason: 'criteria_not_shown' }],
  ['/decisions/appeal', {}],
  ['/consents/new', { ...GIVEN, form: 'written', witness: '' }],
  ['/consents/new', { ...GIVEN, form: 'oral_with_witness', paper: '' }],
  ['/life-threat', {}],
  ['/plan/new', {}],
  ['/services', { amount: '1', times: '1', kind: '0' }],
  ['/clock/start', {}],
  ['/clock/extension', { months: '1' }],
  ['/screenings/new/ilo_labour_adult', { agreed: 'yes' }],
];
// A code name has forty signs.
const CODE_NAMES = { adult: '"><img src=x onerror=alert(0)>', under_18: '<svg onload=alert(0)>' };
const CHILD = [
  ['/consents/new', { ...GIVEN, form: 'guardian_and_assent' }],
  ['/child/guardians/new', {}],
  ['/child/notes/new', {}],
];

// Stands on paper only.
const PAPER_ONLY = /plan\/new language$/;

/// T15: everything that can be typed, and every page that may show it.
export async function typed(world) {
  const server = await world.secondHouse();
  const house = { ...world, server, base: server.base };
  const planted = [];
  let next = 0;
  const payload = (many, where) => {
    const said = Array.from({ length: many }, () => PAYLOADS[next++ % PAYLOADS.length]).join(' ');
    planted.push([where, said]);
    return said;
  };

  const worker = desk(house, await cookies(house, 'case_worker'));
  const cases = [];
  for (const [age, forms] of [['adult', ADULT], ['under_18', CHILD]]) {
    const pages = { age: { age }, code_name: { code_name: CODE_NAMES[age] }, record: { agreed: 'yes' }, identity: {} };
    const address = await takeIn(worker, 'en', pages);
    for (const [below, chosen] of forms) await fillIn(worker, `${address}${below}`, chosen, payload);
    cases.push(address);
    planted.push(['code name', CODE_NAMES[age]]);
  }
  const [address] = cases;
  await fillIn(desk(house, await cookies(house, 'head')), '/en/casework/places/rooms/new', { places: '2', sex: 'women', age: 'adults' }, payload);
  const code = await ownCode(worker, address);

  const seen = [];
  await as(house, 'case_worker', DESK, async (page) => {
    await watchful(page);
    await page.context().clearCookies();
    await page.goto('/en/page');
    await page.locator('#code').fill(code);
    await page.locator('main form.form button').click();
    await page.goto('/en/page/2');
    await page.locator('#words').fill(payload(12, 'her words'));
    await page.locator('main form.form button').click();
    await page.waitForURL(/\/page\/1$/);
    seen.push(...(await crawl(page, house, ['/en/page/1', '/en/page/2'], cases)));
  });
  const answer = (await worker.read(`${address}/corrections`)).match(/href="([^"]+\/corrections\/[0-9a-f]{32})"/)[1];
  await fillIn(worker, answer, {}, payload);
  for (const role of ['case_worker', 'head', 'admission', 'coordinator', 'auditor']) {
    await as(house, role, DESK, async (page) => {
      seen.push(...(await crawl(page, house, ['/en/casework', ...cases, `${address}/clock`], cases)));
    });
  }
  assert.ok(next >= PAYLOADS.length, `${next} of ${PAYLOADS.length} were typed`);
  const said = seen.join('\n');
  const missing = planted.filter(([where, one]) => !PAPER_ONLY.test(where) && !said.includes(plain(one)));
  nothing(missing.map(([where, one]) => `${where}: not shown as it was typed: ${one}`));
}

const plain = (said) => said.replace(/\s+/g, ' ').trim();

/// Fills every text field of the form on a page, chooses what is asked for, and sends it.
async function fillIn(at, address, chosen, payload) {
  const page = await at.read(address);
  const forms = [...page.matchAll(/<form class="form[^"]*"[^>]* action="([^"]+)"([^]*?)<\/form>/g)];
  const [, action, form] = forms.at(-1) ?? assert.fail(`${address} has no form`);
  const fields = {};
  for (const [, kind, tag] of form.matchAll(/<(input|textarea|select)([^>]*)>/g)) {
    const attribute = (name) => tag.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1];
    const [name, type] = [attribute('name'), attribute('type')];
    if (['key', 'save'].includes(name) || name in fields) continue;
    if (kind === 'textarea') fields[name] = payload(name === 'other_name' ? 2 : 4, `${address} ${name}`);
    else if (type === 'radio' || type === 'checkbox') fields[name] = attribute('value');
    else if (kind === 'select') fields[name] = form.match(new RegExp(`name="${name}"[^]*?<option value="([^"]+)"`))[1];
    else if (type !== undefined || attribute('inputmode') === 'numeric') fields[name] = attribute('value') ?? '';
    else if (name in chosen) fields[name] = chosen[name];
    else fields[name] = payload(1, `${address} ${name}`);
  }
  await at.send(action, { ...fields, ...chosen });
}

/// A page that forgot to say that they are text: what watches would see it.
async function watchful(page) {
  let dialogues = 0;
  const dismiss = (dialog) => ((dialogues += 1), dialog.dismiss());
  page.on('dialog', dismiss);
  await page.setContent(`<main>${PAYLOADS[12]}</main>`);
  await page.waitForFunction(() => document.images[0].complete);
  const { strange } = await page.evaluate(look);
  page.off('dialog', dismiss);
  assert.ok(dialogues === 1 && strange.length === 1, `${dialogues} dialogues, ${strange.length} elements`);
}

/// Visits every page that links lead to, two of each kind, and gives their texts. Nothing may open, load, or stand there that was typed.
async function crawl(page, world, starts, cases) {
  const findings = [];
  const texts = [];
  page.on('dialog', (dialog) => (findings.push(`a dialogue: ${dialog.message()}`), dialog.dismiss()));
  page.on('console', (message) => message.type() === 'error' && !/status of 4\d\d/.test(message.text()) && findings.push(message.text()));
  page.on('request', (request) => new URL(request.url()).origin !== home(world) && findings.push(`asks for ${request.url()}`));
  await page.addInitScript(() => addEventListener('securitypolicyviolation', (event) => console.error(`CSP ${event.violatedDirective}`)));
  const [queue, known, kinds] = [[...starts], new Set(starts), new Map()];
  while (queue.length > 0) {
    const path = queue.shift();
    const before = findings.length;
    await page.goto(path, { waitUntil: 'load' });
    const { text, links, strange } = await page.evaluate(look);
    texts.push(plain(text));
    findings.push(...strange);
    for (let at = before; at < findings.length; at += 1) findings[at] = `${path}: ${findings[at]}`;
    for (const link of links) {
      const other = /\/cases\/[0-9a-f]{32}/.test(link) && !cases.some((one) => link.startsWith(one));
      if (known.has(link) || other || !/^\/en\/(casework|page)/.test(link) || /paper|\/csv|information$|\/consent$/.test(link)) continue;
      known.add(link);
      const kind = link.replace(/(?<!cases\/)[0-9a-f]{32}|[A-Z][\w-]*\d[\w-]*/g, '*');
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      if (kinds.get(kind) <= 2) queue.push(link);
    }
  }
  nothing(findings);
  return texts;
}

/// What stands on the page, and what stands there that no page of ours has: the one script of the room is that of the
/// passkeys. Runs in the page.
function look() {
  const strange = 'script:not([src^="/assets/passkey.js?"]:empty), img, image, iframe, object, embed, math, style, base, template, marquee, video, audio, main svg, x, '
    + '[style], [onerror], [onload], [onfocus], [onmouseover], [ontoggle], [onclick], [autofocus], [formaction], '
    + 'a[href^="javascript"], a[href*="evil"], form[action*="evil"], link[href*="evil"], meta[http-equiv]';
  const fields = [...document.querySelectorAll('input, textarea')].map((field) => field.value);
  for (const details of document.querySelectorAll('details')) details.open = true;
  return {
    text: `${document.body.innerText}\n${fields.join('\n')}`,
    links: [...document.querySelectorAll('a[href]')].map((link) => new URL(link.href).pathname),
    strange: [...document.querySelectorAll(strange)].map((element) => `an element that was typed: ${element.outerHTML.slice(0, 120)}`),
  };
}

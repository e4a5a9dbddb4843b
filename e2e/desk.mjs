// A desk: forms sent with the cookies of somebody signed in, without a window. For what a story needs before it begins; what the story is
// about is done in the window.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';

/// The desk of whoever has these cookies.
export function desk(world, cookies) {
  const base = world.base.replace('127.0.0.1', 'localhost');
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const ask = (path, options = {}) => fetch(base + path, { redirect: 'manual', ...options, headers: { cookie, ...options.headers } });

  /// The text of a page.
  const read = async (path) => {
    const answer = await ask(path);
    assert.equal(answer.status, 200, `${path} answered ${answer.status}`);
    return answer.text();
  };

  // What every form of a session carries: any page of it has one.
  let key;
  const keyOf = async (lang) => (key ??= (await read(`/${lang}/casework/account`)).match(/name="key" value="([^"]+)"/)[1]);

  /// Sends a form to `path`; gives the answer. Fields may have several values.
  const post = async (path, fields = {}) => {
    const hidden = { key: await keyOf(path.split('/')[1]), save: randomBytes(16).toString('hex') };
    const typed = Object.entries({ ...hidden, ...fields }).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
    return ask(path, { method: 'POST', body: new URLSearchParams(typed), headers: { origin: base } });
  };

  /// The same; gives the address that follows.
  const send = async (path, fields = {}) => {
    const answer = await post(path, fields);
    assert.equal(answer.status, 303, `${path} answered ${answer.status} to ${JSON.stringify(fields)}: ${faults(await answer.text())}`);
    return new URL(answer.headers.get('location'), base).pathname;
  };
  return { ask, read, post, send };
}

const faults = (html) => [...html.matchAll(/class="fault"[^>]*>([^<]*)/g)].map(([, said]) => said).join(' ');

const STEPS = ['danger', 'age', 'code_name', 'language', 'source', 'needs', 'place', 'record', 'identity'];

/// Takes somebody in by the forms of the intake and gives the address of her case. `pages` has the fields of the steps that are filled
/// in; the others are left out.
export async function takeIn({ send }, lang, pages) {
  const intake = `/${lang}/casework/intake`;
  const draft = randomBytes(16).toString('hex');
  await send(`${intake}/begin`, { draft });
  for (const step of STEPS) {
    const fields = pages[step];
    await send(`${intake}/${draft}/${step}`, { ...fields, do: fields ? 'save' : 'leave-out' });
  }
  return send(`${intake}/${draft}/finish`);
}

/// Takes in a grown-up person who agrees that things are written down.
export const adult = (at, lang, codeName, pages = {}) =>
  takeIn(at, lang, { age: { age: 'adult' }, code_name: { code_name: codeName }, record: { agreed: 'yes' }, identity: {}, ...pages });

/// Makes a code for her own view.
export async function ownCode({ post }, address) {
  const [, code] = (await (await post(`${address}/own-code`)).text()).match(/<code>([^<]+)<\/code>/) ?? [];
  assert.ok(code, 'a code for her own view');
  return code;
}

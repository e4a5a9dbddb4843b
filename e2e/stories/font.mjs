// Fonts: Kazakh letters come from the typeface of the page, not from whatever the machine has.

import assert from 'node:assert/strict';

import { open, visit } from '../visit.mjs';

// The nine letters that Russian has not, and the sign of the tenge.
const LETTERS = 'ӘҒҚҢӨҰҮҺІәғқңөұүһі₸';
const FAMILY = 'Golos Text';
// The browser adds the weight: "Golos Text Medium".
const OWN = /^Golos Text( Medium| Bold)?$/;

export function stories(world) {
  return [
    ['the Kazakh page has the typeface loaded', () => loaded(world)],
    ...[400, 500, 700].map((weight) => [`Kazakh letters of weight ${weight} are drawn from it`, () => drawn(world, weight)]),
  ];
}

async function loaded(world) {
  await visit(world, {}, async (page) => {
    await open(page, '/kk/');
    const faces = await page.evaluate(() => [...document.fonts].map(({ family, status }) => ({ family, status })));
    const own = faces.filter(({ family }) => family.replaceAll('"', '') === FAMILY);
    assert.ok(own.some(({ status }) => status === 'loaded'), `no face of ${FAMILY} is loaded`);
    assert.ok(own.every(({ status }) => status !== 'error'), `a face of ${FAMILY} could not be loaded`);
  });
}

async function drawn(world, weight) {
  await visit(world, {}, async (page) => {
    await open(page, '/kk/');
    const font = `${weight} 16px "${FAMILY}"`;
    const uncovered = await page.evaluate(async ([letters, font]) => {
      const missing = [];
      for (const letter of letters) {
        // check() is also true for a letter that no face claims: load() tells how many do.
        const faces = await document.fonts.load(font, letter);
        if (faces.length === 0 || !document.fonts.check(font, letter)) missing.push(letter);
      }
      return missing;
    }, [LETTERS, font]);
    assert.deepEqual(uncovered, [], `letters that ${font} does not cover`);

    // A face may claim a letter and lack its glyph: the browser knows what it drew each with.
    const findings = [];
    for (const letter of LETTERS) {
      const families = await familiesOf(page, letter, weight);
      if (!families.every((family) => OWN.test(family)) || families.length !== 1) findings.push(`${letter}: ${families.join(', ') || 'nothing'}`);
    }
    assert.deepEqual(findings, [], 'letters drawn from elsewhere');
  });
}

/// The families a letter is drawn from in the text of the page.
async function familiesOf(page, letter, weight) {
  await page.evaluate(async ([letter, weight]) => {
    const sample = document.querySelector('#sample') ?? document.querySelector('main').appendChild(document.createElement('p'));
    sample.id = 'sample';
    sample.style.fontWeight = weight;
    sample.textContent = letter;
    // While a face is still on its way the letter is drawn with nothing: wait for it, then for two frames of drawing.
    sample.getBoundingClientRect();
    await document.fonts.ready;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  }, [letter, weight]);
  const debug = await page.context().newCDPSession(page);
  await debug.send('DOM.enable');
  await debug.send('CSS.enable');
  const { root } = await debug.send('DOM.getDocument');
  const { nodeId } = await debug.send('DOM.querySelector', { nodeId: root.nodeId, selector: '#sample' });
  const { fonts } = await debug.send('CSS.getPlatformFontsForNode', { nodeId });
  await debug.detach();
  return fonts.map(({ familyName, isCustomFont }) => (isCustomFont ? familyName : `${familyName} of the machine`));
}

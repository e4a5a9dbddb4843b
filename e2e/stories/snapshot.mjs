// Kazakhstan 2023, as the page, the JSON and the paper say it, in three languages.
//
// The figures are those of the Global Slavery Index 2023 (Walk Free): its data workbook and its printed country snapshot.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

import * as paper from '../paper.mjs';
import { dimension, milestone } from '../ruleset.mjs';
import { LANGUAGES } from '../site.mjs';
import { bare, plain } from '../text.mjs';
import { nothing, open, visit } from '../visit.mjs';

const FIGURES = {
  en: { prevalence: '11.1', number: '208,000', population: '18,776,707', vulnerability: '42', response: '46' },
  ru: { prevalence: '11,1', number: '208 000', population: '18 776 707', vulnerability: '42', response: '46' },
  kk: { prevalence: '11,1', number: '208 000', population: '18 776 707', vulnerability: '42', response: '46' },
};

// Place and number of countries.
const RANKS = { 'rank-world': [17, 160], 'rank-region': [9, 47] };

const RISK_FACTORS = 4;
const SUPPLY_CHAINS = 5;

export function stories(world) {
  return LANGUAGES.flatMap((lang) => [
    [`the JSON says what is known, in ${lang}`, async () => knows(world, await json(world, lang), lang)],
    [`the page says what the JSON says, in ${lang}`, () => onPage(world, lang)],
    [`the paper says what the JSON says, in ${lang}`, () => onPaper(world, lang)],
  ]);
}

async function json(world, lang) {
  const answer = await fetch(`${world.base}/${lang}/countries/KAZ/2023.json`);
  assert.equal(answer.status, 200);
  return answer.json();
}

function knows(world, snapshot, lang) {
  const figure = (id) => snapshot.key_figures.find((figure) => figure.id === id);
  for (const [id, text] of Object.entries(FIGURES[lang])) assert.equal(plain(figure(id).text), text, id);
  for (const [id, [rank, of]] of Object.entries(RANKS)) {
    assert.equal(figure(id).value, rank, id);
    assert.match(plain(`${figure(id).text} ${figure(id).unit}`), new RegExp(`^${rank}\\D.*\\b${of}\\b`), id);
  }

  const highest = snapshot.vulnerability.bars.reduce((high, bar) => (bar.value > high.value ? bar : high));
  assert.equal(highest.label, dimension(world, 'disenfranchised', lang));
  assert.ok(sentence(snapshot.vulnerability, 'vulnerability-highest').includes(highest.label));

  const [most, least] = [milestone(world, RISK_FACTORS, lang), milestone(world, SUPPLY_CHAINS, lang)];
  const values = Object.fromEntries(snapshot.response.bars.map((bar) => [bar.label, bar.value]));
  assert.equal(Math.max(...Object.values(values)), values[most], most);
  assert.equal(Math.min(...Object.values(values)), values[least], least);
  const said = sentence(snapshot.response, 'response-most-least');
  assert.ok(said.indexOf(most) >= 0 && said.indexOf(most) < said.indexOf(least), said);

  const derived = new Set(snapshot.derivations.map((derivation) => derivation.id));
  const without = statements(snapshot).filter(({ derivation }) => !derived.has(derivation));
  assert.deepEqual(without, [], 'statements without a derivation');
}

async function onPage(world, lang) {
  const snapshot = await json(world, lang);
  await visit(world, { viewport: { width: 1280, height: 900 } }, async (page) => {
    await open(page, `/${lang}/countries/KAZ/2023`);
    nothing(unsaid(snapshot, lang, await page.locator('main').textContent()));
    // Every statement opens its own derivation.
    const opened = await page.locator('main a[href*="/derivations#"]').evaluateAll((all) => all.map((link) => link.hash.slice(1)));
    nothing(statements(snapshot)
      .filter(({ derivation }) => !opened.includes(derivation))
      .map(({ text, derivation }) => `no link to the derivation ${derivation} of "${text}"`));
  });
}

async function onPaper(world, lang) {
  const snapshot = await json(world, lang);
  const answer = await fetch(`${world.base}/${lang}/countries/KAZ/2023.pdf`);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type'), 'application/pdf');
  const file = path.join(world.artefacts, 'paper', `${lang}-KAZ-2023.pdf`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
  await paper.draw(file);

  const facts = await paper.factsOf(file);
  assert.equal(facts.Pages, '2');
  assert.equal(facts.Tagged, 'yes');
  assert.ok(facts.Title, 'the paper has no title');
  const text = await paper.textOf(file);
  nothing(unsaid(snapshot, lang, text));
  // Letters without a glyph come out as replacement or private characters.
  assert.doesNotMatch(text, /[\ufffd\ue000-\uf8ff]/);
}

/// What the JSON says and a text does not.
function unsaid(snapshot, lang, text) {
  const [flat, packed] = [plain(text), bare(text)];
  const findings = [];
  for (const [id, figure] of Object.entries(FIGURES[lang])) {
    // A whole figure: 42 is not found in 42.1, nor 46 in 146.
    const whole = new RegExp(`(?<![\\d.,])${figure.replace('.', '\\.')}(?!\\d|[.,]\\d)`);
    if (!whole.test(flat)) findings.push(`${id} ${figure} is not said`);
  }
  const sections = [snapshot.scale, snapshot.vulnerability, snapshot.response, snapshot.limits];
  for (const said of sections.flatMap((section) => section.sentences)) {
    if (!packed.includes(bare(said.text))) findings.push(`${said.id} is not said: ${said.text}`);
  }
  for (const ranked of snapshot.key_figures.filter(({ id }) => id in RANKS)) {
    if (!packed.includes(bare(ranked.text))) findings.push(`${ranked.id} ${ranked.text} is not said`);
  }
  return findings;
}

function sentence(section, id) {
  const found = section.sentences.find((sentence) => sentence.id === id);
  assert.ok(found, `there is no sentence ${id}`);
  return plain(found.text);
}

/// Everything the snapshot states, with the derivation it names.
function statements(snapshot) {
  const sections = [snapshot.scale, snapshot.vulnerability, snapshot.response, snapshot.limits];
  return [
    ...snapshot.key_figures,
    ...sections.flatMap((section) => section.sentences),
    ...[snapshot.vulnerability, snapshot.response].flatMap((section) => section.bars),
    ...snapshot.negatives.met,
    ...snapshot.recommendations.published,
    ...snapshot.recommendations.candidates,
  ];
}

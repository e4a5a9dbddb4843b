// Fills the codes and names in data/world/countries.csv.
//
//   node names.mjs NODE_MODULES
//
// Columns iso3 and region are kept as they are (they come from the list of the published index editions);
// iso2, numeric and the three names are taken anew from the Unicode CLDR, then OVERRIDES below are laid over.
// Output is the same bytes on every run: nothing depends on the clock, the locale or the node version.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const modules = process.argv[2];
if (!modules) {
  console.error('usage: node names.mjs NODE_MODULES');
  process.exit(2);
}
const here = path.dirname(fileURLToPath(import.meta.url));
const file = path.resolve(here, '../../data/world/countries.csv');
const read = (...parts) => JSON.parse(fs.readFileSync(path.join(modules, ...parts), 'utf8'));

// Where the CLDR name is not the short everyday form of its language. Everything else is CLDR, letter for letter,
// apart from "&" -> "and", "St." -> "Saint" and the curly apostrophe -> the straight one.
const OVERRIDES = {
  // two countries called Congo: CLDR tells them apart by their capitals, everybody else by their names
  COD: { en: 'Democratic Republic of the Congo', ru: 'Демократическая Республика Конго', kk: 'Конго Демократиялық Республикасы' },
  COG: { en: 'Republic of the Congo', ru: 'Республика Конго', kk: 'Конго Республикасы' },
  // CLDR's marks of status and second names in brackets
  HKG: { en: 'Hong Kong', ru: 'Гонконг', kk: 'Гонконг' }, // kk: CLDR has the Pinyin-based «Сянган»
  MMR: { en: 'Myanmar', ru: 'Мьянма', kk: 'Мьянма' },
  VCT: { en: 'Saint Vincent and the Grenadines' },
  // Russian: abbreviations written out, and the forms used in Kazakhstan and by the UN
  ARE: { ru: 'Объединённые Арабские Эмираты' },
  CAF: { ru: 'Центральноафриканская Республика' },
  KGZ: { ru: 'Кыргызстан' },
  KOR: { ru: 'Южная Корея' },
  PRK: { ru: 'Северная Корея' },
  SLB: { ru: 'Соломоновы Острова' },
  SYC: { ru: 'Сейшельские Острова' },
  USA: { ru: 'Соединённые Штаты' },
};

const codes = {}; // iso3 -> { iso2, numeric }
for (const [iso2, c] of Object.entries(read('cldr-core/supplemental/codeMappings.json').supplemental.codeMappings)) {
  if (iso2.length === 2 && c._alpha3 && c._numeric && !codes[c._alpha3]) codes[c._alpha3] = { iso2, numeric: c._numeric };
}
codes.XKX = { iso2: 'XK', numeric: '' }; // Kosovo: user-assigned codes, none in ISO 3166-1

const cldr = {};
for (const lang of ['en', 'ru', 'kk']) {
  cldr[lang] = read(`cldr-localenames-full/main/${lang}/territories.json`).main[lang].localeDisplayNames.territories;
}
const tidy = (name) => name.replace(/ & /g, ' and ').replace(/^St\. /, 'Saint ').replace(/’/g, "'");

const [head, ...rows] = fs.readFileSync(file, 'utf8').trim().split('\n');
const columns = head.split(',');
const out = ['iso3,iso2,numeric,region,name_en,name_ru,name_kk'];
for (const row of rows) {
  const cells = row.split(',');
  const iso3 = cells[columns.indexOf('iso3')];
  const region = cells[columns.indexOf('region')];
  const { iso2, numeric } = codes[iso3];
  const names = ['en', 'ru', 'kk'].map((lang) => OVERRIDES[iso3]?.[lang] ?? tidy(cldr[lang][iso2]));
  if (names.some((n) => n.includes(',') || n.includes('"'))) throw new Error(`${iso3}: a name needs quoting`);
  out.push([iso3, iso2, numeric, region, ...names].join(','));
}
out.splice(1, out.length - 1, ...out.slice(1).sort()); // by iso3, byte order
fs.writeFileSync(file, out.join('\n') + '\n');
console.log(`${path.basename(file)}: ${out.length - 1} countries`);

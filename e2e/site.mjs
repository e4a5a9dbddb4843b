// The pages there are: one of every kind, and every method.

/// Languages of every page.
export const LANGUAGES = ['en', 'ru', 'kk'];

const SLAVERY = { en: 'slavery', ru: 'рабство', kk: 'құлдық' };

// `path` follows the language; `shows` is what makes the page more than a frame.
const PAGES = [
  { kind: 'home', path: () => '/', shows: 'main svg.map' },
  { kind: 'country-2023', path: () => '/countries/KAZ/2023', shows: '.key-figure' },
  { kind: 'country-2018', path: () => '/countries/KAZ/2018', shows: '.key-figure' },
  { kind: 'derivations', path: () => '/countries/KAZ/2023/derivations', shows: '.derivation' },
  { kind: 'compare', path: () => '/compare?country=KAZ&country=UZB&country=KGZ', shows: 'main table' },
  { kind: 'compare-empty', path: () => '/compare', shows: 'main form' },
  { kind: 'indicators', path: () => '/indicators', shows: 'main a[href*="/indicators/"]' },
  { kind: 'indicator', path: () => '/indicators/ms.prevalence.number?place=KZ', shows: 'main svg' },
  { kind: 'observation', path: () => '/observations/S001-01', shows: 'main a[href*="/sources/"]' },
  { kind: 'sources', path: () => '/sources', shows: 'main a[href*="/sources/"]' },
  { kind: 'source', path: () => '/sources/S003', shows: 'main table, main .facts' },
  { kind: 'claims', path: () => '/claims', shows: '.verdict' },
  { kind: 'claim', path: () => '/claims/CL01', shows: '.reasons' },
  { kind: 'claim-try', path: () => '/claims/try?indicator=vict.any&comparator=lt&value=200&period=2024&place=KZ', shows: '.verdict-no' },
  { kind: 'assessments', path: () => '/assessments', shows: 'main table.assessors' },
  { kind: 'assessment-ilab', path: () => '/assessments/ilab', shows: '#readings .verdict' },
  { kind: 'assessment-tip', path: () => '/assessments/tip', shows: '#tiers table' },
  { kind: 'recommendations', path: () => '/recommendations', shows: '.status-bar' },
  { kind: 'recommendations-filtered', path: () => '/recommendations?status=partly&theme=trafficking', shows: '.verdict-part' },
  { kind: 'recommendation', path: () => '/recommendations/S003-R29', shows: '.movement' },
  { kind: 'recommendation-as-of', path: () => '/recommendations/S003-R28?as_of=2018-01-01', shows: '.verdict-part' },
  { kind: 'demands', path: () => '/demands', shows: 'main table' },
  { kind: 'commitments', path: () => '/commitments', shows: '.commitments' },
  { kind: 'commitment', path: () => '/commitments/C-NAP-2024', shows: '#quality' },
  { kind: 'place', path: () => '/places/KZ-10', shows: 'main a[href*="/indicators/"], main .facts' },
  { kind: 'estimates', path: () => '/estimates', shows: '#load form' },
  { kind: 'data', path: () => '/data', shows: 'main a' },
  { kind: 'search', path: (lang) => `/search?q=${encodeURIComponent(SLAVERY[lang])}`, shows: '.result' },
  { kind: 'methods', path: () => '/methods', shows: 'main a[href*="/methods/"]' },
  { kind: 'nowhere', path: () => '/nowhere', shows: '.error-code', status: 404 },
];

/// One page of every kind, and every method that the list of methods names.
export async function pages(world) {
  return [...PAGES, ...(await methods(world))];
}

async function methods(world) {
  const list = await (await fetch(`${world.base}/en/methods`)).text();
  const names = new Set([...list.matchAll(/href="\/en\/methods\/([^"#?]+)"/g)].map(([, name]) => name));
  return [...names].map((name) => ({ kind: `method-${name}`, path: () => `/methods/${name}`, shows: 'main p' }));
}

/// The address of a page in a language.
export function address(page, lang) {
  return `/${lang}${page.path(lang)}`;
}

// Makes the geometry of Pana's maps from Natural Earth (npm: world-atlas).
//
//   node build.mjs NODE_MODULES
//
// reads   data/world/countries.csv   which countries exist, and the region of each
//         data/world/regions.csv     words and projection centre of each region (kept as they are)
// writes  data/world/outlines.json   country outlines, TopoJSON
//         data/world/points.csv      one label point for every country
//         data/world/regions.csv     only the columns x_min, x_max, y_min, y_max
//
// Output is the same bytes on every run: nothing depends on the clock, the locale or chance.

import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

if (!process.argv[2]) {
  console.error('usage: node build.mjs NODE_MODULES');
  process.exit(2);
}
const modules = path.resolve(process.argv[2]);
const require = createRequire(path.join(modules, 'resolve-from-here.cjs'));
const topoClient = require('topojson-client');
const topoServer = require('topojson-server');
const topoSimplify = require('topojson-simplify');
const readJson = (name) => JSON.parse(fs.readFileSync(path.join(modules, name), 'utf8'));

const here = path.dirname(fileURLToPath(import.meta.url));
const world = (name) => path.resolve(here, '../../data/world', name);

// ------------------------------------------------------------------------------------------------- choices

const EARTH_KM = 6371.0088; // mean radius; only to state thresholds in km
const STEP = 0.01; // degrees: the grid on which outlines are stored (about 1 km)
// How fine, by region, since a region that is drawn larger needs more detail. `detail`: a vertex goes when the triangle
// it spans with its neighbours is smaller than this. `island`: smaller islands go, but never the largest polygon of a
// listed country. Both in km2. A border between two regions is as fine as the finer of the two.
const FINENESS = {
  AFRICA: { detail: 50, island: 400 },
  AMERICAS: { detail: 160, island: 900 },
  ARAB: { detail: 8, island: 100 },
  APAC: { detail: 130, island: 700 },
  ECA: { detail: 45, island: 400 },
  none: { detail: 250, island: 1500 }, // land of no listed country
};
const RING_VERTICES = 12; // the largest polygon of a listed country keeps at least so many (if it has them)
const FRAME_PX = 700; // the width at which a region is drawn, to judge what is too small to be seen
const TINY_PX2 = 9; // a country whose largest polygon is smaller than this, drawn so, also gets a point
const MARGIN = 0.02; // of the frame, on each side

// Polygons that must stay although a larger one of the same country exists: [lon, lat] inside.
const KEEP = { KIR: [[173.12, 1.37]] }; // Tarawa, where half of the people of Kiribati live

// Label points that the geometry cannot give, or would give far away from the people.
const POINTS = {
  TUV: [179.2, -8.52], // Funafuti: Tuvalu is not in the 1:50m data
  KIR: [173.0, 1.35], // Tarawa; the largest polygon, Kiritimati, is 3,200 km further east
};

// What a region's frame must hold: the vertices of its countries inside this window of longitude and latitude
// (longitudes may run past 180). It leaves out far-off parts such as the Canaries, Svalbard, Hawaii, French Guiana.
// `aspect` is the width of the frame divided by its height.
const FRAMES = {
  AFRICA: { lon: [-26, 64], lat: [-36, 38], aspect: 4 / 3 },
  AMERICAS: { lon: [-169, -34], lat: [-56, 74], aspect: 4 / 3 },
  ARAB: { lon: [34, 60], lat: [12, 38], aspect: 16 / 10 },
  APAC: { lon: [43, 189], lat: [-48, 54], aspect: 16 / 10 },
  ECA: { lon: [-25, 191], lat: [29, 78], aspect: 16 / 10 },
};

// --------------------------------------------------------------------------------------------- small helpers

const RAD = Math.PI / 180;
const csv = (name) => {
  const [head, ...rows] = fs.readFileSync(world(name), 'utf8').trim().split('\n').map((l) => l.split(','));
  return rows.map((r) => Object.fromEntries(head.map((h, i) => [h, r[i]])));
};

// Lambert azimuthal equal-area on the unit sphere, north up.
function project([lon, lat], [lon0, lat0]) {
  const l = (lon - lon0) * RAD, p = lat * RAD, p0 = lat0 * RAD;
  const k = Math.sqrt(2 / (1 + Math.sin(p0) * Math.sin(p) + Math.cos(p0) * Math.cos(p) * Math.cos(l)));
  return [
    k * Math.cos(p) * Math.sin(l),
    k * (Math.cos(p0) * Math.sin(p) - Math.sin(p0) * Math.cos(p) * Math.cos(l)),
  ];
}

// Signed area of a closed ring in the plane.
const planeArea = (ring) => {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) sum += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
  return sum / 2;
};

// Area of a closed ring of [lon, lat] in km2, by the cylinder of equal area: exact for parallels and meridians,
// good enough for everything smaller than a continent; only used to compare with thresholds.
const ringKm2 = (ring) => Math.abs(planeArea(ring.map(([lon, lat]) => [lon * RAD, Math.sin(lat * RAD)]))) * EARTH_KM ** 2;

function inRing(ring, [x, y]) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i], [bx, by] = ring[j];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
const inPolygon = (rings, at) => inRing(rings[0], at) && !rings.slice(1).some((hole) => inRing(hole, at));

// Cuts a closed ring in two by a straight line between two of its own vertices: those between which it runs south of
// `lat` (and west of `east`). Returns the northern and the southern ring, both closed.
function cutAtParallel(ring, lat, east) {
  const open = ring.slice(0, -1);
  const isSouth = ([x, y]) => y < lat && x < east;
  const start = open.findIndex((p, i) => isSouth(p) && !isSouth(open.at(i - 1)));
  const turned = [...open.slice(start), ...open.slice(0, start)]; // begins with the southern run
  const end = turned.findIndex((p) => !isSouth(p));
  if (turned.slice(end).some(isSouth)) throw new Error('the ring crosses the line more than twice');
  const south = turned.slice(0, end);
  return [[south.at(-1), ...turned.slice(end), south[0], south.at(-1)], [...south, south[0]]];
}

const polygonsOf = (geometry) =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];

// The point of a polygon that is farthest from its edge, on the plate carrée squeezed by the cosine of its middle
// latitude (quadtree search; the best cell wins, ties go to the one found first).
function innermost(rings) {
  const lats = rings[0].map((p) => p[1]);
  const squeeze = Math.cos(((Math.min(...lats) + Math.max(...lats)) / 2) * RAD);
  const flat = rings.map((ring) => ring.map(([lon, lat]) => [lon * squeeze, lat]));
  const distance = (x, y) => {
    let best = Infinity;
    for (const ring of flat) {
      for (let i = 1; i < ring.length; i++) {
        const [ax, ay] = ring[i - 1], [bx, by] = ring[i];
        const dx = bx - ax, dy = by - ay, len = dx * dx + dy * dy;
        const t = len ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / len)) : 0;
        best = Math.min(best, (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2);
      }
    }
    return (inPolygon(flat, [x, y]) ? 1 : -1) * Math.sqrt(best);
  };
  const cell = (x, y, half) => {
    const d = distance(x, y);
    return { x, y, half, d, most: d + half * Math.SQRT2 };
  };
  const xs = flat[0].map((p) => p[0]), ys = flat[0].map((p) => p[1]);
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const half = Math.min(x1 - x0, y1 - y0) / 2;
  let queue = [];
  for (let x = x0 + half; x < x1 + half; x += 2 * half) for (let y = y0 + half; y < y1 + half; y += 2 * half) queue.push(cell(x, y, half));
  let best = queue[0];
  const precision = Math.min(0.02, half / 10);
  while (queue.length) {
    queue.sort((a, b) => a.most - b.most);
    const c = queue.pop();
    if (c.d > best.d) best = c;
    if (c.most - best.d <= precision) continue;
    const h = c.half / 2;
    queue.push(cell(c.x - h, c.y - h, h), cell(c.x + h, c.y - h, h), cell(c.x - h, c.y + h, h), cell(c.x + h, c.y + h, h));
  }
  return [best.x / squeeze, best.y];
}

// ------------------------------------------------------------------------------- 1. features with ISO codes

const countries = csv('countries.csv');
const regionOf = Object.fromEntries(countries.map((c) => [c.iso3, c.region]));

// Numeric code, as in world-atlas -> iso3. Our own list first: CLDR also knows codes that are no longer in use.
const iso3Of = Object.fromEntries(countries.filter((c) => c.numeric).map((c) => [c.numeric, c.iso3]));
for (const c of Object.values(readJson('cldr-core/supplemental/codeMappings.json').supplemental.codeMappings)) {
  if (c._numeric && c._alpha3) iso3Of[c._numeric] ??= c._alpha3;
}
// Polygons that have no numeric code in the data.
const UNCODED = {
  Kosovo: 'XKX',
  'N. Cyprus': 'CYP', // adjustment 2: merged into Cyprus
  Somaliland: 'SOM', // adjustment 3: merged into Somalia
  'Siachen Glacier': '', // claimed by two countries: land that belongs to none of the listed
  'Indian Ocean Ter.': null, // Christmas and Cocos Islands: too small to be drawn
};

const atlas = readJson('world-atlas/countries-50m.json');
const polygons = []; // { iso3, coordinates }
let crimea = 0, sahara = 0;
for (const feature of topoClient.feature(atlas, atlas.objects.countries).features) {
  const name = feature.properties.name;
  const code = feature.id === undefined ? UNCODED[name] : iso3Of[feature.id];
  if (code === undefined) throw new Error(`no code for ${name}`);
  if (code === null || code === 'ATA') continue; // Antarctica is left out
  for (const coordinates of polygonsOf(feature.geometry)) {
    let iso3 = code;
    // Adjustment 1: the Crimea polygon belongs to Ukraine (UN General Assembly resolution 68/262).
    if (code === 'RUS' && inPolygon(coordinates, [34.3, 45.3])) {
      iso3 = 'UKR';
      crimea++;
    }
    // Russia and Fiji lie on both sides of the 180th meridian, where the data are cut. Their western-hemisphere parts
    // are stored with longitudes past 180, so that the halves touch and can be merged: no cut is left on the map.
    if (code === 'RUS' || code === 'FJI') {
      for (const ring of coordinates) {
        for (const p of ring) {
          if (p[0] < 0) p[0] += 360;
          if (Math.abs(p[0] - 180) < 1e-6) p[0] = 180;
        }
      }
    }
    // Adjustment 4: the data draw Western Sahara only east of the berm and give the rest to Morocco. Morocco's polygon is
    // cut at its border of 27 degrees 40 minutes north (two vertices that are there already); the southern part is ESH.
    if (code === 'MAR' && inPolygon(coordinates, [-14, 25])) {
      const [north, south] = cutAtParallel(coordinates[0], 27.66, -8.7);
      polygons.push({ iso3: 'MAR', coordinates: [north] }, { iso3: 'ESH', coordinates: [south] });
      sahara++;
      continue;
    }
    polygons.push({ iso3, coordinates });
  }
}
if (crimea !== 1) throw new Error(`expected one Crimea polygon, found ${crimea}`);
if (sahara !== 1) throw new Error(`expected one polygon of Western Sahara in Morocco, found ${sahara}`);

// ------------------------------------------------------------------ 2. one topology, one geometry per code

let topology = topoServer.topology({
  parts: {
    type: 'FeatureCollection',
    features: polygons.map(({ iso3, coordinates }) => ({
      type: 'Feature',
      properties: { iso3 },
      geometry: { type: 'Polygon', coordinates },
    })),
  },
});
const codes = [...new Set(polygons.map((p) => p.iso3))].sort();
topology.objects = {
  countries: {
    type: 'GeometryCollection',
    geometries: codes.map((iso3) => ({
      // mergeArcs drops the borders between polygons of the same code (Crimea, Northern Cyprus, Somaliland, 180 degrees)
      ...topoClient.mergeArcs(topology, topology.objects.parts.geometries.filter((g) => g.properties.iso3 === iso3)),
      properties: { iso3 },
    })),
  },
};

// ------------------------------------------------------------------------------- 3. drop the small islands

const geometries = topology.objects.countries.geometries;
const arcIndex = (i) => (i < 0 ? ~i : i);
const uses = new Map(); // how many rings use an arc: twice = a border between two countries
for (const g of geometries) for (const i of g.arcs.flat(2)) uses.set(arcIndex(i), (uses.get(arcIndex(i)) ?? 0) + 1);

const finest = []; // for each arc that stays: the smallest `detail` among the countries that it bounds
const mustStay = []; // [exterior ring as arc numbers, least number of vertices]
for (const g of geometries) {
  const { iso3 } = g.properties;
  const { detail, island } = FINENESS[regionOf[iso3] ?? 'none'];
  const shapes = topoClient.feature(topology, g).geometry.coordinates;
  const parts = g.arcs.map((arcs, i) => ({ arcs, rings: shapes[i], km2: ringKm2(shapes[i][0]) }));
  parts.sort((a, b) => b.km2 - a.km2);
  g.arcs = parts
    .filter(({ arcs, rings, km2 }, rank) => {
      const first = rank === 0 && (iso3 in regionOf || iso3 === 'ESH');
      const named = KEEP[iso3]?.some((at) => inRing(rings[0], at));
      const attached = arcs.some((ring) => ring.some((i) => uses.get(arcIndex(i)) > 1));
      if (first || named || attached) mustStay.push([arcs[0], first ? RING_VERTICES : 5]);
      return first || named || attached || km2 >= island;
    })
    .map(({ arcs }) => arcs);
  for (const i of g.arcs.flat(2)) finest[arcIndex(i)] = Math.min(finest[arcIndex(i)] ?? Infinity, detail);
}
for (const [iso3, at] of Object.entries(KEEP)) {
  const g = geometries.find((x) => x.properties.iso3 === iso3);
  const found = topoClient.feature(topology, g).geometry.coordinates.filter((rings) => at.some((p) => inRing(rings[0], p)));
  if (found.length !== at.length) console.warn(`${iso3}: a polygon to keep was not found`);
}
topology.objects.countries.geometries = geometries.filter((g) => g.arcs.length > 0);

// ------------------------------------------------------------- 4. simplify (Visvalingam, by area on the sphere)

topology = topoSimplify.presimplify(topology, topoSimplify.sphericalTriangleArea);
const least = 1; // weights are turned into multiples of the arc's own threshold
topology.arcs.forEach((arc, i) => {
  for (const v of arc) v[2] *= EARTH_KM ** 2 / (finest[i] ?? Infinity);
});
for (const [ring, count] of mustStay) {
  const vertices = ring.flatMap((i) => topology.arcs[arcIndex(i)]);
  const kept = vertices.filter((v) => v[2] >= least).length;
  const rest = vertices.filter((v) => v[2] < least).sort((a, b) => b[2] - a[2]);
  for (const v of rest.slice(0, Math.max(0, count + 1 - kept))) v[2] = Infinity;
}
topology = topoSimplify.simplify(topology, least);
const corners = (ring) => topoClient.feature(topology, { type: 'Polygon', arcs: [ring] }).geometry.coordinates[0];
topology = topoSimplify.filter(topology, (ring) => new Set(corners(ring).map(String)).size >= 3); // also drops unused arcs

// ---------------------------------------------------------------------------- 5. store on a grid of 0.01 degrees

delete topology.bbox;
topology = topoClient.quantize(topology, { scale: [STEP, STEP], translate: [-180, -90] });

// What a reader of the file will see from here on.
const outlines = {};
for (const g of topology.objects.countries.geometries) {
  outlines[g.properties.iso3] = polygonsOf(topoClient.feature(topology, g).geometry).filter((rings) => ringKm2(rings[0]) > 0);
}

// ---------------------------------------------------------------------------------------- 6. label points

const round = (v, digits) => (Math.round(v * 10 ** digits) / 10 ** digits).toFixed(digits);
const points = {};
for (const { iso3 } of countries) {
  if (POINTS[iso3]) {
    points[iso3] = POINTS[iso3];
    continue;
  }
  if (!outlines[iso3]?.length) throw new Error(`${iso3} has no outline and no point`);
  const largest = outlines[iso3].reduce((a, b) => (ringKm2(b[0]) > ringKm2(a[0]) ? b : a));
  const [lon, lat] = innermost(largest);
  points[iso3] = [lon > 180 ? lon - 360 : lon, lat];
}
fs.writeFileSync(
  world('points.csv'),
  'iso3,lon,lat\n' + countries.map(({ iso3 }) => `${iso3},${points[iso3].map((v) => round(v, 2)).join(',')}\n`).join(''),
);

// ---------------------------------------------------------------------------------- 7. frames of the regions

const regions = csv('regions.csv');
const frames = {};
for (const region of regions) {
  const { lon: [west, east], lat: [south, north], aspect } = FRAMES[region.region];
  const centre = [Number(region.center_lon), Number(region.center_lat)];
  const seen = [];
  for (const { iso3 } of countries.filter((c) => c.region === region.region)) {
    for (const p of [points[iso3], ...(outlines[iso3] ?? []).flatMap((rings) => rings[0])]) {
      const lon = p[0] < west ? p[0] + 360 : p[0] > east ? p[0] - 360 : p[0];
      if (lon >= west && lon <= east && p[1] >= south && p[1] <= north) seen.push(project(p, centre));
    }
  }
  const span = (axis) => {
    const all = seen.map((p) => p[axis]);
    const [low, high] = all.reduce(([a, b], v) => [Math.min(a, v), Math.max(b, v)], [Infinity, -Infinity]);
    return { middle: (low + high) / 2, size: (high - low) / (1 - 2 * MARGIN) };
  };
  const x = span(0), y = span(1);
  x.size = Math.max(x.size, y.size * aspect);
  y.size = x.size / aspect;
  frames[region.region] = { centre, width: x.size };
  Object.assign(region, {
    x_min: round(x.middle - x.size / 2, 4),
    x_max: round(x.middle + x.size / 2, 4),
    y_min: round(y.middle - y.size / 2, 4),
    y_max: round(y.middle + y.size / 2, 4),
  });
}
const head = Object.keys(regions[0]);
fs.writeFileSync(world('regions.csv'), [head, ...regions.map((r) => head.map((h) => r[h]))].map((r) => r.join(',') + '\n').join(''));

// ------------------------------------------------------------- 8. countries too small to be seen get a point

const tiny = countries
  .map((c) => c.iso3)
  .filter((iso3) => {
    const { centre, width } = frames[regionOf[iso3]];
    const px = FRAME_PX / width;
    const areas = (outlines[iso3] ?? []).map((rings) => Math.abs(planeArea(rings[0].map((p) => project(p, centre)))) * px * px);
    return Math.max(0, ...areas) < TINY_PX2;
  });
topology.objects.tiny = {
  type: 'GeometryCollection',
  geometries: tiny.map((iso3) => ({
    type: 'Point',
    coordinates: [Math.round((points[iso3][0] + 180) / STEP), Math.round((points[iso3][1] + 90) / STEP)],
    properties: { iso3 },
  })),
};

// ------------------------------------------------------------------------------------------------ 9. write

const file = {
  type: 'Topology',
  transform: topology.transform,
  objects: {
    countries: {
      type: 'GeometryCollection',
      geometries: topology.objects.countries.geometries.map((g) => ({
        type: 'MultiPolygon',
        properties: { iso3: g.properties.iso3 },
        arcs: g.type === 'Polygon' ? [g.arcs] : g.arcs,
      })),
    },
    tiny: topology.objects.tiny,
  },
  arcs: topology.arcs,
};
fs.writeFileSync(world('outlines.json'), JSON.stringify(file) + '\n');

const vertices = topology.arcs.reduce((n, a) => n + a.length, 0);
console.log(`outlines.json: ${file.objects.countries.geometries.length} outlines, ${topology.arcs.length} arcs, ${vertices} vertices, ${fs.statSync(world('outlines.json')).size} bytes`);
console.log(`points.csv: ${countries.length}; tiny (${tiny.length}): ${tiny.join(' ')}`);

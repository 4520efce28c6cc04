// `node scripts/prepare-map.mjs`: draws the outlines of the world once, into apps/web/src/assets/map/world.json.
// Shapes: Natural Earth 1:50m (public domain), by the package world-atlas. Projection: Equal Earth, 960 units wide.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { geoEqualEarth, geoPath } from 'd3-geo';
import countries from 'i18n-iso-countries';
import { format, resolveConfig } from 'prettier';
import { feature, merge } from 'topojson-client';
import { simplifyArc } from './steps/simplify-arc.mjs';
import { areaOf, centreOf, contains } from './steps/rings.mjs';
import { root } from './steps/step.mjs';

const require = createRequire(import.meta.url);
const assets = join(root, 'apps', 'web', 'src', 'assets', 'map');

const WIDTH = 960;
/** The strip of the world that is drawn: the rim of Antarctica is, the rest of it is not. */
const NORTH = 84;
const SOUTH = -78;
/** Units of the asset for one of the projection: whole numbers are shorter. */
const FINE = 10;
/** What is smaller, in square units of the projection, is left out of a line or as an island. */
const SMALL = 14;
const OF_AREAS = { detail: 0.09, island: 0.5 };
const OF_LAND = { detail: 0.22, island: 1 };

/** ISO 3166-1 entries that the shapes have not got, or only as a part of another, and one that has no code: [longitude, latitude]. */
const PLACES = {
  BES: [-68.27, 12.18],
  BVT: [3.36, -54.42],
  CCK: [96.83, -12.17],
  CXR: [105.63, -10.49],
  GIB: [-5.35, 36.14],
  GLP: [-61.55, 16.2],
  GUF: [-53.1, 3.9],
  MTQ: [-61.0, 14.65],
  MYT: [45.15, -12.8],
  REU: [55.53, -21.12],
  SJM: [16.0, 78.6],
  TKL: [-171.85, -9.2],
  TUV: [179.2, -8.52],
  UMI: [166.6, 19.28],
  ATA: [20, -71],
  'X-SOMALILAND': [44.06, 9.56],
};

/** Turned so that the edge of the map runs through the Bering Strait and cuts no country in two. */
const projection = geoEqualEarth().rotate([-11, 0]).precision(0).fitWidth(WIDTH, { type: 'Sphere' });
const [north, south] = [NORTH, SOUTH].map((latitude) => projection([0, latitude])[1]);
const [left, top] = projection.translate();
projection.translate([left, top - north]).clipExtent([
  [0, 0],
  [WIDTH, south - north],
]);

const world = decoded(JSON.parse(readFileSync(require.resolve('world-atlas/countries-50m.json'), 'utf8')));
const contested = JSON.parse(readFileSync(join(assets, 'contested-areas.json'), 'utf8'));

const geometries = world.objects.countries.geometries;
const named = (name) => geometries.filter(({ properties }) => properties.name === name);
const set = new Set(contested.flatMap(({ shape }) => (shape.geometry ? named(shape.geometry) : [])));
const fine = simplified(world, OF_AREAS.detail);
const taken = contested.flatMap(({ shape }) => (shape.ringOf ? [shape] : []));

const asset = {
  source:
    'Natural Earth 1:50m, public domain, by world-atlas 2.0.2; Equal Earth; see scripts/prepare-map.mjs',
  width: WIDTH * FINE,
  height: Math.ceil(south - north) * FINE,
  land: land(),
  areas: areas(),
  contested: Object.fromEntries(contested.map(({ id, shape }) => [id, contestedPath(shape)])),
  small: small(),
  places: places(),
};
const file = join(assets, 'world.json');
const text = await format(JSON.stringify(asset), { ...(await resolveConfig(file)), filepath: file });
writeFileSync(file, text);
console.log(
  `world.json: ${Math.round(text.length / 1000)} kB, the land ${Math.round(asset.land.length / 1000)} kB, ` +
    `${Object.keys(asset.areas).length} areas, ${Object.keys(asset.places).length} places`,
);

/** The silhouette: one shape without borders, and without Antarctica, which is drawn apart. */
function land() {
  const drawn = geometries.filter(({ properties }) => properties.name !== 'Antarctica');
  return pathOf(merge(simplified(world, OF_LAND.detail), drawn).coordinates, OF_LAND.island);
}

/** By alpha-3 code: the area of each entry, without what the register of contested areas draws otherwise. */
function areas() {
  const byCode = new Map();
  for (const geometry of geometries) {
    const code = codeOf(geometry);
    if (code === undefined || set.has(geometry)) continue;
    const polygons = polygonsOf(fine, geometry).filter((polygon) => !isTaken(code, polygon));
    byCode.set(code, [...(byCode.get(code) ?? []), ...polygons]);
  }
  const paths = [...byCode].map(([code, polygons]) => [code, pathOf(polygons, OF_AREAS.island)]);
  return sorted(paths.filter(([, path]) => path !== ''));
}

/** Whether a polygon of a state is a contested area of its own. */
function isTaken(code, [ring]) {
  return taken.some(({ ringOf, at }) => countries.numericToAlpha3(ringOf) === code && contains(ring, at));
}

function contestedPath({ geometry, ringOf, at, outline }) {
  // On the sphere a ring runs clockwise, or it is all the rest.
  if (outline) return pathOf([[[...outline, outline[0]]]], 0);
  if (geometry)
    return pathOf(
      named(geometry).flatMap((one) => polygonsOf(fine, one)),
      OF_AREAS.island,
    );
  const whole = geometries.filter(({ id }) => id === ringOf).flatMap((one) => polygonsOf(fine, one));
  return pathOf(
    whole.filter(([ring]) => contains(ring, at)),
    0,
  );
}

/** By alpha-3 code: where a mark stands, in the middle of the largest piece of land. */
function places() {
  const known = geometries.flatMap((geometry) => {
    const code = codeOf(geometry);
    const rings = ringsOf(polygonsOf(world, geometry)).sort((a, b) => areaOf(b) - areaOf(a));
    return code === undefined || rings.length === 0 ? [] : [[code, rings[0]]];
  });
  // Of two areas under one code the larger has the mark.
  const largestLast = known.sort(([, a], [, b]) => areaOf(a) - areaOf(b));
  const middles = new Map(largestLast.map(([code, ring]) => [code, centreOf(ring)]));
  for (const [code, point] of Object.entries(PLACES)) middles.set(code, projection(point));
  return sorted([...middles].map(([code, point]) => [code, point.map((at) => Math.round(at * FINE))]));
}

/** Codes of what is too small to be seen as an area. */
function small() {
  const sizes = new Map();
  for (const geometry of geometries) {
    const size = ringsOf(polygonsOf(world, geometry)).reduce((sum, ring) => sum + areaOf(ring), 0);
    const code = codeOf(geometry);
    if (code !== undefined) sizes.set(code, (sizes.get(code) ?? 0) + size);
  }
  return [...sizes]
    .filter(([, size]) => size < SMALL)
    .map(([code]) => code)
    .concat(Object.keys(PLACES))
    .sort();
}

function codeOf({ id, properties }) {
  return properties.name === 'Kosovo' ? 'XKX' : countries.numericToAlpha3(id ?? '');
}

function sorted(entries) {
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The topology with arcs of absolute longitudes and latitudes. */
function decoded(topology) {
  const { scale, translate } = topology.transform;
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => {
      [x, y] = [x + dx, y + dy];
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
  return { ...topology, transform: undefined, arcs };
}

/** The same borders on both of their sides, with fewer points. */
function simplified(topology, detail) {
  return { ...topology, arcs: topology.arcs.map((arc) => simplifyArc(arc, detail, projection)) };
}

function polygonsOf(topology, geometry) {
  const { type, coordinates } = feature(topology, geometry).geometry;
  return type === 'Polygon' ? [coordinates] : coordinates;
}

/** The rings of polygons as they come out on the map: cut at its edge, closed. */
function ringsOf(polygons) {
  const rings = [];
  const pen = {
    moveTo: (x, y) => rings.push([[x, y]]),
    lineTo: (x, y) => rings.at(-1).push([x, y]),
    closePath: () => rings.at(-1).push(rings.at(-1)[0]),
  };
  for (const coordinates of polygons) geoPath(projection, pen)({ type: 'Polygon', coordinates });
  return rings;
}

/** SVG path data of polygons, in relative whole numbers. */
function pathOf(polygons, leastArea) {
  return ringsOf(polygons)
    .filter((ring) => areaOf(ring) >= leastArea)
    .map(ringPath)
    .join('');
}

function ringPath(ring) {
  const points = ring.slice(0, -1).map(([x, y]) => [Math.round(x * FINE), Math.round(y * FINE)]);
  let [lastX, lastY] = points[0];
  const steps = points.slice(1).flatMap(([x, y]) => {
    const step = [x - lastX, y - lastY];
    [lastX, lastY] = [x, y];
    return step[0] === 0 && step[1] === 0 ? [] : [step];
  });
  if (steps.length < 2) return '';
  return `M${points[0].join(' ')}l${steps.flat().join(' ').replaceAll(' -', '-')}z`;
}

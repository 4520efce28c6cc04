import { describe, it, expect } from '@jest/globals';
import { formerStates, isoStates } from '#interchange';
import { assetAt } from '../assets/assets.js';
import { extentOf, spread, WHOLE } from './extent.js';
import { MapOfStates, type MapEntry, type MapOfStatesProps } from './map-of-states.js';
import { drawnWith, rendered, rowsIn } from './testing/rendered.js';
import { CONTESTED_AREAS, WORLD } from './world.js';

const entries: MapEntry[] = [
  { code: 'UKR', name: 'Ukraine', standing: 'party', href: '/states/UKR' },
  { code: 'MAR', name: 'Morocco', standing: 'signatory', disputed: true },
  { code: 'RUS', name: '<i>Russia</i>', standing: 'invited' },
  { code: 'VAT', name: 'Holy See', standing: 'party' },
  { code: 'EUE', name: 'European Union', standing: 'invited' },
];
const map = (more: Partial<MapOfStatesProps> = {}) =>
  rendered(
    <MapOfStates
      id="m"
      language="en"
      body="Board of Peace"
      kind="accord"
      asOf="2026-03-13"
      entries={entries}
      {...more}
    />,
  );

describe('the map of states', () => {
  it('has a place for every state of ISO 3166-1, Kosovo, and Somaliland', () => {
    const codes = isoStates().map(({ code }) => code);
    const without = codes.filter((code) => WORLD.places[code] === undefined);
    expect(without).toEqual(['EUE']);
    expect(codes).toEqual(expect.arrayContaining(['XKX', 'PSE', 'VAT', 'TUV', 'BHR']));
    expect(WORLD.places['X-SOMALILAND']).toBeDefined();
    for (const [x, y] of Object.values(WORLD.places)) {
      expect(x >= 0 && x <= WORLD.width && y >= 0 && y <= WORLD.height).toBe(true);
    }
  });

  it('has an area for each state that is not too small for one', () => {
    const own = CONTESTED_AREAS.flatMap(({ drawn }) => (drawn.as === 'own' ? [drawn.of] : []));
    const without = Object.keys(WORLD.places).filter(
      (code) => !(code in WORLD.areas) && !own.includes(code) && !WORLD.small.includes(code),
    );
    expect(without).toEqual(['ESH']);
    expect(WORLD.contested['western-sahara']).toBeTruthy();
  });

  it('marks each state that has a standing by a shape of its own, on land without borders', () => {
    const html = map();
    const [land, ...others] = drawnWith(html, 'land').map(({ attributes }) => attributes['href'] ?? '');
    expect(others).toEqual([]);
    // A browser loads the outline once, for all maps.
    const asset = assetAt(/^\/assets\/(.+)#land$/.exec(land ?? '')?.[1] ?? '');
    expect(asset?.type).toBe('image/svg+xml');
    expect(asset?.bytes.toString()).toContain(`id="land" d="${WORLD.land}`);
    expect(drawnWith(html, 'area')).toHaveLength(0);
    const marks = [...html.matchAll(/<title>([^<]*: [^<]*)<\/title><line/g)].map(([, title]) => title);
    expect(marks).toEqual([
      '\u2068Ukraine\u2069: party',
      '\u2068Morocco\u2069: signatory',
      '\u2068&lt;i>Russia&lt;/i>\u2069: invited',
      '\u2068Holy See\u2069: party',
    ]);
  });

  it('says in the table what it shows, and what it has no place for', () => {
    const html = map();
    expect(rowsIn(html)).toEqual([
      ['Ukraine', 'party', ''],
      ['Morocco', 'signatory', 'disputed'],
      ['&lt;i>Russia&lt;/i>', 'invited', ''],
      ['Holy See', 'party', ''],
      ['European Union', 'invited', ''],
    ]);
    expect(html).toMatch(/Not on the map: <bdi>European Union<\/bdi> \(invited\)/);
    const former = formerStates().map(({ state }): MapEntry => ({
      code: state.code,
      name: state.names.en,
      standing: 'former',
    }));
    expect(map({ entries: former })).toContain('<bdi>Yugoslavia</bdi> (former party)');
  });

  it('fills areas by standing, and marks those too small to be seen', () => {
    const html = map({ mode: 'filled' });
    const filled = drawnWith(html, 'area').filter(
      ({ attributes }) => attributes['fill'] === 'url(#m-fill-party)',
    );
    expect(filled.map(({ attributes }) => attributes['d'])).toEqual([
      WORLD.areas['UKR'],
      WORLD.contested['crimea'],
    ]);
    expect([...html.matchAll(/<title>([^<]*: [^<]*)<\/title><line/g)].map(([, title]) => title)).toEqual([
      '\u2068Holy See\u2069: party',
    ]);
  });

  it('draws contested areas as the register says, whoever holds them', () => {
    const html = map({ mode: 'filled' });
    const drawnAs = (id: string) =>
      drawnWith(html, 'area').find(({ attributes }) => attributes['d'] === WORLD.contested[id])?.attributes;
    expect(drawnAs('crimea')?.['fill']).toBe('url(#m-fill-party)');
    expect(drawnAs('western-sahara')?.['fill']).toBe('url(#m-contested-hatch)');
    expect(drawnAs('kashmir')?.['fill']).toBe('url(#m-contested-hatch)');
    expect(drawnAs('antarctica')?.['class']).toBe('area land');
    expect(drawnAs('kosovo')?.['class']).toBe('area land contested');
    for (const { id } of CONTESTED_AREAS) expect(drawnAs(id)).toBeDefined();
  });

  it('draws them otherwise by another register', () => {
    const [crimea] = CONTESTED_AREAS.filter(({ id }) => id === 'crimea');
    const html = map({ mode: 'filled', contested: [{ ...crimea!, drawn: { as: 'hatched' } }] });
    const areas = drawnWith(html, 'area').filter(
      ({ attributes }) => attributes['d'] === WORLD.contested['crimea'],
    );
    expect(areas.map(({ attributes }) => attributes['fill'])).toEqual(['url(#m-contested-hatch)']);
  });

  it('gives the reason for each, and says what it does not mean, in both languages', () => {
    expect(map({ mode: 'filled' })).toContain('as a part of Ukraine');
    expect(map({ mode: 'filled' })).toContain('resolution 68/262');
    expect(map({ mode: 'filled', language: 'ar' })).toContain('جزءاً من أوكرانيا');
    expect(map()).toContain('express no opinion on the legal status');
    expect(map({ language: 'ar' })).toContain('أي رأي في الوضع القانوني');
  });

  it('comes closer to where the marks are, and keeps its shape', () => {
    const gulf = ['BHR', 'QAT', 'ARE', 'KWT'].map((code) => WORLD.places[code]!);
    const extent = extentOf(gulf);
    expect(extent.width).toBeLessThan(WHOLE.width / 3);
    expect(extent.width / extent.height).toBeCloseTo(WHOLE.width / WHOLE.height, 1);
    for (const [x, y] of gulf) {
      expect(
        x > extent.x && x < extent.x + extent.width && y > extent.y && y < extent.y + extent.height,
      ).toBe(true);
    }
    expect(extentOf([])).toBe(WHOLE);
  });

  it('keeps marks from covering one another', () => {
    const placed = spread(
      ['ISR', 'PSE', 'LBN', 'JOR', 'SYR', 'CYP'].map((code) => ({ item: code, place: WORLD.places[code]! })),
      WHOLE,
    );
    const px = placed.map(
      ({ stands: [x, y] }) => [x * 9.6, (y * WHOLE.height * 960) / WHOLE.width / 100] as const,
    );
    for (const [index, a] of px.entries())
      for (const b of px.slice(index + 1)) expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeGreaterThan(10);
  });
});

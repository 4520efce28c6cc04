import { describe, it, expect } from '@jest/globals';
import { blocksOf, levelsOf, stepsOf, type CountFrom } from './counts.js';
import { CountsChart } from './counts-chart.js';
import { drawnWith, rendered, rowsIn } from './testing/rendered.js';

const counts: CountFrom[] = [
  { from: '2026-01-16', standing: 'invited', states: 4 },
  { from: '2026-01-19', standing: 'accepted', states: 6 },
  { from: '2026-01-19', standing: 'declined', states: 1 },
  { from: '2026-01-22', standing: 'accepted', states: 0 },
  { from: '2026-01-22', standing: 'party', states: 6 },
];
const chart = (language: 'en' | 'ar') =>
  rendered(
    <CountsChart
      id="c"
      language={language}
      body="Board of Peace"
      counts={counts}
      kind="accord"
      asOf="2026-03-13"
    />,
  );

describe('counts over time', () => {
  it('hold until they change', () => {
    expect(
      stepsOf(counts).map(({ from, to, total, counts }) => [from, to, total, Object.fromEntries(counts)]),
    ).toEqual([
      ['2026-01-16', '2026-01-19', 4, { invited: 4 }],
      ['2026-01-19', '2026-01-22', 11, { accepted: 6, invited: 4, declined: 1 }],
      ['2026-01-22', null, 11, { party: 6, invited: 4, declined: 1 }],
    ]);
  });

  it('are stacked by closeness, with what leads away below the line', () => {
    expect(blocksOf(stepsOf(counts))).toEqual([
      { standing: 'invited', from: '2026-01-16', to: '2026-01-19', low: 0, high: 4 },
      { standing: 'accepted', from: '2026-01-19', to: '2026-01-22', low: 0, high: 6 },
      { standing: 'invited', from: '2026-01-19', to: null, low: 6, high: 10 },
      { standing: 'declined', from: '2026-01-19', to: null, low: -1, high: 0 },
      { standing: 'party', from: '2026-01-22', to: null, low: 0, high: 6 },
    ]);
  });

  it('are drawn as high as they are many', () => {
    const blocks = drawnWith(chart('en'), 'block');
    const heights = blocks.map(({ title, attributes }) => [title, Number(attributes['height'])] as const);
    const one = heights.find(([title]) => title.endsWith('declined 1'))![1];
    for (const [title, height] of heights)
      expect(height).toBeCloseTo(one * Number(/\d+$/.exec(title)![0]), 3);
  });

  it('stand in the table, a row for each day of change', () => {
    expect(rowsIn(chart('en'))).toEqual([
      ['16 January 2026', '0', '0', '4', '0', '4'],
      ['19 January 2026', '0', '6', '4', '1', '11'],
      ['22 January 2026', '6', '0', '4', '1', '11'],
    ]);
  });

  it('are described for the day of the page', () => {
    expect(chart('en')).toContain('On 13 March 2026: party 6, invited 4, declined 1.');
    expect(chart('ar')).toContain('في 13 مارس 2026: طرف 6، مدعوة 4، رافضة 1.');
  });

  it('run from right to left in Arabic', () => {
    const [en, ar] = [drawnWith(chart('en'), 'block'), drawnWith(chart('ar'), 'block')];
    const first = (blocks: typeof en) => parseFloat(blocks[0]!.attributes['x']!);
    expect(first(ar)).toBeGreaterThan(first(en));
  });

  it.each([
    [0, 0],
    [0, 1],
    [-13, 34],
    [0, 193],
    [-2, 5],
    [0, 100_000],
  ])('have round levels from %i to %i, and not many', (low, high) => {
    const levels = levelsOf(low, high);
    expect(levels[0]).toBeLessThanOrEqual(low);
    expect(levels.at(-1)).toBeGreaterThanOrEqual(high);
    expect(levels.length).toBeLessThanOrEqual(9);
    expect(levels).toContain(0);
    expect(levels.every(Number.isInteger)).toBe(true);
  });
});

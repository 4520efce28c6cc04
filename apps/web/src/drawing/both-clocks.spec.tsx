import { describe, it, expect } from '@jest/globals';
import { withoutRepeats, type Belief } from './bands.js';
import { BothClocks } from './both-clocks.js';
import { drawnWith, rendered, rowsIn, view } from './testing/rendered.js';

// On the 19th the register learns of an acceptance; on the 22nd, that it was a signature from then on.
const beliefs: Belief[] = [
  {
    from: '2026-01-19',
    to: null,
    own: view('accepted'),
    reported: view('accepted'),
    knownFrom: 10,
    knownTo: 14,
  },
  {
    from: '2026-01-19',
    to: null,
    own: view('accepted'),
    reported: view('accepted'),
    knownFrom: 14,
    knownTo: 20,
  },
  {
    from: '2026-01-19',
    to: '2026-01-22',
    own: view('accepted'),
    reported: view('accepted'),
    knownFrom: 20,
    knownTo: null,
  },
  {
    from: '2026-01-22',
    to: null,
    own: view('signatory', 'signed'),
    reported: view('signatory', 'signed'),
    knownFrom: 20,
    knownTo: null,
  },
];
const steps = [
  { position: 10, at: '2026-01-19T12:00:00.000Z' },
  { position: 14, at: '2026-01-20T12:00:00.000Z' },
  { position: 20, at: '2026-01-22T23:59:59.000Z' },
];
const drawn = (language: 'en' | 'ar', position = 15) =>
  rendered(
    <BothClocks
      id="b"
      language={language}
      state="Kazakhstan"
      body="Board of Peace"
      kind="organization"
      beliefs={beliefs}
      steps={steps}
      asOf="2026-01-25"
      position={position}
    />,
  );
const fields = (html: string) =>
  drawnWith(html, 'field').map(({ attributes: { x, width, y, height } }) => ({
    x: parseFloat(x!),
    width: parseFloat(width!),
    y: Number(y),
    height: Number(height),
  }));

describe('both clocks', () => {
  it('show each belief as a field over its days, for as long as it was held', () => {
    const [first, kept, next] = fields(drawn('en'));
    expect(fields(drawn('en'))).toHaveLength(3);
    expect(first!.y).toBeLessThan(kept!.y);
    expect(kept!.y).toBe(next!.y);
    expect(kept!.x).toBe(first!.x);
    expect(next!.x).toBeCloseTo(kept!.x + kept!.width, 1);
  });

  it('say the same in the table', () => {
    const declared = 'accepted (declared by those concerned)';
    expect(rowsIn(drawn('en'))).toEqual([
      [
        '19 Jan 2026, 12:00 UTC (no. 10)',
        '22 Jan 2026, 23:59 UTC (no. 20)',
        '19 January 2026',
        'open',
        declared,
        declared,
      ],
      ['22 Jan 2026, 23:59 UTC (no. 20)', 'now', '19 January 2026', '21 January 2026', declared, declared],
      [
        '22 Jan 2026, 23:59 UTC (no. 20)',
        'now',
        '22 January 2026',
        'open',
        'signatory (signed)',
        'signatory (signed)',
      ],
    ]);
  });

  it('take beliefs that say the same as one, and others not', () => {
    expect(withoutRepeats(beliefs).map(({ knownFrom, knownTo }) => [knownFrom, knownTo])).toEqual([
      [10, 20],
      [20, null],
      [20, null],
    ]);
    const doubted = beliefs.map((one, index) =>
      index === 1 ? { ...one, own: { ...one.own, disputed: true } } : one,
    );
    expect(withoutRepeats(doubted)).toHaveLength(4);
  });

  it('have a cross in the band of the position, and none before anything was known', () => {
    const lineOf = (html: string) => Number(/class="cross".*?y1="([\d.]+)"/s.exec(html)?.[1]);
    const [first, kept] = fields(drawn('en'));
    expect(lineOf(drawn('en', 15))).toBeLessThan(first!.y + first!.height);
    expect(lineOf(drawn('en', 15))).toBeGreaterThan(first!.y);
    expect(lineOf(drawn('en', 99))).toBeGreaterThan(kept!.y);
    expect(drawn('en', 9)).not.toContain('class="cross"');
  });

  it('run from right to left in Arabic, and downwards all the same', () => {
    const [en, ar] = [fields(drawn('en')), fields(drawn('ar'))];
    expect(ar.map(({ x, width }) => 100 - x - width)).toEqual(en.map(({ x }) => expect.closeTo(x, 1)));
    expect(ar.map(({ y }) => y)).toEqual(en.map(({ y }) => y));
  });
});

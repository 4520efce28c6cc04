import { describe, it, expect } from '@jest/globals';
import type { Language } from '../words/language.js';
import type { LineAct, LineInterval } from './line.js';
import { MembershipLine } from './membership-line.js';
import { drawnWith, rendered, rowsIn, view } from './testing/rendered.js';

// Kazakhstan in the Board of Peace: invited, then accepted; signed in January by another's word, which is disputed.
const intervals: LineInterval[] = [
  { from: '2026-01-16', to: '2026-01-19', own: view('invited'), reported: view('invited'), roles: [] },
  {
    from: '2026-01-19',
    to: '2026-01-22',
    own: view('accepted'),
    reported: { ...view('signatory', 'reported'), disputed: true },
    roles: [],
  },
  {
    from: '2026-03-01',
    to: null,
    own: view('party', 'deposited'),
    reported: view('party', 'deposited'),
    roles: [],
  },
];
const act = (eventId: string, on: string, more: Partial<LineAct> = {}): LineAct => ({
  eventId,
  type: 'MembershipAccepted',
  on,
  attestation: 'declared',
  status: 'counts',
  disputed: false,
  ...more,
});
const acts = [
  act('1', '2026-01-19'),
  act('2', '2026-02', { type: 'CharterSigned', attestation: 'reported' }),
  act('3', '../2026-01-19', { type: 'InvitationReceived' }),
  act('4', '2026-01-20', { status: 'denied', disputed: true, href: '/acts/4' }),
];

const line = (language: Language, more: { state?: string; intervals?: LineInterval[] } = {}) =>
  rendered(
    <MembershipLine
      id="kaz"
      language={language}
      state={more.state ?? 'Kazakhstan'}
      body="Board of Peace"
      kind="organization"
      intervals={more.intervals ?? intervals}
      acts={acts}
      asOf="2026-03-13"
    />,
  );

describe('the line of a membership', () => {
  it('has a bar for each stretch by its own word and by every word, and the same in the table', () => {
    const html = line('en');
    expect(drawnWith(html, 'field').map(({ title }) => title)).toEqual([
      'invited, 16 January 2026 to 18 January 2026, declared by those concerned',
      'accepted, 19 January 2026 to 21 January 2026, declared by those concerned',
      'member, from 1 March 2026, deposited',
      'invited, 16 January 2026 to 18 January 2026, declared by those concerned',
      'signatory, 19 January 2026 to 21 January 2026, reported by the press, disputed',
      'member, from 1 March 2026, deposited',
    ]);
    expect(rowsIn(html).slice(0, 3)).toEqual([
      [
        '16 January 2026',
        '18 January 2026',
        'invited (declared by those concerned)',
        'invited (declared by those concerned)',
        '',
      ],
      [
        '19 January 2026',
        '21 January 2026',
        'accepted (declared by those concerned)',
        'signatory (reported by the press; disputed)',
        '',
      ],
      ['1 March 2026', 'open', 'member (deposited)', 'member (deposited)', ''],
    ]);
  });

  it('leaves the days empty on which nothing held', () => {
    const [, accepted, party] = drawnWith(line('en'), 'field').map(({ attributes }) => attributes);
    const end = (bar: Record<string, string> | undefined) =>
      parseFloat(bar!['x']!) + parseFloat(bar!['width']!);
    expect(end(accepted)).toBeLessThan(parseFloat(party!['x']!));
    expect(end(party)).toBeCloseTo(100, 1);
  });

  it('draws stretches that say the same as one', () => {
    const [first] = intervals as [LineInterval];
    const split = [
      { ...first, to: '2026-01-17' },
      { ...first, from: '2026-01-17' },
    ];
    expect(drawnWith(line('en', { intervals: split }), 'field')).toHaveLength(2);
  });

  it('draws a bar the thicker, the more formal the word', () => {
    const heights = drawnWith(line('en'), 'field').map(({ attributes }) => Number(attributes['height']));
    expect(heights[4]).toBeLessThan(heights[1]!);
    expect(heights[1]).toBeLessThan(heights[2]!);
  });

  it('marks each act at its day, roughly where that is known roughly, crossed where it does not count', () => {
    const html = line('en');
    expect(drawnWith(html, 'act').map(({ title }) => title)).toEqual(
      expect.arrayContaining([
        'Membership accepted, 19 January 2026, declared by those concerned',
        'Charter signed, February 2026, reported by the press',
        'Invitation received, on or before 19 January 2026, declared by those concerned',
        'Membership accepted, 20 January 2026, declared by those concerned, denied, disputed',
      ]),
    );
    expect(drawnWith(html, 'rough')).toHaveLength(3); // two acts and the key
    expect(drawnWith(html, 'filled')).toHaveLength(3);
    expect(drawnWith(html, 'hollow')).toHaveLength(2);
    expect(drawnWith(html, 'void')).toHaveLength(2);
    expect(rowsIn(html)).toContainEqual([
      '20 January 2026',
      'Membership accepted',
      'declared by those concerned',
      'denied; disputed',
    ]);
    expect(html).toContain('href="/acts/4"');
  });

  it('runs from right to left in Arabic, with the same bars and the same rows', () => {
    const [en, ar] = [line('en'), line('ar')];
    const places = (html: string) => drawnWith(html, 'field').map(({ attributes }) => attributes);
    for (const [index, bar] of places(en).entries()) {
      const twin = places(ar)[index]!;
      expect(twin['width']).toBe(bar['width']);
      expect(parseFloat(twin['x']!)).toBeCloseTo(100 - parseFloat(bar['x']!) - parseFloat(bar['width']!), 1);
    }
    expect(rowsIn(ar)).toHaveLength(rowsIn(en).length);
    expect(rowsIn(ar)[0]?.[0]).toBe('16 يناير 2026');
    expect(ar).not.toMatch(/\b(invited|accepted|from)\b(?![^<]*>)/);
  });

  it('has a name and a description', () => {
    const html = line('en');
    expect(html).toContain('role="img" aria-labelledby="kaz-title" aria-describedby="kaz-desc"');
    expect(html).toContain(
      'By the words of those concerned: from 16 January 2026 invited; from 19 January 2026 accepted; from 1 March 2026 member.',
    );
  });

  it('takes a name that means harm as text, kept apart from what surrounds it', () => {
    const html = line('ar', { state: '<script>alert(1)</script>"\'& \u202eevil' });
    expect(html).not.toContain('<script');
    expect(html).toContain('\u2068&lt;script>alert(1)&lt;/script>');
    expect(html).toContain('evil\u2069');
  });

  it('says so where nothing held', () => {
    expect(line('en', { intervals: [] })).toContain('Nothing held.');
  });
});

// The cases for which the register was begun, each as it was told, and what must come out.
import { describe, it, expect } from '@jest/globals';
import type { BodyFacts } from '../body/body.js';
import {
  accepted,
  ACCORDS,
  around,
  BOARD,
  declined,
  denied,
  granted,
  history,
  intends,
  invited,
  joined,
  signed,
  told,
  uninvited,
} from '../given.contract.js';
import { intervalOn, NOTHING } from './interval.js';
import { lineOf, type MembershipEvent } from './membership.js';

/** The charter of the board entered into force with the signing in Davos. */
const BOARD_IN_FORCE: BodyFacts = { ...BOARD, inForceOn: '2026-01-22' };

/** The two standings of a state on a day. */
function on(day: string, events: readonly MembershipEvent[], body: BodyFacts, state: string) {
  const interval = intervalOn(lineOf(history(...events), state, around(body)).intervals, day);
  return { own: interval?.own ?? NOTHING, reported: interval?.reported ?? NOTHING };
}

const USA = { state: 'USA', name: 'Donald Trump' };
const press = { attestation: 'reported' } as const;
const anotherSays = { attestation: 'stated' } as const;
const bySignature = { attestation: 'signed' } as const;

describe('Kazakhstan and the Abraham Accords', () => {
  const events = [
    intends('2025-11-06', { by: USA, ...anotherSays }),
    joined('../2025-11-06', { ...press, claim: true }),
    intends('2025-11-06', { note: 'anticipated accession' }),
    joined('2025-11-06', anotherSays),
    joined('2025-11-07', { note: 'the foreign ministry declares the accession' }),
    joined('../2025-11-07', press),
  ];

  it.each([
    ['2025-11-05', 'none', 'none'],
    [
      '2025-11-06',
      'intending since 2025-11-06 (declared: 3)',
      'joined since 2025-11-06 (stated: 4) disputed',
    ],
    ['2025-11-07', 'joined since 2025-11-07 (declared: 5)', 'joined since 2025-11-06 (declared: 4 5 6)'],
    ['2026-11-07', 'joined since 2025-11-07 (declared: 5)', 'joined since 2025-11-06 (declared: 4 5 6)'],
  ])('%s: %s, reported %s', (day, own, reported) => {
    const views = on(day, events, ACCORDS, 'KAZ');
    expect([told(views.own), told(views.reported)]).toEqual([own, reported]);
  });
});

describe('Kazakhstan and the Board of Peace', () => {
  const known = [
    accepted('2026-01-19', { capacity: 'founding', announcedBy: 'Ruslan Zheldibay' }),
    invited('../2026-01-19', { by: USA, capacity: 'founding' }),
  ];
  const events = [
    ...known,
    intends('2026-01-21', { note: 'to attend the signing', claim: true }),
    signed('2026-01-22', { ...bySignature, place: 'Davos' }),
    granted('2026-01-28', { role: 'founding', ...anotherSays }),
  ];

  it.each([
    ['2026-01-18', 'none'],
    ['2026-01-19', 'accepted since 2026-01-19 (declared: 1)'],
    ['2026-01-22', 'party since 2026-01-22 (signed: 4)'],
    ['2026-01-28', 'party since 2026-01-22 (signed: 4)'],
  ])('%s: %s', (day, standing) => {
    expect(told(on(day, events, BOARD_IN_FORCE, 'KAZ').own)).toBe(standing);
  });

  it('as known on 20 January, before the signing and the entry into force', () => {
    expect(on('2026-01-25', known, BOARD, 'KAZ').own.standing).toBe('accepted');
  });
});

const board: readonly [string, string, string, readonly MembershipEvent[]][] = [
  ['BLR', '2026-01-21', 'consented', [signed('2026-01-20', bySignature), accepted('2026-01-20')]],
  ['BLR', '2026-01-22', 'party', [signed('2026-01-20', bySignature), accepted('2026-01-20')]],
  [
    'BEL',
    '2026-02-15',
    'none',
    [
      signed('2026-01-22', { ...anotherSays, claim: true }),
      accepted('../2026-01-22', { ...press, claim: true }),
      denied(1, { by: { state: 'BEL' }, on: '2026-01-22' }),
    ],
  ],
  [
    'CAN',
    '2026-01-21',
    'intending',
    [invited('../2026-01-18', { by: USA }), intends('2026-01-18', { by: { state: 'CAN' } })],
  ],
  [
    'CAN',
    '2026-01-23',
    'none',
    [
      ...[invited('../2026-01-18', { by: USA }), intends('2026-01-18', { by: { state: 'CAN' } })],
      uninvited('2026-01-22', { by: USA }),
    ],
  ],
  [
    'ISR',
    '2026-01-25',
    'accepted',
    [
      ...[invited('../2026-01-19', { by: USA }), accepted('2026-01-21')],
      signed('2026-01-22', { ...press, claim: true }),
    ],
  ],
  ['ISR', '2026-02-11', 'party', [accepted('2026-01-21'), signed('2026-02-11', bySignature)]],
  [
    'RUS',
    '2026-01-25',
    'invited',
    [
      ...[invited('../2026-01-19', { by: USA }), accepted('2026-01-21', anotherSays)],
      denied(2, { by: { state: 'RUS' }, on: '2026-01-21' }),
    ],
  ],
  ['FRA', '2026-01-23', 'declined', [declined('2026-01-19', press), declined('2026-01-22')]],
  ['HUN', '2026-01-18', 'accepted', [invited('../2026-01-18', { by: USA }), accepted('2026-01-18')]],
  ['USA', '2026-01-22', 'party', [signed('2026-01-22', bySignature)]],
];

describe('the Board of Peace', () => {
  it.each(board)('%s on %s: %s', (state, day, standing, events) => {
    expect(on(day, events, BOARD_IN_FORCE, state).own.standing).toBe(standing);
  });

  it('another party’s word that was denied does not show in what is reported', () => {
    const events = [
      accepted('2026-01-21', anotherSays),
      denied(1, { by: { state: 'RUS' }, on: '2026-01-21' }),
    ];
    expect(on('2026-01-25', events, BOARD_IN_FORCE, 'RUS').reported).toEqual(NOTHING);
  });

  it('a conditional signature waits for approval at home', () => {
    const events = [signed('2026-01-22', { ...bySignature, kind: 'subject-to-ratification' })];
    expect(on('2026-02-15', events, BOARD_IN_FORCE, 'BGR').own.standing).toBe('signatory');
  });
});

const signature = signed('2020-09-15', bySignature);
const accords: readonly [string, string, string, readonly MembershipEvent[]][] = [
  ['ARE', '2020-09-14', 'intending', [intends('2020-08-13', { by: { state: 'ARE' } }), signature]],
  ['ARE', '2020-09-15', 'party', [intends('2020-08-13', { by: { state: 'ARE' } }), signature]],
  ['BHR', '2020-09-15', 'party', [intends('2020-09-11', { by: { state: 'BHR' } }), signature]],
  ['ISR', '2020-09-15', 'party', [signature]],
  [
    'USA',
    '2020-09-16',
    'none',
    [
      signed('2020-09-15', { ...bySignature, kind: 'witness' }),
      signed('2020-09-15', { ...press, claim: true }),
    ],
  ],
  [
    'SAU',
    '2025-11-08',
    'declined',
    [declined('2024-02-07'), declined('2025-02-05'), intends('2025-10-15', { by: USA, ...anotherSays })],
  ],
  [
    'SAU',
    '2025-11-19',
    'intending',
    [declined('2025-02-05'), intends('2025-11-18', { by: { state: 'SAU' } })],
  ],
];

describe('the Abraham Accords', () => {
  it.each(accords)('%s on %s: %s', (state, day, standing, events) => {
    expect(on(day, events, ACCORDS, state).own.standing).toBe(standing);
  });

  it.each([
    ['MAR', '2020-12-22'],
    ['SDN', '2021-01-06'],
  ])('%s signed on %s; what it signed is disputed', (state, day) => {
    const events = [
      signed(day, bySignature),
      denied(1, { by: { name: 'a paper' }, attestation: 'reported' }),
    ];
    expect(on(day, events, ACCORDS, state).own).toMatchObject({ standing: 'party', disputed: true });
  });
});

// The table of acts and standings, row by row.
import { describe, it, expect } from '@jest/globals';
import {
  accepted,
  ACCORDS,
  BOARD,
  declined,
  FORUM,
  given,
  id,
  intends,
  invited,
  joined,
  record,
  signed,
  TREATY,
  uninvited,
} from '../given.contract.js';
import { SIGNATURE_KINDS, STANDINGS, type Standing } from '../vocabulary.js';
import type { MembershipAct } from './membership.js';
import {
  ACT_TYPES,
  isLegal,
  legalActs,
  lifted,
  stageOrder,
  standingAfter,
  type ActType,
} from './standing.js';

/** From which standings a person may record each act. */
const FROM: Readonly<Record<ActType, string>> = {
  InvitationReceived: 'none declined former',
  InvitationWithdrawn: 'invited accepted intending joined',
  MembershipDeclined: 'none invited intending accepted joined',
  IntentAnnounced: 'none invited declined former',
  MembershipAccepted: 'none invited intending declined',
  AccordJoined: 'none invited intending accepted declined former',
  CharterSigned: 'none invited intending accepted joined declined former not-proceeding',
};

const everyPair = ACT_TYPES.flatMap((type) =>
  STANDINGS.map((standing) => ({ type, standing, legal: FROM[type].split(' ').includes(standing) })),
);

describe('what a person may record', () => {
  it.each(everyPair)('$type at $standing: $legal', ({ type, standing, legal }) => {
    expect(isLegal(type, standing)).toBe(legal);
    expect(legalActs(standing).includes(type)).toBe(legal);
  });

  it('is offered in the order of the stages', () => {
    expect(legalActs('invited')).toEqual([
      'InvitationWithdrawn',
      'MembershipDeclined',
      'IntentAnnounced',
      'MembershipAccepted',
      'AccordJoined',
      'CharterSigned',
    ]);
    expect(legalActs('party')).toEqual([]);
  });
});

describe('in which order acts of one day follow one another', () => {
  it('is that of the table', () => {
    expect(ACT_TYPES).toEqual(Object.keys(FROM));
    expect(ACT_TYPES.map(stageOrder)).toEqual(ACT_TYPES.map((_, index) => index));
  });
});

const on = '2026-01-19';

describe('what an act leads to', () => {
  it.each<[string, MembershipAct, Standing]>([
    ['an invitation', invited(on), 'invited'],
    ['its withdrawal', uninvited(on), 'none'],
    ['a refusal', declined(on), 'declined'],
    ['intent', intends(on), 'intending'],
    ['acceptance', accepted(on), 'accepted'],
    ['joining', joined(on), 'joined'],
    ['signature that binds', signed(on), 'consented'],
  ])('%s', (_, act, standing) => {
    for (const from of STANDINGS) expect(standingAfter(from, act, BOARD, on)).toBe(standing);
  });

  it.each([
    [FORUM, 'consented'],
    [{ ...FORUM, inForceOn: '2026-01-20' }, 'consented'],
    [{ ...FORUM, inForceOn: on }, 'party'],
    [TREATY, 'joined'],
    [ACCORDS, 'joined'],
  ] as const)('joining a body of which %j is known: %s', (body, standing) => {
    expect(standingAfter('none', joined(on), body, on)).toBe(standing);
  });

  it.each([
    ['simple', 'signatory', 'party', 'consented'],
    ['ad-referendum', 'signatory', 'signatory', 'signatory'],
    ['subject-to-ratification', 'signatory', 'signatory', 'signatory'],
    ['definitive', 'party', 'party', 'consented'],
    ['witness', 'invited', 'invited', 'invited'],
  ] as const)(
    'a %s signature: %s; where signature binds %s, and %s before entry into force',
    (kind, ...standings) => {
      const after = [TREATY, ACCORDS, BOARD].map((body) =>
        standingAfter('invited', signed(on, { kind }), body, on),
      );
      expect(after).toEqual(standings);
    },
  );

  it('is known for every kind of signature and every act', () => {
    const every = [invited, uninvited, declined, intends, accepted, joined].map((act) => act(on));
    const signatures = SIGNATURE_KINDS.map((kind) => signed(on, { kind }));
    expect(new Set([...every, ...signatures].map(({ type }) => type))).toEqual(new Set(ACT_TYPES));
    for (const act of [...every, ...signatures])
      expect(STANDINGS).toContain(standingAfter('none', act, ACCORDS, on));
  });

  it('a simple signature does not bind where a declaration does', () => {
    expect(standingAfter('none', signed(on), FORUM, on)).toBe('signatory');
  });
});

describe('entry into force', () => {
  it('makes a party of a state that has consented, from that day', () => {
    expect(lifted('consented', ACCORDS, '2019-12-31')).toBe('consented');
    expect(lifted('consented', ACCORDS, '2020-01-01')).toBe('party');
    expect(lifted('consented', BOARD, '9999-12-31')).toBe('consented');
  });

  it('leaves every other standing as it is', () => {
    const others = STANDINGS.filter((standing) => standing !== 'consented');
    expect(others.map((standing) => lifted(standing, ACCORDS, on))).toEqual(others);
  });
});

// How a state comes to each standing that the acts can bring about, and the command at that standing.
const paths: readonly [Standing, readonly MembershipAct[], typeof BOARD][] = [
  ['none', [], BOARD],
  ['invited', [invited('2026-01-01')], BOARD],
  ['declined', [declined('2026-01-01')], BOARD],
  ['intending', [intends('2026-01-01')], BOARD],
  ['accepted', [accepted('2026-01-01')], BOARD],
  ['joined', [joined('2026-01-01')], BOARD],
  ['signatory', [signed('2026-01-01', { kind: 'ad-referendum' })], BOARD],
  ['consented', [signed('2026-01-01', { kind: 'definitive' })], BOARD],
  ['party', [signed('2026-01-01', { kind: 'definitive' })], ACCORDS],
];
const asked = [invited, uninvited, declined, intends, accepted, joined, signed].map((act) => act(on));
const cases = paths.flatMap(([standing, before, body]) =>
  asked.map((act) => ({ standing, before, body, act })),
);

describe('a command at each standing', () => {
  it.each(cases)('$standing, then $act.type', ({ standing, before, body, act }) => {
    const outcome = given(...before).when(record(act), { body });
    const repeats = before.some(({ type }) => type === act.type) && standing !== 'signatory';
    if (repeats || FROM[act.type].split(' ').includes(standing)) expect(outcome).toEqual([act]);
    else
      expect(outcome).toEqual({
        code: 'act-not-legal',
        act: act.type,
        on,
        standing,
        since: before.length > 0 ? id(1) : null,
        legal: ACT_TYPES.filter((type) => FROM[type].split(' ').includes(standing)),
      });
  });
});

// The table of acts and standings, row by row.
import { describe, it, expect } from '@jest/globals';
import type { BodyFacts } from '../body/body.js';
import {
  accepted,
  ACCORDS,
  around,
  BOARD,
  declined,
  deposited,
  ended,
  enteredIntoForce,
  EVERY_ACT,
  FORUM,
  given,
  history,
  id,
  intends,
  invited,
  joined,
  record,
  reinstated,
  repudiated,
  revoked,
  ruled,
  signed,
  stays,
  suspended,
  TREATY,
  uninvited,
  withdraws,
} from '../given.contract.js';
import { INSTRUMENTS, SIGNATURE_KINDS, STANDINGS, type BindingAct, type Standing } from '../vocabulary.js';
import { lineOf, type MembershipAct } from './membership.js';
import {
  ACT_TYPES,
  awaited,
  isLegal,
  isLegalAct,
  leadsTo,
  legalActs,
  lifted,
  stageOrder,
  survives,
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
  InstrumentDeposited:
    'none invited declined intending accepted joined signatory consented former not-proceeding',
  MembershipEnteredIntoForce: 'consented joined signatory',
  SignatureRepudiated: 'signatory',
  ConsentRevoked: 'consented party',
  MembershipSuspended: 'party',
  MembershipReinstated: 'suspended',
  WithdrawalNotified: 'party suspended',
  WithdrawalRevoked: 'withdrawing',
  MembershipEnded: 'party suspended withdrawing joined accepted',
  RoleGranted: STANDINGS.join(' '),
  RoleEnded: STANDINGS.join(' '),
  ReservationMade: STANDINGS.join(' '),
  ReservationWithdrawn: STANDINGS.join(' '),
  DeclarationMade: STANDINGS.join(' '),
  DeclarationWithdrawn: STANDINGS.join(' '),
  ObjectionRaised: STANDINGS.join(' '),
  ObjectionWithdrawn: STANDINGS.join(' '),
  ProvisionalApplicationStarted: STANDINGS.join(' '),
  ProvisionalApplicationEnded: STANDINGS.join(' '),
};
const legalFrom = (type: ActType, standing: Standing): boolean => FROM[type].split(' ').includes(standing);

const everyPair = ACT_TYPES.flatMap((type) =>
  STANDINGS.map((standing) => ({ type, standing, legal: legalFrom(type, standing) })),
);

describe('what a person may record', () => {
  it.each(everyPair)('$type at $standing: $legal', ({ type, standing, legal }) => {
    expect(isLegal(type, standing)).toBe(legal);
    expect(legalActs(standing).includes(type)).toBe(legal);
  });

  it('is offered in the order of the stages, attributes last', () => {
    const moving = (standing: Standing) =>
      legalActs(standing).slice(0, legalActs(standing).indexOf('RoleGranted'));
    expect(moving('invited')).toEqual([
      'InvitationWithdrawn',
      'MembershipDeclined',
      'IntentAnnounced',
      'MembershipAccepted',
      'AccordJoined',
      'CharterSigned',
      'InstrumentDeposited',
    ]);
    expect(moving('party')).toEqual([
      'ConsentRevoked',
      'MembershipSuspended',
      'WithdrawalNotified',
      'MembershipEnded',
    ]);
  });

  it('is a ratification, acceptance, approval or formal confirmation only of a signature', () => {
    const legalKinds = (standing: Standing) =>
      INSTRUMENTS.filter((kind) => isLegalAct(deposited(on, { kind }), standing));
    expect(legalKinds('signatory')).toEqual(INSTRUMENTS);
    expect(legalKinds('none')).toEqual(['accession', 'succession']);
    expect(legalKinds('consented')).toEqual(['accession', 'succession']);
    expect(legalKinds('former')).toEqual(['accession', 'succession']);
    expect(legalKinds('party')).toEqual([]);
  });

  it('is, for every other act, what its type allows', () => {
    for (const act of EVERY_ACT.map((make) => make(on)))
      for (const standing of STANDINGS) expect(isLegalAct(act, standing)).toBe(isLegal(act.type, standing));
  });
});

describe('in which order acts of one day follow one another', () => {
  it('is that of the table', () => {
    expect(ACT_TYPES).toEqual(Object.keys(FROM));
    expect(ACT_TYPES.map(stageOrder)).toEqual(ACT_TYPES.map((_, index) => index));
    expect(EVERY_ACT.map((make) => make(on).type)).toEqual(ACT_TYPES);
  });
});

const on = '2026-01-19';
const NOT_SIGNED = { signed: false, leaving: false };

describe('what an act leads to', () => {
  it.each<[string, MembershipAct, Standing]>([
    ['an invitation', invited(on), 'invited'],
    ['its withdrawal', uninvited(on), 'none'],
    ['a refusal', declined(on), 'declined'],
    ['intent', intends(on), 'intending'],
    ['acceptance', accepted(on), 'accepted'],
    ['joining', joined(on), 'joined'],
    ['a signature that binds', signed(on), 'consented'],
    ['an instrument', deposited(on), 'consented'],
    ['entry into force for a state', enteredIntoForce(on), 'party'],
    ['a signature taken back', repudiated(on), 'not-proceeding'],
    ['consent taken back', revoked(on), 'none'],
    ['suspension', suspended(on), 'suspended'],
    ['reinstatement', reinstated(on), 'party'],
    ['notice of withdrawal', withdraws(on), 'withdrawing'],
    ['a withdrawal taken back', stays(on), 'party'],
    ['an end', ended(on), 'former'],
  ])('%s', (_, act, standing) => {
    expect(leadsTo(act, BOARD, on, NOT_SIGNED)).toBe(standing);
  });

  it.each(EVERY_ACT.slice(16).map((make) => make(on)))('$type moves no standing', (act) => {
    expect(leadsTo(act, BOARD, on, NOT_SIGNED)).toBeUndefined();
  });

  it('consent taken back leaves a signatory where there is a signature', () => {
    expect(leadsTo(revoked(on), TREATY, on, { ...NOT_SIGNED, signed: true })).toBe('signatory');
  });

  it('reinstatement leaves a state withdrawing, where its notice stands', () => {
    expect(leadsTo(reinstated(on), TREATY, on, { ...NOT_SIGNED, leaving: true })).toBe('withdrawing');
  });

  it.each<[BindingAct, Standing]>([
    ['declaration', 'consented'],
    ['signature', 'joined'],
    ['deposit', 'joined'],
  ])('joining where a %s binds: %s', (binding, standing) => {
    expect(leadsTo(joined(on), { kind: 'forum', rules: ruled(binding) }, on, NOT_SIGNED)).toBe(standing);
  });

  it.each([
    ['simple', 'signatory', 'consented', 'signatory'],
    ['ad-referendum', 'signatory', 'signatory', 'signatory'],
    ['subject-to-ratification', 'signatory', 'signatory', 'signatory'],
    ['definitive', 'consented', 'consented', 'consented'],
    ['succession', 'signatory', 'signatory', 'signatory'],
    ['witness', undefined, undefined, undefined],
  ] as const)('a %s signature: %s; where signature binds %s, where a declaration does %s', (kind, ...led) => {
    const bodies = [TREATY, ACCORDS, FORUM];
    expect(bodies.map((body) => leadsTo(signed(on, { kind }), body, on, NOT_SIGNED))).toEqual(led);
  });

  it('is known for every kind of signature', () => {
    const kinds = SIGNATURE_KINDS.filter((kind) => leadsTo(signed(on, { kind }), BOARD, on, NOT_SIGNED));
    expect(kinds).toEqual(SIGNATURE_KINDS.filter((kind) => kind !== 'witness'));
  });

  it('is decided by the rule of the day', () => {
    const amended: BodyFacts = {
      kind: 'forum',
      rules: [...ruled('declaration'), { from: on, rule: { binding: 'signature', invitation: false } }],
    };
    const led = (day: string) =>
      [joined(day), signed(day)].map((act) => leadsTo(act, amended, day, NOT_SIGNED));
    expect(led('2026-01-18')).toEqual(['consented', 'signatory']);
    expect(led(on)).toEqual(['joined', 'consented']);
  });
});

describe('entry into force of a body', () => {
  it('makes a party of a state that has consented, from that day', () => {
    expect(lifted('consented', ACCORDS, '2019-12-31')).toBe('consented');
    expect(lifted('consented', ACCORDS, '2020-01-01')).toBe('party');
    expect(lifted('consented', BOARD, '9999-12-31')).toBe('consented');
  });

  it('is what a party needs: before it there are none', () => {
    expect(lifted('party', ACCORDS, '2019-12-31')).toBe('consented');
    expect(lifted('party', BOARD, '9999-12-31')).toBe('consented');
    expect(lifted('party', ACCORDS, '2020-01-01')).toBe('party');
  });

  it('leaves every other standing as it is', () => {
    const others = STANDINGS.filter((standing) => standing !== 'consented' && standing !== 'party');
    expect(others.map((standing) => lifted(standing, ACCORDS, on))).toEqual(others);
    expect(others.map((standing) => lifted(standing, BOARD, on))).toEqual(others);
  });
});

describe('the end of a body', () => {
  it('ends what an ending act could end', () => {
    expect(STANDINGS.filter((standing) => !survives(standing))).toEqual([
      'accepted',
      'joined',
      'party',
      'suspended',
      'withdrawing',
    ]);
  });
});

describe('what is awaited of a state', () => {
  it('is the binding act, of one that is on its way in', () => {
    const binding = 'deposit';
    expect(STANDINGS.filter((standing) => awaited(standing, { binding }) === binding)).toEqual([
      'intending',
      'accepted',
      'joined',
      'signatory',
    ]);
    expect(awaited('invited', { binding })).toBeNull();
    expect(awaited('party', { binding })).toBeNull();
  });
});

// How a state comes to each standing, and every act at that standing.
const start = '2021-01-01';
const member = deposited('2020-06-01');
const paths: readonly [Standing, readonly MembershipAct[]][] = [
  ['none', []],
  ['invited', [invited(start)]],
  ['declined', [declined(start)]],
  ['intending', [intends(start)]],
  ['accepted', [accepted(start)]],
  ['joined', [joined(start)]],
  ['signatory', [signed(start)]],
  ['consented', [deposited(start, { effectiveOn: '2027-01-01' })]],
  ['party', [member]],
  ['suspended', [member, suspended(start)]],
  ['withdrawing', [member, withdraws(start, { effectiveOn: '2027-01-01' })]],
  ['former', [member, ended(start)]],
  ['not-proceeding', [signed('2020-06-01'), repudiated(start)]],
];
const withdrawing = /^(Reservation|Declaration|Objection)Withdrawn$/;
const cases = paths.flatMap(([standing, before]) =>
  EVERY_ACT.map((make) => make(on))
    .filter(({ type }) => !withdrawing.test(type))
    .map((act) => ({ standing, before, act })),
);

describe('a command at each standing', () => {
  it.each(paths)('%s: comes about', (standing, before) => {
    const { intervals } = lineOf(history(...before), 'KAZ', around(TREATY));
    const now = intervals.findLast(({ from }) => from <= on);
    expect(now?.own.standing ?? 'none').toBe(standing);
  });

  it.each(cases)('$standing, then $act.type', ({ standing, before, act }) => {
    const outcome = given(...before).when(record(act), { body: TREATY });
    // One more word for what has led here is welcome: the same act once more, or another that comes to the same.
    const repeats =
      before.at(-1)?.type === act.type || (standing === 'party' && act.type === 'MembershipEnteredIntoForce');
    if (repeats || legalFrom(act.type, standing)) expect(outcome).toEqual([act]);
    else
      expect(outcome).toEqual({
        code: 'act-not-legal',
        act: act.type,
        on,
        standing,
        since: before.length > 0 ? id(before.length) : null,
        legal: ACT_TYPES.filter((type) => legalFrom(type, standing)),
      });
  });
});

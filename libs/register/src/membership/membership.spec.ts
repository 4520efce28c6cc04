// What a person, or an import, may record of one state and one body.
import { describe, it, expect } from '@jest/globals';
import type { BodyFacts } from '../body/body.js';
import {
  accepted,
  ACCORDS,
  around,
  corrected,
  correct,
  corroborated,
  declarationWithdrawn,
  declares,
  declined,
  denied,
  deposited,
  ended,
  EVERY_ACT,
  given,
  history,
  id,
  intends,
  invited,
  joined,
  objectionWithdrawn,
  objects,
  record,
  reservationWithdrawn,
  reserved,
  retracted,
  roleEnded,
  ruled,
  signed,
  suspended,
  toldOf,
  TREATY,
  uninvited,
  withdraws,
} from '../given.contract.js';
import {
  citedBy,
  evolve,
  initial,
  lineOf,
  type Correction,
  type MembershipAct,
  type MembershipEvent,
} from './membership.js';

/** What is always on offer: roles and attributes. */
const ATTRIBUTES = EVERY_ACT.slice(16).map((make) => make('2026-01-01').type);

describe('recording an act', () => {
  it('yields the act, as it was given', () => {
    const act = accepted('../2026-01-19', { capacity: 'founding', note: 'by letter' });
    expect(given(invited('2026-01-01')).when(record(act))).toEqual([act]);
  });

  it('that was recorded already yields nothing', () => {
    expect(given(invited('2026-01-01')).when(record(invited('2026-01-01')))).toEqual([]);
    expect(given(invited('2026-01-01')).when(record(invited('2026-01-01'), 'import'))).toEqual([]);
    const claim = joined('2025-11-06', { claim: true });
    expect(given(claim).when(record(claim))).toEqual([]);
  });

  it('that was recorded and denied yields nothing: the denial still holds', () => {
    const act = accepted('2026-01-19');
    expect(given(act, denied(1)).when(record(act))).toEqual([]);
  });

  it('that was recorded and retracted yields it again', () => {
    const act = invited('2026-01-01');
    expect(given(act, retracted(1)).when(record(act))).toEqual([act]);
  });

  it('that another was corrected to yields nothing; that which was corrected yields it again', () => {
    const events = [accepted('2026-01-19'), corrected(1, accepted('2026-01-20'))];
    expect(given(...events).when(record(accepted('2026-01-20')))).toEqual([]);
    expect(given(...events).when(record(accepted('2026-01-19')))).toEqual([accepted('2026-01-19')]);
  });

  it('that differs in anything is another act', () => {
    const again = invited('2026-01-01', { note: 'a second letter' });
    expect(given(invited('2026-01-01')).when(record(again))).toEqual([again]);
  });

  it('that was recorded already is not judged again', () => {
    const late = joined('2026-01-05');
    expect(given(late, declined('2026-01-03'), signed('2026-01-04')).when(record(late))).toEqual([]);
  });
});

describe('an act that is not legal', () => {
  it('is refused with the standing, the event that led to it, and what would be legal', () => {
    expect(given(accepted('2026-01-02')).when(record(intends('2026-01-03')))).toEqual({
      code: 'act-not-legal',
      act: 'IntentAnnounced',
      on: '2026-01-03',
      standing: 'accepted',
      since: id(1),
      legal: [
        ...[
          'InvitationWithdrawn',
          'MembershipDeclined',
          'AccordJoined',
          'CharterSigned',
          'InstrumentDeposited',
        ],
        ...['MembershipEnded', ...ATTRIBUTES],
      ],
    });
  });

  it('is refused with the latest of the events that support the standing', () => {
    const twice = given(signed('2026-01-22'), signed('2026-01-23'));
    expect(twice.when(record(invited('2026-01-24')))).toMatchObject({ standing: 'consented', since: id(2) });
  });

  it('is refused with the day on which it would take effect, and the standing of that day', () => {
    const ahead = invited('2025-01-24', { effectiveOn: '2025-06' });
    expect(given(accepted('2025-03-01')).when(record(ahead))).toMatchObject({
      on: '2025-06-01',
      standing: 'accepted',
      since: id(1),
    });
  });

  it('names the day to which it reaches back', () => {
    const back = deposited('2026-01-24', { kind: 'ratification', effectiveOn: '2021-06-01' });
    expect(given(signed('2022-01-22')).when(record(back), { body: TREATY })).toMatchObject({
      on: '2021-06-01',
      standing: 'none',
      since: null,
    });
  });

  it('is accepted from an import', () => {
    const odd = invited('2026-01-24');
    expect(given(signed('2026-01-22')).when(record(odd, 'import'))).toEqual([odd]);
  });

  it('does not make the next one illegal', () => {
    const before = given(signed('2026-01-01'), invited('2026-01-02'));
    expect(before.when(record(accepted('2026-01-03')))).toEqual([accepted('2026-01-03')]);
  });

  it('is accepted as a claim, for a claim is not folded', () => {
    const claim = invited('2026-01-24', { claim: true });
    expect(given(signed('2026-01-22')).when(record(claim))).toEqual([claim]);
  });
});

describe('a ratification', () => {
  const ratification = deposited('2026-01-24', { kind: 'ratification' });

  it('confirms a signature', () => {
    expect(given(signed('2021-01-01')).when(record(ratification), { body: TREATY })).toEqual([ratification]);
  });

  it('without one is refused to a person, and not offered', () => {
    const refusal = given(accepted('2026-01-02')).when(record(ratification), { body: TREATY });
    expect(refusal).toMatchObject({
      code: 'act-not-legal',
      act: 'InstrumentDeposited',
      standing: 'accepted',
    });
    expect(refusal).toHaveProperty('legal', expect.not.arrayContaining(['InstrumentDeposited']));
  });

  it('without one comes in by an import, and is flagged', () => {
    expect(given().when(record(ratification, 'import'), { body: TREATY })).toEqual([ratification]);
    expect(lineOf(history(ratification), 'KAZ', around(TREATY)).anomalies).toEqual([
      { eventId: id(1), standing: 'none', why: 'act-not-legal' },
    ]);
  });
});

describe('the place at which an act is judged', () => {
  it('is its own in the line, not the end of it', () => {
    const before = invited('2026-01-10');
    expect(given(signed('2026-01-22')).when(record(before))).toEqual([before]);
    const between = intends('2026-01-12');
    expect(given(invited('2026-01-10'), signed('2026-01-22')).when(record(between))).toEqual([between]);
    expect(
      given(accepted('2026-01-10'), declined('2026-01-22')).when(record(intends('2026-01-12'))),
    ).toMatchObject({
      code: 'act-not-legal',
      standing: 'accepted',
      since: id(1),
    });
  });

  it('on one day is that of its stage', () => {
    const invitation = invited('../2026-01-19');
    expect(given(accepted('../2026-01-19')).when(record(invitation))).toEqual([invitation]);
    expect(given(signed('2026-01-19')).when(record(accepted('2026-01-20')))).toMatchObject({
      standing: 'consented',
    });
  });

  it('is after the acts of the same day and stage', () => {
    const reserved = signed('2026-01-22', { kind: 'ad-referendum' });
    expect(given(signed('2026-01-22')).when(record(reserved))).toMatchObject({
      standing: 'consented',
      since: id(1),
    });
  });

  it('is after entry into force, where the body is in force on that day', () => {
    const outcome = given(signed('2026-01-22')).when(record(invited('2026-01-23')), { body: ACCORDS });
    expect(outcome).toMatchObject({ standing: 'party' });
  });

  it('is after the effect of what was notified, once that has come', () => {
    const leaving = [deposited('2021-01-01'), withdraws('2022-01-01', { effectiveOn: '2023-01-01' })];
    const back = (on: string) => given(...leaving).when(record(deposited(on)), { body: TREATY });
    expect(back('2022-12-31')).toMatchObject({
      code: 'act-not-legal',
      standing: 'withdrawing',
      since: id(2),
    });
    expect(back('2023-01-01')).toEqual([deposited('2023-01-01')]);
  });

  it('is among the acts of the day of effect by the days of the acts, then by their stages', () => {
    const effectiveOn = '2025-06-30';
    const leaving = [deposited('2021-01-01'), withdraws('2025-01-01', { effectiveOn })];
    const back = invited('2025-01-01', { effectiveOn });
    expect(given(...leaving).when(record(back), { body: TREATY })).toMatchObject({
      on: effectiveOn,
      standing: 'withdrawing',
    });
    const later = invited('2025-01-02', { effectiveOn });
    expect(given(...leaving).when(record(later), { body: TREATY })).toEqual([later]);
  });

  it('is the day of the act, where its effect is to come', () => {
    const instrument = deposited('2021-06-01', { kind: 'ratification', effectiveOn: '2022-01-01' });
    expect(given(signed('2021-07-01')).when(record(instrument), { body: TREATY })).toMatchObject({
      on: '2021-06-01',
      standing: 'none',
    });
  });

  it('is among own words for an own word, and among all words for another', () => {
    const press = joined('2025-11-06', { attestation: 'reported' });
    const own = intends('2025-11-07');
    expect(given(press).when(record(own))).toEqual([own]);
    const stated = intends('2025-11-07', { attestation: 'stated', by: { state: 'USA' } });
    expect(given(press).when(record(stated))).toMatchObject({ standing: 'joined', since: id(1) });
  });

  it('is among own words, even where the press tells of something that would make it legal', () => {
    const heard = uninvited('2026-01-10', { attestation: 'reported' });
    expect(given(accepted('2026-01-02'), heard).when(record(intends('2026-01-24')))).toMatchObject({
      standing: 'accepted',
      since: id(1),
    });
  });

  it('passes over what does not count', () => {
    const act = invited('2026-01-24');
    expect(given(signed('2026-01-22', { claim: true })).when(record(act))).toEqual([act]);
    expect(given(signed('2026-01-22'), retracted(1)).when(record(act))).toEqual([act]);
    expect(given(signed('2026-01-22'), denied(1)).when(record(act))).toEqual([act]);
  });

  it('is under the rule of its day', () => {
    const body: BodyFacts = {
      kind: 'forum',
      inForceOn: '2020-01-01',
      rules: [
        ...ruled('declaration'),
        { from: '2022-01-01', rule: { binding: 'deposit', invitation: false } },
      ],
    };
    const act = suspended('2023-01-01');
    expect(given(joined('2021-12-31')).when(record(act), { body })).toEqual([act]);
    expect(given(joined('2022-01-01')).when(record(act), { body })).toMatchObject({ standing: 'joined' });
  });
});

describe('withdrawing an invitation', () => {
  const withdrawal = uninvited('2026-01-23');

  it('needs one', () => {
    expect(given().when(record(withdrawal))).toMatchObject({
      code: 'act-not-legal',
      standing: 'none',
      since: null,
    });
  });

  it('that only the press told of is legal', () => {
    const heard = invited('2026-01-01', { attestation: 'reported' });
    expect(given(heard).when(record(withdrawal))).toEqual([withdrawal]);
  });

  it('by the press leaves what the inviter said', () => {
    const heard = uninvited('2026-01-23', { attestation: 'reported' });
    expect(given(invited('2026-01-01')).when(record(heard))).toEqual([heard]);
  });
});

describe('a day in the future', () => {
  it.each(['2026-02-03', '2026-03', '2027', '../2026-02-03', '2026-02-03/..', '2026-02-03?'])(
    '%s is refused',
    (on) => {
      const outcome = given().when(record(invited(on)));
      expect(outcome).toMatchObject({ code: 'day-in-future', field: 'on', today: '2026-02-01' });
    },
  );

  it.each(['2026-02-01', '2026-02-02', '2026', '2026-02', '2026-02-02/..', '2026-01-31/2026-02-20'])(
    '%s is not: it is tomorrow somewhere, or may lie in the past',
    (on) => {
      expect(given().when(record(invited(on)))).toEqual([invited(on)]);
    },
  );

  it('is refused for the announcement, too, with its facts', () => {
    expect(given().when(record(invited('2026-01-01', { announcedOn: '2026-02-03' })))).toEqual({
      code: 'day-in-future',
      field: 'announcedOn',
      day: '2026-02-03',
      today: '2026-02-01',
    });
  });

  it('is refused for a claim, too', () => {
    const claim = invited('2026-02-03', { claim: true });
    expect(given().when(record(claim))).toMatchObject({ code: 'day-in-future' });
  });

  it('may be that of the effect', () => {
    const act = signed('2026-01-22', { effectiveOn: '2027-01-01' });
    expect(given().when(record(act))).toEqual([act]);
  });
});

describe('the day of effect', () => {
  const member = deposited('2021-01-01');

  it('of a withdrawal does not lie before its notice', () => {
    const outcome = given(member).when(record(withdraws('2026-01-10', { effectiveOn: '2026-01-09' })), {
      body: TREATY,
    });
    expect(outcome).toEqual({ code: 'effect-before-notice', on: '2026-01-10', effectiveOn: '2026-01-09' });
  });

  it('of a withdrawal may be that of the notice, or later, or not known', () => {
    const acts = ['2026-01-10', '2027-01-10'].map((effectiveOn) => withdraws('2026-01-10', { effectiveOn }));
    for (const act of [...acts, withdraws('2026-01-10')])
      expect(given(member).when(record(act), { body: TREATY })).toEqual([act]);
  });

  it('of an instrument may lie before its deposit', () => {
    const act = deposited('2026-01-10', { kind: 'succession', effectiveOn: '2020-06-01' });
    expect(given().when(record(act), { body: TREATY })).toEqual([act]);
  });
});

describe('a body that was dissolved', () => {
  const dissolved = around({ ...ACCORDS, dissolvedOn: '2025-06-30' });
  const leaves = withdraws('2025-07-01');
  const after = (...events: MembershipEvent[]) => ({
    when: (act: MembershipAct) => given(...events).when(record(act), dissolved),
  });

  it('takes nobody in any more, from that day on', () => {
    expect(after().when(signed('2025-06-29'))).toEqual([signed('2025-06-29')]);
    for (const on of ['2025-06-30', '2026-01-19']) {
      expect(after().when(signed(on))).toEqual({
        code: 'body-dissolved',
        act: 'CharterSigned',
        on,
        dissolvedOn: '2025-06-30',
      });
    }
  });

  it('lets nobody go any more either: the membership ended with it', () => {
    expect(after(signed('2021-01-01')).when(leaves)).toMatchObject({ code: 'body-dissolved' });
    expect(given(signed('2021-01-01')).when(record(leaves, 'import'), dissolved)).toEqual([leaves]);
  });

  it('can be said to have ended a membership, and leaves what moves no standing', () => {
    const end = ended('2025-06-30', { reason: 'dissolution' });
    expect(after(signed('2021-01-01')).when(end)).toEqual([end]);
    expect(after(signed('2021-01-01')).when(roleEnded('2025-07-01'))).toEqual([roleEnded('2025-07-01')]);
  });

  it('is no ground to refuse what took effect before', () => {
    const act = joined('2025-07-01', { effectiveOn: '2025-06-29' });
    expect(after().when(act)).toEqual([act]);
  });
});

describe('a state that was not there', () => {
  const stateFacts = { from: '1991-12-16', until: '2025-12-31' };

  it('does nothing: with the days between which it was', () => {
    expect(given().when(record(invited('1991-12-15')), { stateFacts })).toEqual({
      code: 'state-not-there',
      state: 'KAZ',
      on: '1991-12-15',
      from: '1991-12-16',
      until: '2025-12-31',
    });
    expect(given().when(record(invited('2026-01-01')), { stateFacts: { until: '2025-12-31' } })).toEqual({
      code: 'state-not-there',
      state: 'KAZ',
      on: '2026-01-01',
      from: null,
      until: '2025-12-31',
    });
    expect(given().when(record(invited('1990-01-01')), { stateFacts: { from: '1991-12-16' } })).toMatchObject(
      {
        from: '1991-12-16',
        until: null,
      },
    );
  });

  it('may have done it on its first and its last day', () => {
    for (const on of ['1991-12-16', '2025-12-31'])
      expect(given().when(record(invited(on)), { stateFacts })).toEqual([invited(on)]);
  });

  it('is no hindrance to an import', () => {
    const act = invited('1990-01-01');
    expect(given().when(record(act, 'import'), { stateFacts })).toEqual([act]);
  });
});

describe('intent', () => {
  const bySomebody = { by: { state: 'USA', name: 'Donald Trump' } };

  it('announced by another state is not the word of the one whose intent it is', () => {
    expect(given().when(record(intends('2025-11-06', bySomebody)))).toEqual({
      code: 'not-own-word',
      act: 'IntentAnnounced',
      speaker: 'USA',
      owner: 'KAZ',
    });
  });

  it('announced by another state is recorded as what that state said', () => {
    const stated = intends('2025-11-06', { ...bySomebody, attestation: 'stated' });
    expect(given().when(record(stated))).toEqual([stated]);
  });

  it('announced by its own government, by whatever name, is its own', () => {
    const own = intends('2025-11-06');
    const person = intends('2025-11-06', { by: { state: 'KAZ', name: 'Kassym-Jomart Tokayev' } });
    expect(given().when(record(own))).toEqual([own]);
    expect(given().when(record(person))).toEqual([person]);
  });

  it('announced by somebody of no given state is nobody’s own word', () => {
    const person = { by: { name: 'Kassym-Jomart Tokayev' } };
    expect(given().when(record(intends('2025-11-06', person)))).toEqual({
      code: 'speaker-without-state',
      act: 'IntentAnnounced',
      speaker: 'Kassym-Jomart Tokayev',
      owner: 'KAZ',
    });
    const press = intends('2025-11-06', { ...person, attestation: 'reported' });
    expect(given().when(record(press))).toEqual([press]);
  });

  it('an invitation is the inviter’s own word', () => {
    const act = invited('2026-01-01', bySomebody);
    expect(given().when(record(act))).toEqual([act]);
  });
});

describe('withdrawing a reservation, a declaration or an objection', () => {
  const pairs = [
    [reserved, reservationWithdrawn],
    [declares, declarationWithdrawn],
    [objects, objectionWithdrawn],
  ] as const;

  it.each(pairs)('names what was made', (make, withdrawn) => {
    const act = withdrawn('2026-01-20', { withdraws: id(1) });
    expect(given(make('2026-01-10')).when(record(act))).toEqual([act]);
  });

  it.each(pairs)('of what is not there is refused', (make, withdrawn) => {
    const act = withdrawn('2026-01-20', { withdraws: id(2) });
    expect(given(make('2026-01-10')).when(record(act))).toEqual({ code: 'unknown-act', eventId: id(2) });
  });

  it.each(pairs)('of what is something else is refused', (_, withdrawn) => {
    const act = withdrawn('2026-01-20', { withdraws: id(1) });
    const refusal = { code: 'not-correctable', eventId: id(1), type: 'MembershipAccepted' };
    expect(given(accepted('2026-01-10')).when(record(act))).toEqual(refusal);
    expect(
      given(accepted('2026-01-10')).when(record({ ...act, data: { ...act.data, claim: true } })),
    ).toEqual(refusal);
  });
});

describe('the refusal that is given first', () => {
  it('is that of the day, then of the state, then of the speaker, then of what it names, then of the standing', () => {
    const by = { by: { state: 'USA' } };
    const gone = { stateFacts: { until: '2020-01-01' } };
    const before = given(accepted('2019-01-10'));
    const code = (act: MembershipAct, more = {}) => before.when(record(act), more) as { code?: string };
    expect(code(intends('2026-03-01', by), gone).code).toBe('day-in-future');
    expect(code(intends('2026-01-20', by), gone).code).toBe('state-not-there');
    expect(code(intends('2026-01-20', by)).code).toBe('not-own-word');
    expect(code(reservationWithdrawn('2026-01-20', { withdraws: id(7) })).code).toBe('unknown-act');
    expect(code(intends('2026-01-20')).code).toBe('act-not-legal');
  });
});

const act = accepted('2026-01-19');

describe('retracting', () => {
  it('an act yields the retraction', () => {
    expect(given(act).when(correct(retracted(1, 'the wrong state')))).toEqual([
      retracted(1, 'the wrong state'),
    ]);
  });

  it('twice yields nothing, for whatever reason', () => {
    expect(given(act, retracted(1)).when(correct(retracted(1)))).toEqual([]);
    expect(given(act, retracted(1)).when(correct(retracted(1, 'once more')))).toEqual([]);
  });

  it('what is not in the membership is refused', () => {
    expect(given(act).when(correct(retracted(2)))).toEqual({ code: 'unknown-act', eventId: id(2) });
  });

  it.each<[string, Correction]>([
    ['a retraction', retracted(1)],
    ['a correction', corrected(1, signed('2026-01-20'))],
    ['a denial', denied(1)],
    ['a corroboration', corroborated(1)],
  ])('%s is possible', (_, correction) => {
    expect(given(act, correction).when(correct(retracted(2)))).toEqual([retracted(2)]);
  });

  it('anew what was restored yields the retraction again', () => {
    expect(given(act, retracted(1), retracted(2)).when(correct(retracted(1)))).toEqual([retracted(1)]);
  });

  it('anew what was restored and retracted for another reason yields nothing', () => {
    const events = [act, retracted(1), retracted(2), retracted(1, 'another reason')];
    expect(given(...events).when(correct(retracted(1)))).toEqual([]);
  });

  it('a claim is possible', () => {
    expect(given(joined('2025-11-06', { claim: true })).when(correct(retracted(1)))).toHaveLength(1);
  });

  it('makes room for what clashed with it', () => {
    const other = invited('2026-01-24');
    expect(given(signed('2026-01-22')).when(record(other))).toMatchObject({ code: 'act-not-legal' });
    expect(given(signed('2026-01-22'), retracted(1)).when(record(other))).toEqual([other]);
  });
});

describe('correcting', () => {
  const right = corrected(1, accepted('2026-01-20'));

  it('an act yields the correction', () => {
    expect(given(act).when(correct(right))).toEqual([right]);
  });

  it('in the same way twice yields nothing', () => {
    expect(given(act, right).when(correct(right))).toEqual([]);
  });

  it('once more names the correction that is itself to be corrected', () => {
    const other = corrected(1, accepted('2026-01-21'));
    expect(given(act, right).when(correct(other))).toEqual({
      code: 'already-corrected',
      eventId: id(1),
      by: id(2),
    });
    const next = corrected(2, accepted('2026-01-21'));
    expect(given(act, right).when(correct(next))).toEqual([next]);
    expect(given(act, right, next).when(correct(corrected(2, act)))).toEqual({
      code: 'already-corrected',
      eventId: id(2),
      by: id(3),
    });
  });

  it('anew is possible once the correction is retracted', () => {
    expect(given(act, right, retracted(2)).when(correct(right))).toEqual([right]);
    const other = corrected(1, accepted('2026-01-21'));
    expect(given(act, right, retracted(2)).when(correct(other))).toEqual([other]);
    expect(given(act, right, retracted(2), other).when(correct(right))).toEqual({
      code: 'already-corrected',
      eventId: id(1),
      by: id(4),
    });
  });

  it('what is not in the membership is refused', () => {
    expect(given(act).when(correct(corrected(7, act)))).toEqual({ code: 'unknown-act', eventId: id(7) });
  });

  it.each<Correction>([retracted(1), denied(1), corroborated(1)])(
    '$type is refused: it is retracted instead',
    (done) => {
      const refusal = { code: 'not-correctable', eventId: id(2), type: done.type };
      expect(given(act, done).when(correct(corrected(2, act)))).toEqual(refusal);
    },
  );

  it('to an act that has not happened yet, or that is not the state’s own word, is refused', () => {
    expect(given(act).when(correct(corrected(1, accepted('2026-02-03'))))).toMatchObject({
      code: 'day-in-future',
    });
    const another = intends('2026-01-19', { by: { state: 'USA' } });
    expect(given(act).when(correct(corrected(1, another)))).toMatchObject({ code: 'not-own-word' });
  });

  it('of what is retracted is possible, and changes nothing for now', () => {
    expect(given(act, retracted(1)).when(correct(right))).toEqual([right]);
  });
});

describe('denying', () => {
  const denial = denied(1);

  it('an act yields the denial', () => {
    expect(given(act).when(correct(denial))).toEqual([denial]);
  });

  it('in the same words twice yields nothing; in others it is another denial', () => {
    expect(given(act, denial).when(correct(denial))).toEqual([]);
    const other = denied(1, { on: '2026-01-26' });
    expect(given(act, denial).when(correct(other))).toEqual([other]);
  });

  it('anew what was retracted yields it again', () => {
    expect(given(act, denial, retracted(2)).when(correct(denial))).toEqual([denial]);
  });

  it('what is not in the membership is refused', () => {
    expect(given(act).when(correct(denied(2)))).toEqual({ code: 'unknown-act', eventId: id(2) });
  });

  it.each<Correction>([retracted(1), denied(1), corroborated(1), corrected(1, act)])(
    '$type is refused: it is no act',
    (done) => {
      expect(given(act, done).when(correct(denied(2, { on: '2026-01-26' })))).toEqual({
        code: 'not-correctable',
        eventId: id(2),
        type: done.type,
      });
    },
  );

  it('in the future is refused, with its facts; tomorrow is today somewhere', () => {
    expect(given(act).when(correct(denied(1, { on: '2026-02-03' })))).toEqual({
      code: 'day-in-future',
      field: 'on',
      day: '2026-02-03',
      today: '2026-02-01',
    });
    expect(given(act).when(correct(denied(1, { on: '2026-02-02' })))).toHaveLength(1);
  });
});

describe('corroborating', () => {
  it('an act yields the corroboration, once for each source', () => {
    expect(given(act).when(correct(corroborated(1)))).toEqual([corroborated(1)]);
    expect(given(act, corroborated(1)).when(correct(corroborated(1)))).toEqual([]);
    expect(given(act, corroborated(1)).when(correct(corroborated(1, 'a-third')))).toHaveLength(1);
  });

  it('what is not there, or no act, is refused', () => {
    expect(given(act).when(correct(corroborated(2)))).toEqual({ code: 'unknown-act', eventId: id(2) });
    expect(given(act, retracted(1)).when(correct(corroborated(2)))).toMatchObject({
      code: 'not-correctable',
    });
  });
});

describe('what is kept', () => {
  it('is each event in the order of recording, without its envelope', () => {
    const stored = { ...act, eventId: id(1), position: 7, version: 1 };
    expect(evolve(initial, stored)).toEqual({ events: [{ eventId: id(1), event: act }] });
    expect(evolve(initial, { ...stored, recordedAt: '2026-01-20T23:59:59.999Z' })).toEqual({
      events: [{ eventId: id(1), event: act, recordedOn: '2026-01-20' }],
    });
    expect(history(act, retracted(1)).events.map(({ event }) => event)).toEqual([act, retracted(1)]);
    expect(initial).toEqual({ events: [] });
  });

  it('leaves what was known as it was', () => {
    const before = history(act);
    evolve(before, { ...retracted(1), eventId: id(2) });
    expect(before).toEqual(history(act));
  });

  it('gives the line of its state', () => {
    const { intervals } = lineOf(history(act, denied(1)), 'FRA', around(ACCORDS));
    expect(intervals.map(toldOf)).toEqual(['2026-01-19: accepted since 2026-01-19 (declared: 1) disputed']);
    expect(lineOf(history(act, denied(1)), 'KAZ', around(ACCORDS)).intervals).toEqual([]);
  });
});

describe('the sources that an event cites', () => {
  it('are none where it cites none', () => {
    expect(citedBy(retracted(1))).toStrictEqual([]);
  });

  it('are its own, each once, and those of the act that a correction gives', () => {
    expect(citedBy(act)).toStrictEqual(['a-source']);
    expect(
      citedBy(accepted('2026-01-19', { sources: ['a', 'b', 'a'].map((one) => ({ source: one })) })),
    ).toStrictEqual(['a', 'b']);
    expect(citedBy(corrected(1, act))).toStrictEqual(['another-source', 'a-source']);
    expect(citedBy(corroborated(1, 'c'))).toStrictEqual(['c']);
  });
});

describe('what is offered instead', () => {
  const day = '2026-01-24';

  it('is accepted, each of it', () => {
    const before = given(accepted('2026-01-02'));
    const refusal = before.when(record(intends(day)));
    const legal = 'legal' in refusal ? refusal.legal : [];
    const offered = EVERY_ACT.map((make) => make(day)).filter(({ type }) => legal.includes(type));
    expect(offered).toHaveLength(legal.length);
    for (const one of offered.filter(({ data }) => !('withdraws' in data)))
      expect(before.when(record(one))).toEqual([one]);
  });

  it('to a state that has left is to come in again', () => {
    const before = given(deposited('2021-01-01'), ended('2022-01-01'));
    const refusal = before.when(record(suspended(day)), { body: TREATY });
    expect(refusal).toMatchObject({
      standing: 'former',
      legal: [
        ...['InvitationReceived', 'IntentAnnounced', 'AccordJoined', 'CharterSigned', 'InstrumentDeposited'],
        ...ATTRIBUTES,
      ],
    });
  });
});

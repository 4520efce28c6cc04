import { describe, it, expect } from '@jest/globals';
import {
  accepted,
  ACCORDS,
  declined,
  given,
  history,
  id,
  intends,
  invited,
  joined,
  record,
  retract,
  retracted,
  signed,
  uninvited,
} from '../given.contract.js';
import { evolve, initial } from './membership.js';

describe('recording an act', () => {
  it('yields the act, as it was given', () => {
    const act = accepted('../2026-01-19', { capacity: 'founding', note: 'by letter' });
    expect(given(invited('2026-01-01')).when(record(act))).toEqual([act]);
  });

  it('that was recorded already yields nothing', () => {
    expect(given(invited('2026-01-01')).when(record(invited('2026-01-01')))).toEqual([]);
    const claim = joined('2025-11-06', { claim: true });
    expect(given(claim).when(record(claim))).toEqual([]);
  });

  it('that was recorded and retracted yields it again', () => {
    const act = invited('2026-01-01');
    expect(given(act, retracted(1)).when(record(act))).toEqual([act]);
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
      legal: ['InvitationWithdrawn', 'MembershipDeclined', 'AccordJoined', 'CharterSigned'],
    });
  });

  it('is refused with the latest of the events that support the standing', () => {
    const twice = given(signed('2026-01-22'), signed('2026-01-23'));
    expect(twice.when(record(invited('2026-01-24')))).toMatchObject({
      standing: 'consented',
      since: id(2),
      legal: [],
    });
  });

  it('names the day on which it would take effect', () => {
    const ahead = invited('2026-01-24', { effectiveOn: '2026-06' });
    expect(given(signed('2026-01-22')).when(record(ahead))).toMatchObject({
      code: 'act-not-legal',
      on: '2026-06-01',
    });
  });

  it('is accepted from an import', () => {
    const odd = invited('2026-01-24');
    expect(given(signed('2026-01-22')).when(record(odd, 'import'))).toEqual([odd]);
  });

  it('is accepted as a claim, for a claim is not folded', () => {
    const claim = invited('2026-01-24', { claim: true });
    expect(given(signed('2026-01-22')).when(record(claim))).toEqual([claim]);
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
    const again = given(signed('2026-01-22'));
    expect(again.when(record(invited('2026-01-23')), { body: ACCORDS })).toMatchObject({ standing: 'party' });
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
    expect(given(invited('2026-01-01', { attestation: 'reported' })).when(record(withdrawal))).toEqual([
      withdrawal,
    ]);
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

  it('is refused from an import and for a claim, too', () => {
    const refusal = { code: 'day-in-future' };
    expect(given().when(record(invited('2026-02-03'), 'import'))).toMatchObject(refusal);
    expect(given().when(record(invited('2026-02-03', { claim: true })))).toMatchObject(refusal);
  });

  it('may be that of the effect', () => {
    const act = signed('2026-01-22', { effectiveOn: '2027-01-01' });
    expect(given().when(record(act))).toEqual([act]);
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

  it('announced by its own government or by a person of no given state is its own', () => {
    const own = intends('2025-11-06');
    const person = intends('2025-11-06', { by: { name: 'Kassym-Jomart Tokayev' } });
    expect(given().when(record(own))).toEqual([own]);
    expect(given().when(record(person))).toEqual([person]);
  });

  it('an invitation is the inviter’s own word', () => {
    const act = invited('2026-01-01', bySomebody);
    expect(given().when(record(act))).toEqual([act]);
  });
});

describe('retracting an act', () => {
  it('yields the retraction', () => {
    const { data } = retracted(1, 'the wrong state');
    expect(given(invited('2026-01-01')).when(retract(1, 'the wrong state'))).toEqual([
      { type: 'ActRetracted', data },
    ]);
  });

  it('twice yields nothing', () => {
    expect(given(invited('2026-01-01'), retracted(1)).when(retract(1, 'once more'))).toEqual([]);
  });

  it('that is not in the membership is refused', () => {
    expect(given(invited('2026-01-01')).when(retract(2))).toEqual({ code: 'unknown-act', eventId: id(2) });
  });

  it('that is itself a retraction is refused: what was retracted is recorded anew', () => {
    expect(given(invited('2026-01-01'), retracted(1)).when(retract(2))).toEqual({
      code: 'unknown-act',
      eventId: id(2),
    });
  });

  it('that is a claim is possible', () => {
    expect(given(invited('2026-01-01', { claim: true })).when(retract(1))).toHaveLength(1);
  });

  it('makes room for what clashed with it', () => {
    const act = invited('2026-01-24');
    expect(given(signed('2026-01-22')).when(record(act))).toMatchObject({ code: 'act-not-legal' });
    expect(given(signed('2026-01-22'), retracted(1)).when(record(act))).toEqual([act]);
  });
});

describe('what is kept', () => {
  it('is each act in the order of recording, whether it counts, and what retracted it', () => {
    const claim = joined('2025-11-06', { claim: true });
    expect(history(invited('2026-01-01'), claim, signed('2026-01-22'), retracted(3)).acts).toMatchObject([
      { eventId: id(1), act: invited('2026-01-01'), counts: true },
      { eventId: id(2), act: claim, counts: false },
      { eventId: id(3), act: signed('2026-01-22'), counts: false, retractedBy: id(4) },
    ]);
  });

  it('a retraction of what is not there changes nothing', () => {
    expect(history(retracted(7))).toEqual(initial);
    expect(history(invited('2026-01-01'), retracted(7)).acts).toEqual(history(invited('2026-01-01')).acts);
  });

  it('is not the envelope of the event', () => {
    const stored = { ...invited('2026-01-01'), eventId: id(1), position: 7, version: 1 };
    expect(evolve(initial, stored).acts).toEqual(history(invited('2026-01-01')).acts);
  });

  it('what was known is left as it was', () => {
    const before = history(invited('2026-01-01'));
    evolve(before, { ...retracted(1), eventId: id(2) });
    expect(before).toEqual(history(invited('2026-01-01')));
  });
});

describe('what is offered instead', () => {
  const day = '2026-01-24';
  const makers = {
    InvitationReceived: invited,
    InvitationWithdrawn: uninvited,
    MembershipDeclined: declined,
  };
  const every = {
    ...makers,
    IntentAnnounced: intends,
    MembershipAccepted: accepted,
    AccordJoined: joined,
    CharterSigned: signed,
  };

  it('is accepted, each of it, and nothing else that would move the standing', () => {
    const before = given(accepted('2026-01-02'));
    const refusal = before.when(record(intends(day)));
    const offered = 'legal' in refusal ? refusal.legal : [];
    expect(offered).toHaveLength(4);
    for (const type of offered) expect(before.when(record(every[type](day)))).toEqual([every[type](day)]);
    expect(before.when(record(invited(day)))).toMatchObject({ legal: offered });
  });

  it('is nothing to a state that is bound', () => {
    expect(given(signed('2026-01-22')).when(record(declined(day)))).toMatchObject({ legal: [] });
  });
});

// What has become of each act, after all that was said of it.
import { describe, it, expect } from '@jest/globals';
import {
  accepted,
  acts,
  corrected,
  corroborated,
  denied,
  history,
  id,
  invited,
  joined,
  numberOf,
  retracted,
  signed,
  uninvited,
  withdraws,
} from '../given.contract.js';
import type { MembershipEvent } from './membership.js';
import { isCorrection, isRetracted, ownerOf, resolveActs, targetOf } from './resolve.js';

/** The first act after these events. */
const first = (...events: readonly MembershipEvent[]) => acts(...events)[0];
const statusOf = (...events: readonly MembershipEvent[]) => first(...events)?.status;
const dayOf = (...events: readonly MembershipEvent[]) => first(...events)?.day;

const act = accepted('2026-01-19');

describe('an act of which nothing was said', () => {
  it('counts, as recorded, with its days and its sources', () => {
    const late = withdraws('2025-12', { effectiveOn: '../2026-06-30' });
    expect(acts(late)).toEqual([
      {
        eventId: id(1),
        act: late,
        day: '2025-12-01',
        effectiveDay: '2026-06-30',
        status: 'counts',
        disputed: false,
        corrections: [],
        citations: late.data.sources,
      },
    ]);
    expect(first(act)).toMatchObject({ day: '2026-01-19', effectiveDay: '2026-01-19' });
  });

  it('does not count where it was recorded as a claim', () => {
    expect(statusOf(joined('2025-11-06', { claim: true }))).toBe('claim');
  });

  it('stands in the order of recording', () => {
    expect(acts(signed('2026-01-22'), retracted(1), act).map(({ eventId }) => eventId)).toEqual([
      id(1),
      id(3),
    ]);
  });
});

describe('a retraction', () => {
  it('takes the act out of the count and leaves it visible', () => {
    expect(first(act, retracted(1))).toMatchObject({ act, status: 'retracted', corrections: [id(2)] });
  });

  it('retracted in turn, restores the act', () => {
    expect(first(act, retracted(1), retracted(2))).toMatchObject({ status: 'counts', corrections: [] });
    expect(statusOf(act, retracted(1), retracted(2), retracted(3))).toBe('retracted');
    expect(statusOf(act, retracted(1), retracted(2), retracted(3), retracted(4))).toBe('counts');
  });

  it('restores it only when all that retract it are retracted', () => {
    expect(statusOf(act, retracted(1), retracted(1, 'twice'), retracted(2))).toBe('retracted');
    expect(statusOf(act, retracted(1), retracted(1, 'twice'), retracted(2), retracted(3))).toBe('counts');
  });

  it('counts more than a denial, and a denial more than a claim', () => {
    expect(statusOf(act, denied(1), retracted(1))).toBe('retracted');
    expect(statusOf(joined('2025-11-06', { claim: true }), denied(1))).toBe('denied');
  });

  it('leaves other acts as they are', () => {
    expect(acts(act, joined('2026-01-20'), retracted(2)).map(({ status }) => status)).toEqual([
      'counts',
      'retracted',
    ]);
  });
});

describe('a correction', () => {
  const right = signed('2026-01-21', { effectiveOn: '2026-01-22' });

  it('puts another act in the place of the one that it corrects', () => {
    expect(first(act, corrected(1, right))).toMatchObject({
      eventId: id(1),
      act: right,
      day: '2026-01-21',
      effectiveDay: '2026-01-22',
      status: 'counts',
      corrections: [id(2)],
      citations: right.data.sources,
    });
  });

  it('may make a claim of it, or an act that counts', () => {
    expect(statusOf(act, corrected(1, accepted('2026-01-19', { claim: true })))).toBe('claim');
    expect(statusOf(accepted('2026-01-19', { claim: true }), corrected(1, act))).toBe('counts');
  });

  it('corrected in turn, gives way to its own correction', () => {
    const chain = [act, corrected(1, accepted('2026-01-20')), corrected(2, accepted('2026-01-21'))];
    expect(dayOf(...chain)).toBe('2026-01-21');
    expect(dayOf(...chain, corrected(3, accepted('2026-01-22')))).toBe('2026-01-22');
  });

  it('retracted, leaves the act as it was recorded, or as it was corrected before', () => {
    const once = [act, corrected(1, accepted('2026-01-20'))];
    expect(dayOf(...once, retracted(2))).toBe('2026-01-19');
    const twice = [...once, corrected(2, accepted('2026-01-21'))];
    expect(dayOf(...twice, retracted(3))).toBe('2026-01-20');
    expect(dayOf(...twice, retracted(2))).toBe('2026-01-19');
    expect(dayOf(...twice, retracted(2), retracted(4))).toBe('2026-01-21');
  });

  it('of a retracted act does not bring it back', () => {
    expect(first(act, retracted(1), corrected(1, right))).toMatchObject({ status: 'retracted', act: right });
  });

  it('of two, that with the greater event id holds, whichever was recorded first', () => {
    const { events } = history(
      act,
      corrected(1, accepted('2026-01-21')),
      corrected(1, accepted('2026-01-20')),
    );
    expect(resolveActs(events, 'KAZ')[0]?.day).toBe('2026-01-20');
    expect(resolveActs([...events].reverse(), 'KAZ')[0]?.day).toBe('2026-01-20');
  });
});

describe('a denial', () => {
  it('by the official word of the state whose act it is: the act no longer counts', () => {
    expect(first(act, denied(1))).toMatchObject({ status: 'denied', disputed: true, corrections: [id(2)] });
    expect(statusOf(act, denied(1, { attestation: 'documented' }))).toBe('denied');
  });

  it('by another state: it counts and is disputed', () => {
    expect(first(act, denied(1, { by: { state: 'USA' } }))).toMatchObject({
      status: 'counts',
      disputed: true,
    });
  });

  it('that the press alone ascribes to the state: it counts and is disputed', () => {
    for (const attestation of ['reported', 'stated'] as const)
      expect(first(act, denied(1, { attestation }))).toMatchObject({ status: 'counts', disputed: true });
  });

  it('of an invitation or its withdrawal counts against it only from the inviter', () => {
    for (const invitation of [invited('2026-01-19'), uninvited('2026-01-19')]) {
      expect(first(invitation, denied(1))).toMatchObject({ status: 'counts', disputed: true });
      expect(statusOf(invitation, denied(1, { by: { state: 'USA', name: 'Donald Trump' } }))).toBe('denied');
    }
  });

  it('of an invitation by one who is no state counts from that one, not from anyone without a state', () => {
    const invitation = invited('2026-01-19', { by: { name: 'Board of Peace' } });
    expect(statusOf(invitation, denied(1, { by: { name: 'Board of Peace' } }))).toBe('denied');
    expect(statusOf(invitation, denied(1, { by: { name: 'a columnist' } }))).toBe('counts');
    expect(statusOf(invitation, denied(1, { by: { state: 'KAZ' } }))).toBe('counts');
  });

  it('by a person of no given state is another’s', () => {
    expect(first(act, denied(1, { by: { name: 'a columnist' } }))).toMatchObject({
      status: 'counts',
      disputed: true,
    });
  });

  it('retracted, leaves the act as it was', () => {
    expect(first(act, denied(1), retracted(2))).toMatchObject({
      status: 'counts',
      disputed: false,
      corrections: [],
    });
    expect(first(act, denied(1, { by: { state: 'USA' } }), retracted(2))).toMatchObject({ disputed: false });
  });

  it('of several, each is weighed', () => {
    const twice = [act, denied(1, { by: { state: 'USA' } }), denied(1)];
    expect(statusOf(...twice)).toBe('denied');
    expect(statusOf(...twice, retracted(3))).toBe('counts');
  });

  it('goes by whose act it is as corrected', () => {
    expect(statusOf(invited('2026-01-19'), corrected(1, act), denied(1))).toBe('denied');
    expect(statusOf(act, corrected(1, invited('2026-01-19')), denied(1))).toBe('counts');
  });
});

describe('a corroboration', () => {
  it('adds its sources to those of the act', () => {
    expect(first(act, corroborated(1, 'b'), corroborated(1, 'c'))).toMatchObject({
      citations: [{ source: 'a-source' }, { source: 'b' }, { source: 'c' }],
      corrections: [id(2), id(3)],
      status: 'counts',
      disputed: false,
    });
  });

  it('retracted, takes them away', () => {
    expect(first(act, corroborated(1, 'b'), retracted(2))?.citations).toEqual([{ source: 'a-source' }]);
  });

  it('stays with the act when it is corrected', () => {
    const right = accepted('2026-01-20', { sources: [{ source: 'c' }] });
    expect(first(act, corroborated(1, 'b'), corrected(1, right))?.citations).toEqual([
      { source: 'c' },
      { source: 'b' },
    ]);
  });
});

describe('what cannot be recorded by a person, and may stand in a log', () => {
  it('a correction of what is not there changes nothing', () => {
    const strays = [retracted(9), corrected(9, signed('2026-01-22')), denied(9), corroborated(9)];
    expect(acts(act, ...strays)).toEqual(acts(act));
  });

  it('corrections in a circle change nothing', () => {
    const right = accepted('2026-01-20');
    expect(acts(act, retracted(3), retracted(2))).toEqual(acts(act));
    expect(acts(act, retracted(2))).toEqual(acts(act));
    expect(acts(act, corrected(3, right), corrected(2, right))).toEqual(acts(act));
    expect(acts(act, corrected(2, right))).toEqual(acts(act));
    expect(acts(act, retracted(4), retracted(2), retracted(3))).toEqual(acts(act));
  });

  it('a correction that comes before its act is applied all the same', () => {
    const { events } = history(act, corrected(1, signed('2026-01-22')), retracted(1));
    expect(resolveActs([...events].reverse(), 'KAZ')).toEqual(resolveActs(events, 'KAZ'));
  });
});

describe('whose word a denial is', () => {
  const envoy = { name: 'Donald Trump' };

  it('is not told by a name, where the one whose act it is is a state', () => {
    const act = invited('2026-01-01', { by: { state: 'USA', ...envoy } });
    expect(first(act, denied(1, { by: envoy }))).toMatchObject({ status: 'counts', disputed: true });
    expect(first(act, denied(1, { by: { state: 'USA' } }))).toMatchObject({ status: 'denied' });
  });

  it('is told by the name, where the one whose act it is is none', () => {
    const act = invited('2026-01-01', { by: envoy });
    expect(first(act, denied(1, { by: envoy }))).toMatchObject({ status: 'denied' });
    expect(first(act, denied(1, { by: { name: 'Somebody' } }))).toMatchObject({ status: 'counts' });
    expect(first(act, denied(1, { by: { state: 'USA', ...envoy } }))).toMatchObject({ status: 'counts' });
  });
});

describe('isRetracted', () => {
  it('is what two events do that retract each other', () => {
    const { events } = history(retracted(2), retracted(1));
    expect([isRetracted(id(1), events), isRetracted(id(2), events)]).toEqual([true, true]);
  });

  const { events } = history(
    act,
    retracted(1),
    corrected(1, act),
    retracted(3),
    retracted(4),
    denied(1),
    signed('2026-01-22'),
  );

  it('tells of acts and of corrections alike', () => {
    const known = [1, 2, 3, 4, 5, 6, 7, 8].filter((n) => isRetracted(id(n), events));
    expect(known).toEqual([1, 4]);
  });

  it('is not what a denial or a correction does', () => {
    expect(isRetracted(id(1), history(act, denied(1), corrected(1, act), corroborated(1)).events)).toBe(
      false,
    );
  });
});

describe('what a correction speaks of', () => {
  it('is the event that it names', () => {
    const all = [corrected(1, act), retracted(2), denied(3), corroborated(4)];
    expect(all.map((one) => numberOf(targetOf(one)))).toEqual([1, 2, 3, 4]);
    expect(all.every(isCorrection)).toBe(true);
    expect(isCorrection(act)).toBe(false);
  });
});

describe('whose act it is', () => {
  it('is the inviter’s, for an invitation and its withdrawal', () => {
    expect(ownerOf(invited('2026-01-19'), 'KAZ')).toBe('USA');
    expect(ownerOf(uninvited('2026-01-19', { by: { name: 'the board' } }), 'KAZ')).toBeUndefined();
  });

  it('is the state’s, for every other', () => {
    expect(ownerOf(act, 'KAZ')).toBe('KAZ');
    expect(ownerOf(signed('2026-01-22'), 'FRA')).toBe('FRA');
  });
});

// What a command would change, told before it is recorded.
import { describe, it, expect } from '@jest/globals';
import {
  accepted,
  ACCORDS,
  around,
  BOARD,
  circumstances,
  correct,
  corrected,
  corroborated,
  declined,
  denied,
  deposited,
  granted,
  history,
  id,
  intends,
  invited,
  joined,
  record,
  reserved,
  retracted,
  revoked,
  signed,
  source,
  toldOf,
  TREATY,
  uninvited,
  withdraws,
} from '../given.contract.js';
import { STANDINGS } from '../vocabulary.js';
import type { Circumstances, MembershipCommand, MembershipEvent } from './membership.js';
import { NEW } from './place.js';
import { offers, preview, refusalOf, type Counts, type Preview } from './preview.js';
import { ACT_TYPES, isLegal, legalActs, type ActType } from './standing.js';

const COUNTS: Counts = { invited: 3, accepted: 2, party: 1 };

const previewed = (
  events: readonly MembershipEvent[],
  command: MembershipCommand,
  more: Partial<Circumstances> = {},
): Preview => {
  const seen = preview(command, history(...events), circumstances(more), COUNTS);
  if ('code' in seen) throw new Error(seen.code);
  return seen;
};

describe('the preview of an act', () => {
  const events = [invited('2026-01-10')];
  const seen = previewed(events, record(accepted('2026-01-19')));

  it('tells the events that would be recorded', () => {
    expect(seen.events).toEqual([accepted('2026-01-19')]);
  });

  it('tells the line as it is and as it would be', () => {
    expect(seen.before.map(toldOf)).toEqual(['2026-01-10: invited since 2026-01-10 (declared: 1)']);
    expect(seen.after.map(({ from, own }) => [from, own.standing])).toEqual([
      ['2026-01-10', 'invited'],
      ['2026-01-19', 'accepted'],
    ]);
  });

  it('tells the first day that would differ, with the standing before and after', () => {
    expect(seen.change).toMatchObject({
      from: '2026-01-19',
      before: { standing: 'invited', acts: [id(1)] },
      after: { standing: 'accepted' },
    });
  });

  it('tells how many states would have each standing today', () => {
    expect(seen.counts).toEqual({ before: COUNTS, after: { invited: 2, accepted: 3, party: 1 } });
  });

  it('affects nothing that comes before it', () => {
    expect(seen.laterActs).toEqual([]);
  });

  it('leaves the membership as it is', () => {
    const membership = history(...events);
    preview(record(accepted('2026-01-19')), membership, circumstances(), COUNTS);
    expect(membership).toEqual(history(...events));
  });
});

describe('what would change', () => {
  it('is nothing where all is recorded already', () => {
    const seen = previewed([invited('2026-01-10')], record(invited('2026-01-10')));
    expect(seen).toMatchObject({
      events: [],
      change: null,
      reportedChange: null,
      otherChanges: [],
      counts: { before: COUNTS, after: COUNTS },
      laterActs: [],
    });
    expect(seen.after).toEqual(seen.before);
  });

  it('is refused for what the command would be refused for', () => {
    const outcome = preview(
      record(intends('2026-01-20')),
      history(accepted('2026-01-19')),
      circumstances(),
      COUNTS,
    );
    expect(outcome).toMatchObject({ code: 'act-not-legal', standing: 'accepted', since: id(1) });
  });

  it('is no standing, where a claim is recorded', () => {
    const seen = previewed([invited('2026-01-10')], record(joined('2026-01-20', { claim: true })));
    expect(seen).toMatchObject({ change: null, laterActs: [] });
  });

  it('is no standing, where a word supports what holds already', () => {
    const seen = previewed([accepted('2026-01-19')], record(accepted('2026-01-20')));
    expect(seen).toMatchObject({ change: null, reportedChange: null });
    expect(seen.after).toHaveLength(2);
    const support = { from: '2026-01-20', before: { acts: [id(1)] }, after: { acts: [id(1), NEW] } };
    expect(seen.otherChanges).toMatchObject([
      { of: 'own', what: 'acts', ...support },
      { of: 'reported', what: 'acts', ...support },
    ]);
  });

  it('is no own standing, where the press tells of something', () => {
    const seen = previewed(
      [accepted('2026-01-19')],
      record(joined('2026-01-20', { attestation: 'reported' })),
    );
    expect(seen.change).toBeNull();
    expect(seen.reportedChange).toMatchObject({
      from: '2026-01-20',
      before: { standing: 'accepted', acts: [id(1)] },
      after: { standing: 'joined', attestation: 'reported' },
    });
    expect(seen.otherChanges).toEqual([]);
    expect(seen.counts.after).toEqual(COUNTS);
  });

  it('begins where there was no line before, or where there will be none', () => {
    const first = previewed([], record(invited('2026-01-10')));
    expect(first.change).toMatchObject({ from: '2026-01-10', before: { standing: 'none', acts: [] } });
    const none = previewed([invited('2026-01-10')], correct(retracted(1)));
    expect(none.change).toMatchObject({ from: '2026-01-10', after: { standing: 'none', acts: [] } });
    expect(none.after).toEqual([]);
  });

  it('is the first of several days, whichever line it begins', () => {
    const earlier = previewed([accepted('2026-01-19')], correct(corrected(1, invited('2026-01-12'))));
    expect(earlier.change).toMatchObject({ from: '2026-01-12', after: { standing: 'invited' } });
    const moved = corrected(1, accepted('2026-01-12'));
    const seen = previewed([accepted('2026-01-19'), signed('2026-01-22')], correct(moved));
    expect(seen.change).toMatchObject({
      from: '2026-01-12',
      before: { standing: 'none' },
      after: { standing: 'accepted' },
    });
  });
});

describe('what changes beside a standing', () => {
  /** Each change in a line of text; of a view, only what it is about. */
  const told = ({ otherChanges }: Preview): string[] =>
    otherChanges.map((change) => {
      if (change.what === 'roles') {
        const roles = (held: typeof change.before) => held.map(({ role }) => role).join('+') || 'none';
        return `${change.from} roles: ${roles(change.before)} → ${roles(change.after)}`;
      }
      const { from, what, before, after } = change;
      if (what === 'attributes') return `${from} attributes: ${before.length} → ${after.length}`;
      return `${from} ${change.of} ${what}: ${String(before[what])} → ${String(after[what])}`;
    });

  it('is a better attestation, and the acts and sources that it rests on', () => {
    const sources = new Map([
      ['a-source', source('One')],
      ['another-source', source('Two')],
    ]);
    const word = accepted('2026-01-20', { attestation: 'signed', sources: [{ source: 'another-source' }] });
    const seen = previewed([accepted('2026-01-19')], record(word), { sources });
    expect(seen.change).toBeNull();
    expect(told(seen)).toEqual([
      '2026-01-20 own attestation: declared → signed',
      `2026-01-20 own acts: ${id(1)} → ${id(1)},${NEW}`,
      '2026-01-20 own sources: 1 → 2',
      '2026-01-20 reported attestation: declared → signed',
      `2026-01-20 reported acts: ${id(1)} → ${id(1)},${NEW}`,
      '2026-01-20 reported sources: 1 → 2',
    ]);
  });

  it('is one more source of the same act', () => {
    const seen = previewed([accepted('2026-01-19')], correct(corroborated(1)));
    expect(told(seen)).toEqual(['2026-01-19 own sources: 1 → 2', '2026-01-19 reported sources: 1 → 2']);
  });

  it('is a dispute', () => {
    const seen = previewed([accepted('2026-01-19')], correct(denied(1, { by: { state: 'USA' } })));
    expect(told(seen)).toEqual([
      '2026-01-19 own disputed: false → true',
      '2026-01-19 reported disputed: false → true',
    ]);
  });

  it('is a doubt about its sources', () => {
    const sources = new Map([
      ['a-source', source('One', { discredited: true })],
      ['another-source', source('Two')],
    ]);
    const seen = previewed([accepted('2026-01-19')], correct(corroborated(1)), { sources });
    expect(told(seen)).toContain('2026-01-19 own discredited: true → false');
  });

  it('is the day since which it holds', () => {
    const moved = corrected(1, accepted('2026-01-21'));
    const seen = previewed([accepted('2026-01-19'), signed('2026-01-25')], correct(moved));
    expect(seen.change).toMatchObject({ from: '2026-01-19', after: { standing: 'none' } });
    expect(told(seen)).toEqual([
      '2026-01-21 own since: 2026-01-19 → 2026-01-21',
      '2026-01-21 reported since: 2026-01-19 → 2026-01-21',
    ]);
  });

  it('is a role, or what the state reserves, and when', () => {
    const events = [accepted('2026-01-10'), granted('2026-01-12')];
    expect(told(previewed(events, record(granted('2026-01-20', { role: 'founding' }))))).toEqual([
      '2026-01-20 roles: observer → observer+founding',
    ]);
    expect(told(previewed(events, correct(retracted(2))))).toEqual(['2026-01-12 roles: observer → none']);
    expect(told(previewed(events, record(reserved('2026-01-20'))))).toEqual(['2026-01-20 attributes: 0 → 1']);
  });

  it('is nothing, where a claim is recorded', () => {
    expect(told(previewed([], record(joined('2026-01-20', { claim: true }))))).toEqual([]);
  });
});

describe('the counts', () => {
  it('are those of today: an effect to come does not count yet', () => {
    const notice = withdraws('2026-01-20', { effectiveOn: '2027-01-20' });
    const seen = previewed([deposited('2021-01-01')], record(notice), { body: TREATY });
    expect(seen.counts.after).toEqual({ invited: 3, accepted: 2, withdrawing: 1 });
  });

  it('do not change where today’s standing does not', () => {
    const seen = previewed([deposited('2021-06-01')], record(signed('2021-01-01')), { body: TREATY });
    expect(seen.change?.from).toBe('2021-01-01');
    expect(seen.counts.after).toEqual(COUNTS);
  });

  it('leave out what no state is', () => {
    const seen = previewed([joined('2026-01-10')], record(declined('2026-01-19')));
    expect(seen.counts.after).toEqual({ ...COUNTS, declined: 1 });
  });

  it('move a state in from nothing, and out to it', () => {
    expect(previewed([], record(invited('2026-01-10'))).counts.after).toEqual({ ...COUNTS, invited: 4 });
    const out = previewed([invited('2026-01-10')], correct(retracted(1))).counts.after;
    expect(out).toEqual({ ...COUNTS, invited: 2 });
  });
});

describe('later acts', () => {
  it('are those that would come to count no more, or again', () => {
    expect(previewed([invited('2026-01-10'), accepted('2026-01-19')], correct(denied(2))).laterActs).toEqual([
      id(2),
    ]);
    expect(previewed([accepted('2026-01-19'), retracted(1)], correct(retracted(2))).laterActs).toEqual([
      id(1),
    ]);
  });

  it('are those that would come on another standing', () => {
    const events = [accepted('2026-01-10'), joined('2026-01-19'), signed('2026-01-22')];
    expect(previewed(events, record(intends('2026-01-05'))).laterActs).toEqual([id(1)]);
    expect(previewed(events, correct(retracted(2))).laterActs).toEqual([id(2), id(3)]);
  });

  it('are those that would be flagged, or flagged no more', () => {
    const press = joined('2025-11-06', { attestation: 'reported' });
    const seen = previewed([press, uninvited('2026-01-10')], correct(retracted(1)));
    expect(seen.laterActs).toEqual([id(1), id(2)]);
    const twice = [invited('2026-01-01'), uninvited('2026-01-02'), uninvited('2026-01-03')];
    expect(previewed(twice, correct(retracted(2))).laterActs).toEqual([id(2), id(3)]);
  });

  it('are those that would only be flagged, or flagged no more', () => {
    const events = [invited('2026-01-01'), uninvited('2026-01-02'), uninvited('2026-01-03')];
    expect(previewed(events, correct(corrected(2, revoked('2026-01-02')))).laterActs).toEqual([id(2), id(3)]);
  });

  it('are none of the same day that come before it', () => {
    expect(previewed([accepted('2026-01-19')], record(joined('2026-01-19'))).laterActs).toEqual([]);
    expect(previewed([accepted('2026-01-19')], record(invited('2026-01-19'))).laterActs).toEqual([id(1)]);
  });

  it('are those that would come on another reported standing', () => {
    const events = [declined('2025-11-05'), granted('2025-11-08')];
    const seen = previewed(events, record(joined('2025-11-06', { attestation: 'reported' })));
    expect(seen).toMatchObject({ change: null, laterActs: [id(2)] });
  });

  it('are none where only the sources change', () => {
    expect(previewed([accepted('2026-01-19')], correct(corroborated(1))).laterActs).toEqual([]);
  });
});

describe('what a form offers', () => {
  it('is every act, whether it is legal on that day, and the standing of the day', () => {
    const membership = history(invited('2026-01-10'), accepted('2026-01-19'));
    for (const [day, standing] of [
      ['2026-01-09', 'none'],
      ['2026-01-18', 'invited'],
      ['2026-01-19', 'accepted'],
    ] as const) {
      const legal = legalActs(standing);
      expect(offers(day, membership, circumstances())).toEqual(
        ACT_TYPES.map((type) => ({
          type,
          legal: legal.includes(type),
          standing,
          why: legal.includes(type) ? null : 'act-not-legal',
          from: STANDINGS.filter((one) => isLegal(type, one)),
        })),
      );
    }
  });

  const offered = (type: ActType, day: string, events: readonly MembershipEvent[], body = BOARD) =>
    offers(day, history(...events), circumstances({ body })).find((offer) => offer.type === type);

  it('tells from which standings an act would be legal', () => {
    expect(offered('WithdrawalNotified', '2026-01-20', [])).toEqual({
      type: 'WithdrawalNotified',
      legal: false,
      standing: 'none',
      why: 'act-not-legal',
      from: ['party', 'suspended'],
    });
    expect(offered('RoleGranted', '2026-01-20', [])?.from).toEqual(STANDINGS);
  });

  it('builds on what is reported, as long as there is no own word', () => {
    const press = invited('2026-01-10', { attestation: 'reported' });
    expect(offered('InvitationWithdrawn', '2026-01-09', [press])).toMatchObject({ legal: false });
    expect(offered('InvitationWithdrawn', '2026-01-20', [press])).toMatchObject({
      legal: true,
      standing: 'none',
    });
    expect(offered('InvitationWithdrawn', '2026-01-20', [declined('2026-01-09'), press])).toMatchObject({
      legal: false,
      standing: 'declined',
    });
  });

  it('is nothing that moves a standing, from the day on which the body was dissolved', () => {
    const body = { ...ACCORDS, dissolvedOn: '2026-01-15' };
    expect(offered('CharterSigned', '2026-01-14', [], body)).toMatchObject({ legal: true, why: null });
    expect(offered('CharterSigned', '2026-01-15', [], body)).toMatchObject({
      legal: false,
      why: 'body-dissolved',
    });
    expect(offered('RoleEnded', '2026-01-15', [], body)).toMatchObject({ legal: true, why: null });
  });

  it('goes by the own word', () => {
    const [offer] = offers(
      '2026-01-20',
      history(joined('2026-01-10', { attestation: 'reported' })),
      circumstances(),
    );
    expect(offer?.standing).toBe('none');
  });

  it('goes by entry into force', () => {
    const [offer] = offers('2026-01-20', history(signed('2026-01-10')), circumstances(around(ACCORDS)));
    expect(offer?.standing).toBe('party');
  });
});

describe('why a person may not record an act', () => {
  it('is what the command would be refused for', () => {
    expect(refusalOf(intends('2026-01-20'), history(accepted('2026-01-19')), circumstances())).toMatchObject({
      code: 'act-not-legal',
      since: id(1),
    });
  });

  it('is nothing where it may be recorded', () => {
    expect(refusalOf(joined('2026-01-20'), history(accepted('2026-01-19')), circumstances())).toBeUndefined();
  });
});

// What holds for any history, however odd: generated, not thought of.
import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import type { BodyFacts } from '../body/body.js';
import { BINDING_ACTS, ATTESTATIONS, isOwnWord, SIGNATURE_KINDS } from '../vocabulary.js';
import {
  accepted,
  declined,
  id,
  intends,
  invited,
  joined,
  retracted,
  signed,
  uninvited,
} from '../given.contract.js';
import { foldLine, intervalOn, NOTHING, sameView, type Interval } from './line.js';
import {
  decide,
  evolve,
  initial,
  type Circumstances,
  type Membership,
  type MembershipAct,
  type MembershipCommand,
  type MembershipEvent,
} from './membership.js';

type Stored = MembershipEvent & { eventId: string };

// Few days, so that acts meet on one; partial, open and uncertain ones among them.
const day = fc.constantFrom(
  ...[
    '2019-12-31',
    '2020-01-01',
    '2020-01-02',
    '2020-01',
    '2020',
    '../2020-01-02',
    '2020-01-02/..',
    '2020-01-03?',
  ],
  ...['2020-01-01/2020-02', '2020-02-29', '2021~'],
);

const fields = fc.record(
  {
    effectiveOn: day,
    claim: fc.constant(true as const),
    attestation: fc.constantFrom(...ATTESTATIONS),
    by: fc.constantFrom({ state: 'KAZ' }, { state: 'USA' }, { name: 'a spokesman' }),
    kind: fc.constantFrom(...SIGNATURE_KINDS),
  },
  { requiredKeys: ['attestation', 'kind', 'by'] },
);

const act: fc.Arbitrary<MembershipAct> = fc
  .tuple(fc.constantFrom(invited, uninvited, declined, intends, accepted, joined, signed), day, fields)
  .map(([make, on, { by, kind, ...more }]) => {
    if (make === signed) return signed(on, { ...more, kind });
    if (make === intends) return intends(on, { ...more, by });
    return make(on, more);
  });

const body: fc.Arbitrary<BodyFacts> = fc.record(
  {
    kind: fc.constant('accord' as const),
    rule: fc.record({ binding: fc.constantFrom(...BINDING_ACTS), invitation: fc.boolean() }),
    inForceOn: fc.constantFrom('2019-12-30', '2020-01-01', '2020-01-02', '2022-01-01'),
  },
  { requiredKeys: ['kind', 'rule'] },
);

/** Acts, and retractions of any of the first ten events: of one before, of one to come, of none. */
const events: fc.Arbitrary<Stored[]> = fc
  .array(
    fc.oneof({ arbitrary: act, weight: 4 }, { arbitrary: fc.nat(10).map((n) => retracted(n)), weight: 1 }),
    {
      maxLength: 12,
    },
  )
  .map((list) => list.map((event, index) => ({ ...event, eventId: id(index + 1) })));

const command: fc.Arbitrary<MembershipCommand> = fc.oneof(
  fc.record({
    type: fc.constant('RecordAct' as const),
    act,
    as: fc.constantFrom('person' as const, 'import' as const),
  }),
  fc.record({
    type: fc.constant('RetractAct' as const),
    retraction: fc.nat(12).map((n) => retracted(n).data),
  }),
);

const after = (history: readonly Stored[], from: Membership = initial): Membership =>
  history.reduce(evolve, from);

const circumstances = (facts: BodyFacts): Circumstances => ({
  state: 'KAZ',
  body: facts,
  today: '2020-06-01',
});

/** The days on which anything could differ, and one before and one after all of them. */
const days = [
  '2019-12-29',
  '2019-12-30',
  '2019-12-31',
  '2020-01-01',
  '2020-01-02',
  '2020-01-03',
  '2020-01-31',
].concat(['2020-02-28', '2020-02-29', '2021-01-01', '2021-12-31', '2022-01-01', '9999-12-31']);

const wellFormed = (intervals: readonly Interval[]): boolean =>
  intervals.every((interval, index) => {
    const next = intervals[index + 1];
    if (!next) return interval.to === null;
    const differs = !sameView(interval.own, next.own) || !sameView(interval.reported, next.reported);
    return interval.to === next.from && interval.from < next.from && differs;
  });

describe('for any history', () => {
  it('evolve and the fold never throw, and the line is without gaps, overlaps and repetitions', () => {
    fc.assert(
      fc.property(events, body, (history, facts) => {
        expect(wellFormed(foldLine(after(history).acts, facts).intervals)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('a command repeated yields nothing the second time', () => {
    fc.assert(
      fc.property(events, body, command, (history, facts, asked) => {
        const before = after(history);
        const outcome = decide(asked, before, circumstances(facts));
        if (!Array.isArray(outcome)) return;
        const stored = outcome.map((event, index) => ({ ...event, eventId: id(100 + index) }));
        expect(decide(asked, after(stored, before), circumstances(facts))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('the order of recording does not change the line', () => {
    const recorded = fc
      .array(act, { maxLength: 8 })
      .map((list) => list.map((one, index): Stored => ({ ...one, eventId: id(index + 1) })));
    const shuffled = recorded.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length }),
        fc.subarray(list.map((_, index) => index + 1)),
        fc.array(fc.nat(8), { maxLength: 8 }),
      ),
    );
    fc.assert(
      fc.property(shuffled, body, ([inOrder, inAnother, ns, places], facts) => {
        const retractions = ns.map((n): Stored => ({ ...retracted(n), eventId: id(100 + n) }));
        const interleaved = retractions.reduce((list, retraction, index) => {
          const target = list.findIndex(({ eventId }) => eventId === id(ns[index] ?? 0));
          return list.toSpliced(target + 1 + (places[index] ?? 0), 0, retraction);
        }, inAnother);
        const lineOf = (history: readonly Stored[]) => foldLine(after(history).acts, facts);
        expect(lineOf(interleaved)).toEqual(lineOf([...inOrder, ...retractions]));
      }),
      { numRuns: 1000 },
    );
  });

  it('an act that a person may record is no anomaly', () => {
    fc.assert(
      fc.property(events, body, act, (history, facts, asked) => {
        const before = after(history);
        const outcome = decide({ type: 'RecordAct', act: asked, as: 'person' }, before, circumstances(facts));
        if (!Array.isArray(outcome)) return;
        const stored = outcome.map((event) => ({ ...event, eventId: id(100) }));
        const { anomalies } = foldLine(after(stored, before).acts, facts);
        expect(anomalies.map(({ eventId }) => eventId)).not.toContain(id(100));
      }),
      { numRuns: 1000 },
    );
  });

  it('an act that is refused for what stands before it would be an anomaly', () => {
    fc.assert(
      fc.property(events, body, act, (history, facts, asked) => {
        const before = after(history);
        const outcome = decide({ type: 'RecordAct', act: asked, as: 'person' }, before, circumstances(facts));
        if (Array.isArray(outcome) || outcome.code !== 'act-not-legal') return;
        const { anomalies } = foldLine(after([{ ...asked, eventId: id(100) }], before).acts, facts);
        expect(anomalies).toContainEqual({ eventId: id(100), standing: outcome.standing });
      }),
      { numRuns: 1000 },
    );
  });

  it('the standing by own word is that of the own words alone', () => {
    fc.assert(
      fc.property(events, body, (history, facts) => {
        const { acts } = after(history);
        const ownOnly = acts.filter((one) => isOwnWord(one.act.data.attestation));
        const all = foldLine(acts, facts).intervals;
        const own = foldLine(ownOnly, facts).intervals;
        const ownOn = (intervals: readonly Interval[], one: string) =>
          intervalOn(intervals, one)?.own ?? NOTHING;
        for (const one of days) expect(ownOn(all, one)).toEqual(ownOn(own, one));
      }),
      { numRuns: 500 },
    );
  });
});

// What holds for any history, however odd: generated, not thought of.
import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import type { BodyFacts } from '../body/body.js';
import {
  around,
  circumstances,
  corrected,
  corroborated,
  denied,
  EVERY_ACT,
  id,
  retracted,
  source,
} from '../given.contract.js';
import { ATTESTATIONS, BINDING_ACTS, INSTRUMENTS, isOwnWord, ROLES, SIGNATURE_KINDS } from '../vocabulary.js';
import { same } from '../same.js';
import type { Surroundings } from './fold.js';
import { intervalOn, NOTHING, sameContent, type Interval } from './interval.js';
import { foldLine } from './line.js';
import { membershipSchemas } from './membership.schema.js';
import {
  decide,
  evolve,
  initial,
  lineOf,
  type Circumstances,
  type Correction,
  type Membership,
  type MembershipAct,
  type MembershipCommand,
  type MembershipEvent,
} from './membership.js';
import { NEW } from './place.js';
import { preview } from './preview.js';
import { resolveActs } from './resolve.js';

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
/** The days on which anything could differ, and one before and one after all of them. */
const DAYS = [
  ...[
    '2019-12-29',
    '2019-12-30',
    '2019-12-31',
    '2020-01-01',
    '2020-01-02',
    '2020-01-03',
    '2020-01-31',
    '2020-02-28',
  ],
  ...['2020-02-29', '2021-01-01', '2021-12-31', '2022-01-01', '9999-12-31'],
];

const SOURCES = ['a', 'b', 'c', 'd'];
const citations = fc.subarray(SOURCES, { minLength: 1 }).map((ids) => ids.map((one) => ({ source: one })));
const party = fc.constantFrom({ state: 'KAZ' }, { state: 'USA' }, { name: 'a spokesman' });
/** An event id: of one before, of one to come, or of none. */
const target = fc.nat(14);

const fields = fc.record(
  {
    effectiveOn: day,
    claim: fc.constant(true as const),
    attestation: fc.constantFrom(...ATTESTATIONS),
    sources: citations,
    party,
    kind: fc.nat(5),
    target,
  },
  { requiredKeys: ['attestation', 'kind', 'party', 'sources', 'target'] },
);

/** Every field of an act that decides anything, at random. */
const act: fc.Arbitrary<MembershipAct> = fc
  .tuple(fc.constantFrom(...EVERY_ACT), day, fields)
  .map(([make, on, { party: by, kind, target: n, ...more }]) => {
    const made: MembershipAct = make(on);
    const own = {
      ...('by' in made.data && { by }),
      ...('withdraws' in made.data && { withdraws: id(n) }),
      ...('role' in made.data && { role: ROLES[kind % ROLES.length] }),
      ...(made.type === 'CharterSigned' && { kind: SIGNATURE_KINDS[kind] }),
      ...(made.type === 'InstrumentDeposited' && { kind: INSTRUMENTS[kind] }),
    };
    return { ...made, data: { ...made.data, ...more, ...own } } as MembershipAct;
  });

const correction: fc.Arbitrary<Correction> = fc.oneof(
  target.map((n) => retracted(n)),
  fc.tuple(target, act).map(([n, right]) => corrected(n, right)),
  fc
    .tuple(target, party, fc.constantFrom(...ATTESTATIONS))
    .map(([n, by, attestation]) => denied(n, { by, attestation, on: '2020-03-01' })),
  fc.tuple(target, fc.constantFrom(...SOURCES)).map(([n, one]) => corroborated(n, one)),
);

const events: fc.Arbitrary<Stored[]> = fc
  .array(fc.oneof({ arbitrary: act, weight: 5 }, { arbitrary: correction, weight: 2 }), { maxLength: 12 })
  .map((list) => list.map((event, index) => ({ ...event, eventId: id(index + 1) })));

const body: fc.Arbitrary<BodyFacts> = fc
  .record(
    {
      binding: fc.tuple(fc.constantFrom(...BINDING_ACTS), fc.constantFrom(...BINDING_ACTS)),
      inForceOn: fc.constantFrom('2019-12-30', '2020-01-01', '2020-01-02', '2022-01-01'),
      dissolvedOn: fc.constantFrom('2020-01-03', '2021-12-31'),
    },
    { requiredKeys: ['binding'] },
  )
  .map(({ binding: [first, amended], ...days }) => ({
    kind: 'accord',
    rules: [
      { from: null, rule: { binding: first, invitation: false } },
      { from: '2020-01-02', rule: { binding: amended, invitation: false } },
    ],
    ...days,
  }));

/** Of four sources, two of one outlet, and any of them discredited. */
const surroundings: fc.Arbitrary<Surroundings> = fc
  .tuple(body, fc.subarray(SOURCES))
  .map(([facts, discredited]) =>
    around(
      facts,
      Object.fromEntries(
        SOURCES.map((one) => [
          one,
          source(one === 'b' ? 'a' : one, { discredited: discredited.includes(one) }),
        ]),
      ),
    ),
  );

const here: fc.Arbitrary<Circumstances> = surroundings.map((known) =>
  circumstances({ ...known, today: '2020-06-01' }),
);

const command: fc.Arbitrary<MembershipCommand> = fc.oneof(
  fc.record({
    type: fc.constant('RecordAct' as const),
    act,
    as: fc.constantFrom('person' as const, 'import' as const),
  }),
  fc.record({ type: fc.constant('Correct' as const), correction }),
);

const after = (history: readonly Stored[], from: Membership = initial): Membership =>
  history.reduce(evolve, from);
const resolved = (history: readonly Stored[]) => resolveActs(after(history).events, 'KAZ');

const RUNS = { numRuns: 1000 };

describe('what is generated', () => {
  it('is what can be stored', () => {
    fc.assert(
      fc.property(fc.oneof(act, correction), ({ type, data }) => {
        expect(membershipSchemas[type].safeParse(data).error).toBeUndefined();
      }),
      RUNS,
    );
  });
});

describe('for any history', () => {
  it('the fold never throws, and its intervals are in order, without gaps, overlaps and repetitions', () => {
    fc.assert(
      fc.property(events, surroundings, (history, known) => {
        const { intervals } = foldLine(resolved(history), known);
        for (const [index, interval] of intervals.entries()) {
          const next = intervals[index + 1];
          expect(interval.to).toBe(next?.from ?? null);
          if (!next) continue;
          expect(interval.from < next.from).toBe(true);
          expect(sameContent(interval, next)).toBe(false);
        }
      }),
      RUNS,
    );
  });

  it('for any day there is one interval at most', () => {
    fc.assert(
      fc.property(events, surroundings, (history, known) => {
        const { intervals } = foldLine(resolved(history), known);
        for (const one of DAYS) {
          const holding = intervals.filter(({ from, to }) => from <= one && (to === null || one < to));
          expect(holding.length).toBeLessThanOrEqual(1);
          expect(intervalOn(intervals, one)).toBe(holding[0]);
        }
      }),
      RUNS,
    );
  });

  it('a command repeated yields nothing the second time', () => {
    fc.assert(
      fc.property(events, here, command, (history, now, asked) => {
        const before = after(history);
        const outcome = decide(asked, before, now);
        if (!Array.isArray(outcome)) return;
        const stored = outcome.map((event, index) => ({ ...event, eventId: id(100 + index) }));
        expect(decide(asked, after(stored, before), now)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('the order of recording does not change the line, corrections included', () => {
    const permuted = events.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(permuted, surroundings, ([inOrder, inAnother], known) => {
        expect(foldLine(resolved(inAnother), known)).toEqual(foldLine(resolved(inOrder), known));
        const byId = (history: readonly Stored[]) =>
          new Map(resolved(history).map((one) => [one.eventId, one]));
        expect(byId(inAnother)).toEqual(byId(inOrder));
      }),
      RUNS,
    );
  });

  it('a preview tells what happens when the events are recorded', () => {
    fc.assert(
      fc.property(events, here, command, (history, now, asked) => {
        const before = after(history);
        const seen = preview(asked, before, now, {});
        const outcome = decide(asked, before, now);
        if ('code' in seen || 'code' in outcome) {
          expect(seen).toEqual(outcome);
          return;
        }
        // Its id sorts last, as the preview takes it: among like acts of one day, the new one comes after.
        const last = 'ffffffff-ffff-4fff-bfff-ffffffffffff';
        const recorded = after(
          outcome.map((event) => ({ ...event, eventId: last })),
          before,
        );
        const named = (intervals: readonly Interval[]) =>
          JSON.parse(JSON.stringify(intervals).replaceAll(NEW, last));
        expect(seen.events).toEqual(outcome);
        expect(seen.before).toEqual(lineOf(before, 'KAZ', now).intervals);
        expect(named(seen.after)).toEqual(lineOf(recorded, 'KAZ', now).intervals);
        const ownOn = (intervals: readonly Interval[], one: string) =>
          (intervalOn(intervals, one)?.own ?? NOTHING).standing;
        const differing = DAYS.find((one) => ownOn(seen.before, one) !== ownOn(seen.after, one));
        expect(seen.change?.from).toBe(differing);
        const changes = [seen.change, seen.reportedChange, ...seen.otherChanges].filter(Boolean);
        expect(changes.length === 0).toBe(same(seen.before, seen.after));
      }),
      RUNS,
    );
  });

  it('an act that a person may record is no anomaly', () => {
    fc.assert(
      fc.property(events, here, act, (history, now, asked) => {
        const before = after(history);
        const outcome = decide({ type: 'RecordAct', act: asked, as: 'person' }, before, now);
        if (!Array.isArray(outcome)) return;
        const stored = outcome.map((event) => ({ ...event, eventId: id(100) }));
        const { anomalies } = lineOf(after(stored, before), 'KAZ', now);
        expect(anomalies.map(({ eventId }) => eventId)).not.toContain(id(100));
      }),
      RUNS,
    );
  });

  it('an act that is refused for what stands before it would be an anomaly', () => {
    fc.assert(
      fc.property(events, here, act, (history, now, asked) => {
        const before = after(history);
        const outcome = decide({ type: 'RecordAct', act: asked, as: 'person' }, before, now);
        if (Array.isArray(outcome)) return;
        if (outcome.code !== 'act-not-legal' && outcome.code !== 'body-dissolved') return;
        const { anomalies } = lineOf(after([{ ...asked, eventId: id(100) }], before), 'KAZ', now);
        expect(anomalies).toContainEqual({
          eventId: id(100),
          standing: outcome.code === 'act-not-legal' ? outcome.standing : expect.any(String),
          why: outcome.code,
        });
      }),
      RUNS,
    );
  });

  it('an import is refused no act', () => {
    fc.assert(
      fc.property(events, here, act, (history, now, asked) => {
        expect(decide({ type: 'RecordAct', act: asked, as: 'import' }, after(history), now)).toBeInstanceOf(
          Array,
        );
      }),
      RUNS,
    );
  });

  it('the standing by own word is that of the own words alone', () => {
    fc.assert(
      fc.property(events, surroundings, (history, known) => {
        const acts = resolved(history);
        const ownOnly = acts.filter((one) => isOwnWord(one.act.data.attestation));
        const all = foldLine(acts, known).intervals;
        const own = foldLine(ownOnly, known).intervals;
        const ownOn = (intervals: readonly Interval[], one: string) =>
          intervalOn(intervals, one)?.own ?? NOTHING;
        for (const one of DAYS) expect(ownOn(all, one)).toEqual(ownOn(own, one));
      }),
      RUNS,
    );
  });

  it('there is no party where the body is not in force', () => {
    fc.assert(
      fc.property(events, surroundings, (history, known) => {
        const { inForceOn } = known.body;
        const { intervals } = foldLine(resolved(history), known);
        const parties = intervals.filter(({ own, reported }) =>
          [own.standing, reported.standing].includes('party'),
        );
        for (const { from } of parties) expect(inForceOn !== undefined && inForceOn <= from).toBe(true);
      }),
      RUNS,
    );
  });
});

// The bitemporal rows: what was known at a position stays as it was, and any day and position have one answer at most.
import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import { replay, type Documents, type StoredEvent } from '#event-store';
import {
  bodyStream,
  evolve,
  evolveBody,
  factsOf,
  initial,
  initialBody,
  intervalOn,
  lineOf,
  membershipStream,
  type BodyEvent,
  type BodyFacts,
  type MembershipAct,
  type MembershipEvent,
  type View,
} from '#register';
import {
  membershipHistory,
  supersede,
  type HistoryRow,
  type LineDocument,
  type MembershipDocument,
} from './membership-history.projection.js';

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const BODY = 'board-of-peace';

const act = { basis: 'act' as const, attestation: 'declared' as const, sources: [{ source: 'a' }] };
const invited = (on: string): MembershipAct => ({
  type: 'InvitationReceived',
  data: { ...act, on, by: { state: 'USA' } },
});
const accepted = (on: string): MembershipAct => ({
  type: 'MembershipAccepted',
  data: { ...act, on, means: 'letter' },
});
const joined = (on: string): MembershipAct => ({ type: 'AccordJoined', data: { ...act, on } });
const signed = (on: string): MembershipAct => ({
  type: 'CharterSigned',
  data: { ...act, on, kind: 'simple' },
});
const reported = (one: MembershipAct): MembershipAct =>
  ({ ...one, data: { ...one.data, attestation: 'reported' } }) as MembershipAct;
const retracted = (n: number): MembershipEvent => ({
  type: 'ActRetracted',
  data: { retracts: id(n), reason: 'a slip' },
});
const registered = (inForceSince?: string): BodyEvent => ({
  type: 'BodyRegistered',
  data: {
    slug: BODY,
    kind: 'organization',
    names: { en: 'Board of Peace' },
    rule: { binding: 'signature', invitation: true },
    ...(inForceSince !== undefined && { inForceSince }),
    sources: [],
  },
});

type Happening = readonly [state: string, event: MembershipEvent | BodyEvent];

/** The log that these make: the n-th at position n, with `id(n)`. */
const log = (happenings: readonly Happening[]): StoredEvent[] =>
  happenings.map(([state, { type, data }], index) => ({
    position: index + 1,
    eventId: id(index + 1),
    streamId: type === 'BodyRegistered' ? bodyStream(BODY) : membershipStream(BODY, state),
    version: index + 1,
    type,
    schemaVersion: 1,
    data,
    metadata: { actor: 'officer:amina' },
    recordedAt: '2026-02-01T00:00:00.000Z',
  }));

const isLine = (document: MembershipDocument | undefined): document is LineDocument =>
  document?.kind === 'line';
const rowsOf = (documents: ReadonlyMap<string, MembershipDocument>, state: string): readonly HistoryRow[] => {
  const document = documents.get(`line:${BODY}:${state}`);
  return isLine(document) ? document.rows : [];
};
const replayed = (happenings: readonly Happening[]) => replay(membershipHistory, [log(happenings)]);
const ofKazakhstan = async (...events: (MembershipEvent | BodyEvent)[]) =>
  rowsOf(await replayed(events.map((event) => ['KAZ', event])), 'KAZ');

const answers = (rows: readonly HistoryRow[], day: string, position: number): HistoryRow[] =>
  rows.filter(
    (row) =>
      row.from <= day &&
      (row.to === null || day < row.to) &&
      row.knownFrom <= position &&
      (row.knownTo === null || position < row.knownTo),
  );

const told = ({ from, to, knownFrom, knownTo, own, cause }: HistoryRow): string =>
  `${from}..${to ?? ''} ${own.standing}, known ${knownFrom}..${knownTo ?? ''}, by ${Number(cause.slice(-3))}`;

describe('membership_history', () => {
  it('opens a row for each interval of the line', async () => {
    const rows = await ofKazakhstan(registered(), invited('2026-01-01'), accepted('2026-01-19'));
    expect(rows.map(told)).toEqual([
      '2026-01-01.. invited, known 2..3, by 2',
      '2026-01-01..2026-01-19 invited, known 3.., by 3',
      '2026-01-19.. accepted, known 3.., by 3',
    ]);
  });

  it('closes only what no longer holds when an act comes in between', async () => {
    const rows = await ofKazakhstan(
      registered(),
      invited('2026-01-01'),
      signed('2026-01-22'),
      accepted('2026-01-19'),
    );
    expect(rows.map(told)).toEqual([
      '2026-01-01.. invited, known 2..3, by 2',
      '2026-01-01..2026-01-22 invited, known 3..4, by 3',
      '2026-01-22.. consented, known 3.., by 3',
      '2026-01-01..2026-01-19 invited, known 4.., by 4',
      '2026-01-19..2026-01-22 accepted, known 4.., by 4',
    ]);
  });

  it('keeps what was known before a retraction', async () => {
    const rows = await ofKazakhstan(registered(), joined('2025-11-07'), retracted(2));
    expect(rows.map(told)).toEqual(['2025-11-07.. joined, known 2..3, by 2']);
    expect(answers(rows, '2025-11-08', 2).map(({ own }) => own.standing)).toEqual(['joined']);
    expect(answers(rows, '2025-11-08', 3)).toEqual([]);
  });

  it('re-derives every line of a body whose entry into force becomes known', async () => {
    const documents = await replayed([
      ['KAZ', signed('2026-01-22')],
      ['ARE', signed('2026-01-23')],
      ['', registered('2026-01-23')],
    ]);
    expect(rowsOf(documents, 'KAZ').map(told)).toEqual([
      '2026-01-22.. signatory, known 1..3, by 1',
      '2026-01-22..2026-01-23 consented, known 3.., by 3',
      '2026-01-23.. party, known 3.., by 3',
    ]);
    expect(rowsOf(documents, 'ARE').map(told)).toEqual([
      '2026-01-23.. signatory, known 2..3, by 2',
      '2026-01-23.. party, known 3.., by 3',
    ]);
  });

  it('opens nothing where an act changes nothing: a claim', async () => {
    const claim = {
      ...joined('2025-11-07'),
      data: { ...joined('2025-11-07').data, claim: true },
    } as MembershipAct;
    expect(await ofKazakhstan(registered(), claim)).toEqual([]);
  });

  it('keeps both standings in one row', async () => {
    const [row] = await ofKazakhstan(registered(), reported(joined('2025-11-06')));
    expect(row?.own.standing).toBe('none');
    expect(row?.reported).toEqual({
      standing: 'joined',
      since: '2025-11-06',
      attestation: 'reported',
      acts: [id(2)],
      sources: 1,
      disputed: false,
      discredited: false,
    });
  });

  it('looks at nothing but its own events', () => {
    const scope = membershipHistory.scope(log([['KAZ', invited('2026-01-01')]])[0] as StoredEvent);
    expect(scope).toEqual({ keys: [`body:${BODY}`, `line:${BODY}:KAZ`, 'source:a'] });
    const bodyScope = membershipHistory.scope(log([['', registered()]])[0] as StoredEvent);
    expect(bodyScope).toEqual({ keys: [`body:${BODY}`], tags: [`body:${BODY}`] });
  });
});

describe('supersede', () => {
  const view: View = {
    standing: 'joined',
    since: '2025-11-07',
    attestation: 'declared',
    acts: [id(1)],
    sources: 1,
    disputed: false,
    discredited: false,
  };
  const interval = { from: '2025-11-07', to: null, own: view, reported: view, roles: [], attributes: [] };

  it('leaves a row that still holds as it is', () => {
    const rows = supersede([], [interval], { position: 1, eventId: id(1) });
    expect(supersede(rows, [{ ...interval }], { position: 2, eventId: id(2) })).toEqual(rows);
  });

  it('opens anew what was closed once and holds again', () => {
    const opened = supersede([], [interval], { position: 1, eventId: id(1) });
    const closed = supersede(opened, [], { position: 2, eventId: id(2) });
    expect(supersede(closed, [interval], { position: 3, eventId: id(3) }).map(told)).toEqual([
      '2025-11-07.. joined, known 1..2, by 1',
      '2025-11-07.. joined, known 3.., by 3',
    ]);
  });
});

// Few days and two states, so that much meets.
const day = fc.constantFrom('2026-01-01', '2026-01-02', '2026-01', '../2026-01-03', '2026-01-04', '2026-02');
const days = [
  '2025-12-31',
  '2026-01-01',
  '2026-01-02',
  '2026-01-03',
  '2026-01-04',
  '2026-01-05',
  '2026-02-01',
  '9999-12-31',
];
const happening: fc.Arbitrary<Happening> = fc.tuple(
  fc.constantFrom('KAZ', 'X-SOMALILAND'),
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .tuple(fc.constantFrom(invited, accepted, joined, signed), day, fc.boolean())
        .map(([make, on, byPress]) => (byPress ? reported(make(on)) : make(on))),
    },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 12 }).map(retracted) },
    { weight: 1, arbitrary: fc.constantFrom(registered(), registered('2026-01-02'), registered('2026-02')) },
  ),
);
const happenings = fc.array(happening, { maxLength: 14 });

const pairs = <Item>(items: readonly Item[]): [Item, Item][] =>
  items.flatMap((a, index) => items.slice(index + 1).map((b): [Item, Item] => [a, b]));

const within = (from: number | string, to: number | string | null, otherFrom: number | string) =>
  from <= otherFrom && (to === null || otherFrom < to);

const overlap = (a: HistoryRow, b: HistoryRow): boolean =>
  (within(a.from, a.to, b.from) || within(b.from, b.to, a.from)) &&
  (within(a.knownFrom, a.knownTo, b.knownFrom) || within(b.knownFrom, b.knownTo, a.knownFrom));

/** The views of a state on a day, folded from nothing out of the first events of a log. */
function foldedAnew(events: readonly StoredEvent[], state: string, on: string) {
  const streamOf = (streamId: string) => events.filter((event) => event.streamId === streamId);
  const body = streamOf(bodyStream(BODY)).reduce(
    (was, event) => evolveBody(was, event as StoredEvent & BodyEvent),
    initialBody,
  );
  const membership = streamOf(membershipStream(BODY, state)).reduce(
    (was, event) => evolve(was, event as StoredEvent & MembershipEvent),
    initial,
  );
  const facts: BodyFacts = factsOf(body) ?? {
    kind: 'forum',
    rules: [{ from: null, rule: { binding: 'deposit', invitation: false } }],
  };
  const interval = intervalOn(lineOf(membership, state, { body: facts, sources: new Map() }).intervals, on);
  return interval && { own: interval.own, reported: interval.reported };
}

/** A table as the live runner sees it: documents go in and come out as copies, and closed rows do not come back. */
class LiveTable {
  readonly #documents = new Map<string, MembershipDocument>();
  readonly #rows = new Map<string, Map<string, HistoryRow>>();

  apply(batch: readonly StoredEvent[]): void {
    const working = new Map<string, MembershipDocument>();
    for (const event of batch) {
      const { keys, tags = [] } = membershipHistory.scope(event);
      for (const [key, kept] of this.#documents) {
        const document = structuredClone(kept);
        const tagged = membershipHistory.tagsOf?.(document).some((tag) => tags.includes(tag)) === true;
        if ((keys.includes(key) || tagged) && !working.has(key)) working.set(key, document);
      }
      membershipHistory.evolve(this.#within(working), event);
    }
    for (const [key, document] of working) this.#save(key, document);
  }

  rowsOf(state: string): HistoryRow[] {
    return [...(this.#rows.get(`line:${BODY}:${state}`)?.values() ?? [])];
  }

  #within(working: Map<string, MembershipDocument>): Documents<MembershipDocument> {
    return {
      get: (key) => working.get(key),
      set: (key, document) => void working.set(key, document),
      delete: (key) => void working.delete(key),
      tagged: (tag) =>
        [...working]
          .flatMap(([key, doc]) => (membershipHistory.tagsOf?.(doc).includes(tag) ? [key] : []))
          .sort(),
    };
  }

  #save(key: string, document: MembershipDocument): void {
    const rows = isLine(document) ? document.rows : [];
    const table = this.#rows.get(key) ?? new Map<string, HistoryRow>();
    for (const row of rows) table.set(`${row.knownFrom} ${row.from}`, row);
    this.#rows.set(key, table);
    const kept = isLine(document)
      ? { ...document, rows: rows.filter(({ knownTo }) => knownTo === null) }
      : document;
    this.#documents.set(key, structuredClone(kept));
  }
}

const sorted = (rows: readonly HistoryRow[]): HistoryRow[] =>
  [...rows].sort((a, b) => a.knownFrom - b.knownFrom || (a.from < b.from ? -1 : 1));

describe('for any log', () => {
  const states = ['KAZ', 'X-SOMALILAND'];

  it('any day and position have one row at most for a state', async () => {
    await fc.assert(
      fc.asyncProperty(happenings, async (list) => {
        const documents = await replayed(list);
        for (const state of states)
          expect(pairs(rowsOf(documents, state)).filter(([a, b]) => overlap(a, b))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('what was known at a position never changes, and is what the log up to there folds to', async () => {
    await fc.assert(
      fc.asyncProperty(happenings, async (list) => {
        const documents = await replayed(list);
        const events = log(list);
        for (const state of states)
          for (const on of days)
            for (let position = 0; position <= list.length; position += 1) {
              const [row] = answers(rowsOf(documents, state), on, position);
              const now = row && { own: row.own, reported: row.reported };
              expect(now).toEqual(foldedAnew(events.slice(0, position), state, on));
            }
      }),
      { numRuns: 200 },
    );
  });

  it('a row is opened by the event at its position, and lasts for a time', async () => {
    await fc.assert(
      fc.asyncProperty(happenings, async (list) => {
        const documents = await replayed(list);
        for (const { knownFrom, knownTo, from, to, cause } of states.flatMap((state) =>
          rowsOf(documents, state),
        )) {
          expect(cause).toBe(id(knownFrom));
          expect(knownTo === null || knownTo > knownFrom).toBe(true);
          expect(to === null || to > from).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('a replay gives what live batches of any size give', async () => {
    const cut = fc.tuple(
      happenings,
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 14, maxLength: 14 }),
    );
    await fc.assert(
      fc.asyncProperty(cut, async ([list, sizes]) => {
        const live = new LiveTable();
        const events = log(list);
        for (let next = 0; next < events.length;) {
          const size = sizes[next] ?? 1;
          live.apply(events.slice(next, next + size));
          next += size;
        }
        const documents = await replayed(list);
        for (const state of states)
          expect(sorted(live.rowsOf(state))).toEqual(sorted(rowsOf(documents, state)));
      }),
      { numRuns: 300 },
    );
  });
});

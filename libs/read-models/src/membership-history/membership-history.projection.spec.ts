// The bitemporal rows: what was known at a position stays as it was, and any day and position have one answer at most.
import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import { replay, type Documents, type StoredEvent } from '#event-store';
import {
  bodyStream,
  evolve,
  evolveBody,
  evolveSource,
  factsOf,
  initial,
  initialBody,
  initialSource,
  intervalOn,
  lineOf,
  membershipStream,
  sourceFactsOf,
  sourceStream,
  type BodyEvent,
  type BodyFacts,
  type Interval,
  type MembershipAct,
  type MembershipEvent,
  type SourceEvent,
  type SourceFacts,
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

const sourceRegistered = (source: string): SourceEvent => ({
  type: 'SourceRegistered',
  data: { id: source, outlet: `Outlet ${source}`, language: 'en' },
});
const discredited: SourceEvent = { type: 'SourceDiscredited', data: { reason: 'a forgery' } };
const reinstated: SourceEvent = { type: 'SourceReinstated', data: { reason: 'genuine' } };
const citing = (one: MembershipAct, ...ids: string[]): MembershipAct =>
  ({ ...one, data: { ...one.data, sources: ids.map((source) => ({ source })) } }) as MembershipAct;
const corroborated = (n: number, source: string): MembershipEvent => ({
  type: 'ActCorroborated',
  data: { corroborates: id(n), sources: [{ source }] },
});
const denied = (n: number, state: string): MembershipEvent => ({
  type: 'ActDenied',
  data: {
    denies: id(n),
    by: { state },
    on: '2026-02-01',
    attestation: 'declared',
    sources: [{ source: 'a' }],
  },
});
const corrected = (n: number, one: MembershipAct): MembershipEvent => ({
  type: 'ActCorrected',
  data: { corrects: id(n), act: one, reason: 'the day', sources: [{ source: 'a' }] },
});

/** `about` is a state, or the id of a source. */
type Happening = readonly [about: string, event: MembershipEvent | BodyEvent | SourceEvent];

const streamAbout = (about: string, type: string): string => {
  if (type.startsWith('Source')) return sourceStream(about);
  return type === 'BodyRegistered' ? bodyStream(BODY) : membershipStream(BODY, about);
};

/** The log that these make: the n-th at position n, with `id(n)`. */
const log = (happenings: readonly Happening[]): StoredEvent[] =>
  happenings.map(([about, { type, data }], index) => ({
    position: index + 1,
    eventId: id(index + 1),
    streamId: streamAbout(about, type),
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
    const sourceScope = membershipHistory.scope(log([['a', discredited]])[0] as StoredEvent);
    expect(sourceScope).toEqual({ keys: ['source:a'], tags: ['source:a'] });
  });

  it('marks what rests on a discredited source alone, and nothing else, as long as it is', async () => {
    const documents = await replayed([
      ['', registered()],
      ['a', sourceRegistered('a')],
      ['b', sourceRegistered('b')],
      ['KAZ', citing(joined('2025-11-07'), 'a')],
      ['ARE', citing(joined('2025-11-07'), 'a', 'b')],
      ['a', discredited],
      ['a', reinstated],
    ]);
    const marks = (state: string) =>
      rowsOf(documents, state).map(({ own, knownFrom, knownTo }) => [own.discredited, knownFrom, knownTo]);
    expect(marks('KAZ')).toEqual([
      [false, 4, 6],
      [true, 6, 7],
      [false, 7, null],
    ]);
    expect(marks('ARE').map(([mark]) => mark)).not.toContain(true);
  });

  it('goes by what was said of an act from when it was said on', async () => {
    const rows = await ofKazakhstan(
      registered(),
      joined('2025-11-07'),
      corrected(2, joined('2025-11-08')),
      denied(2, 'KAZ'),
      retracted(4),
    );
    expect(rows.map(told)).toEqual([
      '2025-11-07.. joined, known 2..3, by 2',
      '2025-11-08.. joined, known 3..4, by 3',
      '2025-11-08.. joined, known 5.., by 5',
    ]);
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

  it('closes a row whose role was corrected to another', () => {
    const role = { role: 'observer', since: '2025-11-07', attestation: 'declared', act: id(1) } as const;
    const opened = supersede([], [{ ...interval, roles: [role] }], { position: 1, eventId: id(1) });
    const corrected = { ...interval, roles: [{ ...role, role: 'founding' as const }] };
    const rows = supersede(opened, [corrected], { position: 2, eventId: id(2) });
    expect(rows.map(({ roles, knownTo }) => [roles[0]?.role, knownTo])).toEqual([
      ['observer', 2],
      ['founding', null],
    ]);
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
const cited = fc.constantFrom(['a'], ['b'], ['a', 'b']);
const target = fc.integer({ min: 1, max: 12 });
const ofSource: fc.Arbitrary<Happening> = fc
  .tuple(fc.constantFrom('a', 'b'), fc.integer({ min: 0, max: 2 }))
  .map(([source, which]) => [
    source,
    [sourceRegistered(source), discredited, reinstated][which] as SourceEvent,
  ]);
const ofMembership: fc.Arbitrary<Happening> = fc.tuple(
  fc.constantFrom('KAZ', 'X-SOMALILAND'),
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .tuple(fc.constantFrom(invited, accepted, joined, signed), day, fc.boolean(), cited)
        .map(([make, on, byPress, ids]) => citing(byPress ? reported(make(on)) : make(on), ...ids)),
    },
    { weight: 2, arbitrary: target.map(retracted) },
    {
      weight: 1,
      arbitrary: fc.tuple(target, fc.constantFrom('a', 'b')).map(([n, by]) => corroborated(n, by)),
    },
    { weight: 1, arbitrary: fc.tuple(target, fc.constantFrom('KAZ', 'USA')).map(([n, by]) => denied(n, by)) },
    { weight: 1, arbitrary: fc.tuple(target, day).map(([n, on]) => corrected(n, joined(on))) },
    { weight: 1, arbitrary: fc.constantFrom(registered(), registered('2026-01-02'), registered('2026-02')) },
  ),
);
const happening = fc.oneof({ weight: 5, arbitrary: ofMembership }, { weight: 1, arbitrary: ofSource });
const happenings = fc.array(happening, { maxLength: 14 });

const pairs = <Item>(items: readonly Item[]): [Item, Item][] =>
  items.flatMap((a, index) => items.slice(index + 1).map((b): [Item, Item] => [a, b]));

const within = (from: number | string, to: number | string | null, otherFrom: number | string) =>
  from <= otherFrom && (to === null || otherFrom < to);

const overlap = (a: HistoryRow, b: HistoryRow): boolean =>
  (within(a.from, a.to, b.from) || within(b.from, b.to, a.from)) &&
  (within(a.knownFrom, a.knownTo, b.knownFrom) || within(b.knownFrom, b.knownTo, a.knownFrom));

const contentOf = ({ own, reported, roles, attributes }: Interval) => ({ own, reported, roles, attributes });

/** What holds of a state on a day, folded from nothing out of the first events of a log. */
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
  const sources = new Map<string, SourceFacts>();
  for (const source of ['a', 'b']) {
    const folded = streamOf(sourceStream(source)).reduce(
      (was, event) => evolveSource(was, event as StoredEvent & SourceEvent),
      initialSource,
    );
    const known = sourceFactsOf(folded);
    if (known) sources.set(source, known);
  }
  const interval = intervalOn(lineOf(membership, state, { body: facts, sources }).intervals, on);
  return interval && contentOf(interval);
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
              const now = row && contentOf(row);
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

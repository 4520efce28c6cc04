// Every line of every membership on both clocks. Each event re-derives the lines that it touches; rows that no longer
// hold are closed at its position, and those that hold from now on are opened there.
import type { Documents, Projection, Scope, StoredEvent } from '#event-store';
import {
  actSchemas,
  bodySchemas,
  bodyStream,
  citedBy,
  correctionSchemas,
  evolve,
  evolveBody,
  evolveSource,
  factsOf,
  initial,
  initialBody,
  initialSource,
  lineOf,
  membershipOf,
  membershipStream,
  sameContent,
  sourceFactsOf,
  sourceStream,
  type Body,
  type BodyEvent,
  type BodyFacts,
  type Interval,
  type Membership,
  type MembershipEvent,
  type Source,
  type SourceEvent,
  type SourceFacts,
} from '#register';

/** One row: what held on the days `from` up to before `to`, as known at the positions `knownFrom` up to before `knownTo`. */
export interface HistoryRow extends Interval {
  readonly knownFrom: number;
  /** null: as known now. */
  readonly knownTo: number | null;
  /** The event that opened the row. */
  readonly cause: string;
}

export interface LineDocument {
  readonly kind: 'line';
  readonly body: string;
  readonly state: string;
  readonly membership: Membership;
  /** Its body, as it stands. */
  readonly facts: BodyFacts;
  /** Ids of the sources that its events cite, and what these are worth as they stand, as far as they are registered. */
  readonly cited: readonly string[];
  readonly sources: ReadonlyMap<string, SourceFacts>;
  /** In the order in which they were opened. */
  readonly rows: readonly HistoryRow[];
}

export type MembershipDocument =
  | LineDocument
  | { readonly kind: 'body'; readonly body: Body }
  | { readonly kind: 'source'; readonly source: Source };

const bodyKey = (slug: string): string => `body:${slug}`;
const sourceKey = (id: string): string => `source:${id}`;
const lineKey = (body: string, state: string): string => `line:${body}:${state}`;

/** Lines are tagged with the keys of their body and of the sources that they cite. */
export const parseTag = (tag: string): { kind: 'body' | 'source'; id: string } => {
  const [kind, id = ''] = tag.split(':');
  return { kind: kind === 'body' ? 'body' : 'source', id };
};

/** The streams that a document is made of, but for the sources that a line cites. */
export function streamsOf(key: string): string[] {
  const [kind, id = '', state = ''] = key.split(':');
  if (kind === 'source') return [sourceStream(id)];
  return kind === 'line' ? [bodyStream(id), membershipStream(id, state)] : [bodyStream(id)];
}

/** A body of which nothing is known: nothing binds, nothing is in force. Only an import gone astray meets it. */
const UNREGISTERED: BodyFacts = {
  kind: 'forum',
  rules: [{ from: null, rule: { binding: 'deposit', invitation: false } }],
};

export const membershipHistory: Projection<MembershipDocument> = {
  name: 'membership_history',
  version: 1,
  types: [
    ...Object.keys(actSchemas),
    ...Object.keys(correctionSchemas),
    ...Object.keys(bodySchemas),
    'SourceRegistered',
    'SourceDiscredited',
    'SourceReinstated',
  ],
  scope,
  tagsOf: (document) =>
    document.kind === 'line' ? [bodyKey(document.body), ...document.cited.map(sourceKey)] : [],
  evolve(documents, event) {
    const membership = membershipOf(event.streamId);
    if (membership) evolveLine(documents, event, membership.body, membership.state);
    else if (event.streamId.startsWith('source-')) evolveSourceAndLines(documents, event);
    else evolveBodyAndLines(documents, event);
  },
};

function scope(event: StoredEvent): Scope {
  const membership = membershipOf(event.streamId);
  if (!membership) {
    const [kind = ''] = event.streamId.split('-', 1);
    const key = `${kind}:${event.streamId.slice(kind.length + 1)}`;
    return { keys: [key], tags: [key] };
  }
  const { body, state } = membership;
  const cited = citedBy(event as StoredEvent & MembershipEvent);
  return { keys: [bodyKey(body), lineKey(body, state), ...cited.map(sourceKey)] };
}

function evolveLine(
  documents: Documents<MembershipDocument>,
  event: StoredEvent,
  body: string,
  state: string,
): void {
  const key = lineKey(body, state);
  const known = documents.get(key);
  const line = known?.kind === 'line' ? known : newLine(body, state, factsOfBody(documents, body));
  const recorded = event as StoredEvent & MembershipEvent;
  const cited = citedBy(recorded);
  documents.set(
    key,
    derived(
      {
        ...line,
        membership: evolve(line.membership, recorded),
        cited: [...new Set([...line.cited, ...cited])],
        sources: withFacts(line.sources, documents, cited),
      },
      event,
    ),
  );
}

function evolveBodyAndLines(documents: Documents<MembershipDocument>, event: StoredEvent): void {
  const slug = event.streamId.slice('body-'.length);
  const known = documents.get(bodyKey(slug));
  const before = known?.kind === 'body' ? known.body : initialBody;
  documents.set(bodyKey(slug), { kind: 'body', body: evolveBody(before, event as StoredEvent & BodyEvent) });
  const facts = factsOfBody(documents, slug);
  for (const line of linesTagged(documents, bodyKey(slug))) {
    documents.set(lineKey(line.body, line.state), derived({ ...line, facts }, event));
  }
}

/** What a source is worth changes the marks on what rests on it. */
function evolveSourceAndLines(documents: Documents<MembershipDocument>, event: StoredEvent): void {
  const id = event.streamId.slice('source-'.length);
  const known = documents.get(sourceKey(id));
  const before = known?.kind === 'source' ? known.source : initialSource;
  const source = evolveSource(before, event as StoredEvent & SourceEvent);
  documents.set(sourceKey(id), { kind: 'source', source });
  for (const line of linesTagged(documents, sourceKey(id))) {
    const sources = withFacts(line.sources, documents, [id]);
    documents.set(lineKey(line.body, line.state), derived({ ...line, sources }, event));
  }
}

const newLine = (body: string, state: string, facts: BodyFacts): LineDocument => ({
  kind: 'line',
  body,
  state,
  membership: initial,
  facts,
  cited: [],
  sources: new Map(),
  rows: [],
});

/** The document with its rows as they follow from all that it holds. */
function derived(line: LineDocument, event: StoredEvent): LineDocument {
  const { intervals } = lineOf(line.membership, line.state, { body: line.facts, sources: line.sources });
  return { ...line, rows: supersede(line.rows, intervals, event) };
}

const linesTagged = (documents: Documents<MembershipDocument>, tag: string): LineDocument[] =>
  documents.tagged(tag).flatMap((key) => {
    const document = documents.get(key);
    return document?.kind === 'line' ? [document] : [];
  });

function factsOfBody(documents: Documents<MembershipDocument>, slug: string): BodyFacts {
  const document = documents.get(bodyKey(slug));
  return (document?.kind === 'body' ? factsOf(document.body) : undefined) ?? UNREGISTERED;
}

/** What is known of sources, with these as they stand now. */
function withFacts(
  known: ReadonlyMap<string, SourceFacts>,
  documents: Documents<MembershipDocument>,
  ids: readonly string[],
): ReadonlyMap<string, SourceFacts> {
  const facts = new Map(known);
  for (const id of ids) {
    const document = documents.get(sourceKey(id));
    const now = document?.kind === 'source' ? sourceFactsOf(document.source) : undefined;
    if (now) facts.set(id, now);
  }
  return facts;
}

/** Closes the open rows that no longer hold and opens those that are new. What still holds stays as it is. */
export function supersede(
  rows: readonly HistoryRow[],
  intervals: readonly Interval[],
  { position, eventId }: { position: number; eventId: string },
): HistoryRow[] {
  const open = rows.filter((row) => row.knownTo === null);
  const holds = (row: HistoryRow) => intervals.some((interval) => sameInterval(row, interval));
  const isNew = (interval: Interval) => !open.some((row) => sameInterval(row, interval));
  const kept = rows.map((row) => (row.knownTo === null && !holds(row) ? { ...row, knownTo: position } : row));
  const opened = intervals
    .filter(isNew)
    .map((interval): HistoryRow => ({ ...interval, knownFrom: position, knownTo: null, cause: eventId }));
  return [...kept, ...opened];
}

const sameInterval = (a: Interval, b: Interval): boolean =>
  a.from === b.from && a.to === b.to && sameContent(a, b);

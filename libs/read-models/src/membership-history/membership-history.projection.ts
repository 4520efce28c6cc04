// Every line of every membership on both clocks. Each event re-derives the line that it touches; rows that no longer
// hold are closed at its position, and those that hold from now on are opened there.
import type { Documents, Projection, Scope, StoredEvent } from '#event-store';
import {
  bodyStream,
  evolve,
  evolveBody,
  factsOf,
  foldLine,
  initial,
  initialBody,
  membershipOf,
  membershipStream,
  sameView,
  type Body,
  type BodyEvent,
  type BodyFacts,
  type Day,
  type Interval,
  type Membership,
  type MembershipEvent,
  type View,
} from '#register';

/** One row: what held on the days `from` up to before `to`, as known at the positions `knownFrom` up to before `knownTo`. */
export interface HistoryRow {
  readonly from: Day;
  /** null: with no end in sight. */
  readonly to: Day | null;
  readonly knownFrom: number;
  /** null: as known now. */
  readonly knownTo: number | null;
  readonly own: View;
  readonly reported: View;
  /** The event that opened the row. */
  readonly cause: string;
}

export interface BodyDocument {
  readonly kind: 'body';
  readonly body: Body;
}

export interface LineDocument {
  readonly kind: 'line';
  readonly body: string;
  readonly state: string;
  readonly membership: Membership;
  /** In the order in which they were opened; a live table hands back only the open ones. */
  readonly rows: readonly HistoryRow[];
}

export type MembershipDocument = BodyDocument | LineDocument;

const bodyKey = (slug: string): string => `body:${slug}`;
const lineKey = (body: string, state: string): string => `line:${body}:${state}`;

/** The tag of a body's lines is the key of the body. */
export const slugOfTag = (tag: string): string => tag.slice('body:'.length);

/** The streams that a document is made of. */
export function streamsOf(key: string): string[] {
  const [kind, body = '', state = ''] = key.split(':');
  return kind === 'line' ? [bodyStream(body), membershipStream(body, state)] : [bodyStream(body)];
}

/** A body of which nothing is known: nothing binds, nothing is in force. Only an import gone astray meets it. */
const UNREGISTERED: BodyFacts = { kind: 'forum', rule: { binding: 'deposit', invitation: false } };

export const membershipHistory: Projection<MembershipDocument> = {
  name: 'membership_history',
  version: 1,
  types: [
    'InvitationReceived',
    'InvitationWithdrawn',
    'MembershipDeclined',
    'IntentAnnounced',
    'MembershipAccepted',
    'AccordJoined',
    'CharterSigned',
    'ActRetracted',
    'BodyRegistered',
  ],
  scope,
  tagsOf: (document) => (document.kind === 'line' ? [bodyKey(document.body)] : []),
  evolve(documents, event) {
    const membership = membershipOf(event.streamId);
    if (membership) evolveLine(documents, event, membership.body, membership.state);
    else evolveBodyAndLines(documents, event);
  },
};

function scope(event: StoredEvent): Scope {
  const membership = membershipOf(event.streamId);
  if (membership) return { keys: [bodyKey(membership.body), lineKey(membership.body, membership.state)] };
  const body = bodyKey(event.streamId.slice('body-'.length));
  return { keys: [body], tags: [body] };
}

function evolveLine(
  documents: Documents<MembershipDocument>,
  event: StoredEvent,
  body: string,
  state: string,
): void {
  const key = lineKey(body, state);
  const line = documents.get(key);
  const membership = line?.kind === 'line' ? line.membership : initial;
  const rows = line?.kind === 'line' ? line.rows : [];
  const evolved = evolve(membership, { ...(event as StoredEvent & MembershipEvent) });
  const facts = factsIn(documents, body);
  documents.set(key, {
    kind: 'line',
    body,
    state,
    membership: evolved,
    rows: supersede(rows, foldLine(evolved.acts, facts).intervals, event),
  });
}

function evolveBodyAndLines(documents: Documents<MembershipDocument>, event: StoredEvent): void {
  const slug = event.streamId.slice('body-'.length);
  const known = documents.get(bodyKey(slug));
  const body = evolveBody(
    known?.kind === 'body' ? known.body : initialBody,
    event as StoredEvent & BodyEvent,
  );
  documents.set(bodyKey(slug), { kind: 'body', body });
  const facts = factsOf(body) ?? UNREGISTERED;
  for (const key of documents.tagged(bodyKey(slug))) {
    const line = documents.get(key);
    if (line?.kind !== 'line') continue;
    const { intervals } = foldLine(line.membership.acts, facts);
    documents.set(key, { ...line, rows: supersede(line.rows, intervals, event) });
  }
}

function factsIn(documents: Documents<MembershipDocument>, slug: string): BodyFacts {
  const document = documents.get(bodyKey(slug));
  return (document?.kind === 'body' ? factsOf(document.body) : undefined) ?? UNREGISTERED;
}

/** Closes the open rows that no longer hold and opens those that are new. What still holds stays as it is. */
export function supersede(
  rows: readonly HistoryRow[],
  intervals: readonly Interval[],
  { position, eventId }: { position: number; eventId: string },
): HistoryRow[] {
  const open = rows.filter((row) => row.knownTo === null);
  const holds = (row: HistoryRow) =>
    intervals.some((interval) => sameDays(row, interval) && sameViews(row, interval));
  const isNew = (interval: Interval) =>
    !open.some((row) => sameDays(row, interval) && sameViews(row, interval));
  const kept = rows.map((row) => (row.knownTo === null && !holds(row) ? { ...row, knownTo: position } : row));
  const opened = intervals
    .filter(isNew)
    .map((interval): HistoryRow => ({ ...interval, knownFrom: position, knownTo: null, cause: eventId }));
  return [...kept, ...opened];
}

type Days = Pick<Interval, 'from' | 'to'>;
const sameDays = (a: Days, b: Days): boolean => a.from === b.from && a.to === b.to;

type Views = Pick<Interval, 'own' | 'reported'>;
const sameViews = (a: Views, b: Views): boolean => sameView(a.own, b.own) && sameView(a.reported, b.reported);

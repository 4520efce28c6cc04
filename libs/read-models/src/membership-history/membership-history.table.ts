// Rows of which the database itself sees to it that at most one answers for a day and a position. The documents of the
// fold are not kept: they come back from the log, by the few events of a line and its body.
import { foldStreams, type DocumentChange, type ProjectionTable, type SqlClient } from '#event-store';
import type { View } from '#register';
import { codec } from '../codec.js';
import {
  membershipHistory,
  parseTag,
  streamsOf,
  type HistoryRow,
  type LineDocument,
  type MembershipDocument,
} from './membership-history.projection.js';

export const membershipTable: ProjectionTable<MembershipDocument> = {
  async load(client, { keys, tags }) {
    const lines = await linesTagged(client, tags);
    const streams = [...new Set([...keys, ...lines].flatMap(streamsOf))];
    const cited = await citedStreams(client, streams);
    return foldStreams(client, codec, membershipHistory, [...new Set([...streams, ...cited])]);
  },
  async save(client, changes) {
    await closeRows(client, changes);
    await openRows(client, changes);
    await addCitations(client, changes);
  },
};

/** Keys of the lines of these bodies, and of those that cite these sources. */
async function linesTagged(client: SqlClient, tags: readonly string[]): Promise<string[]> {
  if (tags.length === 0) return [];
  const of = (wanted: 'body' | 'source') =>
    tags.map(parseTag).flatMap(({ kind, id }) => (kind === wanted ? [id] : []));
  const { rows } = await client.query(
    `select distinct 'line:' || body || ':' || state as key from read_model.membership_history where body = any($1)
     union select 'line:' || body || ':' || state from read_model.membership_citation where source = any($2)`,
    [of('body'), of('source')],
  );
  return rows.map(({ key }) => key as string);
}

/** Streams of the sources that the memberships among these streams cite. */
async function citedStreams(client: SqlClient, streams: readonly string[]): Promise<string[]> {
  const { rows } = await client.query(
    `select distinct 'source-' || (cited->>'source') as stream
     from unnest($1::text[]) as s(id)
       cross join lateral (select data from event_store.event where stream_id = s.id offset 0) e
       cross join lateral jsonb_path_query(e.data, 'strict $.**.sources[*]') as cited`,
    [streams.filter((stream) => stream.startsWith('membership-'))],
  );
  return rows.map(({ stream }) => stream as string);
}

async function addCitations(client: SqlClient, changes: readonly Change[]): Promise<void> {
  const cited = changes.flatMap(({ before, after }) => {
    if (after?.kind !== 'line') return [];
    const known = before?.kind === 'line' ? before.cited : [];
    return after.cited
      .filter((id) => !known.includes(id))
      .map((id) => [id, after.body, after.state] as const);
  });
  if (cited.length === 0) return;
  await client.query(
    `insert into read_model.membership_citation (source, body, state)
     select * from unnest($1::text[], $2::text[], $3::text[]) on conflict do nothing`,
    [0, 1, 2].map((column) => cited.map((cells) => cells[column])),
  );
}

type Change = DocumentChange<MembershipDocument>;

const rowsOf = (document: MembershipDocument | undefined): readonly HistoryRow[] =>
  document?.kind === 'line' ? document.rows : [];

const identity = (row: HistoryRow): string => `${row.knownFrom} ${row.from}`;

/** Rows that a document has now and did not have before. */
function openedBy({ before, after }: Change): HistoryRow[] {
  const known = new Set(rowsOf(before).map(identity));
  return rowsOf(after).filter((row) => !known.has(identity(row)));
}

/** Rows that were open before and are closed now. */
function closedBy({ before, after }: Change): HistoryRow[] {
  const open = new Set(
    rowsOf(before)
      .filter(({ knownTo }) => knownTo === null)
      .map(identity),
  );
  return rowsOf(after).filter((row) => row.knownTo !== null && open.has(identity(row)));
}

/** Columns of the history, in the order of `cellsOf`. */
const VIEW = [
  ['since', 'date'],
  ['attestation', 'text'],
  ['acts', 'uuid[]'],
  ['sources', 'integer'],
  ['disputed', 'boolean'],
  ['discredited', 'boolean'],
] as const;
const COLUMNS: readonly (readonly [name: string, type: string])[] = [
  ['body', 'text'],
  ['state', 'text'],
  ['valid_from', 'date'],
  ['valid_to', 'date'],
  ['known_from', 'bigint'],
  ['known_to', 'bigint'],
  ['standing', 'text'],
  ...VIEW,
  ['reported', 'text'],
  ...VIEW.map(([name, type]) => [`reported_${name}`, type] as const),
  ['roles', 'jsonb'],
  ['attributes', 'uuid[]'],
  ['cause', 'uuid'],
];

const cellsOf = ({ body, state }: LineDocument, { own, reported, ...row }: HistoryRow) => [
  body,
  state,
  row.from,
  row.to,
  row.knownFrom,
  row.knownTo,
  ...viewCells(own),
  ...viewCells(reported),
  JSON.stringify(row.roles),
  arrayOf(row.attributes),
  row.cause,
];

const viewCells = (view: View) => [
  view.standing,
  view.since,
  view.attestation,
  arrayOf(view.acts),
  view.sources,
  view.disputed,
  view.discredited,
];

const arrayOf = (ids: readonly string[]): string => `{${ids.join()}}`;

/** One array a column, as text, so that arrays of arrays may differ in length: the fastest way in short of COPY. */
const OPEN = `insert into read_model.membership_history (${COLUMNS.map(([name]) => name).join(', ')})
  select ${COLUMNS.map(([name, type]) => (type === 'uuid[]' ? `${name}::uuid[]` : name)).join(', ')}
  from unnest(${COLUMNS.map(([, type], at) => `$${String(at + 1)}::${type === 'uuid[]' ? 'text' : type}[]`).join(', ')})
    as opened(${COLUMNS.map(([name]) => name).join(', ')})`;

async function openRows(client: SqlClient, changes: readonly Change[]): Promise<void> {
  const rows = changes.flatMap((change) =>
    openedBy(change).map((row) => cellsOf(change.after as LineDocument, row)),
  );
  if (rows.length === 0) return;
  await client.query(
    OPEN,
    COLUMNS.map((_, column) => rows.map((cells) => cells[column])),
  );
}

async function closeRows(client: SqlClient, changes: readonly Change[]): Promise<void> {
  const rows = changes.flatMap((change) =>
    closedBy(change).map((row) => {
      const { body, state } = change.after as LineDocument;
      return { body, state, valid_from: row.from, known_from: row.knownFrom, known_to: row.knownTo };
    }),
  );
  if (rows.length === 0) return;
  await client.query(
    `update read_model.membership_history h set known_to = closed.known_to
     from jsonb_to_recordset($1::jsonb)
       as closed(body text, state text, valid_from date, known_from bigint, known_to bigint)
     where h.body = closed.body and h.state = closed.state
       and h.known_from = closed.known_from and h.valid_from = closed.valid_from`,
    [JSON.stringify(rows)],
  );
}

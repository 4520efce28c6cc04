// Rows of which the database itself sees to it that at most one answers for a day and a position. The documents of the
// fold are not kept: they come back from the log, by the few events of a line and its body.
import { foldStreams, type DocumentChange, type ProjectionTable, type SqlClient } from '#event-store';
import { codec } from '../codec.js';
import {
  membershipHistory,
  slugOfTag,
  streamsOf,
  type HistoryRow,
  type LineDocument,
  type MembershipDocument,
} from './membership-history.projection.js';

export const membershipTable: ProjectionTable<MembershipDocument> = {
  async load(client, { keys, tags }) {
    const lines = await linesOf(client, tags.map(slugOfTag));
    const streams = new Set([...keys, ...lines].flatMap(streamsOf));
    return foldStreams(client, codec, membershipHistory, [...streams]);
  },
  async save(client, changes) {
    await closeRows(client, changes);
    await openRows(client, changes);
  },
};

/** Keys of the lines of these bodies. */
async function linesOf(client: SqlClient, slugs: readonly string[]): Promise<string[]> {
  if (slugs.length === 0) return [];
  const { rows } = await client.query(
    `select distinct 'line:' || body || ':' || state as key from read_model.membership_history where body = any($1)`,
    [slugs],
  );
  return rows.map(({ key }) => key as string);
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
const COLUMNS = [
  ['body', 'text'],
  ['state', 'text'],
  ['valid_from', 'date'],
  ['valid_to', 'date'],
  ['known_from', 'bigint'],
  ['known_to', 'bigint'],
  ['standing', 'text'],
  ['since', 'date'],
  ['attestation', 'text'],
  ['acts', 'uuid[]'],
  ['reported', 'text'],
  ['reported_since', 'date'],
  ['reported_attestation', 'text'],
  ['reported_acts', 'uuid[]'],
  ['cause', 'uuid'],
] as const;

const cellsOf = ({ body, state }: LineDocument, { own, reported, ...row }: HistoryRow) => [
  body,
  state,
  row.from,
  row.to,
  row.knownFrom,
  row.knownTo,
  own.standing,
  own.since,
  own.attestation,
  `{${own.acts.join()}}`,
  reported.standing,
  reported.since,
  reported.attestation,
  `{${reported.acts.join()}}`,
  row.cause,
];

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

// Two tables. `membership_document` holds what the fold needs of each body and line; `membership_history` holds the
// rows that are read, of which the database itself sees to it that at most one answers for a day and a position.
import type { DocumentChange, ProjectionTable, SqlClient } from '#event-store';
import type { HistoryRow, LineDocument, MembershipDocument } from './membership-history.projection.js';

export const membershipTable: ProjectionTable<MembershipDocument> = {
  async load(client, { keys, tags }) {
    const { rows } = await client.query(
      `select key, doc::text as doc from read_model.membership_document where key = any($1)
       union select key, doc::text from read_model.membership_document where tags && $2::text[]`,
      [keys, tags],
    );
    return new Map(rows.map(({ key, doc }) => [key as string, JSON.parse(doc as string) as MembershipDocument]));
  },
  async save(client, changes) {
    await closeRows(client, changes);
    await openRows(client, changes);
    await saveDocuments(client, changes);
  },
};

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
  const open = new Set(rowsOf(before).filter(({ knownTo }) => knownTo === null).map(identity));
  return rowsOf(after).filter((row) => row.knownTo !== null && open.has(identity(row)));
}

async function openRows(client: SqlClient, changes: readonly Change[]): Promise<void> {
  const rows = changes.flatMap((change) =>
    openedBy(change).map((row) => {
      const { body, state } = change.after as LineDocument;
      return {
        body,
        state,
        valid_from: row.from,
        valid_to: row.to,
        known_from: row.knownFrom,
        known_to: row.knownTo,
        standing: row.own.standing,
        since: row.own.since,
        attestation: row.own.attestation,
        acts: row.own.acts,
        reported: row.reported.standing,
        reported_since: row.reported.since,
        reported_attestation: row.reported.attestation,
        reported_acts: row.reported.acts,
        cause: row.cause,
      };
    }),
  );
  if (rows.length === 0) return;
  await client.query(
    `insert into read_model.membership_history (body, state, valid_from, valid_to, known_from, known_to,
       standing, since, attestation, acts, reported, reported_since, reported_attestation, reported_acts, cause)
     select body, state, valid_from, valid_to, known_from, known_to,
       standing, since, attestation, acts, reported, reported_since, reported_attestation, reported_acts, cause
     from jsonb_populate_recordset(null::read_model.membership_history, $1::jsonb)`,
    [JSON.stringify(rows)],
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

async function saveDocuments(client: SqlClient, changes: readonly Change[]): Promise<void> {
  const documents = changes.flatMap(({ key, after }) => (after === undefined ? [] : [{ key, doc: stored(after) }]));
  await client.query(
    `insert into read_model.membership_document (key, tags, doc)
     select key, case when doc->>'kind' = 'line' then array['body:' || (doc->>'body')] else '{}' end, doc
     from jsonb_to_recordset($1::jsonb) as d(key text, doc jsonb)
     on conflict (key) do update set doc = excluded.doc`,
    [JSON.stringify(documents)],
  );
}

/** Closed rows are history and live in their own table only. */
const stored = (document: MembershipDocument): MembershipDocument =>
  document.kind === 'line' ? { ...document, rows: document.rows.filter(({ knownTo }) => knownTo === null) } : document;

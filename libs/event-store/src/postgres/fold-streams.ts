import type pg from 'pg';
import type { EventCodec } from '../event-codec.js';
import type { Projection, SqlClient } from '../projection.js';
import { replay } from '../replay.js';
import { asText, EVENT_COLUMNS, storedEvents, type EventRow } from './rows.js';

// One look into the index a stream: see `READ_STREAMS`.
export const FOLD_STREAMS = `
  SELECT ${EVENT_COLUMNS} FROM unnest($1::text[]) AS s(id) CROSS JOIN LATERAL (
    SELECT * FROM event_store.event e WHERE e.stream_id = s.id AND e.position + 0 <= (
      SELECT p.position FROM event_store.projection p WHERE p.name = $2 AND p.version = $3
    ) OFFSET 0
  ) e
  ORDER BY position`;

/**
 * The documents that a projection makes of some streams alone, up to where it stands. For a table that keeps only what
 * its documents come to: it gets a document back from the log, which has it all, instead of storing it a second time.
 */
export async function foldStreams<Doc>(
  client: SqlClient,
  codec: EventCodec,
  projection: Projection<Doc>,
  streamIds: readonly string[],
): Promise<Map<string, Doc>> {
  const { rows } = await (client as pg.ClientBase).query<EventRow>({
    name: 'event_store.fold_streams',
    text: FOLD_STREAMS,
    values: [streamIds, projection.name, projection.version],
    rowMode: 'array',
    types: asText,
  });
  return replay(projection, [storedEvents(rows, codec)]);
}

import type pg from 'pg';
import { checkPosition } from '../check-request.js';
import type { StoredEvent } from '../event.js';
import type { EventCodec } from '../event-codec.js';
import { asText, EVENT_COLUMNS, storedEvents, type EventRow } from './rows.js';

export interface LogRange {
  readonly after?: number;
  readonly upTo?: number;
  readonly types?: readonly string[];
  readonly batchSize?: number;
}

/** Events after a position: $1 after, $2 up to, $3 at most so many. */
export const READ_LOG = `
  SELECT ${EVENT_COLUMNS} FROM event_store.event e
  WHERE e.position > $1 AND e.position <= $2 ORDER BY e.position LIMIT $3`;

/** The same, of some types alone: $4. */
export const READ_LOG_OF_TYPES = READ_LOG.replace('ORDER BY', 'AND e.type = ANY ($4::text[]) ORDER BY');

/** The log in batches by keyset. The next batch is on its way while the caller works on this one. */
export async function* readLog(
  reader: pg.Pool | pg.ClientBase,
  codec: EventCodec,
  { after = 0, upTo = Number.MAX_SAFE_INTEGER, types, batchSize = 1000 }: LogRange,
): AsyncGenerator<StoredEvent[]> {
  checkPosition(after);
  checkPosition(upTo);
  const read = (from: number) => readRows(reader, from, upTo, batchSize, types);
  let next: Promise<EventRow[]> | undefined = read(after);
  while (next) {
    const rows: EventRow[] = await next;
    const last = rows.at(-1);
    next = last && rows.length === batchSize ? read(Number(last[0])) : undefined;
    next?.catch(() => undefined); // is thrown where it is awaited, if the caller comes back for it
    if (last) yield storedEvents(rows, codec);
  }
}

/** All events of a range at once, over a connection that may be in a transaction. */
export async function readEvents(
  client: pg.ClientBase,
  codec: EventCodec,
  { after, upTo, types }: { after: number; upTo: number; types: readonly string[] },
): Promise<StoredEvent[]> {
  return storedEvents(await readRows(client, after, upTo, upTo - after, types), codec);
}

async function readRows(
  reader: pg.Pool | pg.ClientBase,
  after: number,
  upTo: number,
  limit: number,
  types: readonly string[] | undefined,
): Promise<EventRow[]> {
  const { rows } = await reader.query<EventRow>({
    name: types ? 'event_store.read_log_of_types' : 'event_store.read_log',
    text: types ? READ_LOG_OF_TYPES : READ_LOG,
    values: types ? [after, upTo, limit, types] : [after, upTo, limit],
    rowMode: 'array',
    types: asText,
  });
  return rows;
}

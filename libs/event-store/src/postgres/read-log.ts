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

/**
 * The events of a range: $1 after, $2 up to. Positions have no gaps, so the range bounds the work under any plan; a LIMIT
 * would not, where the server has no statistics yet and sorts the rest of the log to find its start.
 */
export const READ_LOG = `
  SELECT ${EVENT_COLUMNS} FROM event_store.event e
  WHERE e.position > $1 AND e.position <= $2 ORDER BY e.position`;

/** The same, of some types alone: $3. */
export const READ_LOG_OF_TYPES = READ_LOG.replace('ORDER BY', 'AND e.type = ANY ($3::text[]) ORDER BY');

/** The log as it stands at the first batch, range by range. The next range is on its way while the caller works on one. */
export async function* readLog(
  reader: pg.Pool,
  codec: EventCodec,
  { after = 0, upTo = Number.MAX_SAFE_INTEGER, types, batchSize = 1000 }: LogRange,
): AsyncGenerator<StoredEvent[]> {
  checkPosition(after);
  checkPosition(upTo);
  const end = Math.min(upTo, await headPosition(reader));
  const read = (from: number) =>
    from < end ? readAhead(reader, from, Math.min(from + batchSize, end), types) : undefined;
  let next = read(after);
  for (let from = after + batchSize; next; from += batchSize) {
    const current = next;
    next = read(from);
    const rows = await current;
    if (rows.length > 0) yield storedEvents(rows, codec);
  }
}

/** All events of a range at once, over a connection that may be in a transaction. */
export async function readEvents(
  client: pg.ClientBase,
  codec: EventCodec,
  { after, upTo, types }: { after: number; upTo: number; types: readonly string[] },
): Promise<StoredEvent[]> {
  return storedEvents(await readRows(client, after, upTo, types), codec);
}

async function headPosition(reader: pg.Pool): Promise<number> {
  const { rows } = await reader.query<{ position: string }>('SELECT position FROM event_store.head');
  return Number(rows[0]?.position);
}

/** If it fails, it does so where it is awaited, if the caller comes back for it. */
function readAhead(...range: Parameters<typeof readRows>): Promise<EventRow[]> {
  const rows = readRows(...range);
  rows.catch(() => undefined);
  return rows;
}

async function readRows(
  reader: pg.Pool | pg.ClientBase,
  after: number,
  upTo: number,
  types: readonly string[] | undefined,
): Promise<EventRow[]> {
  const { rows } = await reader.query<EventRow>({
    name: types ? 'event_store.read_log_of_types' : 'event_store.read_log',
    text: types ? READ_LOG_OF_TYPES : READ_LOG,
    values: types ? [after, upTo, types] : [after, upTo],
    rowMode: 'array',
    types: asText,
  });
  return rows;
}

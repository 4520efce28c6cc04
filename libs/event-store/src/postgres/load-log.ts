import type pg from 'pg';
import { LoadCheck } from '../check-load.js';
import type { StoredEvent } from '../event.js';
import type { EventCodec } from '../event-codec.js';
import { StoreError } from '../store-error.js';
import { inTransaction } from './transaction.js';

const EVENTS_A_CALL = 1_000;

/**
 * Takes over a complete log from elsewhere, with its positions and instants, in one transaction: all of it or nothing.
 * Refuses `not-empty`, and with `bad-request` the first event that could not have been written here. Idempotency keys
 * are not part of a log.
 *
 * @param owner connects as the owner of the schema: no other role may load
 * @param batches the events exactly as they were stored, in their order
 */
export async function loadLog(
  owner: pg.Pool,
  codec: EventCodec,
  batches: AsyncIterable<readonly StoredEvent[]> | Iterable<readonly StoredEvent[]>,
): Promise<void> {
  const check = new LoadCheck(codec, new Date());
  try {
    await inTransaction(owner, async (client) => {
      for await (const batch of batches)
        for (let start = 0; start < batch.length; start += EVENTS_A_CALL)
          await loadBatch(client, check, batch.slice(start, start + EVENTS_A_CALL));
    });
  } catch (error) {
    throw asStoreError(error);
  }
}

async function loadBatch(
  client: pg.ClientBase,
  check: LoadCheck,
  batch: readonly StoredEvent[],
): Promise<void> {
  const events = batch.map((event) => {
    const data = check.next(event);
    return `{${JSON.stringify({ ...event, data: undefined }).slice(1, -1)},"data":${data}}`;
  });
  await client.query('SELECT event_store.load($1)', [`[${events.join()}]`]);
}

/** The refusals that only the database can see. */
function asStoreError(error: unknown): unknown {
  const { code, message = '', detail } = error as { code?: string; message?: string; detail?: string };
  if (code === '55000') return new StoreError('not-empty', message);
  if (code === '22000') return new StoreError('bad-request', message);
  if (code === '23505') return new StoreError('duplicate-event-id', detail ?? message);
  return error;
}

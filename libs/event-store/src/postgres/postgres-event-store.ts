import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { checkedTime, checkIdempotency, checkPosition, checkStreamId } from '../check-request.js';
import type { StoredEvent } from '../event.js';
import type { EventCodec } from '../event-codec.js';
import { prepareRequest, type PreparedRequest } from '../prepared-request.js';
import { keyReused, unknownStream } from '../refusals.js';
import { StoreError } from '../store-error.js';
import type { AppendRequest, AppendResult, EventStore } from '../store.js';
import { appendBatch } from './append-batch.js';
import { repeatedResult, type EarlierResult } from './earlier-result.js';
import { GroupCommit, type Claims } from './group-commit.js';
import { Notifications } from './notifications.js';
import { isPassing } from './passing-trouble.js';
import { readLog, type LogRange } from './read-log.js';
import { asText, EVENT_COLUMNS, storedEvents, type EventRow } from './rows.js';

/** How long a subscriber waits for a notification before it looks for itself. */
const POLL_MS = 1_000;
/** How long a subscriber waits before it reads again after the connection was lost. */
const RETRY_MS = 250;

export interface PostgresEventStoreOptions {
  /** Connects as a role that may execute `event_store.append`. */
  readonly writer: pg.Pool;
  /** Connects as a role that may read. On a replica, subscribers go by their poll: it cannot LISTEN. */
  readonly reader: pg.Pool;
  readonly codec: EventCodec;
}

/** The log in PostgreSQL. The pools belong to the caller, who ends them after `close`. */
export class PostgresEventStore implements EventStore {
  readonly #reader: pg.Pool;
  readonly #codec: EventCodec;
  readonly #appends: GroupCommit<PreparedRequest & Claims, AppendResult>;
  readonly #notifications: Notifications;
  #closed = false;

  constructor({ writer, reader, codec }: PostgresEventStoreOptions) {
    this.#reader = reader;
    this.#codec = codec;
    this.#appends = new GroupCommit((batch) => appendBatch(writer, batch));
    this.#notifications = new Notifications(reader);
  }

  /**
   * Calls that arrive while others are being written go together in the next transaction. If the connection fails, all
   * requests of that transaction fail with its error, and it is open whether they were written: repeat them with an
   * idempotency key.
   */
  async append(request: AppendRequest): Promise<AppendResult> {
    if (this.#closed) throw new StoreError('closed', 'the store is closed');
    const prepared = prepareRequest(this.#codec, request);
    return this.#appends.submit({ ...prepared, ...claims(prepared) });
  }

  async resultOf(idempotency: { key: string; fingerprint: string }): Promise<AppendResult | undefined> {
    checkIdempotency(idempotency);
    const { rows } = await this.#reader.query<{ result: EarlierResult | null }>(
      'SELECT event_store.result_of($1) AS result',
      [idempotency.key],
    );
    if (!rows[0]?.result) return undefined;
    const result = repeatedResult(idempotency, rows[0].result);
    if (!result) throw keyReused(idempotency.key);
    return result;
  }

  async readStream(streamId: string, options: { upTo?: number } = {}): Promise<StoredEvent[]> {
    const events = (await this.readStreams([streamId], options)).get(streamId);
    if (!events) throw unknownStream(streamId);
    return events;
  }

  async readStreams(
    streamIds: readonly string[],
    { upTo = Number.MAX_SAFE_INTEGER }: { upTo?: number } = {},
  ): Promise<Map<string, StoredEvent[]>> {
    streamIds.forEach(checkStreamId);
    checkPosition(upTo);
    const { rows } = await this.#reader.query<EventRow>({
      name: 'event_store.read_streams',
      text: READ_STREAMS,
      values: [[...new Set(streamIds)], upTo],
      rowMode: 'array',
      types: asText,
    });
    const streams = new Map<string, StoredEvent[]>();
    for (const event of storedEvents(rows, this.#codec)) {
      const stream = streams.get(event.streamId);
      if (stream) stream.push(event);
      else streams.set(event.streamId, [event]);
    }
    for (const stream of streams.values()) stream.sort((a, b) => a.version - b.version);
    return streams;
  }

  readAll(range: LogRange = {}): AsyncGenerator<StoredEvent[]> {
    return readLog(this.#reader, this.#codec, range);
  }

  async *subscribe({ after, signal }: { after: number; signal: AbortSignal }): AsyncGenerator<StoredEvent[]> {
    const isEnded = () => signal.aborted || this.#closed;
    let position = after;
    while (!isEnded()) {
      try {
        for await (const batch of this.readAll({ after: position })) {
          if (isEnded()) return;
          position = batch.at(-1)?.position ?? position;
          yield batch;
        }
      } catch (error) {
        if (!isPassing(error)) throw error;
        await delay(RETRY_MS, undefined, { signal }).catch(() => undefined);
      }
      await this.#notifications.appended(position, signal, POLL_MS);
    }
  }

  async head(): Promise<{ position: number; recordedAt: string | null }> {
    const { rows } = await this.#reader.query<{ position: string; at: string | null }>(
      'SELECT position, event_store.instant(recorded_at) AS at FROM event_store.head',
    );
    return { position: Number(rows[0]?.position), recordedAt: rows[0]?.at ?? null };
  }

  async positionAt(instant: Date): Promise<number> {
    const { rows } = await this.#reader.query<{ position: string }>(
      'SELECT event_store.position_at(to_timestamp($1::float8 / 1000)) AS position',
      [Math.max(0, checkedTime(instant))],
    );
    return Number(rows[0]?.position);
  }

  /** Ends subscriptions, and waits for the requests that are under way. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([this.#appends.idle(), this.#notifications.close()]);
  }
}

// One look into the index a stream: OFFSET 0 keeps the planner from turning it round into a join with the whole log, and
// the addition from going through the positions. A stream is sorted afterwards; it nearly always comes in its order.
export const READ_STREAMS = `
  SELECT e.* FROM unnest($1::text[]) AS s(id) CROSS JOIN LATERAL (
    SELECT ${EVENT_COLUMNS} FROM event_store.event e WHERE e.stream_id = s.id AND e.position + 0 <= $2 OFFSET 0
  ) e`;

function claims({ writes, checks, idempotency, length }: PreparedRequest): Claims {
  const exclusive = writes.map(({ streamId }) => `stream ${streamId}`);
  for (const { events } of writes)
    for (const { eventId, idGiven } of events) if (idGiven) exclusive.push(`event ${eventId}`);
  if (idempotency) exclusive.push(`key ${idempotency.key}`);
  return { exclusive, shared: checks.map(({ streamId }) => `stream ${streamId}`), weight: length };
}

import { Bell } from '../bell.js';
import { LoadCheck } from '../check-load.js';
import { checkIdempotency, checkPosition, checkStreamId } from '../check-request.js';
import type { EventMetadata, StoredEvent } from '../event.js';
import type { EventCodec } from '../event-codec.js';
import { isMet } from '../expectation.js';
import { prepareRequest, type PreparedRequest } from '../prepared-request.js';
import { StoreError } from '../store-error.js';
import type { AppendRequest, AppendResult, EventStore } from '../store.js';
import { duplicateEventId, keyReused, unknownStream, wrongVersion } from '../refusals.js';

/** An event as text, so that no caller can change the log through a value that it was given. */
interface Row extends Omit<StoredEvent, 'data' | 'metadata'> {
  readonly data: string;
  readonly metadata: string;
}

/** The log in memory, for tests and for trying an import: it behaves as the one in PostgreSQL does. */
export class InMemoryEventStore implements EventStore {
  readonly #codec: EventCodec;
  readonly #clock: () => Date;
  readonly #log: Row[] = [];
  readonly #streams = new Map<string, Row[]>();
  readonly #eventIds = new Set<string>();
  readonly #results = new Map<string, { fingerprint: string; result: AppendResult }>();
  readonly #bell = new Bell();
  #closed = false;

  constructor({ codec, clock = () => new Date() }: { codec: EventCodec; clock?: () => Date }) {
    this.#codec = codec;
    this.#clock = clock;
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- a refusal is a rejection, as it is over a network
  async append(request: AppendRequest): Promise<AppendResult> {
    if (this.#closed) throw new StoreError('closed', 'the store is closed');
    const prepared = prepareRequest(this.#codec, request);
    const earlier = prepared.idempotency && this.#resultOf(prepared.idempotency);
    if (earlier) return earlier;
    this.#refuse(prepared);
    return this.#write(prepared);
  }

  // eslint-disable-next-line @typescript-eslint/require-await
  async resultOf(idempotency: { key: string; fingerprint: string }): Promise<AppendResult | undefined> {
    checkIdempotency(idempotency);
    return this.#resultOf(idempotency);
  }

  async readStream(streamId: string, options: { upTo?: number } = {}): Promise<StoredEvent[]> {
    const events = (await this.readStreams([streamId], options)).get(streamId);
    if (!events) throw unknownStream(streamId);
    return events;
  }

  // eslint-disable-next-line @typescript-eslint/require-await
  async readStreams(
    streamIds: readonly string[],
    { upTo = Number.MAX_SAFE_INTEGER }: { upTo?: number } = {},
  ): Promise<Map<string, StoredEvent[]>> {
    streamIds.forEach(checkStreamId);
    checkPosition(upTo);
    const streams = new Map<string, StoredEvent[]>();
    for (const streamId of streamIds) {
      const rows = (this.#streams.get(streamId) ?? []).filter(({ position }) => position <= upTo);
      if (rows.length > 0)
        streams.set(
          streamId,
          rows.map((row) => this.#decode(row)),
        );
    }
    return streams;
  }

  // eslint-disable-next-line @typescript-eslint/require-await
  async *readAll({
    after = 0,
    upTo = Number.MAX_SAFE_INTEGER,
    types,
    batchSize = 1000,
  }: { after?: number; upTo?: number; types?: readonly string[]; batchSize?: number } = {}): AsyncGenerator<
    StoredEvent[]
  > {
    checkPosition(after);
    checkPosition(upTo);
    let batch: StoredEvent[] = [];
    for (let index = after; index < Math.min(upTo, this.#log.length); index++) {
      const row = this.#log[index];
      if (!row || (types && !types.includes(row.type))) continue;
      batch.push(this.#decode(row));
      if (batch.length < batchSize) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }

  async *subscribe({ after, signal }: { after: number; signal: AbortSignal }): AsyncGenerator<StoredEvent[]> {
    let position = after;
    while (!signal.aborted && !this.#closed) {
      const batch = this.#log.slice(position, position + 1000).map((row) => this.#decode(row));
      position += batch.length;
      if (batch.length > 0) yield batch;
      else await this.#bell.wait(position, signal);
    }
  }

  // eslint-disable-next-line @typescript-eslint/require-await
  async head(): Promise<{ position: number; recordedAt: string | null }> {
    return { position: this.#log.length, recordedAt: this.#log.at(-1)?.recordedAt ?? null };
  }

  // eslint-disable-next-line @typescript-eslint/require-await
  async positionAt(instant: Date): Promise<number> {
    const at = instant.toISOString();
    return this.#log.findLastIndex(({ recordedAt }) => recordedAt <= at) + 1;
  }

  /** The whole log exactly as it is stored, to be handed to a load elsewhere. */
  all(): StoredEvent[] {
    return this.#log.map(parsed);
  }

  /** Takes over a complete log, with its positions and instants. Refuses `not-empty`, and a log that is not one. */
  async load(
    batches: AsyncIterable<readonly StoredEvent[]> | Iterable<readonly StoredEvent[]>,
  ): Promise<void> {
    if (this.#log.length > 0) throw new StoreError('not-empty', 'the log is not empty');
    const check = new LoadCheck(this.#codec, this.#clock());
    const rows: Row[] = [];
    const eventIds = new Set<string>();
    for await (const batch of batches)
      for (const event of batch) {
        const data = check.next(event);
        const eventId = event.eventId.toLowerCase();
        if (eventIds.has(eventId)) throw duplicateEventId(eventId);
        eventIds.add(eventId);
        rows.push({ ...event, eventId, data, metadata: JSON.stringify(event.metadata) });
      }
    for (const row of rows) this.#add(row);
    this.#bell.ring(this.#log.length);
  }

  // eslint-disable-next-line @typescript-eslint/require-await
  async close(): Promise<void> {
    this.#closed = true;
    this.#bell.ring(0);
  }

  #resultOf({ key, fingerprint }: { key: string; fingerprint: string }): AppendResult | undefined {
    const earlier = this.#results.get(key);
    if (!earlier) return undefined;
    if (earlier.fingerprint !== fingerprint) throw keyReused(key);
    return { ...earlier.result, repeated: true };
  }

  #refuse({ writes, checks }: PreparedRequest): void {
    for (const { events } of writes)
      for (const { eventId } of events) if (this.#eventIds.has(eventId)) throw duplicateEventId(eventId);
    for (const { streamId, expect } of [...writes, ...checks]) {
      const actual = this.#streams.get(streamId)?.length ?? 0;
      if (!isMet(expect, actual)) throw wrongVersion(streamId, expect, actual);
    }
  }

  #write({ writes, metadata, idempotency }: PreparedRequest): AppendResult {
    const first = this.#log.length + 1;
    const recordedAt = this.#nextInstant();
    const versions = new Map<string, number>();
    for (const { streamId, events } of writes)
      for (const { eventId, type, schemaVersion, json } of events) {
        const version = (this.#streams.get(streamId)?.length ?? 0) + 1;
        const position = this.#log.length + 1;
        this.#add({
          position,
          eventId,
          streamId,
          version,
          type,
          schemaVersion,
          data: json,
          metadata,
          recordedAt,
        });
        versions.set(streamId, version);
      }
    const result = {
      first,
      last: this.#log.length,
      recordedAt,
      versions: Object.fromEntries(versions),
      repeated: false,
    };
    if (idempotency) this.#results.set(idempotency.key, { fingerprint: idempotency.fingerprint, result });
    this.#bell.ring(this.#log.length);
    return result;
  }

  #nextInstant(): string {
    const now = this.#clock().toISOString();
    const last = this.#log.at(-1)?.recordedAt ?? '';
    return now > last ? now : last;
  }

  #add(row: Row): void {
    this.#log.push(row);
    this.#eventIds.add(row.eventId);
    const stream = this.#streams.get(row.streamId);
    if (stream) stream.push(row);
    else this.#streams.set(row.streamId, [row]);
  }

  #decode(row: Row): StoredEvent {
    return this.#codec.decode(parsed(row));
  }
}

function parsed(row: Row): StoredEvent {
  const metadata = JSON.parse(row.metadata) as EventMetadata;
  return { ...row, data: JSON.parse(row.data) as unknown, metadata };
}

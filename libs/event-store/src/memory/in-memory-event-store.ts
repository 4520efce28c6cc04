import { LoadCheck } from '../check-load.js';
import { checkedTime, checkIdempotency, checkPosition, checkStreamId } from '../check-request.js';
import type { StoredEvent } from '../event.js';
import type { EventCodec } from '../event-codec.js';
import { isMet } from '../expectation.js';
import { prepareRequest, type PreparedRequest } from '../prepared-request.js';
import { duplicateEventId, keyReused, unknownStream, wrongVersion } from '../refusals.js';
import { StoreError } from '../store-error.js';
import type { AppendRequest, AppendResult, EventStore } from '../store.js';
import { eventOf, MemoryLog, type Row } from './memory-log.js';

export interface InMemoryEventStoreOptions {
  readonly codec: EventCodec;
  readonly clock?: () => Date;
  /** A log to share with other stores. Left out: one of its own, empty. */
  readonly log?: MemoryLog;
}

/* eslint-disable @typescript-eslint/require-await -- a refusal is a rejection here too, as it is over a network */

/** The log in memory, for tests and for trying an import: it behaves as the one in PostgreSQL does. */
export class InMemoryEventStore implements EventStore {
  readonly log: MemoryLog;
  readonly #codec: EventCodec;
  readonly #clock: () => Date;
  #closed = false;

  constructor({ codec, clock = () => new Date(), log = new MemoryLog() }: InMemoryEventStoreOptions) {
    this.#codec = codec;
    this.#clock = clock;
    this.log = log;
  }

  async append(request: AppendRequest): Promise<AppendResult> {
    if (this.#closed) throw new StoreError('closed', 'the store is closed');
    const prepared = prepareRequest(this.#codec, request);
    const earlier = prepared.idempotency && this.#resultOf(prepared.idempotency);
    if (earlier) return earlier;
    this.#refuse(prepared);
    return this.#write(prepared);
  }

  async resultOf(idempotency: { key: string; fingerprint: string }): Promise<AppendResult | undefined> {
    checkIdempotency(idempotency);
    return this.#resultOf(idempotency);
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
    const streams = new Map<string, StoredEvent[]>();
    for (const streamId of streamIds) {
      const rows = (this.log.streams.get(streamId) ?? []).filter(({ position }) => position <= upTo);
      if (rows.length > 0) streams.set(streamId, this.#decode(rows));
    }
    return streams;
  }

  async *readAll({
    after = 0,
    upTo = Number.MAX_SAFE_INTEGER,
    types,
    batchSize = 1000,
  }: { after?: number; upTo?: number; types?: readonly string[]; batchSize?: number } = {}) {
    checkPosition(after);
    checkPosition(upTo);
    let batch: Row[] = [];
    for (let index = after; index < Math.min(upTo, this.log.rows.length); index++) {
      const row = this.log.rows[index];
      if (!row || (types && !types.includes(row.type))) continue;
      batch.push(row);
      if (batch.length < batchSize) continue;
      yield this.#decode(batch);
      batch = [];
    }
    if (batch.length > 0) yield this.#decode(batch);
  }

  async *subscribe({ after, signal }: { after: number; signal: AbortSignal }) {
    let position = after;
    while (!signal.aborted && !this.#closed) {
      const rows = this.log.rows.slice(position, position + 1000);
      position += rows.length;
      if (rows.length > 0) yield this.#decode(rows);
      else await this.log.bell.wait(position, signal);
    }
  }

  async head(): Promise<{ position: number; recordedAt: string | null }> {
    return { position: this.log.rows.length, recordedAt: this.log.rows.at(-1)?.recordedAt ?? null };
  }

  async positionAt(instant: Date): Promise<number> {
    const time = checkedTime(instant);
    return this.log.rows.findLastIndex(({ recordedAt }) => Date.parse(recordedAt) <= time) + 1;
  }

  /** The whole log exactly as it is stored, to be handed to a load elsewhere. */
  all(): StoredEvent[] {
    return this.log.rows.map(eventOf);
  }

  /** Takes over a complete log, with its positions and instants. Refuses `not-empty`, and a log that is not one. */
  async load(
    batches: AsyncIterable<readonly StoredEvent[]> | Iterable<readonly StoredEvent[]>,
  ): Promise<void> {
    if (this.log.rows.length > 0) throw new StoreError('not-empty', 'the log is not empty');
    const check = new LoadCheck(this.#codec, this.#clock());
    const rows = new Map<string, Row>();
    for await (const batch of batches)
      for (const event of batch) {
        const data = check.next(event);
        const eventId = event.eventId.toLowerCase();
        if (rows.has(eventId)) throw duplicateEventId(eventId);
        rows.set(eventId, { ...event, eventId, data, metadata: JSON.stringify(event.metadata) });
      }
    for (const row of rows.values()) this.log.add(row);
    this.log.bell.ring(this.log.rows.length);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.log.bell.ring(0);
  }

  #resultOf({ key, fingerprint }: { key: string; fingerprint: string }): AppendResult | undefined {
    const earlier = this.log.results.get(key);
    if (!earlier) return undefined;
    if (earlier.fingerprint !== fingerprint) throw keyReused(key);
    return { ...earlier.result, repeated: true };
  }

  #refuse({ writes, checks }: PreparedRequest): void {
    for (const { events } of writes)
      for (const { eventId } of events) if (this.log.eventIds.has(eventId)) throw duplicateEventId(eventId);
    for (const { streamId, expect } of [...writes, ...checks]) {
      const actual = this.log.versionOf(streamId);
      if (!isMet(expect, actual)) throw wrongVersion(streamId, expect, actual);
    }
  }

  #write({ writes, metadata, idempotency }: PreparedRequest): AppendResult {
    const first = this.log.rows.length + 1;
    const recordedAt = this.#nextInstant();
    for (const { streamId, events } of writes)
      for (const { eventId, type, schemaVersion, json } of events) {
        const position = this.log.rows.length + 1;
        const version = this.log.versionOf(streamId) + 1;
        this.log.add({
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
      }
    const last = this.log.rows.length;
    const versions = Object.fromEntries(
      writes.map(({ streamId }) => [streamId, this.log.versionOf(streamId)]),
    );
    const result = { first, last, recordedAt, versions, repeated: false };
    if (idempotency) this.log.results.set(idempotency.key, { fingerprint: idempotency.fingerprint, result });
    this.log.bell.ring(last);
    return result;
  }

  #nextInstant(): string {
    const now = this.#clock().toISOString();
    const last = this.log.rows.at(-1)?.recordedAt ?? '';
    return now > last ? now : last;
  }

  #decode(rows: readonly Row[]): StoredEvent[] {
    return rows.map((row) => this.#codec.decode(eventOf(row)));
  }
}

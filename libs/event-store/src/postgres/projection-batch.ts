import type pg from 'pg';
import type { EventCodec } from '../event-codec.js';
import type { StoredEvent } from '../event.js';
import { LiveDocuments, type ProjectionBinding } from './live-documents.js';
import { isPassing } from './passing-trouble.js';
import { readEvents } from './read-log.js';
import { inTransaction } from './transaction.js';

/** Where a projection stands in the log. */
export interface Place {
  readonly position: number;
  readonly head: number;
}

/** What came of trying to take a batch: nobody may take it now, or where the projection stands. */
export type BatchOutcome = 'held-by-another' | 'stopped' | Place;

/** A batch that was rolled back. */
export class BatchFailed extends Error {
  constructor(
    override readonly cause: unknown,
    /** The position before the batch. */
    readonly position: number,
    readonly eventCount: number,
    /** Whether it has nothing to do with the events: the connection, a deadlock, a full disk. */
    readonly isPassing: boolean,
  ) {
    super('a batch of a projection failed', { cause });
  }
}

/** Documents kept between batches, at most. */
const MOST_DOCUMENTS = 20_000;

const LOCK = `
  SELECT p.position, h.position AS head, p.failed_position IS NOT NULL AS stopped
  FROM event_store.projection p CROSS JOIN event_store.head h
  WHERE p.name = $1 AND p.version = $2 FOR UPDATE OF p SKIP LOCKED`;

const MOVE = `
  UPDATE event_store.projection
  SET position = $3, failed_position = NULL, failed_event_id = NULL, failure = NULL, failed_at = NULL
  WHERE name = $1 AND version = $2`;

/**
 * Takes one projection forward, a transaction a batch. The lock on the projection's row is the lease: whoever has it
 * is alone, and what it wrote and how far it came are committed together.
 */
export class ProjectionBatches<Doc> {
  #live: LiveDocuments<Doc> | undefined;

  constructor(
    private readonly pool: pg.Pool,
    private readonly codec: EventCodec,
    private readonly binding: ProjectionBinding<Doc>,
  ) {}

  /**
   * Takes up to so many events. Throws `BatchFailed`, with nothing changed.
   *
   * @param evenIfStopped tries again the event at which the projection stopped
   */
  async take(most: number, evenIfStopped: boolean): Promise<BatchOutcome> {
    const progress = { position: 0, eventCount: 0 };
    try {
      return await inTransaction(this.pool, (client) =>
        this.#takeLocked(client, most, evenIfStopped, progress),
      );
    } catch (error) {
      this.#live = undefined;
      throw new BatchFailed(error, progress.position, progress.eventCount, isPassing(error));
    }
  }

  async #takeLocked(
    client: pg.PoolClient,
    most: number,
    evenIfStopped: boolean,
    progress: { position: number; eventCount: number },
  ): Promise<BatchOutcome> {
    const { name, version, types } = this.binding.projection;
    const { rows } = await client.query<{ position: string; head: string; stopped: boolean }>(LOCK, [
      name,
      version,
    ]);
    if (!rows[0]) return 'held-by-another';
    const position = Number(rows[0].position);
    const head = Number(rows[0].head);
    if (rows[0].stopped && !evenIfStopped) return 'stopped';
    const upTo = Math.min(position + most, head);
    if (upTo <= position) return { position, head };
    Object.assign(progress, { position, eventCount: upTo - position });
    const events = await readEvents(client, this.codec, { after: position, upTo, types });
    await this.#save(client, position, upTo, events);
    await client.query(MOVE, [name, version, upTo]);
    return { position: upTo, head };
  }

  async #save(client: pg.PoolClient, position: number, upTo: number, events: StoredEvent[]): Promise<void> {
    const { table } = this.binding;
    if (!this.#live?.isAt(position)) this.#live = new LiveDocuments(this.binding, position);
    const changes = await this.#live.fold(client, events, upTo);
    if (changes.length > 0) await table.save(client, changes);
    this.#live.trim(MOST_DOCUMENTS);
  }
}

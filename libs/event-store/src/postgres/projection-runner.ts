import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import type { EventCodec } from '../event-codec.js';
import type { ProjectionBinding } from './live-documents.js';
import { Notifications } from './notifications.js';
import { BatchFailed, ProjectionBatches, type BatchOutcome, type Place } from './projection-batch.js';
import {
  enrol,
  projectionStatus,
  recordFailure,
  resumeProjection,
  waitForProjections,
  type ProjectionId,
  type ProjectionStatus,
} from './projection-state.js';

const POLL_MS = 1_000;
const RETRY_MS = 500;

export interface ProjectionRunnerOptions {
  /** Connects as the projector. Each projection uses one connection while it has something to do. */
  readonly pool: pg.Pool;
  readonly codec: EventCodec;
  readonly projections: readonly ProjectionBinding[];
  /** Ends the run after the batches under way. */
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: ProjectionId & Place) => void;
  /** Called when a batch failed for a reason that lies in no event, and before it is tried again. */
  readonly onTrouble?: (error: unknown, projection: ProjectionId) => void;
  /** Events a transaction, at most. */
  readonly batchSize?: number;
}

export interface ProjectionRunner {
  /** How far each has come, by whatever process. */
  status(): Promise<ProjectionStatus[]>;
  /** Waits until all have taken the log up to a position; false where one has not in time, or has stopped before it. */
  waitFor(position: number, timeoutMs: number): Promise<boolean>;
  /** Lets a projection that stopped at an event try it again. */
  resume(name: string): Promise<void>;
  /** Ends when the signal was aborted and everything under way is done. */
  readonly finished: Promise<void>;
}

/**
 * Keeps projections up with the log, each on its own, until the signal is aborted. Any number of processes may run the
 * same ones: each batch goes to whoever has the lock. An event that one of them cannot take stops that one only, with
 * everything before it taken and the error on record; it is tried again when the projection is resumed and when a
 * process starts.
 */
export function runProjections(options: ProjectionRunnerOptions): ProjectionRunner {
  const { pool, projections } = options;
  const ids = projections.map(({ projection: { name, version } }) => ({ name, version }));
  return {
    status: () => projectionStatus(pool, ids),
    waitFor: (position, timeoutMs) => waitForProjections(pool, ids, position, timeoutMs),
    async resume(name) {
      for (const id of ids) if (id.name === name) await resumeProjection(pool, id);
    },
    finished: run(options),
  };
}

async function run(options: ProjectionRunnerOptions): Promise<void> {
  const notifications = new Notifications(options.pool);
  await Promise.all(options.projections.map((binding) => new Running(options, binding, notifications).run()));
  await notifications.close();
}

class Running {
  readonly #batches: ProjectionBatches<unknown>;
  readonly #most: number;
  #size: number;
  /** Where the trouble was last seen to lie at or before. */
  #suspect = 0;
  #evenIfStopped = true;
  #enrolled = false;

  constructor(
    private readonly options: ProjectionRunnerOptions,
    private readonly binding: ProjectionBinding,
    private readonly notifications: Notifications,
  ) {
    this.#batches = new ProjectionBatches(options.pool, options.codec, binding);
    this.#most = options.batchSize ?? 5_000;
    this.#size = this.#most;
  }

  async run(): Promise<void> {
    while (!this.options.signal.aborted) {
      try {
        await this.#step();
      } catch (error) {
        await this.#afterFailure(error);
      }
    }
  }

  async #step(): Promise<void> {
    if (!this.#enrolled) await enrol(this.options.pool, [this.binding.projection]);
    this.#enrolled = true;
    const outcome = await this.#batches.take(this.#size, this.#evenIfStopped);
    if (typeof outcome === 'object') this.#report(outcome);
    await this.#pause(outcome);
  }

  #report({ position, head }: Place): void {
    const { name, version } = this.binding.projection;
    if (position >= this.#suspect) this.#size = this.#most;
    this.options.onProgress?.({ name, version, position, head });
  }

  /** Goes on at once while there is more; else waits for an append, or looks again after a while. */
  async #pause(outcome: BatchOutcome): Promise<void> {
    const known = typeof outcome === 'object' ? outcome.position : Number.MAX_SAFE_INTEGER;
    if (typeof outcome === 'object' && outcome.position < outcome.head) return;
    await this.notifications.appended(known, this.options.signal, POLL_MS);
  }

  /** Halves the batch until the event that cannot be taken is alone, and all before it are taken. */
  async #afterFailure(error: unknown): Promise<void> {
    if (!(error instanceof BatchFailed)) return this.#waitToRetry(error);
    if (error.isPassing || error.eventCount === 0) return this.#waitToRetry(error.cause);
    this.#suspect = error.position + error.eventCount;
    this.#size = Math.max(1, Math.floor(error.eventCount / 2));
    if (error.eventCount > 1) return;
    await recordFailure(this.options.pool, this.binding.projection, error.position, error.cause).catch(
      () => undefined,
    );
    this.#evenIfStopped = false;
  }

  async #waitToRetry(error: unknown): Promise<void> {
    const { name, version } = this.binding.projection;
    this.options.onTrouble?.(error, { name, version });
    await delay(RETRY_MS, undefined, { signal: this.options.signal }).catch(() => undefined);
  }
}

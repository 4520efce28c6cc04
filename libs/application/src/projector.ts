import { Logger } from '@nestjs/common';
import type pg from 'pg';
import { runProjections, type EventCodec, type ProjectionRunner, type ProjectionStatus } from '#event-store';
import { readModels } from '#read-models';

/** Keeps the read models up with the log for as long as the process runs. */
export class Projector {
  readonly #log = new Logger('projector');
  readonly #ending = new AbortController();
  #runner: ProjectionRunner | undefined;

  constructor(
    private readonly pool: pg.Pool,
    private readonly codec: EventCodec,
  ) {}

  /** Gives what runs; a second call changes nothing. */
  start(): ProjectionRunner {
    const { pool, codec } = this;
    this.#runner ??= runProjections({
      pool,
      codec,
      projections: readModels,
      signal: this.#ending.signal,
      onTrouble: (error, { name }) => {
        this.#log.warn(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      },
    });
    return this.#runner;
  }

  /** Waits until all have taken the log up to a position. Throws where one has stopped before it, or time is up. */
  async waitFor(position: number, timeoutMs: number): Promise<void> {
    const runner = this.start();
    if (await runner.waitFor(position, timeoutMs)) return;
    const stopped = (await runner.status()).find(({ failure }) => failure);
    throw new Error(
      stopped ? explain(stopped) : `the read models did not reach position ${String(position)} in time`,
    );
  }

  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#runner?.finished;
  }
}

const explain = ({ name, failure }: ProjectionStatus): string =>
  `${name} stopped at position ${String(failure?.position)}: ${failure?.message ?? ''}`;

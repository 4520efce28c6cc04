// Does the work of jobs in this process: one of a kind at a time for each account, ended where its account wants it ended
// in whatever process, and called interrupted where this process ends before it.
import { Logger, type OnModuleDestroy } from '@nestjs/common';
import type { Job } from './job.table.js';
import type { Jobs, Progress } from './jobs.js';

/** Why a job failed that was neither broken nor, like `abandoned`, found to be without a process. */
export const CANCELLED = 'cancelled';
export const INTERRUPTED = 'interrupted';

/** Says how far it is as often as it likes, and ends when `signal` is aborted. What it gives is the result of the job. */
export type Work = (progress: Progress, signal: AbortSignal) => Promise<unknown>;

/** How often progress is written down, and how soon the end of a job in another process is noticed. */
const TELL_EVERY_MS = 300;

export class JobRunner implements OnModuleDestroy {
  readonly #log = new Logger('jobs');
  readonly #running = new Map<
    string,
    { readonly ending: AbortController; readonly ended: Promise<unknown> }
  >();

  constructor(private readonly jobs: Jobs) {}

  /** Begins the work and does not wait for it. Where one of this kind is under way already, gives that one instead. */
  async begin(
    account: string,
    kind: string,
    params: unknown,
    work: Work,
  ): Promise<{ readonly job: Job; readonly begun: boolean }> {
    const { job, begun } = await this.jobs.begin(account, kind, params);
    if (begun) this.#start(job, work);
    return { job, begun };
  }

  /** Ends a job of the account that is under way; one that has ended stays as it is. */
  async cancel(account: string, id: string): Promise<void> {
    if (!(await this.jobs.find(account, id))) return;
    await this.jobs.fail(id, CANCELLED);
    this.#running.get(id)?.ending.abort(new Error(CANCELLED));
  }

  /** The process ends: what is under way ends first. */
  async onModuleDestroy(): Promise<void> {
    const running = [...this.#running];
    for (const [id, { ending }] of running) {
      await this.jobs.fail(id, INTERRUPTED).catch(() => undefined);
      ending.abort(new Error(INTERRUPTED));
    }
    await Promise.all(running.map(([, { ended }]) => ended));
  }

  #start({ account, id }: Job, work: Work): void {
    const ending = new AbortController();
    const ended = this.jobs
      .run(id, (progress) => work(this.#telling(account, id, progress, ending), ending.signal))
      .catch((error: unknown) => {
        // What became of it could not be written down: it will be found without a sign of life.
        this.#log.warn(error instanceof Error ? error.message : String(error));
      })
      .finally(() => this.#running.delete(id));
    this.#running.set(id, { ending, ended });
  }

  /** Writes progress down now and then, and looks whether the job has been ended from elsewhere. */
  #telling(account: string, id: string, progress: Progress, ending: AbortController): Progress {
    let last = -Infinity;
    return async (done, total) => {
      if (performance.now() - last < TELL_EVERY_MS && done !== total) return;
      await progress(done, total);
      if ((await this.jobs.find(account, id))?.state !== 'running') ending.abort(new Error(CANCELLED));
      last = performance.now();
    };
  }
}

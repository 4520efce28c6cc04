// Work that takes longer than an answer may: the page starts it, shows how far it is, and shows what came out.
import { randomUUID } from 'node:crypto';
import { In, type DataSource } from 'typeorm';
import type { Clock } from '../tokens.js';
import { JobEntity, type Job } from './job.table.js';
import { isUuid, storable, storableJson } from './origin.js';

/**
 * A process that works on a job says so this often; one that has not for as long as this is gone, and its job has failed.
 * Whoever waits for it is not shown a bar that stands still for longer, and may begin anew.
 */
const BEAT_MS = 3_000;
const SILENCE_MS = 20_000;

/** Says how far the work is: `done` of `total`, in what it counts; null while that is not known. */
export type Progress = (done: number, total?: number | null) => Promise<void>;

export class Jobs {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Queued; `run` (or `progress`) sets it to work. `params` and the result are anything that JSON can say. */
  async create<Params>(account: string, kind: string, params: Params): Promise<Job<Params>> {
    const job = this.queued(account, kind, params);
    await this.repository.insert(job as object);
    return job;
  }

  /**
   * As `create`, one at a time: where the account has a job of this kind under way, gives that one, and `begun` is false.
   * Of two that begin at once, in whatever processes, one does.
   */
  async begin(
    account: string,
    kind: string,
    params: unknown,
  ): Promise<{ readonly job: Job; readonly begun: boolean }> {
    await this.failAbandoned();
    return this.source.transaction(async (manager) => {
      await manager.query('select from accounts.account where id = $1 for update', [account]);
      const where = { account, kind, state: In(['queued', 'running']) };
      const under = await manager.findOneBy(JobEntity, where);
      if (under) return { job: under, begun: false };
      const job = this.queued(account, kind, params);
      await manager.insert(JobEntity, job as object);
      return { job, begun: true };
    });
  }

  /**
   * Does the work of a job in this process and writes down what comes of it: done with what the work gives, or failed
   * with the message of what it throws. Gives the job as it ends; never throws because of the work. A page need not
   * wait for it.
   */
  async run(id: string, work: (progress: Progress) => Promise<unknown>): Promise<Job | undefined> {
    await this.progress(id, 0);
    const beat = setInterval(() => void this.beat(id).catch(() => undefined), BEAT_MS).unref();
    try {
      await this.finish(id, await work((done, total) => this.progress(id, done, total)));
    } catch (error) {
      await this.fail(id, error instanceof Error ? error.message : String(error));
    } finally {
      clearInterval(beat);
    }
    return this.one(id);
  }

  /** The job runs, and is so far. `total` stays as it is where it is not given. */
  async progress(id: string, done: number, total?: number | null): Promise<void> {
    const changes = { done, ...(total !== undefined && { total }) };
    await this.change(id, { state: 'running', beatAt: this.clock(), ...changes });
  }

  /** What came out, as JSON; a job that has ended already stays as it is. */
  async finish(id: string, result: unknown): Promise<void> {
    await this.change(id, { state: 'done', result: storableJson(result ?? null), ...this.ended() });
  }

  async fail(id: string, error: string): Promise<void> {
    await this.change(id, { state: 'failed', error: storable(error).slice(0, 2000), ...this.ended() });
  }

  /** One of an account's own; undefined where there is none. One whose process is gone has failed: `abandoned`. */
  async find(account: string, id: string): Promise<Job | undefined> {
    if (!isUuid(id)) return undefined;
    await this.failAbandoned();
    return (await this.repository.findOneBy({ id, account })) ?? undefined;
  }

  /** The newest first: an account's own, of one kind where that is given. */
  async listOf(account: string, kind?: string, limit = 50): Promise<Job[]> {
    await this.failAbandoned();
    const where = { account, ...(kind !== undefined && { kind }) };
    return this.repository.find({ where, order: { createdAt: 'DESC', id: 'ASC' }, take: limit });
  }

  /** The newest first, whoever asked for them: for work that concerns everybody, such as a rebuild. */
  async listOfKind(kind: string, limit = 50): Promise<Job[]> {
    await this.failAbandoned();
    return this.repository.find({ where: { kind }, order: { createdAt: 'DESC', id: 'ASC' }, take: limit });
  }

  /** Jobs whose process has died have failed. Asked for with every reading. */
  async failAbandoned(): Promise<void> {
    const now = this.clock();
    await this.source.query(
      `update accounts.job set state = 'failed', error = 'abandoned', finished_at = $1
       where state in ('queued', 'running') and beat_at <= $2`,
      [now, new Date(now.getTime() - SILENCE_MS)],
    );
  }

  private queued<Params>(account: string, kind: string, params: Params): Job<Params> {
    const now = this.clock();
    return {
      id: randomUUID(),
      kind,
      account,
      params: storableJson(params),
      state: 'queued',
      done: 0,
      total: null,
      result: null,
      error: null,
      createdAt: now,
      beatAt: now,
      finishedAt: null,
    };
  }

  private ended = () => ({ beatAt: this.clock(), finishedAt: this.clock() });

  private beat(id: string): Promise<void> {
    return this.change(id, { beatAt: this.clock() });
  }

  private async change(id: string, to: object): Promise<void> {
    await this.repository
      .createQueryBuilder()
      .update()
      .set(to)
      .where({ id })
      .andWhere("state in ('queued', 'running')")
      .execute();
  }

  private async one(id: string): Promise<Job | undefined> {
    return (await this.repository.findOneBy({ id })) ?? undefined;
  }

  private get repository() {
    return this.source.getRepository(JobEntity);
  }
}

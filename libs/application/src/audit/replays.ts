// Replays that an auditor asks for: the work of a job, which goes on while its page is closed.
import type { Difference } from '#read-models';
import type { JobRunner } from '../accounts/job-runner.js';
import type { Job } from '../accounts/job.table.js';
import type { Register } from '../open-register.js';
import { replayAndCompare, type ReplayTotals } from './replay-register.js';
import { Standings, type StandingThen } from './standings.js';

/** The kind of these jobs. */
export const REPLAY = 'replay';

export interface ReplayParams {
  /** One of which the live tables have taken in all. */
  readonly position: number;
  /** The instant that led to the position; null where the position was given. */
  readonly knownAt: string | null;
  /** The body whose lines alone are folded and compared; null for all. */
  readonly body: string | null;
  /** The day for which the standings are told. */
  readonly asOf: string;
}

export interface ReplayResult extends ReplayTotals {
  /** Rows in which the live table differs, and the first of them. */
  readonly differing: number;
  readonly differences: readonly Difference[];
  /** Memberships with a standing on the day, and the first of them by body and state. */
  readonly standing: number;
  readonly standings: readonly StandingThen[];
  readonly counts: ReturnType<Standings['counts']>;
}

export type ReplayJob = Job<ReplayParams, ReplayResult>;

/** What of a result is kept in the job: more of it, nobody reads in a page. */
const MOST_DIFFERENCES = 500;
const MOST_STANDINGS = 5000;

export class Replays {
  constructor(
    private readonly register: Pick<Register, 'log' | 'reader'>,
    private readonly runner: JobRunner,
  ) {}

  /** Begins a replay for an account; where one is under way already, gives that one and `begun` is false. */
  async begin(account: string, params: ReplayParams): Promise<{ job: Job; begun: boolean }> {
    return this.runner.begin(account, REPLAY, params, async (progress, signal): Promise<ReplayResult> => {
      const standings = new Standings(params.asOf);
      const differences: Difference[] = [];
      let differing = 0;
      const totals = await replayAndCompare(
        this.register,
        params.position,
        {
          progress,
          line: (line) => standings.add(line),
          difference: (difference) => {
            if (++differing <= MOST_DIFFERENCES) differences.push(difference);
          },
        },
        { body: params.body ?? undefined, signal },
      );
      return {
        ...totals,
        differing,
        differences,
        ...standings.first(MOST_STANDINGS),
        counts: standings.counts(),
      };
    });
  }
}

import { EntitySchema } from 'typeorm';
import { ofAccount } from './account.table.js';

export type JobState = 'queued' | 'running' | 'done' | 'failed';

/** Work that takes longer than an answer may. */
export interface Job<Params = unknown, Result = unknown> {
  readonly id: string;
  /** Which work: the page that starts it knows. */
  readonly kind: string;
  /** Who asked for it. */
  readonly account: string;
  readonly params: Params;
  readonly state: JobState;
  /** How much is done, of how much where that is known (null: not yet); what is counted is up to the work. */
  readonly done: number;
  readonly total: number | null;
  /** What came out, once it is done. */
  readonly result: Result | null;
  /** Why it failed; `abandoned` where the process that did it is gone. */
  readonly error: string | null;
  readonly createdAt: Date;
  readonly beatAt: Date;
  readonly finishedAt: Date | null;
}

export const JobEntity = new EntitySchema<Job>({
  name: 'job',
  schema: 'accounts',
  columns: {
    id: { type: 'uuid', primary: true },
    kind: { type: 'text', collation: 'C' },
    account: { type: 'uuid' },
    params: { type: 'jsonb' },
    state: { type: 'text', collation: 'C' },
    done: { type: 'integer', default: 0 },
    total: { type: 'integer', nullable: true },
    result: { type: 'jsonb', nullable: true },
    error: { type: 'text', nullable: true },
    createdAt: { type: 'timestamptz', name: 'created_at' },
    beatAt: { type: 'timestamptz', name: 'beat_at' },
    finishedAt: { type: 'timestamptz', name: 'finished_at', nullable: true },
  },
  indices: [{ name: 'job_of_account', columns: ['account', 'createdAt'] }],
  checks: [{ name: 'job_state_known', expression: "state in ('queued', 'running', 'done', 'failed')" }],
  foreignKeys: [ofAccount('job_account')],
});

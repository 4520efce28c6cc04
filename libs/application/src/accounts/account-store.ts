// Everything about accounts over one connection: the web, the command line and the tests build it here.
import type { DataSource } from 'typeorm';
import type { Clock } from '../tokens.js';
import { AccountLog } from './account-log.js';
import { AccountEntity } from './account.table.js';
import { Accounts } from './accounts.js';
import { DraftEntity } from './draft.table.js';
import { Drafts } from './drafts.js';
import { JobEntity } from './job.table.js';
import { Jobs } from './jobs.js';
import { LinkEntity } from './link.table.js';
import { Links } from './links.js';
import { LogEntity } from './log.table.js';
import { SessionEntity } from './session.table.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';
import { Throttle } from './throttle.js';
import { ThrottleEntity } from './throttle.table.js';

export const accountEntities = [
  AccountEntity,
  SessionEntity,
  LogEntity,
  ThrottleEntity,
  LinkEntity,
  DraftEntity,
  JobEntity,
];

export interface AccountStore {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  readonly links: Links;
  readonly drafts: Drafts;
  readonly jobs: Jobs;
  readonly log: AccountLog;
}

/** `source` connects as chancery_accounts; the clock gives the time of everything that is written. */
export function accountStore(source: DataSource, clock: Clock): AccountStore {
  const log = new AccountLog(source, clock);
  const accounts = new Accounts(source, clock, log);
  const sessions = new Sessions(source, clock, log);
  return {
    accounts,
    sessions,
    signIn: new SignIn(source, accounts, sessions, new Throttle(source, clock), log),
    links: new Links(source, clock, accounts, log),
    drafts: new Drafts(source, clock),
    jobs: new Jobs(source, clock),
    log,
  };
}

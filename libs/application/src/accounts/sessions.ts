// Sessions: a token that the browser holds, and a row that can be ended at any time.
import { randomUUID } from 'node:crypto';
import { Not, type DataSource } from 'typeorm';
import type { Clock } from '../tokens.js';
import type { AccountLog } from './account-log.js';
import { AccountEntity, type Account } from './account.table.js';
import { isUuid, keptOrigin, type Origin } from './origin.js';
import { hashOfToken, newToken } from './secrets.js';
import { SessionEntity, type Session, type SessionRow } from './session.table.js';

const MINUTE = 60_000;

/** A session that is not used for 30 minutes ends, and each ends 12 hours after it began. */
export const IDLE_MS = 30 * MINUTE;
export const ABSOLUTE_MS = 12 * 60 * MINUTE;

/** Seen again within this time, it is not written down again. */
const SEEN_MS = MINUTE / 2;

export interface OpenSession {
  /** What the cookie holds; it is in no other place. */
  readonly token: string;
  readonly session: Session;
}

/** Whose session it is. */
export interface Visitor {
  readonly session: Session;
  readonly account: Account;
}

export class Sessions {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly log: AccountLog,
  ) {}

  /** A new session with a new token, always: a token known before the sign-in is worth nothing after it. */
  async open(account: string, origin: Origin): Promise<OpenSession> {
    const token = newToken();
    const now = this.clock();
    const { address, userAgent } = keptOrigin(origin);
    const session: Session = {
      id: randomUUID(),
      account,
      csrf: newToken(),
      createdAt: now,
      lastSeenAt: now,
      address,
      userAgent,
    };
    await this.sweep(now);
    await this.repository.insert({ ...session, tokenHash: hashOfToken(token) });
    return { token, session };
  }

  /** Who holds this token; undefined where it is unknown, ended, too old, or its account disabled. */
  async find(token: string): Promise<Visitor | undefined> {
    const now = this.clock();
    const session = await this.repository.findOneBy({ tokenHash: hashOfToken(token) });
    if (!session || !isAlive(session, now)) return undefined;
    const account = await this.source
      .getRepository(AccountEntity)
      .findOneBy({ id: session.account, disabled: false });
    if (!account) return undefined;
    if (now.getTime() - session.lastSeenAt.getTime() >= SEEN_MS) {
      await this.repository.update({ id: session.id }, { lastSeenAt: now });
    }
    return { session, account };
  }

  /** Those that can still be used, the last used first. */
  async listOf(account: string): Promise<Session[]> {
    if (!isUuid(account)) return [];
    const sessions = await this.repository.find({ where: { account }, order: { lastSeenAt: 'DESC' } });
    const now = this.clock();
    return sessions.filter((session) => isAlive(session, now));
  }

  /** Ends one of an account's sessions; gives whether there was one. */
  async end(
    account: string,
    id: string,
    origin: Origin,
    event: 'session-ended' | 'signed-out' = 'session-ended',
  ): Promise<boolean> {
    if (!isUuid(account) || !isUuid(id)) return false;
    const { affected } = await this.repository.delete({ account, id });
    if (affected !== 1) return false;
    await this.log.add(event, account, origin);
    return true;
  }

  /** Ends all sessions of an account, but for one where that is given; gives how many there were. */
  async endAll(account: string, origin: Origin, except?: string): Promise<number> {
    if (!isUuid(account)) return 0;
    const { affected } = await this.repository.delete({ account, ...(except && { id: Not(except) }) });
    if (affected) await this.log.add('session-ended', account, origin, { sessions: affected });
    return affected ?? 0;
  }

  private get repository() {
    return this.source.getRepository<SessionRow>(SessionEntity);
  }

  /** Takes away what can no longer be used. */
  private async sweep(now: Date): Promise<void> {
    await this.source.query('delete from accounts.session where last_seen_at <= $1 or created_at <= $2', [
      new Date(now.getTime() - IDLE_MS),
      new Date(now.getTime() - ABSOLUTE_MS),
    ]);
  }
}

const isAlive = ({ createdAt, lastSeenAt }: Session, now: Date): boolean =>
  now.getTime() - lastSeenAt.getTime() < IDLE_MS && now.getTime() - createdAt.getTime() < ABSOLUTE_MS;

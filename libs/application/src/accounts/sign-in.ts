// Signing in and out: the same answer, in the same time, whether a name is known or not.
import type { DataSource } from 'typeorm';
import { normalName } from './account-fields.js';
import type { AccountLog } from './account-log.js';
import type { Accounts } from './accounts.js';
import { AccountRefused } from './account-refused.js';
import { AccountEntity, type Account } from './account.table.js';
import type { Origin } from './origin.js';
import { isPassword } from './passwords.js';
import type { OpenSession, Sessions, Visitor } from './sessions.js';
import type { Throttle } from './throttle.js';

/** What came of an attempt. Why it was refused nobody is told; the log of accounts knows. */
export type Admitted = { readonly outcome: 'signed-in'; readonly account: Account } & OpenSession;
export type Attempt =
  | Admitted
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'throttled'; readonly retryAfterSeconds: number };

/** What an OpenID provider has signed of somebody. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** Only where the provider says that it has verified it. */
  readonly verifiedEmail?: string;
}

export class SignIn {
  constructor(
    private readonly source: DataSource,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly throttle: Throttle,
    private readonly log: AccountLog,
  ) {}

  async withPassword(name: string, password: string, origin: Origin): Promise<Attempt> {
    const normal = normalName(name).slice(0, 200);
    const retryAfterSeconds = await this.throttle.take(normal, origin.address);
    const account = await this.accounts.findByName(normal);
    if (retryAfterSeconds > 0) {
      await this.log.add('sign-in-throttled', account?.id ?? null, origin);
      return { outcome: 'throttled', retryAfterSeconds };
    }
    const right = await isPassword(password, await this.hashOf(normal));
    if (!account || !right || account.disabled) return this.refuse(account, origin, { means: 'password' });
    return this.admit(account, origin, 'password');
  }

  /**
   * By subject where an account is linked; else an account that an admin gave the verified e-mail address, and that is
   * linked to nobody yet, becomes theirs. Nobody gets an account by having one at the provider.
   */
  async withIdentity({ issuer, subject, verifiedEmail }: Identity, origin: Origin): Promise<Attempt> {
    const known = await this.accounts.findByOidc(issuer, subject);
    const account = known ?? (verifiedEmail ? await this.accounts.findByEmail(verifiedEmail) : undefined);
    if (!account || account.disabled) return this.refuse(account, origin, { means: 'oidc', issuer });
    if (!known) {
      try {
        await this.accounts.linkOidc(account.id, issuer, subject, origin);
      } catch (error) {
        if (error instanceof AccountRefused) return this.refuse(account, origin, { means: 'oidc', issuer });
        throw error;
      }
    }
    return this.admit(account, origin, 'oidc');
  }

  /** After a password was chosen: whoever could choose it is in. */
  byLink(account: Account, origin: Origin): Promise<Admitted> {
    return this.admit(account, origin, 'password-chosen');
  }

  async out({ account, session }: Visitor, origin: Origin): Promise<void> {
    await this.sessions.end(account.id, session.id, origin, 'signed-out');
  }

  /** Whether this is the password of an account that is signed in already; counted like an attempt to sign in. */
  async confirms({ name }: Account, password: string, origin: Origin): Promise<boolean> {
    if ((await this.throttle.take(name, origin.address)) > 0) return false;
    const right = await isPassword(password, await this.hashOf(name));
    if (right) await this.throttle.forget(name);
    return right;
  }

  private async admit(account: Account, origin: Origin, means: string): Promise<Admitted> {
    await this.throttle.forget(account.name);
    const opened = await this.sessions.open(account.id, origin);
    await this.log.add('signed-in', account.id, origin, { means });
    return { outcome: 'signed-in', account, ...opened };
  }

  private async refuse(
    account: Account | undefined,
    origin: Origin,
    detail: Readonly<Record<string, unknown>>,
  ): Promise<Attempt> {
    const why = account?.disabled ? { ...detail, disabled: true } : detail;
    await this.log.add('sign-in-failed', account?.id ?? null, origin, why);
    return { outcome: 'refused' };
  }

  private async hashOf(name: string): Promise<string | null | undefined> {
    const row = await this.source
      .getRepository(AccountEntity)
      .findOne({ where: { name }, select: { id: true, passwordHash: true } });
    return row?.passwordHash;
  }
}

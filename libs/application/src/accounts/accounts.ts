// Who may sign in, and what they may do then.
import { randomUUID } from 'node:crypto';
import { QueryFailedError, type DataSource, type EntityManager, type FindOptionsWhere } from 'typeorm';
import type { Clock } from '../tokens.js';
import { checkedDisplayName, checkedEmail, checkedName, normalName } from './account-fields.js';
import type { AccountLog } from './account-log.js';
import { AccountRefused, type AccountRefusal } from './account-refused.js';
import { AccountEntity, type Account, type AccountRole, type AccountRow } from './account.table.js';
import type { LogEvent } from './log.table.js';
import { isUuid, type Origin } from './origin.js';
import { hashPassword } from './passwords.js';
import { SessionEntity } from './session.table.js';

export interface NewAccount {
  readonly name: string;
  readonly displayName: string;
  readonly roles: readonly AccountRole[];
  readonly email?: string | null;
  /** Without one they need a link, or a provider, to get in. */
  readonly password?: string;
}

/** All that changes an account throws an `AccountRefused` where it may not be, and is on the log of accounts. */
export class Accounts {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly log: AccountLog,
  ) {}

  /** By name. */
  list(): Promise<Account[]> {
    return this.source.getRepository(AccountEntity).find({ order: { name: 'ASC' } });
  }

  async find(id: string): Promise<Account | undefined> {
    return isUuid(id) ? this.one({ id }) : undefined;
  }

  /** Whatever case it is given in. */
  findByName(name: string): Promise<Account | undefined> {
    return this.one({ name: normalName(name) });
  }

  findByEmail(email: string): Promise<Account | undefined> {
    return this.one({ email: normalName(email) });
  }

  findByOidc(oidcIssuer: string, oidcSubject: string): Promise<Account | undefined> {
    return this.one({ oidcIssuer, oidcSubject });
  }

  /** Whether there is anybody who can let others in. */
  async hasAdmin(manager: EntityManager = this.source.manager): Promise<boolean> {
    return (await admins(manager)).length > 0;
  }

  async add(account: NewAccount, origin: Origin, manager?: EntityManager): Promise<Account> {
    const row: AccountRow = {
      id: randomUUID(),
      name: checkedName(account.name),
      displayName: checkedDisplayName(account.displayName),
      roles: [...new Set(account.roles)].sort(),
      disabled: false,
      email: checkedEmail(account.email),
      passwordHash: account.password === undefined ? null : await hashPassword(account.password),
      oidcIssuer: null,
      oidcSubject: null,
      createdAt: this.clock(),
    };
    const insert = async (within: EntityManager) => {
      await within.insert(AccountEntity, row).catch(refuseTaken);
      await this.log.add('account-added', row.id, origin, { roles: row.roles }, within);
    };
    await (manager ? insert(manager) : this.source.transaction(insert));
    const { passwordHash: _, ...added } = row;
    return added;
  }

  async setRoles(id: string, roles: readonly AccountRole[], origin: Origin): Promise<void> {
    const sorted = [...new Set(roles)].sort();
    await this.change(id, { roles: sorted }, 'roles-set', origin, { roles: sorted });
  }

  /** Ends what sessions there are, at once. */
  async disable(id: string, origin: Origin): Promise<void> {
    await this.change(id, { disabled: true }, 'disabled', origin);
  }

  async enable(id: string, origin: Origin): Promise<void> {
    await this.change(id, { disabled: false }, 'enabled', origin);
  }

  /** The address by which a provider may name them the first time; null for none. */
  async setEmail(id: string, email: string | null, origin: Origin): Promise<void> {
    await this.change(id, { email: checkedEmail(email) }, 'email-set', origin);
  }

  /** Ends all sessions: whoever knew the old one is out. */
  async setPassword(id: string, password: string, origin: Origin, manager?: EntityManager): Promise<void> {
    const passwordHash = await hashPassword(password);
    await this.change(id, { passwordHash }, 'password-set', origin, {}, manager);
  }

  /** From now on this account is who the provider says it is. Refuses an account that is linked already. */
  async linkOidc(id: string, oidcIssuer: string, oidcSubject: string, origin: Origin): Promise<void> {
    await this.source.transaction(async (manager) => {
      const { affected } = await manager
        .createQueryBuilder()
        .update(AccountEntity)
        .set({ oidcIssuer, oidcSubject })
        .where({ id })
        .andWhere('oidc_subject is null')
        .execute()
        .catch(refuseTaken);
      if (affected !== 1) throw new AccountRefused('oidc-taken');
      await this.log.add('oidc-linked', id, origin, { issuer: oidcIssuer }, manager);
    });
  }

  private async one(where: FindOptionsWhere<Account>): Promise<Account | undefined> {
    return (await this.source.getRepository(AccountEntity).findOneBy(where)) ?? undefined;
  }

  private async change(
    id: string,
    to: Partial<AccountRow>,
    event: LogEvent,
    origin: Origin,
    detail = {},
    manager?: EntityManager,
  ): Promise<void> {
    if (!isUuid(id)) throw new AccountRefused('unknown-account');
    const change = async (within: EntityManager) => {
      const before = await admins(within);
      const { affected } = await within.update(AccountEntity, { id }, to).catch(refuseTaken);
      if (affected !== 1) throw new AccountRefused('unknown-account');
      if (before.length > 0 && !(await this.hasAdmin(within))) throw new AccountRefused('last-admin');
      if (to.disabled === true || to.passwordHash) await within.delete(SessionEntity, { account: id });
      await this.log.add(event, id, origin, detail, within);
    };
    await (manager ? change(manager) : this.source.transaction(change));
  }
}

/** Those who can let others in, locked in one order, so that two cannot take the role from each other at once. */
async function admins(manager: EntityManager): Promise<{ id: string }[]> {
  return manager.query<{ id: string }[]>(
    "select id from accounts.account where 'admin' = any(roles) and not disabled order by id for update",
  );
}

const TAKEN: Readonly<Record<string, AccountRefusal>> = {
  account_name: 'name-taken',
  account_email: 'email-taken',
  account_oidc: 'oidc-taken',
};

function refuseTaken(error: unknown): never {
  const { constraint } = (error instanceof QueryFailedError ? error.driverError : {}) as {
    constraint?: string;
  };
  const code = TAKEN[constraint ?? ''];
  throw code === undefined ? error : new AccountRefused(code);
}

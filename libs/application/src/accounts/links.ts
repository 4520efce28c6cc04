// Links that may be used once, instead of passwords that somebody else has chosen.
import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '../tokens.js';
import type { AccountLog } from './account-log.js';
import { AccountRefused } from './account-refused.js';
import { AccountEntity, type Account } from './account.table.js';
import type { Accounts, NewAccount } from './accounts.js';
import { LinkEntity, type LinkKind, type LinkRow } from './link.table.js';
import type { Origin } from './origin.js';
import { hashPassword } from './passwords.js';
import { hashOfToken, newToken } from './secrets.js';

const HOUR = 3_600_000;

/** How long each can be used. */
export const LINK_MS: Readonly<Record<LinkKind, number>> = {
  'set-up': 24 * HOUR,
  invitation: 7 * 24 * HOUR,
  reset: 24 * HOUR,
};

export class Links {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly accounts: Accounts,
    private readonly log: AccountLog,
  ) {}

  /** Gives the token of a link that makes the first admin, and lets earlier ones go; undefined where there is an admin. */
  async forSetUp(): Promise<string | undefined> {
    if (await this.accounts.hasAdmin()) return undefined;
    return this.source.transaction(async (manager) => {
      await manager.delete(LinkEntity, { kind: 'set-up' });
      return this.make('set-up', null, manager);
    });
  }

  /**
   * Gives the token of a link by which the account's owner chooses a password, once, and lets the account's earlier
   * links go. An invitation can be used for seven days, a reset for one. It can be shown only now.
   */
  async forAccount(kind: 'invitation' | 'reset', account: string, origin: Origin): Promise<string> {
    if (!(await this.accounts.find(account))) throw new AccountRefused('unknown-account');
    return this.source.transaction(async (manager) => {
      await manager.delete(LinkEntity, { account });
      await this.log.add('link-made', account, origin, { kind }, manager);
      return this.make(kind, account, manager);
    });
  }

  /** What a link is for; undefined where it can not be used, whatever the reason. */
  async find(token: string): Promise<{ kind: LinkKind; account: Account | null } | undefined> {
    const link = await this.source.getRepository(LinkEntity).findOneBy({ tokenHash: hashOfToken(token) });
    if (!link || link.usedAt || link.expiresAt <= this.clock()) return undefined;
    if (link.account === null)
      return (await this.accounts.hasAdmin()) ? undefined : { kind: link.kind, account: null };
    const account = await this.accounts.find(link.account);
    return account && !account.disabled ? { kind: link.kind, account } : undefined;
  }

  /** Makes the first account, an admin. Refused (`dead-link`), or for what it was given, the link stays as it was. */
  async setUp(
    token: string,
    account: Omit<NewAccount, 'roles'> & { readonly password: string },
    origin: Origin,
  ): Promise<Account> {
    return this.source.transaction(async (manager) => {
      const link = await this.use(token, manager);
      if (link.kind !== 'set-up') throw new AccountRefused('dead-link');
      // Two links, or two tabs: the first one makes the admin.
      await manager.query('lock table accounts.account in share row exclusive mode');
      if (await this.accounts.hasAdmin(manager)) throw new AccountRefused('set-up-done');
      return this.accounts.add({ ...account, roles: ['admin'] }, origin, manager);
    });
  }

  /** Sets the password of the account that the link names, and ends its sessions. */
  async choosePassword(token: string, password: string, origin: Origin): Promise<Account> {
    // Before the link is used: it takes time, and may be refused.
    await hashPassword(password);
    return this.source.transaction(async (manager) => {
      const { account: id } = await this.use(token, manager);
      const account = id && (await manager.findOneBy(AccountEntity, { id, disabled: false }));
      if (!account) throw new AccountRefused('dead-link');
      await this.accounts.setPassword(account.id, password, origin, manager);
      return account;
    });
  }

  private async make(kind: LinkKind, account: string | null, manager: EntityManager): Promise<string> {
    const token = newToken();
    const createdAt = this.clock();
    const expiresAt = new Date(createdAt.getTime() + LINK_MS[kind]);
    const tokenHash = hashOfToken(token);
    await manager.insert(LinkEntity, { tokenHash, kind, account, createdAt, expiresAt, usedAt: null });
    return token;
  }

  /** One use wins, whoever else tries at the same instant. */
  private async use(token: string, manager: EntityManager): Promise<LinkRow> {
    const now = this.clock();
    const where = { tokenHash: hashOfToken(token) };
    const { affected } = await manager
      .createQueryBuilder()
      .update(LinkEntity)
      .set({ usedAt: now })
      .where(where)
      .andWhere('used_at is null and expires_at > :now', { now })
      .execute();
    const link = affected === 1 ? await manager.findOneBy(LinkEntity, where) : null;
    if (!link) throw new AccountRefused('dead-link');
    return link;
  }
}

// The log of accounts: only added to, read by admins.
import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '../tokens.js';
import { LogEntity, type LogEvent, type LogRow } from './log.table.js';
import { isUuid, keptOrigin, storableJson, type Origin } from './origin.js';

export interface LogQuery {
  readonly account?: string;
  readonly event?: LogEvent;
  /** Older than the entry with this id. */
  readonly before?: string;
  readonly limit: number;
}

export class AccountLog {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Adds an entry, inside a transaction where one is given. */
  async add(
    event: LogEvent,
    account: string | null,
    origin: Origin,
    detail: Readonly<Record<string, unknown>> = {},
    manager: EntityManager = this.source.manager,
  ): Promise<void> {
    const kept: object = storableJson(detail);
    await manager.insert(LogEntity, {
      at: this.clock(),
      event,
      account,
      ...keptOrigin(origin),
      detail: kept,
    });
  }

  /** The newest first. An account that there is not has none. */
  async list({ account, event, before, limit }: LogQuery): Promise<LogRow[]> {
    if (account !== undefined && !isUuid(account)) return [];
    const query = this.source
      .getRepository(LogEntity)
      .createQueryBuilder('log')
      .orderBy('log.id', 'DESC')
      .take(limit);
    if (account !== undefined) query.andWhere('log.account = :account', { account });
    if (event !== undefined) query.andWhere('log.event = :event', { event });
    if (before !== undefined && /^\d{1,18}$/.test(before)) query.andWhere('log.id < :before', { before });
    return query.getMany();
  }
}

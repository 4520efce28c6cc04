import type { MigrationInterface, QueryRunner } from 'typeorm';
import { accountsSql } from '../accounts/accounts-sql.js';

/** Accounts, their sessions, drafts and jobs. */
export class Accounts1790000000000 implements MigrationInterface {
  name = 'Accounts1790000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of accountsSql()) await runner.query(statement);
  }

  /** The log of accounts is never taken back. */
  down(): Promise<void> {
    return Promise.reject(new Error('A migration of the register goes forward only.'));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { eventStoreSql } from '#event-store';
import { readModelSql } from '#read-models';
import { archiveSql } from '../archive/archive-sql.js';

/** The log, its functions, guards and roles, and the first read models. */
export class TheFirstRegister1769000000000 implements MigrationInterface {
  name = 'TheFirstRegister1769000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...eventStoreSql(), ...readModelSql(), ...archiveSql()])
      await runner.query(statement);
  }

  /** The log is never taken back. */
  down(): Promise<void> {
    return Promise.reject(new Error('A migration of the register goes forward only.'));
  }
}

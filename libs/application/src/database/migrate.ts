// Brings the schema of the database to that of this program, forward from any released state.
import { DataSource } from 'typeorm';
import { SteadyClient } from '#event-store';
import { entities } from '#read-models';
import { accountEntities } from '../accounts/account-store.js';
import { TheFirstRegister1769000000000 } from '../migrations/1769000000000-the-first-register.js';
import { Accounts1790000000000 } from '../migrations/1790000000000-accounts.js';
import { StartError } from '../start-error.js';
import type { Connection } from './connections.js';
import { withClient } from './provision.js';

/** In the order of their release, which is the order in which they run. */
export const MIGRATIONS = [TheFirstRegister1769000000000, Accounts1790000000000];

/** A TypeORM DataSource over a connection; `poolSize` sessions at most. */
export function dataSource(connection: Connection, poolSize: number): DataSource {
  const { connectionString, host, port, user, password, database, ssl, options } = connection;
  return new DataSource({
    type: 'postgres',
    ...(connectionString !== undefined && { url: connectionString }),
    ...(host !== undefined && { host }),
    ...(port !== undefined && { port }),
    ...(user !== undefined && { username: user }),
    ...(password !== undefined && { password: password as string }),
    ...(database !== undefined && { database }),
    ...(typeof ssl === 'boolean' && { ssl }),
    extra: { Client: SteadyClient, ...(options !== undefined && { options }) },
    schema: 'chancery',
    entities: [...entities, ...accountEntities],
    migrations: MIGRATIONS,
    migrationsTableName: 'migration',
    poolSize,
    // Says nothing unless DEBUG asks: what goes wrong is thrown.
    logger: 'debug',
  });
}

/** Runs the migrations that are missing; starts that come together take turns. */
export async function migrate(owner: Connection): Promise<void> {
  await withClient(owner, async (lock) => {
    await lock.query('begin');
    await lock.query("select pg_advisory_xact_lock(hashtext('chancery migrations'))");
    await withClient(owner, (client) => client.query('create schema if not exists chancery'));
    const source = await dataSource(owner, 1).initialize();
    try {
      await source.runMigrations({ transaction: 'all' });
      await refuseNewer(source);
    } finally {
      await source.destroy();
    }
    await lock.query('commit');
  });
}

/** A database that a newer program has migrated is not touched: this one would misread it. */
async function refuseNewer(source: DataSource): Promise<void> {
  const known = MIGRATIONS.map(({ name }) => name);
  const rows = await source.query<{ name: string }[]>(
    'select name from chancery.migration where not name = any($1)',
    [known],
  );
  if (rows.length > 0) {
    throw new StartError(
      'The database was written by a newer Chancery; start that one, or restore a backup of this one.',
    );
  }
}

import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { eventStoreRoles, eventStoreSql } from '../event-store-sql.js';
import { steadyPool } from '../steady-client.js';

const OWNER = 'chancery_test_owner';

/** A database of its own for the tests of one file, with the event store in it and one pool a role. */
export interface TestDatabase {
  readonly name: string;
  readonly owner: pg.Pool;
  readonly writer: pg.Pool;
  readonly reader: pg.Pool;
  readonly projector: pg.Pool;
  /** As the superuser of the cluster, who may look at and end the sessions of others. */
  readonly admin: pg.Pool;
  /** Makes the event store anew, with an empty log. */
  empty(): Promise<void>;
  /** Ends the pools and drops the database. */
  drop(): Promise<void>;
}

/** Creates a database in the cluster that the environment names. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `event_store_${randomUUID().replaceAll('-', '')}`;
  await onCluster(...[OWNER, ...Object.values(eventStoreRoles)].map(roleIfMissing));
  await onCluster(`CREATE DATABASE ${name} OWNER ${OWNER} STRATEGY file_copy`);
  const pools = {
    owner: testPool(name, OWNER),
    writer: testPool(name, eventStoreRoles.writer),
    reader: testPool(name, eventStoreRoles.reader),
    projector: testPool(name, eventStoreRoles.projector),
    admin: testPool(name),
  };
  const create = eventStoreSql().join('\n');
  await pools.owner.query(create);
  return {
    name,
    ...pools,
    async empty() {
      await pools.owner.query(`DROP SCHEMA event_store CASCADE; ${create}`);
    },
    async drop() {
      await Promise.all(Object.values(pools).map((pool) => pool.end()));
      await onCluster(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/** A pool for a test database, acting as a role. */
export function testPool(database: string, role?: string): pg.Pool {
  const options = role === undefined ? {} : { options: `-c role=${role}` };
  // A test may end a session on purpose.
  return steadyPool({ ...cluster(), database, max: 5, ...options });
}

function cluster(): pg.ClientConfig {
  const connection = process.env['CHANCERY_TEST_POSTGRES'];
  if (!connection) throw new Error('CHANCERY_TEST_POSTGRES does not say where the test cluster is');
  return JSON.parse(connection) as pg.ClientConfig;
}

async function onCluster(...statements: string[]): Promise<void> {
  const client = new pg.Client(cluster());
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** Test files run side by side, so another one may create the role at this very moment. */
function roleIfMissing(role: string): string {
  return `DO $$ BEGIN CREATE ROLE ${role}; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`;
}

// A database of its own for a spec file, cloned from one that is migrated once a run.
import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { accountsSql, migrate, provisionOwnServer, roleName, type Connections } from '#application';
import { eventStoreRoles, eventStoreSql, steadyPool } from '#event-store';
import { readModelSql } from '#read-models';
import { testCluster } from './cluster.js';

export interface TestDatabase {
  readonly name: string;
  /** As the program connects, in each of its roles. */
  readonly connections: Connections;
  /** As the superuser, who may do and see what the program may not. */
  readonly admin: pg.Pool;
  /** Ends the superuser's sessions and drops the database, whoever is still in it. */
  drop(): Promise<void>;
}

/** What a template is filled with before it is cloned. */
export interface Filling {
  readonly name: string;
  fill(connections: Connections): Promise<void>;
}

/** A fresh database with the schema of this program, and what the filling puts into it. */
export async function testDatabase(filling?: Filling): Promise<TestDatabase> {
  const name = `chancery_test_${randomUUID().replaceAll('-', '')}`;
  await onCluster(async (cluster) => {
    // Two workers of Jest may both find the template missing; one makes it and the other waits.
    await cluster.query("select pg_advisory_lock(hashtext('chancery templates'))");
    const migrated = await template(cluster, undefined, { name: 'migrated', fill: migrateAll });
    const source = filling ? await template(cluster, migrated, filling) : migrated;
    await cluster.query("select pg_advisory_unlock(hashtext('chancery templates'))");
    await clone(cluster, name, source);
  });
  const connections = await provisionOwnServer(testCluster(), name);
  // A test may end a session on purpose.
  const admin = steadyPool({ ...testCluster(), database: name, max: 3 });
  return {
    name,
    connections,
    admin,
    drop: async () => {
      await admin.end();
      await onCluster((cluster) => cluster.query(`drop database if exists ${name} with (force)`));
    },
  };
}

const migrateAll = ({ owner }: Connections): Promise<void> => migrate(owner);

/** The name of a template, made first if it is not there; it is renamed to its name only when it is whole. */
async function template(cluster: pg.Client, from: string | undefined, { name, fill }: Filling) {
  const whole = `chancery_template_${name}_${fingerprintOfSchema()}`;
  const { rows } = await cluster.query('select from pg_database where datname = $1', [whole]);
  if (rows.length > 0) return whole;
  const part = `${whole}_part`;
  await cluster.query(`drop database if exists ${part} with (force)`);
  await makeRoles(cluster);
  if (from !== undefined) await clone(cluster, part, from);
  await fill(await provisionOwnServer(testCluster(), part));
  await cluster.query(`alter database ${part} rename to ${whole}`);
  // Nobody may be in a database that is being cloned, not even autovacuum.
  await cluster.query(`alter database ${whole} with allow_connections false`);
  return whole;
}

/** Specs of the event store make the same roles, without the right to sign in. */
async function makeRoles(cluster: pg.Client): Promise<void> {
  for (const role of Object.values(eventStoreRoles)) {
    await cluster.query(
      `do $$ begin create role ${role}; exception when duplicate_object or unique_violation then null; end $$`,
    );
    await cluster.query(`alter role ${role} login`);
  }
}

const clone = (cluster: pg.Client, name: string, from: string) =>
  cluster.query(`create database ${name} template ${from} strategy file_copy owner ${roleName('owner')}`);

/** A cluster that outlives a change of the schema, as one started by hand may, keeps a template for each. */
const fingerprintOfSchema = (): string =>
  createHash('sha256')
    .update([...eventStoreSql(), ...readModelSql(), ...accountsSql()].join('\n'))
    .digest('hex')
    .slice(0, 8);

export async function onCluster<T>(work: (cluster: pg.Client) => Promise<T>): Promise<T> {
  const cluster = new pg.Client(testCluster());
  await cluster.connect();
  try {
    return await work(cluster);
  } finally {
    await cluster.end();
  }
}

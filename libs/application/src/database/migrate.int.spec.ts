// The schema: how it comes to be, and what it does not let happen.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { demo } from '../../../../test/support/demo.js';
import { demoRow } from '../../../../test/support/demo-facts.js';
import { onCluster, testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { StartError } from '../start-error.js';
import type { Connection } from './connections.js';
import { dataSource, migrate, MIGRATIONS } from './migrate.js';

let database: TestDatabase;
let admin: pg.Pool;
beforeEach(async () => {
  database = await testDatabase(demo);
  ({ admin } = database);
});
afterEach(() => database.drop());

/** Every object of the database that a migration makes, with what it is made of. */
async function schemaOf(query: (text: string) => Promise<unknown[]>): Promise<unknown[]> {
  return query(`
    select n.nspname, c.relname, c.relkind, c.relacl::text, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull
      from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      where n.nspname in ('chancery', 'event_store', 'read_model', 'archive', 'accounts')
    union all select n.nspname, p.proname, 'p', p.proacl::text, md5(p.prosrc), null, null
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('event_store', 'archive', 'accounts')
    union all select n.nspname, t.tgname, 't', null, pg_get_triggerdef(t.oid), null, null
      from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('event_store', 'read_model', 'archive', 'accounts') and not t.tgisinternal
    order by 1, 2, 3, 5`);
}

const asAdmin = async (text: string): Promise<unknown[]> => (await admin.query(text)).rows;

const migrations = async () =>
  (await admin.query<{ name: string }>('select name from chancery.migration order by id')).rows;

describe('a migration', () => {
  it('run again does nothing', async () => {
    const [schema, done] = [await schemaOf(asAdmin), await migrations()];
    const { rows: log } = await admin.query('select count(*) from event_store.event');
    await migrate(database.connections.owner);
    expect(await schemaOf(asAdmin)).toEqual(schema);
    expect(await migrations()).toEqual(done);
    expect((await admin.query('select count(*) from event_store.event')).rows).toEqual(log);
  });

  it('run by several starts at once is run once', async () => {
    const empty = `${database.name}_empty`;
    await onCluster((cluster) => cluster.query(`create database ${empty} owner chancery_owner`));
    const owner: Connection = { ...database.connections.owner, database: empty };
    try {
      await Promise.all([migrate(owner), migrate(owner), migrate(owner)]);
      const source = await dataSource(owner, 1).initialize();
      expect(await source.query('select name from chancery.migration order by id')).toEqual(
        await migrations(),
      );
      await source.destroy();
    } finally {
      await onCluster((cluster) => cluster.query(`drop database ${empty} with (force)`));
    }
  });

  it.each(MIGRATIONS.slice(0, -1))('goes forward from where $name left the database', async (last) => {
    const old = `${database.name}_old`;
    await onCluster((cluster) => cluster.query(`create database ${old} owner chancery_owner`));
    const owner: Connection = { ...database.connections.owner, database: old };
    const source = await dataSource(owner, 1)
      .setOptions({ migrations: MIGRATIONS.slice(0, MIGRATIONS.indexOf(last) + 1) })
      .initialize();
    try {
      await source.query('create schema if not exists chancery');
      await source.runMigrations({ transaction: 'all' });
      expect(await source.query('select name from chancery.migration')).toHaveLength(
        MIGRATIONS.indexOf(last) + 1,
      );
      await migrate(owner);
      expect(await schemaOf((text) => source.query(text))).toEqual(await schemaOf(asAdmin));
    } finally {
      await source.destroy();
      await onCluster((cluster) => cluster.query(`drop database ${old} with (force)`));
    }
  });

  it('of a newer program is not touched', async () => {
    await admin.query(
      `insert into chancery.migration (timestamp, name) values (9999999999999, 'TheSecondRegister9999999999999')`,
    );
    const error: unknown = await migrate(database.connections.owner).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StartError);
    expect((error as StartError).message).toBe(
      'The database was written by a newer Chancery; start that one, or restore a backup of this one.',
    );
    expect(await migrations()).toHaveLength(3);
  });

  it('that fails half-way leaves nothing behind', async () => {
    const empty = `${database.name}_empty`;
    await onCluster((cluster) => cluster.query(`create database ${empty} owner chancery_owner`));
    const owner: Connection = { ...database.connections.owner, database: empty };
    const source = await dataSource(owner, 1).initialize();
    try {
      // It stands in the way of the last part of the first migration.
      await source.query('create schema read_model');
      await expect(migrate(owner)).rejects.toThrow(/read_model.*already exists/);
      expect(await source.query(`select nspname from pg_namespace where nspname = 'event_store'`)).toEqual(
        [],
      );
      await source.query('drop schema read_model');
      await migrate(owner);
      expect(await source.query('select position from event_store.head')).toEqual([{ position: '0' }]);
    } finally {
      await source.destroy();
      await onCluster((cluster) => cluster.query(`drop database ${empty} with (force)`));
    }
  });

  it('is never taken back', async () => {
    const source = await dataSource(database.connections.owner, 1).initialize();
    await expect(source.undoLastMigration()).rejects.toThrow(/forward only/);
    await source.destroy();
    expect(await migrations()).toHaveLength(2);
  });

  it('leaves the tables as their entities say', async () => {
    const source = await dataSource(database.connections.owner, 1).initialize();
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    await source.destroy();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });
});

describe('the history of memberships', () => {
  // A line of one row: from this position and from 28 May 2022 on.
  const { position: opened } = demoRow('omn-abraham-accords-declined');
  const twin = (changes: object) =>
    admin.query(
      `insert into read_model.membership_history select (jsonb_populate_record(h, $1)).* from read_model.membership_history h
         where body = 'abraham-accords' and state = 'OMN' and known_from = ${opened}`,
      [JSON.stringify(changes)],
    );

  it('has one answer for a day and a position: the database refuses a second', async () => {
    for (const changes of [
      { known_from: opened + 1 },
      { known_from: 1, known_to: opened + 1 },
      { valid_from: '2022-05-27' },
      { valid_from: '2020-01-01', valid_to: '2022-05-29', known_from: opened + 9 },
      { valid_from: '2030-01-01', known_from: opened + 9, known_to: opened + 10 },
    ]) {
      await expect(twin(changes)).rejects.toMatchObject({
        code: '23P01',
        constraint: 'membership_history_one_answer',
      });
    }
  });

  it('may have others beside it: of days before, of positions before, of another state', async () => {
    for (const changes of [
      { valid_from: '2022-01-01', valid_to: '2022-05-28', known_from: opened + 9 },
      { known_from: 1, known_to: opened },
      { state: 'NOR' },
      { body: 'board-of-peace', state: 'NOR', known_from: 1, known_to: 2 },
    ]) {
      expect((await twin(changes)).rowCount).toBe(1);
    }
  });

  it('has no empty days and no empty knowledge', async () => {
    await expect(twin({ state: 'NOR', valid_to: '2022-05-28' })).rejects.toMatchObject({ code: '23514' });
    await expect(twin({ state: 'NOR', known_from: opened, known_to: opened })).rejects.toMatchObject({
      code: '23514',
    });
  });
});

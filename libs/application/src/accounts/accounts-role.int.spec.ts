// Who may see passwords' hashes and sessions: one role, which may see nothing else.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { ROLES, type Role } from '../database/connections.js';

// On a machine that has other things to do.
jest.setTimeout(60_000);

const TABLES = ['account', 'session', 'log', 'throttle', 'link', 'draft', 'job'];

let database: TestDatabase;
const clients = new Map<Role, pg.Client>();
beforeAll(async () => {
  database = await testDatabase();
  for (const role of ROLES) {
    const client = new pg.Client(database.connections[role]);
    await client.connect();
    clients.set(role, client);
  }
});
afterAll(async () => {
  for (const client of clients.values()) await client.end();
  await database.drop();
});

const as = (role: Role, statement: string) => clients.get(role)!.query(statement);

describe.each(['writer', 'reader', 'projector'] as const)('the %s', (role) => {
  it.each(TABLES)('may do nothing with %s', async (table) => {
    for (const statement of [
      `select from accounts.${table}`,
      `insert into accounts.${table} default values`,
      `delete from accounts.${table}`,
    ]) {
      await expect(as(role, statement)).rejects.toMatchObject({ code: '42501' });
    }
  });
});

describe('the role of accounts', () => {
  it('is chancery_accounts, who cannot become anybody else', async () => {
    const { rows } = await as('accounts', 'select session_user');
    expect(rows).toEqual([{ session_user: 'chancery_accounts' }]);
    await expect(as('accounts', 'set role chancery_owner')).rejects.toThrow(/permission denied/);
  });

  it.each(TABLES)('reads %s', async (table) => {
    expect((await as('accounts', `select from accounts.${table}`)).rowCount).toBe(0);
  });

  it.each([
    'select from event_store.event',
    'select from event_store.head',
    'select from read_model.dossier',
    'select from read_model.membership_history',
    'select from archive.copy',
    'select from chancery.migration',
    `select archive.keep('x')`,
    'select event_store.load(null)',
    `select event_store.append(${Array.from({ length: 17 }, () => 'null').join()})`,
    'create table accounts.planted ()',
    'create table public.planted ()',
    'truncate accounts.session',
    'drop table accounts.session',
    'update accounts.log set detail = detail',
    'delete from accounts.log',
    'truncate accounts.log',
    'alter table accounts.log disable trigger log_is_kept',
  ])('may not: %s', async (statement) => {
    await expect(as('accounts', statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('has every privilege that it has on purpose', async () => {
    const { rows } = await database.admin.query(
      `select table_schema || '.' || table_name as name, string_agg(privilege_type, ' ' order by privilege_type) as may
       from information_schema.table_privileges where grantee = 'chancery_accounts' group by 1 order by 1`,
    );
    const all = 'DELETE INSERT SELECT UPDATE';
    expect(rows).toEqual(
      [...TABLES]
        .sort()
        .map((table) => ({ name: `accounts.${table}`, may: table === 'log' ? 'INSERT SELECT' : all })),
    );
  });
});

it('the log of accounts is kept from its owner too', async () => {
  const owner = new pg.Client(database.connections.owner);
  await owner.connect();
  for (const statement of [
    'update accounts.log set at = at',
    'delete from accounts.log',
    'truncate accounts.log',
  ]) {
    await expect(owner.query(statement)).rejects.toMatchObject({ code: '23001' });
  }
  await owner.end();
});

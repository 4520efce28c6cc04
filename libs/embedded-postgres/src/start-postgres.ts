import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Binaries, findBinaries } from './binaries.js';
import { passwordFile, prepareData } from './data-directory.js';
import { isRunning } from './process-identity.js';
import { RunFolder } from './run-folder.js';
import { type Account, serverAccount, temporaryFolder } from './server-account.js';
import { keepSmall, lastLines, logSince } from './server-log.js';
import {
  accepts,
  endServer,
  launch,
  livingPostmaster,
  type Postmaster,
  signalled,
} from './server-process.js';
import { asStartError, PostgresStartError } from './start-error.js';

export interface PostgresOptions {
  /** PostgreSQL's data. Made if it is not there; `<dataDir>.run` beside it holds the log and who uses the server. */
  readonly dataDir: string;
  /** The `bin` folder of another PostgreSQL, such as /usr/lib/postgresql/15/bin. Left out: the bundled one. */
  readonly binaries?: string | undefined;
  /** Settings of postgresql.conf over ours. They count for the process that starts the server, not one that joins. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface RunningPostgres {
  /** For `pg` and TypeORM, as superuser. `host` is the folder of a Unix socket, except on Windows. */
  readonly connection: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly password?: string;
    readonly database: 'postgres';
  };
  readonly majorVersion: number;
  /** Calls the listener, at most once, when the server ends unasked; the message holds its last words. */
  onUnexpectedExit(listener: (message: string) => void): void;
  /** Ends our use of the server. The last one to leave stops it. End the connections first. */
  stop(): Promise<void>;
}

const settingsOfARegister = {
  shared_buffers: '256MB',
  max_connections: '100',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  log_checkpoints: 'off',
  lc_messages: 'C',
  unix_socket_permissions: '0700',
  cluster_name: 'chancery',
};

/**
 * A PostgreSQL on the data in a folder: the one that already runs there, else a new one. Any number of processes may
 * use it at the same time. Refuses with a PostgresStartError.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const dataDir = resolve(options.dataDir);
  try {
    const account = serverAccount(dataDir);
    const binaries = await findBinaries(options.binaries, account);
    const run = RunFolder.of(dataDir);
    const leave = run.join();
    try {
      const postmaster = await run.exclusively(() =>
        joinOrLaunch(dataDir, run, binaries, account, options.settings),
      );
      return inUse(postmaster, dataDir, run, binaries, leave);
    } catch (error) {
      leave();
      throw error;
    }
  } catch (error) {
    throw asStartError(error, dataDir);
  }
}

async function joinOrLaunch(
  dataDir: string,
  run: RunFolder,
  binaries: Binaries,
  account: Account | undefined,
  settings: PostgresOptions['settings'] = {},
): Promise<Postmaster> {
  await prepareData(dataDir, run, binaries, account, settings['fsync'] !== 'off');
  const running = await joined(dataDir, binaries);
  if (running) return running;
  const address = await addressFor(dataDir, account);
  try {
    const all = { ...settingsOfARegister, ...address, ...settings };
    return await launch({ dataDir, run, binaries, account, settings: all });
  } catch (error) {
    removeIfEmpty(address['unix_socket_directories'] ?? '');
    throw error;
  }
}

/** The server that already runs, when it is ready; undefined if there is none, or none that can be reached. */
async function joined(dataDir: string, binaries: Binaries): Promise<Postmaster | undefined> {
  const patience = Date.now() + 300_000;
  let unreachable = 0;
  for (;;) {
    const running = livingPostmaster(dataDir);
    if (!running) return undefined;
    if (running.ready && (await accepts(running))) return running;
    if (running.ready) unreachable += 1;
    if (unreachable > 20) {
      await endServer(running.pid, dataDir, binaries);
      return undefined;
    }
    if (Date.now() > patience) {
      throw new PostgresStartError(
        `A PostgreSQL (pid ${String(running.pid)}) on ${dataDir} is neither ready nor ended after five minutes.`,
      );
    }
    await sleep(50);
  }
}

/** A socket in a folder of its own that only the server's account can enter. */
async function addressFor(dataDir: string, account: Account | undefined): Promise<Record<string, string>> {
  if (process.platform === 'win32') {
    return { listen_addresses: '127.0.0.1', port: String(await freePort()), unix_socket_directories: '' };
  }
  const owner = account?.uid ?? process.geteuid?.() ?? 0;
  const name = createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 10);
  const folder = join(temporaryFolder(account), `chancery-${String(owner)}-${name}`);
  const made = mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (made !== undefined && account) chownSync(folder, account.uid, account.gid);
  const stat = lstatSync(folder);
  if (!stat.isDirectory() || stat.uid !== owner) {
    throw new PostgresStartError(
      `${folder} belongs to another user. Remove it, or set TMPDIR to another folder.`,
    );
  }
  chmodSync(folder, 0o700);
  // Left by a killed server. Its pid may be another program's by now, and PostgreSQL would be afraid of that one.
  for (const left of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock']) rmSync(join(folder, left), { force: true });
  return { listen_addresses: '', port: '5432', unix_socket_directories: folder };
}

function inUse(
  postmaster: Postmaster,
  dataDir: string,
  run: RunFolder,
  binaries: Binaries,
  leave: () => void,
): RunningPostgres {
  const { host, port, pid } = postmaster;
  const password = process.platform === 'win32' ? { password: readFileSync(passwordFile(run), 'utf8') } : {};
  const watch = watchServer(pid, run);

  // When the process ends without stop(), the server is asked to end too, without waiting for it.
  const onExit = () => {
    leave();
    const unlock = run.tryLock();
    const running = unlock && !run.inUse() ? livingPostmaster(dataDir) : undefined;
    if (running) signalled(running.pid, 'SIGINT');
    unlock?.();
  };
  process.once('exit', onExit);

  const endIfUnused = async () => {
    const running = livingPostmaster(dataDir);
    if (!running || run.inUse()) return;
    await endServer(running.pid, dataDir, binaries);
    removeIfEmpty(running.host);
  };
  const stop = async () => {
    watch.end();
    process.off('exit', onExit);
    leave();
    await run.exclusively(endIfUnused).catch((error: unknown) => {
      if (error instanceof PostgresStartError) throw error;
      // No lock can be written on a full disk; the server ends all the same.
      return endIfUnused();
    });
  };
  let stopping: Promise<void> | undefined;
  return {
    connection: { host, port, user: 'postgres', ...password, database: 'postgres' },
    majorVersion: binaries.majorVersion,
    onUnexpectedExit: watch.onEnd,
    stop: () => (stopping ??= stop()),
  };
}

function tryKeepSmall(run: RunFolder): void {
  try {
    keepSmall(run);
  } catch {
    // A full disk, perhaps. The next minute brings another try.
  }
}

/** Looks every half second whether the server lives, and now and then whether its log has grown large. */
function watchServer(pid: number, run: RunFolder) {
  const listeners: ((message: string) => void)[] = [];
  let message: string | undefined;
  let looks = 0;
  const timer = setInterval(() => {
    looks += 1;
    if (isRunning(pid)) {
      if (looks % 120 === 0) tryKeepSmall(run);
      return;
    }
    clearInterval(timer);
    message = `PostgreSQL (pid ${String(pid)}) ended unexpectedly: ${lastLines(logSince(run, 0))} (log: ${run.log})`;
    for (const listener of listeners) listener(message);
  }, 500);
  timer.unref();
  return {
    onEnd: (listener: (message: string) => void) => {
      if (message === undefined) listeners.push(listener);
      else listener(message);
    },
    end: () => {
      clearInterval(timer);
    },
  };
}

/** The socket's folder, once the server has taken its socket away. Anything else in it is not ours. */
function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // The next start uses it again.
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolvePort(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
}

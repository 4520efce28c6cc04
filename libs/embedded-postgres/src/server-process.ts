import { spawn, execFile } from 'node:child_process';
import { closeSync, fstatSync, readFileSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.js';
import { dataArgument, plainEnvironment } from './data-directory.js';
import { isRunning, programOf } from './process-identity.js';
import type { RunFolder } from './run-folder.js';
import type { Account } from './server-account.js';
import { lastWords, logSince, openLog } from './server-log.js';
import { diskTrouble, PostgresStartError } from './start-error.js';

/** What `postmaster.pid` in the data tells of a server. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** The socket's folder, or a host. */
  readonly host: string;
  readonly ready: boolean;
}

/** The server that runs on these data, if one does. A pid left behind that another program now has does not count. */
export function livingPostmaster(dataDir: string): Postmaster | undefined {
  const postmaster = readPidFile(dataDir);
  return postmaster && isRunning(postmaster.pid) && servesFrom(postmaster.pid, dataDir)
    ? postmaster
    : undefined;
}

/** Whether a server takes connections: it can live and yet have lost its socket to a sweep of the temporary folder. */
export async function accepts({ host, port }: Postmaster): Promise<boolean> {
  return new Promise((resolve) => {
    const target = host.startsWith('/') ? { path: `${host}/.s.PGSQL.${String(port)}` } : { host, port };
    const socket = connect(target, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => {
      resolve(false);
    });
  });
}

export interface Launch {
  readonly dataDir: string;
  readonly run: RunFolder;
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  readonly settings: Readonly<Record<string, string>>;
}

/** Starts the server and waits until it is ready, recovery after a crash included. */
export async function launch(options: Launch): Promise<Postmaster> {
  const patience = Date.now() + 10_000;
  for (;;) {
    if (!livingPostmaster(options.dataDir) && pidIsTaken(options.dataDir)) {
      rmSync(join(options.dataDir, 'postmaster.pid'), { force: true });
    }
    const outcome = await attempt(options);
    if (typeof outcome === 'object') return outcome;
    // Backends of a killed server need a moment to notice.
    const passing = /pre-existing shared memory block|lock file "\S*postmaster.pid" already exists/.test(
      outcome,
    );
    if (passing && Date.now() < patience) {
      await sleep(200);
      continue;
    }
    throw (
      diskTrouble(outcome, options.dataDir, options.account?.uid) ??
      new PostgresStartError(`PostgreSQL did not start: ${lastWords(outcome)} (log: ${options.run.log})`)
    );
  }
}

/** Asks the server to end its sessions and stop; if it takes too long, to stop at once, which loses nothing either. */
export async function endServer(pid: number, dataDir: string, binaries: Binaries): Promise<void> {
  if (process.platform === 'win32') {
    const args = ['stop', '-D', dataDir, '-m', 'fast', '-w'];
    await promisify(execFile)(join(binaries.folder, 'pg_ctl'), args).catch(() => undefined);
    return;
  }
  for (const [signal, patience] of [
    ['SIGINT', 60_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    if (!signalled(pid, signal)) return;
    const until = Date.now() + patience;
    while (isRunning(pid) && Date.now() < until) await sleep(10);
  }
}

/** Sends a signal; false if there is nobody to receive it. */
export function signalled(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

/** One try: the server that is ready, or what the one that ended wrote into its log. */
async function attempt({ dataDir, run, binaries, account, settings }: Launch): Promise<Postmaster | string> {
  const log = openLog(run);
  const logStart = fstatSync(log).size;
  const assignments = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // Detached, so that Ctrl-C in the terminal reaches us first and the server only when our connections have ended.
  const child = spawn(
    join(binaries.folder, 'postgres'),
    ['-D', dataArgument(dataDir, account), ...assignments],
    {
      cwd: dataDir,
      env: plainEnvironment(),
      detached: true,
      stdio: ['ignore', log, log],
      windowsHide: true,
      ...account,
    },
  );
  closeSync(log);
  child.unref();
  let ended: string | undefined;
  child.on('error', (error) => (ended = error.message));
  child.on('exit', (code, signal) => (ended ??= `it ended with ${signal ?? `code ${String(code)}`}`));

  const patience = Date.now() + 300_000;
  while (ended === undefined) {
    const postmaster = readPidFile(dataDir);
    if (postmaster?.ready && postmaster.pid === child.pid) return postmaster;
    if (Date.now() > patience) {
      throw new PostgresStartError(
        `PostgreSQL is still recovering after five minutes. Its log is ${run.log}.`,
      );
    }
    await sleep(10);
  }
  return logSince(run, logStart) || ended;
}

/** https://www.postgresql.org/docs/current/storage-file-layout.html: pid, data, start, port, socket, host, memory, status. */
function readPidFile(dataDir: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
    const [pid, , , port, socket, address, , status] = lines.map((line) => line.trim());
    if (!Number(pid)) return undefined;
    // Negative for `postgres --single`.
    return {
      pid: Math.abs(Number(pid)),
      port: Number(port),
      host: socket || address || '',
      ready: status === 'ready',
    };
  } catch {
    return undefined;
  }
}

/** Whether a process is a PostgreSQL on these data. Where the system does not tell, a living process is believed. */
function servesFrom(pid: number, dataDir: string): boolean {
  const program = programOf(pid);
  if (program !== undefined && program !== 'postgres') return false;
  if (process.platform !== 'linux') return true;
  try {
    const [theirs, ours] = [statSync(`/proc/${String(pid)}/cwd`), statSync(dataDir)];
    return theirs.ino === ours.ino && theirs.dev === ours.dev;
  } catch {
    return true;
  }
}

/** A pid file of a dead server whose pid a living program has: PostgreSQL would believe that one to be the server. */
function pidIsTaken(dataDir: string): boolean {
  const left = readPidFile(dataDir);
  return left !== undefined && isRunning(left.pid);
}

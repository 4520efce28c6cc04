import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Binaries } from './binaries.js';
import type { RunFolder } from './run-folder.js';
import { type Account, handOver, isOpenToAll } from './server-account.js';
import { diskTrouble, PostgresStartError } from './start-error.js';

/** Where the password of TCP connections is kept; only Windows has it. */
export const passwordFile = (run: RunFolder) => join(run.path, 'password');

/**
 * Makes sure that the folder holds data for this version of PostgreSQL, owned by the server's account: new data where
 * there is nothing yet. Refuses data of another version, and a folder of something else.
 */
export async function prepareData(
  dataDir: string,
  run: RunFolder,
  binaries: Binaries,
  account: Account | undefined,
  durable: boolean,
): Promise<void> {
  const found = readdirIfThere(dataDir);
  if (found.length === 0) {
    await createData(dataDir, run, binaries, account, durable);
    return;
  }
  if (!found.includes('PG_VERSION')) {
    throw new PostgresStartError(
      `${dataDir} is not empty and holds no PostgreSQL data. Empty it, or choose another folder with CHANCERY_DATA.`,
    );
  }
  const major = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
  if (major !== String(binaries.majorVersion)) {
    throw new PostgresStartError(
      `The data in ${dataDir} are of PostgreSQL ${major}, this is PostgreSQL ${String(binaries.majorVersion)}. ` +
        `Dump them with pg_dumpall of version ${major} and load that into a fresh folder, ` +
        `or point DATABASE_URL at a server that has been upgraded.`,
    );
  }
  // PostgreSQL insists on both; a backup restored by root has neither.
  const foreign = account && statSync(join(dataDir, 'PG_VERSION')).uid !== account.uid;
  if (foreign || (statSync(dataDir).mode & 0o027) !== 0) handOver(dataDir, account);
}

/**
 * How to name the data to PostgreSQL. Another account may not be able to walk the path (a home of mode 700), but a
 * process that is started inside the folder reaches it through this link of the system. PostgreSQL 15 gets lost there:
 * it walks to its programs and back when it starts.
 */
export function dataArgument(dataDir: string, account: Account | undefined): string {
  const walkable = !account || process.platform !== 'linux' || isOpenToAll(dirname(dataDir));
  return walkable ? dataDir : '/proc/self/cwd';
}

/** Our environment without what would bend PostgreSQL (PGOPTIONS, PGPORT …); messages in English, to be read here. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('PG') && !name.startsWith('LC_'),
  );
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}

/** initdb in a folder aside, then one rename: whatever is killed in between, the data are whole or not there. */
async function createData(
  dataDir: string,
  run: RunFolder,
  binaries: Binaries,
  account: Account | undefined,
  durable: boolean,
): Promise<void> {
  for (const name of readdirSync(run.path)) {
    if (name.startsWith('new-')) rmSync(join(run.path, name), { recursive: true, force: true });
  }
  const fresh = mkdtempSync(join(run.path, 'new-'));
  try {
    handOver(fresh, account);
    await initdb(fresh, run, binaries, account, durable);
    if (process.platform === 'win32') removeIfEmpty(dataDir);
    renameSync(fresh, dataDir);
    if (durable && process.platform !== 'win32') syncFolder(dirname(dataDir));
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

async function initdb(
  fresh: string,
  run: RunFolder,
  binaries: Binaries,
  account: Account | undefined,
  durable: boolean,
): Promise<void> {
  const args = [
    '-D',
    dataArgument(fresh, account),
    '--username=postgres',
    '--encoding=UTF8',
    '--lc-messages=C',
    '-k',
  ];
  if (!durable) args.push('--no-sync');
  args.push(...localeArguments(), ...authArguments(run));
  const child = spawn(join(binaries.folder, 'initdb'), args, {
    cwd: fresh,
    env: plainEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
    windowsHide: true,
    ...account,
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  if (code === 0) return;
  if (said.includes('could not look up effective user ID')) {
    throw new PostgresStartError(
      `PostgreSQL needs a name for uid ${String(process.getuid?.())}, which /etc/passwd does not have. ` +
        `Run as a user that it lists, or use a server of your own with DATABASE_URL.`,
    );
  }
  const reason = said.trim().split('\n').slice(-3).join('; ') || `initdb ended with code ${String(code)}`;
  throw (
    diskTrouble(said, dirname(run.path), account?.uid) ??
    new PostgresStartError(`The database could not be created: ${reason}`)
  );
}

/** With LC_CTYPE=C, pg_trgm finds nothing in Arabic. C.UTF-8 orders by code point, and every glibc of today has it. */
function localeArguments(): string[] {
  if (process.platform === 'linux') return ['--locale=C.UTF-8'];
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C';
  return [`--locale=${locale}`, '--locale-provider=icu', '--icu-locale=und'];
}

/** The socket lies in a folder that only its owner can enter, so it asks for nothing. Windows has TCP and a password. */
function authArguments(run: RunFolder): string[] {
  if (process.platform !== 'win32') return ['--auth=trust'];
  writeFileSync(passwordFile(run), randomBytes(24).toString('hex'), { mode: 0o600 });
  return ['--auth=scram-sha-256', `--pwfile=${passwordFile(run)}`];
}

function readdirIfThere(folder: string): string[] {
  return statSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder) : [];
}

function removeIfEmpty(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })) rmdirSync(folder);
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

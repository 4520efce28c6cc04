import { execFileSync } from 'node:child_process';
import { chmodSync, lchownSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The account that PostgreSQL runs under when it is not our own. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root. For root it runs as the owner of the data, else as `postgres`, else as `nobody`;
 * for everybody else it runs as themselves (undefined).
 */
export function serverAccount(dataDir: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(dataDir, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  for (const name of ['postgres', '_postgres', 'nobody']) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid && gid) return { uid, gid };
  }
  return { uid: 65534, gid: 65534 };
}

/** Hands a folder to the account with everything in it (a backup restored by root), open to nobody else. */
export function handOver(folder: string, account: Account | undefined): void {
  if (account) chownTree(folder, account);
  chmodSync(folder, 0o700);
}

/**
 * A folder for temporary things that the account can reach, with a path short enough for a socket in it: the system
 * allows 107 bytes (103 on macOS), and TMPDIR may be anything.
 */
export function temporaryFolder(account: Account | undefined): string {
  if (process.platform === 'win32') return tmpdir();
  const fits = (path: string) => Buffer.byteLength(path) <= 55 && (!account || isOpenToAll(path));
  return [tmpdir(), '/tmp', '/var/tmp'].find(fits) ?? '/tmp';
}

function chownTree(path: string, account: Account): void {
  const stat = lstatSync(path);
  if (stat.uid !== account.uid) lchownSync(path, account.uid, account.gid);
  if (stat.isDirectory()) for (const name of readdirSync(path)) chownTree(join(path, name), account);
}

/** Whether any account can pass through a folder and all folders above it. */
export function isOpenToAll(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isDirectory() || (stat.mode & 0o001) === 0) return false;
  return dirname(path) === path || isOpenToAll(dirname(path));
}

function idOf(which: '-u' | '-g', name: string): number | undefined {
  try {
    const said = execFileSync('id', [which, name], { stdio: ['ignore', 'pipe', 'ignore'] });
    return Number(String(said)) || undefined;
  } catch {
    return undefined;
  }
}

import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startOf } from './process-identity.js';
import { PostgresStartError } from './start-error.js';

/**
 * `<dataDir>.run`, beside the data: who uses the server (`users/`), who is just starting or stopping it (`lock`), and
 * its log. Every record names a process by pid and start, so that what a killed process left behind counts for nothing.
 */
export class RunFolder {
  readonly users: string;
  readonly log: string;
  private readonly lock: string;

  private constructor(readonly path: string) {
    this.users = join(path, 'users');
    this.log = join(path, 'server.log');
    this.lock = join(path, 'lock');
  }

  static of(dataDir: string): RunFolder {
    const folder = new RunFolder(`${dataDir}.run`);
    mkdirSync(folder.users, { recursive: true });
    chmodSync(folder.path, 0o711);
    folder.shareOwner(folder.users);
    return folder;
  }

  /** Records this process as a user of the server; the function returned takes the record back. */
  join(): () => void {
    const record = join(this.users, `${String(process.pid)}-${tag()}`);
    this.writeRecord(record);
    return () => {
      rmSync(record, { force: true });
    };
  }

  /** Whether any living process uses the server. Records of dead ones are swept away. */
  inUse(): boolean {
    return (
      readdirSync(this.users).filter((name) => {
        const record = join(this.users, name);
        const living = ownerLives(record);
        if (!living) rmSync(record, { force: true });
        return living;
      }).length > 0
    );
  }

  /** Runs the work while no other process (or call in this one) starts or stops the server. */
  async exclusively<T>(work: () => Promise<T>): Promise<T> {
    const patience = Date.now() + 360_000;
    let unlock = this.tryLock();
    while (!unlock) {
      if (Date.now() > patience) {
        throw new PostgresStartError(
          `Process ${readRecord(this.lock)?.pid ?? '?'} has been starting or stopping PostgreSQL for minutes; ` +
            `end it, or remove ${this.lock}, and start again.`,
        );
      }
      await sleep(25);
      unlock = this.tryLock();
    }
    try {
      return await work();
    } finally {
      unlock();
    }
  }

  /** Takes the lock if it is free or its holder is dead. A link appears at once and whole, unlike a written file. */
  tryLock(): (() => void) | undefined {
    const mine = join(this.path, `lock-${String(process.pid)}-${tag()}`);
    try {
      this.writeRecord(mine);
      if (!this.claim(mine)) return undefined;
      return () => {
        rmSync(this.lock, { force: true });
      };
    } finally {
      rmSync(mine, { force: true });
    }
  }

  /** Files made by root in a folder of an ordinary user go to that user, who will want to run it again. */
  shareOwner(path: string): void {
    const { uid, gid } = statSync(this.path);
    if (process.getuid?.() === 0 && lstatSync(path).uid !== uid) chownSync(path, uid, gid);
  }

  private claim(mine: string): boolean {
    if (linked(mine, this.lock)) return true;
    const holder = readRecord(this.lock);
    if (holder && startOf(Number(holder.pid)) === holder.start) return false;
    // Dead. Move it aside first: of two that see this only one can, and what was moved is looked at once more.
    const aside = `${mine}.dead`;
    try {
      renameSync(this.lock, aside);
    } catch {
      return linked(mine, this.lock);
    }
    if (ownerLives(aside)) linked(aside, this.lock);
    rmSync(aside, { force: true });
    return linked(mine, this.lock);
  }

  private writeRecord(path: string): void {
    writeFileSync(path, `${String(process.pid)} ${startOf(process.pid) ?? ''}\n`, {
      flag: 'wx',
      mode: 0o644,
    });
    this.shareOwner(path);
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readRecord(path: string): { pid: string; start: string } | undefined {
  try {
    const [, pid, start] = /^(\d+) (.*)\n$/.exec(readFileSync(path, 'utf8')) ?? [];
    return pid === undefined || start === undefined ? undefined : { pid, start };
  } catch {
    return undefined;
  }
}

function ownerLives(record: string): boolean {
  const owner = readRecord(record);
  return owner !== undefined && startOf(Number(owner.pid)) === owner.start;
}

const tag = () => randomBytes(4).toString('hex');

import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fchmodSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs';
import type { RunFolder } from './run-folder.js';

const limit = 5_000_000;
// Follows no link: the folder may be another user's while we are root. (Windows has no such flag; undefined adds none.)
const append = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW;

/** Opens the server's log for appending; the caller closes it. */
export function openLog(run: RunFolder): number {
  keepSmall(run);
  const log = openSync(run.log, append, 0o600);
  fchmodSync(log, 0o600);
  run.shareOwner(run.log);
  return log;
}

/** Moves what is in a large log to `server.log.1`; the server goes on writing at the start of an empty one. */
export function keepSmall(run: RunFolder): void {
  const log = openSync(run.log, append, 0o600);
  try {
    if (fstatSync(log).size < limit) return;
    const part = `${run.log}.part`;
    rmSync(part, { force: true });
    copyFileSync(run.log, part, constants.COPYFILE_EXCL);
    run.shareOwner(part);
    renameSync(part, `${run.log}.1`);
    ftruncateSync(log, 0);
  } finally {
    closeSync(log);
  }
}

/** What the server wrote from a byte on, at most its last 20,000 bytes; empty if there is no log. */
export function logSince(run: RunFolder, start: number): string {
  if (!existsSync(run.log)) return '';
  const log = openSync(run.log, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const size = fstatSync(log).size;
    const from = Math.max(size < start ? 0 : start, size - 20_000);
    const bytes = Buffer.alloc(size - from);
    readSync(log, bytes, 0, bytes.length, from);
    return bytes.toString('utf8');
  } finally {
    closeSync(log);
  }
}

/** Why a server did not start: what was fatal, with its hints, else the last lines. */
export function lastWords(log: string): string {
  const telling = linesOf(log).filter((line) => /^(postgres: |FATAL|PANIC|DETAIL|HINT)/.test(line));
  return telling.length > 0 ? telling.slice(-3).join(' ').slice(-600) : lastLines(log);
}

export function lastLines(log: string): string {
  return linesOf(log).slice(-3).join(' ').slice(-600) || 'it left nothing in its log';
}

/** Without the time and the pid that each line begins with. */
function linesOf(log: string): string[] {
  return log
    .split('\n')
    .map((line) => line.replace(/^\d{4}-\S+ \S+ \S+ \[\d+\] /, '').trim())
    .filter((line) => line !== '');
}

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * When a process started, in words of the system; undefined if it has ended. A pid is used again by another process
 * sooner or later (at once in a restarted container), a pid together with its start is not.
 */
export function startOf(pid: number): string | undefined {
  if (process.platform === 'linux') {
    const [state, ...rest] = statOf(pid);
    return state === undefined || state === 'Z' || state === 'X' ? undefined : rest[18];
  }
  if (!answers(pid)) return undefined;
  return process.platform === 'win32' ? 'running' : ps(pid, 'lstart');
}

/** Whether a process lives: cheap enough to ask every second. */
export function isRunning(pid: number): boolean {
  return process.platform === 'linux' ? startOf(pid) !== undefined : answers(pid);
}

/** The name of the program that a process runs, without its folder; undefined if the system does not tell. */
export function programOf(pid: number): string | undefined {
  if (process.platform === 'win32') return undefined;
  if (process.platform !== 'linux') return ps(pid, 'comm')?.split('/').at(-1);
  try {
    return readFileSync(`/proc/${String(pid)}/comm`, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** /proc/<pid>/stat from its third field on (proc_pid_stat(5)); the second may hold blanks and brackets. */
function statOf(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function ps(pid: number, column: string): string | undefined {
  try {
    return (
      execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
    );
  } catch {
    return undefined;
  }
}

// The command line within this process, over a database of the test cluster: what it prints, and its exit code.
import { jest } from '@jest/globals';
import type { TestDatabase } from './database.js';
import { testCluster } from './cluster.js';

export interface Called {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

type Program = (args: readonly string[]) => Promise<number>;

/** Runs the program with these arguments; `process.exitCode` is as it was afterwards. */
export async function call(
  program: Program,
  args: readonly string[],
  database?: TestDatabase,
): Promise<Called> {
  const said = { stdout: '', stderr: '' };
  const hear = (stream: 'stdout' | 'stderr', end: string) => (text: unknown) => {
    said[stream] += `${String(text)}${end}`;
    return true;
  };
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation(hear('stdout', '')),
    jest.spyOn(process.stderr, 'write').mockImplementation(hear('stderr', '')),
    jest.spyOn(console, 'log').mockImplementation((text: unknown) => void hear('stdout', '\n')(text)),
    jest.spyOn(console, 'error').mockImplementation((text: unknown) => void hear('stderr', '\n')(text)),
  ];
  process.env['DATABASE_URL'] = database ? addressOf(database) : 'nowhere';
  // Another spec file may have failed in this process before.
  const exitCode = process.exitCode;
  forgetExitCode();
  try {
    const code = await program(args);
    return { code: code === 0 ? Number(process.exitCode ?? 0) : code, ...said };
  } finally {
    process.exitCode = exitCode;
    delete process.env['DATABASE_URL'];
    for (const spy of spies) spy.mockRestore();
  }
}

function forgetExitCode(): void {
  process.exitCode = undefined;
}

/** As a superuser, who may take on every role. */
function addressOf({ name }: TestDatabase): string {
  const { host, port, user, password } = testCluster();
  const more = new URLSearchParams({
    host,
    port: String(port),
    user,
    ...(password !== undefined && { password }),
  });
  return `postgresql:///${name}?${more.toString()}`;
}

// What the steps have in common: running a tool quietly, and failing in one clear line.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

/** A failure that is explained by its message, without a stack trace. */
export class StepError extends Error {}

/** Runs a tool without a word; when it fails, a StepError says so and goes on with what `telling` picks of its lines. */
export async function runQuietly(command, args, { failure, telling, shell = false }) {
  const child = spawn(command, args, {
    cwd: root,
    shell,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  let output = '';
  const keep = (text) => (output = (output + text).slice(-100_000));
  child.stdout.setEncoding('utf8').on('data', keep);
  child.stderr.setEncoding('utf8').on('data', keep);
  const outcome = await new Promise((done) => {
    child.on('error', (error) => done(error.message));
    child.on('close', (code, signal) => done(code === 0 ? undefined : `exit ${signal ?? code}`));
  });
  if (outcome === undefined) return;
  const told = telling(output.trimEnd().split('\n')).join('\n');
  throw new StepError(`${failure} (${outcome})${told ? `:\n${told}` : '.'}`);
}

/** Runs what a script is there for; a failure becomes its message and exit code 1. */
export async function finish(work) {
  try {
    await work();
  } catch (error) {
    const expected = error instanceof StepError || error?.name === 'PostgresStartError';
    console.error(expected ? error.message : (error?.stack ?? error));
    process.exitCode = 1;
  }
}

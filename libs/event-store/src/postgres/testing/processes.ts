import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a writer process reports when it ends. */
export interface WriterReport {
  readonly written: number;
  readonly refused: number;
}

/** A process of its own with a store of its own, which writes so many times to few streams. */
export function startWriter(
  database: string,
  howOften: number,
): { pid: number; ended: Promise<WriterReport> } {
  const { pid, output } = start('writer.process.ts', database, String(howOften));
  return { pid, ended: output.then((text) => JSON.parse(text) as WriterReport) };
}

/** A process of its own that runs the tally until it is killed or the tally has come to this position. */
export function startRunner(database: string, until: number): { pid: number; ended: Promise<string> } {
  const { pid, output } = start('runner.process.ts', database, String(until));
  return { pid, ended: output };
}

const started = new Set<ChildProcess>();

/** Ends what a failed test may have left behind. */
export function killProcesses(): void {
  for (const child of started) child.kill('SIGKILL');
}

function start(script: string, ...args: string[]): { pid: number; output: Promise<string> } {
  const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
  const child = spawn(process.execPath, ['--import', path('typescript.mjs'), path(script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  started.add(child);
  child.on('close', () => started.delete(child));
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const output = new Promise<string>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0 || signal === 'SIGKILL') resolve(text);
      else reject(new Error(`${script} ended with ${String(code ?? signal)}`));
    });
  });
  return { pid: child.pid ?? 0, output };
}

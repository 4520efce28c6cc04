import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from '@swc/core';

const repository = join(import.meta.dirname, '..', '..');

/**
 * Writes the launcher as plain JavaScript into a folder, so that other processes can run it without a build.
 * `modules` is where it finds the PostgreSQL package; left out: ours.
 */
export function placeLauncher(folder: string, modules = join(repository, 'node_modules')): string {
  const source = join(repository, 'libs/embedded-postgres/src');
  const launcher = join(folder, 'launcher');
  mkdirSync(launcher, { recursive: true });
  for (const name of readdirSync(source).filter((file) => /^(?!.*\.spec\.ts$).*\.ts$/.test(file))) {
    const { code } = transformSync(readFileSync(join(source, name), 'utf8'), {
      swcrc: false,
      configFile: false,
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'es6' },
    });
    writeFileSync(join(launcher, name.replace(/\.ts$/, '.js')), code);
  }
  writeFileSync(join(launcher, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(launcher, 'user.js'), user);
  symlinkSync(modules, join(launcher, 'node_modules'), 'dir');
  return launcher;
}

/** Starts PostgreSQL, reports in one line of JSON, and stops when it reads "stop". */
const user = `
import { startPostgres } from './index.js';
const options = JSON.parse(process.argv[2]);
try {
  const postgres = await startPostgres(options);
  const report = (what) => process.stdout.write(JSON.stringify(what) + '\\n');
  postgres.onUnexpectedExit((message) => report({ ended: message }));
  process.stdin.on('data', async (text) => {
    if (String(text).includes('stop')) await postgres.stop();
    process.exit(0);
  });
  report(postgres.connection);
} catch (error) {
  process.stdout.write(JSON.stringify({ name: error.name, message: error.message }) + '\\n');
  process.exit(1);
}
`;

/** Another process that uses a server through the launcher. */
export class ClusterProcess {
  private readonly lines: string[] = [];
  private constructor(private readonly child: ChildProcess) {
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      const lines = text.split('\n');
      text = lines.pop() ?? '';
      this.lines.push(...lines);
    });
  }

  /** As another uid, or with another environment, if that is asked for. */
  static start(launcher: string, options: object, as: { uid?: number; gid?: number; env?: object } = {}) {
    const { env, ...ids } = as;
    const child = spawn(process.execPath, [join(launcher, 'user.js'), JSON.stringify(options)], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, NODE_OPTIONS: '', ...env },
      ...ids,
    });
    return new ClusterProcess(child);
  }

  /** The next line that it reports: its connection, a refusal, or that the server ended. */
  async report(): Promise<Record<string, unknown>> {
    while (this.lines.length === 0 && this.child.exitCode === null && this.child.signalCode === null) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return JSON.parse(this.lines.shift() ?? '{}') as Record<string, unknown>;
  }

  /** Leaves in good order. */
  async stop(): Promise<void> {
    await this.endBy(() => this.child.stdin?.write('stop\n'));
  }

  /** Ends without a word to the launcher: `process.exit`, as after an error that nobody caught. */
  async exit(): Promise<void> {
    await this.endBy(() => this.child.stdin?.write('exit\n'));
  }

  async kill(): Promise<void> {
    await this.endBy(() => this.child.kill('SIGKILL'));
  }

  private async endBy(action: () => unknown): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exit = once(this.child, 'exit');
    action();
    await exit;
  }
}

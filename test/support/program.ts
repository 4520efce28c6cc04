// The built program as its users run it: as processes of their own, with a folder for their data.
import { execFileSync, spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export const root = join(import.meta.dirname, '..', '..');
const SERVER = join(root, 'dist/apps/tracker/src/main.js');
const CLI = join(root, 'dist/apps/cli/src/main.js');

export interface Ended {
  /** null where a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export class Running {
  stdout = '';
  stderr = '';
  readonly ended: Promise<Ended>;

  constructor(readonly child: ChildProcess) {
    child.stdout?.setEncoding('utf8').on('data', (part: string) => (this.stdout += part));
    child.stderr?.setEncoding('utf8').on('data', (part: string) => (this.stderr += part));
    this.ended = new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, signal) =>
        resolve({ code, signal, stdout: this.stdout, stderr: this.stderr }),
      );
    });
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** The address in the line that says it is ready. Throws with its last words if it ends before. */
  async ready(): Promise<string> {
    for (;;) {
      const [, address] = /^Chancery is ready at (http:\S+)$/m.exec(this.stdout) ?? [];
      if (address !== undefined) return address;
      if (this.hasEnded) throw new Error(`it ended: ${JSON.stringify(await this.ended)}`);
      await sleep(10);
    }
  }

  async end(signal: NodeJS.Signals): Promise<Ended> {
    if (!this.hasEnded) this.child.kill(signal);
    return this.ended;
  }
}

/** Ours, without what would bend the program: a database, or options of the Node that runs the tests. */
function environment(own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const bends = /^(PG[A-Z]+|DATABASE_\w*URL|CHANCERY_\w+|PORT|HOST|NODE_OPTIONS)$/;
  return { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !bends.test(name))), ...own };
}

export function run(args: string[], env: NodeJS.ProcessEnv, options: SpawnOptions = {}): Running {
  const child = spawn(process.execPath, args, {
    cwd: tmpdir(),
    env: environment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
  return new Running(child);
}

/** What one test starts and leaves behind, in one folder that goes when it ends. */
export class Household {
  readonly data = realpathSync(mkdtempSync(join(tmpdir(), 'chancery-e2e-')));
  readonly #running: Running[] = [];
  readonly #mounted: string[] = [];

  /** `npm start` after its build, on a free port. */
  serve(env: NodeJS.ProcessEnv = {}, options: SpawnOptions = {}): Running {
    return this.node([SERVER], { PORT: '0', ...env }, options);
  }

  /** `npm start` itself, with nothing to install and nothing to build. */
  start(env: NodeJS.ProcessEnv = {}): Running {
    return this.node([join(root, 'scripts/start.mjs')], { PORT: '0', ...env });
  }

  /** One call of the command line. */
  chancery(args: string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
    return this.node([CLI, ...args], env).ended;
  }

  node(args: string[], env: NodeJS.ProcessEnv = {}, options: SpawnOptions = {}): Running {
    const running = run(args, { CHANCERY_DATA: this.data, ...env }, options);
    this.#running.push(running);
    return running;
  }

  /** How a superuser reaches the embedded server while it runs. */
  get superuser() {
    const [, , , port, host] = this.#postmaster();
    return { host: host ?? '', port: Number(port), user: 'postgres', database: 'chancery' };
  }

  get postmasterIsReady(): boolean {
    return this.#postmaster()[7]?.trim() === 'ready';
  }

  get postmasterPid(): number | undefined {
    return Number(this.#postmaster()[0]) || undefined;
  }

  #postmaster(): string[] {
    const file = join(this.data, 'postgres', 'postmaster.pid');
    try {
      return readFileSync(file, 'utf8').split('\n');
    } catch {
      return [];
    }
  }

  /** Pids of what works in the data folder: a PostgreSQL server and its sessions. */
  processesInData(): number[] {
    if (process.platform !== 'linux') return this.postmasterPid === undefined ? [] : [this.postmasterPid];
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .filter((pid) => {
        try {
          return readlinkSync(`/proc/${pid}/cwd`).startsWith(this.data);
        } catch {
          return false;
        }
      })
      .map(Number);
  }

  /** A file system in memory, in a folder of the data; undefined where none may be mounted. */
  mount(size: string): string | undefined {
    const folder = join(this.data, `disk-${size}`);
    mkdirSync(folder);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=755`, 'tmpfs', folder], {
        stdio: 'ignore',
      });
    } catch {
      return undefined;
    }
    this.#mounted.push(folder);
    return folder;
  }

  /** Kills what still runs, and removes everything. */
  async leave(): Promise<void> {
    for (const running of this.#running) await running.end('SIGKILL');
    for (const pid of this.processesInData()) killed(pid);
    while (this.processesInData().length > 0) await sleep(20);
    // A server that was killed leaves its socket.
    const socket = this.#postmaster()[4] ?? '';
    if (basename(socket).startsWith('chancery-')) rmSync(socket, { recursive: true, force: true });
    for (const folder of this.#mounted) execFileSync('umount', [folder]);
    rmSync(this.data, { recursive: true, force: true });
  }
}

/** kill -9, if there is anybody. */
export function killed(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

export async function until(condition: () => boolean, patienceMs = 30_000): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('it did not come to pass in time');
    await sleep(2);
  }
}

/** The standings of a state by body, over REST: `{ 'board-of-peace': 'accepted/accepted' }`, own and reported. */
export async function standingsOf(
  address: string,
  state: string,
  query = '',
): Promise<Record<string, string>> {
  const response = await fetch(`${address}/api/v1/states/${state}/memberships${query}`);
  const { items } = (await response.json()) as {
    items: { body: { slug: string }; standing: string; reported: { standing: string } }[];
  };
  return Object.fromEntries(
    items.map((item) => [item.body.slug, `${item.standing}/${item.reported.standing}`]),
  );
}

export interface LoggedEvent {
  readonly position: number;
  readonly streamId: string;
  readonly type: string;
}

/** The whole log over REST, page by page. */
export async function wholeLog(address: string): Promise<LoggedEvent[]> {
  const events: LoggedEvent[] = [];
  for (let next = '/api/v1/events?limit=200'; ;) {
    const { items, links } = (await (await fetch(address + next)).json()) as {
      items: LoggedEvent[];
      links: { next: string };
    };
    if (items.length === 0) return events;
    events.push(...items);
    next = links.next;
  }
}

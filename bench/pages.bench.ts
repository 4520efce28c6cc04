// Pages against the REST reads that say the same: what it costs to be read by a person and not by a program. One running
// program over the whole demo register, asked by callers who keep their connections.
// node dist/bench/pages.bench.js [--requests 2000]
import { spawn, type ChildProcess } from 'node:child_process';
import { Agent, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openRegister, readConfig, type Register } from '#application';
import type { Halves, Limits } from '#web';
import { addressOf, printTable, withEmptyDatabase } from './support.js';

/** How many ask at once; each waits for its answer before it asks again. */
const CALLERS = 4;
/** Requests of one kind in a row. The kinds take turns, so that a slow moment of the machine falls on all of them. */
const BLOCK = 100;
const WARM_UP = 300;
const file = fileURLToPath(import.meta.url);

/** A page, the REST read that it names as its twin, and all reads that say what it says, as one caller asks them. */
interface Compared {
  readonly name: string;
  readonly page: string;
  readonly twin: string;
  readonly more: readonly string[];
}

const PAGES: readonly Compared[] = [
  { name: 'home', page: '/', twin: '/api/v1/bodies', more: [] },
  { name: 'list of states', page: '/states', twin: '/api/v1/states', more: [] },
  {
    name: 'a state',
    page: '/states/KAZ',
    twin: '/api/v1/states/KAZ/memberships',
    more: ['/api/v1/states/KAZ', '/api/v1/states/KAZ/timeline'],
  },
  {
    name: 'a body',
    page: '/bodies/board-of-peace',
    twin: '/api/v1/bodies/board-of-peace/members',
    more: [
      '/api/v1/bodies/board-of-peace',
      '/api/v1/bodies/board-of-peace/organs',
      '/api/v1/bodies/board-of-peace/counts',
    ],
  },
  {
    name: 'a membership',
    page: '/memberships/board-of-peace/KAZ',
    twin: '/api/v1/memberships/board-of-peace/KAZ',
    more: [
      '/api/v1/memberships/board-of-peace/KAZ/history',
      '/api/v1/memberships/board-of-peace/KAZ/explain',
    ],
  },
  {
    name: 'a source',
    page: '/sources/alamsar-2026-01-19',
    twin: '/api/v1/sources/alamsar-2026-01-19',
    more: [],
  },
];

/** The program itself, without limits of how often one may ask; says its port, and ends when its input does. */
async function serve(database: string): Promise<void> {
  const register = await openRegister(readConfig({ DATABASE_URL: addressOf(database) }));
  // The composition root is a program and has no door for others, so that its parts are reached for by name.
  const root = '../apps/tracker/src';
  const { loadDemo } = (await import(`${root}/demo.js`)) as {
    loadDemo: (register: Register, file: string) => Promise<number>;
  };
  const { trackerApplication } = (await import(`${root}/tracker.module.js`)) as {
    trackerApplication: (
      register: Register,
      halves: Halves,
      limits: Limits,
    ) => Promise<NestFastifyApplication>;
  };
  await loadDemo(register, fileURLToPath(new URL('../../data/demo/register.ndjson', import.meta.url)));
  register.projector.start();
  await register.projector.waitFor((await register.store.head()).position, 600_000);
  const halves = { rest: true, pages: true, admin: true };
  const app = await trackerApplication(register, halves, { reads: Infinity, changes: Infinity });
  await app.listen(0, '127.0.0.1');
  process.stdout.write(`${String((app.getHttpServer().address() as AddressInfo).port)}\n`);
  process.stdin.resume().on('end', () => {
    app.getHttpServer().closeAllConnections();
    void app.close().then(() => register.close());
  });
}

async function started(database: string): Promise<{ readonly child: ChildProcess; readonly port: number }> {
  const child = spawn(process.execPath, [file, '--phase', 'serve', '--database', database], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => {
      resolve(Number(chunk.toString()));
    });
    child.once('close', (code) => {
      reject(new Error(`the program ended with ${String(code)}`));
    });
  });
  return { child, port };
}

/** Milliseconds from asking to the last byte, of each of so many requests; several paths are asked one after another. */
async function ask(
  port: number,
  agent: Agent,
  paths: readonly string[],
  requests: number,
): Promise<number[]> {
  const taken: number[] = [];
  let left = requests;
  const caller = async () => {
    while (left > 0) {
      left -= 1;
      const start = performance.now();
      for (const path of paths) await answered(port, agent, path);
      taken.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  return taken;
}

const answered = (port: number, agent: Agent, path: string): Promise<void> =>
  new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${path} is ${String(response.statusCode)}`));
      response.resume().on('end', resolve);
    }).on('error', reject);
  });

interface Times {
  readonly page: number[];
  readonly twin: number[];
  readonly all: number[];
}

async function measure(port: number, { page, twin, more }: Compared, requests: number): Promise<Times> {
  const agent = new Agent({ keepAlive: true, maxSockets: CALLERS });
  const kinds = { page: [page], twin: [twin], all: [twin, ...more] };
  const times: Times = { page: [], twin: [], all: [] };
  const names = (more.length === 0 ? ['page', 'twin'] : ['page', 'twin', 'all']) as (keyof Times)[];
  for (const name of names) await ask(port, agent, kinds[name], WARM_UP);
  for (let done = 0; done < requests; done += BLOCK)
    for (const name of names) times[name].push(...(await ask(port, agent, kinds[name], BLOCK)));
  agent.destroy();
  return more.length === 0 ? { ...times, all: times.twin } : times;
}

/** The time that so large a share of the requests stayed below. */
function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Flags that are meant for other benchmarks are let by. */
function given(): { readonly phase?: string; readonly database?: string; readonly requests?: string } {
  const text = { type: 'string' } as const;
  const options = { phase: text, database: text, requests: text };
  return parseArgs({ options, strict: false }).values as ReturnType<typeof given>;
}

async function main(): Promise<void> {
  const { requests = '2000' } = given();
  const ms = (times: readonly number[], share: number) => percentile(times, share).toFixed(1);
  const ratio = (times: Times, to: 'twin' | 'all') =>
    (percentile(times.page, 0.99) / percentile(times[to], 0.99)).toFixed(2);
  const rows = [['', 'page p50', 'page p99', 'REST p99', 'ratio of p99', 'ratio to all it says']];
  await withEmptyDatabase(async (database) => {
    const { child, port } = await started(database);
    try {
      for (const compared of PAGES) {
        const times = await measure(port, compared, Number(requests));
        const figures = [ms(times.page, 0.5), ms(times.page, 0.99), ms(times.twin, 0.99)];
        rows.push([compared.name, ...figures, ratio(times, 'twin'), ratio(times, 'all')]);
      }
    } finally {
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.stdin?.end();
      await ended;
    }
  });
  console.log(`${requests} requests of each kind by ${String(CALLERS)} callers, in milliseconds`);
  printTable(rows);
}

const { phase, database } = given();
if (phase === 'serve' && database !== undefined) await serve(database);
else await main();

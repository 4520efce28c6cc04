// Pages against the REST reads that say the same: what it costs to be read by a person and not by a program.
//
// One process serves both, over the whole demo register in a PostgreSQL of its own; four callers keep their connections
// and each waits for its answer before it asks again. A time is from asking to the last byte, as a stranger on a first
// visit asks: no cookie, no If-None-Match, and nothing is kept between two requests for the same page. A page names at its
// foot the REST reads that say the same: its twin, and others where it says what several reads say. Of the page, of its
// twin, and of all these reads asked one after another, so many requests are made in turns of a hundred after a warm-up.
// The figure is the p99 of the page divided by the p99 of the reads that say the same; beside it, by that of the twin alone.
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

interface Kind {
  readonly name: string;
  readonly page: string;
  readonly language?: 'ar';
}

const STATE = '/states/KAZ';
const BODY = '/bodies/board-of-peace';
const MEMBERSHIP = '/memberships/board-of-peace/KAZ';

const KINDS: readonly Kind[] = [
  { name: 'home', page: '/' },
  { name: 'states', page: '/states' },
  { name: 'a state', page: STATE },
  { name: 'a state in Arabic', page: STATE, language: 'ar' },
  { name: 'bodies', page: '/bodies' },
  { name: 'a body', page: BODY },
  { name: 'a membership', page: MEMBERSHIP },
  { name: 'a membership as known earlier', page: `${MEMBERSHIP}?knownAt=2026-01-20T00:00:00Z` },
  { name: 'sources', page: '/sources' },
  { name: 'a source', page: '/sources/alamsar-2026-01-19' },
  { name: 'log', page: '/log' },
  { name: 'events', page: '/log/events' },
  { name: 'search', page: '/search?q=korea' },
];

/** A page with the reads that say the same, its twin first. */
interface Compared extends Kind {
  readonly reads: readonly string[];
}

/** Finds them where a reader finds them: at the foot of the page. */
async function withReads(port: number, kind: Kind): Promise<Compared> {
  const response = await fetch(`http://127.0.0.1:${String(port)}${kind.page}`);
  const [, foot = ''] = /<footer class="foot">(.*?)<\/footer>/s.exec(await response.text()) ?? [];
  const reads = [...foot.matchAll(/<a href="(\/api\/v1\/[^"]*)"/g)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&'))
    .filter((href) => !href.includes('format='));
  if (reads.length === 0) throw new Error(`${kind.page} names no read`);
  return { ...kind, reads };
}

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
  language: string,
  requests: number,
): Promise<number[]> {
  const taken: number[] = [];
  let left = requests;
  const caller = async () => {
    while (left > 0) {
      left -= 1;
      const start = performance.now();
      for (const path of paths) await answered(port, agent, path, language);
      taken.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  return taken;
}

const answered = (port: number, agent: Agent, path: string, language: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers = { 'accept-language': language };
    get({ host: '127.0.0.1', port, path, agent, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${path} is ${String(response.statusCode)}`));
      response.resume().on('end', resolve);
    }).on('error', reject);
  });

interface Times {
  readonly page: number[];
  readonly twin: number[];
  readonly all: number[];
}

async function measure(port: number, compared: Compared, requests: number): Promise<Times> {
  const { page, reads, language = 'en' } = compared;
  const agent = new Agent({ keepAlive: true, maxSockets: CALLERS });
  const kinds = { page: [page], twin: reads.slice(0, 1), all: reads };
  const times: Times = { page: [], twin: [], all: [] };
  const names = (reads.length === 1 ? ['page', 'twin'] : ['page', 'twin', 'all']) as (keyof Times)[];
  for (const name of names) await ask(port, agent, kinds[name], language, WARM_UP);
  for (let done = 0; done < requests; done += BLOCK)
    for (const name of names) times[name].push(...(await ask(port, agent, kinds[name], language, BLOCK)));
  agent.destroy();
  return reads.length === 1 ? { ...times, all: times.twin } : times;
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
  const rows = [
    ['', 'reads', 'page p50', 'reads p50', 'page p99', 'reads p99', 'ratio of p99', 'to the twin'],
  ];
  await withEmptyDatabase(async (database) => {
    const { child, port } = await started(database);
    try {
      for (const kind of KINDS) {
        const compared = await withReads(port, kind);
        const times = await measure(port, compared, Number(requests));
        const figures = [0.5, 0.99].flatMap((share) => [ms(times.page, share), ms(times.all, share)]);
        const reads = String(compared.reads.length);
        rows.push([kind.name, reads, ...figures, ratio(times, 'all'), ratio(times, 'twin')]);
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

// What the benchmarks share: a database of their own, phases in processes of their own, a table at the end.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { eventCodec, eventStoreRoles, eventStoreSql, type AppendRequest, type NewEvent } from '#event-store';

/** What one phase measured, in a process of its own. */
export interface Measured {
  readonly events: number;
  readonly seconds: number;
  /** Most memory that the process ever held, in MB. */
  readonly peakMb: number;
}

export type Phase = (pool: pg.Pool, events: number) => Promise<void>;

/** `DATABASE_URL`, or the connection as JSON in `CHANCERY_TEST_POSTGRES`; the user must be allowed to create databases. */
function server(): pg.PoolConfig {
  const { DATABASE_URL: url, CHANCERY_TEST_POSTGRES: json } = process.env;
  if (url) return { connectionString: url };
  if (json) return JSON.parse(json) as pg.PoolConfig;
  throw new Error('say where PostgreSQL is, in DATABASE_URL or CHANCERY_TEST_POSTGRES');
}

export function connect(database: string, max: number): pg.Pool {
  const pool = new pg.Pool({ ...to(database), max });
  // A session that is still closing when its database is dropped has nothing left to say.
  return pool.on('error', () => undefined);
}

function to(database: string): pg.PoolConfig {
  const { connectionString, ...fields } = server();
  if (!connectionString) return { ...fields, database };
  const url = new URL(connectionString);
  url.pathname = database;
  return { connectionString: url.href };
}

/** As `DATABASE_URL` names a database of the server. */
export function addressOf(database: string): string {
  const { connectionString, host = '', port = 5432, user = '', password } = to(database);
  if (connectionString) return connectionString;
  const more = new URLSearchParams({ host, port: String(port), user });
  if (typeof password === 'string') more.set('password', password);
  return `postgresql:///${database}?${more.toString()}`;
}

/** Runs the work in a database that has the event store in it, and in `bare` a table of the same shape. */
export async function withDatabase(work: (database: string) => Promise<void>): Promise<void> {
  await withEmptyDatabase(async (name) => {
    const pool = connect(name, 1);
    try {
      for (const role of Object.values(eventStoreRoles)) await pool.query(createRole(role));
      for (const statement of [...eventStoreSql(), BARE]) await pool.query(statement);
      await work(name);
    } finally {
      await pool.end();
    }
  });
}

export async function withEmptyDatabase(work: (database: string) => Promise<void>): Promise<void> {
  const admin = new pg.Pool({ ...server(), max: 1 });
  const name = `chancery_bench_${process.pid}`;
  await admin.query(`CREATE DATABASE ${name}`);
  try {
    await work(name);
  } finally {
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  }
}

const createRole = (role: string): string =>
  `DO $$ BEGIN CREATE ROLE ${role}; EXCEPTION WHEN duplicate_object THEN NULL; END $$`;

/** The columns and indexes of the log, with positions from a sequence, and nothing that makes it an event store. */
const BARE = `
  CREATE SCHEMA bare;
  CREATE TABLE bare.event (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, event_id uuid NOT NULL UNIQUE,
    stream_id text COLLATE "C" NOT NULL, version integer NOT NULL, type text COLLATE "C" NOT NULL,
    schema_version smallint NOT NULL, data jsonb NOT NULL, metadata jsonb NOT NULL,
    recorded_at timestamptz(3) NOT NULL, UNIQUE (stream_id, version))`;

/** Runs this file again for one phase, in a process of its own. */
export function inOwnProcess(
  file: string,
  phase: string,
  database: string,
  events: number,
): Promise<Measured> {
  const args = [file, '--phase', phase, '--database', database, '--events', String(events)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(output) as Measured);
      else reject(new Error(`${phase} ended with ${String(code)}`));
    });
  });
}

/** The other side of `inOwnProcess`: runs the phase that the arguments name. Gives false where they name none. */
export async function runNamedPhase(
  phases: Readonly<Record<string, Phase>>,
  connections: number,
): Promise<boolean> {
  const { phase, database, events } = flags();
  if (phase === undefined || database === undefined) return false;
  const run = phases[phase];
  if (!run) throw new Error(`there is no phase ${phase}`);
  const pool = connect(database, connections);
  await run(pool, 200); // connections, plans and just-in-time compilers warm up
  const start = performance.now();
  await run(pool, events ?? 0);
  const seconds = (performance.now() - start) / 1000;
  await pool.end();
  const measured = { events, seconds, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) };
  process.stdout.write(JSON.stringify(measured));
  return true;
}

export function flags(): { phase?: string | undefined; database?: string | undefined; events?: number } {
  const text = { type: 'string' } as const;
  const { phase, database, events } = parseArgs({
    options: { phase: text, database: text, events: text },
  }).values;
  return { phase, database, ...(events !== undefined && { events: Number(events) }) };
}

export const codec = eventCodec({ CharterSigned: { schemas: [{ parse: (data) => data }] } });

/** An event of about 0.4 kB. */
export function signature(number: number): NewEvent {
  return {
    type: 'CharterSigned',
    data: {
      kind: 'definitive',
      on: '2026-01-22',
      signedBy: { name: 'H. E. A. N. Other', office: 'Minister of Foreign Affairs' },
      sources: [
        { id: `source-${number}`, page: number, url: 'https://treaties.example.org/collection/volume/12' },
      ],
      note: 'Signed at Davos in the presence of the depositary, with a declaration that is kept with the original.',
    },
  };
}

export const metadata = () => ({ actor: 'officer:amina', correlationId: randomUUID() });

/** A request to write one event as the next of a stream. */
export function write(streamId: string, version: number, events: NewEvent[]): AppendRequest {
  return { writes: [{ streamId, expect: version, events }], metadata: metadata() };
}

/** Prints rows in columns, the first to the left and all others to the right. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[0] ?? 0),
    );
    console.log(cells.join('   '));
  }
}

/** Several rounds of one phase as one. */
export function sum(rounds: readonly Measured[]): Measured {
  return {
    events: rounds.reduce((total, { events }) => total + events, 0),
    seconds: rounds.reduce((total, { seconds }) => total + seconds, 0),
    peakMb: Math.max(...rounds.map(({ peakMb }) => peakMb)),
  };
}

/** How many events the one does while the other does one. */
export const ratio = (one: Measured, other: Measured): string =>
  (one.events / one.seconds / (other.events / other.seconds)).toFixed(2);

export const perSecond = ({ events, seconds }: Pick<Measured, 'events' | 'seconds'>): string =>
  `${(events / seconds / 1000).toFixed(1)} k/s`;

// Reading the whole log against a bare keyset read of the same rows, with their JSON parsed.
// node dist/bench/read.bench.js [--events 300000]
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { PostgresEventStore } from '#event-store';
import {
  codec,
  connect,
  flags,
  inOwnProcess,
  perSecond,
  printTable,
  ratio,
  runNamedPhase,
  signature,
  sum,
  withDatabase,
  write,
  type Measured,
  type Phase,
} from './support.js';

const BATCH = 1_000;
/** The phases take turns, so that a slow moment of the machine falls on all of them. */
const ROUNDS = 2;
const file = fileURLToPath(import.meta.url);

async function fill(database: string, events: number): Promise<void> {
  const pool = connect(database, 2);
  const store = new PostgresEventStore({ writer: pool, reader: pool, codec });
  for (let stream = 0; stream < events / BATCH; stream++)
    await store.append(
      write(
        `membership-${stream}`,
        0,
        Array.from({ length: BATCH }, (_, index) => signature(index)),
      ),
    );
  await store.close();
  await pool.query('VACUUM ANALYZE event_store.event');
  await pool.end();
}

const readAll: Phase = async (pool, events) => {
  const store = new PostgresEventStore({ writer: pool, reader: pool, codec });
  let seen = 0;
  for await (const batch of store.readAll({ upTo: events, batchSize: BATCH })) seen += batch.length;
  if (seen !== events) throw new Error(`${seen} events`);
  await store.close();
};

const KEYSET = `
  SELECT position, event_id, stream_id, version, type, schema_version, data, metadata, recorded_at
  FROM event_store.event WHERE position > $1 ORDER BY position LIMIT ${BATCH}`;

/** As anyone would: rows as objects, all types parsed by the driver. */
const bareObjects: Phase = async (pool, events) => {
  let after = 0;
  while (after < events) {
    const { rows } = await pool.query<{ position: string }>({
      name: 'objects',
      text: KEYSET,
      values: [after],
    });
    after = Number(rows.at(-1)?.position);
  }
};

/** As fast as the driver goes: rows as arrays of text, and JSON.parse for the two JSON columns. */
const bareArrays: Phase = async (pool, events) => {
  const types: pg.CustomTypesConfig = { getTypeParser: () => (text: string) => text };
  let after = 0;
  while (after < events) {
    const { rows } = await pool.query<string[]>({
      name: 'arrays',
      text: KEYSET,
      values: [after],
      rowMode: 'array',
      types,
    });
    for (const row of rows) {
      JSON.parse(row[6] ?? '');
      JSON.parse(row[7] ?? '');
    }
    after = Number(rows.at(-1)?.[0]);
  }
};

const phases = { 'read all': readAll, 'bare, objects': bareObjects, 'bare, arrays': bareArrays };

async function main(): Promise<void> {
  const events = flags().events ?? 300_000;
  const measured = new Map<string, Measured>();
  await withDatabase(async (database) => {
    await fill(database, events);
    for (let round = 0; round < ROUNDS; round++)
      for (const phase of Object.keys(phases)) {
        const each = await inOwnProcess(file, phase, database, events);
        measured.set(phase, sum([...(measured.has(phase) ? [measured.get(phase) as Measured] : []), each]));
      }
  });
  const ours = measured.get('read all') as Measured;
  const rows = [['', 'events', 'peak', 'ratio of read all']];
  for (const [phase, each] of measured)
    rows.push([phase, perSecond(each), `${each.peakMb} MB`, phase === 'read all' ? '' : ratio(ours, each)]);
  printTable(rows);
}

if (!(await runNamedPhase(phases, 2))) await main();

// Appending one event at a time, and in bulk, against bare INSERTs into a table of the same shape, durably committed.
// node dist/bench/append.bench.js [--events 20000]
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { PostgresEventStore, type NewEvent } from '#event-store';
import {
  codec,
  flags,
  inOwnProcess,
  metadata,
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

const WRITERS = [1, 8, 32, 256];
/** Connections that bare INSERTs are spread over, at most; our store uses one. */
const CONNECTIONS = 32;
const BULK = 1_000;
/** Bare and ours take turns, so that a slow moment of the machine falls on both. */
const ROUNDS = 3;

const file = fileURLToPath(import.meta.url);
const run = randomUUID().slice(0, 8);
const streamOf = (writer: number, index: number) => `membership-${run}-${writer}-${Math.floor(index / 10)}`;

/** Each writer sends its next event when the last one is committed: ten events a stream. */
async function together(
  writers: number,
  events: number,
  one: (writer: number, index: number) => Promise<void>,
) {
  const each = Math.ceil(events / writers);
  const loop = async (writer: number) => {
    for (let index = 0; index < each; index++) await one(writer, index);
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => loop(writer)));
}

let calls = 0;

const ours =
  (writers: number): Phase =>
  async (pool, events) => {
    const store = new PostgresEventStore({ writer: pool, reader: pool, codec });
    const offset = 1_000_000 * ++calls;
    await together(writers, events, async (writer, index) => {
      await store.append(write(streamOf(writer, offset + index), index % 10, [signature(index)]));
    });
    await store.close();
  };

const bare =
  (writers: number): Phase =>
  async (pool, events) => {
    const offset = 1_000_000 * ++calls;
    await together(writers, events, async (writer, index) => {
      const event = signature(index);
      await pool.query({
        name: 'bare',
        text: `INSERT INTO bare.event (event_id, stream_id, version, type, schema_version, data, metadata, recorded_at)
             VALUES ($1, $2, $3, $4, 1, $5, $6, clock_timestamp())`,
        values: [
          randomUUID(),
          streamOf(writer, offset + index),
          1 + (index % 10),
          event.type,
          event.data,
          metadata(),
        ],
      });
    });
  };

const bulkEvents = (): NewEvent[] => Array.from({ length: BULK }, (_, index) => signature(index));

const oursInBulk: Phase = async (pool, events) => {
  const store = new PostgresEventStore({ writer: pool, reader: pool, codec });
  for (let batch = 0; batch < events / BULK; batch++)
    await store.append(write(`membership-${run}-${++calls}`, 0, bulkEvents()));
  await store.close();
};

const bareInBulk: Phase = async (pool, events) => {
  for (let batch = 0; batch < events / BULK; batch++) {
    const stream = `membership-${run}-${++calls}`;
    const rows = bulkEvents();
    await pool.query({
      name: 'bare in bulk',
      text: `INSERT INTO bare.event (event_id, stream_id, version, type, schema_version, data, metadata, recorded_at)
             SELECT e.id, $1, e.version, e.type, 1, e.data, $5, clock_timestamp()
             FROM unnest($2::uuid[], $3::text[], $4::jsonb[]) WITH ORDINALITY AS e(id, type, data, version)`,
      values: [
        stream,
        rows.map(() => randomUUID()),
        rows.map(({ type }) => type),
        rows.map(({ data }) => data),
        metadata(),
      ],
    });
  }
};

const phases: Record<string, Phase> = { 'ours bulk': oursInBulk, 'bare bulk': bareInBulk };
for (const writers of WRITERS) {
  phases[`ours ${writers}`] = ours(writers);
  phases[`bare ${writers}`] = bare(writers);
}

/** Takes turns over some rounds and adds up. */
async function compare(name: string, database: string, events: number): Promise<[Measured, Measured]> {
  const rounds: [Measured, Measured][] = [];
  for (let round = 0; round < ROUNDS; round++)
    rounds.push([
      await inOwnProcess(file, `bare ${name}`, database, Math.ceil(events / ROUNDS)),
      await inOwnProcess(file, `ours ${name}`, database, Math.ceil(events / ROUNDS)),
    ]);
  return [sum(rounds.map(([bareRound]) => bareRound)), sum(rounds.map(([, oursRound]) => oursRound))];
}

async function main(): Promise<void> {
  const events = flags().events ?? 20_000;
  const rows = [['', 'bare INSERT', 'append', 'ratio', 'peak bare', 'peak append']];
  await withDatabase(async (database) => {
    for (const name of [...WRITERS.map(String), 'bulk']) {
      const share = name === '1' ? events / 2 : name === '256' || name === 'bulk' ? events * 3 : events;
      const [bareSum, oursSum] = await compare(name, database, share);
      const label = name === 'bulk' ? `requests of ${BULK}` : `${name} writers`;
      rows.push([
        label,
        perSecond(bareSum),
        perSecond(oursSum),
        ratio(oursSum, bareSum),
        `${bareSum.peakMb} MB`,
        `${oursSum.peakMb} MB`,
      ]);
    }
  });
  printTable(rows);
  console.log(
    `Bare INSERTs use a connection a writer, at most ${CONNECTIONS}; append uses the connections of one store.`,
  );
}

if (!(await runNamedPhase(phases, CONNECTIONS))) await main();

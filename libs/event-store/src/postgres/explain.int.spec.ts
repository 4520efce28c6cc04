import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { codec, note, notes, to, uuid } from '../contract/subject.contract.js';
import { prepareRequest } from '../prepared-request.js';
import { appendBatch } from './append-batch.js';
import { FOLD_STREAMS } from './fold-streams.js';
import { PostgresEventStore, READ_STREAMS } from './postgres-event-store.js';
import { READ_LOG, READ_LOG_OF_TYPES } from './read-log.js';
import { testDatabase, type TestDatabase } from './testing/test-database.js';

// 40,000 events in 2,000 streams, written in such a way that no stream lies together.
const STREAMS = 2_000;
const ROUNDS = 20;

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  const store = new PostgresEventStore({ ...database, codec });
  for (let round = 0; round < ROUNDS; round++) {
    const writes = Array.from({ length: STREAMS }, (_, index) => to(`s${index}`, notes(1)).writes).flat();
    await store.append({ writes, metadata: { actor: 'me' }, idempotency: { key: `k${round}` } });
  }
  await store.close();
}, 60_000);
afterAll(() => database.drop());

interface Plan {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly Plan[];
}

/** The nodes of a plan, from the top. */
function nodes(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodes)];
}

async function planOf(
  client: pg.PoolClient,
  mode: string,
  query: string,
  types: string,
  values: string,
): Promise<Plan[]> {
  await client.query(`SET plan_cache_mode = ${mode}; PREPARE asked (${types}) AS ${query}`);
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    `EXPLAIN (FORMAT json) EXECUTE asked (${values})`,
  );
  await client.query('DEALLOCATE asked');
  return nodes((rows[0] as { 'QUERY PLAN': [{ Plan: Plan }] })['QUERY PLAN'][0].Plan);
}

const hundred = Array.from({ length: 100 }, (_, index) => `s${index}`).join();
const reads: [string, string, string, string, string][] = [
  ['readAll', READ_LOG, 'bigint, bigint', '20000, 21000', 'event_pkey'],
  [
    'readAll of some types',
    READ_LOG_OF_TYPES,
    'bigint, bigint, text[]',
    `20000, 21000, '{NoteTaken}'`,
    'event_pkey',
  ],
  [
    'readStreams of one',
    READ_STREAMS,
    'text[], bigint',
    `'{s7}', 9007199254740991`,
    'event_stream_id_version_key',
  ],
  [
    'readStreams of a hundred',
    READ_STREAMS,
    'text[], bigint',
    `'{${hundred}}', 9007199254740991`,
    'event_stream_id_version_key',
  ],
  [
    'foldStreams of one',
    FOLD_STREAMS,
    'text[], text, int',
    `'{s7}', 'notes', 1`,
    'event_stream_id_version_key',
  ],
  [
    'foldStreams of a hundred',
    FOLD_STREAMS,
    'text[], text, int',
    `'{${hundred}}', 'notes', 1`,
    'event_stream_id_version_key',
  ],
];

/** As soon as it is written, and after the server has looked at it. */
describe.each(['new', 'analysed'])('on a log of 40,000 events that is %s', (state) => {
  beforeAll(async () => {
    if (state === 'analysed') await database.owner.query('ANALYZE event_store.event');
  });

  describe.each(['force_generic_plan', 'force_custom_plan'])('with %s', (mode) => {
    it.each(reads)('%s goes by an index', async (_, query, types, values, index) => {
      const client = await database.reader.connect();
      const plan = await planOf(client, mode, query, types, values);
      client.release(true);
      const kinds = plan.map((node) => node['Node Type']);
      expect(plan.map((node) => node['Index Name'])).toContain(index);
      expect(kinds.join()).not.toMatch(/Seq Scan|Hash|Merge/);
      // Without statistics the server may sort, but no more than the one range that it was asked for.
      if (state === 'analysed' && query !== FOLD_STREAMS) expect(kinds.join()).not.toMatch(/Sort/);
    });
  });

  /** How often the tables were read from end to end by what a transaction does. */
  async function fullScans(
    pool: pg.Pool,
    work: (client: pg.PoolClient) => Promise<unknown>,
  ): Promise<number> {
    const count = async () => {
      const { rows } = await client.query<{ scans: number }>(
        `SELECT sum(seq_scan)::int AS scans FROM pg_stat_xact_user_tables
         WHERE schemaname = 'event_store' AND relname IN ('event', 'idempotency')`,
      );
      return Number(rows[0]?.scans);
    };
    const client = await pool.connect();
    await client.query('BEGIN');
    const before = await count();
    await work(client);
    const after = await count();
    await client.query('ROLLBACK');
    client.release(true);
    return after - before;
  }

  it('position_at reads the log at single positions', async () => {
    const probe = `SELECT event_store.position_at(now()), event_store.position_at('2000-01-01')`;
    expect(await fullScans(database.reader, (client) => client.query(probe))).toBe(0);
  });

  it('result_of reads no more than the request wrote', async () => {
    const look = (client: pg.PoolClient) => client.query(`SELECT event_store.result_of('k3')`);
    expect(await fullScans(database.reader, look)).toBe(0);
  });

  it('append looks versions, keys and event ids up', async () => {
    const requests = Array.from({ length: 50 }, (_, index) => ({
      ...to(`s${index}`, [note('x', uuid(index + 1))], ROUNDS),
      checks: [{ streamId: `s${index + 1000}`, expect: 'stream-exists' as const }],
      idempotency: { key: index % 2 ? `k${index}` : `l${index}` },
    }));
    const append = (client: pg.PoolClient) =>
      appendBatch(
        client,
        requests.map((request) => prepareRequest(codec, request)),
      );
    expect(await fullScans(database.owner, append)).toBe(0);
  });
});

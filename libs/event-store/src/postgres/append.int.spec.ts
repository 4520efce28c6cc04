import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { codec, collect, note, notes, to, uuid } from '../contract/subject.contract.js';
import { prepareRequest } from '../prepared-request.js';
import type { AppendRequest } from '../store.js';
import { appendBatch } from './append-batch.js';
import { PostgresEventStore } from './postgres-event-store.js';
import { checkLog } from './testing/check-log.js';
import { killProcesses, startWriter } from './testing/processes.js';
import { testDatabase, testPool, type TestDatabase } from './testing/test-database.js';

jest.setTimeout(60_000);

let database: TestDatabase;
let store: PostgresEventStore;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  await database.empty();
  store = new PostgresEventStore({ ...database, codec });
});
afterEach(async () => {
  killProcesses();
  await store.close();
});

/** Collects the positions that a subscriber sees, up to a last one. */
async function follow(last: Promise<number>): Promise<number[]> {
  const ending = new AbortController();
  const seen: number[] = [];
  let until = Infinity;
  const check = () => {
    if (seen.length >= until) ending.abort();
  };
  const known = last.then((position) => {
    until = position;
    check();
  });
  for await (const batch of store.subscribe({ after: 0, signal: ending.signal })) {
    seen.push(...batch.map(({ position }) => position));
    check();
  }
  await known;
  return seen;
}

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

async function rollBack(request: AppendRequest): Promise<void> {
  const client = await database.writer.connect();
  await client.query('BEGIN');
  await appendBatch(client, [prepareRequest(codec, request)]);
  await client.query('ROLLBACK');
  client.release();
}

/** One of the things that happen when many write at once. */
function anything(number: number): Promise<unknown> {
  const stream = `s${Math.floor(Math.random() * 20)}`;
  const chance = Math.random();
  if (chance < 0.1) return rollBack(to(stream, notes(2)));
  if (chance < 0.2) return store.append(to(stream, notes(1), 1000));
  if (chance < 0.3) return store.append(to(stream, [note('x', uuid(number % 7))]));
  if (chance < 0.4) return store.append({ ...to(stream, notes(1)), idempotency: { key: `k${number % 5}` } });
  if (chance < 0.6) return store.append(to(stream, notes(1), Math.floor(Math.random() * 5)));
  return store.append(to(stream, notes(1 + Math.floor(Math.random() * 3))));
}

describe('many writers at once', () => {
  it('leave a log without a hole, which a subscriber sees once and in order', async () => {
    let finish: (last: number) => void = () => undefined;
    const following = follow(new Promise((resolve) => (finish = resolve)));
    const writers = Array.from({ length: 200 }, async (_, writer) => {
      const outcomes: PromiseSettledResult<unknown>[] = [];
      for (let turn = 0; turn < 8; turn++)
        outcomes.push(...(await Promise.allSettled([anything(writer * 8 + turn)])));
      return outcomes;
    });
    const outcomes = (await Promise.all(writers)).flat();
    const { position } = await store.head();
    finish(position);

    const refusals = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason as { code: string }] : [],
    );
    expect([...new Set(refusals.map(({ code }) => code))].sort()).toEqual([
      'duplicate-event-id',
      'key-reused',
      'wrong-version',
    ]);
    expect(position).toBeGreaterThan(800);
    expect(checkLog(await collect(store.readAll()))).toBe(position);
    expect(await following).toEqual(upTo(position));
  });

  it('in two processes do so too', async () => {
    let finish: (last: number) => void = () => undefined;
    const following = follow(new Promise((resolve) => (finish = resolve)));
    const writers = [startWriter(database.name, 400), startWriter(database.name, 400)];
    const reports = await Promise.all(writers.map(({ ended }) => ended));
    const { position } = await store.head();
    finish(position);

    expect(new Set(writers.map(({ pid }) => pid)).size).toBe(2);
    for (const { written, refused: conflicts } of reports) {
      expect(written).toBeGreaterThan(100);
      expect(conflicts).toBeGreaterThan(0);
    }
    expect(reports.reduce((sum, { written }) => sum + written, 0)).toBe(position);
    expect(checkLog(await collect(store.readAll()))).toBe(position);
    expect(await following).toEqual(upTo(position));
  });
});

describe('when a connection is lost', () => {
  /** Holds the head, so that an append waits in the database. */
  async function holdHead(): Promise<pg.PoolClient> {
    const client = await database.owner.connect();
    await client.query('BEGIN; SELECT FROM event_store.head FOR UPDATE');
    return client;
  }

  const sessions = (condition: string) =>
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND ${condition}`;

  async function endSessions(condition: string): Promise<number> {
    for (let attempt = 0; attempt < 100; attempt++) {
      const { rowCount } = await database.admin.query(
        `SELECT pg_terminate_backend(pid) FROM (${sessions(condition)}) s`,
      );
      if (rowCount) return rowCount;
      await delay(20);
    }
    throw new Error(`no session with ${condition}`);
  }

  it('every request of the batch fails, and the next is written', async () => {
    const holder = await holdHead();
    const batch = Promise.allSettled([store.append(to('a', notes(1))), store.append(to('b', notes(1)))]);
    await endSessions(`query LIKE '%event_store.append%' AND wait_event_type = 'Lock'`);
    const outcomes = await batch;
    await holder.query('ROLLBACK');
    holder.release();

    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(outcomes[0].status === 'rejected' && outcomes[0].reason).toMatchObject({ code: '57P01' });
    expect(await store.append(to('a', notes(1)))).toMatchObject({ first: 1 });
  });

  it('a request is safe to repeat under its key', async () => {
    const request = { ...to('a', notes(2)), idempotency: { key: 'k' } };
    const holder = await holdHead();
    const lost = store.append(request).catch((error: unknown) => error);
    await endSessions(`query LIKE '%event_store.append%' AND wait_event_type = 'Lock'`);
    await holder.query('ROLLBACK');
    holder.release();
    expect(await lost).toMatchObject({ code: '57P01' });
    const first = await store.append(request);
    expect(await store.append(request)).toEqual({ ...first, repeated: true });
    expect((await store.head()).position).toBe(2);
  });

  it('a subscriber goes on where it was', async () => {
    let finish: (last: number) => void = () => undefined;
    const following = follow(new Promise((resolve) => (finish = resolve)));
    await store.append(to('a', notes(3)));
    await delay(100);
    await endSessions(`query LIKE 'LISTEN%'`);
    for (let turn = 0; turn < 10; turn++) {
      await store.append(to('a', notes(1))).catch(() => undefined);
      await database.admin.query(
        `SELECT pg_terminate_backend(pid) FROM (${sessions(`query LIKE '%position > $1%' OR query LIKE 'LISTEN%'`)}) s`,
      );
      await delay(20);
    }
    const { position } = await store.head();
    finish(position);
    expect(position).toBe(13);
    expect(await following).toEqual(upTo(13));
  });
});

describe('the instant of an append', () => {
  it('is never before the last one, whatever the clock says', async () => {
    await store.append(to('a', notes(1)));
    await database.owner.query(`UPDATE event_store.head SET recorded_at = '2100-01-01T00:00:00.123Z'`);
    expect((await store.append(to('a', notes(1)))).recordedAt).toBe('2100-01-01T00:00:00.123Z');
  });

  it('is in UTC whatever the settings of the session', async () => {
    const { recordedAt } = await store.append(to('a', notes(1)));
    await database.admin.query(`ALTER DATABASE ${database.name} SET timezone TO 'Asia/Kathmandu'`);
    const pool = testPool(database.name, 'chancery_reader');
    const elsewhere = new PostgresEventStore({ writer: pool, reader: pool, codec });
    expect((await elsewhere.readStream('a'))[0]?.recordedAt).toBe(recordedAt);
    expect((await elsewhere.head()).recordedAt).toBe(recordedAt);
    expect(await elsewhere.positionAt(new Date(recordedAt))).toBe(1);
    await elsewhere.close();
    await pool.end();
    await database.admin.query(`ALTER DATABASE ${database.name} RESET timezone`);
  });
});

describe('a batch', () => {
  it('refuses one request without harm to its neighbours', async () => {
    await store.append(to('b', notes(1)));
    const outcomes = await Promise.allSettled([
      store.append(to('a', notes(2))),
      store.append(to('b', notes(3), 7)),
      store.append({ ...to('c', notes(1)), idempotency: { key: 'k' } }),
      store.append(to('d', [note('x', uuid(1))])),
    ]);
    expect(
      outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value.first : 'refused')),
    ).toEqual([2, 'refused', 4, 5]);
    const instants = (await collect(store.readAll({ after: 1 }))).map(({ recordedAt }) => recordedAt);
    expect(new Set(instants).size).toBe(1); // one transaction
  });
});

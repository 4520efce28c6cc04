import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { codec, notes, to, uuid } from '../contract/subject.contract.js';
import { InMemoryEventStore } from '../memory/in-memory-event-store.js';
import { loadLog } from './load-log.js';
import { PostgresEventStore } from './postgres-event-store.js';
import { testDatabase, type TestDatabase } from './testing/test-database.js';

jest.setTimeout(60_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(() => database.empty());

const event = (position: number, change: object = {}) => ({
  position,
  eventId: uuid(position),
  streamId: 'a',
  version: position,
  type: 'NoteTaken',
  schemaVersion: 1,
  data: {},
  metadata: { actor: 'me' },
  recordedAt: '2020-01-01T00:00:00.000Z',
  ...change,
});

/** Past the checks that come before it, straight to the function of the database. */
async function load(...calls: object[][]): Promise<void> {
  const client = await database.owner.connect();
  try {
    await client.query('BEGIN');
    for (const events of calls) await client.query('SELECT event_store.load($1)', [JSON.stringify(events)]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

describe('event_store.load', () => {
  it('takes a log in several calls of one transaction', async () => {
    await load(
      [event(1), event(2)],
      [event(3), event(4, { streamId: 'b', version: 1 })],
      [event(5, { version: 4 })],
    );
    const { rows } = await database.reader.query('SELECT position, recorded_at FROM event_store.head');
    expect(rows).toEqual([{ position: '5', recorded_at: new Date('2020-01-01') }]);
  });

  it.each([
    ['begins after 1', [[event(2, { version: 1 })]]],
    ['has a gap', [[event(1), event(3, { version: 2 })]]],
    ['begins before 1', [[event(0, { version: 1 })]]],
    ['has a gap between two calls', [[event(1)], [event(3, { version: 2 })]]],
    ['skips a version', [[event(1), event(2, { version: 3 })]]],
    ['skips a version between two calls', [[event(1)], [event(2, { version: 3 })]]],
    ['begins a stream at 2', [[event(1, { version: 2 })]]],
    ['goes back in time', [[event(1), event(2, { recordedAt: '2019-12-31T23:59:59.999Z' })]]],
    [
      'goes back in time between two calls',
      [[event(1)], [event(2, { recordedAt: '2019-12-31T23:59:59.999Z' })]],
    ],
    ['lies in the future', [[event(1, { recordedAt: '2999-01-01T00:00:00.000Z' })]]],
  ])('refuses a log that %s', async (_, calls) => {
    await expect(load(...calls)).rejects.toMatchObject({ code: '22000' });
    expect((await database.reader.query('SELECT FROM event_store.event')).rowCount).toBe(0);
  });

  it('refuses a second load, and one after an append', async () => {
    await load([event(1)]);
    await expect(load([event(2)])).rejects.toMatchObject({ code: '55000' });
    await database.empty();
    const store = new PostgresEventStore({ ...database, codec });
    await store.append(to('b', notes(1)));
    await store.close();
    await expect(load([event(2, { version: 1 })])).rejects.toMatchObject({ code: '55000' });
  });
});

describe('loadLog', () => {
  it('lets an append wait until the log is there', async () => {
    const memory = new InMemoryEventStore({ codec });
    await memory.append(to('a', notes(3)));
    const store = new PostgresEventStore({ ...database, codec });
    async function* slowly() {
      for (const each of memory.all()) {
        yield [each];
        await delay(20);
      }
    }
    const loading = loadLog(database.owner, codec, slowly());
    await delay(30);
    const appended = store.append(to('a', notes(1), 3));
    await loading;
    expect((await appended).first).toBe(4);
    await store.close();
  });

  it('wakes a subscriber', async () => {
    const memory = new InMemoryEventStore({ codec });
    await memory.append(to('a', notes(3)));
    const store = new PostgresEventStore({ ...database, codec });
    const subscription = store.subscribe({ after: 0, signal: new AbortController().signal });
    const first = subscription.next();
    await delay(100);
    const start = performance.now();
    await loadLog(database.owner, codec, [memory.all()]);
    expect((await first).value).toHaveLength(3);
    expect(performance.now() - start).toBeLessThan(800);
    await store.close();
  });
});

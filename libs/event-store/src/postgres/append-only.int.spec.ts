import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { codec, notes, to } from '../contract/subject.contract.js';
import { PostgresEventStore } from './postgres-event-store.js';
import { testDatabase, type TestDatabase } from './testing/test-database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  await database.empty();
  const store = new PostgresEventStore({ ...database, codec });
  await store.append({ ...to('a', notes(3)), idempotency: { key: 'k' } });
  await database.owner.query(`INSERT INTO event_store.projection VALUES ('tally', 1)`);
  await store.close();
});

const FORBIDDEN = '42501';

async function isRefused(pool: pg.Pool, statement: string): Promise<void> {
  const error = await pool.query(statement).then(
    () => new Error(`was carried out: ${statement}`),
    (thrown: unknown) => thrown,
  );
  expect({ statement, code: (error as { code?: string }).code }).toEqual({ statement, code: FORBIDDEN });
}

const APPEND = `SELECT event_store.append('[{}]', '{1}', '{0}', '{1}', '{b}', '{-1}', '{1}', '{1}', ARRAY[gen_random_uuid()],
  '{NoteTaken}', '{1}', '[{}]', '{}', '{}', '{}', '{}', '{}')`;
const LOAD = `SELECT event_store.load('[]')`;

describe('the owner', () => {
  it.each([
    `UPDATE event_store.event SET data = '{}' WHERE position = 1`,
    `UPDATE event_store.event SET data = '{}' WHERE false`,
    'DELETE FROM event_store.event WHERE position = 3',
    'TRUNCATE event_store.event',
    'TRUNCATE event_store.event, event_store.idempotency, event_store.head CASCADE',
    `UPDATE event_store.idempotency SET fingerprint = 'x'`,
    'DELETE FROM event_store.idempotency',
    'TRUNCATE event_store.idempotency',
    'DELETE FROM event_store.head',
    'TRUNCATE event_store.head',
    'INSERT INTO event_store.head VALUES (9, now())',
    'UPDATE event_store.head SET position = position - 1',
    `UPDATE event_store.head SET recorded_at = recorded_at - interval '1 ms'`,
  ])('cannot %s', async (statement) => {
    await isRefused(database.owner, statement);
  });

  it('cannot get round it as a replica does', async () => {
    const client = await database.admin.connect();
    await client.query('SET session_replication_role = replica');
    const deleted = client.query('DELETE FROM event_store.event');
    await expect(deleted).rejects.toMatchObject({ code: FORBIDDEN });
    client.release(true);
  });

  it('finds everything as it was after all that', async () => {
    const { rows } = await database.owner.query('SELECT count(*)::int AS events FROM event_store.event');
    expect(rows).toEqual([{ events: 3 }]);
  });
});

describe('the writer', () => {
  it('may append', async () => {
    await database.writer.query(APPEND);
    expect((await database.reader.query('SELECT position FROM event_store.head')).rows).toEqual([
      { position: '4' },
    ]);
  });

  it.each([
    'SELECT * FROM event_store.event',
    'SELECT * FROM event_store.head',
    `INSERT INTO event_store.event SELECT 4, gen_random_uuid(), 'b', 1, 'T', 1, '{}', '{}', now()`,
    'UPDATE event_store.head SET position = 10',
    `INSERT INTO event_store.idempotency VALUES ('l', 'f', 1, 1)`,
    'SELECT * FROM event_store.projection',
    `SELECT event_store.result_of('k')`,
    `SELECT event_store.position_at(now())`,
    LOAD,
    'CREATE TABLE event_store.mine ()',
  ])('cannot %s', async (statement) => {
    await isRefused(database.writer, statement);
  });
});

describe('the reader', () => {
  it('may read everything', async () => {
    for (const table of ['event', 'head', 'idempotency', 'projection'])
      expect((await database.reader.query(`SELECT * FROM event_store.${table}`)).rowCount).toBeGreaterThan(0);
  });

  it.each([
    `INSERT INTO event_store.event SELECT 4, gen_random_uuid(), 'b', 1, 'T', 1, '{}', '{}', now()`,
    `UPDATE event_store.event SET data = '{}'`,
    'DELETE FROM event_store.event',
    'UPDATE event_store.head SET position = 10',
    'SELECT * FROM event_store.head FOR UPDATE',
    `UPDATE event_store.projection SET position = 1`,
    APPEND,
    LOAD,
  ])('cannot %s', async (statement) => {
    await isRefused(database.reader, statement);
  });
});

describe('the projector', () => {
  it.each([
    'SELECT * FROM event_store.event, event_store.head',
    `INSERT INTO event_store.projection (name, version) VALUES ('new', 1)`,
    'SELECT * FROM event_store.projection FOR UPDATE SKIP LOCKED',
    'UPDATE event_store.projection SET position = 2, failed_position = 3',
  ])('may %s', async (statement) => {
    await expect(database.projector.query(statement)).resolves.toBeDefined();
  });

  it.each([
    `INSERT INTO event_store.event SELECT 4, gen_random_uuid(), 'b', 1, 'T', 1, '{}', '{}', now()`,
    `UPDATE event_store.event SET data = '{}'`,
    'UPDATE event_store.head SET position = 10',
    'SELECT * FROM event_store.idempotency',
    'DELETE FROM event_store.projection',
    `UPDATE event_store.projection SET name = 'other'`,
    `INSERT INTO event_store.projection (name, version, position) VALUES ('new', 1, 3)`,
    APPEND,
    LOAD,
  ])('cannot %s', async (statement) => {
    await isRefused(database.projector, statement);
  });
});

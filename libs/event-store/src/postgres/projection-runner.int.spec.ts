import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { replay } from '../replay.js';
import { PostgresEventStore } from './postgres-event-store.js';
import { runProjections, type ProjectionRunner, type ProjectionRunnerOptions } from './projection-runner.js';
import { waitForProjections } from './projection-state.js';
import { killProcesses, startRunner } from './testing/processes.js';
import {
  anyEvent,
  createTally,
  tallies,
  tally,
  tallyBinding,
  tallyCodec,
  TOO_MUCH,
  writing,
  type Tally,
} from './testing/tally.js';
import { testDatabase, testPool, type TestDatabase } from './testing/test-database.js';

jest.setTimeout(60_000);

let database: TestDatabase;
let store: PostgresEventStore;
let ending: AbortController;
let running: ProjectionRunner[];

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  await database.empty();
  await database.owner.query(
    `DROP TABLE IF EXISTS tally, other; ${createTally('tally')}; ${createTally('other')}`,
  );
  store = new PostgresEventStore({ ...database, codec: tallyCodec });
  ending = new AbortController();
  running = [];
});
afterEach(async () => {
  killProcesses();
  await stop();
  await store.close();
});

function run(options: Partial<ProjectionRunnerOptions> = {}): ProjectionRunner {
  const runner = runProjections({
    pool: database.projector,
    codec: tallyCodec,
    projections: [tallyBinding('tally')],
    signal: ending.signal,
    ...options,
  });
  running.push(runner);
  return runner;
}

async function stop(): Promise<void> {
  ending.abort();
  await Promise.all(running.map(({ finished }) => finished));
}

async function record(howMany: number): Promise<number> {
  await Promise.all(Array.from({ length: howMany }, () => store.append(anyEvent())));
  return (await store.head()).position;
}

const replayed = (upTo?: number): Promise<Map<string, Tally>> =>
  replay(tally('tally'), store.readAll(upTo === undefined ? {} : { upTo }));

async function expectLiveAsReplayed(upTo?: number): Promise<void> {
  expect(await tallies(database.reader, 'tally')).toEqual(await replayed(upTo));
}

/** Waits for something that must come about, and soon. */
async function until(check: () => boolean | Promise<boolean>): Promise<void> {
  const start = performance.now();
  while (!(await check())) {
    if (performance.now() - start > 20_000) throw new Error(`did not come about: ${String(check)}`);
    await delay(10);
  }
}

const statusOf = async (runner: ProjectionRunner) => (await runner.status())[0];
const hasStopped = (runner: ProjectionRunner) =>
  until(async () => (await statusOf(runner))?.failure !== undefined);

describe('a projection', () => {
  it.each([1, 3, 50, 5000])('is live what a replay gives, in batches of %i', async (batchSize) => {
    const runner = run({ batchSize });
    for (let turn = 0; turn < 4; turn++) await record(60);
    expect(await runner.waitFor(240, 20_000)).toBe(true);
    expect((await replayed()).size).toBeGreaterThan(5);
    await expectLiveAsReplayed();
  });

  it('moves over events that it does not look at', async () => {
    const runner = run();
    await store.append(writing('s', { type: 'Ignored', data: {} }));
    expect(await runner.waitFor(1, 20_000)).toBe(true);
    expect(await tallies(database.reader, 'tally')).toEqual(new Map());
  });

  it('is told of an append without waiting for a poll', async () => {
    const runner = run();
    await record(1);
    await runner.waitFor(1, 5_000);
    const start = performance.now();
    await record(1);
    expect(await runner.waitFor(2, 20_000)).toBe(true);
    expect(performance.now() - start).toBeLessThan(800);
  });

  it('reports how far it has come', async () => {
    const seen: number[] = [];
    await record(10);
    const runner = run({ batchSize: 4, onProgress: ({ position }) => seen.push(position) });
    await runner.waitFor(10, 5_000);
    await stop();
    expect(seen.slice(0, 3)).toEqual([4, 8, 10]);
    expect(await runner.status()).toEqual([{ name: 'tally', version: 1, position: 10, lag: 0 }]);
    await record(3);
    expect(await runner.status()).toEqual([{ name: 'tally', version: 1, position: 10, lag: 3 }]);
  });

  it('keeps a place of its own for each version', async () => {
    await record(5);
    const { projection, table } = tallyBinding('tally');
    const runner = run({
      projections: [tallyBinding('tally'), { projection: { ...projection, version: 2 }, table }],
    });
    await runner.waitFor(5, 5_000);
    expect((await runner.status()).map(({ version, position }) => [version, position])).toEqual([
      [1, 5],
      [2, 5],
    ]);
  });

  it('says so when it has not come to a position in time', async () => {
    await record(1);
    expect(await run().waitFor(2, 100)).toBe(false);
  });
});

describe('several runners of one projection', () => {
  it('over two pools apply each event once', async () => {
    const second = testPool(database.name, 'chancery_projector');
    run({ batchSize: 3 });
    run({ batchSize: 4, pool: second });
    const runner = run({ batchSize: 5 });
    for (let turn = 0; turn < 10; turn++) {
      await record(30);
      await delay(20);
    }
    expect(await runner.waitFor(300, 20_000)).toBe(true);
    await expectLiveAsReplayed();
    await stop();
    await second.end();
  });

  it('in processes of which one is killed apply each event once', async () => {
    await record(300);
    const [killed, other] = [startRunner(database.name, 600), startRunner(database.name, 600)];
    const reached = (position: number) =>
      waitForProjections(database.reader, [{ name: 'tally', version: 1 }], position, 10_000);
    expect(await reached(60)).toBe(true);
    process.kill(killed.pid, 'SIGKILL');
    await record(300);
    expect(Number(await other.ended)).toBeGreaterThan(0);
    expect(await killed.ended).toBe('');
    await expectLiveAsReplayed();
  });

  it('go on from where one that was stopped had come', async () => {
    await record(20);
    await run({ batchSize: 2 }).waitFor(6, 5_000);
    await stop();
    ending = new AbortController();
    expect(await run().waitFor(20, 20_000)).toBe(true);
    await expectLiveAsReplayed();
  });
});

describe('an event that cannot be taken', () => {
  let harmless: boolean;
  const both = () => [tallyBinding('tally', () => harmless), tallyBinding('other')];

  /** Thirteen events before it and twenty after it. */
  async function recordPoison(type = 'Poisoned', data: object = {}): Promise<string> {
    harmless = false;
    await record(13);
    const { first } = await store.append(writing('heavy', { type, data }));
    await record(20);
    const [event] = (await store.readAll({ after: first - 1, upTo: first }).next()).value as {
      eventId: string;
    }[];
    return event?.eventId ?? '';
  }

  it('stops its projection after everything before it, and no other', async () => {
    const eventId = await recordPoison();
    const runner = run({ projections: both() });
    expect(await runner.waitFor(34, 20_000)).toBe(false);
    await hasStopped(runner);
    const [stopped, other] = await runner.status();
    expect(stopped).toMatchObject({ position: 13, lag: 21 });
    expect(stopped?.failure).toMatchObject({ position: 14, eventId, message: 'this event cannot be taken' });
    expect(Date.parse(stopped?.failure?.at ?? '')).toBeGreaterThan(Date.now() - 60_000);
    await expectLiveAsReplayed(13);
    await until(async () => (await runner.status())[1]?.position === 34);
    expect(other?.failure).toBeUndefined();
  });

  it('is not passed over while the log grows', async () => {
    await recordPoison();
    const runner = run({ projections: both() });
    await hasStopped(runner);
    const { at } = (await statusOf(runner))?.failure ?? {};
    await record(10);
    await delay(1_500);
    expect(await statusOf(runner)).toMatchObject({ position: 13, failure: { at } });
  });

  it('is taken once it was mended and the projection is resumed, and the rest at once', async () => {
    await recordPoison();
    const seen: number[] = [];
    const runner = run({
      projections: both(),
      onProgress: ({ name, position }) => name === 'tally' && seen.push(position),
    });
    await hasStopped(runner);
    harmless = true;
    await runner.resume('tally');
    expect(await runner.waitFor(34, 20_000)).toBe(true);
    expect((await statusOf(runner))?.failure).toBeUndefined();
    await until(() => seen.includes(34));
    expect(seen.slice(seen.indexOf(13) + 1, seen.indexOf(34) + 1)).toEqual([14, 34]);
    await expectLiveAsReplayed();
  });

  it('stops its projection again when it is resumed in vain', async () => {
    await recordPoison();
    const runner = run({ projections: both() });
    await hasStopped(runner);
    const { at } = (await statusOf(runner))?.failure ?? {};
    await delay(5);
    await runner.resume('tally');
    await until(async () => (await statusOf(runner))?.failure?.at !== at);
    await hasStopped(runner);
    expect((await statusOf(runner))?.position).toBe(13);
  });

  it('is tried again by a process that starts', async () => {
    await recordPoison();
    const runner = run({ projections: both() });
    await hasStopped(runner);
    await stop();
    ending = new AbortController();
    harmless = true;
    const restarted = run({ projections: both() });
    await until(async () => (await statusOf(restarted))?.position === 34);
    expect((await statusOf(restarted))?.failure).toBeUndefined();
    await expectLiveAsReplayed();
  });

  it('is found where only the table refuses it', async () => {
    const eventId = await recordPoison('Counted', { count: TOO_MUCH });
    const runner = run();
    await hasStopped(runner);
    expect(await statusOf(runner)).toMatchObject({ position: 13, failure: { position: 14, eventId } });
    await expectLiveAsReplayed(13);
  });

  it('is found where the codec cannot read it', async () => {
    await recordPoison();
    const codec = { ...tallyCodec, decode: tallyCodec.decode.bind(tallyCodec) };
    codec.decode = (event) => {
      if (event.type === 'Poisoned') throw new Error('no such version');
      return tallyCodec.decode(event);
    };
    const runner = run({ codec });
    await hasStopped(runner);
    expect(await statusOf(runner)).toMatchObject({
      position: 13,
      failure: { message: 'no such version' },
    });
  });
});

describe('what is no fault of an event', () => {
  it('is told, and tried again', async () => {
    await record(3);
    await database.owner.query('REVOKE ALL ON event_store.projection FROM chancery_projector');
    const troubles: unknown[] = [];
    const runner = run({ onTrouble: (error, { name }) => troubles.push((error as Error).message, name) });
    await until(() => troubles.length >= 2);
    expect(troubles.slice(0, 2)).toEqual(['permission denied for table projection', 'tally']);
    await database.owner.query(
      'GRANT SELECT, INSERT, UPDATE ON event_store.projection TO chancery_projector',
    );
    expect(await runner.waitFor(3, 20_000)).toBe(true);
  });
});

describe('a lost connection', () => {
  it('is not taken for the fault of an event', async () => {
    const runner = run({ batchSize: 2 });
    for (let turn = 0; turn < 15; turn++) {
      await record(10);
      await database.admin.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND query LIKE '%projection%' AND pid <> pg_backend_pid()`,
      );
    }
    await until(() => runner.waitFor(150, 1_000).catch(() => false));
    await expectLiveAsReplayed();
  });
});

// Whatever is killed, whenever: what was acknowledged is there, and what is there is whole.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { DEMO_EVENTS } from '../support/demo-facts.js';
import { Household, killed, root, standingsOf, until, wholeLog, type Running } from '../support/program.js';

jest.setTimeout(90_000);

let household: Household;
beforeEach(() => {
  household = new Household();
});
afterEach(() => household.leave());

const startWriter = () => household.node([join(root, 'test/support/writer.mjs')]);
const lines = ({ stdout }: Running) => stdout.split('\n').slice(0, -1);
const acknowledged = (writer: Running): [stream: string, position: number][] =>
  lines(writer)
    .filter((line) => line !== 'lost')
    .map((line) => line.split(' '))
    .map(([code = '', position]) => [`state-${code}`, Number(position)]);

/** The log has no hole and holds all that was acknowledged, and the tables are what the log says. */
async function expectWhole(address: string, writers: Running[]): Promise<void> {
  const log = await wholeLog(address);
  expect(log.map(({ position }) => position)).toEqual(log.map((_, index) => index + 1));
  const promised = writers.flatMap(acknowledged);
  expect(promised.filter(([stream, position]) => log[position - 1]?.streamId !== stream)).toEqual([]);
  const states = log.filter(({ type }) => type === 'StateRegistered').map(({ streamId }) => streamId);
  expect(new Set(states).size).toBe(states.length);
  const replay = await household.chancery(['replay', '--json']);
  expect(replay).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(replay.stdout)).toMatchObject({ position: log.length, differences: [] });
}

it('kill -9 of the server, of the writers and of the database while they write loses nothing acknowledged', async () => {
  const server = household.serve();
  await server.ready();
  const writers = [startWriter(), startWriter()];
  const acks = () => writers.reduce((sum, writer) => sum + lines(writer).length, 0);

  await until(() => acks() > 500);
  await server.end('SIGKILL');
  await writers[0]!.end('SIGKILL');
  const then = acks();
  await until(() => acks() > then + 500);
  killed(household.postmasterPid);
  await until(() => lines(writers[1]!).at(-1) === 'lost');
  await writers[1]!.ended;

  const next = household.serve();
  const address = await next.ready();
  await expectWhole(address, writers);
  expect(await standingsOf(address, 'KAZ')).toHaveProperty('board-of-peace', 'party/party');

  // Once more, with everything at one blow.
  const more = startWriter();
  await until(() => lines(more).length > 200);
  next.child.kill('SIGKILL');
  for (const pid of household.processesInData()) killed(pid);
  await Promise.all([next.ended, more.ended]);

  const last = household.serve();
  await expectWhole(await last.ready(), [...writers, more]);
  expect(await last.end('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
});

it('a server whose database is killed says so in one line, and ends', async () => {
  const server = household.serve();
  await server.ready();
  killed(household.postmasterPid);
  const { code, stderr } = await server.ended;
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^PostgreSQL \(pid \d+\) ended unexpectedly: .* Start Chancery again; nothing acknowledged is lost\.\n$/,
  );
  const next = household.serve();
  expect(await wholeLog(await next.ready())).toHaveLength(DEMO_EVENTS);
});

describe('kill -9 during the very first start', () => {
  const inRunFolder = (name: RegExp) => {
    const run = join(household.data, 'postgres.run');
    return existsSync(run) ? readdirSync(run).find((each) => name.test(each)) : undefined;
  };
  const duringInitdb = () => {
    const fresh = inRunFolder(/^new-/);
    return fresh !== undefined && existsSync(join(household.data, 'postgres.run', fresh, 'global'));
  };

  async function expectFullDemoNext(): Promise<void> {
    const next = household.serve();
    const address = await next.ready();
    expect(await wholeLog(address)).toHaveLength(DEMO_EVENTS);
    expect(await standingsOf(address, 'KAZ')).toEqual({
      'abraham-accords': 'joined/joined',
      'board-of-peace': 'party/party',
    });
    await expectWhole(address, []);
    expect(await next.end('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
    expect(household.processesInData()).toEqual([]);
  }

  it('while the database is being made', async () => {
    const first = household.serve();
    await until(duringInitdb);
    await first.end('SIGKILL');
    await expectFullDemoNext();
  });

  it('as soon as the database runs', async () => {
    const first = household.serve();
    await until(() => household.postmasterIsReady);
    await first.end('SIGKILL');
    await expectFullDemoNext();
  });

  it('while the demo is being loaded', async () => {
    const first = household.serve();
    await until(() => household.postmasterIsReady);
    const watcher = new pg.Client({ ...household.superuser, database: 'postgres' });
    await watcher.connect();
    const loading =
      "select from pg_stat_activity where query like '%event_store.load(%' and pid <> pg_backend_pid()";
    while ((await watcher.query(loading)).rows.length === 0) expect(first.stdout).toBe('');
    await first.end('SIGKILL');
    await watcher.end();
    await expectFullDemoNext();
  });

  it('at one moment after another, the database with it or without', async () => {
    const moments = Array.from({ length: 6 }, (_, n) => Math.round(250 * (n + Math.random())));
    for (const [n, moment] of moments.entries()) {
      const first = household.serve();
      await sleep(moment);
      await first.end('SIGKILL');
      if (n % 2 === 0) for (const pid of household.processesInData()) killed(pid);
    }
    await expectFullDemoNext();
  });
});

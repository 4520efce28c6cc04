// `npm start`: what a newcomer sees.
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DEMO_EVENTS, FOUNDING_EVENTS } from '../support/demo-facts.js';
import { Household, standingsOf, until, wholeLog } from '../support/program.js';

jest.setTimeout(60_000);

let household: Household;
beforeEach(() => {
  household = new Household();
});
afterEach(() => household.leave());

async function expectNothingLeft(): Promise<void> {
  await until(() => household.processesInData().length === 0, 5_000);
  expect(household.postmasterPid).toBeUndefined();
}

/** What the link of the first account is made of. */
const LINK = /(?<=links\/)[\w-]{43}/;

it('the first start loads the demo, the second finds it, and both end cleanly', async () => {
  const first = household.start();
  const address = await first.ready();
  expect(first.stdout.replace(LINK, '…')).toBe(
    `Loaded the demo register: ${DEMO_EVENTS} events.\nTo make the first account, open ${address}/admin/links/…\n` +
      `Chancery is ready at ${address}\n`,
  );
  expect(first.stderr).toBe('');

  expect(await standingsOf(address, 'KAZ')).toEqual({
    'abraham-accords': 'joined/joined',
    'board-of-peace': 'party/party',
  });
  expect(await standingsOf(address, 'KAZ', '?asOf=2026-01-19')).toMatchObject({
    'board-of-peace': 'accepted/accepted',
  });
  expect(await standingsOf(address, 'KAZ', '?asOf=2025-11-06')).toEqual({
    'abraham-accords': 'intending/joined',
  });
  expect(await standingsOf(address, 'KAZ', '?asOf=2025-11-05')).toEqual({});
  expect(await standingsOf(address, 'KAZ', '?knownAt=2026-01-18T00:00:00Z')).toEqual({
    'abraham-accords': 'joined/joined',
  });
  const ready = (await (await fetch(`${address}/readyz`)).json()) as { status: string; position: number };
  expect(ready).toMatchObject({ status: 'ok', position: DEMO_EVENTS });
  expect((await fetch(`${address}/api/v1/states/XXX`)).status).toBe(404);
  const malformed = await fetch(`${address}/api/v1/%zz`);
  expect([malformed.status, malformed.headers.get('content-type')]).toEqual([
    400,
    'application/problem+json; charset=utf-8',
  ]);

  const ended = await first.end('SIGINT');
  expect(ended).toMatchObject({ code: 0, signal: null, stderr: '' });
  await expectNothingLeft();

  const started = performance.now();
  const second = household.serve();
  const again = await second.ready();
  expect(performance.now() - started).toBeLessThan(8_000);
  expect(second.stdout.replace(LINK, '…')).toBe(
    `To make the first account, open ${again}/admin/links/…\nChancery is ready at ${again}\n`,
  );
  expect((await wholeLog(again)).map(({ position }) => position)).toEqual(
    Array.from({ length: DEMO_EVENTS }, (_, index) => index + 1),
  );
  expect(await second.end('SIGTERM')).toMatchObject({ code: 0, signal: null, stderr: '' });
  await expectNothingLeft();
});

describe('Ctrl-C', () => {
  it('ends it though callers keep their connections open', async () => {
    const server = household.serve();
    const { port } = new URL(await server.ready());
    const idle = connect(Number(port), '127.0.0.1');
    idle.on('error', () => undefined);
    const kept = connect(Number(port), '127.0.0.1');
    kept.on('error', () => undefined);
    kept.write('GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await new Promise((resolve) => kept.once('data', resolve));
    const asked = performance.now();
    expect(await server.end('SIGINT')).toMatchObject({ code: 0 });
    expect(performance.now() - asked).toBeLessThan(5_000);
    idle.destroy();
    kept.destroy();
    await expectNothingLeft();
  });

  it('twice is as good as once', async () => {
    const server = household.serve();
    await server.ready();
    server.child.kill('SIGINT');
    server.child.kill('SIGINT');
    server.child.kill('SIGTERM');
    expect(await server.ended).toMatchObject({ code: 0, signal: null, stderr: '' });
    await expectNothingLeft();
  });

  it('during the start leaves nothing running, and the next start is whole', async () => {
    for (const moment of [() => household.postmasterIsReady, () => household.postmasterIsReady]) {
      const interrupted = household.serve();
      await until(moment);
      await interrupted.end('SIGINT');
      expect(interrupted.stderr).toBe('');
      await expectNothingLeft();
    }
    const next = household.serve();
    const address = await next.ready();
    expect(await wholeLog(address)).toHaveLength(DEMO_EVENTS);
    expect(await next.end('SIGTERM')).toMatchObject({ code: 0 });
  });
});

it('two that run on the same data share it, and the last to leave ends the database', async () => {
  const [one, other] = [household.serve(), household.serve()];
  const addresses = [await one.ready(), await other.ready()];
  for (const address of addresses) expect(await wholeLog(address)).toHaveLength(DEMO_EVENTS);
  const loads = [one, other].filter(({ stdout }) => stdout.includes('Loaded the demo'));
  expect(loads).toHaveLength(1);

  expect(await one.end('SIGINT')).toMatchObject({ code: 0 });
  expect(await standingsOf(addresses[1]!, 'KAZ')).toHaveProperty('board-of-peace');
  // As when its terminal is closed.
  expect(await other.end('SIGHUP')).toMatchObject({ code: 0, signal: null });
  await expectNothingLeft();
});

it('variables for psql do not bend the database that comes along', async () => {
  const env = {
    PGHOST: 'db.invalid',
    PGPORT: '1',
    PGUSER: 'nobody',
    PGDATABASE: 'nowhere',
    PGSSLMODE: 'require',
    PGPASSWORD: 'x',
  };
  const server = household.serve({ ...env, PGOPTIONS: '-c default_transaction_read_only=on' });
  expect(await wholeLog(await server.ready())).toHaveLength(DEMO_EVENTS);
  expect(await server.end('SIGINT')).toMatchObject({ code: 0 });
});

it('loads one state alone where it is asked to, and says so where it is asked for what it has not', async () => {
  const small = household.start({ CHANCERY_DEMO: 'founding' });
  const address = await small.ready();
  expect(small.stdout).toContain(`Loaded the demo register: ${FOUNDING_EVENTS} events.\n`);
  expect(await standingsOf(address, 'KAZ')).toEqual({
    'abraham-accords': 'joined/joined',
    'board-of-peace': 'accepted/accepted',
  });
  await small.end('SIGTERM');

  const { code, stderr } = await household.start({ CHANCERY_DEMO: 'nothing' }).ended;
  expect([code, stderr]).toEqual([1, 'CHANCERY_DEMO is “nothing”; it must be whole or founding.\n']);
});

// The database may go and come back while the program runs.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import pg from 'pg';
import { connectRegister, migrate, provisionOwnServer, type Register } from '#application';
import { loadDemo } from '../../../test/support/demo.js';
import { ownServer, type OwnServer } from '../../../test/support/own-server.js';
import { expectProblem } from '../../../test/support/problem.js';
import { restOver, type Rest } from '../../../test/support/rest.js';

let server: OwnServer;
let register: Register;
let rest: Rest;

beforeAll(async () => {
  server = await ownServer();
  const connections = await provisionOwnServer(server.connection);
  await migrate(connections.owner);
  register = await connectRegister(connections, () => new Date());
  await loadDemo(register);
  await register.projector.waitFor((await register.store.head()).position, 20_000);
  rest = await restOver(register);
  // Every answer that fails leaves its error in the log.
  Logger.overrideLogger(false);
}, 30_000);

afterAll(async () => {
  await rest.close();
  await register.close();
  await server.remove();
});

const DATA = [
  '/api/v1/states',
  '/api/v1/states/KAZ/memberships?asOf=2025-11-06&atPosition=266',
  '/api/v1/events',
  '/readyz',
];

describe('while the database is away', () => {
  it('what needs it says so, and everything works again when it is back', async () => {
    const { headers } = await rest.get('/api/v1/states');
    await server.stop();

    for (const path of DATA) {
      const answer = await rest.get(path);
      await expectProblem(rest, answer, { status: 503, code: 'database-away' });
      expect(answer.headers['retry-after']).toBe('1');
      const arabic = await rest.get(path, { 'accept-language': 'ar' });
      await expectProblem(rest, arabic, { status: 503, code: 'database-away', language: 'ar' });
    }
    expect((await rest.get('/api/v1/states', { 'if-none-match': headers['etag']! })).status).toBe(503);
    expect((await rest.get('/livez')).status).toBe(200);
    expect((await rest.get('/api/v1')).status).toBe(200);
    expect((await rest.get('/api/v1/states?limit=0')).status).toBe(400);

    await server.start();
    for (const path of DATA) expect([path, (await rest.get(path)).status]).toEqual([path, 200]);
  });

  it('and back, what is recorded is projected again', async () => {
    const state = { code: 'X-BACK', names: { en: 'Back' } };
    const { last } = await register.store.append({
      writes: [
        { streamId: 'state-X-BACK', expect: 'no-stream', events: [{ type: 'StateRegistered', data: state }] },
      ],
      metadata: { actor: 'test' },
    });
    await register.projector.waitFor(last, 20_000);
    expect((await rest.get(`/api/v1/states/X-BACK?minPosition=${last}`)).status).toBe(200);
  });
});

describe('when the database ends every session', () => {
  it('no answer is lost for it', async () => {
    const client = new pg.Client(server.connection);
    await client.connect();
    const paths = Array.from({ length: 5 }).flatMap(() => DATA);
    for (let round = 0; round < 40; round++) {
      await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where usename like 'chancery%'`,
      );
      const statuses = await Promise.all(paths.map(async (path) => (await rest.get(path)).status));
      for (const status of statuses) expect([200, 503]).toContain(status);
    }
    await client.end();
    expect((await rest.get('/api/v1/states')).status).toBe(200);
  }, 30_000);
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ForState } from '#application';
import { DEMO_EVENTS } from '../../../test/support/demo-facts.js';
import { demoRest, type DemoRest } from '../../../test/support/rest.js';

let rest: DemoRest;
beforeAll(async () => {
  rest = await demoRest();
});
afterAll(() => rest.close());

const READ_MODELS = ['act_log', 'dossier', 'membership_history', 'name_index'];

describe('GET /livez', () => {
  it('says that the process runs', async () => {
    const { status, body } = await rest.get('/livez');
    expect([status, body]).toEqual([200, { status: 'ok' }]);
  });
});

describe('GET /readyz', () => {
  it('tells how far each read model has come', async () => {
    const { status, headers, body } = await rest.get('/readyz');
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toEqual({
      status: 'ok',
      position: DEMO_EVENTS,
      projections: READ_MODELS.map((name) => ({
        name,
        version: expect.any(Number),
        position: DEMO_EVENTS,
        failure: null,
        lag: 0,
      })),
    });
  });

  it('tells how far each is behind the log', async () => {
    await rest.register.execute(
      new ForState(
        'X-LAG',
        { type: 'RegisterState', state: { code: 'X-LAG', names: { en: 'Lagging' } } },
        { actor: 'test' },
      ),
    );
    const { status, body } = await rest.get('/readyz');
    expect(status).toBe(200);
    expect(body.projections.map(({ lag }: { lag: number }) => lag)).toEqual(READ_MODELS.map(() => 1));
  });

  it('is not ready while one has stopped at an event, and says at which and why', async () => {
    const { admin } = rest.register.database;
    await admin.query(
      `update event_store.projection set failed_position = ${DEMO_EVENTS + 1}, failed_event_id = gen_random_uuid(), failure = 'no such column',
         failed_at = now() where name = 'act_log'`,
    );
    const { status, body } = await rest.get('/readyz');
    expect([status, body.status]).toEqual([503, 'stopped']);
    expect(body.projections[0]).toMatchObject({
      name: 'act_log',
      failure: { position: DEMO_EVENTS + 1, message: 'no such column' },
    });
    expect(body.projections[1].failure).toBeNull();
  });
});

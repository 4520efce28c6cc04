// The audit: what a replay folds is what the live tables hold, and what is not is found.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { demo } from '../../../../test/support/demo.js';
import { DEMO_EVENTS, demoBody, demoRow } from '../../../../test/support/demo-facts.js';
import {
  acceptance,
  record,
  registerSource,
  registerState,
  retract,
} from '../../../../test/support/commands.js';
import { testRegister, type TestRegister } from '../../../../test/support/register.js';
import { replayAndCompare, replayRegister, type ReplayOptions } from './replay-register.js';

let register: TestRegister;
beforeEach(async () => {
  register = await testRegister(demo);
});
afterEach(() => register.close());

/** A line of one row: declined from 28 May 2022 on. */
const OMANI = `state = 'OMN' and body = 'abraham-accords'`;

const replayed = (position: number) => replayRegister(register, position, () => undefined);
const tamper = (sql: string) => register.database.admin.query(sql);

describe('a replay', () => {
  it.each([
    0,
    1,
    demoBody('abraham-accords'),
    demoRow('mar-abraham-accords-signed-denied').position,
    demoBody('board-of-peace'),
    demoRow('board-of-peace-in-force').position,
    demoRow('kaz-board-of-peace-signed').position,
    DEMO_EVENTS,
  ])('to position %i agrees with the live tables', async (position) => {
    expect(await replayed(position)).toMatchObject({ position, differences: [] });
  });

  it('agrees after more was recorded and retracted, at the end and at every position before it', async () => {
    const iceland = { state: 'ISL', body: 'board-of-peace' };
    await register.execute(registerSource('gazette-1'));
    const { events } = await register.execute(record(acceptance('2026-01-20'), {}, iceland));
    await register.execute(record(acceptance('2026-01-21'), {}, { ...iceland, state: 'FIN' }));
    await register.execute(retract(events[0]!, {}, iceland));
    await register.catchUp();
    for (let position = DEMO_EVENTS; position <= DEMO_EVENTS + 4; position++) {
      expect(await replayed(position)).toMatchObject({ position, differences: [] });
    }
  }, 30_000);

  it('tells how far it has come', async () => {
    const seen: number[] = [];
    await replayRegister(register, DEMO_EVENTS, (position) => seen.push(position));
    expect(seen.at(-1)).toBe(DEMO_EVENTS);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  it('has the same root for the same log, and another for another', async () => {
    const twin = await testRegister(demo);
    const { root } = await replayed(DEMO_EVENTS);
    expect(root).toMatch(/^[0-9a-f]{64}$/);
    expect((await replayRegister(twin, DEMO_EVENTS, () => undefined)).root).toBe(root);
    await twin.close();
    expect((await replayed(DEMO_EVENTS - 1)).root).not.toBe(root);
    await register.execute(registerState('X-LAND'));
    expect((await replayed(DEMO_EVENTS + 1)).root).not.toBe(root);
    expect((await replayed(DEMO_EVENTS)).root).toBe(root);
  });

  it('changes nothing', async () => {
    const { rows: before } = await tamper(
      'select count(*), max(known_from) from read_model.membership_history',
    );
    await replayed(DEMO_EVENTS);
    expect((await register.store.head()).position).toBe(DEMO_EVENTS);
    expect(
      (await tamper('select count(*), max(known_from) from read_model.membership_history')).rows,
    ).toEqual(before);
  });
});

/** A replay with all that it tells. */
async function heard(options: ReplayOptions) {
  const lines: string[] = [];
  const differing: string[] = [];
  let most = 0;
  const totals = await replayAndCompare(
    register,
    DEMO_EVENTS,
    {
      progress: (done, total) => {
        expect(done).toBeGreaterThanOrEqual(most);
        most = done;
        expect(total).toBeGreaterThanOrEqual(done);
      },
      line: ({ body, state }) => void lines.push(`${body} ${state}`),
      difference: ({ body, state }) => void differing.push(`${body} ${state}`),
    },
    options,
  );
  return { ...totals, lineNames: lines.sort(), differing };
}

describe('a replay in parts', () => {
  it('folds each line once and comes to the same', async () => {
    const whole = await heard({});
    expect(whole.lineNames.length).toBeGreaterThan(50);
    expect(whole).toMatchObject({ lines: whole.lineNames.length, differing: [] });
    expect(await heard({ eventsAtOnce: Math.ceil(DEMO_EVENTS / 4) })).toEqual(whole);
  });

  it('finds the same row that differs, once', async () => {
    await tamper(`update read_model.membership_history set standing = 'party' where ${OMANI}`);
    const parts = await heard({ eventsAtOnce: Math.ceil(DEMO_EVENTS / 4) });
    expect(parts.differing).toEqual(['abraham-accords OMN']);
  });

  it('of one body leaves the others out, but not of the root', async () => {
    const { root } = await heard({});
    const body = await heard({ body: 'abraham-accords' });
    expect(body.root).toBe(root);
    expect(body.lineNames.every((name) => name.startsWith('abraham-accords '))).toBe(true);
    expect(body).toMatchObject({ lines: body.lineNames.length, differing: [] });
    await tamper(`update read_model.membership_history set standing = 'party' where ${OMANI}`);
    expect((await heard({ body: 'abraham-accords' })).differing).toEqual(['abraham-accords OMN']);
    expect((await heard({ body: 'board-of-peace' })).differing).toEqual([]);
  });

  it('ends when it is told to', async () => {
    const ending = new AbortController();
    const told = replayAndCompare(
      register,
      DEMO_EVENTS,
      { progress: () => ending.abort(new Error('enough')) },
      { signal: ending.signal },
    );
    await expect(told).rejects.toThrow('enough');
  });
});

describe('a live table that was tampered with', () => {
  it('shows the row that was changed, as it is and as it should be', async () => {
    await tamper(`update read_model.membership_history set standing = 'party' where ${OMANI}`);
    const { differences } = await replayed(DEMO_EVENTS);
    expect(differences).toEqual([
      {
        body: 'abraham-accords',
        state: 'OMN',
        replayed: expect.objectContaining({ own: expect.objectContaining({ standing: 'declined' }) }),
        live: expect.objectContaining({ own: expect.objectContaining({ standing: 'party' }) }),
      },
    ]);
  });

  it.each([
    `standing = 'invited'`,
    `since = '2022-05-27'`,
    `attestation = 'signed'`,
    `acts = '{}'`,
    'sources = 2',
    'disputed = true',
    'discredited = true',
    `reported = 'party'`,
    'reported_since = null',
    'reported_attestation = null',
    `reported_acts = '{}'`,
    'reported_sources = 2',
    'reported_disputed = true',
    'reported_discredited = true',
    `roles = '[{}]'`,
    'attributes = array[gen_random_uuid()]',
    `valid_from = '2022-05-27'`,
    `valid_to = '2026-01-20'`,
    'known_from = known_from + 1',
    `known_to = ${DEMO_EVENTS}`,
    'cause = gen_random_uuid()',
    `state = 'NOR'`,
    `body = 'board-of-peace', state = 'KIR'`,
  ])('is found out by any of its columns: %s', async (change) => {
    const { rowCount } = await tamper(`update read_model.membership_history set ${change} where ${OMANI}`);
    expect(rowCount).toBe(1);
    expect((await replayed(DEMO_EVENTS)).differences.length).toBeGreaterThan(0);
  });

  it('shows the row that was taken away', async () => {
    await tamper(`delete from read_model.membership_history where ${OMANI}`);
    expect((await replayed(DEMO_EVENTS)).differences).toEqual([
      expect.objectContaining({ state: 'OMN', replayed: expect.anything(), live: null }),
    ]);
  });

  it('shows the row that was added', async () => {
    await tamper(`insert into read_model.membership_history
      select (jsonb_populate_record(h, '{"state": "NOR"}')).* from read_model.membership_history h where ${OMANI}`);
    expect((await replayed(DEMO_EVENTS)).differences).toEqual([
      expect.objectContaining({ state: 'NOR', replayed: null, live: expect.anything() }),
    ]);
  });
});

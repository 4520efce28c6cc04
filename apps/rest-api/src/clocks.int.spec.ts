// An answer never shows half of what was recorded, and waits for what its asker has just recorded.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ForMembership } from '#application';
import { DEMO_EVENTS, demoBody, demoRow } from '../../../test/support/demo-facts.js';
import { expectProblem } from '../../../test/support/problem.js';
import { acceptance, record, registerSource, retract } from '../../../test/support/commands.js';
import { demoRest, type Answer, type DemoRest } from '../../../test/support/rest.js';

let rest: DemoRest;
beforeEach(async () => {
  rest = await demoRest();
});
afterEach(() => rest.close());

const HEAD = DEMO_EVENTS + 1;
const kazakhstan = (query = '') => rest.get(`/api/v1/states/KAZ/memberships${query}`);
const standings = (items: { body: { slug: string }; standing: string }[]) =>
  items.map(({ body, standing }) => `${body.slug} ${standing}`);

/** Recorded, and not projected: the projections of the demo do not run until they are told to. */
async function retractSignature(): Promise<void> {
  await rest.register.execute(
    new ForMembership(
      { body: 'board-of-peace', state: 'KAZ' },
      {
        type: 'Correct',
        correction: {
          type: 'ActRetracted',
          data: { retracts: demoRow('kaz-board-of-peace-signed').eventId, reason: 'misread' },
        },
      },
      { actor: 'test' },
    ),
  );
}

describe('an answer that is to take in what was just recorded', () => {
  it('waits for it', async () => {
    await retractSignature();
    const asked = kazakhstan(`?minPosition=${HEAD}`);
    expect(await Promise.race([asked, sleep(300, 'waiting')])).toBe('waiting');
    await rest.register.catchUp();
    const { status, body } = await asked;
    expect([status, body.meta.position]).toEqual([200, HEAD]);
    expect(standings(body.items)).toContain('board-of-peace accepted');
  });

  it('is given up after two seconds, with when to try again', async () => {
    await retractSignature();
    const started = performance.now();
    const answer = await kazakhstan(`?minPosition=${HEAD}`);
    expect(performance.now() - started).toBeGreaterThan(1900);
    expect(performance.now() - started).toBeLessThan(4000);
    await expectProblem(rest, answer, { status: 503, code: 'behind' });
    expect(answer.headers['retry-after']).toBe('1');
    expect(answer.body.detail).toContain(`not yet taken in position ${HEAD}; it is at ${DEMO_EVENTS}`);
  });

  it('waits too where it is to know exactly so much', async () => {
    await retractSignature();
    const asked = kazakhstan(`?atPosition=${HEAD}`);
    expect(await Promise.race([asked, sleep(300, 'waiting')])).toBe('waiting');
    await rest.register.catchUp();
    expect((await asked).body.meta.position).toBe(HEAD);
  });

  it('waits at every address that goes by the clocks', async () => {
    await retractSignature();
    const paths = [
      'states',
      'states/KAZ',
      'bodies',
      'bodies/board-of-peace',
      'bodies/board-of-peace/members',
      'bodies/board-of-peace/organs',
      'bodies/board-of-peace/counts',
      'memberships/board-of-peace/KAZ',
      'memberships/board-of-peace/KAZ/history',
      'memberships/board-of-peace/KAZ/explain',
      'states/KAZ/timeline',
      'sources',
      'sources/alamsar-2026-01-19',
    ];
    const asked = paths.map((path) => rest.get(`/api/v1/${path}?minPosition=${HEAD}`));
    await rest.register.catchUp();
    for (const answer of asked) expect((await answer).body.meta.position).toBe(HEAD);
  });

  it('is given at once where it is there already', async () => {
    const { status, body } = await kazakhstan(`?minPosition=3`);
    expect([status, body.meta.position]).toEqual([200, DEMO_EVENTS]);
  });
});

describe('while the read models are not equally far', () => {
  const setBack = (name: string, position: number) =>
    rest.register.database.admin.query('update event_store.projection set position = $2 where name = $1', [
      name,
      position,
    ]);

  it.each(['act_log', 'membership_history', 'dossier', 'name_index'])(
    'all answer as of the one that is furthest behind: %s',
    async (name) => {
      const before = demoBody('board-of-peace') - 1;
      await setBack(name, before);
      const { body } = await kazakhstan();
      expect(body.meta.position).toBe(before);
      expect(standings(body.items)).toEqual(['abraham-accords joined']);
      expect((await rest.get('/api/v1/bodies/board-of-peace')).status).toBe(404);
      expect((await rest.get('/api/v1/bodies')).body.items).toHaveLength(1);
      expect((await rest.get('/api/v1/memberships/abraham-accords/KAZ')).body.meta.position).toBe(before);
    },
  );

  it('an act whose retraction not all have seen still counts everywhere', async () => {
    await retractSignature();
    await rest.register.catchUp();
    await setBack('name_index', DEMO_EVENTS);
    const { body } = await kazakhstan();
    expect(standings(body.items)).toContain('board-of-peace party');
    const history = await rest.get('/api/v1/memberships/board-of-peace/KAZ/history');
    const { eventId } = demoRow('kaz-board-of-peace-signed');
    expect(history.body.items).toContainEqual(
      expect.objectContaining({ eventId, status: 'counts', said: [expect.anything()] }),
    );
  });

  it('a standing never goes without the acts and the sources that it rests on', async () => {
    for (const [name, row] of [
      ['membership_history', 'kaz-board-of-peace-signed'],
      ['act_log', 'kaz-board-of-peace-accepted'],
      ['dossier', 'kaz-abraham-accords-joined'],
    ] as const) {
      await setBack(name, demoRow(row).position);
      const { body } = await kazakhstan();
      for (const item of body.items) {
        expect(item.body.kind).not.toBeNull();
        expect(item.sources.length).toBeGreaterThan(0);
        for (const source of item.sources)
          expect(source).toMatchObject({ outlet: expect.any(String), language: expect.any(String) });
      }
    }
  });

  it('what they have not reached yet is not known at an instant after it either', async () => {
    await setBack('act_log', 3);
    const answer = await kazakhstan('?knownAt=2026-01-18T00:00:00Z');
    await expectProblem(rest, answer, { status: 503, code: 'behind' });
  });
});

describe('while acts are recorded and projected', () => {
  it('every answer is what the register will say for ever of the position that it names', async () => {
    const norway = { body: 'board-of-peace', state: 'NOR' };
    await rest.register.execute(registerSource('gazette-1'));
    await rest.register.catchUp();
    let recording = true;
    const answers: Answer[] = [];
    const paths = [
      'states/NOR/memberships',
      'memberships/board-of-peace/NOR',
      'memberships/board-of-peace/NOR/history',
    ];
    const readers = paths.map(async (path) => {
      while (recording) answers.push(await rest.get(`/api/v1/${path}?minPosition=3`));
    });
    for (let n = 0; n < 15; n++) {
      const { events } = await rest.register.execute(record(acceptance('2026-01-20'), {}, norway));
      await rest.register.execute(retract(events[0]!, {}, norway));
    }
    recording = false;
    await Promise.all(readers);
    await rest.register.catchUp();

    const seen = new Map(
      answers.map((answer) => [
        `${String(answer.body.links.self)}&atPosition=${String(answer.body.meta.position)}`,
        answer,
      ]),
    );
    expect(seen.size).toBeGreaterThan(5);
    for (const [path, { body }] of seen) {
      const { body: later } = await rest.get(path);
      expect({ ...later, links: null }).toEqual({ ...body, links: null });
    }
  });
});

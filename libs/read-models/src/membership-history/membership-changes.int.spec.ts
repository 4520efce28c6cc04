// What differs between two points is what a comparison of all lines finds, and is found by index.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demo } from '../../../../test/support/demo.js';
import { DEMO_EVENTS, demoBody, demoRow } from '../../../../test/support/demo-facts.js';
import { testRegister, type TestRegister } from '../../../../test/support/register.js';
import { rowsOf, type Clocks } from '../reader.js';
import { keyOfChange, membershipChanges, type Between } from './membership-changes.queries.js';
import { COLUMNS, type MembershipRow } from './membership-history.queries.js';
import { causesOf } from './why-changed.queries.js';

let register: TestRegister;
let rows: readonly MembershipRow[];
beforeAll(async () => {
  register = await testRegister(demo);
  rows = await rowsOf(register.reader, `select ${COLUMNS} from read_model.membership_history`, []);
});
afterAll(() => register.close());

const changes = (between: Between, filter = {}) =>
  membershipChanges(register.reader, between, { limit: 1000, ...filter });

/** What a row says, by membership, on both clocks. */
function said({ asOf, position }: Clocks): Map<string, string> {
  const on = rows.filter(
    ({ from, to, knownFrom, knownTo, own, reported, roles, attributes }) =>
      from <= asOf &&
      (to === null || to > asOf) &&
      knownFrom <= position &&
      (knownTo === null || knownTo > position) &&
      own.acts.length + reported.acts.length + roles.length + attributes.length > 0,
  );
  return new Map(
    on.map((row) => [keyOfChange(row), JSON.stringify([row.own, row.reported, row.roles, row.attributes])]),
  );
}

function compared({ from, to }: Between): string[] {
  const [before, after] = [said(from), said(to)];
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys.filter((key) => before.get(key) !== after.get(key)).sort();
}

const days = [
  '2020-08-01',
  '2020-09-15',
  '2021-01-01',
  '2025-11-06',
  '2025-11-07',
  '2026-01-19',
  '2026-02-20',
];
const positions = [
  0,
  demoBody('abraham-accords'),
  demoRow('mar-abraham-accords-signed-denied').position,
  demoBody('board-of-peace'),
  demoRow('kaz-board-of-peace-signed').position,
  DEMO_EVENTS,
];
const pairs = <One>(list: readonly One[]): [One, One][] =>
  list.flatMap((from, at) => list.slice(at).map((to): [One, One] => [from, to]));

describe('the memberships that differ', () => {
  it.each(days)('between any two positions, on %s', async (asOf) => {
    for (const [from, to] of pairs(positions)) {
      const between = { from: { asOf, position: from }, to: { asOf, position: to } };
      expect((await changes(between)).map(keyOfChange).sort()).toEqual(compared(between));
    }
  });

  it.each(positions)('between any two days, as known at %i', async (position) => {
    for (const [from, to] of pairs(days)) {
      const between = { from: { asOf: from, position }, to: { asOf: to, position } };
      expect((await changes(between)).map(keyOfChange).sort()).toEqual(compared(between));
    }
  });

  const whole = {
    from: { asOf: '2026-03-01', position: 0 },
    to: { asOf: '2026-03-01', position: DEMO_EVENTS },
  };

  it('come page by page, each once, by body and state', async () => {
    const all = await changes(whole);
    expect(all.length).toBeGreaterThan(50);
    const paged = [];
    for (let after: string | undefined; ;) {
      const page = await changes(whole, { limit: 7, after });
      paged.push(...page);
      const last = page.at(-1);
      if (!last || page.length < 7) break;
      after = keyOfChange(last);
    }
    expect(paged).toEqual(all);
    const names = all.map(({ body, state }) => `${body} ${state}`);
    expect(names).toEqual([...names].sort());
  });

  it('may be those of one body, or of one state', async () => {
    const all = await changes(whole);
    const kazakh = await changes(whole, { state: 'KAZ' });
    expect(kazakh).toEqual(all.filter(({ state }) => state === 'KAZ'));
    expect(kazakh.length).toBeGreaterThan(1);
    const ofBoard = await changes(whole, { body: 'board-of-peace' });
    expect(ofBoard).toEqual(all.filter(({ body }) => body === 'board-of-peace'));
    expect(await changes(whole, { body: 'board-of-peace', state: 'KAZ' })).toHaveLength(1);
  });

  it('tell both rows', async () => {
    const { position } = demoRow('kaz-board-of-peace-signed');
    const asOf = '2026-03-01';
    const between = { from: { asOf, position: position - 1 }, to: { asOf, position } };
    const [change, ...others] = await changes(between);
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      body: 'board-of-peace',
      state: 'KAZ',
      before: { own: { standing: 'accepted' }, knownTo: position },
      after: { own: { standing: expect.stringMatching(/consented|party/) }, knownFrom: position },
    });
  });
});

describe('why they differ', () => {
  const asOf = '2026-03-01';

  it('is each event that was learned in between and changed the day', async () => {
    const { position, eventId } = demoRow('kaz-board-of-peace-signed');
    const between = { from: { asOf, position: position - 1 }, to: { asOf, position } };
    const found = await changes(between);
    const causes = await causesOf(register.reader, between, found);
    expect([...causes]).toEqual([
      [
        'membership-board-of-peace-KAZ',
        [
          {
            eventId,
            position,
            streamId: 'membership-board-of-peace-KAZ',
            type: 'CharterSigned',
            on: expect.stringMatching(/^2026-01/),
            actor: 'loader:demo',
            recordedAt: expect.stringMatching(/^2026-.*Z$/),
          },
        ],
      ],
    ]);
  });

  it('is each act that took effect in between', async () => {
    const between = {
      from: { asOf: '2026-01-18', position: DEMO_EVENTS },
      to: { asOf: '2026-01-19', position: DEMO_EVENTS },
    };
    const causes = await causesOf(register.reader, between, await changes(between));
    expect(causes.get('membership-board-of-peace-KAZ')).toMatchObject([
      { eventId: demoRow('kaz-board-of-peace-accepted').eventId, type: 'MembershipAccepted' },
      { type: 'DeclarationMade' },
    ]);
  });

  it('is known for every change, on either axis', async () => {
    for (const [from, to] of pairs(positions)) {
      const between = { from: { asOf, position: from }, to: { asOf, position: to } };
      const causes = await causesOf(register.reader, between, await changes(between));
      expect([...causes].filter(([, events]) => events.length === 0)).toEqual([]);
      for (const { position } of [...causes.values()].flat()) {
        expect(position).toBeGreaterThan(from);
        expect(position).toBeLessThanOrEqual(to);
      }
    }
    for (const [from, to] of pairs(days)) {
      const between = {
        from: { asOf: from, position: DEMO_EVENTS },
        to: { asOf: to, position: DEMO_EVENTS },
      };
      const causes = await causesOf(register.reader, between, await changes(between));
      expect([...causes].filter(([, events]) => events.length === 0)).toEqual([]);
    }
  });
});

// Differences are found by index, however long the history is.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import type { Reader } from '../reader.js';
import { membershipChanges, type Between, type MembershipChange } from './membership-changes.queries.js';
import { causesOf } from './why-changed.queries.js';

const BODIES = 400;
const STATES = 200;

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  // One membership after the other, each with a row that was closed and one that is open.
  await database.admin.query(
    `insert into read_model.membership_history (body, state, valid_from, known_from, known_to, standing, acts, sources,
       disputed, discredited, reported, reported_acts, reported_sources, reported_disputed, reported_discredited, roles,
       attributes, cause)
     select 'body-' || b, 'X-' || s, date '1950-01-01' + (b * 7 + s * 13) % 25000, n * 2 + turn, case turn when 0 then n * 2 + 1 end,
       'invited', array[gen_random_uuid()], 1, false, false, 'invited', '{}', 0, false, false, '[]', '{}', gen_random_uuid()
     from generate_series(1, $1::int) b, generate_series(1, $2::int) s, lateral (select (b - 1) * $2::int + s as n) at,
       generate_series(0, 1) turn`,
    [BODIES, STATES],
  );
  await database.admin.query('analyze read_model.membership_history');
}, 120_000);
afterAll(() => database.drop());

interface Plan {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Plan[];
}

const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

/** The plans of all that is asked by a piece of work, which gets no rows. */
async function plansOf(work: (reader: Reader) => Promise<unknown>): Promise<Plan[]> {
  const plans: Plan[] = [];
  await work({
    async query<T>(text: string, values: unknown[] = []) {
      const { rows } = await database.admin.query(`explain (format json) ${text}`, values);
      plans.push(...nodes(rows[0]['QUERY PLAN'][0].Plan as Plan));
      return [] as T;
    },
  });
  return plans;
}

const known: Between = {
  from: { asOf: '2020-01-01', position: 80_000 },
  to: { asOf: '2020-01-01', position: 80_200 },
};
const valid: Between = {
  from: { asOf: '2001-01-01', position: 160_000 },
  to: { asOf: '2001-01-08', position: 160_000 },
};

const scansOf = (plans: readonly Plan[]): string[] =>
  plans
    .filter((plan) => plan['Relation Name'] === 'membership_history' && plan['Node Type'].includes('Seq'))
    .map((plan) => plan['Node Type']);
const indexesOf = (plans: readonly Plan[]): string[] => plans.flatMap((plan) => plan['Index Name'] ?? []);

describe('on a history of 160,000 rows', () => {
  it('what was learned between two positions goes by their index', async () => {
    const plans = await plansOf((reader) => membershipChanges(reader, known, { limit: 100 }));
    expect(scansOf(plans)).toEqual([]);
    expect(indexesOf(plans)).toEqual(
      expect.arrayContaining(['membership_history_known_from', 'membership_history_known_to']),
    );
  });

  it('what took effect between two days goes by theirs', async () => {
    const plans = await plansOf((reader) => membershipChanges(reader, valid, { limit: 100 }));
    expect(scansOf(plans)).toEqual([]);
    expect(indexesOf(plans)).toContain('membership_history_valid_from');
  });

  it('why, goes by the memberships that changed', async () => {
    const changed: MembershipChange[] = [{ body: 'body-7', state: 'X-7', before: null, after: null }];
    for (const between of [known, valid]) {
      const plans = await plansOf((reader) => causesOf(reader, between, changed));
      expect(scansOf(plans)).toEqual([]);
      expect(indexesOf(plans).join()).toMatch(/membership_history_/);
    }
  });

  it('is found in no time', async () => {
    const reader: Reader = {
      query: async <T>(text: string, values?: unknown[]) =>
        (await database.admin.query(text, values)).rows as T,
    };
    const found = await membershipChanges(reader, known, { limit: 200 });
    expect(found).toHaveLength(101);
    const started = performance.now();
    await membershipChanges(reader, known, { limit: 200 });
    expect(performance.now() - started).toBeLessThan(500);
  });
});

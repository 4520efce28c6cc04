// The standings that somebody ought to look at: found by index in a large register, and rightly in the demo.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demo } from '../../../../test/support/demo.js';
import { testRegister, type TestRegister } from '../../../../test/support/register.js';
import { concerning, CONCERNS } from './attention.queries.js';

let register: TestRegister;
beforeAll(async () => {
  register = await testRegister(demo);
}, 120_000);
afterAll(() => register.close());

const TODAY = '2026-04-01';

describe('what somebody ought to look at', () => {
  it('is what the flags of the standings of today say, and nothing else', async () => {
    const today = `known_to is null and valid_from <= '${TODAY}' and (valid_to is null or valid_to > '${TODAY}')
      and (standing <> 'none' or reported <> 'none')`;
    const flags = {
      disputed: 'disputed or reported_disputed',
      discredited: 'discredited or reported_discredited',
      single: 'sources = 1',
    };
    for (const concern of CONCERNS) {
      const expected = await register.reader.query<{ key: string }[]>(
        `select body || ' ' || state as key from read_model.membership_history where ${today} and (${flags[concern]})
         order by 1`,
      );
      const { rows, count } = await concerning(register.reader, concern, TODAY, 1000);
      const keys = rows.map(({ body, state }) => `${body} ${state}`).sort();
      expect([concern, keys]).toEqual([concern, expected.map(({ key }) => key).sort()]);
      expect([concern, count]).toEqual([concern, expected.length]);
    }
  });

  it('is told of no more than is asked for', async () => {
    const { rows, count } = await concerning(register.reader, 'single', TODAY, 3);
    expect(rows).toHaveLength(3);
    expect(count).toBeGreaterThan(3);
  });

  it('is found by index among thousands', async () => {
    const { admin } = register.database;
    await admin.query(
      'alter table read_model.membership_history drop constraint membership_history_one_answer',
    );
    await admin.query(`insert into read_model.membership_history
      select 'body-' || n % 500, 'X-' || n, date '2000-01-01' + n % 5000, null, n, null, 'party', '2000-01-01', 'signed',
        '{}', 2 + n % 3, n % 4000 = 0, n % 5000 = 0, 'party', '2000-01-01', 'signed', '{}', 2, false, false, '[]', '{}',
        gen_random_uuid()
      from generate_series(1, 60000) as n`);
    await admin.query('analyze read_model.membership_history');
    for (const concern of CONCERNS) {
      const plans = await plansOf(concern);
      expect(plans).toHaveLength(2);
      for (const plan of plans) {
        expect([concern, plan]).toEqual([concern, expect.stringContaining(`membership_history_${concern}`)]);
        expect(plan).not.toContain('Seq Scan');
      }
    }
  }, 60_000);
});

/** The plans of the statements that the query sends, as PostgreSQL tells them. */
async function plansOf(concern: (typeof CONCERNS)[number]): Promise<string[]> {
  const plans: string[] = [];
  const explaining = {
    query: async (text: string, values: unknown[]) => {
      const { rows } = await register.database.admin.query(`explain ${text}`, values);
      plans.push(rows.map((row: Record<string, string>) => row['QUERY PLAN']).join('\n'));
      return [];
    },
  };
  await concerning(explaining as never, concern, TODAY, 10);
  return plans;
}

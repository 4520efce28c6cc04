// kill -9 in the middle of a replay: its page, left open, tells what became of it, and the register is whole.
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { testBrowser } from '../support/browser.js';
import { Household, wholeLog } from '../support/program.js';

jest.setTimeout(90_000);

const PASSWORD = 'a long enough one';

const browser = testBrowser();
let household: Household;
beforeEach(() => {
  household = new Household();
});
afterEach(() => household.leave());

/** Whoever comes in by the link of the first start, made an auditor as well. */
async function auditorAt(link: string, address: string) {
  const page = await browser.open(link);
  await page.fill('#name', 'amina');
  await page.fill('#displayName', 'Amina');
  await page.fill('#password', PASSWORD);
  await page.fill('#again', PASSWORD);
  await page.click('main form .primary');
  await page.waitForURL(/\/admin$/);
  const given = await household.chancery(['users', 'roles', 'amina', 'admin', 'auditor']);
  expect(given).toMatchObject({ code: 0, stderr: '' });
  await page.goto(`${address}/admin/audit/replay`);
  return page;
}

/** Nobody can read the live table until it is let go: a replay that compares waits for it. */
async function heldTable(): Promise<pg.Client> {
  const superuser = new pg.Client(household.superuser);
  superuser.on('error', () => undefined);
  await superuser.connect();
  await superuser.query('begin');
  await superuser.query('lock table read_model.membership_history in access exclusive mode');
  return superuser;
}

/** As long as nobody can know whether its process still works is not waited for. */
async function silenceIsOver(): Promise<void> {
  const superuser = new pg.Client(household.superuser);
  await superuser.connect();
  await superuser.query(`update accounts.job set beat_at = beat_at - interval '20 seconds'`);
  await superuser.end();
}

it('is told as interrupted, never as under way or as a result, and can begin anew', async () => {
  const first = household.serve({ CHANCERY_DEMO: 'founding' });
  const address = await first.ready();
  const page = await auditorAt(/http:\S+\/links\/\S+/.exec(first.stdout)![0], address);
  const held = await heldTable();
  await page.click('main form button.primary');
  await page.waitForURL(/\/jobs\//);
  const job = page.url();
  await page.locator('progress[value]').waitFor();
  await first.end('SIGKILL');
  await held.end();
  await page.waitForEvent('requestfailed');

  // The tab was left open, and finds the next process at the same address.
  const second = household.serve({ PORT: new URL(address).port });
  await second.ready();
  await silenceIsOver();
  await page.locator('#job-said', { hasText: 'The replay was interrupted' }).waitFor();
  expect(await page.locator('progress, #job dl, #job table').count()).toBe(0);
  for (const file of ['differences', 'register'])
    expect((await page.request.get(`${job}/${file}`)).status()).toBe(404);
  browser.complaints.length = 0;

  const before = (await wholeLog(address)).length;
  await page.click('main form.actions button');
  await page.locator('#job-said', { hasText: 'hold exactly what the log says' }).waitFor();
  await page.goto(`${address}/admin/audit`);
  const outcomes = await page.locator('table').last().locator('tbody tr').allTextContents();
  expect(outcomes).toEqual([
    expect.stringContaining('hold exactly'),
    expect.stringContaining('was interrupted'),
  ]);

  const log = await wholeLog(address);
  expect(log.map(({ position }) => position)).toEqual(Array.from({ length: before }, (_, at) => at + 1));
  const replay = await household.chancery(['replay', '--json']);
  expect(replay).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(replay.stdout)).toMatchObject({ position: before, differences: [] });
});

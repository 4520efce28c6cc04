// All that was recorded of a membership, in the order of recording, with what has become of it.
import { expect, it, jest } from '@jest/globals';
import { auditSite, kept } from '../../../support/audit-site.js';
import { demoRow } from '../../../support/demo-facts.js';

jest.setTimeout(60_000);

const audit = auditSite();
const HISTORY = '/memberships/abraham-accords/MAR/history';
const DENIED = demoRow('mar-abraham-accords-signed-denied');

it.each([
  ['en', 'History of a membership: Morocco – Abraham Accords', 'Act denied', 'counts, disputed'],
  ['ar', 'تاريخ عضوية: المغرب – ', 'نفي', 'يُحتسب وهو متنازع عليه'],
] as const)('works in %s', async (language, h1, denied, disputed) => {
  const page = await audit.open(HISTORY, { language });
  expect(await page.textContent('h1')).toContain(h1);
  const rows = page.locator('table tbody tr');
  const events = await rows.locator('th').allTextContents();
  const positions = events.map((text) => Number(text.replace(/\D/g, '')));
  expect(positions).toEqual([...positions].sort((a, b) => a - b));
  expect(positions).toContain(DENIED.position);
  expect(await rows.nth(positions.indexOf(DENIED.position)).textContent()).toContain(denied);
  expect(await page.textContent('table')).toContain(disputed);
});

it('shows each event as it is stored, and leads to its page', async () => {
  const page = await audit.open(HISTORY, { javaScript: false });
  const row = page.locator(`#event-${DENIED.eventId}`);
  await row.locator('summary').click();
  expect(JSON.parse((await row.locator('pre').textContent()) ?? '')).toHaveProperty('denies');
  await row.locator('th a').click();
  await page.waitForURL(new RegExp(`/events/${DENIED.eventId}$`));
});

it('ends where the register knew no more, and goes back to now', async () => {
  const page = await audit.open(`${HISTORY}?atPosition=${DENIED.position - 1}`);
  expect(await page.locator(`#event-${DENIED.eventId}`).count()).toBe(0);
  expect(await page.textContent('table')).not.toContain('disputed');
  await page.click('.banner a');
  await page.waitForURL(/history$/);
  expect(await page.locator(`#event-${DENIED.eventId}`).count()).toBe(1);
});

it('is kept as files that hold what the page shows', async () => {
  const page = await audit.open(HISTORY);
  const shown = await page.locator('table tbody tr').count();
  const json = await kept(page, 'main a[href*="format=json"]');
  expect(json.name).toBe('history-abraham-accords-MAR.json');
  const { items } = JSON.parse(json.text) as { items: { eventId: string }[] };
  expect(items).toHaveLength(shown);
  expect(items.map(({ eventId }) => eventId)).toContain(DENIED.eventId);
  const csv = await kept(page, 'main a[href*="format=csv"]');
  expect(csv.text.trimEnd().split('\r\n')).toHaveLength(shown + 1);
});

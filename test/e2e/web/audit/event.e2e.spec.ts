// One event of the log, as it is stored.
import { expect, it, jest } from '@jest/globals';
import { auditSite } from '../../../support/audit-site.js';
import { DEMO_EVENTS, demoRow } from '../../../support/demo-facts.js';

jest.setTimeout(60_000);

const audit = auditSite();
const { position, eventId } = demoRow('kaz-board-of-peace-signed');

it.each([
  ['en', `Event at position ${position}`, 'Charter signed'],
  ['ar', `الحدث عند الموضع ${position}`, 'توقيع الميثاق'],
] as const)('works in %s', async (language, h1, type) => {
  const page = await audit.open(`/events/${eventId}`, { language });
  expect(await page.textContent('h1')).toBe(h1);
  const facts = await page.textContent('dl.facts');
  for (const fact of [type, eventId, 'membership-board-of-peace-KAZ', 'loader:demo'])
    expect(facts).toContain(fact);
});

it('shows at once what is stored, as programs read it', async () => {
  const page = await audit.open(`/events/${position}`, { javaScript: false });
  const shown = JSON.parse(await page.locator('main pre').innerText()) as object;
  const twin = await page.getAttribute('.foot a[href^="/api/v1/events/"]', 'href');
  const { body } = await audit.site.get(twin!);
  expect(shown).toEqual(body.data);
});

it('has the one before it and the one after it, from the first to the last', async () => {
  const page = await audit.open('/events/1');
  const ways = page.locator('main .actions a');
  expect(await ways.allTextContents()).toEqual(['The event after it in the log']);
  await ways.click();
  await page.waitForURL(/events\/2$/);
  expect(await ways.count()).toBe(2);
  await page.goto(`${audit.site.address}/admin/audit/events/${DEMO_EVENTS}`);
  expect(await ways.allTextContents()).toEqual(['The event before it in the log']);
});

it('leads to its stream', async () => {
  const page = await audit.open(`/events/${position}`);
  await page.click('dl.facts a');
  await page.waitForURL(/\/streams\/membership-board-of-peace-KAZ$/);
  expect(await page.locator(`#event-${eventId}`).count()).toBe(1);
});

it.each([
  ['en', 'The log has no event'],
  ['ar', 'لا يوجد في السجل حدث'],
] as const)(
  'that there is none is said in %s, and hostile text is no more than text',
  async (language, sentence) => {
    const asked = encodeURIComponent('<script>alert(1)</script>\u202e');
    const { page, status } = await audit.browser.visit(
      `${audit.site.address}/admin/audit/events?id=${asked}`,
      {
        language,
        cookie: audit.site.cookieFor(audit.auditor),
      },
    );
    expect(status).toBe(404);
    expect(await page.textContent('main bdi')).toContain(sentence);
    expect(await page.locator('main script').count()).toBe(0);
  },
);

// A stream of the log, as it was recorded.
import { expect, it, jest } from '@jest/globals';
import { auditSite, kept } from '../../../support/audit-site.js';
import { demoBody } from '../../../support/demo-facts.js';

jest.setTimeout(60_000);

const audit = auditSite();
const BODY = '/streams/body-board-of-peace';

it.each([
  ['en', 'Stream', 'Body registered'],
  ['ar', 'السلسلة', 'تسجيل الهيئة'],
] as const)('works in %s', async (language, title, registered) => {
  const page = await audit.open(BODY, { language });
  expect((await page.textContent('h1'))?.replace(/[\u2066-\u2069]/g, '')).toBe(
    `${title} body-board-of-peace`,
  );
  const first = page.locator('table tbody tr').first();
  expect(await first.locator('th').textContent()).toBe(String(demoBody('board-of-peace')));
  expect(await first.textContent()).toContain(registered);
});

it('of a membership leads to its history, why and public page', async () => {
  const page = await audit.open('/streams/membership-board-of-peace-KAZ', { javaScript: false });
  const at = '/memberships/board-of-peace/KAZ';
  for (const way of [`/admin/audit${at}/history`, `/admin/audit${at}/why`, at])
    expect(await page.locator(`main a[href="${way}"]`).count()).toBe(1);
});

it('is kept as files', async () => {
  const page = await audit.open(BODY);
  const shown = await page.locator('table tbody tr').count();
  const json = await kept(page, 'main a[href*="format=json"]');
  expect(json.name).toBe('stream-body-board-of-peace.json');
  expect((JSON.parse(json.text) as { items: unknown[] }).items).toHaveLength(shown);
  expect((await kept(page, 'main a[href*="format=csv"]')).text.trimEnd().split('\r\n')).toHaveLength(
    shown + 1,
  );
});

it.each([
  ['en', 'The log has no stream'],
  ['ar', 'لا توجد في السجل سلسلة'],
] as const)('that there is none is said in %s', async (language, sentence) => {
  const { page, status } = await audit.browser.visit(`${audit.site.address}/admin/audit/streams/no-such`, {
    language,
    cookie: audit.site.cookieFor(audit.auditor),
  });
  expect(status).toBe(404);
  expect(await page.textContent('main')).toContain(sentence);
});

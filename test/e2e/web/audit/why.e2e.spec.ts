// Why a standing is what it is, on both clocks.
import { describe, expect, it, jest } from '@jest/globals';
import { auditSite } from '../../../support/audit-site.js';
import { demoRow } from '../../../support/demo-facts.js';

jest.setTimeout(60_000);

const audit = auditSite();
const WHY = '/memberships/board-of-peace/KAZ/why';
const { position, eventId } = demoRow('kaz-board-of-peace-signed');

it.each([
  ['en', 'Why the standing is what it is: Kazakhstan – Board of Peace', 'Charter signed'],
  ['ar', 'لماذا الصفة ما هي عليه: كازاخستان – مجلس السلام', 'توقيع الميثاق'],
] as const)('works in %s', async (language, h1, signed) => {
  const page = await audit.open(WHY, { language });
  expect(await page.textContent('h1')).toBe(h1);
  expect(await page.textContent(`[id="${eventId}"]`)).toContain(signed);
});

describe.each([true, false])('with JavaScript: %s', (javaScript) => {
  it('is asked for another day and another knowledge, and leads to the events and their sources', async () => {
    const page = await audit.open(WHY, { javaScript });
    await page.fill('#asOf', '2026-03-01');
    await page.fill('#atPosition', String(position - 1));
    await page.click('main form button');
    await page.waitForURL(/atPosition=/);
    expect(await page.textContent('.banner')).toContain(`position ${position - 1}`);
    expect(await page.textContent('dl.facts')).toContain('accepted');
    expect(await page.locator(`[id="${eventId}"]`).count()).toBe(0);
    expect(await page.locator('main .citations blockquote').count()).toBeGreaterThan(0);
    const event = page.locator('main a[href^="/admin/audit/events/"]').first();
    const href = await event.getAttribute('href');
    await event.click();
    await page.waitForURL((url) => url.pathname === href);
  });
});

it('says so where nothing is known', async () => {
  const page = await audit.open('/memberships/abraham-accords/TKM/why');
  expect(await page.textContent('main')).toContain('No act between the two is known on these clocks.');
});

it('is open to a recorder too, without the rest of the audit', async () => {
  const page = await audit.open(WHY, { cookie: await audit.site.cookieOf('recorder') });
  expect(await page.textContent('h1')).toContain('Kazakhstan');
  expect(await page.locator('nav.sections').count()).toBe(0);
});

// What differs between two points of either clock, with the way to why.
import { describe, expect, it, jest } from '@jest/globals';
import { auditSite, kept } from '../../../support/audit-site.js';
import { demoRow } from '../../../support/demo-facts.js';

jest.setTimeout(60_000);

const audit = auditSite();
const { position, eventId } = demoRow('kaz-board-of-peace-signed');

it.each([
  ['en', 'What differs between two points'],
  ['ar', 'ما الذي يختلف بين نقطتين'],
] as const)('works in %s', async (language, h1) => {
  const page = await audit.open('/differences', { language });
  expect(await page.textContent('h1')).toBe(h1);
  expect(await page.getAttribute('#from', 'type')).toBe('date');
  await page.click('main form a');
  await page.waitForURL(/axis=known$/);
  expect(await page.getAttribute('#asOf', 'type')).toBe('date');
});

describe.each([
  ['en', true, { before: 'accepted', day: '1 membership differs' }],
  ['en', false, { before: 'accepted', day: '1 membership differs' }],
  ['ar', true, { before: 'قبلت', day: 'عضوية واحدة مختلفة' }],
  ['ar', false, { before: 'قبلت', day: 'عضوية واحدة مختلفة' }],
] as const)('in %s, JavaScript %s', (language, javaScript, says) => {
  it('between two positions: what was known before, what after, and by which event', async () => {
    const page = await audit.open('/differences?axis=known', { language, javaScript });
    await page.fill('#from', String(position - 1));
    await page.fill('#to', String(position));
    await page.fill('#asOf', '2026-03-01');
    await page.click('main form button.primary');
    await page.waitForURL(/from=/);
    expect(await page.inputValue('#from')).toBe(String(position - 1));
    const row = page.locator('table tbody tr');
    expect(await row.count()).toBe(1);
    expect(await row.locator('td').first().textContent()).toContain(says.before);
    expect(await row.locator('td a').getAttribute('href')).toBe(`/admin/audit/events/${eventId}`);

    await row.locator('th a').click();
    await page.waitForURL(/\/memberships\/board-of-peace\/KAZ\/history/);
    await page.click('main a[href*="/KAZ/why"]');
    await page.waitForURL(/\/why/);
    expect(await page.locator(`main a[href="/admin/audit/events/${eventId}"]`).count()).toBe(1);
  });

  it('between two days: what took effect, for one membership', async () => {
    const page = await audit.open('/differences', { language, javaScript });
    await page.fill('#from', '2026-01-18');
    await page.fill('#to', '2026-01-19');
    await page.selectOption('#body', 'board-of-peace');
    await page.selectOption('#state', 'KAZ');
    await page.click('main form button.primary');
    await page.waitForURL(/from=/);
    expect(await page.textContent('main [role=status]')).toContain(says.day);
    expect(await page.locator('table tbody tr td').nth(1).textContent()).toContain(says.before);
  });
});

it('are kept as a file, all of them', async () => {
  const page = await audit.open('/differences?axis=known&from=0&to=1020&limit=5');
  expect(await page.locator('table tbody tr').count()).toBe(5);
  const { name, text } = await kept(page, '.foot a[href*="format=csv"]');
  expect(name).toMatch(/\.csv$/);
  const [head, ...rows] = text.trimEnd().split('\r\n');
  expect(head).toContain('body');
  expect(rows.length).toBeGreaterThan(60);
  await page.click('a[rel=next]');
  await page.waitForURL(/cursor=/);
  expect(await page.locator('table tbody tr').count()).toBe(5);
});

it('say so where there are none', async () => {
  const page = await audit.open('/differences?axis=known&from=7&to=7');
  expect(await page.textContent('main [role=status]')).toBe('Nothing differs between the two.');
});

// Where an auditor begins: how the register stands, what can be done, and who may not.
import { describe, expect, it, jest } from '@jest/globals';
import { auditSite } from '../../../support/audit-site.js';
import { DEMO_EVENTS, demoRow } from '../../../support/demo-facts.js';

jest.setTimeout(60_000);

const audit = auditSite();

it.each([
  ['en', /^It ends at position 1,020 · /, 'up to date', 'You have not replayed anything yet.'],
  ['ar', /^ينتهي عند الموضع 1,020 · /, 'مواكب', 'لم تُعد احتساب شيء بعد.'],
] as const)('works in %s', async (language, ends, runs, none) => {
  const page = await audit.open('', { language });
  expect(DEMO_EVENTS).toBe(1020);
  expect(await page.locator('main > p').nth(1).textContent()).toMatch(ends);
  const states = await page.locator('table').first().locator('tbody td:last-child').allTextContents();
  expect(states.length).toBeGreaterThan(3);
  expect(new Set(states.map((state) => state.trim()))).toEqual(new Set([runs]));
  expect(await page.textContent('main')).toContain(none);
});

describe.each([true, false])('with JavaScript: %s', (javaScript) => {
  it('leads to the history of a membership, and to why it is what it is', async () => {
    const page = await audit.open('', { javaScript });
    for (const [show, h1] of [
      ['history', 'History of a membership: Kazakhstan – Board of Peace'],
      ['why', 'Why the standing is what it is: Kazakhstan – Board of Peace'],
    ] as const) {
      await page.goto(`${audit.site.address}/admin/audit`);
      await page.selectOption('select[name=body]', 'board-of-peace');
      await page.selectOption('select[name=state]', 'KAZ');
      await page.click(`button[value=${show}]`);
      await page.waitForURL(new RegExp(`/memberships/board-of-peace/KAZ/${show}$`));
      expect(await page.textContent('h1')).toBe(h1);
    }
  });

  it('finds an event by its position and by its id', async () => {
    const { position, eventId } = demoRow('kaz-board-of-peace-signed');
    const page = await audit.open('', { javaScript });
    for (const text of [String(position), ` ${eventId} `]) {
      await page.goto(`${audit.site.address}/admin/audit`);
      await page.fill('input[name=id]', text);
      await page.click('form:has(input[name=id]) button');
      await page.waitForURL(new RegExp(`/events/${eventId}$`));
    }
  });
});

it('tells of a replay that was made, with its outcome', async () => {
  const { headers } = await audit.auditor.post('/admin/audit/replay', { position: '0' });
  const page = await audit.browser.open(audit.site.address + headers['location']!, {
    cookie: audit.site.cookieFor(audit.auditor),
  });
  await page.locator('#job-said', { hasText: 'hold exactly what the log says' }).waitFor();
  await page.click('nav.sections a');
  await page.waitForURL(/\/admin\/audit$/);
  const row = page.locator('table').last().locator('tbody tr');
  expect(await row.textContent()).toContain('All bodies');
  expect(await row.textContent()).toContain('The live tables hold exactly what the log says.');
  expect(await row.locator('a').getAttribute('href')).toBe(headers['location']);
});

it('leads to its parts by keyboard alone, and says where one is', async () => {
  const page = await audit.open('');
  const sections = page.locator('nav.sections a');
  expect(await sections.allTextContents()).toEqual(['Overview', 'Replay', 'Differences']);
  expect(await page.locator('nav.sections [aria-current=page]').textContent()).toBe('Overview');
  await sections.nth(2).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/audit\/differences$/);
  expect(await page.locator('nav.sections [aria-current=page]').textContent()).toBe('Differences');
});

describe.each([
  ['en', 'This is not open to you'],
  ['ar', 'هذا غير متاح لك'],
] as const)('in %s', (language, title) => {
  it.each([
    ['a recorder', 'recorder', '/admin/audit'],
    ['an admin', 'admin', '/admin/audit/replay'],
    ['an auditor', 'auditor', '/admin/record'],
    ['an auditor', 'auditor', '/admin/bodies/new'],
  ] as const)('%s (%s) is told that %s is not theirs, and has a way on', async (_, role, path) => {
    const cookie = await audit.site.cookieOf(role);
    const { page, status } = await audit.browser.visit(audit.site.address + path, { language, cookie });
    expect([status, await page.textContent('h1')]).toEqual([403, title]);
    await page.click('.masthead nav a[href="/admin"]');
    await page.waitForURL(/\/admin$/);
    expect(await page.locator('.masthead .account').count()).toBe(1);
  });
});

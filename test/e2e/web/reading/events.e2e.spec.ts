// Everything that was recorded, as it was recorded, by position.
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { testBrowser } from '../../../support/browser.js';
import { DEMO_EVENTS, demoRow } from '../../../support/demo-facts.js';
import { plain, rows, said, showsFocus, twinOf } from '../../../support/reader.js';
import { demoSite, type Site } from '../../../support/site.js';

jest.setTimeout(60_000);

const browser = testBrowser();
let site: Site;
beforeAll(async () => {
  site = await demoSite();
}, 60_000);
afterAll(() => site.close());

const positions = (table: string[][]) => table.map(([position = '']) => Number(position.replace(',', '')));

it('works', async () => {
  const page = await browser.open(`${site.address}/log/events`);
  expect(await said(page, 'h1')).toBe('All events');
  const shown = await rows(page, 'events');
  expect(positions(shown)).toEqual(Array.from({ length: 50 }, (_, at) => at + 1));
  expect(shown[0]?.slice(2, 5)).toEqual([
    'StateRegistered',
    expect.stringMatching(/^state-[A-Z]{3} 1$/),
    'loader:demo',
  ]);
  const { items } = await twinOf(site, page);
  expect(items.slice(0, 50).map(({ position }: { position: number }) => position)).toEqual(positions(shown));
});

it('shows an event as it is stored, by keyboard', async () => {
  const { position, eventId } = demoRow('kaz-board-of-peace-signed');
  const page = await browser.open(`${site.address}/log/events?after=${String(position - 1)}&limit=1`, {
    language: 'ar',
  });
  await page.locator('tbody summary').focus();
  expect(await showsFocus(page)).toBe(true);
  await page.keyboard.press('Enter');
  const stored: unknown = JSON.parse(await page.locator('tbody pre').innerText());
  const { items } = await twinOf(site, page);
  expect(items[0]).toMatchObject({ position, eventId, data: stored });
});

it.each(['en', 'ar'] as const)('is walked to its end and back without a gap: %s', async (language) => {
  const page = await browser.open(`${site.address}/log/events?after=${String(DEMO_EVENTS - 60)}`, {
    language,
    javaScript: false,
  });
  const seen = positions(await rows(page, 'events'));
  const step = (at: number) => page.locator('.pager a').nth(at).click();
  expect((await page.locator('.pager a').allInnerTexts()).map(plain)).toEqual(
    language === 'en'
      ? ['From the beginning', 'Earlier', 'Next', 'The last ones']
      : ['من البداية', 'السابقة', 'التالية', 'الأخيرة'],
  );
  await step(2);
  seen.push(...positions(await rows(page, 'events')));
  expect(seen).toEqual(Array.from({ length: 60 }, (_, at) => DEMO_EVENTS - 59 + at));
  await step(1);
  expect(new URL(page.url()).search).toBe(`?after=${String(DEMO_EVENTS - 60)}`);
  await step(0);
  expect(positions(await rows(page, 'events'))[0]).toBe(1);
});

it('says what to do beyond its end, and what it does not take', async () => {
  const page = await browser.open(`${site.address}/log/events?after=${String(DEMO_EVENTS)}`);
  expect(await said(page, '.empty')).toContain('Nothing is recorded after this position yet.');
  await page.locator('.pager a').last().click();
  await page.waitForURL(/after=/);
  const { page: refused, status } = await browser.visit(`${site.address}/log/events?asOf=2026-01-01`, {
    language: 'ar',
  });
  expect(status).toBe(400);
  expect(await said(refused, 'main')).toContain('لا تقبل هذه الصفحة المعامل «asOf»');
});

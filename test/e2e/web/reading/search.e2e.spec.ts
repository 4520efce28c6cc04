// The search: states and bodies by any name in any script, the best first.
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { testBrowser } from '../../../support/browser.js';
import { plain, said, showsFocus, twinOf, ways } from '../../../support/reader.js';
import { demoSite, type Site } from '../../../support/site.js';

jest.setTimeout(60_000);

const browser = testBrowser();
let site: Site;
beforeAll(async () => {
  site = await demoSite();
}, 60_000);
afterAll(() => site.close());

it('works', async () => {
  const page = await browser.open(`${site.address}/search?q=korea`);
  expect((await page.locator('ol.found li').allInnerTexts()).map(plain)).toEqual([
    'South Korea state · found by Korea, Republic of',
    'North Korea state',
  ]);
  const { items } = await twinOf(site, page);
  expect(items.map(({ state }: { state: { code: string } }) => `/states/${state.code}`)).toEqual(
    await ways(page, 'ol.found a'),
  );
});

it.each([
  ['مجلس السلام', '/bodies/board-of-peace'],
  ['Совет мира', '/bodies/board-of-peace'],
  ['اتفاقات ابراهام', '/bodies/abraham-accords'],
  ['كازخستان', '/states/KAZ'],
  ['Қазақстан', '/states/KAZ'],
  ['usa', '/states/USA'],
])('finds by “%s”, by keyboard alone', async (q, way) => {
  const page = await browser.open(`${site.address}/search?asOf=2026-01-20`);
  expect(await said(page, '.empty')).toContain('Write a name');
  await page.locator('main input[name=q]').focus();
  await page.keyboard.insertText(q);
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=/);
  await page.locator('.finder button').focus();
  for (let at = 0; at < 2; at += 1) await page.keyboard.press('Tab');
  expect(await showsFocus(page)).toBe(true);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${site.address}${way}?asOf=2026-01-20`);
});

it('knows what was known, and says in Arabic where else to look', async () => {
  const page = await browser.open(`${site.address}/search?q=peace&knownAt=2025-12-01T00:00:00Z`, {
    language: 'ar',
  });
  expect(await said(page, '.banner')).toContain('1 ديسمبر 2025');
  expect(await said(page, '.empty')).toContain('لا شيء في السجل باسم يشبه «peace»');
  expect(await ways(page, '.empty a')).toEqual([
    '/states?knownAt=2025-12-01T00%3A00%3A00Z',
    '/bodies?knownAt=2025-12-01T00%3A00%3A00Z',
    '/sources?q=peace&knownAt=2025-12-01T00%3A00%3A00Z',
  ]);
  await page.click('.banner a');
  await page.waitForURL(/\/search/);
  expect(await ways(page, '.banner a')).toEqual([]);
});

it('keeps what was looked for when the language is switched', async () => {
  const page = await browser.open(`${site.address}/search?q=korea&asOf=2026-01-20`);
  await page.click('.language');
  await page.waitForURL(/lang=ar/);
  expect(await page.inputValue('main input[name=q]')).toBe('korea');
  expect((await page.locator('ol.found li').allInnerTexts()).map(plain)).toEqual([
    'كوريا الجنوبية دولة · وُجدت باسم Korea, Republic of',
    'كوريا الشمالية دولة · وُجدت باسم North Korea',
  ]);
  // Names in another script do not turn the line around.
  expect(await page.locator('ol.found li bdi').count()).toBe(4);
});

it('says what cannot be looked for', async () => {
  const { page, status } = await browser.visit(`${site.address}/search?q=${'a'.repeat(201)}`);
  expect(status).toBe(400);
  expect(await said(page, 'main')).toContain('Look for a name or a part of one, of 1 to 200 characters.');
});

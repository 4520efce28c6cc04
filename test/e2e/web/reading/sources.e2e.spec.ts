// The sources: found by a word, an outlet or an address, and led on to where they stand.
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { testBrowser } from '../../../support/browser.js';
import { csvOf, rows, said, twinOf, ways } from '../../../support/reader.js';
import { demoSite, type Site } from '../../../support/site.js';

jest.setTimeout(60_000);

const browser = testBrowser();
let site: Site;
beforeAll(async () => {
  site = await demoSite();
}, 60_000);
afterAll(() => site.close());

const idsOf = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id);

it('works', async () => {
  const page = await browser.open(`${site.address}/sources?limit=20`);
  const shown = await rows(page, 'sources');
  expect(shown[0]).toEqual(['1news.az', '', '21 January 2026', 'Russian', '1news.az']);
  const ids = idsOf(await twinOf(site, page));
  expect(await ways(page, 'tbody th a')).toEqual(ids.map((id) => `/sources/${id}`));
  // Out into the world with no more than the address.
  const outwards = page.locator('tbody td a');
  expect(await outwards.first().getAttribute('rel')).toBe('noopener noreferrer nofollow external');
  expect((await ways(page, 'tbody td a')).every((way) => /^https?:\/\//.test(way))).toBe(true);
});

it.each([
  ['ترامب كازاخستان', 'alamsar-2026-01-19'],
  ['الأمصار', 'alamsar-2026-01-19'],
  [
    'https://www.1news.az/news/20260121125708261-Ilkham-Aliev-Azerbaidzhan-prisoedinyaetsya-k-Sovetu-mira-razdelyaya-ego-blagorodnuyu-missiyu?utm_source=mail',
    '1news-ilkham-aliev-azerbaidzhan-prisoedinyaetsya-k',
  ],
])('finds by “%s”, also without JavaScript, and gives just that as a file', async (q, id) => {
  const page = await browser.open(`${site.address}/sources`, { javaScript: false, language: 'ar' });
  await page.fill('main input[name=q]', q);
  await page.click('main form button');
  expect(new URL(page.url()).searchParams.get('q')).toBe(q);
  const ids = (await ways(page, 'tbody th a')).map((way) => way.replace('/sources/', ''));
  expect(ids).toContain(id);
  expect(idsOf(await twinOf(site, page))).toEqual(ids);
  expect((await csvOf(site, page)).keys).toEqual(ids);
});

it('goes on page by page, each source once', async () => {
  const page = await browser.open(`${site.address}/sources?limit=90`, { javaScript: false });
  const seen = await ways(page, 'tbody th a');
  await page.click('.pager [rel=next]');
  seen.push(...(await ways(page, 'tbody th a')));
  expect(seen).toHaveLength(180);
  expect(new Set(seen).size).toBe(180);
  expect(seen).toEqual(seen.toSorted());
});

it('has headlines in their own script and direction, whatever the page is in', async () => {
  const page = await browser.open(`${site.address}/sources?q=alamsar`);
  const title = page.locator('tbody td bdi[lang=ar]').first();
  expect(await title.innerText()).toContain('ترامب يدعو');
  expect(await title.evaluate((one) => getComputedStyle(one).direction)).toBe('rtl');
  await page.click('.language');
  await page.waitForURL(/lang=ar/);
  expect(new URL(page.url()).searchParams.get('q')).toBe('alamsar');
  expect((await rows(page, 'sources'))[0]?.slice(2, 4)).toEqual(['19 يناير 2026', 'العربية']);
});

it('knew as many as were registered, and says what to do where none is found', async () => {
  const page = await browser.open(`${site.address}/sources?knownAt=2020-09-16T00:00:00Z`);
  const known = await rows(page, 'sources');
  expect(known.length).toBeLessThan(50);
  expect(idsOf(await twinOf(site, page))).toHaveLength(known.length);
  await page.fill('main input[name=q]', 'alamsar');
  await page.click('main form button');
  await page.waitForURL(/q=alamsar/);
  expect(await said(page, '.empty')).toMatch(/^No source has all the words of “alamsar”.*All sources$/);
  await page.click('.empty a');
  await page.waitForURL(/\/sources\?knownAt=2020-09-16T00%3A00%3A00Z$/);
});

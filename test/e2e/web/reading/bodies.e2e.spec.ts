// The bodies, each with how many states stand how towards it on the day shown.
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { testBrowser } from '../../../support/browser.js';
import { csvOf, rows, said, twinOf } from '../../../support/reader.js';
import { demoSite, type Site } from '../../../support/site.js';

jest.setTimeout(60_000);

const browser = testBrowser();
let site: Site;
beforeAll(async () => {
  site = await demoSite();
}, 60_000);
afterAll(() => site.close());

it('works', async () => {
  const page = await browser.open(`${site.address}/bodies`);
  expect(await rows(page, 'bodies')).toEqual([
    ['Abraham Accords', 'accord', 'since 15 September 2020', 'party 5 joined 1 intends to join 2 declined 6'],
    [
      'Board of Peace',
      'organization',
      'since 22 January 2026',
      'member 19 signatory 3 accepted 5 invited 7 declined 13',
    ],
  ]);
  const { items } = await twinOf(site, page);
  expect(items.map(({ slug }: { slug: string }) => slug)).toEqual(['abraham-accords', 'board-of-peace']);
  expect((await csvOf(site, page)).keys).toEqual(['abraham-accords', 'board-of-peace']);
  await page.click('tbody a');
  await page.waitForURL(/\/bodies\/abraham-accords$/);
});

it('counts as it was on a day, and as many as programs are told', async () => {
  const page = await browser.open(`${site.address}/bodies?asOf=2026-01-21`, { language: 'ar' });
  const [, board] = await rows(page, 'bodies');
  expect(board).toEqual(['مجلس السلام', 'منظمة', 'غير نافذة', expect.stringContaining('قبلت 21')]);
  const { body } = await site.get('/api/v1/bodies/board-of-peace/members?asOf=2026-01-21&standing=accepted');
  expect(body.items).toHaveLength(21);
  await page.click('.banner a');
  await page.waitForURL(`${site.address}/bodies`);
  expect((await rows(page, 'bodies'))[1]?.[2]).toBe('نافذة منذ 22 يناير 2026');
});

it('finds a body by an older name in another script, and says what to do where it finds none', async () => {
  const page = await browser.open(`${site.address}/bodies`, { javaScript: false });
  await page.fill('main input[name=q]', 'اتفاقات أبراهام');
  await page.click('main form button');
  expect(await rows(page, 'bodies')).toHaveLength(1);
  expect((await rows(page, 'bodies'))[0]?.[0]).toBe('Abraham Accords');
  expect((await csvOf(site, page)).keys).toEqual(['abraham-accords']);
  await page.fill('main input[name=q]', 'qqqqq');
  await page.click('main form button');
  expect(await said(page, '.empty')).toMatch(/^No body is known by a name like “qqqqq”.*All bodies$/);
  await page.click('.empty a');
  expect(await rows(page, 'bodies')).toHaveLength(2);
});

it('goes on page by page', async () => {
  const page = await browser.open(`${site.address}/bodies?limit=1`);
  expect((await rows(page, 'bodies')).map(([name]) => name)).toEqual(['Abraham Accords']);
  await page.click('.pager [rel=next]');
  await page.waitForURL(/cursor=/);
  expect((await rows(page, 'bodies')).map(([name]) => name)).toEqual(['Board of Peace']);
  expect(await page.locator('.pager [rel=next]').count()).toBe(0);
  await page.click('.pager [rel=first]');
  await page.waitForURL(/limit=1$/);
});

it('knew of none before the first was registered', async () => {
  const page = await browser.open(`${site.address}/bodies?atPosition=10`);
  expect(await said(page, '.empty')).toContain('No body is registered on these clocks.');
});

// The log of acts: the last recorded first, narrowed by what the address says.
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { testBrowser } from '../../../support/browser.js';
import { demoRow } from '../../../support/demo-facts.js';
import { csvOf, rows, said, twinOf, ways } from '../../../support/reader.js';
import { demoSite, type Site } from '../../../support/site.js';

jest.setTimeout(60_000);

const browser = testBrowser();
let site: Site;
beforeAll(async () => {
  site = await demoSite();
}, 60_000);
afterAll(() => site.close());

const eventIds = ({ items }: { items: { eventId: string }[] }) => items.map(({ eventId }) => eventId);
/** Of the acts, as their links name them. */
const anchors = (all: string[]) => all.map((way) => way.split('#')[1]);

it('works', async () => {
  const page = await browser.open(`${site.address}/log?limit=30`);
  const shown = await rows(page, 'acts');
  expect(shown[0]).toEqual([
    'on or before 13 March 2026',
    'Intent announced Armenia · Abraham Accords',
    'stated by another party a claim: shown, not counted',
    expect.stringMatching(/^The California Courier/),
    '13 Mar 2026, 23:59 UTC',
  ]);
  expect(anchors(await ways(page, 'tbody td > a[href*="#"]'))).toEqual(eventIds(await twinOf(site, page)));
});

it('is narrowed to an act, a state and a body, and gives just that as a file', async () => {
  const page = await browser.open(`${site.address}/log`, { javaScript: false });
  await page.selectOption('main select[name=type]', 'CharterSigned');
  await page.locator('main [name=state]').fill('BEL');
  await page.locator('main [name=body]').fill('board-of-peace');
  await page.click('main form button');
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
    ...{ type: 'CharterSigned', state: 'BEL', body: 'board-of-peace' },
  });
  const shown = await rows(page, 'acts');
  expect(shown.map((cells) => cells.slice(1, 3))).toEqual([
    [
      'Charter signed (simple signature) Belgium · Board of Peace',
      'stated by another party denied by the one whose act it is corroborated',
    ],
  ]);
  expect(eventIds(await twinOf(site, page))).toHaveLength(1);
  expect((await csvOf(site, page)).keys).toHaveLength(1);
  await page.locator('main form a').click();
  expect(new URL(page.url()).search).toBe('');
});

it('goes on page by page, each act once, the last recorded first', async () => {
  const page = await browser.open(`${site.address}/log?limit=40&state=KAZ`, { javaScript: false });
  const all = await ways(page, 'tbody td > a[href*="#"]');
  expect(await page.locator('.pager').count()).toBe(0);
  await page.goto(`${site.address}/log?limit=10&state=KAZ`);
  const seen = await ways(page, 'tbody td > a[href*="#"]');
  while ((await page.locator('.pager [rel=next]').count()) > 0) {
    await page.click('.pager [rel=next]');
    seen.push(...(await ways(page, 'tbody td > a[href*="#"]')));
  }
  expect(seen).toEqual(all);
  expect(seen.length).toBeGreaterThan(10);
});

it('ends where the register knew no more, and leads on to the act on the same clocks', async () => {
  const { position, eventId } = demoRow('kaz-board-of-peace-accepted');
  const page = await browser.open(`${site.address}/log?asOf=2026-01-25&atPosition=${String(position)}`, {
    language: 'ar',
  });
  const [latest] = await rows(page, 'acts');
  expect(latest?.slice(0, 2)).toEqual(['في 19 يناير 2026 أو قبله', 'قبول العضوية كازاخستان · مجلس السلام']);
  await page.locator('tbody td > a[href*="#"]').first().click();
  await page.waitForURL(
    `${site.address}/memberships/board-of-peace/KAZ?asOf=2026-01-25&atPosition=${String(position)}#${eventId}`,
  );
  expect(await page.locator(`[id="${eventId}"]`).isVisible()).toBe(true);
});

it('keeps filters and clocks when the language is switched', async () => {
  const query = { state: 'KAZ', type: 'CharterSigned', atPosition: '1000' };
  const page = await browser.open(`${site.address}/log?${new URLSearchParams(query).toString()}`);
  await page.click('.language');
  await page.waitForURL(/lang=ar/);
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ ...query, lang: 'ar' });
  expect((await rows(page, 'acts'))[0]?.slice(0, 2)).toEqual([
    ...['22 يناير 2026', 'توقيع الميثاق (توقيع بسيط) كازاخستان · مجلس السلام'],
  ]);
});

it('says what to do where no act answers, and where a name is none', async () => {
  const page = await browser.open(`${site.address}/log?type=MembershipSuspended`);
  expect(await said(page, '.empty')).toContain('No act is recorded on this clock that answers this.');
  const unknown = await browser.visit(`${site.address}/log?body=peace-board`);
  expect(unknown.status).toBe(404);
  expect(await ways(unknown.page, 'main nav a')).toContain('/bodies/board-of-peace');
  const none = await browser.visit(`${site.address}/log?state=kazakhstan`, { language: 'ar' });
  expect(none.status).toBe(400);
  expect(await said(none.page, 'main')).toContain('يجب أن يكون «state» رمز دولة، مثل KAZ.');
});

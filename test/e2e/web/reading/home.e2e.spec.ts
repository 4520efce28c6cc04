// The first page, as a visitor finds it: what the register holds, and every way from there into it.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { testBrowser } from '../../../support/browser.js';
import { focused, plain, rows, said, showsFocus, twinOf, ways } from '../../../support/reader.js';
import { demoSite, type Site } from '../../../support/site.js';

jest.setTimeout(60_000);

const browser = testBrowser();
let site: Site;
beforeAll(async () => {
  site = await demoSite();
}, 60_000);
afterAll(() => site.close());

it('works', async () => {
  const page = await browser.open(`${site.address}/`);
  expect(await said(page, 'h1')).toBe('Who belongs to what, since when, and by whose word');
  expect(await page.locator('.banner').count()).toBe(0);
  expect(await rows(page, 'bodies')).toEqual([
    ['Abraham Accords', 'accord', 'since 15 September 2020', expect.stringContaining('party 5')],
    ['Board of Peace', 'organization', 'since 22 January 2026', expect.stringContaining('member 19')],
  ]);
  const latest = (await page.locator('.feed > li').allInnerTexts()).map(plain);
  expect(latest).toHaveLength(10);
  expect(latest[0]).toMatch(/^Intent announced Armenia · Abraham Accords on or before 13 March 2026/);
  expect(await ways(page, 'main p a[href="/log"]')).toHaveLength(1);

  const { items } = await twinOf(site, page);
  expect(items.map(({ name }: { name: string }) => name)).toEqual(['Abraham Accords', 'Board of Peace']);
});

describe.each([true, false])('with JavaScript: %s', (javaScript) => {
  it('leads to a state by its name in another script, and on to a day of its membership and back', async () => {
    const page = await browser.open(site.address, { javaScript });
    await page.fill('main input[name=q]', 'كازخستان');
    await page.click('main form button');
    await page.waitForURL(/\/search\?q=/);
    await page.click('ol.found a');
    await page.waitForURL(/\/states\/KAZ$/);
    await page.click('table a[href="/memberships/board-of-peace/KAZ"]');
    await page.waitForURL(/\/memberships\/board-of-peace\/KAZ$/);
    expect(await said(page, '.held.large')).toMatch(/^member since 22 January 2026/);

    await page.fill('#clocks-day', '2026-01-20');
    await page.click('.time-bar form button');
    await page.waitForURL(/asOf=2026-01-20/);
    expect(await said(page, '.banner')).toContain('20 January 2026');
    expect(await said(page, '.held.large')).toMatch(/^accepted since 19 January 2026/);
    await page.click('h1 a[href^="/bodies/"]');
    await page.waitForURL(/\/bodies\/board-of-peace\?asOf=2026-01-20$/);
    await page.click('.banner a');
    await page.waitForURL(/\/bodies\/board-of-peace$/);
  });
});

it('shows what was known at an instant, says so, and leads back to now', async () => {
  const page = await browser.open(`${site.address}/?asOf=2025-12-01&knownAt=2025-11-07T00:00:00Z`);
  expect(await said(page, '.banner')).toBe(
    'As it was on 1 December 2025 · as the register knew it on 7 Nov 2025, 00:00 UTC Show today',
  );
  // Nobody had heard of the Board of Peace, nor of what Kazakhstan declared on that day.
  const known = await rows(page, 'bodies');
  expect(known.map(([body]) => body)).toEqual(['Abraham Accords']);
  expect(known[0]?.[3]).not.toContain('joined');
  expect(await said(page, '.feed')).toMatch(/^\S.*Kazakhstan · Abraham Accords .*6 November 2025/);
  expect(await ways(page, '.masthead nav a[href^="/states"]')).toEqual([
    '/states?asOf=2025-12-01&knownAt=2025-11-07T00%3A00%3A00Z',
  ]);
  await page.click('.banner a');
  await page.waitForURL(`${site.address}/`);
  expect(await page.locator('table:has(#bodies-caption) tbody tr').count()).toBe(2);
});

it('says what to do where nothing was known yet', async () => {
  const page = await browser.open(`${site.address}/?atPosition=0`, { language: 'ar' });
  expect(await said(page, '.banner')).toContain('عند الموضع 0');
  expect(await said(page, '.empty')).toContain('لا شيء مسجَّل في هذا الزمن');
  expect(await page.locator('table').count()).toBe(0);
});

it('keeps the place when the language is switched: clocks, and how the map is drawn', async () => {
  const page = await browser.open(`${site.address}/?asOf=2026-01-20&map=filled`);
  await page.click('.language');
  await page.waitForURL(/lang=ar/);
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
    asOf: '2026-01-20',
    map: 'filled',
    lang: 'ar',
  });
  expect(await page.getAttribute('html', 'dir')).toBe('rtl');
  expect(await said(page, '.banner')).toContain('كما كان الأمر في 20 يناير 2026');
  expect(await said(page, '.choices [aria-current]')).toBe('مساحات ملوّنة');
  // The choice stays, without a word in the address.
  await page.click('.masthead nav a[href^="/bodies"]');
  await page.waitForURL(/\/bodies\?asOf=2026-01-20$/);
  expect(await page.getAttribute('html', 'lang')).toBe('ar');
  await page.click('.language');
  await page.waitForURL(/lang=en/);
  expect(await page.getAttribute('html', 'dir')).toBe('ltr');
});

it.each(['en', 'ar'] as const)(
  'is walked by keyboard, the content first for whoever wants it: %s',
  async (language) => {
    const page = await browser.open(`${site.address}/`, { language });
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe(language === 'en' ? 'Skip to the content' : 'انتقل إلى المحتوى');
    expect(await page.locator('.skip').boundingBox()).toMatchObject({ y: expect.any(Number) });
    expect((await page.locator('.skip').boundingBox())!.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    await page.waitForURL(/#content$/);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#time');
    expect(await showsFocus(page)).toBe(true);

    await page.locator('.skip').focus();
    const order: string[] = [];
    for (let at = 0; at < 9; at += 1) {
      await page.keyboard.press('Tab');
      expect(await showsFocus(page)).toBe(true);
      order.push(plain(await focused(page)));
    }
    expect(order).toEqual(
      language === 'en'
        ? ['Chancery', 'States', 'Bodies', 'Sources', 'Log', 'Desk', 'العربية', expect.anything(), 'q']
        : [
            'Chancery',
            'الدول',
            'الهيئات',
            'المصادر',
            'السجل',
            'مكتب التسجيل',
            'English',
            expect.anything(),
            'q',
          ],
    );
  },
);

it('is printed with its day and its tables, without what is only for a screen', async () => {
  const page = await browser.open(`${site.address}/`);
  await page.emulateMedia({ media: 'print' });
  for (const part of ['.masthead nav', '.language', 'main form', '.time-bar', 'a[href="#time"]'])
    expect([part, await page.locator(part).first().isVisible()]).toEqual([part, false]);
  expect(await page.locator('main').innerText()).toContain('As of 1 April 2026');
  expect(await page.locator('table:has(#map-of-states-caption) tbody tr').first().isVisible()).toBe(true);
});

it('shows on the map who stands where, with a table as its equal', async () => {
  const page = await browser.open(`${site.address}/`, { language: 'ar' });
  const table = await rows(page, 'map-of-states');
  const drawn = await page.locator('svg.map g > title').allTextContents();
  expect(drawn.map(plain).sort()).toEqual(table.map((cells) => cells.slice(0, 2).join(': ')).sort());
  expect(await page.textContent('figure.drawing')).toContain('لا تعبّر');
});

it.each([
  '/',
  '/states/KAZ',
  '/bodies/board-of-peace',
  '/memberships/board-of-peace/KAZ',
  '/log',
  '/sources/alamsar-2026-01-19',
])('%s names reads that answer on its clocks', async (path) => {
  const { text } = await site.get(`${path}?asOf=2026-01-20&knownAt=2026-01-23T00:00:00Z`);
  const [, foot = ''] = /<footer class="foot">(.*?)<\/footer>/s.exec(text) ?? [];
  const reads = [...foot.matchAll(/href="(\/api\/v1\/[^"]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  );
  expect(reads).not.toEqual([]);
  for (const read of reads) {
    expect(read).toContain('knownAt=2026-01-23T00%3A00%3A00Z');
    expect([read, (await site.get(read)).status]).toEqual([read, 200]);
  }
});

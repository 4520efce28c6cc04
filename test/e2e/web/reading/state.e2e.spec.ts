// A state: what it is called, where it stands in every body on which day, and all that is known of it in time.
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { testBrowser } from '../../../support/browser.js';
import { csvOf, focused, plain, rows, said, showsFocus, twinOf, ways } from '../../../support/reader.js';
import { demoSite, type Site } from '../../../support/site.js';

jest.setTimeout(60_000);

const browser = testBrowser();
let site: Site;
beforeAll(async () => {
  site = await demoSite();
}, 60_000);
afterAll(() => site.close());

const KAZAKHSTAN = '/states/KAZ';

it('works', async () => {
  const page = await browser.open(site.address + KAZAKHSTAN);
  expect(await said(page, 'h1')).toBe('Kazakhstan');
  expect(await rows(page, 'standings')).toEqual([
    ['Abraham Accords', 'joined declared by those concerned', '7 November 2025', 'joined'],
    ['Board of Peace', 'member signed', '22 January 2026', 'member'],
  ]);
  expect(await said(page, '#history + ul')).toBe('27 December 1991: Took the place of USSR');
  expect(await page.locator('article.card', { hasText: 'Kassym-Jomart Tokayev' }).count()).toBeGreaterThan(0);

  const { items } = await twinOf(site, page);
  expect(items).toMatchObject([
    { body: { slug: 'abraham-accords' }, standing: 'joined', since: '2025-11-07' },
    { body: { slug: 'board-of-peace' }, standing: 'party', since: '2026-01-22' },
  ]);
  expect((await csvOf(site, page)).keys).toEqual(['abraham-accords', 'board-of-peace']);
});

it('has its names in other languages kept apart, each marked as its language', async () => {
  const page = await browser.open(site.address + KAZAKHSTAN, { language: 'ar' });
  expect(await said(page, 'h1')).toBe('كازاخستان');
  expect(await page.title()).toBe('كازاخستان – Chancery');
  const name = page.locator('dl bdi[lang=kk]');
  expect(await name.innerText()).toBe('Қазақстан');
  expect(await page.locator('h1 > bdi').count()).toBe(1);
});

it('goes from day to day along the bar, and keeps what was known when', async () => {
  const page = await browser.open(
    `${site.address}${KAZAKHSTAN}?asOf=2025-11-05&knownAt=2025-12-01T00:00:00Z`,
  );
  expect(await said(page, '.empty')).toContain('It has no standing in any body on these clocks.');
  const [days, known] = [page.locator('.time-bar .clock').nth(0), page.locator('.time-bar .clock').nth(1)];

  await days.locator('a.step', { hasText: 'Next' }).focus();
  expect(await showsFocus(page)).toBe(true);
  await page.keyboard.press('Enter');
  await page.waitForURL(/asOf=2025-11-06&knownAt=/);
  expect(await rows(page, 'standings')).toEqual([
    [
      'Abraham Accords',
      'intends to join declared by those concerned',
      '6 November 2025',
      'joined stated by another party disputed',
    ],
  ]);

  await days.locator('summary').click();
  expect(await days.locator('ol a').allInnerTexts()).toEqual(['6 November 2025', '7 November 2025']);
  await days.locator('ol a').last().click();
  await page.waitForURL(/asOf=2025-11-07&knownAt=/);
  expect((await rows(page, 'standings'))[0]?.[1]).toBe('joined declared by those concerned');

  // Back on the other clock, before the declaration was known.
  await known.locator('a.step', { hasText: 'First' }).click();
  await page.waitForURL(/asOf=2025-11-07&atPosition=\d+$/);
  expect((await rows(page, 'standings'))[0]?.[1]).toMatch(/^intends to join declared by those concerned/);
  await page.locator('.banner a').click();
  await page.waitForURL(site.address + KAZAKHSTAN);
});

it('tells its time by years: as many entries as the picture counts, each reached by keyboard', async () => {
  const page = await browser.open(`${site.address}${KAZAKHSTAN}?asOf=2026-02-01`);
  const desc = plain((await page.textContent('#of-state-rail-desc')) ?? '');
  const listed = await page
    .locator('.timeline > section')
    .evaluateAll((years) =>
      years.map((year) => [
        year.querySelector('h3')?.firstChild?.textContent?.trim(),
        year.querySelectorAll(':scope > ol > li').length,
      ]),
    );
  expect(
    listed
      .map(([year, count]) => `${String(year)}: ${String(count)} ${count === 1 ? 'entry' : 'entries'}`)
      .join(', '),
  ).toBe(desc);

  await page.locator('.years a', { hasText: '2025' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/#of-state-2025$/);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('section')?.querySelector('h3')?.id)).toBe(
    'of-state-2025',
  );
  expect(await focused(page)).not.toBe('');
  // On to the act itself, on the same day.
  const [way] = await ways(page, '.timeline li a[href*="/memberships/board-of-peace/KAZ"]');
  expect(way).toMatch(/^\/memberships\/board-of-peace\/KAZ\?asOf=2026-02-01#[0-9a-f-]{36}$/);
});

it('has its days in order where the page runs from right to left', async () => {
  const page = await browser.open(site.address + KAZAKHSTAN, { language: 'ar' });
  expect(await page.getAttribute('html', 'dir')).toBe('rtl');
  const parts = await page
    .locator('table:has(#standings-caption) td.when')
    .first()
    .evaluate((cell) => {
      const [text] = cell.childNodes;
      return ['7', 'نوفمبر', '2025'].map((part) => {
        const range = document.createRange();
        const at = text!.textContent!.indexOf(part);
        range.setStart(text!, at);
        range.setEnd(text!, at + part.length);
        return range.getBoundingClientRect().left;
      });
    });
  expect(parts).toEqual(parts.toSorted((a, b) => b - a));
});

it.each([
  ['en', '/states/KAZAKH', 'The register has no state with the code “KAZAKH”', 'Kazakhstan'],
  ['ar', '/states/KAZAKH', 'لا توجد في السجل دولة رمزها «KAZAKH»', 'كازاخستان'],
] as const)(
  'is 404 in %s where there is none, and leads to what may have been meant',
  async (language, path, sentence, near) => {
    const { page, status } = await browser.visit(`${site.address}${path}?asOf=2026-01-20`, { language });
    expect(status).toBe(404);
    expect(await said(page, 'main')).toContain(sentence);
    await page.locator('main nav a', { hasText: near }).click();
    await page.waitForURL(`${site.address}/states/KAZ?asOf=2026-01-20`);
  },
);

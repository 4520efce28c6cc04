// The register of states: read in order, searched in any script, taken along as a file.
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

const codesOf = (table: string[][]) => table.map(([, code]) => code);
const itemCodes = ({ items }: { items: { code: string }[] }) => items.map(({ code }) => code);

it('works', async () => {
  const page = await browser.open(`${site.address}/states?limit=150`);
  const shown = await rows(page, 'states');
  expect(shown[0]?.slice(0, 2)).toEqual(['Afghanistan', 'AFG']);
  const kazakhstan = shown.find(([, code]) => code === 'KAZ');
  expect(kazakhstan).toEqual([
    'Kazakhstan',
    'KAZ',
    '',
    expect.stringMatching(/joined 1.*party 1|party 1.*joined 1/),
  ]);
  expect(shown.find(([, code]) => code === 'AND')?.[3]).toBe('none recorded');
  expect(await ways(page, 'table a[href$="KAZ"]')).toEqual(['/states/KAZ']);
  expect(itemCodes(await twinOf(site, page))).toEqual(codesOf(shown));
});

it.each(['كازخستان', 'كازاخستان', 'Қазақстан', 'kazakstan', 'KAZ'])('finds Kazakhstan as “%s”', async (q) => {
  const page = await browser.open(`${site.address}/states?asOf=2025-11-06`);
  await page.fill('main input[name=q]', q);
  await page.press('main input[name=q]', 'Enter');
  await page.waitForURL(/q=/);
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ asOf: '2025-11-06', q });
  expect((await rows(page, 'states'))[0]).toEqual(['Kazakhstan', 'KAZ', '', 'intends to join 1']);
  expect(await page.inputValue('main input[name=q]')).toBe(q);
});

it('gives what it shows as a file and to programs: the same states in the same order', async () => {
  const page = await browser.open(`${site.address}/states?q=korea&asOf=2026-01-20`);
  const codes = codesOf(await rows(page, 'states'));
  expect(codes).toEqual(['KOR', 'PRK']);
  expect(itemCodes(await twinOf(site, page))).toEqual(codes);
  const { heads, keys } = await csvOf(site, page);
  expect(heads[0]).toBe('code');
  expect(keys).toEqual(codes);
});

it.each(['en', 'ar'] as const)(
  'is walked page by page without JavaScript, each state once: %s',
  async (language) => {
    const page = await browser.open(`${site.address}/states?limit=100&asOf=2026-01-20`, {
      language,
      javaScript: false,
    });
    const seen: string[][] = [];
    for (let pages = 0; pages < 10; pages += 1) {
      seen.push(...(await rows(page, 'states')));
      expect(await said(page, '.banner')).toContain(language === 'en' ? '20 January 2026' : '20 يناير 2026');
      if ((await page.locator('.pager [rel=next]').count()) === 0) break;
      await page.click('.pager [rel=next]');
    }
    const names = seen.map(([name = '']) => name);
    expect(new Set(codesOf(seen)).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(250);
    // In the order in which its language is read, not in the order of code points.
    expect(names).toEqual(names.toSorted(new Intl.Collator(language).compare));
    await page.click('.pager [rel=first]');
    expect(await rows(page, 'states')).toEqual(seen.slice(0, 100));
  },
);

it('says what to do where no name is like it, in the words that were looked for', async () => {
  const page = await browser.open(`${site.address}/states?q=qqqqq&asOf=2026-01-20`, { language: 'ar' });
  expect(await said(page, '.empty')).toMatch(/^لا تُعرف دولة باسم يشبه «qqqqq».*جميع الدول$/);
  await page.click('.empty a');
  await page.waitForURL(`${site.address}/states?asOf=2026-01-20`);
  expect(await page.locator('tbody tr').count()).toBeGreaterThan(50);
});

it('knows as many states as were registered at a position', async () => {
  const page = await browser.open(`${site.address}/states?atPosition=10`);
  expect(await rows(page, 'states')).toHaveLength(10);
  expect(await said(page, '.banner')).toContain('as the register knew it at position 10');
  expect(itemCodes(await twinOf(site, page))).toHaveLength(10);
});

it('keeps the search and both clocks when the language is switched', async () => {
  const page = await browser.open(
    `${site.address}/states?q=korea&asOf=2026-01-20&knownAt=2026-01-21T00:00:00Z`,
  );
  await page.click('.language');
  await page.waitForURL(/lang=ar/);
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
    ...{ q: 'korea', asOf: '2026-01-20', knownAt: '2026-01-21T00:00:00Z', lang: 'ar' },
  });
  expect(await rows(page, 'states')).toEqual([
    ['كوريا الجنوبية', 'KOR', '', 'لا شيء مسجَّل'],
    ['كوريا الشمالية', 'PRK', '', 'لا شيء مسجَّل'],
  ]);
  expect(await page.locator('tbody th bdi').count()).toBe(2);
});

it.each([
  ['en', 'asOf=2026-02-30', '“asOf” must be a day that exists, such as 2026-01-19.'],
  ['ar', 'asOf=2026-02-30', 'يجب أن يكون «asOf» يوماً موجوداً، مثل 2026-01-19.'],
  [
    'en',
    'knownAt=yesterday',
    '“knownAt” must be an instant with its time zone, such as 2026-01-19T14:24:00Z.',
  ],
  ['en', 'atPosition=99999999', 'The log ends at position'],
  ['ar', 'color=red', 'لا تقبل هذه الصفحة المعامل «color».'],
  ['en', 'cursor=!', 'This is not a page that the list has given out; start from its beginning.'],
] as const)('tells in %s what is wrong with ?%s', async (language, query, sentence) => {
  const { page, status } = await browser.visit(`${site.address}/states?${query}`, { language });
  expect(status).toBe(400);
  expect(await said(page, 'main')).toContain(sentence);
  expect(await page.locator('.masthead nav a[href^="/states"]').isVisible()).toBe(true);
});

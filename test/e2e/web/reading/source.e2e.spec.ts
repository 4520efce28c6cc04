// A source: its citation, its worth, and what rests on it, before it is discredited and after.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ForSource } from '#application';
import { testBrowser } from '../../../support/browser.js';
import { rows, said, twinOf, ways } from '../../../support/reader.js';
import { demoSite, type Site } from '../../../support/site.js';

jest.setTimeout(60_000);

const browser = testBrowser();
let site: Site;
beforeAll(async () => {
  site = await demoSite();
}, 60_000);
afterAll(() => site.close());

const ALAMSAR = '/sources/alamsar-2026-01-19';

it('works', async () => {
  const page = await browser.open(site.address + ALAMSAR);
  expect(await said(page, 'h1')).toBe('ترامب يدعو رئيس كازاخستان للانضمام لمجلس السلام في غزة');
  expect(await page.getAttribute('h1 bdi', 'lang')).toBe('ar');
  const citation = await said(page, 'main dl');
  for (const part of [
    'Outlet الأمصار',
    'Published 19 January 2026',
    'Language Arabic',
    'By هايدي سيد',
    'Relies on Kazinform',
  ])
    expect(citation).toContain(part);
  const twin = await twinOf(site, page);
  expect(twin).toMatchObject({ outlet: 'الأمصار', publishedOn: '2026-01-19', discredited: false });
  expect(await page.locator('.act.card').evaluateAll((acts) => acts.map(({ id }) => id))).toEqual(
    twin.acts.map(({ eventId }: { eventId: string }) => eventId),
  );
});

it('quotes in the direction of what is quoted, and leads on to state, body and log', async () => {
  const page = await browser.open(`${site.address}${ALAMSAR}?knownAt=2026-01-20T00:00:00Z`);
  const quote = page.locator('.act.card blockquote').first();
  expect(await quote.innerText()).toContain('تلقى دعوة رسمية');
  expect(await quote.getAttribute('lang')).toBe('ar');
  expect(await quote.evaluate((one) => getComputedStyle(one).direction)).toBe('rtl');
  expect(await ways(page, '.of a')).toContain('/bodies/board-of-peace?knownAt=2026-01-20T00%3A00%3A00Z');
  await page.locator('.act.card a[href^="/log/events"]').first().click();
  await page.waitForURL(/\/log\/events\?after=\d+$/);
  expect((await rows(page, 'events'))[0]?.[2]).toBe('InvitationReceived');
});

it.each([
  ['en', 'The register has no source “no-such”', 'Search the sources for “no such”'],
  ['ar', 'لا يوجد في السجل مصدر «no-such»', 'ابحث في المصادر عن «no such»'],
] as const)('is 404 in %s where there is none, and leads to the search', async (language, sentence, way) => {
  const { page, status } = await browser.visit(`${site.address}/sources/no-such`, { language });
  expect(status).toBe(404);
  expect(await said(page, 'main')).toContain(sentence);
  await page.locator('main nav a', { hasText: way }).click();
  await page.waitForURL(/\/sources\?q=no\+such$/);
});

describe('one that turns out not to be reliable', () => {
  const id = 'menafn-trump-extends-gaza-peace-board-invites';
  let before: number;
  beforeAll(async () => {
    before = (await site.register.store.head()).position;
    const discredit = {
      reason: 'made up, <b>by its own word</b>',
      url: 'https://gazette.example/correction',
    };
    await site.register.execute(
      new ForSource(id, { type: 'DiscreditSource', discredit }, { actor: 'officer:amina' }),
    );
    await site.register.catchUp();
  });

  it('says so with the reason, on its page and among the sources', async () => {
    const page = await browser.open(`${site.address}/sources/${id}`);
    expect(await said(page, '.warning')).toBe(
      'This source is discredited: what rests on it alone is marked, and nothing is deleted. ' +
        'made up, <b>by its own word</b> https://gazette.example/correction',
    );
    expect(await page.locator('.act.card').count()).toBeGreaterThan(1);
    expect(await twinOf(site, page)).toMatchObject({ discredited: true });
    await page.goto(`${site.address}/sources?q=${id}`);
    expect((await rows(page, 'sources'))[0]?.[0]).toContain('discredited');
  });

  it('marks what rests on it alone, and only that, in either language', async () => {
    const page = await browser.open(`${site.address}/memberships/board-of-peace/AUS`);
    expect(await said(page, '.held.large')).toContain('invited since 19 January 2026');
    expect(await said(page, '.held.large')).toContain('rests on a discredited source');
    expect((await rows(page, 'line-intervals')).at(-1)?.[2]).toContain('rests on a discredited source');
    const members = await browser.open(`${site.address}/bodies/board-of-peace?standing=invited`, {
      language: 'ar',
    });
    const marked = (await rows(members, 'members')).filter(([, own]) =>
      own?.includes('يستند إلى مصدر فاقد للثقة'),
    );
    expect(marked.map(([name]) => name)).toEqual(['أستراليا', 'تايلاند']);
  });

  it('was relied on as far as was known before', async () => {
    const page = await browser.open(
      `${site.address}/memberships/board-of-peace/AUS?atPosition=${String(before)}`,
    );
    expect(await said(page, '.held.large')).not.toContain('discredited');
    await page.goto(`${site.address}/sources/${id}?atPosition=${String(before)}`);
    expect(await page.locator('.warning').count()).toBe(0);
  });
});

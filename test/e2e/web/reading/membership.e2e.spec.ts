// A state in a body: what it was on which day, by whose word, as known when, and why.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { testBrowser } from '../../../support/browser.js';
import { demoRow } from '../../../support/demo-facts.js';
import { plain, rows, said, showsFocus, twinOf, ways } from '../../../support/reader.js';
import { demoSite, type Site } from '../../../support/site.js';

jest.setTimeout(60_000);

const browser = testBrowser();
let site: Site;
beforeAll(async () => {
  site = await demoSite();
}, 60_000);
afterAll(() => site.close());

const ACCORDS = '/memberships/abraham-accords/KAZ';
const BOARD = '/memberships/board-of-peace/KAZ';
const open = (path: string, language: 'en' | 'ar' = 'en') => browser.open(site.address + path, { language });

/** What the page says in large: the standing by own word, and by every word where that is another. */
const held = async (page: Page) => (await page.locator('.held').allInnerTexts()).map(plain);

it('works', async () => {
  const page = await open(BOARD);
  expect(await said(page, 'h1')).toBe('Kazakhstan in Board of Peace');
  expect(await ways(page, 'h1 a')).toEqual(['/states/KAZ', '/bodies/board-of-peace']);
  expect(await held(page)).toEqual(['member since 22 January 2026 · signed']);
  expect(await said(page, '.now dl')).toContain('founding member since 28 January 2026');
  const steps = await rows(page, 'steps');
  expect(steps.map(([day, act]) => [day, act])).toContainEqual([
    '22 January 2026',
    'Charter signed supports the standing',
  ]);
  const twin = await twinOf(site, page);
  expect(twin).toMatchObject({ standing: 'party', since: '2026-01-22', attestation: 'signed' });
});

describe.each([
  {
    language: 'en' as const,
    days: {
      '2025-11-05': ['no standing'],
      '2025-11-06': [
        'intends to join since 6 November 2025 · declared by those concerned',
        'joined since 6 November 2025 · stated by another party disputed',
      ],
      '2025-11-07': ['joined since 7 November 2025 · declared by those concerned'],
    },
  },
  {
    language: 'ar' as const,
    days: {
      '2025-11-05': ['لا صفة'],
      '2025-11-06': [
        'تعتزم الانضمام منذ 6 نوفمبر 2025 · أعلنه صاحب الشأن',
        'منضمة منذ 6 نوفمبر 2025 · صرّح به طرف آخر متنازع عليه',
      ],
      '2025-11-07': ['منضمة منذ 7 نوفمبر 2025 · أعلنه صاحب الشأن'],
    },
  },
])('Kazakhstan in the Abraham Accords, in $language', ({ language, days }) => {
  it('intends to join by its own word while another says joined, and has joined a day later', async () => {
    const page = await open(`${ACCORDS}?asOf=2025-11-05`, language);
    expect(await held(page)).toEqual(days['2025-11-05']);
    // From day to day along the bar, by keyboard.
    for (const [at, day] of ['2025-11-06', '2025-11-07'].entries()) {
      await page.locator('.time-bar .clock').first().locator('a.step[href*="asOf"]').last().focus();
      expect(await showsFocus(page)).toBe(true);
      await page.keyboard.press('Enter');
      await page.waitForURL(new RegExp(`asOf=${day}$`));
      expect(await held(page)).toEqual(Object.values(days)[at + 1]);
    }
    const { standing, reported } = await twinOf(site, page);
    expect([standing, reported.standing]).toEqual(['joined', 'joined']);
  });
});

it('was nothing in the Board of Peace before 19 January, and had accepted from then on', async () => {
  const page = await open(`${BOARD}?asOf=2026-01-18`);
  expect(await held(page)).toEqual(['no standing']);
  await page.fill('#clocks-day', '2026-01-19');
  await page.press('#clocks-day', 'Enter');
  await page.waitForURL(/asOf=2026-01-19$/);
  expect(await held(page)).toEqual(['accepted since 19 January 2026 · declared by those concerned']);
  expect(await said(page, '.now dl')).toContain('Still to come before it is bound the signature');
});

it('holds what was known at a position, whatever was learned since, and walks on to it', async () => {
  const before = demoRow('kaz-board-of-peace-signed').position - 1;
  const page = await open(`${BOARD}?asOf=2026-02-01&atPosition=${String(before)}`);
  expect(await said(page, '.banner')).toContain(
    `As it was on 1 February 2026 · as the register knew it at position ${String(before)}`,
  );
  expect(await held(page)).toEqual(['accepted since 19 January 2026 · declared by those concerned']);
  expect(await page.locator('.act.card').allTextContents()).not.toContainEqual(
    expect.stringContaining('Charter signed'),
  );
  const known = page.locator('.time-bar .clock').nth(1);
  await known.locator('a.step', { hasText: 'Next' }).click();
  await page.waitForURL(/atPosition=/);
  const url = new URL(page.url());
  expect(Number(url.searchParams.get('atPosition'))).toBe(before + 1);
  expect(url.searchParams.get('asOf')).toBe('2026-02-01');
  expect((await held(page))[0]).toMatch(/^member since 22 January 2026/);
  await known.locator('a.step', { hasText: 'Latest' }).click();
  await page.waitForURL(`${site.address}${BOARD}?asOf=2026-02-01`);
  await page.locator('.banner a').click();
  await page.waitForURL(site.address + BOARD);
});

it('asks what was known by the end of a day, and of today what is known so far', async () => {
  const page = await open(`${BOARD}?asOf=2026-02-01`);
  await page.fill('#clocks-known-day', '2026-01-20');
  await page.press('#clocks-known-day', 'Enter');
  await page.waitForURL(/knownOn=2026-01-20/);
  expect(await said(page, '.banner')).toContain('as the register knew it on 20 Jan 2026, 23:59 UTC');
  expect((await held(page))[0]).toMatch(/^accepted since 19 January 2026/);
  await page.fill('#clocks-known-day', new Date().toISOString().slice(0, 10));
  await page.press('#clocks-known-day', 'Enter');
  await page.waitForURL(/knownOn=(?!2026-01-20)/);
  expect(await said(page, '.banner')).toBe('As it was on 1 February 2026 Show today');
  expect((await held(page))[0]).toMatch(/^member since 22 January 2026/);
});

it('shows what Belgium denies, and that it does', async () => {
  const page = await open('/memberships/board-of-peace/BEL?asOf=2026-02-15');
  expect(await held(page)).toEqual([
    'no standing',
    'invited since 22 January 2026 · reported by the press disputed one source',
  ]);
  const denied = page.locator('.act.card.denied', { hasText: 'Charter signed' });
  expect(await denied.locator('.marks').innerText()).toContain('denied by the one whose act it is');
  expect(plain(await denied.locator('.said').first().innerText())).toMatch(
    /^Denied by Maxime Prévot, 22 January 2026/,
  );
  const { standing, reported } = await twinOf(site, page);
  expect([standing, reported.standing, reported.disputed]).toEqual(['none', 'invited', true]);
});

describe('its drawings', () => {
  it('say in their tables, by day, what they show', async () => {
    const page = await open(BOARD);
    const intervals = await rows(page, 'line-intervals');
    const days = intervals.map(([from = '']) => Date.parse(`${from} UTC`));
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    expect(intervals[0]?.slice(0, 3)).toEqual([
      '19 January 2026',
      '20 January 2026',
      expect.stringContaining('accepted'),
    ]);
    expect(intervals.at(-1)?.slice(0, 2)).toEqual(['28 January 2026', 'open']);
    expect(await page.textContent('#line-desc')).toMatch(
      /from 19 January 2026 accepted; from 22 January 2026/,
    );
    // As many marks as acts, and as many fields as beliefs.
    const [line, both] = [
      page.locator('figure:has(#line-title)'),
      page.locator('figure:has(#clocks-of-title)'),
    ];
    expect(await line.locator('svg.plot g.act').count()).toBe((await rows(page, 'line-acts')).length);
    expect(await both.locator('svg.plot rect.field').count()).toBe(
      (await rows(page, 'clocks-of-beliefs')).length,
    );
  });

  it('lead by keyboard from an act in their table to all that is known of it', async () => {
    const page = await open(ACCORDS);
    await page.locator('figure:has(#line-title) summary').focus();
    await page.keyboard.press('Enter');
    const act = page.locator('table:has(#line-acts-caption) a', { hasText: 'Accord joined' }).last();
    await page.locator('section[aria-labelledby="line-acts-caption"]').focus();
    for (let at = 0; at < 20 && !(await act.evaluate((link) => link === document.activeElement)); at += 1)
      await page.keyboard.press('Tab');
    expect(await showsFocus(page)).toBe(true);
    await page.keyboard.press('Enter');
    const { hash } = new URL(page.url());
    expect(hash).toMatch(/^#[0-9a-f-]{36}$/);
    const card = page.locator(`[id="${hash.slice(1)}"]`);
    expect(await card.textContent()).toContain('Accord joined');
    // Words of a source stay in their own direction in a page that runs the other way.
    expect(
      await card
        .locator('blockquote')
        .first()
        .evaluate((quote) => getComputedStyle(quote).direction),
    ).toBe('rtl');
    expect(await card.locator('blockquote').first().getAttribute('lang')).toBe('ar');
  });

  it('run from right to left in Arabic, with days and numbers in their order', async () => {
    const page = await open(`${BOARD}?asOf=2026-01-20`, 'ar');
    const [first, last] = await page
      .locator('figure:has(#line-title) svg.plot rect.field')
      .evaluateAll((bars) => [bars[0], bars.at(-1)].map((bar) => bar!.getBoundingClientRect().right));
    expect(first).toBeGreaterThan(last!);
    const order = await page.locator('.banner').evaluate((banner) => {
      const text = banner.firstChild!;
      const leftOf = (part: string) => {
        const range = document.createRange();
        const at = text.textContent!.indexOf(part);
        range.setStart(text, at);
        range.setEnd(text, at + part.length);
        return range.getBoundingClientRect().left;
      };
      return ['20', 'يناير', '2026'].map(leftOf);
    });
    expect(order).toEqual(order.toSorted((a, b) => b - a));
  });
});

it('is printed with the tables of its drawings and the addresses of its sources', async () => {
  const page = await open(BOARD);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('table:has(#line-intervals-caption) tbody tr').first().isVisible()).toBe(true);
  expect(await page.locator('.time-bar').isVisible()).toBe(false);
  expect(
    await page
      .locator('.citations a[href^="http"]')
      .first()
      .evaluate((link) => getComputedStyle(link, '::after').content),
  ).toContain('http');
});

it.each([
  ['/memberships/board-of-peace/XXX', 'state with the code “XXX”', '/search?q=XXX'],
  ['/memberships/peace-board/KAZ', 'no body “peace-board”', '/bodies/board-of-peace'],
])('%s is not there, and leads on', async (path, sentence, way) => {
  const { page, status } = await browser.visit(site.address + path);
  expect(status).toBe(404);
  expect(await said(page, 'main')).toContain(sentence);
  expect(await ways(page, 'main nav a')).toContain(way);
});

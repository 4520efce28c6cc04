// A body: which states stand how towards it, as a list, over time and on the map.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { testBrowser } from '../../../support/browser.js';
import { csvOf, plain, rows, said, showsFocus, twinOf, ways } from '../../../support/reader.js';
import { demoSite, type Site } from '../../../support/site.js';

jest.setTimeout(60_000);

const browser = testBrowser();
let site: Site;
beforeAll(async () => {
  site = await demoSite();
}, 60_000);
afterAll(() => site.close());

const BOARD = '/bodies/board-of-peace';
const names = (table: string[][]) => table.map(([name]) => name);
const itemNames = ({ items }: { items: { state: { name: string } }[] }) =>
  items.map(({ state }) => state.name);

it('works', async () => {
  const page = await browser.open(site.address + BOARD);
  expect(await said(page, 'h1')).toBe('Board of Peace');
  expect(await said(page, '.tally')).toMatch(/^19 member 3 signatory 5 accepted 7 invited 13 declined/);
  const members = await rows(page, 'members');
  expect(members.find(([name]) => name === 'Kazakhstan')).toEqual([
    ...['Kazakhstan', 'member signed', '22 January 2026', '', 'founding member'],
  ]);
  expect(members.find(([name]) => name === 'Belgium')).toEqual([
    ...['Belgium', 'no standing', '', 'invited reported by the press disputed one source', ''],
  ]);
  expect(await said(page, '#organs')).toBe('Organs');
  expect(await rows(page, 'organ-gaza-executive-board')).toHaveLength(11);
  expect(await rows(page, 'ceremonies')).toHaveLength(3);
});

describe.each([true, false])('with JavaScript: %s', (javaScript) => {
  it('narrows its states, and the address, the file and programs say how', async () => {
    const page = await browser.open(`${site.address}${BOARD}?asOf=2026-02-01`, { javaScript });
    await page.selectOption('.finder select[name=standing]', 'signatory');
    await page.click('.finder button');
    await page.waitForURL(/standing=signatory/);
    expect(new URL(page.url()).searchParams.get('asOf')).toBe('2026-02-01');
    const shown = await rows(page, 'members');
    expect(names(shown)).toEqual(['Argentina', 'Bulgaria', 'Kosovo']);
    expect(itemNames(await twinOf(site, page))).toEqual(names(shown));
    expect((await csvOf(site, page)).keys).toEqual(['ARG', 'BGR', 'XKX']);
    await page.click('.finder a');
    expect((await rows(page, 'members')).length).toBeGreaterThan(40);
  });
});

it('is sorted, and walked page by page, as its address says', async () => {
  const page = await browser.open(`${site.address}${BOARD}?sort=since&limit=20`, { javaScript: false });
  const seen = await rows(page, 'members');
  expect(itemNames(await twinOf(site, page))).toEqual(names(seen));
  await page.click('.pager [rel=next]');
  seen.push(...(await rows(page, 'members')));
  expect(itemNames(await twinOf(site, page))).toEqual(names(seen).slice(20));
  const days = seen.map(([, , since = '']) => Date.parse(`${since} UTC`)).filter((day) => !Number.isNaN(day));
  expect(days).toEqual(days.toSorted((a, b) => b - a));
  expect(new Set(names(seen)).size).toBe(40);
});

it('says in Arabic which states answer a name, and what to do where none does', async () => {
  const page = await browser.open(`${site.address}${BOARD}?q=${encodeURIComponent('كازخستان')}`, {
    language: 'ar',
  });
  expect(await rows(page, 'members')).toEqual([['كازاخستان', 'عضو موقَّع', '22 يناير 2026', '', 'عضو مؤسس']]);
  await page.fill('.finder input[name=q]', 'qqqqq');
  await page.click('.finder button');
  await page.waitForURL(/q=qqqqq/);
  expect(await said(page, '.empty')).toContain('لا دولة في هذه الهيئة تطابق هذه الشروط');
  // The drawings stay as they are: they show all of it.
  expect((await rows(page, 'map-of-states')).length).toBeGreaterThan(40);
});

it('was empty in the world before its first day, and unknown to the register before it was recorded', async () => {
  const page = await browser.open(`${site.address}${BOARD}?asOf=2025-10-01`);
  expect(await said(page, '.empty')).toContain('No state has a standing in this body on these clocks.');
  await page.locator('.time-bar .clock').first().locator('a.step', { hasText: 'First' }).click();
  await page.waitForURL(/asOf=2026-01-16$/);
  expect(names(await rows(page, 'members'))).toHaveLength(4);
  // On the other clock: the first that was ever known of it.
  await page.locator('.time-bar .clock').nth(1).locator('a.step', { hasText: 'First' }).click();
  await page.waitForURL(/asOf=2026-01-16&atPosition=\d+$/);
  expect(
    await page.locator('.time-bar .clock').nth(1).locator('a.step', { hasText: 'Previous' }).count(),
  ).toBe(0);
  expect(await said(page, '.empty')).toContain('No state has a standing in this body on these clocks.');
  const { page: unknown, status } = await browser.visit(`${site.address}${BOARD}?atPosition=300`);
  expect(status).toBe(404);
  expect(await said(unknown, 'main')).toContain('no body “board-of-peace” as known at position 300');
});

it('counts over time what it lists on each day', async () => {
  const page = await browser.open(`${site.address}/bodies/abraham-accords?asOf=2025-11-06`);
  const heads = await page.locator('table:has(#counts-steps-caption) thead th').allTextContents();
  const steps = await rows(page, 'counts-steps');
  expect(plain((await page.textContent('#counts-desc')) ?? '')).toBe(
    'On 6 November 2025: party 5, intends to join 1, declined 6.',
  );
  const onDay = steps.find(([day]) => day === '6 November 2025')!;
  expect(Object.fromEntries(heads.map((head, at) => [plain(head), onDay[at]]))).toMatchObject({
    ...{ party: '5', 'intends to join': '1', declined: '6', All: '12' },
  });
  const listed = (await rows(page, 'members')).filter(([, own]) => !own?.startsWith('no standing'));
  expect(listed).toHaveLength(12);
  expect(await said(page, 'figure:has(#counts-title) .key')).toContain('party 5');
});

describe('its map', () => {
  it('marks each state of its table, and says what has no place on it', async () => {
    const page = await browser.open(site.address + BOARD);
    const table = await rows(page, 'map-of-states');
    const drawn = await page.locator('svg.map g > title').allTextContents();
    const without = (await page.locator('figure:has(svg.map) > .reading').allInnerTexts()).map(plain);
    const absent = table
      .map((cells) => cells.slice(0, 2).join(': '))
      .filter((cell) => !drawn.map(plain).includes(cell));
    for (const cell of absent) expect(without.join(' ')).toContain(cell.split(':')[0]);
    expect(drawn).toHaveLength(table.length - absent.length);
    expect(drawn.length).toBeGreaterThan(40);
    expect(without.at(-1)).toMatch(
      /^The map is a means of orientation\..*express no opinion on the legal status/,
    );
  });

  it('fills areas where that is chosen, with the contested ones and why they are drawn so', async () => {
    const page = await browser.open(`${site.address}${BOARD}?asOf=2026-02-01&standing=signatory`, {
      language: 'ar',
    });
    await page.locator('.choices a', { hasText: 'مساحات ملوّنة' }).focus();
    expect(await showsFocus(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL(/map=filled#map$/);
    expect(new URL(page.url()).search).toBe('?asOf=2026-02-01&standing=signatory&map=filled');
    expect(await page.locator('svg.map path.area.in').count()).toBeGreaterThan(10);
    const contested = await rows(page, 'map-of-contested');
    expect(contested.find(([area]) => area === 'القرم')).toEqual([
      'القرم',
      'جزءاً من أوكرانيا',
      expect.stringContaining('68/262'),
    ]);
    // What is the map's own is not asked of programs.
    expect((await ways(page, '.foot a')).join(' ')).not.toContain('map=');
    await twinOf(site, page);
  });

  it('leads by keyboard from its table to a membership, on the same day', async () => {
    const page = await browser.open(`${site.address}${BOARD}?asOf=2026-01-20`);
    await page.locator('figure:has(svg.map) summary').last().focus();
    await page.keyboard.press('Enter');
    await page.locator('section[aria-labelledby="map-of-states-caption"]').focus();
    await page.keyboard.press('Tab');
    expect(await showsFocus(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/memberships\/board-of-peace\/[A-Z]{3}\?asOf=2026-01-20$/);
  });
});

it.each([
  ['map=globe', '“map” must be one of: dots, filled.'],
  ['standing=friend', '“standing” must be one or more of:'],
  ['sort=size', '“sort” must be one of:'],
  ['limit=0', '“limit” must be a whole number from 1 to'],
])('tells what is wrong with ?%s', async (query, sentence) => {
  const { page, status } = await browser.visit(`${site.address}${BOARD}?${query}`);
  expect(status).toBe(400);
  expect(await said(page, 'main')).toContain(sentence);
});

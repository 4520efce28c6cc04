// The first page of the desk in a browser: what is to be done, and for whom.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { testBrowser, type Look } from '../../../support/browser.js';
import { signedIn, type SignedInVisitor } from '../../../support/signed-in.js';
import { demoSite, type Site } from '../../../support/site.js';

jest.setTimeout(60_000);

const browser = testBrowser();
let site: Site;
let amina: SignedInVisitor;
beforeAll(async () => {
  site = await demoSite();
  amina = await signedIn(site.register, site, 'recorder');
}, 60_000);
afterAll(() => site.close());

const desk = (visitor: SignedInVisitor, look: Look = {}) =>
  browser.open(`${site.address}/admin`, { cookie: site.cookieFor(visitor), ...look });

/** The addresses to which a page leads. */
const ways = (page: Page) =>
  page.locator('main a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));

it('works', async () => {
  const page = await desk(amina);
  expect(await page.textContent('h1')).toBe('Desk');
  const main = await page.textContent('main');
  for (const part of [
    'Your drafts',
    'Tables and log',
    'Disputed',
    'Resting on a single source',
    'Latest acts',
  ])
    expect(main).toContain(part);
});

it.each([
  ['en', true, 'Disputed', 'Belgium'],
  ['ar', false, 'المتنازع عليه', 'بلجيكا'],
] as const)(
  'leads an officer to what is disputed, in %s (JavaScript: %s)',
  async (language, javaScript, title, state) => {
    const page = await desk(amina, { language, javaScript });
    const row = page.locator('section', { hasText: title }).locator('tr', { hasText: state }).first();
    expect(await row.textContent()).toContain(language === 'ar' ? 'لا صفة' : 'no standing');
    await row.locator('a[href^="/admin/record"]').click();
    await page.waitForURL(/\/admin\/record\?/);
    expect(await page.locator('select[name=state]').inputValue()).toBe('BEL');
    expect(await page.locator('select[name=body]').inputValue()).toBe('board-of-peace');
  },
);

it('leads an officer back to a draft', async () => {
  const { id } = await site.register.accounts.drafts.create(amina.account.id, 'act', {
    ...{ state: 'KAZ', body: 'board-of-peace', quote: 'نص لم يُرسل' },
  });
  const page = await desk(amina);
  expect(await page.textContent(`a[href="/admin/record/${id}"]`)).toBe('Kazakhstan · Board of Peace');
  await page.click(`a[href="/admin/record/${id}"]`);
  expect(await page.inputValue('#quote')).toBe('نص لم يُرسل');
});

describe.each(['admin', 'auditor', undefined] as const)('to an account with the role %s', (role) => {
  it('says who records, and leads to nothing that is not open to it', async () => {
    const visitor = await signedIn(site.register, site, ...(role ? [role] : []));
    const page = await desk(visitor);
    const main = await page.textContent('main');
    expect(main).toContain('Acts are recorded by those who have the role Recorder');
    expect(main).not.toContain('Your drafts');
    const leads = [...new Set(await ways(page))];
    expect(leads.filter((path) => path.startsWith('/admin/record'))).toEqual([]);
    const answers = await Promise.all(leads.map(async (path) => [path, (await visitor.get(path)).status]));
    expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
    expect(leads.includes('/admin/users')).toBe(role === 'admin');
    expect(leads.includes('/admin/audit')).toBe(role === 'auditor');
  });
});

it('shows how far each table is behind the log, where one is', async () => {
  const abreast = await desk(amina);
  expect(await abreast.isVisible('text=membership_history')).toBe(false);
  await abreast.click('summary');
  expect(await abreast.isVisible('text=membership_history')).toBe(true);
  await site.register.projector.stop();
  await site.register.database.admin.query(
    `update event_store.projection set position = position - 3 where name = 'membership_history'`,
  );
  const page = await desk(amina);
  expect(await page.textContent('tr:has-text("membership_history")')).toContain('3 events behind');
  expect(await page.isVisible('text=membership_history')).toBe(true);
  const arabic = await desk(amina, { language: 'ar' });
  expect(await arabic.textContent('tr:has-text("membership_history")')).toContain('متأخر بـ3 قيود');
});

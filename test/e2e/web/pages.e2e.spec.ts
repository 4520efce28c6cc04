// Every page, in both languages, as a browser shows it.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { AccountRole } from '#application';
import { testBrowser } from '../../support/browser.js';
import { pageFaults } from '../../support/page-faults.js';
import { PAGES } from '../../support/pages.js';
import { demoSite, type Cookie, type Site } from '../../support/site.js';

jest.setTimeout(60_000);

const browser = testBrowser();
let site: Site;
/** One session for each role that some page wants. */
const sessions = new Map<AccountRole, Cookie>();
beforeAll(async () => {
  site = await demoSite();
  for (const { role } of PAGES)
    if (role && !sessions.has(role)) sessions.set(role, await site.cookieOf(role));
}, 60_000);
afterAll(() => site.close());

describe.each(PAGES)('$path', ({ path, role, title }) => {
  const cookie = () => (role ? { cookie: sessions.get(role)! } : {});

  it.each(['en', 'ar'] as const)('is whole in %s', async (language) => {
    const visit = await browser.visit(site.address + path, { language, ...cookie() });
    expect(visit.status).toBe(200);
    expect(await visit.page.title()).toContain(title[language === 'en' ? 0 : 1]);
    expect(await pageFaults(visit, language)).toEqual([]);

    const before = new URL(visit.page.url());
    await visit.page.click('.language');
    await visit.page.waitForURL(/[?&]lang=/);
    const after = new URL(visit.page.url());
    after.searchParams.delete('lang');
    before.searchParams.delete('lang');
    expect(after.href).toBe(before.href);
    expect(await visit.page.getAttribute('html', 'lang')).toBe(language === 'en' ? 'ar' : 'en');
  });
});

// Every page, in both languages, as a browser shows it.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { testBrowser } from '../../support/browser.js';
import { pageFaults } from '../../support/page-faults.js';
import { NOT_PAGES, PAGES } from '../../support/pages.js';
import { signedIn, type SignedInVisitor } from '../../support/signed-in.js';
import { demoSite, type Site } from '../../support/site.js';

jest.setTimeout(120_000);

const browser = testBrowser();
let site: Site;
/** One for each role that some page wants, and one without a role for what strangers see. */
const visitors = new Map<string | undefined, SignedInVisitor>();
beforeAll(async () => {
  site = await demoSite();
  for (const { role } of PAGES) {
    if (!visitors.has(role)) visitors.set(role, await signedIn(site.register, site, ...(role ? [role] : [])));
  }
}, 60_000);
afterAll(() => site.close());

describe.each(PAGES)('$path', ({ path, made, role, title }) => {
  it.each(['en', 'ar'] as const)('is whole in %s', async (language) => {
    const visitor = visitors.get(role)!;
    const address = site.address + (made ? await made(site, visitor) : path);
    const visit = await browser.visit(address, {
      language,
      ...(role && { cookie: site.cookieFor(visitor) }),
    });
    expect(visit.status).toBe(200);
    expect(await visit.page.title()).toContain(title?.[language === 'en' ? 0 : 1] ?? '');
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

it('nothing is changed but at the desk', () => {
  const changing = site.routes.filter((route) => !/^(GET|HEAD|OPTIONS) /.test(route));
  expect(changing.length).toBeGreaterThan(10);
  expect(changing.filter((route) => !route.startsWith('POST /admin/'))).toEqual([]);
});

it('no page is left out', () => {
  const forPeople = site.routes
    .flatMap((route) => /^GET (\/.*)$/.exec(route)?.[1] ?? [])
    .filter((route) => !/^\/(api\/|api$|livez|readyz|metrics|feeds)/.test(route));
  const isListed = (route: string) => {
    const pattern = new RegExp(`^${route.replace(/:\w+/g, '[^/]+')}(\\?.*)?$`);
    return NOT_PAGES.includes(route) || PAGES.some(({ path }) => pattern.test(path));
  };
  expect(forPeople.length).toBeGreaterThan(10);
  expect(forPeople.filter((route) => !isListed(route))).toEqual([]);
});

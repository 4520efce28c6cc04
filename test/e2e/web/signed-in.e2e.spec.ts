// A session in a browser.
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { testBrowser } from '../../support/browser.js';
import { testSite, type Site } from '../../support/site.js';

jest.setTimeout(60_000);

const browser = testBrowser();
let site: Site;
beforeAll(async () => {
  site = await testSite();
}, 60_000);
afterAll(() => site.close());

it('is known by its cookie, and only with it', async () => {
  const theirs = await browser.open(`${site.address}/`, { cookie: await site.cookieOf('recorder') });
  expect(await theirs.locator('.masthead .account').count()).toBe(1);
  const strangers = await browser.open(`${site.address}/`);
  expect(await strangers.locator('.masthead .account').count()).toBe(0);
});

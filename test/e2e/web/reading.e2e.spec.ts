// A reader's way through the pages in a browser, with JavaScript and without: search, a state, a membership, both clocks.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { testBrowser } from '../../support/browser.js';
import { demoSite, type Site } from '../../support/site.js';

jest.setTimeout(120_000);

const browser = testBrowser();
let site: Site;
beforeAll(async () => {
  site = await demoSite();
}, 60_000);
afterAll(() => site.close());

describe.each([true, false])('with JavaScript: %s', (javaScript) => {
  it('a reader finds a state by its name in another script, and what it was on a day', async () => {
    const page = await browser.open(site.address, { javaScript });
    await page.fill('.masthead input[name=q]', 'كازخستان');
    await page.click('.masthead .find button');
    await page.waitForURL(/\/search\?q=/);
    await page.click('ol.found a');
    await page.waitForURL(/\/states\/KAZ$/);
    await page.click('table a[href="/memberships/board-of-peace/KAZ"]');
    await page.waitForURL(/\/memberships\/board-of-peace\/KAZ$/);
    expect(await page.textContent('.held.large')).toContain('member');
    expect(await page.locator('.banner').count()).toBe(0);

    await page.fill('#clocks-day', '2026-01-20');
    await page.click('.time-bar form button');
    await page.waitForURL(/asOf=2026-01-20/);
    expect(await page.textContent('.banner')).toContain('20 January 2026');
    expect(await page.textContent('.held.large')).toContain('accepted');
    await page.click('h1 a[href^="/bodies/"]');
    await page.waitForURL(/\/bodies\/board-of-peace\?asOf=2026-01-20$/);
    await page.click('.banner a');
    await page.waitForURL(/\/bodies\/board-of-peace$/);
  });

  it('a reader narrows the states of a body, and the address says how', async () => {
    const page = await browser.open(`${site.address}/bodies/board-of-peace`, { javaScript });
    await page.selectOption('.finder select[name=standing]', 'signatory');
    await page.click('.finder button');
    await page.waitForURL(/standing=signatory/);
    expect(await page.locator('table:has(#members-caption) tbody tr').count()).toBe(3);
    const csv = await page.getAttribute('.foot a[href*="format=csv"]', 'href');
    expect(csv).toMatch(/standing=signatory/);
  });
});

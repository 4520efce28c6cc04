// Forms that were begun, in a browser: taken up again, discarded, and nobody else's.
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { testBrowser } from '../../../support/browser.js';
import { flashOf } from '../../../support/filling-in.js';
import { plain, said } from '../../../support/reader.js';
import { INVITED, recordingSite, type Recording } from '../../../support/recording.js';

jest.setTimeout(60_000);

const browser = testBrowser();
let site: Recording;
beforeAll(async () => {
  site = await recordingSite();
}, 60_000);
afterAll(() => site.close());

it('works', async () => {
  const page = await browser.open(`${site.address}/admin/record/drafts`, { cookie: site.cookie });
  expect(await said(page, 'main')).toContain('You have no drafts.');
  await page.click('main a.primary');
  await page.fill('#quote', 'دُعيت');
  await page.fill('#on', '2026-01-10');
  await page.click('button[value=save]');
  expect(await flashOf(page)).toBe('The draft is saved.');
  await page.click('text=All your drafts');
  await page.click('main tbody a');
  expect(await page.inputValue('#quote')).toBe('دُعيت');
  expect(await page.inputValue('#on')).toBe('2026-01-10');
});

it.each([
  ['en', true, 'X-LAND · club · Invitation received', 'The draft is discarded. Nothing was recorded.'],
  ['ar', false, 'X-LAND · club · تلقي دعوة', 'حُذفت المسودة. لم يُسجَّل شيء.'],
] as const)(
  'are told apart, and discarded in %s (JavaScript: %s)',
  async (language, javaScript, title, flash) => {
    const draft = await site.draftOf(INVITED);
    const page = await browser.open(`${site.address}/admin/record/drafts`, {
      ...{ cookie: site.cookie, language, javaScript },
    });
    const row = page.locator(`main tbody a[href="${draft}"]`);
    expect(plain(await row.innerText())).toBe(title);
    await row.click();
    await page.click('button.dangerous');
    await page.waitForURL(/\/drafts/);
    expect(await flashOf(page)).toBe(flash);
    expect(await row.count()).toBe(0);
    expect(await site.line()).toEqual([]);
  },
);

it('of somebody else are not there', async () => {
  const draft = await site.draftOf(INVITED);
  const cookie = await site.cookieOf('recorder');
  const list = await browser.open(`${site.address}/admin/record/drafts`, { cookie });
  expect(await said(list, 'main')).toContain('You have no drafts.');
  const { page, status } = await browser.visit(`${site.address}${draft}`, { cookie });
  expect(status).toBe(404);
  expect(await page.content()).not.toContain(INVITED.quote);
});

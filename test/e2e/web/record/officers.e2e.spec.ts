// Officers at their browsers: by forms alone where no script runs, and two at once.
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { testBrowser } from '../../../support/browser.js';
import { demoSite, type Cookie, type Site } from '../../../support/site.js';

jest.setTimeout(90_000);

const browser = testBrowser();
let site: Site;
let amina: Cookie;
let badr: Cookie;
beforeAll(async () => {
  site = await demoSite();
  amina = await site.cookieOf('recorder');
  badr = await site.cookieOf('recorder');
}, 60_000);
afterAll(() => site.close());

const events = async (body: string, state: string) => {
  const stream = `membership-${body}-${state}`;
  return (await site.register.store.readStreams([stream])).get(stream) ?? [];
};

/** From the empty form to its check, with forms alone. */
async function byForms(cookie: Cookie, state: string, act: string, language: 'en' | 'ar'): Promise<Page> {
  const page = await browser.open(`${site.address}/admin/record`, { cookie, language, javaScript: false });
  await page.selectOption('select[name=state]', state);
  await page.selectOption('select[name=body]', 'abraham-accords');
  await page.fill('#on', '2026-03-01');
  await page.fill('#new-url', `https://news.example/${state}/${act}`);
  await page.fill('#new-outlet', 'الأمصار');
  await page.selectOption('#new-language', 'ar');
  await page.click('button.primary[value=check]');
  await page.check(`input[value=${act}]`);
  await page.click('button.primary[value=check]');
  await page.check('#attestation-declared');
  if (act === 'InvitationReceived') await page.selectOption('select[name=by-state]', 'USA');
  await page.click('button.primary[value=check]');
  await page.waitForURL(/\/check$/);
  return page;
}

it.each([
  ['en', 'TKM'],
  ['ar', 'TJK'],
] as const)('records an act without JavaScript in %s', async (language, state) => {
  const page = await byForms(amina, state, 'AccordJoined', language);
  await page.click('main form button.primary');
  await page.waitForURL(/\/done\//);
  expect(await page.getAttribute('html', 'dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
  expect(await events('abraham-accords', state)).toHaveLength(1);
});

it('shows at once that an address is registered already', async () => {
  const page = await browser.open(`${site.address}/admin/record`, { cookie: amina });
  await page.fill('#new-url', 'https://www.news.example/TKM/AccordJoined/?utm_source=mail');
  await page.keyboard.press('Tab');
  await page.locator('#known-sources', { hasText: 'This address is registered already' }).waitFor();
  expect(await page.locator('#known-sources details').count()).toBe(1);
});

it('shows two officers at once what the other has recorded', async () => {
  const hers = await byForms(amina, 'KGZ', 'AccordJoined', 'en');
  const his = await byForms(badr, 'KGZ', 'InvitationReceived', 'en');
  await his.click('main form button.primary');
  await his.waitForURL(/\/done\//);
  await hers.click('main form button.primary');
  await hers.waitForSelector('#stale');
  expect(await hers.textContent('main')).toContain('Invitation received');
  expect(await events('abraham-accords', 'KGZ')).toHaveLength(1);
  await hers.click('main form button.primary');
  await hers.waitForURL(/\/done\//);
  expect(await events('abraham-accords', 'KGZ')).toHaveLength(2);
});

// An officer at a browser: by keyboard with JavaScript, by forms alone without it, and two at once.
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { testBrowser } from '../../support/browser.js';
import { demoSite, type Cookie, type Site } from '../../support/site.js';

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

/** Finds by the first letters, and takes the first that is found. */
async function find(page: Page, field: string, text: string, shows: string): Promise<void> {
  await page.locator(`#${field}`).focus();
  await page.keyboard.type(text);
  await page.locator(`#${field}-options [role=option][aria-selected=true]`).waitFor();
  await page.keyboard.press('Enter');
  expect(await page.inputValue(`#${field}`)).toBe(shows);
}

it('records an act by keyboard alone, and sees beforehand what it changes', async () => {
  const page = await browser.open(`${site.address}/admin/record`, { cookie: amina });
  await find(page, 'state', 'اوزبكستان', 'Uzbekistan');
  await find(page, 'body', 'abraham', 'Abraham Accords');
  await page.locator('#on').focus();
  await page.keyboard.type('2026-03-01');
  await page.keyboard.press('Tab');
  await page.locator('input[value=AccordJoined]').focus();
  await page.keyboard.press('Space');
  await page.locator('#attestation-declared').focus();
  await page.keyboard.press('Space');
  await page.locator('#new-url').focus();
  await page.keyboard.type('https://news.example/uzbekistan');
  await page.locator('#new-outlet').focus();
  await page.keyboard.insertText('الأمصار');
  await page.locator('#quote').focus();
  await page.keyboard.insertText('أعلنت أوزبكستان انضمامها إلى الاتفاقيات');
  await page.keyboard.press('Tab');
  await page.locator('#preview .change', { hasText: 'no standing → joined' }).waitFor();
  await page.waitForURL(/\/admin\/record\/[0-9a-f-]{36}$/);
  await page.locator('button[value=check]').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/check$/);
  await page.locator('button', { hasText: 'Record it' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/done\//);
  expect(await page.textContent('h1')).toBe('It is recorded');
  expect(await events('abraham-accords', 'UZB')).toMatchObject([{ type: 'AccordJoined' }]);
});

it('shows at once that an address is registered already', async () => {
  const page = await browser.open(`${site.address}/admin/record`, { cookie: amina });
  await page.fill('#new-url', 'https://www.news.example/uzbekistan/?utm_source=mail');
  await page.keyboard.press('Tab');
  await page.locator('#known-sources', { hasText: 'This address is registered already' }).waitFor();
  expect(await page.locator('#known-sources details').count()).toBe(1);
});

it('closes its suggestions without choosing, and keeps what was chosen', async () => {
  const page = await browser.open(`${site.address}/admin/record?state=KAZ`, { cookie: amina });
  const field = page.locator('#state');
  expect(await field.inputValue()).toBe('Kazakhstan');
  await field.fill('uzb');
  await page.locator('#state-options [role=option]').first().waitFor();
  expect(await field.getAttribute('aria-expanded')).toBe('true');
  await page.keyboard.press('Escape');
  expect(await field.getAttribute('aria-expanded')).toBe('false');
  await page.keyboard.press('Tab');
  expect(await field.inputValue()).toBe('Kazakhstan');
  expect(await page.locator('select[name=state]').inputValue()).toBe('KAZ');
});

/** From the empty form to its check, with forms alone. */
async function byForms(cookie: Cookie, state: string, act: string, language: 'en' | 'ar'): Promise<Page> {
  const page = await browser.open(`${site.address}/admin/record`, { cookie, language, javaScript: false });
  await page.selectOption('select[name=state]', state);
  await page.selectOption('select[name=body]', 'abraham-accords');
  await page.fill('#on', '2026-03-01');
  await page.fill('#new-url', `https://news.example/${state}/${act}`);
  await page.fill('#new-outlet', 'الأمصار');
  await page.selectOption('#new-language', 'ar');
  await page.click('button[value=check]');
  await page.check(`input[value=${act}]`);
  await page.click('button[value=check]');
  await page.check('#attestation-declared');
  if (act === 'InvitationReceived') await page.selectOption('select[name=by-state]', 'USA');
  await page.click('button[value=check]');
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

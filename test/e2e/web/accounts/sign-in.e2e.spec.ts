// Coming in and going out in a browser, at the addresses of this machine, with JavaScript and without.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accountOf, PASSWORD } from '../../../support/account.js';
import { testBrowser, type Look } from '../../../support/browser.js';
import { faultsOn, flashOf, send } from '../../../support/filling-in.js';
import { testSite, type Site } from '../../../support/site.js';

jest.setTimeout(60_000);

const browser = testBrowser();
let site: Site;
beforeAll(async () => {
  site = await testSite();
  await accountOf(site.register, 'rana', 'admin');
  await accountOf(site.register, 'samir');
}, 60_000);
afterAll(() => site.close());

const at = (path: string, look: Look = {}, host = '127.0.0.1') =>
  browser.open(`${site.address.replace('127.0.0.1', host)}${path}`, look);

async function signIn(page: Page, name: string, password = PASSWORD): Promise<void> {
  await page.fill('#name', name);
  await page.fill('#password', password);
  await send(page);
}

it('works', async () => {
  const page = await at('/admin/users');
  expect(new URL(page.url()).pathname).toBe('/admin/sign-in');
  await signIn(page, 'rana');
  expect(new URL(page.url()).pathname).toBe('/admin/users');
  expect(await page.textContent('.masthead .account')).toContain('rana');
});

it('a session is known by its cookie, and only with it', async () => {
  const theirs = await at('/', { cookie: await site.cookieOf('recorder') });
  expect(await theirs.locator('.masthead .account').count()).toBe(1);
  const strangers = await at('/');
  expect(await strangers.locator('.masthead .account').count()).toBe(0);
});

describe.each([
  ['127.0.0.1', true],
  ['127.0.0.1', false],
  ['localhost', true],
] as const)('at %s (JavaScript: %s)', (host, javaScript) => {
  it('a session is kept over plain http, and is gone after signing out', async () => {
    const page = await at('/admin/account', { javaScript }, host);
    await signIn(page, 'rana');
    expect(new URL(page.url()).pathname).toBe('/admin/account');
    const [cookie] = (await page.context().cookies()).filter(({ name }) => name === '__Host-chancery');
    expect(cookie).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Lax', domain: host, path: '/' });
    await page.click('.masthead .account button');
    await page.waitForURL(/\/admin\/sign-in\?done=signed-out$/);
    expect(await flashOf(page)).toBe('You are signed out.');
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe('/admin/sign-in');
  });
});

it.each([
  ['en', true, 'Enter your name.', 'The name or the password is not right'],
  ['ar', false, 'أدخل اسمك.', 'الاسم أو كلمة المرور غير صحيحة'],
] as const)(
  'keeps the name where something is wrong, in %s (JavaScript: %s)',
  async (language, javaScript, ...says) => {
    const [missing, wrong] = says;
    const page = await at('/admin/sign-in', { language, javaScript });
    await send(page);
    expect(await faultsOn(page)).toEqual([missing, expect.stringMatching(/./)]);
    await signIn(page, 'راشد "<b>"', 'not the one');
    expect((await faultsOn(page)).join()).toContain(wrong);
    expect(await page.inputValue('#name')).toBe('راشد "<b>"');
    expect(await page.inputValue('#password')).toBe('');
  },
);

it('says when to try again after too many attempts, and lets in then', async () => {
  const page = await at('/admin/sign-in');
  for (let times = 0; times < 10; times += 1)
    await site.post('/admin/sign-in', { name: 'samir', password: 'a wrong password' });
  site.register.setClock('2026-04-01T12:05:00Z');
  await signIn(page, 'samir');
  expect(await faultsOn(page)).toEqual(['Too many attempts. Wait 10 minutes, then try again.']);
  expect(await page.inputValue('#name')).toBe('samir');
  const arabic = await at('/admin/sign-in', { language: 'ar', javaScript: false });
  await signIn(arabic, 'samir');
  expect(await faultsOn(arabic)).toEqual(['محاولات كثيرة جداً. انتظر 10 دقائق ثم أعد المحاولة.']);
  site.register.setClock('2026-04-01T12:15:01Z');
  await signIn(page, 'samir');
  expect(await page.textContent('h1')).toBe('Desk');
});

// Who has an account, in a browser: invited, given roles, locked out, let in again; and the log of it all.
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { accountOf, PASSWORD } from '../../../support/account.js';
import { testBrowser, type Look } from '../../../support/browser.js';
import { faultsOn, flashOf, send } from '../../../support/filling-in.js';
import { pageFaults } from '../../../support/page-faults.js';
import { testSite, type Cookie, type Site } from '../../../support/site.js';

jest.setTimeout(60_000);

const HERE = { address: '127.0.0.1', userAgent: 'spec' };

const browser = testBrowser();
let site: Site;
let rana: Cookie;
beforeAll(async () => {
  site = await testSite();
  rana = await site.cookieOf('admin');
}, 60_000);
afterAll(() => site.close());

const at = (path: string, look: Look = {}) =>
  browser.open(`${site.address}${path}`, { cookie: rana, ...look });
const sessionOf = async (id: string) => site.cookieFor(await site.register.accounts.sessions.open(id, HERE));

it('works', async () => {
  const page = await at('/admin/users');
  await page.click('text=Invite somebody');
  await page.fill('#name', 'zahra');
  await page.fill('#displayName', 'زهراء "<b>"');
  await page.check('#role-recorder');
  await send(page);
  const link = (await page.textContent('main code')) ?? '';
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/admin\/links\/[\w-]+$/);
  const theirs = await browser.open(link, { language: 'ar' });
  await theirs.fill('#password', PASSWORD);
  await theirs.fill('#again', PASSWORD);
  await send(theirs);
  expect(await theirs.textContent('h1')).toBe('مكتب التسجيل');
  await page.goto(`${site.address}/admin/users`);
  expect(await page.locator('tr', { hasText: 'zahra' }).textContent()).toContain('Recorder');
});

it.each([
  ['en', true, 'The name to sign in with takes letters', 'There is an account with this name already.'],
  ['ar', false, 'يتألف اسم تسجيل الدخول', 'يوجد حساب بهذا الاسم.'],
] as const)(
  'loses nothing of an invitation, in %s (JavaScript: %s)',
  async (language, javaScript, bad, taken) => {
    await accountOf(site.register, `taken-${language}`);
    const page = await at('/admin/users/new', { language, javaScript });
    await page.fill('#name', 'two words');
    await page.fill('#displayName', 'Somebody');
    await page.check('#role-auditor');
    await send(page);
    expect((await faultsOn(page)).join()).toContain(bad);
    expect(await page.inputValue('#name')).toBe('two words');
    expect(await page.isChecked('#role-auditor')).toBe(true);
    await page.fill('#name', `taken-${language}`);
    await send(page);
    expect(await faultsOn(page)).toEqual([taken]);
    expect(await page.inputValue('#displayName')).toBe('Somebody');
  },
);

it('an account that is disabled is out at once, and comes in again once it is enabled', async () => {
  const { id } = await accountOf(site.register, 'karim', 'recorder');
  const theirs = await at('/admin/record', { cookie: await sessionOf(id) });
  expect(await theirs.textContent('h1')).toBe('Record an act');
  const page = await at(`/admin/users/${id}`);
  expect(await page.textContent('main')).toContain('1 open session');
  await page.click('text=Disable the account');
  await page.waitForURL(/done=disabled/);
  expect(await flashOf(page)).toBe('The account is disabled, and its sessions have ended.');
  await theirs.reload();
  expect(new URL(theirs.url()).pathname).toBe('/admin/sign-in');
  await theirs.fill('#name', 'karim');
  await theirs.fill('#password', PASSWORD);
  await send(theirs);
  expect((await faultsOn(theirs)).join()).toContain('the account is disabled');
  await page.click('text=Enable the account');
  await page.waitForURL(/done=enabled/);
  await theirs.fill('#password', PASSWORD);
  await send(theirs);
  expect(await theirs.textContent('h1')).toBe('Record an act');
});

it('a role that is taken is gone with the next page, and one that is given is there', async () => {
  const { id } = await accountOf(site.register, 'laila', 'recorder');
  const theirs = await at('/admin', { cookie: await sessionOf(id) });
  const page = await at(`/admin/users/${id}`, { language: 'ar', javaScript: false });
  await page.uncheck('#role-recorder');
  await page.check('#role-auditor');
  await page.click('text=احفظ الأدوار');
  await page.waitForURL(/done=roles/);
  expect(await flashOf(page)).toBe('حُفظت الأدوار.');
  await theirs.click('main >> text=Record an act');
  expect(await theirs.textContent('h1')).toBe('This is not open to you');
  await theirs.goto(`${site.address}/admin`);
  await theirs.click('main >> text=Audit');
  expect(await theirs.textContent('h1')).toBe('Audit');
});

it('the log of accounts names what happened, to whom, and by whom', async () => {
  const { id } = await accountOf(site.register, 'munir');
  await site.post('/admin/sign-in', { name: 'munir', password: 'a wrong password' });
  const page = await at(`/admin/users/${id}`);
  await page.click('text=Disable the account');
  await page.waitForURL(/done=disabled/);
  await page.click('text=Log of accounts');
  const rows = page.locator('table tbody tr');
  expect((await rows.allTextContents()).join('\n')).toMatch(/disabledmuniradmin-\d+127\.0\.0\.1/);
  await page.selectOption('#event', 'sign-in-failed');
  await page.click('main form button');
  await page.waitForURL(/event=sign-in-failed/);
  expect(await rows.allTextContents()).toEqual([expect.stringMatching(/failed to sign inmunir/)]);
  const arabic = await at(`/admin/users/log?account=${id}`, { language: 'ar' });
  expect(await arabic.textContent('table')).toContain('أخفق في تسجيل الدخول');
});

it.each(['en', 'ar'] as const)('a page that no list can name is whole in %s', async (language) => {
  const { id } = await accountOf(site.register, `somebody-${language}`);
  const visit = await browser.visit(`${site.address}/admin/users/${id}`, { language, cookie: rana });
  expect(await pageFaults(visit, language)).toEqual([]);
});

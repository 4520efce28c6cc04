// Coming in and going out in a browser, at the addresses of this machine, with JavaScript and without.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { testBrowser } from '../../support/browser.js';
import { pageFaults } from '../../support/page-faults.js';
import { testSite, type Site } from '../../support/site.js';

jest.setTimeout(60_000);

const HERE = { address: '127.0.0.1', userAgent: 'spec' };
const PASSWORD = 'a long enough one';

const browser = testBrowser();
let site: Site;
beforeAll(async () => {
  site = await testSite();
}, 60_000);
afterAll(() => site.close());

const at = (host: string, path: string) => `${site.address.replace('127.0.0.1', host)}${path}`;

it('the first account is made by the link of the first start', async () => {
  const token = await site.register.accounts.links.forSetUp();
  const visit = await browser.visit(`${site.address}/admin/links/${token!}`);
  const { page } = visit;
  await page.fill('#name', 'root');
  await page.fill('#displayName', 'Rana');
  await page.fill('#password', PASSWORD);
  await page.fill('#again', 'something else');
  await page.click('main form .primary');
  expect(await page.textContent('.error-summary')).toContain('The two passwords are not the same.');
  expect(await page.inputValue('#displayName')).toBe('Rana');
  expect(await page.inputValue('#password')).toBe('');
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('error-summary');
  await page.fill('#password', PASSWORD);
  await page.fill('#again', PASSWORD);
  await page.click('main form .primary');
  await page.waitForURL(/\/admin$/);
  expect(await page.textContent('.masthead .account')).toContain('Rana');
});

describe.each([
  ['127.0.0.1', true],
  ['127.0.0.1', false],
  ['localhost', true],
] as const)('at %s (JavaScript: %s)', (host, javaScript) => {
  it('a session is kept over plain http, and is gone after signing out', async () => {
    const page = await browser.open(at(host, '/admin/account'), { javaScript });
    expect(new URL(page.url()).pathname).toBe('/admin/sign-in');
    await page.fill('#name', 'root');
    await page.fill('#password', PASSWORD);
    await page.click('main form .primary');
    await page.waitForURL(/\/admin\/account$/);
    const [cookie] = (await page.context().cookies()).filter(({ name }) => name === '__Host-chancery');
    expect(cookie).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Lax', domain: host, path: '/' });
    await page.click('.masthead .account button');
    await page.waitForURL(/\/admin\/sign-in\?done=signed-out$/);
    expect(await page.textContent('.flash')).toBe('You are signed out.');
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe('/admin/sign-in');
  });
});

it('somebody is invited, and comes in', async () => {
  const page = await browser.open(at('127.0.0.1', '/admin/users/new'), {
    cookie: await site.cookieOf('admin'),
  });
  await page.fill('#name', 'zahra');
  await page.fill('#displayName', 'زهراء');
  await page.check('#role-recorder');
  await page.click('main form .primary');
  const link = await page.textContent('main code');
  const theirs = await browser.visit(link!, { language: 'ar' });
  expect(await pageFaults(theirs, 'ar')).toEqual([]);
  await theirs.page.fill('#password', PASSWORD);
  await theirs.page.fill('#again', PASSWORD);
  await theirs.page.click('main form .primary');
  await theirs.page.waitForURL(/\/admin$/);
  expect((await site.register.accounts.accounts.findByName('zahra'))?.roles).toEqual(['recorder']);
});

it.each(['en', 'ar'] as const)('pages that a list cannot name are whole in %s', async (language) => {
  const { accounts, links } = site.register.accounts;
  const somebody = await accounts.add(
    { name: `somebody-${language}`, displayName: 'Somebody', roles: [] },
    HERE,
  );
  const cookie = await site.cookieOf('admin');
  const one = await browser.visit(at('127.0.0.1', `/admin/users/${somebody.id}`), { language, cookie });
  expect(await pageFaults(one, language)).toEqual([]);
  const link = await links.forAccount('invitation', somebody.id, HERE);
  const invitation = await browser.visit(at('127.0.0.1', `/admin/links/${link}`), { language });
  expect(await pageFaults(invitation, language)).toEqual([]);
  const dead = await browser.visit(at('127.0.0.1', '/admin/links/dead'), { language });
  expect([dead.status, await pageFaults(dead, language)]).toEqual([410, []]);
});

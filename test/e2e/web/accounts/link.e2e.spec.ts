// Links that work once, in a browser: the first account, and an invitation.
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { PASSWORD } from '../../../support/account.js';
import { testBrowser } from '../../../support/browser.js';
import { faultsOn, send } from '../../../support/filling-in.js';
import { pageFaults } from '../../../support/page-faults.js';
import { testSite, type Site } from '../../../support/site.js';

jest.setTimeout(60_000);

const HERE = { address: '127.0.0.1', userAgent: 'spec' };

const browser = testBrowser();
let site: Site;
beforeAll(async () => {
  site = await testSite();
}, 60_000);
afterAll(() => site.close());

it('works', async () => {
  const token = await site.register.accounts.links.forSetUp();
  const page = await browser.open(`${site.address}/admin/links/${token!}`);
  await page.fill('#name', 'root');
  await page.fill('#displayName', 'Rana');
  await page.fill('#password', PASSWORD);
  await page.fill('#again', 'something else');
  await send(page);
  expect(await faultsOn(page)).toEqual(['The two passwords are not the same.']);
  expect(await page.inputValue('#displayName')).toBe('Rana');
  expect(await page.inputValue('#password')).toBe('');
  await page.fill('#password', PASSWORD);
  await page.fill('#again', PASSWORD);
  await send(page);
  expect(new URL(page.url()).pathname).toBe('/admin');
  expect(await page.textContent('.masthead .account')).toContain('Rana');
});

it.each([
  ['en', true, 'The password is too short'],
  ['ar', false, 'كلمة المرور قصيرة'],
] as const)(
  'an invitation lets somebody in once, in %s (JavaScript: %s)',
  async (language, javaScript, short) => {
    const { accounts, links } = site.register.accounts;
    const { id } = await accounts.add({ name: `zahra-${language}`, displayName: 'زهراء', roles: [] }, HERE);
    const address = `${site.address}/admin/links/${await links.forAccount('invitation', id, HERE)}`;
    const whole = await browser.visit(address, { language });
    expect(await pageFaults(whole, language)).toEqual([]);
    const page = await browser.open(address, { language, javaScript });
    const choose = async (password: string) => {
      await page.fill('#password', password);
      await page.fill('#again', password);
      await send(page);
    };
    await choose('short');
    expect((await faultsOn(page)).join()).toContain(short);
    await choose(PASSWORD);
    expect(new URL(page.url()).pathname).toBe('/admin');
    const used = await browser.visit(address, { language });
    expect([used.status, await pageFaults(used, language)]).toEqual([410, []]);
  },
);

// One's own account in a browser: its sessions and its password.
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { accountOf, PASSWORD } from '../../../support/account.js';
import { testBrowser, type Look } from '../../../support/browser.js';
import { faultsOn, flashOf, send } from '../../../support/filling-in.js';
import { testSite, type Site } from '../../../support/site.js';

jest.setTimeout(60_000);

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const STRANGE = '"><script>alert(1)</script>\u202e';

const browser = testBrowser();
let site: Site;
beforeAll(async () => {
  site = await testSite();
}, 60_000);
afterAll(() => site.close());

const open = (path: string, cookie: NonNullable<Look['cookie']>, look: Look = {}) =>
  browser.open(`${site.address}${path}`, { cookie, ...look });

/** A session of this account, begun in some other browser. */
async function sessionOf(id: string, userAgent = FIREFOX) {
  const { token } = await site.register.accounts.sessions.open(id, { address: '203.0.113.7', userAgent });
  return site.cookieFor({ token });
}

it('works', async () => {
  const { id } = await accountOf(site.register, 'amina', 'recorder');
  const page = await open('/admin', await sessionOf(id));
  await page.click('.masthead .account a');
  expect(await page.textContent('h1')).toBe('Your account');
  expect(await page.textContent('main dl')).toContain('Recorder');
  expect(await page.textContent('table')).toMatch(/203\.0\.113\.7.*Firefox 140/);
});

it.each([
  ['en', true, 'badr'],
  ['ar', false, 'dina'],
] as const)(
  'ends sessions elsewhere, at once, in %s (JavaScript: %s)',
  async (language, javaScript, name) => {
    const { id } = await accountOf(site.register, name);
    const [mine, lost, strange] = [await sessionOf(id), await sessionOf(id), await sessionOf(id, STRANGE)];
    const page = await open('/admin/account', mine, { language, javaScript });
    const elsewhere = [await open('/admin/account', lost), await open('/admin/account', strange)];
    const rows = page.locator('table tbody tr');
    expect(await rows.count()).toBe(3);
    await rows.locator('button').first().click();
    await page.waitForURL(/done=session$/);
    expect(await flashOf(page)).toMatch(/The session has ended\.|انتهت الجلسة/);
    expect(await rows.count()).toBe(2);
    await page.click('form[action$="/end-others"] button');
    await page.waitForURL(/done=sessions$/);
    expect(await rows.count()).toBe(1);
    for (const other of elsewhere) {
      await other.reload();
      expect(new URL(other.url()).pathname).toBe('/admin/sign-in');
    }
  },
);

it('takes a new password with the one there is, and stays signed in here alone', async () => {
  const { id } = await accountOf(site.register, 'farid');
  const page = await open('/admin/account', await sessionOf(id));
  const elsewhere = await open('/admin/account', await sessionOf(id));
  const change = async (current: string, password: string) => {
    await page.getByLabel('Current password').fill(current);
    await page.getByLabel('New password').fill(password);
    await page.getByLabel('The same password again').fill(password);
    await send(page);
  };
  await change('not the one', 'another long enough one');
  expect((await faultsOn(page)).join()).toContain('This is not your current password');
  expect(await page.inputValue('#current')).toBe('');
  await change(PASSWORD, 'short');
  expect((await faultsOn(page)).join()).toContain('at least 12 characters');
  await change(PASSWORD, 'another long enough one');
  expect(await flashOf(page)).toBe('Your password is changed, and your other sessions have ended.');
  await elsewhere.reload();
  expect(new URL(elsewhere.url()).pathname).toBe('/admin/sign-in');
  const signIn = async (password: string) =>
    (await site.post('/admin/sign-in', { name: 'farid', password })).status;
  expect([await signIn(PASSWORD), await signIn('another long enough one')]).toEqual([422, 303]);
});

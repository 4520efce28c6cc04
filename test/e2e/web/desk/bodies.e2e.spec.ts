// Registering a body, in a browser.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { testBrowser } from '../../../support/browser.js';
import { CAST } from '../../../support/commands.js';
import { faultsOn, flashOf, focused, send } from '../../../support/filling-in.js';
import { testSite, type Cookie, type Site } from '../../../support/site.js';

jest.setTimeout(60_000);

const browser = testBrowser();
let site: Site;
let rana: Cookie;
beforeAll(async () => {
  site = await testSite();
  for (const command of CAST) await site.register.execute(command);
  await site.register.catchUp();
  rana = await site.cookieOf('admin');
}, 60_000);
afterAll(() => site.close());

const bodies = async () => (await site.get('/api/v1/bodies')).text;

it('works', async () => {
  const page = await browser.open(`${site.address}/admin/bodies`, { cookie: rana });
  await page.click('text=Register a body');
  await page.fill('#name-en', 'Council of Lands');
  await page.fill('#name-ar', 'مجلس البلدان');
  await page.fill('#slug', 'council-of-lands');
  await page.selectOption('#binding', 'deposit');
  await page.fill('#termYears', '3');
  await page.selectOption('#source-1', 'gazette-1');
  await send(page);
  expect(await flashOf(page)).toBe('The body is registered.');
  expect(await page.textContent('h1')).toBe('Council of Lands');
  expect(await page.textContent('main')).toContain('term of 3 years');
  await page.click('text=As readers see it');
  expect(await page.textContent('h1')).toContain('Council of Lands');
});

describe.each([
  ['en', true, 'Short name: Use lower-case Latin letters'],
  ['ar', false, 'الاسم المختصر: استخدم حروفاً لاتينية صغيرة'],
] as const)('in %s (JavaScript: %s)', (language, javaScript, fault) => {
  it('leads to what is wrong, and loses nothing that was typed', async () => {
    const before = await bodies();
    const page = await browser.open(`${site.address}/admin/bodies/new`, {
      ...{ language, javaScript, cookie: rana },
    });
    await page.fill('#name-ar', '<b>مجلس</b> \u202eسلب');
    await page.fill('#slug', 'Not A Short Name');
    await page.selectOption('#kind', 'accord');
    await page.check('#invitation');
    await page.click('details summary');
    await page.fill('#source-1-outlet', 'وكالة الأنباء');
    await page.fill('#source-1-published', '2026-02-30');
    await send(page);
    expect(await faultsOn(page)).toEqual([
      expect.stringMatching(/^Name in English: |^الاسم بلغة: /),
      expect.stringContaining(fault),
      expect.stringMatching(/no such day|لا يوجد يوم كهذا/),
    ]);
    expect(await page.inputValue('#name-ar')).toBe('<b>مجلس</b> \u202eسلب');
    expect(await page.inputValue('#source-1-outlet')).toBe('وكالة الأنباء');
    expect(await page.inputValue('#kind')).toBe('accord');
    expect(await page.isChecked('#invitation')).toBe(true);
    expect(await bodies()).toBe(before);
  });

  it('cites one source more without losing the first, and goes on there', async () => {
    const page = await browser.open(`${site.address}/admin/bodies/new`, {
      ...{ language, javaScript, cookie: rana },
    });
    await page.fill('#name-en', 'Guild');
    await page.selectOption('#source-1', 'gazette-1');
    await page.fill('#source-1-quote', 'نص');
    await page.click('button[name=more-source]');
    await page.locator('#source-2').waitFor();
    expect(await focused(page)).toMatchObject({ id: 'source-2' });
    expect(await page.inputValue('#source-1')).toBe('gazette-1');
    expect(await page.inputValue('#source-1-quote')).toBe('نص');
    expect(await page.inputValue('#name-en')).toBe('Guild');
    expect(await page.locator('.error-summary').count()).toBe(0);
  });
});

it('says where a short name is taken', async () => {
  const page = await browser.open(`${site.address}/admin/bodies/new`, { cookie: rana });
  await page.fill('#name-en', 'Another club');
  await page.fill('#slug', 'club');
  await page.keyboard.press('Enter');
  expect(await faultsOn(page)).toEqual([
    'Short name: A body “club” is registered already, with other content. Choose another short name, or open that one.',
  ]);
});

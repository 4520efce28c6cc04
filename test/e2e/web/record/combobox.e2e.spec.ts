// The field that finds states and bodies, as the ARIA Authoring Practices have it: a combobox with a list of suggestions.
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { testBrowser } from '../../../support/browser.js';
import { Keyboard } from '../../../support/keyboard.js';
import { demoSite, type Cookie, type Site } from '../../../support/site.js';

jest.setTimeout(60_000);

const browser = testBrowser();
let site: Site;
let cookie: Cookie;
beforeAll(async () => {
  site = await demoSite();
  cookie = await site.cookieOf('recorder');
}, 60_000);
afterAll(() => site.close());

/** The focus is in the field of the state. */
async function atField(query = ''): Promise<{ page: Page; keyboard: Keyboard }> {
  const page = await browser.open(`${site.address}/admin/record${query}`, { cookie });
  const keyboard = new Keyboard(page);
  await keyboard.to('#state');
  return { page, keyboard };
}

const look = (page: Page) =>
  page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('#state');
    const active = document.getElementById(field?.getAttribute('aria-activedescendant') ?? '');
    return {
      shows: field?.value,
      expanded: field?.getAttribute('aria-expanded'),
      active: active?.textContent ?? null,
      chosen: document.querySelector<HTMLSelectElement>('select[name=state]')?.value,
    };
  });

it('has a name, a role and a list', async () => {
  const { page } = await atField();
  const field = page.getByRole('combobox', { name: 'State', exact: true });
  expect(await field.getAttribute('aria-autocomplete')).toBe('list');
  expect(
    await page.locator(`#${(await field.getAttribute('aria-controls')) ?? ''}`).getAttribute('role'),
  ).toBe('listbox');
});

it('shows all there is by an arrow, begins with the first or the last, and goes round', async () => {
  const { page, keyboard } = await atField();
  await keyboard.press('ArrowDown');
  const first = await look(page);
  expect(first).toMatchObject({ expanded: 'true', active: 'Afghanistan', chosen: '' });
  await keyboard.press('ArrowUp');
  const last = await look(page);
  expect(last.active).toBe('Zimbabwe');
  await keyboard.press('ArrowDown');
  expect((await look(page)).active).toBe('Afghanistan');
  await keyboard.press('Escape');
  await keyboard.press('ArrowUp');
  expect((await look(page)).active).toBe('Zimbabwe');
  await keyboard.press('Enter');
  expect(await look(page)).toMatchObject({ shows: 'Zimbabwe', expanded: 'false', chosen: 'ZWE' });
});

it('says how many were found, and that nothing was', async () => {
  const { page, keyboard } = await atField();
  await keyboard.type('korea');
  await page
    .locator('.combobox [role=status]', { hasText: /^\d+ found$/ })
    .first()
    .waitFor({ state: 'attached' });
  await keyboard.press('Control+a');
  await keyboard.type('qqqqqq');
  await page
    .locator('.combobox [role=status]', { hasText: 'Nothing by that name' })
    .first()
    .waitFor({ state: 'attached' });
});

it('closes without choosing by Escape, and keeps what was chosen', async () => {
  const { page, keyboard } = await atField('?state=KAZ');
  await keyboard.type('uzb');
  await page.locator('#state-options [aria-selected=true]').waitFor();
  await keyboard.press('Escape');
  expect(await look(page)).toMatchObject({ shows: 'Kazakhstan', expanded: 'false', chosen: 'KAZ' });
});

it('takes the first that is found where somebody types and goes on at once', async () => {
  const { page, keyboard } = await atField();
  await keyboard.type('اوزبكستان');
  await keyboard.press('Tab');
  await page.waitForFunction(
    () => document.querySelector<HTMLSelectElement>('select[name=state]')?.value === 'UZB',
  );
  expect(await look(page)).toMatchObject({ shows: 'Uzbekistan', expanded: 'false' });
  expect((await keyboard.focus('#body')).there).toBe(true);
});

it('is emptied by emptying it', async () => {
  const { page, keyboard } = await atField('?state=KAZ');
  await keyboard.press('Control+a');
  await keyboard.press('Delete');
  await keyboard.press('Tab');
  expect(await look(page)).toMatchObject({ shows: '', chosen: '' });
});

it('is chosen from by a pointer that is let go over a name, and not by one that is only pressed', async () => {
  const { page } = await atField();
  await page.mouse.click(0, 0);
  await page.click('#state');
  const option = page.locator('#state-options [role=option]', { hasText: 'Albania' });
  await option.hover();
  await page.mouse.down();
  expect((await look(page)).chosen).toBe('');
  await page.mouse.up();
  expect(await look(page)).toMatchObject({ shows: 'Albania', chosen: 'ALB', expanded: 'false' });
});

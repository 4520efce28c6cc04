// The form of a record, in a browser: what is offered, what is said, and that nothing typed is lost.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { testBrowser } from '../../../support/browser.js';
import { faultsOn, find } from '../../../support/filling-in.js';
import { said } from '../../../support/reader.js';
import { recordingSite, type Recording } from '../../../support/recording.js';

jest.setTimeout(60_000);

const browser = testBrowser();
let site: Recording;
beforeAll(async () => {
  site = await recordingSite();
}, 60_000);
afterAll(() => site.close());

const WHO = 'state=X-LAND&body=club&on=2026-01-10';
const open = (query: string, look: { language?: 'en' | 'ar'; javaScript?: boolean } = {}) =>
  browser.open(`${site.address}/admin/record?${query}`, { cookie: site.cookie, ...look });

const goOn = (page: Page) => page.click('button.primary[value=check]');

it('works', async () => {
  const page = await open('source=gazette-1');
  await find(page, 'state', 'x-l', 'X-LAND');
  await find(page, 'body', 'clu', 'club');
  await page.fill('#on', '2026-01-10');
  await page.keyboard.press('Tab');
  await page.check('[value=InvitationReceived]');
  await page.fill('#by-name', 'The club');
  await page.check('[name=attestation][value=declared]');
  await page.locator('#preview .change', { hasText: 'no standing → invited from 10 January 2026' }).waitFor();
  // What the eye sees change is said as well, and kept as well.
  expect(await page.textContent('#preview-said')).toBe(
    'X-LAND in club: no standing → invited from 10 January 2026.',
  );
  await page.waitForURL(/\/admin\/record\/[0-9a-f-]{36}$/);
  await goOn(page);
  await page.waitForURL(/\/check$/);
  expect(await site.line()).toEqual([]);
});

describe.each([
  ['en', true, 'Membership reinstated possible where the standing is: suspended'],
  ['ar', false, 'ممكن حيث تكون الصفة: '],
] as const)('in %s (JavaScript: %s)', (language, javaScript, explained) => {
  it('offers what can follow, and says of the rest where it could', async () => {
    const page = await open(WHO, { language, javaScript });
    const offered = await page
      .locator('#act-list input[name=act]')
      .evaluateAll((all) => all.map((radio) => (radio as HTMLInputElement).value));
    expect(offered).toEqual(expect.arrayContaining(['InvitationReceived', 'IntentAnnounced']));
    expect(offered).not.toContain('MembershipReinstated');
    await page.click('#not-here summary');
    expect(await said(page, '#not-here')).toContain(explained);
  });

  it('leads to what is wrong, and loses nothing that was typed', async () => {
    const before = (await site.register.store.head()).position;
    const page = await open(`${WHO}&act=InvitationReceived`, { language, javaScript });
    await page.fill('#on', '2026-02-30');
    await page.fill('#by-name', '<b>النادي</b>');
    await page.fill('#quote', 'دُعيت\nإلى النادي');
    await page.fill('#new-title', 'خبر');
    await goOn(page);
    expect(await faultsOn(page)).toEqual([
      expect.stringMatching(/no such day|لا يوجد يوم كهذا/),
      expect.stringMatching(/Say whose word|بيّن قول مَن/),
      expect.stringMatching(/^Outlet|^الجهة الناشرة/),
    ]);
    expect(await page.inputValue('#on')).toBe('2026-02-30');
    expect(await page.inputValue('#by-name')).toBe('<b>النادي</b>');
    expect(await page.inputValue('#quote')).toBe('دُعيت\nإلى النادي');
    expect(await page.inputValue('#new-title')).toBe('خبر');
    await page.fill('#on', '2026-01-10');
    await goOn(page);
    expect(await faultsOn(page)).toHaveLength(2);
    expect(await page.isChecked('[name=act][value=InvitationReceived]')).toBe(true);
    expect(await page.inputValue('#by-name')).toBe('<b>النادي</b>');
    expect((await site.register.store.head()).position).toBe(before);
  });
});

it.each([
  ['en', true, /Nothing was recorded\. Go back: .*Shorten the text/],
  ['ar', false, /لم يُسجَّل شيء\. عد إلى الصفحة السابقة.*اختصر النص/],
] as const)(
  'that is too large is still there when one goes back, as is said in %s',
  async (language, javaScript, says) => {
    const page = await open(WHO, { language, javaScript });
    const text = 'قال الوزير كلاماً طويلاً.\n'.repeat(8_000);
    const paste = (field: HTMLElement, pasted: string) => {
      (field as HTMLTextAreaElement).value = pasted;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    };
    const kept = javaScript ? page.waitForResponse(/part=preview/) : undefined;
    await page.locator('#quote').evaluate(paste, text);
    await kept;
    await page.waitForFunction(() => !document.querySelector('.htmx-request'));
    expect(await page.locator('#acts, #known-sources, #preview').count()).toBe(3);
    await goOn(page);
    await page.waitForURL(({ search }) => search === '');
    expect(await said(page, 'main')).toMatch(says);
    await page.goBack();
    expect(await page.inputValue('#quote')).toBe(text);
  },
);

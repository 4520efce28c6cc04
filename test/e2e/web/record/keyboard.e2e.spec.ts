// An officer without a mouse: from signing in to what is recorded, and back by retracting it. Nothing is clicked, filled or
// focused by the test itself.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { testBrowser } from '../../../support/browser.js';
import { Keyboard } from '../../../support/keyboard.js';
import { signedIn } from '../../../support/signed-in.js';
import { demoSite, type Site } from '../../../support/site.js';

jest.setTimeout(120_000);

const PASSWORD = 'a long enough one';
const QUOTE = 'أعلنت وزارة الخارجية رسمياً الانضمام إلى الاتفاقيات الإبراهيمية';
/** Keys beside those of a quote and an address that are pasted, from the empty form to what is recorded. */
const MOST_PRESSES = 75;

const browser = testBrowser();
let site: Site;
let officer: string;
beforeAll(async () => {
  site = await demoSite();
  const { account } = await signedIn(site.register, site, 'recorder');
  officer = account.name;
  const { accounts } = site.register.accounts;
  await accounts.setPassword(account.id, PASSWORD, { address: '127.0.0.1', userAgent: 'spec' });
}, 60_000);
afterAll(() => site.close());

const line = async (state: string) => {
  const stream = `membership-abraham-accords-${state}`;
  return (await site.register.store.readStreams([stream])).get(stream) ?? [];
};

/** Everything that is said to those who do not see the page, as it is said. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    for (const region of document.querySelectorAll('[role=status]'))
      new MutationObserver(() => said.push(region.textContent)).observe(region, { childList: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { said: string[] }).said.filter(Boolean));
}

/** Nothing is on its way any more. */
const quiet = (page: Page) => page.waitForFunction(() => !document.querySelector('.htmx-request'));

/** Waits for a part that is drawn anew, and for the focus to be where it was. */
async function drawn(page: Page, selector: string, focus: string): Promise<void> {
  await page.locator(selector).waitFor();
  await quiet(page);
  expect(await page.evaluate((at) => document.activeElement?.matches(at), focus)).toBe(true);
}

async function signIn(page: Page, keyboard: Keyboard): Promise<void> {
  await keyboard.to('#name');
  await keyboard.type(officer);
  await keyboard.press('Tab');
  await keyboard.type(PASSWORD);
  await keyboard.press('Enter');
  await page.waitForURL(({ pathname }) => pathname === '/admin/record');
}

describe.each([
  ['en', 'UZB', 'uzb', 'abr', 'Uzbekistan in Abraham Accords: no standing → joined'],
  ['ar', 'TKM', 'تركمانستان', 'ابرا', '← منضمة'],
] as const)('by keyboard alone in %s', (language, state, typedState, typedBody, change) => {
  it('an act is recorded from a text, and taken back', async () => {
    const page = await browser.open(`${site.address}/admin/sign-in?then=/admin/record`, { language });
    const keyboard = new Keyboard(page);
    await signIn(page, keyboard);
    keyboard.presses = 0;

    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await keyboard.to('#state');
    await keyboard.type(typedState);
    await page.locator('#state-options [aria-selected=true]').waitFor();
    await keyboard.press('Tab');
    await keyboard.type(typedBody);
    await page.locator('#body-options [aria-selected=true]').waitFor();
    await keyboard.press('Tab');
    await keyboard.type('2026-03-01');
    await keyboard.press('Tab');
    await drawn(page, 'input[value=AccordJoined]', '[name=on-meant]');

    await keyboard.to('[name=act]');
    await keyboard.press('Space');
    while (!(await keyboard.focus('[value=AccordJoined]')).there) await keyboard.press('ArrowDown');
    await drawn(page, '#attestation', '[value=AccordJoined]');
    await keyboard.to('[name=attestation]');
    await keyboard.press('ArrowDown', 2);
    await drawn(page, '#attestation-declared:checked', '#attestation-declared');

    await keyboard.to('#new-url');
    await keyboard.paste(`https://news.example/${state}?utm_source=mail`);
    await keyboard.to('#quote');
    await keyboard.paste(`${QUOTE} ${state}`);
    await keyboard.to('#new-outlet');
    // What the first source of a host needs, the second is spared.
    if (language === 'en') await keyboard.type('الأمصار');
    else await page.locator('#new-outlet-hint', { hasText: 'الأمصار' }).waitFor();
    await keyboard.press('Enter');
    await page.waitForURL(/\/check$/);
    expect(await page.textContent('.outcome .change')).toContain(change);
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await keyboard.to('button.primary');
    await keyboard.press('Enter');
    await page.waitForURL(/\/done\//);
    expect(await line(state)).toMatchObject([
      { type: 'AccordJoined', data: { on: '2026-03-01', attestation: 'declared' } },
    ]);
    console.info(`${language}: ${String(keyboard.presses)} keys beside what is pasted`);
    expect(keyboard.presses).toBeLessThanOrEqual(MOST_PRESSES);

    await keyboard.to('main a[href$="/retract"]');
    await keyboard.press('Enter');
    await page.waitForURL(/\/retract$/);
    await keyboard.to('#reason-why');
    await keyboard.type('x');
    await keyboard.to('main button.primary');
    await keyboard.press('Enter');
    await page.waitForSelector('button[value=record]');
    await keyboard.to('button[value=record]');
    await keyboard.press('Enter');
    await page.waitForURL(/\/done\//);
    expect((await line(state)).map(({ type }) => type)).toEqual(['AccordJoined', 'ActRetracted']);
  });
});

describe('a part that is drawn anew', () => {
  const filled = 'state=UZB&body=abraham-accords&on=2026-03-01';
  const open = async () =>
    browser.open(`${site.address}/admin/record?${filled}`, { cookie: await site.cookieOf('recorder') });

  it('says what has changed, once', async () => {
    const page = await open();
    const keyboard = new Keyboard(page);
    const said = await listen(page);
    await keyboard.to('#on');
    await keyboard.type('2026-02-01');
    await keyboard.press('Tab');
    await drawn(page, '#acts[data-says*="1 February 2026"]', '[name=on-meant]');
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowUp');
    await quiet(page);
    expect(await said()).toEqual(['Uzbekistan in Abraham Accords on 1 February 2026: no standing.']);
  });

  it('keeps what is typed while it is on its way, and where the focus is', async () => {
    const page = await open();
    const keyboard = new Keyboard(page);
    await keyboard.to('[name=act]');
    await keyboard.press('Space');
    await page.locator('#by-state').waitFor();
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/admin/record/live?part=details', async (route) => {
      await held;
      await route.continue();
    });
    while (!(await keyboard.focus('[value=IntentAnnounced]')).there) await keyboard.press('ArrowDown');
    await keyboard.to('#by-state');
    await keyboard.type('kaz');
    await keyboard.to('#by-name');
    await keyboard.type('The minister');
    answer();
    await page.locator('[name=asked][value=IntentAnnounced]').waitFor({ state: 'attached' });
    await quiet(page);
    expect((await keyboard.focus('#by-name')).there).toBe(true);
    expect(await page.inputValue('#by-name')).toBe('The minister');
    expect(await page.inputValue('#by-state')).toBe('Kazakhstan');
  });
});

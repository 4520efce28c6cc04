// A contact in a browser: recorded, told by a further source, retracted.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { testBrowser, type Look } from '../../../support/browser.js';
import { CAST, registerSource, registerState } from '../../../support/commands.js';
import { choose, faultsOn, find, flashOf, focused, send } from '../../../support/filling-in.js';
import { testSite, type Cookie, type Site } from '../../../support/site.js';

jest.setTimeout(60_000);

const browser = testBrowser();
let site: Site;
let amina: Cookie;
beforeAll(async () => {
  site = await testSite();
  const { register } = site;
  const cast = [registerState('X-ISLE', {}, 'Isle of Fog'), registerState('X-CAPE', {}, 'Cape Calm')];
  for (const command of [...CAST, registerSource('gazette-2'), ...cast]) await register.execute(command);
  await register.catchUp();
  amina = await site.cookieOf('recorder');
}, 60_000);
afterAll(() => site.close());

const at = (path: string, look: Look = {}) =>
  browser.open(`${site.address}/admin/contacts/${path}`, { cookie: amina, ...look });

it('works', async () => {
  const page = await at('new');
  await page.selectOption('#kind', 'call');
  await find(page, 'participant-1-state', 'fog', 'Isle of Fog');
  await find(page, 'participant-2-state', 'X-CAPE', 'Cape Calm');
  await find(page, 'body', 'clu', 'club');
  await page.fill('#subject', 'fishing');
  await page.fill('#on', '2026-02-03');
  await page.selectOption('#source-1', 'gazette-1');
  await send(page);
  expect(await flashOf(page)).toBe('The contact is recorded.');
  expect(await page.textContent('h1')).toBe('call · 3 February 2026');
  expect(await page.locator('main li').allTextContents()).toEqual(
    expect.arrayContaining(['\u2068Isle of Fog\u2069', '\u2068Cape Calm\u2069']),
  );
  await site.register.catchUp();
  const state = await browser.open(`${site.address}/states/X-ISLE`);
  expect(await state.textContent('main')).toContain('fishing');
});

describe.each([
  ['en', true],
  ['ar', false],
] as const)('in %s (JavaScript: %s)', (language, javaScript) => {
  it('a row is added where one goes on, and keeps what was typed', async () => {
    const page = await at('new', { language, javaScript });
    await choose(page, javaScript, 'participant-1-state', ['X-ISLE', 'Isle of Fog']);
    await page.fill('#participant-2-name', 'الأمين العام');
    await page.fill('#place', 'Astana');
    await page.click('button[name=more-participant]');
    await page.locator('#participant-3-state').waitFor();
    expect(await focused(page)).toMatchObject({ id: 'participant-3-state' });
    expect(await page.locator('[name=participant-1-state]').inputValue()).toBe('X-ISLE');
    expect(await page.inputValue('#participant-2-name')).toBe('الأمين العام');
    expect(await page.inputValue('#place')).toBe('Astana');
    expect(await page.locator('.error-summary').count()).toBe(0);
    await choose(page, javaScript, 'participant-3-state', ['X-CAPE', 'Cape Calm']);
    await send(page);
    const faults = await faultsOn(page);
    expect(faults).toHaveLength(2);
    expect(faults[0]).toMatch(/^(Day of the act: Give a day|يوم العمل: اكتب يوماً)/);
    expect(faults[1]).toMatch(/^(Choose a registered source: Cite|اختر مصدراً مسجّلاً: استشهد)/);
    expect(await page.locator('[name=participant-3-state]').inputValue()).toBe('X-CAPE');
    await page.fill('#on', '2026-02-04');
    await page.selectOption('#source-1', 'gazette-1');
    await send(page);
    expect(await flashOf(page)).toMatch(/The contact is recorded\.|سُجِّل الاتصال/);
  });

  it('has a day that is written day first read before anything is recorded', async () => {
    const before = (await site.register.store.head()).position;
    const page = await at('new', { language, javaScript });
    await page.fill('#participant-1-name', 'Somebody');
    await page.fill('#participant-2-name', 'somebody else');
    await page.fill('#on', '03-02-2026');
    await page.selectOption('#source-1', 'gazette-1');
    await send(page);
    expect(await faultsOn(page)).toHaveLength(1);
    await page.click('#on-reading button[value="2026-02-03"]');
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#on')?.value === '2026-02-03');
    expect(await page.inputValue('#participant-2-name')).toBe('somebody else');
    expect((await site.register.store.head()).position).toBe(before);
    await send(page);
    expect(await flashOf(page)).toMatch(/The contact is recorded\.|سُجِّل الاتصال/);
  });

  it('needs two that take part', async () => {
    const page = await at('new', { language, javaScript });
    await page.fill('#participant-1-name', 'somebody alone');
    await page.fill('#on', '2026-02-04');
    await page.selectOption('#source-1', 'gazette-1');
    await send(page);
    expect((await faultsOn(page)).join()).toMatch(/State: Name at least two|الدولة: سمِّ/);
    expect(await page.inputValue('#participant-1-name')).toBe('somebody alone');
  });

  it('is told by a further source, and retracted with a reason', async () => {
    const page = await at('new', { language, javaScript });
    await page.fill('#participant-1-name', 'A <i>minister</i>');
    await page.fill('#participant-2-name', 'وزير');
    await page.fill('#on', '2026-02-05');
    await page.selectOption('#source-1', 'gazette-1');
    await send(page);
    await page.click('a[href$="/corroborate"]');
    await page.selectOption('#source-1', 'gazette-2');
    await page.fill('#source-1-quote', 'التقيا');
    await send(page);
    expect(await flashOf(page)).toMatch(/The source is added\.|أُضيف المصدر/);
    expect(await page.textContent('blockquote')).toBe('التقيا');
    await page.click('a[href$="/retract"]');
    await send(page);
    expect((await faultsOn(page)).join()).toMatch(/Reason: Fill|السبب: املأ/);
    await page.fill('#reason', 'It was another day.');
    await send(page);
    expect(await page.textContent('.warning')).toContain('It was another day.');
    expect(await page.locator('a[href$="/retract"]').count()).toBe(0);
  });
});

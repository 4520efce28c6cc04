// A state in a browser: registered, called otherwise, following others, gone.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { testBrowser, type Look } from '../../../support/browser.js';
import { CAST, registerState } from '../../../support/commands.js';
import { choose, faultsOn, find, flashOf, focused, send } from '../../../support/filling-in.js';
import { testSite, type Cookie, type Site } from '../../../support/site.js';

jest.setTimeout(60_000);

const browser = testBrowser();
let site: Site;
let rana: Cookie;
beforeAll(async () => {
  site = await testSite();
  const states = [
    ['X-ISLE', 'Isle of Fog'],
    ['X-CAPE', 'Cape Calm'],
    ['X-BAY', 'Bay of Rest'],
    ['X-REEF', 'Reef of Glass'],
  ] as const;
  for (const command of CAST) await site.register.execute(command);
  for (const [code, name] of states) await site.register.execute(registerState(code, {}, name));
  await site.register.catchUp();
  rana = await site.cookieOf('admin');
}, 60_000);
afterAll(() => site.close());

const at = (path: string, look: Look = {}) =>
  browser.open(`${site.address}/admin/states${path}`, { cookie: rana, ...look });
const lastOf = async (code: string) =>
  (await site.register.store.readStreams([`state-${code}`])).get(`state-${code}`)?.at(-1);

it('works', async () => {
  const page = await at('/new');
  await page.fill('#code', 'x-somaliland');
  await page.fill('#name-en', 'Somaliland');
  await page.fill('#name-ar', 'صوماليلاند');
  await page.fill('#name-others', 'so: Soomaaliland');
  await page.fill('#from', '1991-05-18');
  await send(page);
  expect(await flashOf(page)).toBe('The state is registered.');
  expect(await page.textContent('h1')).toBe('Somaliland X-SOMALILAND');
});

it('leads to what is wrong with it, and loses nothing', async () => {
  const page = await at('/new', { language: 'ar', javaScript: false });
  await page.fill('#code', 'Somaliland!');
  await page.fill('#name-others', 'no language');
  await page.fill('#from', '1991-13');
  await send(page);
  expect(await faultsOn(page)).toEqual([
    expect.stringMatching(/^الرمز: اكتب رمز دولة/),
    expect.stringMatching(/^أسماء بلغات أخرى: .*no language/),
    expect.stringMatching(/^قائمة منذ: /),
  ]);
  expect(await page.inputValue('#code')).toBe('Somaliland!');
  expect(await page.inputValue('#from')).toBe('1991-13');
});

it('is called by another name from a day on, and found by one more', async () => {
  const page = await at('/X-ISLE');
  await page.click('text=Rename the state');
  expect(await page.inputValue('#name-en')).toBe('Isle of Fog');
  await page.fill('#name-en', 'Isle Republic');
  await page.fill('#on', '2020');
  await send(page);
  expect(await page.textContent('h1')).toContain('Isle Republic');
  await page.click('text=Add a name or spelling');
  await page.fill('#name', 'الجزيرة');
  await page.fill('#language', 'ar');
  await send(page);
  await site.register.catchUp();
  const form = await at('/X-BAY/succession');
  await find(form, 'predecessors-1', 'الجزيره', 'Isle Republic');
});

describe.each([
  ['en', true, 'X-BAY'],
  ['ar', false, 'X-REEF'],
] as const)('in %s (JavaScript: %s)', (language, javaScript, code) => {
  it('takes the place of others, one a row', async () => {
    const page = await at(`/${code}/succession`, { language, javaScript });
    await page.selectOption('#kind', 'unification');
    await page.fill('#on', '2020-01-01');
    await send(page);
    expect((await faultsOn(page)).join()).toMatch(/State 1: Choose at least one|الدولة 1: اختر/);
    await choose(page, javaScript, 'predecessors-1', ['X-CAPE', 'Cape Calm']);
    await page.click('button[name=more-predecessors]');
    await page.locator('#predecessors-2').waitFor();
    expect(await focused(page)).toMatchObject({ id: 'predecessors-2' });
    expect(await page.inputValue('#kind')).toBe('unification');
    await choose(page, javaScript, 'predecessors-2', ['X-LAND', 'X-LAND']);
    await send(page);
    expect(await lastOf(code)).toMatchObject({
      type: 'StateSucceeded',
      data: { predecessors: ['X-CAPE', 'X-LAND'], kind: 'unification', on: '2020-01-01' },
    });
  });
});

it('cannot take its own place, and is called by its name where that is said', async () => {
  const page = await at('/X-CAPE/succession');
  await find(page, 'predecessors-1', 'cape', 'Cape Calm');
  await page.fill('#on', '2020');
  await send(page);
  expect((await faultsOn(page)).join()).toBe(
    'State 1: Cape Calm cannot take its own place. Choose another successor.',
  );
});

it('ceases to exist, and says what is in the way afterwards', async () => {
  const page = await at('/X-CAPE');
  await page.click('text=It ceases to exist');
  await page.fill('#on', '2026-01-01');
  await find(page, 'successors-1', 'bay', 'Bay of Rest');
  await send(page);
  expect(await lastOf('X-CAPE')).toMatchObject({ type: 'StateDissolved', data: { successors: ['X-BAY'] } });
  await page.click('text=It ceases to exist');
  await page.fill('#on', '2026-02-01');
  await send(page);
  expect((await faultsOn(page)).join()).toMatch(/^Day: The state existed until/);
});

it('a form that was overtaken shows what came, and loses nothing', async () => {
  const [hers, his] = [await at('/X-LAND/alias'), await at('/X-LAND/alias')];
  for (const [page, name] of [
    [his, 'Landia'],
    [hers, 'Terra'],
  ] as const) {
    await page.fill('#name', name);
    await send(page);
  }
  expect(await hers.textContent('.warning')).toMatch(/Recorded since.*Name added.*Landia/);
  expect(await hers.inputValue('#name')).toBe('Terra');
  await send(hers);
  expect(await flashOf(hers)).toBe('It is recorded.');
});

it('is kept by admins alone: others see it and no form', async () => {
  const page = await at('/X-LAND', { cookie: await site.cookieOf('recorder') });
  expect(await page.textContent('h1')).toContain('X-LAND');
  expect(await page.locator('main .actions a').count()).toBe(0);
});

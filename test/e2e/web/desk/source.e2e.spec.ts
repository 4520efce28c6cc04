// A source in a browser: registered, kept as a copy, discredited and reinstated.
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { testBrowser, type Look } from '../../../support/browser.js';
import { CAST, invitation, record, registerSource } from '../../../support/commands.js';
import { faultsOn, flashOf, send } from '../../../support/filling-in.js';
import { testSite, type Cookie, type Site } from '../../../support/site.js';

jest.setTimeout(60_000);

const browser = testBrowser();
let site: Site;
let amina: Cookie;
beforeAll(async () => {
  site = await testSite();
  const { register } = site;
  for (const command of [...CAST, registerSource('rumour')]) await register.execute(command);
  await register.execute(record(invitation('2026-01-10', 'rumour')));
  await register.catchUp();
  amina = await site.cookieOf('recorder');
}, 60_000);
afterAll(() => site.close());

const at = (path: string, look: Look = {}) =>
  browser.open(`${site.address}/admin/sources/${path}`, { cookie: amina, ...look });
const copiesOf = async (id: string) =>
  ((await site.register.store.readStreams([`source-${id}`])).get(`source-${id}`) ?? []).filter(
    ({ type }) => type === 'CopyStored',
  );

it('works', async () => {
  const page = await at('new');
  await page.fill('#url', 'https://www.example.org/news/1?utm_source=x');
  await page.fill('#outlet', 'وكالة الأنباء');
  await page.fill('#title', 'كازاخستان تنضم');
  await page.selectOption('#language', 'ar');
  await page.fill('#published', '٢٠٢٦-٠١-١٩');
  await send(page);
  expect(await flashOf(page)).toBe('The source is registered.');
  expect(await page.textContent('h1')).toBe('كازاخستان تنضم');
  expect(await page.textContent('dl')).toContain('19 January 2026');
});

describe.each([
  ['en', true],
  ['ar', false],
] as const)('in %s (JavaScript: %s)', (language, javaScript) => {
  it('warns of an address that is known, and takes another text there', async () => {
    const page = await at('new', { language, javaScript });
    await page.fill('#url', 'http://example.org/news/1/');
    await page.fill('#outlet', `The Mirror in ${language}`);
    await send(page);
    expect((await faultsOn(page)).join()).toMatch(/registered already|مسجّل من قبل/);
    expect(await page.locator('.warning a').first().textContent()).toContain('كازاخستان تنضم');
    expect(await page.inputValue('#outlet')).toBe(`The Mirror in ${language}`);
    await page.check('#anyway');
    await send(page);
    expect(await flashOf(page)).toMatch(/The source is registered\.|سُجِّل المصدر/);
  });

  it('keeps a copy, and gives it back byte for byte', async () => {
    const buffer = Buffer.concat([
      Buffer.from('%PDF-1.7\n'),
      Buffer.from([0, 255, 13, 10, 26]),
      Buffer.from(language),
    ]);
    const page = await at('gazette-1', { language, javaScript });
    if ((await copiesOf('gazette-1')).length > 0) await page.click('summary');
    await page.setInputFiles('#copy', { name: '../../etc/\u202efdp.exe', mimeType: 'text/html', buffer });
    await page.fill('#retrievedOn', '2026-03');
    await send(page);
    expect(await flashOf(page)).toMatch(/The copy is stored\.|حُفظت النسخة/);
    expect(await page.content()).not.toContain('fdp.exe');
    const fetched = page.waitForEvent('download');
    await page.locator('a[download]').last().click();
    const copy = await fetched;
    expect(copy.suggestedFilename()).toMatch(/^[0-9a-f]{64}(\.pdf)?$/);
    expect((await readFile(await copy.path())).equals(buffer)).toBe(true);
  });
});

describe('of a file that is not kept', () => {
  const upload = async (page: Page, name: string, buffer: Buffer) => {
    await page.setInputFiles('#copy', { name, mimeType: 'application/pdf', buffer });
    await page.fill('#retrievedOn', '2026-03-02');
    await send(page);
  };

  it('it is said why, beside the day that was typed, and nothing is stored', async () => {
    const page = await at('rumour');
    for (const [name, buffer] of [
      ['page.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
      ['bomb.pdf', gzipSync(Buffer.alloc(5_000_000))],
      ['a\u202efdp.exe', Buffer.from('MZ\x90\0\x03')],
    ] as const) {
      await upload(page, name, buffer);
      expect(await faultsOn(page)).toEqual([expect.stringMatching(/^File: This is none of the kinds/)]);
      expect(await page.inputValue('#retrievedOn')).toBe('2026-03-02');
    }
    await upload(page, 'empty.pdf', Buffer.alloc(0));
    expect(await faultsOn(page)).toEqual(['File: Choose a file that is not empty.']);
    expect(await copiesOf('rumour')).toEqual([]);
  });

  it('and is too large, the page says how large it may be', async () => {
    const page = await at('rumour');
    await upload(page, 'large.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(11_000_000)]));
    expect(await page.textContent('main')).toContain('10 MB');
    expect(await copiesOf('rumour')).toEqual([]);
  });
});

it('is discredited after a look at what it marks, and reinstated', async () => {
  const page = await at('rumour');
  await page.click('text=Discredit this source');
  expect(await page.textContent('main')).toContain('1 standing rests on it alone and would be marked.');
  await send(page);
  expect(await faultsOn(page)).toEqual(['Reason: Fill this in.']);
  await page.fill('#reason', 'Forged, says the club.');
  await send(page);
  expect(await flashOf(page)).toBe('The source is discredited; what rests on it alone is marked.');
  expect(await page.textContent('.warning')).toContain('Forged, says the club.');
  const club = await browser.open(`${site.address}/memberships/club/X-LAND`);
  expect(await club.locator('.mark.bad').first().textContent()).toBe('rests on a discredited source');
  await page.click('text=Reinstate this source');
  expect(await page.textContent('main')).toContain('1 standing would no longer be marked.');
  await page.fill('#reason', 'The club has withdrawn that.');
  await send(page);
  expect(await flashOf(page)).toBe('The source is reinstated.');
  await club.reload();
  expect(await club.locator('.mark.bad').count()).toBe(0);
});

it('says where somebody has discredited it meanwhile', async () => {
  const [hers, his] = [await at('gazette-1/discredit'), await at('gazette-1/discredit')];
  for (const page of [his, hers]) {
    await page.fill('#reason', 'Withdrawn by its publisher.');
    await send(page);
  }
  expect((await faultsOn(hers)).join()).toMatch(/meanwhile/);
  expect(await hers.inputValue('#reason')).toBe('Withdrawn by its publisher.');
});

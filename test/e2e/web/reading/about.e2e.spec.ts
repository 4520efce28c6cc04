// What the data is: every word that the other pages use is explained, in both languages.
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { ATTESTATIONS, STANDINGS } from '#register';
import { testBrowser } from '../../../support/browser.js';
import { rows, said, ways } from '../../../support/reader.js';
import { demoSite, type Site } from '../../../support/site.js';

jest.setTimeout(60_000);

const browser = testBrowser();
let site: Site;
beforeAll(async () => {
  site = await demoSite();
}, 60_000);
afterAll(() => site.close());

it('works', async () => {
  const page = await browser.open(`${site.address}/`);
  await page.click('.foot a[href="/about"]');
  await page.waitForURL(/\/about$/);
  expect(await said(page, 'h1')).toBe('About the data');
  expect(await page.locator('main').innerText()).toContain('Nothing is edited or deleted.');
  const { status, body } = await site.get((await ways(page, 'main a[href^="/api/v1"]'))[0]!);
  expect([status, typeof body]).toEqual([200, 'object']);
  expect((await ways(page, 'main a[href^="http"]')).map((way) => new URL(way).hostname)).toEqual([
    'openfontlicense.org',
    'www.naturalearthdata.com',
  ]);
});

it.each(['en', 'ar'] as const)('says what each standing and each attestation means: %s', async (language) => {
  const page = await browser.open(`${site.address}/about`, { language });
  for (const standing of STANDINGS) expect(await said(page, `#standing-${standing} dd`)).toMatch(/.{10}/);
  expect(await page.locator('#attestations + dl > div').count()).toBe(ATTESTATIONS.length);
  const explained = await page.locator('#standings + dl dt').allInnerTexts();

  // Every standing that a body shows is among them, called the same.
  await page.goto(`${site.address}/bodies/abraham-accords`);
  const used = await page.locator('.tally .standing').allInnerTexts();
  expect(used.length).toBeGreaterThan(3);
  for (const standing of used) expect(explained.map((word) => word.trim())).toContain(standing.trim());
  expect(await rows(page, 'members')).not.toEqual([]);
});

it('keeps its place when the language is switched, and is printed without what is only for a screen', async () => {
  const page = await browser.open(`${site.address}/about`);
  await page.click('.language');
  await page.waitForURL(/\/about\?lang=ar$/);
  expect(await said(page, 'h1')).toBe('عن البيانات');
  expect(await page.getAttribute('html', 'dir')).toBe('rtl');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.masthead nav').isVisible()).toBe(false);
  expect(await page.locator('#standing-party dd').isVisible()).toBe(true);
});

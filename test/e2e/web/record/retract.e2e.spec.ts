// Taking an act back, in a browser.
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { testBrowser } from '../../../support/browser.js';
import { invitation } from '../../../support/commands.js';
import { faultsOn, send } from '../../../support/filling-in.js';
import { said } from '../../../support/reader.js';
import { recordingSite, type Recording } from '../../../support/recording.js';

jest.setTimeout(60_000);

const browser = testBrowser();
let site: Recording;
let invited: string;
beforeAll(async () => {
  site = await recordingSite();
  invited = await site.onRecord(invitation());
}, 60_000);
afterAll(() => site.close());

it('works', async () => {
  const page = await browser.open(`${site.address}/memberships/club/X-LAND#${invited}`, {
    cookie: site.cookie,
  });
  await page.locator('.act:target').getByRole('link', { name: 'Retract' }).click();
  await send(page);
  expect(await faultsOn(page)).toEqual([expect.stringContaining('Say why.')]);
  await page.fill('#reason-why', 'Misread <i>twice</i>.');
  await send(page);
  expect(await said(page, '.outcome')).toBe('X-LAND in club: invited → no standing from 10 January 2026.');
  expect(await said(page, '.answers')).toContain('Misread <i>twice</i>.');
  expect(await site.line()).toHaveLength(1);
  await page.locator('button[value=record]').dblclick();
  await page.waitForURL(/\/done\//);
  expect(await site.line()).toHaveLength(2);
  await page.locator('dl.facts a').click();
  expect(await said(page, '.act:target')).toContain('Misread <i>twice</i>.');
  expect(await page.locator('.act:target').getAttribute('class')).toContain('retracted');
  expect(await said(page, '.held')).toBe('no standing');
});

it('is itself taken back, in Arabic and without JavaScript, and the act counts again', async () => {
  const retraction = (await site.line()).at(-1)?.eventId ?? '';
  const page = await browser.open(`${site.address}/admin/acts/${retraction}/retract`, {
    ...{ cookie: site.cookie, language: 'ar', javaScript: false },
  });
  await page.fill('#reason-why', 'كان صحيحاً');
  await send(page);
  expect(await said(page, '.outcome')).toContain('لا صفة ← مدعوة');
  await page.click('button[value=again]');
  expect(await page.inputValue('#reason-why')).toBe('كان صحيحاً');
  await send(page);
  await page.click('button[value=record]');
  await page.locator('dl.facts a').click();
  expect(await said(page, '.held')).toContain('مدعوة');
  expect(await page.locator('.act:target').getAttribute('class')).toContain('counts');
});

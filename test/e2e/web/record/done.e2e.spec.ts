// After recording, in a browser: where it stands for good, and what one does next.
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { testBrowser } from '../../../support/browser.js';
import { invitation, acceptance } from '../../../support/commands.js';
import { faultsOn, flashOf, send } from '../../../support/filling-in.js';
import { said } from '../../../support/reader.js';
import { INVITED, recordingSite, type Recording } from '../../../support/recording.js';

jest.setTimeout(60_000);

const browser = testBrowser();
let site: Recording;
beforeAll(async () => {
  site = await recordingSite();
}, 60_000);
afterAll(() => site.close());

const open = (path: string, language: 'en' | 'ar' = 'en') =>
  browser.open(site.address + path, { cookie: site.cookie, language });

it('works', async () => {
  const page = await open(`${await site.draftOf(INVITED)}/check`);
  await send(page);
  expect(await flashOf(page)).toBe('Recorded.');
  const [act] = await site.line();
  expect(await said(page, 'dl.facts')).toContain(`Event id ${act?.eventId ?? ''}`);
  await page.locator('dl.facts a').click();
  expect(await said(page, '.act:target')).toContain('Invitation received 10 January 2026');
  expect(await page.locator('.act:target').getAttribute('id')).toBe(act?.eventId);
});

it('leads to undoing it with a reason, in Arabic', async () => {
  const id = await site.onRecord(acceptance());
  const page = await open(`/admin/record/done/${id}`, 'ar');
  await page.click(`text=تراجع: اسحبه مع بيان السبب`);
  expect(new URL(page.url()).pathname).toBe(`/admin/acts/${id}/retract`);
  await send(page);
  expect(await faultsOn(page)).toEqual([expect.stringContaining('بيّن السبب')]);
  await page.fill('#reason-why', 'سُجّل خطأً');
  await send(page);
  await send(page);
  expect(await flashOf(page)).toBe('سُجّل.');
  expect(await said(page, 'main')).toContain('سحب');
  expect((await site.line()).at(-1)).toMatchObject({ type: 'ActRetracted', data: { retracts: id } });
});

it('goes on with the same source, and to a further one', async () => {
  const id = await site.onRecord(invitation('2026-03-01'));
  const page = await open(`/admin/record/done/${id}`);
  await page.click('text=Record another act from the same source');
  expect(await page.inputValue('[name=source]:checked')).toBe('gazette-1');
  expect(await page.inputValue('#state')).toBe('');
  await page.goBack();
  await page.click('text=Corroborate it by a further source');
  expect(await said(page, 'h1')).toBe('Corroborate an act');
});

// A further source for an act that is on record, in a browser.
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { testBrowser } from '../../../support/browser.js';
import { invitation, registerSource } from '../../../support/commands.js';
import { faultsOn, send } from '../../../support/filling-in.js';
import { said } from '../../../support/reader.js';
import { newSource, recordingSite, type Recording } from '../../../support/recording.js';

jest.setTimeout(60_000);

const browser = testBrowser();
let site: Recording;
let invited: string;
beforeAll(async () => {
  site = await recordingSite();
  await site.register.execute(registerSource('herald-1', {}, 'The Herald'));
  invited = await site.onRecord(invitation());
}, 60_000);
afterAll(() => site.close());

it('works', async () => {
  const page = await browser.open(`${site.address}/admin/acts/${invited}/corroborate`, {
    cookie: site.cookie,
  });
  await page.fill('#quote', 'They were invited.');
  await send(page);
  expect(await faultsOn(page)).toEqual([expect.stringContaining('Outlet')]);
  expect(await page.inputValue('#quote')).toBe('They were invited.');
  await page.click('#find-source summary');
  await page.fill('#source-search', 'herald');
  await page.check('[name=source][value=herald-1]');
  await send(page);
  expect(await said(page, '.outcome')).toContain('The standing of X-LAND in club stays as it is.');
  expect(await said(page, '.outcome')).toContain('It is one more word for what is on record.');
  await page.click('button[value=record]');
  await page.locator('dl.facts a').click();
  expect(await said(page, '.act:target .marks')).toContain('corroborated');
  expect(await said(page, '.act:target')).toContain('They were invited.');
  expect((await site.line()).map(({ type }) => type)).toEqual(['InvitationReceived', 'ActCorroborated']);
});

it('adds a source that is registered with it, in Arabic and without JavaScript', async () => {
  const page = await browser.open(`${site.address}/admin/acts/${invited}/corroborate`, {
    ...{ cookie: site.cookie, language: 'ar', javaScript: false },
  });
  await newSource(page, 'الأمصار', 'دُعيت إلى النادي');
  await send(page);
  expect(await said(page, '.answers')).toContain('الأمصار');
  await page.click('button[value=record]');
  await page.locator('dl.facts a').click();
  expect(await said(page, '.act:target')).toContain('دُعيت إلى النادي');
  expect(await site.line()).toHaveLength(3);
});

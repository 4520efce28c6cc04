// Correcting an act, in a browser.
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { testBrowser } from '../../../support/browser.js';
import { invitation } from '../../../support/commands.js';
import { faultsOn, send } from '../../../support/filling-in.js';
import { said } from '../../../support/reader.js';
import { newSource, recordingSite, type Recording } from '../../../support/recording.js';

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
  const page = await browser.open(`${site.address}/admin/acts/${invited}/correct`, { cookie: site.cookie });
  expect(await page.inputValue('#on')).toBe('2026-01-10');
  expect(await page.inputValue('#by-name')).toBe('The club');
  await page.fill('#on', '2026-01-09');
  await newSource(page, 'The Gazette', 'On the ninth.');
  await send(page);
  expect(await faultsOn(page)).toEqual([expect.stringContaining('Say why.')]);
  expect(await page.inputValue('#on')).toBe('2026-01-09');
  await page.fill('#reason-why', 'A day late.');
  await send(page);
  expect(await said(page, '.outcome')).toBe('X-LAND in club: no standing → invited from 9 January 2026.');
  expect(await said(page, 'main')).toContain('On record Invitation received');
  await page.click('button[value=record]');
  await page.locator('dl.facts a').click();
  const act = await said(page, '.act:target');
  for (const text of ['9 January 2026', '10 January 2026', 'A day late.', 'On the ninth.'])
    expect(act).toContain(text);
  expect(await said(page, '.held')).toContain('invited since 9 January 2026');
});

it('asks for the fields of another act first, and leads on from what was corrected already, in Arabic', async () => {
  const page = await browser.open(`${site.address}/admin/acts/${invited}/correct`, {
    ...{ cookie: site.cookie, language: 'ar', javaScript: false },
  });
  const [, correction] = await site.line();
  expect(new URL(page.url()).pathname).toBe(`/admin/acts/${correction?.eventId ?? ''}/correct`);
  await page.selectOption('#act', 'MembershipAccepted');
  await page.fill('#reason-why', 'كانت رسالة قبول');
  await newSource(page, 'الأمصار', 'قبلت');
  await send(page);
  await page.selectOption('#means', 'letter');
  expect(await page.inputValue('#reason-why')).toBe('كانت رسالة قبول');
  expect(await page.inputValue('#quote')).toBe('قبلت');
  await send(page);
  expect(await said(page, '.outcome')).toContain('مدعوة ←');
  await page.click('button[value=record]');
  await page.locator('dl.facts a').click();
  expect(await said(page, '.act:target')).toContain('كانت رسالة قبول');
});

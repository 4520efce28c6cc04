// Recording that somebody denies an act, in a browser.
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { testBrowser } from '../../../support/browser.js';
import { acceptance } from '../../../support/commands.js';
import { faultsOn, find, send } from '../../../support/filling-in.js';
import { said } from '../../../support/reader.js';
import { newSource, recordingSite, type Recording } from '../../../support/recording.js';

jest.setTimeout(60_000);

const browser = testBrowser();
let site: Recording;
let accepted: string;
beforeAll(async () => {
  site = await recordingSite();
  accepted = await site.onRecord(acceptance());
}, 60_000);
afterAll(() => site.close());

it('works: by whose act it is, it counts no more', async () => {
  const page = await browser.open(`${site.address}/admin/acts/${accepted}/deny`, { cookie: site.cookie });
  await page.fill('#reason-why', 'Never meant.');
  await newSource(page, 'The Herald', 'We did not accept.');
  await send(page);
  expect(await faultsOn(page)).toEqual([
    expect.stringContaining('By which state: '),
    expect.stringContaining('Day of the denial: '),
    expect.stringContaining('Whose word is it?: '),
  ]);
  expect(await page.inputValue('#reason-why')).toBe('Never meant.');
  await find(page, 'by-state', 'x-l', 'X-LAND');
  await page.fill('#on', '2026-01-20');
  await page.check('[name=attestation][value=declared]');
  await send(page);
  expect(await said(page, '.outcome')).toContain('X-LAND in club: accepted → no standing');
  await page.click('button[value=record]');
  await page.locator('dl.facts a').click();
  expect(await page.locator('.act:target').getAttribute('class')).toContain('denied');
  const act = await said(page, '.act:target');
  for (const text of ['20 January 2026', 'We did not accept.', 'Never meant.']) expect(act).toContain(text);
});

it('by anybody else, it is disputed and still counts, in Arabic and without JavaScript', async () => {
  const again = await site.onRecord(acceptance('2026-02-01'));
  const page = await browser.open(`${site.address}/admin/acts/${again}/deny`, {
    ...{ cookie: site.cookie, language: 'ar', javaScript: false },
  });
  await page.fill('#by-name', 'النادي');
  await page.fill('#on', '2026-02-02');
  await page.check('[name=attestation][value=declared]');
  await newSource(page, 'الأمصار', 'لم نتلقَّ شيئاً');
  await send(page);
  expect(await said(page, '.outcome')).toBe(
    'تبقى صفة X-LAND في club كما هي. لكنها تصبح متنازعاً عليها اعتباراً من 1 فبراير 2026.',
  );
  await page.click('button[value=record]');
  await page.locator('dl.facts a').click();
  expect(await said(page, '.act:target .marks')).toContain('متنازع عليه');
  expect(await said(page, '.held')).toContain('قبلت منذ 1 فبراير 2026');
});

// Checking before recording, in a browser: what would change, what may be the same, and that it is recorded once.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { testBrowser } from '../../../support/browser.js';
import { faultsOn, send } from '../../../support/filling-in.js';
import { said } from '../../../support/reader.js';
import { INVITED, recordingSite, type Recording } from '../../../support/recording.js';

jest.setTimeout(60_000);

const browser = testBrowser();
let site: Recording;
beforeAll(async () => {
  site = await recordingSite();
}, 60_000);
afterAll(() => site.close());

const open = async (fields: Record<string, string>, look: { language?: 'ar'; javaScript?: false } = {}) =>
  browser.open(`${site.address}${await site.draftOf(fields)}/check`, { cookie: site.cookie, ...look });

describe('the first act', () => {
  it('works', async () => {
    const page = await open(INVITED);
    expect(await said(page, '.outcome')).toBe('X-LAND in club: no standing → invited from 10 January 2026.');
    expect(await said(page, 'main')).toContain('States “invited” in it today: 0 → 1');
    expect(await site.line()).toEqual([]);
    await send(page);
    expect(await said(page, 'h1')).toBe('It is recorded');
    expect(await site.line()).toMatchObject([{ type: 'InvitationReceived' }]);
  });
});

it('leads from an answer to its field, with all that was typed, and back', async () => {
  const page = await open(
    { ...INVITED, 'by-name': 'نادٍ آخر', on: '2025-06-01' },
    { language: 'ar', javaScript: false },
  );
  const day = page.locator('.answers a[href$="#on"]');
  expect(await day.getAttribute('aria-label')).toBe('تغيير: يوم العمل');
  await day.click();
  expect(await page.locator(':target').getAttribute('name')).toBe('on');
  expect(await page.inputValue('#on')).toBe('2025-06-01');
  expect(await page.inputValue('#by-name')).toBe('نادٍ آخر');
  expect(await page.inputValue('#quote')).toBe(INVITED.quote);
  await page.fill('#on', '2025-06-02');
  await page.click('button.primary[value=check]');
  await page.waitForURL(/\/check$/);
  expect(await said(page, '.outcome')).toContain('2 يونيو 2025');
  expect(await said(page, '.answers')).toContain('نادٍ آخر');
});

it('records once, however often it is pressed, and says so to whoever goes back', async () => {
  const before = (await site.line()).length;
  const page = await open({
    ...INVITED,
    ...{
      act: 'MembershipAccepted',
      means: 'letter',
      on: '2026-01-12',
      quote: 'قبلت البلد الدعوة برسالة من وزيرها',
    },
  });
  const check = page.url();
  const other = await browser.open(check, { cookie: site.cookie });
  await page.locator('main form button.primary').dblclick();
  await page.waitForURL(/\/done\//);
  const done = page.url().replace(/\?.*/, '');
  await send(other);
  expect(other.url()).toContain(done);
  await page.goBack();
  await page.waitForURL(/\/done\/.*done=already|\/check$/);
  if (page.url() === check) await send(page);
  expect(page.url()).toContain(done);
  expect(await site.line()).toHaveLength(before + 1);
});

describe('an act that may be on record already', () => {
  it('is recorded only with a reason, which is kept with it', async () => {
    const before = (await site.line()).length;
    const page = await open({ ...INVITED, on: '2026-01-11' });
    expect(await said(page, 'section[aria-labelledby=suspects]')).toContain('the same words are quoted');
    await send(page);
    expect(await faultsOn(page)).toEqual([expect.stringContaining('Say why this is another act')]);
    expect(await site.line()).toHaveLength(before);
    await page.fill('#why', 'دعوة ثانية');
    await send(page);
    await page.waitForURL(/\/done\//);
    expect((await site.line()).at(-1)).toMatchObject({
      data: { note: expect.stringContaining('دعوة ثانية') },
    });
  });

  it('corroborates the one on record at one press, with its source', async () => {
    const [first] = await site.line();
    const { source: _, ...rest } = INVITED;
    const page = await open({ ...rest, 'new-outlet': 'الأمصار', 'new-language': 'ar' });
    await page.locator(`form:has([name=act][value="${first?.eventId ?? ''}"]) button`).click();
    await page.waitForURL(/\/done\//);
    expect((await site.line()).at(-1)).toMatchObject({
      type: 'ActCorroborated',
      data: { corroborates: first?.eventId },
    });
    await page.locator('dl.facts a').click();
    expect(await said(page, '.act:target')).toContain('الأمصار');
  });
});

// The form of a replay: up to where, of which body, told for which day.
import { describe, expect, it, jest } from '@jest/globals';
import { auditSite } from '../../../support/audit-site.js';
import { demoRow } from '../../../support/demo-facts.js';

jest.setTimeout(60_000);

const audit = auditSite();
const ACCEPTED = demoRow('kaz-board-of-peace-accepted');
const SIGNED = demoRow('kaz-board-of-peace-signed');

it.each([
  ['en', 'Replay the register', '0 to 1,020'],
  ['ar', 'إعادة احتساب السجل', 'من 0 إلى 1,020'],
] as const)('works in %s', async (language, h1, hint) => {
  const page = await audit.open('/replay', { language });
  expect(await page.textContent('h1')).toBe(h1);
  expect(await page.textContent('#position-hint')).toContain(hint);
  expect(await page.locator('#body option').count()).toBeGreaterThan(2);
});

describe.each([true, false])('with JavaScript: %s', (javaScript) => {
  it('replays one body up to a position, and shows who was in it on a day', async () => {
    const page = await audit.open('/replay', { javaScript });
    await page.fill('#position', String(SIGNED.position - 1));
    await page.selectOption('#body', 'board-of-peace');
    await page.fill('#asOf', '2026-02-01');
    await page.click('main form button.primary');
    await page.waitForURL(/\/jobs\//);
    const row = page.locator('#job tbody tr', { hasText: 'Kazakhstan' });
    await row.waitFor();
    expect(await row.textContent()).toMatch(/accepted.*19 January 2026/);
    await row.locator('a').click();
    await page.waitForURL(/\/memberships\/board-of-peace\/KAZ\?/);
    expect(await page.textContent('.banner')).toContain(`position ${SIGNED.position - 1}`);
    expect(await page.textContent('.held.large')).toContain('accepted');
  });

  it('replays up to an instant, which finds its position', async () => {
    const page = await audit.open('/replay', { javaScript });
    await page.fill('#instant', '2026-01-19T14:24');
    await page.click('main form button.primary');
    await page.waitForURL(/\/jobs\//);
    expect(await page.textContent('h1')).toBe(`Replay up to position ${ACCEPTED.position}`);
    await page.locator('#job-said', { hasText: 'hold exactly' }).waitFor();
  });

  it.each([
    ['en', 'whole number from 0'],
    ['ar', 'عدداً صحيحاً يبدأ من 0'],
  ] as const)('says in %s what is wrong and keeps what was typed', async (language, sentence) => {
    const page = await audit.open('/replay', { javaScript, language });
    await page.fill('#position', 'x7');
    await page.selectOption('#body', 'abraham-accords');
    await page.fill('#asOf', '2026-02-01');
    await page.click('main form button.primary');
    const summary = page.locator('.error-summary');
    expect(await summary.textContent()).toContain(sentence);
    if (javaScript) expect(await summary.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await page.inputValue('#position')).toBe('x7');
    expect(await page.inputValue('#body')).toBe('abraham-accords');
    expect(await page.inputValue('#asOf')).toBe('2026-02-01');
    expect(await page.getAttribute('#position', 'aria-invalid')).toBe('true');
    await summary.locator('a').click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('position');
  });
});

it('asked for by a double click, begins one', async () => {
  const page = await audit.open('/replay');
  await page.dblclick('main form button.primary');
  await page.waitForURL(/\/jobs\//);
  await page.locator('#job-said', { hasText: 'hold exactly' }).waitFor();
});

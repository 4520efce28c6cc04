// The page of a replay: its bar goes on whatever becomes of the connection, and what comes out is told and can be kept.
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { auditSite, kept } from '../../../support/audit-site.js';
import { DEMO_EVENTS } from '../../../support/demo-facts.js';
import { heldReplay, type HeldReplay } from '../../../support/held-replay.js';
import { signedIn, type SignedInVisitor } from '../../../support/signed-in.js';

jest.setTimeout(60_000);

const audit = auditSite();

const replays: HeldReplay[] = [];
afterEach(async () => {
  for (const replay of replays.splice(0)) await replay.stop();
});
async function held(visitor: SignedInVisitor = audit.auditor): Promise<HeldReplay> {
  const replay = await heldReplay(audit.site.register, visitor.account.id);
  replays.push(replay);
  return replay;
}

/** The bar stands there; it may take until it asks the next time. */
const barAt = (page: Page, done: number) => page.locator(`progress[value="${done}"]`).waitFor();
const EQUAL = { en: 'hold exactly what the log says', ar: 'ما يقوله السجل تماماً' };
const result = (page: Page, language: 'en' | 'ar' = 'en') =>
  page.locator('#job-said', { hasText: EQUAL[language] }).waitFor();

it.each(['en', 'ar'] as const)('works in %s', async (language) => {
  const page = await audit.open('/replay', { language });
  await page.click('main form button.primary');
  await page.waitForURL(/\/jobs\/[0-9a-f-]{36}$/);
  await result(page, language);
  expect(await page.textContent('#job dd code')).toMatch(/^[0-9a-f]{64}$/);
  expect(await page.locator('#job table a').first().getAttribute('href')).toContain(
    `atPosition=${DEMO_EVENTS}`,
  );
});

describe('a replay that is under way', () => {
  it.each([
    ['with a script', true],
    ['without one', false],
  ])('goes on by itself to its end %s', async (_, javaScript) => {
    const replay = await held();
    const page = await audit.open(replay.path, { javaScript });
    await barAt(page, 250);
    expect(await page.textContent('#job')).toContain(
      `250 of ${DEMO_EVENTS.toLocaleString('en')} events read`,
    );
    replay.more();
    await barAt(page, 500);
    replay.goOn();
    await result(page);
    expect(await page.locator('progress').count()).toBe(0);
  });

  it('survives a reload and a lost connection, in one tab and in another', async () => {
    const replay = await held();
    const page = await audit.open(replay.path);
    await barAt(page, 250);
    await page.reload();
    await barAt(page, 250);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await barAt(other, 250);

    const lost = [page, other].map((one) => one.waitForEvent('requestfailed'));
    await page.context().setOffline(true);
    replay.more();
    await Promise.all(lost);
    await barAt(page, 250);
    await page.context().setOffline(false);
    await Promise.all([barAt(page, 500), barAt(other, 500)]);
    replay.goOn();
    await Promise.all([result(page), result(other)]);
    expect(audit.browser.complaints.splice(0).join('\n')).toMatch(/ERR_INTERNET_DISCONNECTED/);
  });

  it('is one of two, each with its own bar and its own end', async () => {
    const badr = await signedIn(audit.site.register, audit.site, 'auditor');
    const [hers, his] = [await held(), await held(badr)];
    const his_ = { cookie: audit.site.cookieFor(badr) };
    const [page, other] = [await audit.open(hers.path), await audit.open(his.path, his_)];
    his.more();
    await barAt(other, 500);
    await barAt(page, 250);
    his.goOn();
    await result(other);
    expect(await page.locator('progress').count()).toBe(1);
    hers.goOn();
    await result(page);
    const strange = await audit.open(hers.path, his_);
    expect(await strange.textContent('h1')).toBe('There is no such page');
  });
});

describe.each(['en', 'ar'] as const)('in %s a replay that did not come to its end', (language) => {
  const SAYS = {
    en: { cancelled: 'was ended before it was through', interrupted: 'was interrupted' },
    ar: { cancelled: 'أُنهيت إعادة الاحتساب قبل اكتمالها', interrupted: 'انقطعت إعادة الاحتساب' },
  }[language];

  async function expectNoResult(page: Page, replay: HeldReplay): Promise<void> {
    expect(await page.locator('#job dl, #job table, progress').count()).toBe(0);
    for (const file of ['differences', 'register'])
      expect((await audit.auditor.get(`/admin/audit${replay.path}/${file}`)).status).toBe(404);
  }

  it.each([true, false])(
    'because it was told to end says so, and begins anew (script: %s)',
    async (javaScript) => {
      const replay = await held();
      const page = await audit.open(replay.path, { language, javaScript });
      await page.click('#job .dangerous');
      await page.waitForURL(/done=ended$/);
      expect(await page.textContent('#job-said')).toContain(SAYS.cancelled);
      await expectNoResult(page, replay);
      await page.click('main form.actions button');
      await page.waitForURL((url) => !url.pathname.endsWith(replay.path));
      await result(page, language);
    },
  );

  it('because its process ended says so by itself, and begins anew', async () => {
    const replay = await held();
    const page = await audit.open(replay.path, { language });
    await barAt(page, 250);
    await replay.stop();
    await page.locator('#job-said', { hasText: SAYS.interrupted }).waitFor();
    await expectNoResult(page, replay);
    await page.click('main form.actions button');
    await result(page, language);
  });
});

describe('where somebody changed the tables past the log', () => {
  const change = (standing: string) =>
    audit.site.register.database.admin.query(
      `update read_model.membership_history set standing = '${standing}' where state = 'OMN' and body = 'abraham-accords'`,
    );
  afterEach(() => change('declined'));

  it.each([
    ['en', /^The live tables differ in 1 row\.$/, /Oman.*declined.*party/s],
    ['ar', /^تختلف الجداول الحية في صف واحد\.$/, /عمان.*رافضة.*طرف/s],
  ] as const)('lists each row that differs, and gives it as a file, in %s', async (language, says, row) => {
    await change('party');
    const page = await audit.open('/replay', { language });
    await page.click('main form button.primary');
    await page.locator('#job-said', { hasText: says }).waitFor();
    const rows = page.locator('#job table').first().locator('tbody tr');
    expect(await rows.count()).toBe(1);
    expect(await rows.textContent()).toMatch(row);
    expect(await rows.locator('td').last().textContent()).toBe('own.standing');

    const json = await kept(page, '#job a[href*="/differences?format=json"]');
    expect(json.name).toBe(`replay-${DEMO_EVENTS}-differences.json`);
    expect(JSON.parse(json.text)).toMatchObject({
      items: [
        {
          ...{ body: 'abraham-accords', state: 'OMN' },
          replayed: { own: { standing: 'declined' } },
          live: { own: { standing: 'party' } },
        },
      ],
      meta: { differing: 1, position: DEMO_EVENTS },
    });
    const csv = await kept(page, '#job a[href*="/differences?format=csv"]');
    expect(csv.text.trimEnd().split('\r\n')).toHaveLength(2);
    const register = await kept(page, '#job a[href*="/register?format=csv"]');
    expect(register.text).toContain('\r\nboard-of-peace,KAZ,');
  });
});

// What is recorded of a body, in a browser: its organs, its ceremonies, its rule, its end.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ForBody } from '#application';
import type { MembershipAct } from '#register';
import { testBrowser, type Look } from '../../../support/browser.js';
import { CAST, record, registerBody, registerState } from '../../../support/commands.js';
import { choose, faultsOn, flashOf, send } from '../../../support/filling-in.js';
import { testSite, type Cookie, type Site } from '../../../support/site.js';

jest.setTimeout(60_000);

const SIGNED: MembershipAct = {
  type: 'CharterSigned',
  data: {
    ...{ kind: 'simple', on: '2026-01-20', basis: 'act', attestation: 'signed' },
    sources: [{ source: 'gazette-1' }],
  },
};

const IN_FORCE = new ForBody(
  'pact',
  {
    type: 'RecordBodyAct',
    act: {
      type: 'CharterEnteredIntoForce',
      data: { on: '2026-01-25', basis: 'act', attestation: 'declared', sources: [{ source: 'gazette-1' }] },
    },
  },
  { actor: 'officer:amina' },
);

const browser = testBrowser();
let site: Site;
let rana: Cookie;
let amina: Cookie;
beforeAll(async () => {
  site = await testSite();
  const { register } = site;
  const cast = [registerState('X-ISLE', {}, 'Isle'), registerBody('treaty'), registerBody('pact')];
  for (const command of [...CAST, ...cast]) await register.execute(command);
  for (const state of ['X-LAND', 'X-ISLE']) {
    await register.execute(record(SIGNED, {}, { body: 'treaty', state }));
  }
  await register.execute(record(SIGNED, {}, { body: 'pact', state: 'X-LAND' }));
  await register.execute(IN_FORCE);
  await register.catchUp();
  rana = await site.cookieOf('admin');
  amina = await site.cookieOf('recorder');
}, 60_000);
afterAll(() => site.close());

const at = (path: string, look: Look = {}) =>
  browser.open(`${site.address}/admin/bodies/${path}`, { cookie: rana, ...look });
const eventsOf = async (body: string) =>
  (await site.register.store.readStreams([`body-${body}`])).get(`body-${body}`) ?? [];
const lastOf = async (body: string) => (await eventsOf(body)).at(-1);

/** What every act asks for. */
async function fillInAct(page: Awaited<ReturnType<typeof at>>, on: string): Promise<void> {
  await page.fill('#on', on);
  await page.selectOption('#source-1', 'gazette-1');
}

it('works', async () => {
  const page = await at('treaty');
  expect(await page.textContent('h1')).toBe('treaty');
  await page.click('text=Rename the body');
  await page.fill('#name-en', 'Treaty of Lands');
  await fillInAct(page, '2026-01-21');
  await send(page);
  expect(await flashOf(page)).toBe('It is recorded.');
  expect(await page.textContent('h1')).toBe('Treaty of Lands');
});

it('offers to whoever records what happens from day to day, and to an admin all of it', async () => {
  const forms = async (cookie: Cookie) =>
    (await at('club', { cookie }))
      .locator('nav .actions a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/').at(-1)));
  expect(await forms(amina)).toEqual(['appoint', 'leave', 'ceremony']);
  expect(await forms(rana)).toEqual(expect.arrayContaining(['appoint', 'rule', 'dissolve']));
});

describe.each([
  ['en', true, 'council'],
  ['ar', false, 'board'],
] as const)('in %s (JavaScript: %s)', (language, javaScript, organ) => {
  it('an organ is established, somebody sits on it for a state, and leaves', async () => {
    const look = { language, javaScript };
    const founding = await at('club/organ', look);
    await founding.fill('#organ', organ);
    await founding.fill('#name-en', `The ${organ}`);
    await founding.fill('#seats', '7');
    await fillInAct(founding, '2026-02-01');
    await send(founding);

    const page = await at('club', { ...look, cookie: amina });
    await page.click(`a[href$="/appoint?organ=${organ}"]`);
    expect(await page.inputValue('#organ')).toBe(organ);
    await page.fill('#person', 'سامي "<b>"');
    await choose(page, javaScript, 'state', ['X-ISLE', 'Isle']);
    await fillInAct(page, '2026-02-02');
    await send(page);
    expect(await page.textContent('main')).toContain('سامي "<b>"');
    expect(await lastOf('club')).toMatchObject({
      type: 'OrganMemberAppointed',
      data: { organ, person: 'سامي "<b>"', state: 'X-ISLE' },
    });

    await page.click(`a[href*="/leave?organ=${organ}"]`);
    expect(await page.inputValue('#person')).toBe('سامي "<b>"');
    await fillInAct(page, '2026-02-01');
    await send(page);
    expect((await faultsOn(page)).join()).toContain(language === 'ar' ? 'سامي' : 'does not sit on');
    await page.fill('#on', '2026-03-01');
    await send(page);
    expect(await lastOf('club')).toMatchObject({ type: 'OrganMemberLeft', data: { organ } });
    expect(await page.locator(`a[href*="/leave?organ=${organ}"]`).count()).toBe(0);
  });
});

it('a state that the register does not know is named, with what to do', async () => {
  const page = await at('club/appoint', { cookie: amina, javaScript: false });
  await page.fill('#person', 'Nobody');
  await fillInAct(page, '2026-02-02');
  await page
    .locator('#state option')
    .nth(1)
    .evaluate((option) => option.setAttribute('value', 'X-NOWHERE'));
  await page.locator('#state').selectOption('X-NOWHERE');
  await send(page);
  expect((await faultsOn(page)).join()).toMatch(
    /Sits for the state: The register has no state “.?X-NOWHERE.?”\. Choose one of the list\./,
  );
  expect(await page.inputValue('#person')).toBe('Nobody');
});

it('a ceremony is announced for a day that is not known yet', async () => {
  const page = await at('club/ceremony', { cookie: amina });
  await page.fill('#purpose', 'signing of the charter');
  await page.fill('#place', 'Davos');
  await fillInAct(page, '2026-02-05');
  await send(page);
  expect(await page.textContent('main')).toContain('signing of the charter · day unknown · Davos');
});

it('an amended rule shows beforehand whose standing it changes, and so does its retraction', async () => {
  const page = await at('treaty/force');
  await fillInAct(page, '2026-02-01');
  await send(page);
  expect(await page.textContent('main')).toContain('It lifts 2 consented standings to party.');
  await send(page);
  expect(await flashOf(page)).toBe('It is recorded.');

  await page.click('text=Amend the rule');
  await page.selectOption('#binding', 'deposit');
  await fillInAct(page, '2026-01-15');
  const before = (await eventsOf('treaty')).length;
  await send(page);
  expect(await page.textContent('main')).toContain('2 memberships get another standing:');
  expect(await page.locator('table tbody tr', { hasText: 'Isle' }).textContent()).toMatch(
    /consented.*signatory/,
  );
  expect(await eventsOf('treaty')).toHaveLength(before);
  await page.click('text=Change what was typed');
  expect(await page.inputValue('#binding')).toBe('deposit');
  expect(await page.inputValue('#on')).toBe('2026-01-15');
  await send(page);
  await send(page);
  expect(await lastOf('treaty')).toMatchObject({ type: 'RuleAmended', data: { on: '2026-01-15' } });

  await page.locator('tr', { hasText: 'Rule amended' }).locator('text=Retract').click();
  expect(await page.textContent('main')).toContain('2 memberships get another standing:');
  await send(page);
  expect(await faultsOn(page)).toEqual(['Reason: Fill this in.']);
  await page.fill('#reason', 'It was a draft.');
  await send(page);
  expect(await flashOf(page)).toBe('The act is retracted.');
  expect(await page.locator('tr', { hasText: 'Rule amended' }).locator('text=Retract').count()).toBe(0);
});

it('a form that was overtaken shows what came, and loses nothing', async () => {
  const [hers, his] = [
    await at('club/rename'),
    await at('club/rename', { cookie: await site.cookieOf('admin') }),
  ];
  for (const [page, name, on] of [
    [his, 'Circle', '2026-03-05'],
    [hers, 'Ring', '2026-03-06'],
  ] as const) {
    await page.fill('#name-en', name);
    await fillInAct(page, on);
    await send(page);
  }
  expect(await flashOf(his)).toBe('It is recorded.');
  expect(await hers.textContent('.warning')).toMatch(
    /Recorded since you opened this form.*Body renamed.*Circle/,
  );
  expect((await faultsOn(hers)).join()).toContain('Someone recorded meanwhile');
  expect(await hers.inputValue('#name-en')).toBe('Ring');
  await send(hers);
  expect(await hers.textContent('h1')).toBe('Ring');
});

it('is dissolved after a look at what that ends, and nothing happens to it afterwards', async () => {
  const page = await at('pact/dissolve', { javaScript: false, language: 'ar' });
  await fillInAct(page, '2026-03-10');
  await send(page);
  expect(await page.textContent('main')).toContain('تتغير صفة عضوية واحدة');
  await send(page);
  expect(await flashOf(page)).toBe('تم التسجيل.');
  const late = await at('pact/organ');
  await late.fill('#organ', 'late');
  await late.fill('#name-en', 'Too late');
  await fillInAct(late, '2026-03-11');
  await send(late);
  expect((await faultsOn(late)).join()).toContain('dissolved on 10 March 2026');
});

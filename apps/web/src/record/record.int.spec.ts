// Recording an act over HTTP, as a browser without scripts does it.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  faultsOf,
  hidden,
  leadsTo,
  recordDesk,
  textOf,
  type Desk,
} from '../../../../test/support/record-desk.js';
import type { SignedInVisitor } from '../../../../test/support/signed-in.js';

let desk: Desk;
let amina: SignedInVisitor;
beforeAll(async () => {
  desk = await recordDesk();
  amina = await desk.officer();
}, 120_000);
afterAll(() => desk.close());

/** A news text of which nothing is on record. */
const NEWS = {
  'new-url': 'https://news.example/uzbekistan?utm_source=x',
  'new-outlet': 'الأمصار',
  'new-title': 'أوزبكستان تنضم إلى الاتفاقيات الإبراهيمية',
  'new-language': 'ar',
  'new-published': '2026-03-02',
  quote: 'أعلنت أوزبكستان انضمامها إلى الاتفاقيات الإبراهيمية',
};
const WHO = { state: 'UZB', body: 'abraham-accords', on: '2026-03-01' };
const DECLARED = { act: 'AccordJoined', attestation: 'declared', announcedBy: 'وزارة الخارجية' };

/** Sends the form as far as its check; gives the address of the check. */
async function filled(officer: SignedInVisitor, fields: Record<string, string>): Promise<string> {
  return leadsTo(
    await officer.post('/admin/record', { ...fields, asked: fields['act'] ?? '', next: 'check' }),
  );
}

/** The hidden fields with which a check is confirmed. */
async function seen(officer: SignedInVisitor, check: string) {
  const { status, text } = await officer.get(check);
  expect(status).toBe(200);
  return { text, fields: { version: hidden(text, 'version'), revision: hidden(text, 'revision') } };
}

const eventOf = (done: string): string => /done\/([0-9a-f-]{36})/.exec(done)?.[1] ?? '';
const line = async (body: string, state: string) => {
  const stream = `membership-${body}-${state}`;
  return (await desk.register.store.readStreams([stream])).get(stream) ?? [];
};

describe.each(['en', 'ar'] as const)('recording an act step by step in %s', (language) => {
  const says = {
    en: {
      change: 'Uzbekistan in Abraham Accords: no standing → joined',
      record: 'Record it',
      done: 'It is recorded',
    },
    ar: { change: '← منضمة', record: 'سجّله', done: 'تم التسجيل' },
  }[language];
  const state = { en: 'UZB', ar: 'TKM' }[language];
  const get = (path: string) => amina.get(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);

  it('works', async () => {
    const empty = await get('/admin/record');
    expect(empty.status).toBe(200);
    expect(empty.text).toMatch(new RegExp(`<html lang="${language}"`));
    const start = {
      ...NEWS,
      ...WHO,
      state,
      'new-url': `https://news.example/${state}`,
      quote: `${NEWS.quote} ${state}`,
    };

    const acts = leadsTo(
      await amina.post('/admin/record', { ...start, next: 'check' }, { cookie: amina.cookie }),
    );
    const [, draft = ''] = /^\/admin\/record\/([0-9a-f-]{36})#acts$/.exec(acts) ?? [];
    const offered = await get(`/admin/record/${draft}`);
    expect(offered.text).toContain('value="AccordJoined"');
    expect(offered.text).not.toMatch(/type="radio"[^>]*value="MembershipReinstated"/);
    expect(hidden(offered.text, 'asked')).toBe('acts');

    const chosen = { ...start, draft, act: 'AccordJoined', asked: 'acts', next: 'check' };
    expect(leadsTo(await amina.post('/admin/record', chosen))).toBe(`/admin/record/${draft}#details`);
    expect(hidden((await get(`/admin/record/${draft}`)).text, 'asked')).toBe('AccordJoined');

    const details = { ...chosen, ...DECLARED, asked: 'AccordJoined' };
    expect(leadsTo(await amina.post('/admin/record', details))).toBe(`/admin/record/${draft}/check`);
    const check = await get(`/admin/record/${draft}/check`);
    expect(textOf(check.text)).toContain(says.change);
    expect(textOf(check.text)).toContain(says.record);
    const before = await desk.head();

    const done = leadsTo(
      await amina.post(`/admin/record/${draft}/submit`, {
        version: hidden(check.text, 'version'),
        revision: hidden(check.text, 'revision'),
      }),
    );
    expect(eventOf(done)).toBe(draft);
    expect(await desk.head()).toBe(before + 2);
    const page = await get(done);
    expect(page.status).toBe(200);
    expect(textOf(page.text)).toContain(says.done);
    expect(page.text).toContain(`href="/memberships/abraham-accords/${state}#${draft}"`);
    expect(page.text).toContain(`href="/admin/acts/${draft}/retract"`);

    const [event] = await line('abraham-accords', state);
    expect(event).toMatchObject({
      eventId: draft,
      type: 'AccordJoined',
      metadata: { actor: `account:${amina.account.name}` },
      data: { on: '2026-03-01', basis: 'act', attestation: 'declared', announcedBy: 'وزارة الخارجية' },
    });
    expect(leadsTo(await amina.get(`/admin/record/${draft}`))).toBe(
      `/admin/record/done/${draft}?done=already`,
    );
  });
});

describe('a form that is filled in', () => {
  it('is recorded once, however often it is sent', async () => {
    const fields = {
      ...NEWS,
      ...WHO,
      state: 'TJK',
      'new-url': 'https://news.example/tjk',
      quote: '',
      ...DECLARED,
    };
    const check = await filled(amina, fields);
    const { fields: confirmed } = await seen(amina, check);
    const before = await desk.head();
    const submit = check.replace(/check$/, 'submit');
    const answers = await Promise.all([1, 2, 3].map(() => amina.post(submit, confirmed)));
    const places = answers.map((answer) => leadsTo(answer).replace(/\?.*/, ''));
    expect(new Set(places)).toEqual(new Set([`/admin/record/done/${check.split('/')[3] ?? ''}`, ...places]));
    expect(await desk.head()).toBe(before + 2);
    expect(await line('abraham-accords', 'TJK')).toHaveLength(1);
    const late = leadsTo(await amina.post(submit, confirmed));
    expect(late).toBe(check.replace(/\/check$/, ''));
    expect(leadsTo(await amina.get(late))).toContain('/done/');
    expect(await desk.head()).toBe(before + 2);
  });
});

describe('what an officer need not type', () => {
  it('is taken from the last source of the host, and told before it is recorded', async () => {
    const { 'new-outlet': _, 'new-language': __, ...bare } = NEWS;
    const url = 'https://www.news.example/kgz?utm_source=x&id=7';
    const fields = { ...bare, ...WHO, ...DECLARED, state: 'KGZ', 'new-url': url, quote: 'قالت الوزارة' };
    const live = await amina.post('/admin/record/live?part=source', fields);
    expect(textOf(live.text)).toMatch(/Left empty: .الأمصار., as in the last source from .news\.example.\./);
    expect(textOf(live.text)).toContain('Arabic (proposed)');
    const check = await filled(amina, fields);
    const { text, fields: confirmed } = await seen(amina, check);
    expect(textOf(text)).toContain('الأمصار · أوزبكستان تنضم إلى الاتفاقيات الإبراهيمية · Arabic');
    leadsTo(await amina.post(check.replace(/check$/, 'submit'), confirmed));
    const [act] = await line('abraham-accords', 'KGZ');
    const [{ source }] = (act?.data as { sources: [{ source: string }] }).sources;
    const [registered] =
      (await desk.register.store.readStreams([`source-${source}`])).get(`source-${source}`) ?? [];
    expect(registered?.data).toMatchObject({
      ...{ outlet: 'الأمصار', language: 'ar', url: 'https://www.news.example/kgz?id=7' },
    });
  });

  it.each([
    ['yesterday', '2026-03-31'],
    ['اليوم', '2026-04-01'],
    ['٢٠٢٦/٣/١', '2026-03-01'],
  ])('is a day in full: %s is kept as %s', async (on, kept) => {
    const form = leadsTo(await amina.post('/admin/record', { ...WHO, on, next: 'save' }));
    expect((await amina.get(form)).text).toMatch(new RegExp(`id="on"[^>]*value="${kept}"`));
  });

  it('is a day anew that was written day first: either reading is offered, and taken', async () => {
    const form = { ...WHO, on: '٠١/٠٣/٢٠٢٦', asked: 'acts', next: 'check' };
    const { status, text } = await amina.post('/admin/record', form);
    expect(status).toBe(422);
    expect(text).toMatch(/<button name="read-on" value="2026-03-01"[^>]*>It is 1 March 2026</);
    expect(text).toMatch(/<button name="read-on" value="2026-01-03"[^>]*>It is 3 January 2026</);
    const taken = leadsTo(await amina.post('/admin/record', { ...form, asked: '', 'read-on': '2026-03-01' }));
    expect((await amina.get(taken)).text).toMatch(/id="on"[^>]*value="2026-03-01"/);
  });
});

describe('a form with something wrong', () => {
  const whole = {
    ...NEWS,
    ...WHO,
    state: 'ARM',
    'new-url': 'https://news.example/arm',
    ...DECLARED,
    asked: 'AccordJoined',
  };

  it.each<[what: string, fields: Record<string, string>, field: string]>([
    ['no state', { state: '' }, 'state'],
    ['a state that there is not', { state: 'QQQ' }, 'state'],
    ['no body', { body: '' }, 'body'],
    ['no day', { on: '' }, 'on'],
    ['a day that there is not', { on: '2026-02-30' }, 'on'],
    ['a day written day first', { on: '07-11-2025' }, 'on'],
    ['a day to come', { on: '2027-01-01' }, 'on'],
    ['no word', { attestation: '' }, 'attestation'],
    ['a word that there is not', { attestation: 'sworn' }, 'attestation'],
    ['no outlet', { 'new-outlet': '', 'new-url': 'https://unheard.example/' }, 'new-outlet'],
    ['a publication written day first', { 'new-published': '03/02/2026' }, 'new-published'],
    ['a script for an address', { 'new-url': 'javascript:alert(1)' }, 'new-url'],
    ['a source that there is not', { source: 'nowhere-1' }, 'source-search'],
    ['a quote that is too long', { quote: 'ق'.repeat(5001) }, 'quote'],
    ['NUL in a quote', { quote: 'a\u0000b' }, 'quote'],
    ['a broken letter', { quote: 'a\ufffdb' }, 'quote'],
    ['letters turned around', { 'new-title': 'abc\u202edef' }, 'new-title'],
    ['a direction left open in a name', { 'new-outlet': 'abc\u202bdef' }, 'new-outlet'],
    ['an act that cannot follow', { act: 'MembershipReinstated', asked: 'MembershipReinstated' }, 'act'],
  ])('is given back with all that was typed, and records nothing: %s', async (_, fields, field) => {
    const before = await desk.head();
    const { status, text } = await amina.post('/admin/record', { ...whole, ...fields, next: 'check' });
    expect(status).toBe(422);
    const faults = faultsOf(text);
    expect(faults.map(([at]) => at)).toContain(field);
    for (const [at, sentence] of faults) {
      expect(text).toContain(`id="${at}"`);
      expect(sentence).toMatch(/\p{L}.*\.$/u);
    }
    expect(text).toContain('أوزبكستان');
    expect(await desk.head()).toBe(before);
  });
});

// Bodies and organs at the desk, over a register of its own.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { record, registerBody, registerState } from '../../../../../test/support/commands.js';
import type { MembershipAct } from '#register';
import { deskWeb, type DeskWeb } from '../testing/desk-web.js';
import { faultyFields, formOf, landed, summaryOf } from '../testing/forms.js';

let desk: DeskWeb;
let register: DeskWeb['register'];
let admin: DeskWeb['admin'];
let recorder: DeskWeb['recorder'];
beforeAll(async () => {
  desk = await deskWeb();
  ({ register, admin, recorder } = desk);
}, 120_000);
afterAll(() => desk.close());

const head = () => desk.head();
const eventsOf = async (stream: string) => (await register.store.readStreams([stream])).get(stream) ?? [];

const HOSTILE = '"><img src=x onerror=alert(1)>\u202e\'; --';
const CLUB = {
  'name-en': 'Council of Lands',
  'name-ar': 'مجلس البلدان',
  'name-others': 'kk: Елдер кеңесі',
  aliases: 'CoL\nالمجلس',
  slug: 'council-of-lands',
  kind: 'accord',
  binding: 'signature',
  invitation: '1',
  termYears: '3',
  inForceSince: '2020-05',
  'source-1': 'gazette-1',
};
/** What every act of these specifications has in common. */
const ACT = { on: '2026-02-01', basis: 'act', attestation: 'declared', 'source-1': 'gazette-1' };

const send: DeskWeb['send'] = (...form) => desk.send(...form);
const lastOf = async (stream: string) => (await eventsOf(stream)).at(-1);

describe('registering a body', () => {
  it('works', async () => {
    const answer = await send(admin, '/admin/bodies/new', CLUB);
    const page = await landed(admin, answer);
    expect(page.text).toContain('The body is registered.');
    const [event] = await eventsOf('body-council-of-lands');
    expect(event).toMatchObject({
      type: 'BodyRegistered',
      metadata: { actor: `account:${admin.account.name}` },
    });
    expect(event!.data).toEqual({
      slug: 'council-of-lands',
      kind: 'accord',
      names: { en: 'Council of Lands', ar: 'مجلس البلدان', kk: 'Елдер кеңесі' },
      aliases: ['CoL', 'المجلس'],
      rule: { binding: 'signature', invitation: true, termYears: 3 },
      inForceSince: '2020-05',
      sources: [{ source: 'gazette-1' }],
    });
  });

  it('registers a source in place, and says where a short name is taken', async () => {
    const answer = await send(admin, '/admin/bodies/new', {
      ...CLUB,
      'source-1': '',
      'source-1-outlet': 'Official Journal',
      'source-1-language': 'fr',
    });
    expect([answer.status, faultyFields(answer)]).toEqual([422, ['slug']]);
    const taken = await send(admin, '/admin/bodies/new', {
      ...CLUB,
      slug: 'other-council',
      'source-1': '',
      'source-1-outlet': 'Official Journal',
      'source-1-language': 'fr',
    });
    expect(taken.status).toBe(303);
    const { sources } = (await lastOf('body-other-council'))!.data as { sources: { source: string }[] };
    expect((await lastOf(`source-${sources[0]!.source}`))!.data).toMatchObject({
      outlet: 'Official Journal',
      language: 'fr',
    });
  });

  it('shows one more row for a source, with all that was typed', async () => {
    const answer = await send(admin, '/admin/bodies/new', { ...CLUB, 'more-source': '1' });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('name="source-2"');
    expect(answer.text).toContain('value="Council of Lands"');
  });

  it.each([
    [{ 'name-en': '' }, 'name-en'],
    [{ 'name-ar': 'ا'.repeat(201) }, 'name-ar'],
    [{ 'name-others': 'no tag at all' }, 'name-others'],
    [{ slug: 'Board Of Peace' }, 'slug'],
    [{ slug: '../admin' }, 'slug'],
    [{ slug: '' }, 'slug'],
    [{ kind: 'empire' }, 'kind'],
    [{ binding: '' }, 'binding'],
    [{ termYears: 'three' }, 'termYears'],
    [{ termYears: '0' }, 'termYears'],
    [{ termYears: '201' }, 'termYears'],
    [{ inForceSince: '2020-13' }, 'inForceSince'],
    [{ aliases: 'x'.repeat(201) }, 'aliases'],
    [{ 'source-1': 'no-such-source' }, 'source-1'],
  ] as [Record<string, string>, string][])('refuses bad input %# at its field', async (bad, field) => {
    const before = await head();
    const answer = await send(admin, '/admin/bodies/new?lang=ar', { ...CLUB, slug: 'fresh-one', ...bad });
    expect([answer.status, faultyFields(answer)]).toEqual([422, [field]]);
    expect(summaryOf(answer)[0]).toMatch(/[\u0600-\u06ff]/);
    expect(answer.text).toContain('id="' + field + '"');
    expect(await head()).toBe(before);
  });

  it('is for those who keep bodies', async () => {
    expect((await recorder.get('/admin/bodies/new')).status).toBe(403);
    expect((await recorder.post('/admin/bodies/new', CLUB)).status).toBe(403);
    expect((await recorder.get('/admin/bodies')).text).not.toContain('/admin/bodies/new');
    expect((await admin.get('/admin/bodies')).text).toContain('/admin/bodies/new');
  });
});

describe('an act of a body', () => {
  const at = (form: string) => `/admin/bodies/club/${form}`;
  const done = async (form: string, fields: Record<string, string>, by = admin) => {
    const answer = await send(by, at(form), { ...ACT, ...fields });
    expect([form, answer.status, summaryOf(answer)]).toEqual([form, 303, []]);
    return (await lastOf('body-club'))!;
  };

  it('is recorded by a form of its own', async () => {
    const renamed = await done('rename', { 'name-en': 'The Club', 'name-ar': HOSTILE });
    expect(renamed).toMatchObject({ type: 'BodyRenamed', data: { names: { en: 'The Club', ar: HOSTILE } } });
    const openedAt = await done('opened', { place: 'Davos' });
    expect(openedAt).toMatchObject({ type: 'CharterOpenedForSignature', data: { place: 'Davos' } });
    const organ = await done('organ', { organ: 'board', 'name-en': 'Board', seats: '7' });
    expect(organ).toMatchObject({ type: 'OrganEstablished', data: { organ: 'board', seats: 7 } });
    const appointed = await done(
      'appoint',
      { organ: 'board', person: HOSTILE, portfolio: 'Chair', state: 'X-LAND' },
      recorder,
    );
    expect(appointed).toMatchObject({
      type: 'OrganMemberAppointed',
      data: { organ: 'board', person: HOSTILE, portfolio: 'Chair', state: 'X-LAND' },
    });
    const ceremony = await done(
      'ceremony',
      { purpose: 'Signing', place: 'Davos', 'scheduledFor-meant': 'unknown' },
      recorder,
    );
    expect(ceremony).toMatchObject({ type: 'CeremonyScheduled', data: { purpose: 'Signing' } });
    expect(ceremony.data).not.toHaveProperty('scheduledFor');
    await register.catchUp();
    const page = await recorder.get('/admin/bodies/club');
    expect(page.text).toContain('1 of 7 seats taken');
    expect(page.text).toContain('day unknown');
    expect(page.text).not.toContain('<img src=x');
    const left = await done('leave', { organ: 'board', person: HOSTILE, on: '2026-03-01' }, recorder);
    expect(left).toMatchObject({ type: 'OrganMemberLeft' });
  });

  it('that keeps the body is refused to those who record', async () => {
    for (const form of ['rename', 'rule', 'opened', 'force', 'dissolve', 'organ']) {
      expect([form, (await recorder.get(at(form))).status]).toEqual([form, 403]);
      expect([form, (await recorder.post(at(form), ACT)).status]).toEqual([form, 403]);
    }
    const page = await recorder.get('/admin/bodies/club');
    expect(page.text).toContain(at('appoint'));
    expect(page.text).not.toContain(at('dissolve'));
  });

  it('is refused at the field where it clashes with what is recorded, in words', async () => {
    const cases: [string, Record<string, string>, string, RegExp][] = [
      ['organ', { organ: 'board', 'name-en': 'Again' }, 'organ', /established already/],
      ['appoint', { organ: 'senate', person: 'A' }, 'organ', /no organ/],
      ['leave', { organ: 'board', person: 'Nobody' }, 'person', /does not sit/],
      ['appoint', { organ: 'board', person: 'A', state: 'ZZZ' }, 'state', /no state/],
      ['opened', { on: '2999-01-01' }, 'on', /future/],
    ];
    for (const [form, fields, field, sentence] of cases) {
      const before = await head();
      const answer = await send(admin, at(form), { ...ACT, ...fields });
      expect([form, answer.status, faultyFields(answer)]).toEqual([form, 422, [field]]);
      expect(summaryOf(answer)[0]).toMatch(sentence);
      expect(await head()).toBe(before);
    }
  });

  it.each([
    ['appoint', { organ: 'board', person: '' }, 'person'],
    ['appoint', { organ: 'board', person: 'x'.repeat(201) }, 'person'],
    ['appoint', { organ: 'board', person: 'A', state: 'a b' }, 'state'],
    ['ceremony', { purpose: '' }, 'purpose'],
    ['ceremony', { purpose: 'x', scheduledFor: 'soon' }, 'scheduledFor'],
    ['organ', { organ: 'x y', 'name-en': 'X' }, 'organ'],
    ['organ', { organ: 'xy', 'name-en': 'X', seats: '-1' }, 'seats'],
    ['rename', { 'name-en': '' }, 'name-en'],
    ['rule', { binding: 'whim' }, 'binding'],
    ['opened', { on: '' }, 'on'],
    ['opened', { on: '', 'on-meant': 'unknown' }, 'on'],
    ['opened', { basis: 'x' }, 'basis'],
    ['opened', { attestation: 'shouted' }, 'attestation'],
    ['opened', { 'source-1': '' }, 'source-1'],
    ['opened', { note: 'x'.repeat(2001) }, 'note'],
    ['opened', { announcedBy: 'x'.repeat(301) }, 'announcedBy'],
    ['opened', { effectiveOn: '2026-02-31' }, 'effectiveOn'],
    ['opened', { place: 'a\u0000b' }, 'place'],
  ] as [string, Record<string, string>, string][])(
    'is refused: bad input %#, in %s',
    async (form, bad, field) => {
      const answer = await send(admin, at(form), { ...ACT, announcedBy: 'the spokesman', ...bad });
      expect([answer.status, faultyFields(answer)]).toEqual([422, [field]]);
      if (field !== 'announcedBy') expect(answer.text).toContain('value="the spokesman"');
    },
  );

  it('is recorded once, however often its form is sent', async () => {
    await register.catchUp();
    const form = {
      ...formOf(await recorder.get(at('ceremony'))),
      ...ACT,
      purpose: 'Twice',
      on: '2026-02-02',
    };
    const answers = await Promise.all([1, 2, 3].map(() => recorder.post(at('ceremony'), form)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const twice = (await eventsOf('body-club')).filter(
      ({ data }) => (data as { purpose?: string }).purpose === 'Twice',
    );
    expect(twice).toHaveLength(1);
    const changed = await recorder.post(at('ceremony'), { ...form, purpose: 'Thrice' });
    expect([changed.status, summaryOf(changed)[0]]).toEqual([422, expect.stringMatching(/sent before/)]);
  });

  it('that was overtaken shows what came, and loses nothing', async () => {
    await register.catchUp();
    const form = { ...formOf(await recorder.get(at('ceremony'))), ...ACT, purpose: 'Late' };
    await done('ceremony', { purpose: 'Overtaking' }, recorder);
    await register.catchUp();
    const refused = await recorder.post(at('ceremony'), form);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Recorded since you opened this form');
    expect(refused.text).toContain('Overtaking');
    expect(refused.text).toContain('value="Late"');
    const again = await recorder.post(at('ceremony'), { ...form, ...formOf(refused) });
    expect(again.status).toBe(303);
  });

  it('and the sources that it would register are not recorded where it is refused', async () => {
    const before = await head();
    const answer = await send(admin, at('leave'), {
      ...ACT,
      ...{ organ: 'board', person: 'Nobody', 'source-1': '', 'source-1-outlet': 'Paper' },
    });
    expect(answer.status).toBe(422);
    expect(await head()).toBe(before);
  });

  it('leads to an error page where there is no such form or body', async () => {
    for (const path of [
      at('bless'),
      at('__proto__'),
      '/admin/bodies/nobody',
      '/admin/bodies/X',
      '/admin/bodies/nobody/rename',
    ]) {
      expect([path, (await admin.get(path)).status]).toEqual([path, 404]);
    }
    expect((await admin.get('/admin/bodies/club?asOf=2020-01-01')).status).toBe(400);
  });
});

describe('an act that moves standings', () => {
  const at = (form: string) => `/admin/bodies/treaty/${form}`;
  beforeAll(async () => {
    await register.execute(registerBody('treaty'));
    await register.execute(registerState('X-ISLE', {}, 'Isle'));
    const signed: MembershipAct = {
      type: 'CharterSigned',
      data: {
        ...{ kind: 'definitive', on: '2026-01-20', basis: 'act', attestation: 'signed' },
        sources: [{ source: 'gazette-1' }],
      },
    };
    for (const state of ['X-LAND', 'X-ISLE']) {
      await register.execute(record(signed, {}, { body: 'treaty', state }));
    }
  });

  it('shows beforehand which, and records nothing until that is confirmed', async () => {
    const before = await head();
    const check = await send(admin, at('force'), { ...ACT, note: HOSTILE });
    expect(check.status).toBe(200);
    expect(check.text).toContain('It lifts 2 consented standings to party.');
    expect(check.text).toContain('Isle');
    expect(check.text).not.toContain('<img src=x');
    expect(await head()).toBe(before);
    const back = await admin.post(at('force'), { ...formOf(check), change: '1' });
    expect([back.status, back.text.includes('value="2026-02-01"')]).toEqual([200, true]);
    const answer = await admin.post(at('force'), formOf(check));
    expect(answer.status).toBe(303);
    expect(await lastOf('body-treaty')).toMatchObject({
      type: 'CharterEnteredIntoForce',
      data: { note: HOSTILE },
    });
    const again = await send(admin, at('force'), { ...ACT, on: '2026-02-05' });
    expect([again.status, faultyFields(again)]).toEqual([422, ['on']]);
  });

  it('says where it is nobody’s own word', async () => {
    const check = await send(admin, at('dissolve'), { ...ACT, on: '2026-03-05', attestation: 'reported' });
    expect(check.text).toContain('not the body’s own word');
    expect(check.text).toContain('No standing becomes another by this.');
  });

  it('can be retracted with a reason, which shows what that changes', async () => {
    await register.catchUp();
    const { eventId } = (await lastOf('body-treaty'))!;
    const path = at(`retract/${eventId}`);
    expect((await admin.get('/admin/bodies/treaty')).text).toContain(path);
    expect((await recorder.get('/admin/bodies/treaty')).text).not.toContain(path);
    expect((await recorder.get(path)).status).toBe(403);
    const asked = await admin.get(path);
    expect(asked.text).toContain('2 memberships get another standing');
    const bare = await send(admin, path, { reason: '' });
    expect([bare.status, faultyFields(bare)]).toEqual([422, ['reason']]);
    const answer = await send(admin, path, { reason: HOSTILE });
    expect((await landed(admin, answer)).text).toContain('The act is retracted.');
    expect(await lastOf('body-treaty')).toMatchObject({
      type: 'BodyActRetracted',
      data: { retracts: eventId, reason: HOSTILE },
    });
    expect((await admin.get('/admin/bodies/treaty')).text).not.toContain(path);
    expect((await admin.get(at('retract/not-an-id'))).status).toBe(404);
  });
});

it('speaks Arabic throughout', async () => {
  for (const path of ['', '/new', '/club', '/club/rename', '/club/appoint', '/club/rule', '/club/ceremony']) {
    const { text, status } = await admin.get(`/admin/bodies${path}?lang=ar`);
    const words = text
      .slice(text.indexOf('<h1'))
      .replace(/<bdi.*?<\/bdi>|<code.*?<\/code>|<option.*?<\/option>|<[^>]*>/gs, ' ');
    expect([path, status, words.match(/(?<![-\w])(the|of|and|is|by|Record|optional|none)(?![-\w])/)]).toEqual(
      [path, 200, null],
    );
  }
});

// Contacts at the desk, over a register of its own.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registerState } from '../../../../../test/support/commands.js';
import { signedIn } from '../../../../../test/support/signed-in.js';
import { deskWeb, type DeskWeb } from '../testing/desk-web.js';
import { faultyFields, formOf, landed, summaryOf } from '../testing/forms.js';

let desk: DeskWeb;
let register: DeskWeb['register'];
let web: DeskWeb['web'];
let recorder: DeskWeb['recorder'];
beforeAll(async () => {
  desk = await deskWeb(registerState('X-ISLE', {}, 'Isle'));
  ({ register, web, recorder } = desk);
}, 120_000);
afterAll(() => desk.close());

const head = () => desk.head();
const eventsOf = async (id: string) =>
  (await register.store.readStreams([`contact-${id}`])).get(`contact-${id}`) ?? [];

const HOSTILE = '"><script>alert(1)</script>\u202e\'; --';
const CALL = {
  kind: 'call',
  on: '2025-11-06',
  basis: 'act',
  attestation: 'declared',
  'participant-1-state': 'X-LAND',
  'participant-1-name': HOSTILE,
  'participant-2-name': 'The Club',
  place: 'Astana',
  subject: HOSTILE,
  body: 'club',
  'source-1': 'gazette-1',
  'source-1-quote': 'تحدثا هاتفياً',
};
const send = (path: string, fields: Record<string, string>) => desk.send(recorder, path, fields);

describe('recording a contact', () => {
  it('works, once for a form that is sent twice', async () => {
    const form = { ...formOf(await recorder.get('/admin/contacts/new')), ...CALL };
    const answers = await Promise.all([1, 2].map(() => recorder.post('/admin/contacts/new', form)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const [one = '', other = ''] = (await Promise.all(answers.map((answer) => landed(recorder, answer)))).map(
      ({ text }) => text,
    );
    // One of them recorded it, and the other found it on record.
    expect(one + other).toContain('The contact is recorded.');
    expect(one + other).not.toContain('<script>alert');
    const id = answers[0]!.headers['location']!.split('?')[0]!.split('/').at(-1)!;
    expect((await eventsOf(id)).map(({ data }) => data)).toEqual([
      {
        ...{ id, kind: 'call', on: '2025-11-06', basis: 'act', attestation: 'declared' },
        participants: [{ state: 'X-LAND', name: HOSTILE }, { name: 'The Club' }],
        ...{ place: 'Astana', subject: HOSTILE, body: 'club' },
        sources: [{ source: 'gazette-1', quote: 'تحدثا هاتفياً' }],
      },
    ]);
  });

  it('shows a further row for a participant, with all that was typed', async () => {
    const answer = await send('/admin/contacts/new', { ...CALL, 'more-participant': '1' });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('name="participant-3-state"');
    expect(answer.text).toContain('value="Astana"');
  });

  it.each([
    [{ kind: 'duel' }, 'kind'],
    [{ 'participant-2-name': '' }, 'participant-1-state'],
    [{ 'participant-1-state': 'ZZZ' }, 'participant-1-state'],
    [{ 'participant-1-state': 'not a code' }, 'participant-1-state'],
    [{ 'participant-2-name': 'x'.repeat(201) }, 'participant-2-name'],
    [{ on: '06-11-2025' }, 'on'],
    [{ on: '2999-01-01' }, 'on'],
    [{ body: 'no-such-body' }, 'body'],
    [{ body: '../x' }, 'body'],
    [{ subject: 'x'.repeat(501) }, 'subject'],
    [{ place: 'a\u0007b' }, 'place'],
    [{ 'source-1': '' }, 'source-1'],
    [{ 'source-1': 'gazette-9' }, 'source-1'],
  ] as [Record<string, string>, string][])('refuses bad input %# at its field', async (bad, field) => {
    const before = await head();
    const answer = await send('/admin/contacts/new?lang=ar', { ...CALL, ...bad });
    expect([answer.status, new Set(faultyFields(answer))]).toEqual([
      422,
      new Set([bad['source-1'] === '' ? 'source-1' : field]),
    ]);
    expect(summaryOf(answer)[0]).toMatch(/[\u0600-\u06ff]/);
    expect(await head()).toBe(before);
  });
});

describe('a contact', () => {
  it('is told by a further source, and retracted with a reason', async () => {
    const made = await send('/admin/contacts/new', { ...CALL, subject: 'Twice told' });
    const path = made.headers['location']!.split('?')[0]!;
    const bare = await send(`${path}/corroborate`, { note: 'x' });
    expect([bare.status, faultyFields(bare)]).toEqual([422, ['source-1']]);
    const told = await send(`${path}/corroborate`, { 'source-1': 'gazette-1', note: HOSTILE });
    expect((await landed(recorder, told)).text).toContain('The source is added.');
    const noReason = await send(`${path}/retract`, { reason: '' });
    expect([noReason.status, faultyFields(noReason)]).toEqual([422, ['reason']]);
    const gone = await send(`${path}/retract`, { reason: HOSTILE });
    const page = await landed(recorder, gone);
    expect(page.text).toContain('The contact is retracted.');
    expect(page.text).not.toContain('<script>alert');
    const late = await send(`${path}/corroborate`, { 'source-1': 'gazette-1', note: 'late' });
    expect([late.status, summaryOf(late)[0]]).toEqual([422, expect.stringMatching(/was retracted/)]);
  });

  it('that is not there is an error page', async () => {
    for (const path of ['nobody', '%00', 'NOBODY', 'nobody/retract', 'nobody/bless']) {
      expect([path, (await recorder.get(`/admin/contacts/${path}`)).status]).toEqual([path, 404]);
    }
  });

  it('is for those who record', async () => {
    const auditor = await signedIn(register, web, 'auditor');
    expect((await auditor.get('/admin/contacts/new')).status).toBe(403);
    expect((await auditor.post('/admin/contacts/new', CALL)).status).toBe(403);
  });
});

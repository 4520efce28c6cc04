// States at the desk, over a register of its own.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registerState } from '../../../../../test/support/commands.js';
import { deskWeb, type DeskWeb } from '../testing/desk-web.js';
import { faultyFields, landed, summaryOf } from '../testing/forms.js';

let desk: DeskWeb;
let register: DeskWeb['register'];
let admin: DeskWeb['admin'];
let recorder: DeskWeb['recorder'];
beforeAll(async () => {
  desk = await deskWeb(registerState('X-ISLE', {}, 'Isle'));
  ({ register, admin, recorder } = desk);
}, 120_000);
afterAll(() => desk.close());

const head = () => desk.head();
const lastOf = async (code: string) =>
  (await register.store.readStreams([`state-${code}`])).get(`state-${code}`)?.at(-1);
const send = (path: string, fields: Record<string, string>, by = admin) => desk.send(by, path, fields);

const HOSTILE = '"><svg onload=alert(1)>\u202e\'; --';
const SOMALILAND = {
  code: 'x-somaliland',
  'name-en': 'Somaliland',
  'name-ar': 'صوماليلاند',
  'name-others': 'so: Soomaaliland',
  aliases: HOSTILE,
  from: '1991-05-18',
};

describe('registering a state', () => {
  it('works with a code of one’s own', async () => {
    const answer = await send('/admin/states/new', SOMALILAND);
    const page = await landed(admin, answer);
    expect(page.text).toContain('The state is registered.');
    expect(page.text).not.toContain('<svg onload');
    expect((await lastOf('X-SOMALILAND'))!.data).toEqual({
      code: 'X-SOMALILAND',
      names: { en: 'Somaliland', ar: 'صوماليلاند', so: 'Soomaaliland' },
      aliases: [HOSTILE],
      from: '1991-05-18',
    });
  });

  it.each([
    [{ code: 'Somaliland!' }, 'code'],
    [{ code: 'x-land' }, 'code'],
    [{ code: '' }, 'code'],
    [{ 'name-en': '' }, 'name-en'],
    [{ 'name-fr': 'x'.repeat(201) }, 'name-fr'],
    [{ 'name-others': 'xx' }, 'name-others'],
    [{ alpha2: 'XYZ' }, 'alpha2'],
    [{ numeric: '12' }, 'numeric'],
    [{ from: '1991-13' }, 'from'],
    [{ until: 'never' }, 'until'],
    [{ aliases: 'a\u0002' }, 'aliases'],
  ] as [Record<string, string>, string][])('refuses bad input %# at its field', async (bad, field) => {
    const before = await head();
    const answer = await send('/admin/states/new?lang=ar', { ...SOMALILAND, code: 'x-fresh', ...bad });
    expect([answer.status, faultyFields(answer)]).toEqual([422, [field]]);
    expect(summaryOf(answer)[0]).toMatch(/[\u0600-\u06ff]/);
    expect(await head()).toBe(before);
  });
});

describe('what becomes of a state', () => {
  const at = (change: string) => `/admin/states/X-ISLE/${change}`;
  const cited = { 'source-1': 'gazette-1' };

  it('is recorded by a form of its own', async () => {
    for (const [change, fields, event] of [
      [
        'rename',
        { 'name-en': 'Isle Republic', on: '2020', ...cited },
        { type: 'StateRenamed', data: { on: '2020' } },
      ],
      [
        'alias',
        { name: HOSTILE, language: 'ru' },
        { type: 'NameAdded', data: { name: HOSTILE, language: 'ru' } },
      ],
      [
        'succession',
        {
          'predecessors-rows': '2',
          'predecessors-1': 'X-LAND',
          'predecessors-2': 'X-LAND',
          kind: 'separation',
          on: '../2020-01',
        },
        { type: 'StateSucceeded', data: { predecessors: ['X-LAND'], kind: 'separation', on: '../2020-01' } },
      ],
      [
        'dissolve',
        { 'successors-1': 'X-LAND', on: '2026-01-01', ...cited },
        { type: 'StateDissolved', data: { successors: ['X-LAND'], sources: [{ source: 'gazette-1' }] } },
      ],
    ] as const) {
      const answer = await send(at(change), fields);
      expect([change, answer.status, summaryOf(answer)]).toEqual([change, 303, []]);
      expect(await lastOf('X-ISLE')).toMatchObject(event);
    }
    await register.catchUp();
    const page = await admin.get('/admin/states/X-ISLE');
    expect(page.text).toContain('Isle Republic');
    expect(page.text).not.toContain('<svg onload');
  });

  it.each([
    ['rename', { 'name-en': '', on: '2020' }, 'name-en'],
    ['rename', { 'name-en': 'X', on: '' }, 'on'],
    ['rename', { 'name-en': 'X', on: '2999' }, 'on'],
    ['alias', { name: '' }, 'name'],
    ['alias', { name: 'Isle' }, 'name'],
    ['alias', { name: 'X', language: 'Русский' }, 'language'],
    ['alias', { name: 'X', 'source-1': 'nothing' }, 'source-1'],
    ['succession', { 'predecessors-1': '', kind: 'separation', on: '2020' }, 'predecessors-1'],
    ['succession', { 'predecessors-1': 'ZZZ', kind: 'separation', on: '2020' }, 'predecessors-1'],
    ['succession', { 'predecessors-1': '<b>', kind: 'separation', on: '2020' }, 'predecessors-1'],
    ['succession', { 'predecessors-1': 'X-ISLE', kind: 'separation', on: '2020' }, 'predecessors-1'],
    ['succession', { 'predecessors-1': 'X-LAND', kind: 'theft', on: '2020' }, 'kind'],
    ['dissolve', { on: '2026-02-01' }, 'on'],
    ['dissolve', { on: '2026-02-30' }, 'on'],
  ] as [string, Record<string, string>, string][])(
    'is refused: %s, bad input %#',
    async (change, bad, field) => {
      const before = await head();
      const answer = await send(at(change), bad);
      expect([answer.status, faultyFields(answer)]).toEqual([422, [field]]);
      expect(await head()).toBe(before);
    },
  );

  it('belongs to those who keep states', async () => {
    for (const path of ['/admin/states/new', at('rename'), at('dissolve')]) {
      expect([path, (await recorder.get(path)).status]).toEqual([path, 403]);
      expect([path, (await recorder.post(path, {})).status]).toEqual([path, 403]);
    }
    expect((await recorder.get('/admin/states/X-ISLE')).text).not.toContain(at('rename'));
  });
});

describe('the list of states', () => {
  it('finds names in any script, and says where there is none', async () => {
    expect((await admin.get('/admin/states')).text).toContain('X-ISLE');
    expect((await admin.get(`/admin/states?q=${encodeURIComponent('صوماليلاند')}`)).text).toContain(
      'X-SOMALILAND',
    );
    expect((await admin.get(`/admin/states?q=${encodeURIComponent(HOSTILE)}x`)).text).not.toContain(
      '<svg onload',
    );
    expect((await admin.get('/admin/states?q=zzzzzz')).text).toContain('No state is known by that name.');
    expect((await admin.get('/admin/states?q=')).status).toBe(200);
    expect((await admin.get('/admin/states?colour=blue')).status).toBe(400);
  });

  it('leads to an error page where there is no such state or form', async () => {
    for (const path of ['ZZZ', 'x-isle', '%00', 'X-ISLE/bless', 'ZZZ/rename']) {
      expect([path, (await admin.get(`/admin/states/${path}`)).status]).toEqual([path, 404]);
    }
  });
});

import { describe, it, expect } from '@jest/globals';
import { InterchangeError, type Fault } from './interchange-error.js';
import { readActs } from './read-acts.js';
import { eventIdOf } from './row-id.js';

const known = '2026-01-19T14:24:00Z';
const sources = [{ source: 'alamsar', quote: 'تلقى دعوة رسمية' }];
const source = { known, source: { id: 'alamsar', outlet: 'الأمصار', language: 'ar' } };
const body = {
  known,
  body: {
    slug: 'board-of-peace',
    kind: 'organization',
    names: { en: 'Board of Peace', ar: 'مجلس السلام' },
    rule: { binding: 'signature', invitation: true },
    sources: [],
  },
};
const state = { known, state: { code: 'KAZ', names: { en: 'Kazakhstan' } } };
const joined = { on: '2025-11-07', basis: 'announcement', attestation: 'declared', sources };
const act = {
  known,
  id: 'row-1',
  membership: { body: 'abraham-accords', state: 'KAZ' },
  act: { type: 'AccordJoined', data: joined },
  golden: ['G22'],
  claims: ['A033'],
};
const denial = {
  known,
  id: 'row-2',
  correction: {
    type: 'ActDenied',
    data: { denies: 'row-1', by: { state: 'KAZ' }, on: '2025-11-08', attestation: 'declared', sources },
  },
};
const contact = {
  known,
  contact: {
    id: 'call-1',
    kind: 'call',
    on: '2025-11-06',
    basis: 'act',
    attestation: 'stated',
    participants: [{ state: 'KAZ' }, { state: 'ISR' }],
    sources,
  },
};
const inForce = {
  known,
  id: 'row-3',
  body: 'board-of-peace',
  act: { type: 'CharterEnteredIntoForce', data: { ...joined, on: '2026-01-22' } },
};
const discredited = {
  known,
  id: 'row-4',
  source: 'alamsar',
  act: { type: 'SourceDiscredited', data: { reason: 'It was made up.' } },
};
const renamed = {
  known,
  id: 'row-5',
  state: 'KAZ',
  act: { type: 'NameAdded', data: { name: 'Қазақстан', language: 'kk' } },
};
const corroborated = {
  known,
  id: 'row-6',
  contact: 'call-1',
  act: { type: 'ContactCorroborated', data: { sources } },
};
const traced = { golden: [], claims: [] };

const ndjson = (...rows: unknown[]): string => rows.map((row) => JSON.stringify(row)).join('\n') + '\n';
const withData = (data: object) => ({ ...act, act: { type: 'AccordJoined', data: { ...joined, ...data } } });

function faultsIn(text: string | Iterable<string>): readonly Fault[] {
  try {
    readActs(text);
  } catch (error) {
    if (error instanceof InterchangeError) return error.faults;
    throw error;
  }
  throw new Error('read without a fault');
}

describe('readActs', () => {
  it('gives the rows of each kind, typed, with line, instant and event id', () => {
    const instant = '2026-01-19T14:24:00.000Z';
    const registered = { ...traced, known: instant };
    expect(readActs(ndjson(source, body, state, contact, act))).toEqual([
      { kind: 'source', line: 1, eventId: eventIdOf('source', 'alamsar'), ...source, ...registered },
      { kind: 'body', line: 2, eventId: eventIdOf('body', 'board-of-peace'), ...body, ...registered },
      { kind: 'state', line: 3, eventId: eventIdOf('state', 'KAZ'), ...state, ...registered },
      { kind: 'contact', line: 4, eventId: eventIdOf('contact', 'call-1'), ...contact, ...registered },
      { kind: 'act', line: 5, eventId: eventIdOf('act', 'row-1'), ...act, known: instant },
    ]);
  });

  it.each([
    ['source-act', discredited],
    ['body-act', inForce],
    ['state-act', renamed],
    ['contact-act', corroborated],
  ])('gives what happens to what is registered: %s', (kind, row) => {
    expect(readActs(ndjson(row))).toEqual([
      {
        kind,
        line: 1,
        eventId: eventIdOf('act', row.id),
        ...row,
        ...traced,
        known: '2026-01-19T14:24:00.000Z',
      },
    ]);
  });

  it('reads every type of act of everything that there is', () => {
    const read = readActs(ndjson(discredited, inForce, renamed, corroborated, act, denial));
    expect(read.map(({ kind }) => kind)).toEqual([
      'source-act',
      'body-act',
      'state-act',
      'contact-act',
      'act',
      'correction',
    ]);
  });

  it('gives facts and claims of any row, and none where none are named', () => {
    const rows = [{ ...source, golden: ['G01'], claims: ['B117'] }, body];
    expect(readActs(ndjson(...rows))).toMatchObject([{ golden: ['G01'], claims: ['B117'] }, traced]);
  });

  it('orders rows by the instant at which they were known, then by line', () => {
    const at = (instant: string, id: string) => ({ ...act, known: instant, id });
    const text = ndjson(
      at('2026-01-19T12:00:00Z', 'c'),
      at('2026-01-19T13:30:00+02:00', 'a'),
      at('2026-01-19T11:30:00Z', 'b'),
    );
    expect(readActs(text).map((row) => (row.kind === 'act' ? [row.id, row.line] : []))).toEqual([
      ['a', 2],
      ['b', 3],
      ['c', 1],
    ]);
  });

  it('does not mind a byte order mark, carriage returns, blank lines or a missing last line end', () => {
    const text = `\uFEFF${JSON.stringify(source)}\r\n\r\n   \r\n${JSON.stringify(act)}`;
    expect(readActs(text).map(({ kind, line }) => [kind, line])).toEqual([
      ['source', 1],
      ['act', 4],
    ]);
  });

  it('takes lines as well as a text', () => {
    const lines = ndjson(source, act).split('\n');
    expect(readActs(new Set(lines))).toEqual(readActs(lines.join('\n')));
  });

  it('reads nothing from nothing', () => {
    expect(readActs('')).toEqual([]);
  });

  it('keeps text as written: presentation forms, Farsi yeh, no-break spaces', () => {
    const title = 'ﻛﺎزاﺧﺴﺘﺎن اتفاقیات\u00a0إبراهیم';
    expect(readActs(ndjson({ known, source: { ...source.source, title } }))).toMatchObject([
      { source: { title } },
    ]);
  });
});

describe('rows that speak of other rows', () => {
  const membership = act.membership;
  const correction = (type: string, data: object, id = 'row-2') => ({
    known,
    id,
    correction: { type, data },
  });

  it.each([
    ['corrects', correction('ActCorrected', { corrects: 'row-1', act: act.act, reason: 'a slip', sources })],
    ['retracts', correction('ActRetracted', { retracts: 'row-1', reason: 'a slip' })],
    ['denies', denial],
    ['corroborates', correction('ActCorroborated', { corroborates: 'row-1', sources })],
  ])('are given the event id, and their membership: %s', (field, row) => {
    expect(readActs(ndjson(act, row))[1]).toMatchObject({
      kind: 'correction',
      eventId: eventIdOf('act', 'row-2'),
      membership,
      correction: { data: { [field]: eventIdOf('act', 'row-1') } },
    });
  });

  it('may speak of a correction, in the membership of what that speaks of', () => {
    const retraction = correction('ActRetracted', { retracts: 'row-2', reason: 'a slip' }, 'row-9');
    expect(readActs(ndjson(act, denial, retraction))[2]).toMatchObject({
      membership,
      correction: { data: { retracts: eventIdOf('act', 'row-2') } },
    });
  });

  it('may do so in an act, and in an act that a correction gives anew', () => {
    const withdrawn = { type: 'DeclarationWithdrawn', data: { ...joined, withdraws: 'row-1' } };
    const anew = correction(
      'ActCorrected',
      { corrects: 'row-8', act: withdrawn, reason: 'a slip', sources },
      'row-9',
    );
    const read = readActs(ndjson(act, { ...act, id: 'row-8', act: withdrawn }, anew));
    const withdraws = eventIdOf('act', 'row-1');
    expect(read.slice(1)).toMatchObject([
      { act: { data: { withdraws } } },
      { correction: { data: { corrects: eventIdOf('act', 'row-8'), act: { data: { withdraws } } } } },
    ]);
  });

  it('may do so of the act of a body', () => {
    const retraction = {
      ...inForce,
      id: 'row-9',
      act: { type: 'BodyActRetracted', data: { retracts: 'row-3', reason: 'a slip' } },
    };
    expect(readActs(ndjson(inForce, retraction))[1]).toMatchObject({
      act: { data: { retracts: eventIdOf('act', 'row-3') } },
    });
  });

  it('may stand before them in the text, not in time', () => {
    const later = { ...denial, known: '2026-01-20T00:00:00Z' };
    expect(readActs(ndjson(later, act)).map(({ line }) => line)).toEqual([2, 1]);
    const pointer = '/correction/data/denies';
    const sentence = 'speaks of a row that is not known yet: "row-1"';
    expect(faultsIn(ndjson(denial, act))).toEqual([{ line: 1, pointer, sentence }]);
  });

  it('may name an event that stands elsewhere, and then the membership', () => {
    const elsewhere = correction('ActRetracted', {
      retracts: '5b0d7a1c-8a39-5b1f-9a35-0d6a2f6f3c11',
      reason: 'a slip',
    });
    expect(readActs(ndjson({ ...elsewhere, membership }))).toMatchObject([
      { membership, correction: elsewhere.correction },
    ]);
    expect(faultsIn(ndjson(elsewhere))).toEqual([
      { line: 1, pointer: '/membership', sentence: 'is missing' },
    ]);
  });

  it('may name the membership of the row they speak of, and no other', () => {
    expect(readActs(ndjson(act, { ...denial, membership }))).toHaveLength(2);
    expect(faultsIn(ndjson(act, { ...denial, membership: { ...membership, state: 'UZB' } }))).toEqual([
      { line: 2, pointer: '/membership', sentence: 'is not that of the row it speaks of' },
    ]);
  });

  it('cannot speak of a row that is not there', () => {
    const unknown = correction('ActRetracted', { retracts: 'row-7', reason: 'a slip' });
    const faults = faultsIn(ndjson(act, { ...unknown, membership }));
    const sentence = 'no row has this id: "row-7"';
    expect(faults).toEqual([{ line: 2, pointer: '/correction/data/retracts', sentence }]);
  });

  it('cannot correct what is no act of a membership, or one another in a circle', () => {
    const ofBody = correction('ActRetracted', { retracts: 'row-3', reason: 'a slip' });
    const circle = ['row-8', 'row-9'].map((id, index, ids) =>
      correction('ActRetracted', { retracts: ids[1 - index], reason: 'a slip' }, id),
    );
    const pointer = '/correction/data/retracts';
    const sentence = (id: string) => `this row is no act of a membership: "${id}"`;
    expect(faultsIn(ndjson(inForce, ofBody, ...circle))).toEqual([
      { line: 2, pointer, sentence: sentence('row-3') },
      { line: 3, pointer, sentence: sentence('row-9') },
      { line: 4, pointer, sentence: sentence('row-8') },
    ]);
  });
});

describe('what is wrong with a text', () => {
  it.each<[string, string, string, RegExp]>([
    ['broken JSON', '{"known":', '', /^is not JSON: /],
    ['a list', '[]', '', /^a row is an object with/],
    ['null', 'null', '', /^a row is an object with/],
    ['a number', '7', '', /^a row is an object with/],
    ['an object of no kind', '{"known":"2026-01-19T14:24:00Z"}', '', /^a row is an object with/],
    ['an unknown field', ndjson({ ...act, colour: 'blue' }), '/colour', /^no such field/],
    ['an unknown field of an act', ndjson(withData({ 'a/b~c': 1 })), '/act/data/a~1b~0c', /^no such field/],
    ['a row of two kinds', ndjson({ ...act, ...source }), '/source', /^no such field/],
    ['no sources', ndjson(withData({ sources: [] })), '/act/data/sources', /at least one source/],
    ['sources left out', ndjson(withData({ sources: undefined })), '/act/data/sources', /^is missing$/],
    ['an impossible day', ndjson(withData({ on: '2025-02-30' })), '/act/data/on', /^there is no such day$/],
    ['a day first', ndjson(withData({ on: '07-11-2025' })), '/act/data/on', /^not a day: use/],
    [
      'an unknown word',
      ndjson(withData({ basis: 'hearsay' })),
      '/act/data/basis',
      /^must be one of act, announcement/,
    ],
    [
      'an unknown act',
      ndjson({ ...act, act: { type: 'Danced', data: {} } }),
      '/act/type',
      /^no such act: "Danced"$/,
    ],
    ['an act without type', ndjson({ ...act, act: { data: joined } }), '/act/type', /^is missing$/],
    ['an act without membership', ndjson({ ...act, membership: undefined }), '/membership', /^is missing$/],
    ['a membership without act', ndjson({ ...act, act: undefined }), '/act', /^is missing$/],
    ['no id', ndjson({ ...act, id: undefined }), '/id', /^is missing$/],
    ['an id with a colon', ndjson({ ...act, id: 'source:alamsar' }), '/id', /^letters, digits/],
    [
      'a code in lower case',
      ndjson({ ...act, membership: { body: 'x', state: 'kaz' } }),
      '/membership/state',
      /alpha-3/,
    ],
    ['no instant', ndjson({ ...act, known: undefined }), '/known', /^is missing$/],
    [
      'an instant without offset',
      ndjson({ ...act, known: '2026-01-19T14:24:00' }),
      '/known',
      /^an instant in ISO/,
    ],
    ['a day as an instant', ndjson({ ...act, known: '2026-01-19' }), '/known', /^an instant in ISO/],
    [
      'an impossible instant',
      ndjson({ ...act, known: '2026-02-30T14:24:00Z' }),
      '/known',
      /^an instant in ISO/,
    ],
    ['a golden fact misnamed', ndjson({ ...act, golden: ['G1'] }), '/golden/0', /golden fact/],
    ['a claim misnamed', ndjson({ ...source, claims: ['14'] }), '/claims/0', /the id of a claim/],
    [
      'a correction as an act',
      ndjson({ ...act, act: { type: 'ActDenied', data: denial.correction.data } }),
      '/act/type',
      /^no such act: "ActDenied"$/,
    ],
    [
      'a correction of nothing',
      ndjson({ ...denial, correction: {}, membership: act.membership }),
      '/correction/type',
      /^is missing$/,
    ],
    [
      'a registration as an act',
      ndjson({ ...inForce, act: { type: 'BodyRegistered', data: body.body } }),
      '/act/type',
      /^no such act/,
    ],
    ['an act of a body without an id', ndjson({ ...inForce, id: undefined }), '/id', /^is missing$/],
    [
      'a body without its act',
      ndjson({ known, id: 'row-3', body: 'board-of-peace' }),
      '/act',
      /^is missing$/,
    ],
    ['a registration with an id', ndjson({ ...source, id: 'row-1' }), '/id', /^no such field/],
    [
      'a contact of one',
      ndjson({ known, contact: { ...contact.contact, participants: [{ state: 'KAZ' }] } }),
      '/contact/participants',
      /at least two/,
    ],
    [
      'a source without outlet',
      ndjson({ known, source: { id: 'a', language: 'ar' } }),
      '/source/outlet',
      /^is missing$/,
    ],
    [
      'a body of no kind',
      ndjson({ known, body: { ...body.body, kind: 'club' } }),
      '/body/kind',
      /^must be one of/,
    ],
    ['a state without a name', ndjson({ known, state: { code: 'KAZ' } }), '/state/names', /^is missing$/],
  ])('%s', (_, line, pointer, sentence) => {
    expect(faultsIn(line)).toEqual([{ line: 1, pointer, sentence: expect.stringMatching(sentence) }]);
  });

  it('all of it is told, by line, not only the first', () => {
    const text =
      ndjson(source, withData({ on: '2025-13-01', sources: [] })) +
      '\n{\n' +
      ndjson({ ...body, known: 'now' });
    expect(faultsIn(text).map(({ line, pointer }) => [line, pointer])).toEqual([
      [2, '/act/data/on'],
      [2, '/act/data/sources'],
      [4, ''],
      [5, '/known'],
    ]);
  });

  it.each([
    ['act', act, '/id'],
    ['source', source, '/source/id'],
    ['body', body, '/body/slug'],
    ['state', state, '/state/code'],
    ['contact', contact, '/contact/id'],
    ['act of a body', inForce, '/id'],
  ])('an id used twice: %s', (_, row, pointer) => {
    const fault = { pointer, sentence: 'is taken already, by line 1' };
    expect(faultsIn(ndjson(row, row, row))).toEqual([
      { line: 2, ...fault },
      { line: 3, ...fault },
    ]);
  });

  it('an id used twice, by rows of two kinds', () => {
    expect(faultsIn(ndjson(act, { ...inForce, id: 'row-1' }))).toEqual([
      { line: 2, pointer: '/id', sentence: 'is taken already, by line 1' },
    ]);
  });

  it('does not take an act for a registration of the same id', () => {
    expect(readActs(ndjson({ ...act, id: 'alamsar' }, source))).toHaveLength(2);
  });

  it('reads as a message with line and place, cut short where there is too much', () => {
    const twentyFive = Array.from({ length: 25 }, () => '{').join('\n');
    const message = new InterchangeError(faultsIn(`${JSON.stringify(withData({ on: 'x' }))}\n${twentyFive}`))
      .message;
    expect(message.split('\n')[0]).toMatch(/^line 1, \/act\/data\/on: not a day/);
    expect(message.split('\n')[1]).toMatch(/^line 2: is not JSON/);
    expect(message.split('\n').at(-1)).toBe('and 6 more');
  });
});

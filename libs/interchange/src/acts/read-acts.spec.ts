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
};

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
    expect(readActs(ndjson(source, body, state, act))).toEqual([
      { kind: 'source', line: 1, eventId: eventIdOf('source', 'alamsar'), ...source, known: instant },
      { kind: 'body', line: 2, eventId: eventIdOf('body', 'board-of-peace'), ...body, known: instant },
      { kind: 'state', line: 3, eventId: eventIdOf('state', 'KAZ'), ...state, known: instant },
      { kind: 'act', line: 4, eventId: eventIdOf('act', 'row-1'), ...act, known: instant },
    ]);
  });

  it('takes a retraction as an act', () => {
    const retraction = {
      type: 'ActRetracted',
      data: { retracts: eventIdOf('act', 'row-1'), reason: 'a slip' },
    };
    expect(readActs(ndjson({ ...act, id: 'row-2', act: retraction }))).toMatchObject([{ act: retraction }]);
  });

  it('gives an act without golden facts none', () => {
    expect(readActs(ndjson({ ...act, golden: undefined }))).toMatchObject([{ golden: [] }]);
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
  ])('an id used twice: %s', (_, row, pointer) => {
    const fault = { pointer, sentence: 'is taken already, by line 1' };
    expect(faultsIn(ndjson(row, row, row))).toEqual([
      { line: 2, ...fault },
      { line: 3, ...fault },
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

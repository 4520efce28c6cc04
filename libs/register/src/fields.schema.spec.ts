import { describe, it, expect } from '@jest/globals';
import type { z } from 'zod';
import { readDay } from './day.js';
import {
  actFields,
  bodySlug,
  citation,
  contactId,
  edtf,
  languageTag,
  names,
  party,
  sourceId,
  stateCode,
  text,
  url,
} from './fields.schema.js';

const takes = (schema: z.ZodType, value: unknown): boolean => schema.safeParse(value).success;
const says = (schema: z.ZodType, value: unknown): string[] =>
  schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

describe('text', () => {
  it.each(['a', ' قبل ', 'two\nlines\twith tab\r\n', 'ﻛﺎزاﺧﺴﺘﺎن', 'a\u00a0b', '\u200fقمة', '😀'])(
    'takes %j',
    (value) => {
      expect(text(20).parse(value)).toBe(value);
    },
  );

  it.each([
    ['', 'must not be blank'],
    [' \n\u00a0', 'must not be blank'],
    ['a\u0000b', 'has characters that cannot be stored'],
    ['a\u001bb', 'has characters that cannot be stored'],
    ['a\u007fb', 'has characters that cannot be stored'],
    ['a\ud83d', 'has characters that cannot be stored'],
    ['x'.repeat(21), 'at most 20 characters'],
  ])('does not take %j', (value, message) => {
    expect(says(text(20), value)).toEqual([message]);
  });
});

describe('codes', () => {
  it.each<[string, z.ZodType, string[], string[]]>([
    [
      'of a state',
      stateCode,
      ['KAZ', 'XKX', 'EUE', 'X-SOMALILAND', 'X-NORTHERN-CYPRUS', 'X-1'],
      ['kaz', 'KA', 'KAZA', 'X-', 'X-a', 'X-A-', 'X--A', ' KAZ', `X-${'A'.repeat(39)}`, ''],
    ],
    [
      'of a body',
      bodySlug,
      ['board-of-peace', 'a', 'un1945'],
      ['Board', '-a', 'a-', 'a--b', '1a', 'a b', 'a_b', 'x'.repeat(81), ''],
    ],
    [
      'of a source',
      sourceId,
      ['alamsar-2026-01-19', '1'],
      ['A', '-a', 'a-', 'a--b', 'a.b', 'x'.repeat(101), ''],
    ],
    ['of a contact', contactId, ['call-2025-11-06', '1'], ['A', '-a', 'a-', 'a b', 'x'.repeat(101), '']],
    [
      'of a language',
      languageTag,
      ['ar', 'zh-Hant', 'kaz', 'sr-Latn-RS'],
      ['a', 'AR', 'ar_EG', 'arabic', 'ar-', ''],
    ],
  ])('%s', (_, schema, good, bad) => {
    expect(good.filter((value) => !takes(schema, value))).toEqual([]);
    expect(bad.filter((value) => takes(schema, value))).toEqual([]);
  });
});

describe('what is wrong with a code', () => {
  it.each<[string, z.ZodType, RegExp]>([
    ['of a state', stateCode, /^an ISO 3166-1 alpha-3 code such as KAZ/],
    ['of a body', bodySlug, /such as board-of-peace$/],
    ['of a source', sourceId, /^lower-case letters, digits and hyphens$/],
    ['of a contact', contactId, /^lower-case letters, digits and hyphens$/],
    ['of a language', languageTag, /^a language tag such as ar$/],
  ])('%s is said', (_, schema, message) => {
    expect(says(schema, '?')).toEqual([expect.stringMatching(message)]);
  });

  it('is said of names and sources, too', () => {
    expect(says(names, { en: 'Kazakhstan', arabic: 'كازاخستان' })).toEqual(['keys are language tags']);
    expect(says(actFields.sources, [])).toEqual(['at least one source is needed']);
  });
});

describe('a day', () => {
  it('is taken as written', () => {
    expect(edtf.parse('../2026-01-19')).toBe('../2026-01-19');
  });

  it.each([
    ['07-11-2025', /^not a day: use 2026-01-19/],
    ['2025-02-30', /^there is no such day$/],
    ['2026/2025', /^the end lies before the start$/],
  ])('%s: %s', (value, message) => {
    expect(says(edtf, value)).toEqual([expect.stringMatching(message)]);
    expect(edtf.safeParse(value).error?.issues).toMatchObject([
      { code: 'custom', params: { fault: readDay(value) } },
    ]);
  });
});

describe('an address', () => {
  it.each(['https://example.org/a?b=c#d', 'http://example.org', 'HTTPS://example.org/خبر'])(
    'takes %s',
    (value) => {
      expect(takes(url, value)).toBe(true);
    },
  );

  it.each([
    'example.org',
    'ftp://example.org',
    'javascript:alert(1)',
    'https://',
    'https:///a',
    'https://a b',
    'javascript:alert("https://example.org")',
    '',
  ])('does not take %j', (value) => {
    expect(takes(url, value)).toBe(false);
  });

  it('is asked for in words', () => {
    expect(says(url, 'example.org')).toEqual(['an http or https address']);
  });

  it('is at most 2000 characters long', () => {
    expect(takes(url, `https://example.org/${'a'.repeat(1980)}`)).toBe(true);
    expect(takes(url, `https://example.org/${'a'.repeat(1981)}`)).toBe(false);
  });
});

describe('names', () => {
  it('are in English at least, and by language tag', () => {
    expect(takes(names, { en: 'Kazakhstan', ar: 'كازاخستان', 'zh-Hant': '哈薩克' })).toBe(true);
    expect(takes(names, { ar: 'كازاخستان' })).toBe(false);
    expect(takes(names, { en: 'Kazakhstan', arabic: 'كازاخستان' })).toBe(false);
    expect(takes(names, { en: 'Kazakhstan', ar: ' ' })).toBe(false);
  });
});

describe('a party', () => {
  it('has a state, a name or both, and nothing else', () => {
    expect(takes(party, { state: 'USA' })).toBe(true);
    expect(takes(party, { name: 'Donald Trump' })).toBe(true);
    expect(takes(party, { state: 'USA', name: 'Donald Trump' })).toBe(true);
    expect(says(party, {})).toEqual(['a state or a name is needed']);
    expect(takes(party, { state: 'USA', title: 'President' })).toBe(false);
  });
});

describe('a citation', () => {
  it('names a source, and may quote it', () => {
    expect(takes(citation, { source: 'alamsar' })).toBe(true);
    expect(takes(citation, { source: 'alamsar', quote: 'x'.repeat(5000) })).toBe(true);
    expect(takes(citation, { source: 'alamsar', quote: 'x'.repeat(5001) })).toBe(false);
    expect(takes(citation, { quote: 'تلقى دعوة' })).toBe(false);
    expect(takes(citation, { source: 'alamsar', page: 1 })).toBe(false);
  });
});

import { describe, it, expect } from '@jest/globals';
import { sourceSchemas } from './source.schema.js';
import { decideSource, evolveSource, initialSource, type SourceEvent } from './source.js';

const alwafd: SourceEvent['data'] = {
  id: 'alwafd-2025-11-07',
  outlet: 'بوابة الوفد',
  title: 'ﻛﺎزاﺧﺴﺘﺎن ﺗﺨﺘﺎر اﻟﺘﻄﺒﻴﻊ ﻣﻊ إﺳﺮاﺋﻴﻞ',
  url: 'https://example.org/news/1',
  language: 'ar',
  publishedOn: '2025-11-07',
  byline: 'هايدي سيد',
  reliesOn: ['يديعوت أحرونوت'],
  note: 'a note',
};
const registered: SourceEvent = { type: 'SourceRegistered', data: alwafd };
const given = (...events: SourceEvent[]) => events.reduce(evolveSource, initialSource);

describe('registering a source', () => {
  it('yields the registration', () => {
    expect(decideSource({ type: 'RegisterSource', source: alwafd }, given())).toEqual([registered]);
  });

  it('once more, as it is, yields nothing', () => {
    expect(decideSource({ type: 'RegisterSource', source: { ...alwafd } }, given(registered))).toEqual([]);
  });

  it('once more, in another form, is refused', () => {
    const other = { ...alwafd, publishedOn: '2025-11-08' };
    expect(decideSource({ type: 'RegisterSource', source: other }, given(registered))).toEqual({
      code: 'source-exists',
      source: 'alwafd-2025-11-07',
    });
  });
});

describe('what a source’s stream stores', () => {
  const takes = (fields: object): boolean =>
    sourceSchemas.SourceRegistered.safeParse({ ...alwafd, ...fields }).success;

  it('is the registration as given: a headline in presentation forms stays in them', () => {
    expect(sourceSchemas.SourceRegistered.parse(alwafd)).toEqual(alwafd);
  });

  it('may bear no headline, no address, no date and no byline', () => {
    expect(
      sourceSchemas.SourceRegistered.safeParse({ id: 'a', outlet: 'not named', language: 'ar' }).success,
    ).toBe(true);
  });

  it.each([
    { id: 'Al Wafd' },
    { outlet: '' },
    { title: 'x'.repeat(501) },
    { url: 'javascript:alert(1)' },
    { language: 'Arabic' },
    { language: undefined },
    { publishedOn: '07-11-2025' },
    { reliesOn: [''] },
    { reliesOn: Array.from({ length: 21 }, () => 'ANI') },
    { quote: 'a' },
  ])('nothing with %j', (fields) => {
    expect(takes(fields)).toBe(false);
  });
});

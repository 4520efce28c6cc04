import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import { sourceSchemas } from './source.schema.js';
import {
  decideSource,
  evolveSource,
  independentSources,
  initialSource,
  sourceFactsOf,
  type SourceCommand,
  type SourceEvent,
  type SourceFacts,
  type SourceRegistered,
} from './source.js';

const alwafd: SourceRegistered['data'] = {
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
const copy = (digit: string) => ({ sha256: digit.repeat(64), mediaType: 'text/html', bytes: 12 });
const stored = (digit: string): SourceEvent => ({ type: 'CopyStored', data: copy(digit) });
const discredited = (reason = 'a forgery'): SourceEvent => ({ type: 'SourceDiscredited', data: { reason } });
const reinstated = (reason = 'it was genuine'): SourceEvent => ({
  type: 'SourceReinstated',
  data: { reason },
});

const given = (...events: SourceEvent[]) => {
  const source = events.reduce(evolveSource, initialSource);
  return { source, when: (command: SourceCommand) => decideSource(command, source) };
};

describe('registering a source', () => {
  const register: SourceCommand = { type: 'RegisterSource', source: alwafd };

  it('yields the registration', () => {
    expect(given().when(register)).toEqual([registered]);
  });

  it('once more, as it is, yields nothing', () => {
    expect(given(registered).when({ ...register, source: { ...alwafd } })).toEqual([]);
  });

  it('once more, in another form, is refused', () => {
    const other = { ...alwafd, publishedOn: '2025-11-08' };
    expect(given(registered).when({ type: 'RegisterSource', source: other })).toEqual({
      code: 'source-exists',
      source: 'alwafd-2025-11-07',
    });
  });
});

describe('storing a copy', () => {
  const store = (digit: string): SourceCommand => ({ type: 'StoreCopy', copy: copy(digit) });

  it('yields it, once for the same bytes', () => {
    expect(given(registered).when(store('a'))).toEqual([stored('a')]);
    const again = { ...copy('a'), retrievedOn: '2026-01-20' };
    expect(given(registered, stored('a')).when({ type: 'StoreCopy', copy: again })).toEqual([]);
  });

  it('of other bytes is another copy', () => {
    expect(given(registered, stored('a')).when(store('b'))).toEqual([stored('b')]);
    expect(given(registered, stored('a'), stored('b')).source.copies).toEqual([copy('a'), copy('b')]);
  });
});

describe('discrediting a source', () => {
  const discredit = (reason: string): SourceCommand => ({ type: 'DiscreditSource', discredit: { reason } });
  const reinstate = (reason: string): SourceCommand => ({
    type: 'ReinstateSource',
    reinstatement: { reason },
  });

  it('yields it, once', () => {
    expect(given(registered).when(discredit('a forgery'))).toEqual([discredited()]);
    expect(given(registered, discredited()).when(discredit('a forgery'))).toEqual([]);
  });

  it('for another reason is refused with the reason that stands', () => {
    expect(given(registered, discredited()).when(discredit('withdrawn'))).toEqual({
      code: 'already-discredited',
      reason: 'a forgery',
    });
  });

  it('is taken back, once, and may be said again', () => {
    const back = given(registered, discredited(), reinstated());
    expect(given(registered, discredited()).when(reinstate('it was genuine'))).toEqual([reinstated()]);
    expect(back.when(reinstate('it was genuine'))).toEqual([]);
    expect(back.when(discredit('a forgery'))).toEqual([discredited()]);
  });

  it('is not taken back where it was not said', () => {
    expect(given(registered).when(reinstate('why not'))).toEqual({ code: 'not-discredited' });
    expect(given(registered, discredited(), reinstated()).when(reinstate('why not'))).toEqual({
      code: 'not-discredited',
    });
  });
});

describe('a source that is not registered', () => {
  it.each<SourceCommand>([
    { type: 'StoreCopy', copy: copy('a') },
    { type: 'DiscreditSource', discredit: { reason: 'a forgery' } },
    { type: 'ReinstateSource', reinstatement: { reason: 'it was genuine' } },
  ])('takes no %j', (command) => {
    expect(given().when(command)).toEqual({ code: 'source-not-registered' });
  });
});

describe('what the fold of a membership knows of a source', () => {
  it('is nothing of one that is not registered', () => {
    expect(sourceFactsOf(given(discredited()).source)).toBeUndefined();
  });

  it('is its outlet, whom it relies on, and what was last said of it', () => {
    const facts = { outlet: 'بوابة الوفد', reliesOn: ['يديعوت أحرونوت'], discredited: false };
    expect(sourceFactsOf(given(registered).source)).toEqual(facts);
    expect(sourceFactsOf(given(registered, discredited()).source)).toEqual({ ...facts, discredited: true });
    expect(sourceFactsOf(given(registered, discredited(), reinstated()).source)).toEqual(facts);
  });

  it('need not rely on anyone', () => {
    const { reliesOn: _, ...alone } = alwafd;
    expect(sourceFactsOf(given({ type: 'SourceRegistered', data: alone }).source)?.reliesOn).toEqual([]);
  });
});

describe('independent sources', () => {
  const facts = (outlet: string, reliesOn: string[] = [], isDiscredited = false): SourceFacts => ({
    outlet,
    reliesOn,
    discredited: isDiscredited,
  });
  const count = (...sources: SourceFacts[]) => {
    const known = new Map(sources.map((source, at) => [String(at), source]));
    return independentSources(known.keys(), known);
  };

  it('are counted once each, however often they are cited', () => {
    const known = new Map([['a', facts('Reuters')]]);
    expect(independentSources(['a', 'a'], known)).toBe(1);
    expect(independentSources([], known)).toBe(0);
  });

  it('have different outlets, in whatever spelling', () => {
    expect(count(facts('Reuters'), facts('Kazinform'))).toBe(2);
    expect(count(facts('بوابة الوفد'), facts('بوّابة  الوفد'))).toBe(1);
  });

  it('do not rely on one another', () => {
    expect(count(facts('ANI'), facts('بوابة الوفد', ['ANI']))).toBe(1);
    expect(count(facts('بوابة الوفد', ['a.n.i', 'ANI']), facts('ANI'))).toBe(1);
  });

  it('do not rely on the same', () => {
    expect(count(facts('A', ['Akorda']), facts('B', ['akorda']))).toBe(1);
    expect(count(facts('A', ['Akorda']), facts('B', ['Kazinform']))).toBe(2);
  });

  it('are not tied by others in between', () => {
    const chain = [facts('A', ['X']), facts('B', ['Y']), facts('X', ['Y'])];
    expect(count(...chain)).toBe(1);
    expect(count(...chain, facts('C'))).toBe(2);
    expect(count(facts('A', ['X']), facts('B', ['Y']))).toBe(2);
  });

  it('are not discredited, though one that is still ties others together', () => {
    expect(count(facts('A', [], true))).toBe(0);
    expect(count(facts('A', ['X'], true), facts('X', [], true))).toBe(0);
    expect(count(facts('A', [], true), facts('B'))).toBe(1);
    expect(count(facts('A', ['X']), facts('X', ['B'], true), facts('B'))).toBe(1);
  });

  it('may be unknown, and then count as one each', () => {
    expect(independentSources(['a', 'b', 'b', 'c'], new Map([['a', facts('A')]]))).toBe(3);
  });

  it('are as many in any order, and never more for one more discredited', () => {
    const outlet = fc.constantFrom('A', 'B', 'C', 'D', 'E');
    const source = fc
      .tuple(outlet, fc.array(outlet, { maxLength: 2 }), fc.boolean())
      .map(([name, reliesOn, isDiscredited]) => facts(name, reliesOn, isDiscredited));
    const several = fc
      .array(source, { minLength: 1, maxLength: 7 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(several, ([list, shuffled]) => {
        const [first, ...others] = list as [SourceFacts, ...SourceFacts[]];
        expect(count(...shuffled)).toBe(count(...list));
        expect(count({ ...first, discredited: true }, ...others)).toBeLessThanOrEqual(count(...list));
      }),
    );
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

  it('is a copy by its hash, its kind and its size', () => {
    const whole = { ...copy('a'), retrievedOn: '2026-01-19' };
    expect(sourceSchemas.CopyStored.parse(whole)).toEqual(whole);
  });

  it.each([
    { sha256: 'A'.repeat(64) },
    { sha256: 'abc' },
    { sha256: `0${'a'.repeat(64)}` },
    { sha256: `${'a'.repeat(64)}0` },
    { sha256: `${'a'.repeat(64)}\n` },
    { mediaType: 'html' },
    { mediaType: '(text/html' },
    { mediaType: 'text/html; charset=utf-8' },
    { bytes: 0 },
    { path: '/' },
  ])('is no copy with %j', (fields) => {
    expect(sourceSchemas.CopyStored.safeParse({ ...copy('a'), ...fields }).success).toBe(false);
  });

  it.each(['SourceDiscredited', 'SourceReinstated'] as const)('%s has a reason', (type) => {
    const data = { reason: 'a forgery', url: 'https://example.org/why' };
    expect(sourceSchemas[type].parse(data)).toEqual(data);
    expect(sourceSchemas[type].safeParse({ url: data.url }).success).toBe(false);
  });
});

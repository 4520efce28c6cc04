import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import { scoreName } from './score.js';
import { readyForSearch, searchNames, type NameEntry } from './search.js';

describe('scoreName', () => {
  it.each([
    ['the same letters', 'KAZAKHSTAN', 'Kazakhstan', 1, 1],
    ['the same name under another form', 'Republic of Kazakhstan', 'Kazakhstan', 0.98, 0.98],
    ['the same name written apart', 'Timor Leste', 'TimorLeste', 0.96, 0.96],
    ['the beginning of the name', 'kaz', 'Kazakhstan', 0.8, 0.95],
    ['the beginning of a word', 'new', 'Papua New Guinea', 0.65, 0.79],
    ['the beginnings of words', 'gui pap', 'Papua New Guinea', 0.55, 0.64],
    ['the name inside the query', 'Kazakhstan and its neighbours', 'Kazakhstan', 0.55, 0.64],
    ['a short name inside the query', 'Iran and the talks', 'Iran', 0.55, 0.64],
    ['one slip in seven letters', 'behrain', 'bahrain', 0.25, 0.55],
    ['two slips in eight', 'melaysoa', 'malaysia', 0.25, 0.55],
    ['three slips in twelve', 'tirkmonistin', 'turkmenistan', 0.25, 0.55],
    ['a slip', 'Kazahkstan', 'Kazakhstan', 0.25, 0.55],
    ['a slip while typing', 'kazah', 'Kazakhstan', 0.2, 0.5],
    ['the form of the state', 'republic', 'Republic of Kazakhstan', 0.8, 0.95],
    ['a short name that is no word', 'the G7 summit', 'G7', 0.55, 0.64],
    ['a short name that begins with a digit', 'the 3SI summit', '3SI', 0.55, 0.64],
    ['a short name in another script', 'زيارة إلى قطر', 'قطر', 0.55, 0.64],
    ['many shared trigrams', 'bosnia herzegowina', 'bosnia and herzegovina', 0.25, 0.5],
  ])('%s', (_, query, name, least, most) => {
    expect(scoreName(query, name)).toBeGreaterThanOrEqual(least);
    expect(scoreName(query, name)).toBeLessThanOrEqual(most);
  });

  it.each([
    ['something else', 'Kazakhstan', 'Bahrain'],
    ['a code with a slip', 'KAX', 'KAZ'],
    ['a code inside a sentence', 'Bosnia and Herzegovina', 'AND'],
    ['two slips in seven letters', 'behroin', 'bahrain'],
    ['three slips in eleven', 'efghonistin', 'afghanistan'],
    ['a code with a letter too many', 'KAZX', 'KAZ'],
    ['a blank query', ' ', 'Kazakhstan'],
    ['a blank query for a blank name', ' ', ''],
    ['a query without letters', '—', 'Kazakhstan'],
    ['a name without letters, for another', '—', '…'],
    ['a name without letters', 'Kazakhstan', '—'],
    ['a blank name', 'Kazakhstan', ''],
  ])('%s is nothing', (_, query, name) => {
    expect(scoreName(query, name)).toBe(0);
  });

  it('prefers the name of which the query covers more', () => {
    expect(scoreName('niger', 'Nigeria')).toBeGreaterThan(scoreName('niger', 'Nigerian Federation'));
    expect(scoreName('kazak', 'Kazakstan')).toBeGreaterThan(scoreName('kaza', 'Kazakstan'));
  });

  it.each([
    ['behrain', 'Bahrain', 0.507],
    ['melaysoa', 'Malaysia', 0.475],
    ['kazahk', 'Kazakhstan', 0.35],
    ['kazahkstan', 'Kazakhstan', 0.52],
    ['kazakstan', 'Kazakhstan', 0.52],
    ['gui pap', 'Papua New Guinea', 0.589],
    ['bosnia herzegowina', 'Bosnia and Herzegovina', 0.357],
  ])('of %s for %s is what it was: ranks do not shift unnoticed', (query, name, score) => {
    expect(scoreName(query, name)).toBeCloseTo(score, 3);
  });

  it('lies between 0 and 1, and is 1 for a name itself', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '-', 'ا', 'ل', 'ز', 'ك') });
    fc.assert(
      fc.property(text, text, (query, name) => {
        const score = scoreName(query, name);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        if (/[^\s-]/.test(name)) expect(scoreName(name, name)).toBe(1);
      }),
    );
  });
});

describe('searchNames', () => {
  const entries: NameEntry[] = [
    { key: 'NGA', name: 'Nigeria', kind: 'name' },
    { key: 'NER', name: 'Niger', kind: 'name' },
    { key: 'NER', name: 'النيجر', kind: 'name' },
    { key: 'NER', name: 'Republic of Niger', kind: 'alias' },
    { key: 'GIN', name: 'Guinea', kind: 'name' },
    { key: 'GNQ', name: 'Equatorial Guinea', kind: 'name' },
    { key: 'GNB', name: 'Guinea-Bissau', kind: 'name' },
  ];
  const keys = (query: string, limit = 10) => searchNames(entries, query, limit).map(({ key }) => key);

  it('gives the best name of each key, the best key first', () => {
    expect(searchNames(entries, 'niger', 10)).toEqual([
      { key: 'NER', name: 'Niger', kind: 'name', score: 1 },
      { key: 'NGA', name: 'Nigeria', kind: 'name', score: scoreName('niger', 'Nigeria') },
    ]);
    expect(keys('guinea')).toEqual(['GIN', 'GNB', 'GNQ']);
    expect(keys('نيجر')).toEqual(['NER']);
  });

  it('gives names that only look like the query where none answers it', () => {
    expect(keys('nigr')).toEqual(['NER', 'NGA']);
    expect(keys('niger')).not.toContain('GIN');
    expect(searchNames([...entries, { key: 'NGR', name: 'Nigir', kind: 'name' }], 'niger', 9)).toHaveLength(
      2,
    );
  });

  it('gives no more than it is asked for, and nothing for a blank query', () => {
    expect(keys('guinea', 1)).toEqual(['GIN']);
    expect(keys(' ')).toEqual([]);
    expect(keys('atlantis')).toEqual([]);
  });

  it('breaks ties by key, whatever the order of the entries', () => {
    const burma = ['MMR', 'BUR'].map((key) => ({ key, name: 'Burma', kind: 'name' }));
    for (const list of [burma, burma.toReversed()])
      expect(searchNames(list, 'burma', 5).map(({ key }) => key)).toEqual(['BUR', 'MMR']);
    const mali = [
      { key: 'MLI', name: 'Mali', kind: 'name' },
      { key: 'MLI', name: 'MALI', kind: 'name' },
      { key: 'MLI', name: 'MALI', kind: 'alias' },
    ];
    for (const list of [mali, mali.toReversed()])
      expect(searchNames(list, 'mali', 5)).toEqual([{ key: 'MLI', name: 'MALI', kind: 'alias', score: 1 }]);
    for (const list of [entries, entries.toReversed()])
      expect(searchNames(list, 'gui', 5)).toEqual(searchNames(entries, 'gui', 5));
  });

  it('gives the same for entries that were made ready', () => {
    const ready = readyForSearch(entries);
    expect(ready.every(({ forms }) => forms !== undefined)).toBe(true);
    expect(readyForSearch(ready)).toEqual(ready);
    for (const query of ['niger', 'gui', 'النيجر', 'nigre'])
      expect(searchNames(readyForSearch(entries), query, 5)).toEqual(searchNames(entries, query, 5));
  });
});

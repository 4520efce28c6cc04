// The names that come with the register, searched as people write them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it, expect } from '@jest/globals';
import { readyForSearch, searchNames } from '#register';
import { formerStates } from './former-states.js';
import { isoStates } from './iso-states.js';

const states = [...isoStates(), ...formerStates().map(({ state }) => state)];
const entries = readyForSearch(
  states.flatMap(({ code, alpha2, names, aliases = [] }) => [
    ...Object.values(names).map((name) => ({ key: code, name, kind: 'name' })),
    ...aliases.map((name) => ({ key: code, name, kind: 'alias' })),
    ...[code, alpha2 ?? code].map((name) => ({ key: code, name, kind: 'code' })),
  ]),
);
const find = (query: string, limit = 1) => searchNames(entries, query, limit).map(({ key }) => key);

describe('a state is found', () => {
  it.each([
    ['KAZ', 'كازاخستان'],
    ['KAZ', 'kazakhstan'],
    ['KAZ', 'Qazaqstan'],
    ['KAZ', 'Казахстан'],
    ['KAZ', 'Қазақстан'],
    ['KAZ', 'KAZ'],
    ['KAZ', 'kz'],
    ['KAZ', 'ﻛﺎزاﺧﺴﺘﺎن'],
    ['KAZ', 'كـازاخستان'],
    ['KAZ', 'جمهورية كازاخستان'],
    ['KAZ', 'Republic of Kazakhstan'],
    ['KAZ', 'Қазақстан Республикасы'],
    ['KAZ', '哈萨克斯坦'],
    ['KAZ', 'Kazahkstan'],
    ['KAZ', 'kazah'],
    ['MLI', 'مالی'],
    ['LBY', 'لیبیا'],
    ['ARE', 'الامارات'],
    ['SAU', 'المملكة العربية السعودية'],
    ['SAU', 'سعودية'],
    ['GBR', 'المملكة المتحدة'],
    ['MAR', 'مغرب'],
    ['DEU', 'المانيا'],
    ['TUR', 'Turkiye'],
    ['SWZ', 'Swaziland'],
    ['CPV', 'Cabo Verde'],
    ['CIV', 'cote divoire'],
    ['LCA', 'St. Lucia'],
    ['USA', 'Untied States'],
    ['IRN', 'Iran (Islamic Republic of)'],
    ['COD', 'Democratic Republic of the Congo'],
    ['COG', 'Congo'],
    ['PRK', "Democratic People's Republic of Korea"],
    ['KOR', 'Republic of Korea'],
    ['SUN', 'الاتحاد السوفياتي'],
    ['DDR', 'East Germany'],
    ['CSK', 'Tchécoslovaquie'],
  ])('%s by %s', (code, query) => {
    expect(find(query)).toEqual([code]);
  });

  it.each(['Niger', 'Nigeria', 'Guinea', 'Dominica', 'Dominican Republic', 'Sudan', 'South Sudan', 'Oman'])(
    'by its whole name before others that have it in theirs: %s',
    (name) => {
      const [code] = find(name);
      expect(states.find((state) => state.code === code)?.names.en).toBe(name);
    },
  );

  it('by any name that it has (each twentieth is tried)', () => {
    const tried = entries.filter((_, at) => at % 20 === 0);
    const lost = tried.filter(({ key, name }) => !find(name, 3).includes(key));
    expect(tried.length).toBeGreaterThan(100);
    expect(lost.map(({ key, name }) => `${key} ${name}`)).toEqual([]);
  });
});

const tables = new URL('../../../../../shared/data/un-mtdsg/treaties/', import.meta.url);
if (!existsSync(tables))
  process.stderr.write('../shared/data/un-mtdsg is not there: names in treaty tables are not looked up\n');
const withTables = existsSync(tables) ? describe : describe.skip;

withTables('the participants of United Nations treaties (../shared/data/un-mtdsg)', () => {
  it('are found by the names that the tables give them, each as one state', () => {
    const rows = readdirSync(tables).flatMap((file) =>
      readFileSync(new URL(file, tables), 'utf8').split('\n').slice(1),
    );
    const names = new Set(
      rows.flatMap((row) => /^(?:"([^"]*)"|([^,]*)),/.exec(row)?.slice(1).join('') ?? []),
    );
    const unclear = [...names].filter((name) => {
      const [best, next] = searchNames(entries, name, 2);
      return (best?.score ?? 0) < 0.96 || best?.score === next?.score;
    });
    expect(names.size).toBeGreaterThan(200);
    expect(unclear).toEqual(['World Health Organization']);
  });
});

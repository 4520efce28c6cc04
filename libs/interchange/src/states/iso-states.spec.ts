import { describe, it, expect } from '@jest/globals';
import { LANGUAGES, stateSchemas } from '#register';
import { isoStates } from './iso-states.js';
import { OWN_LANGUAGES } from './own-languages.js';
import { NOT_ITS_NAME, WELL_KNOWN_NAMES } from './well-known-names.js';

const states = isoStates();
const stateOf = (code: string) => states.find((state) => state.code === code);

describe('isoStates', () => {
  it('gives the 249 entries of ISO 3166-1, Kosovo and the European Union, each once', () => {
    expect(states).toHaveLength(251);
    expect(new Set(states.map(({ code }) => code)).size).toBe(251);
    expect(new Set(states.map(({ alpha2 }) => alpha2)).size).toBe(251);
    const iso = states.slice(0, -2).map(({ code }) => code);
    expect(iso).toEqual([...iso].sort());
    expect(states.slice(-2).map(({ code }) => code)).toEqual(['XKX', 'EUE']);
  });

  it('gives what the register takes', () => {
    const refused = states.filter((state) => !stateSchemas.StateRegistered.safeParse(state).success);
    expect(refused).toEqual([]);
  });

  it('names each in six languages, and writes the numeric code with three digits', () => {
    const unnamed = states.filter(({ names }) => LANGUAGES.some((language) => !names[language]));
    expect(unnamed).toEqual([]);
    const unnumbered = states.filter(({ numeric }) => !/^\d{3}$/.test(numeric ?? ''));
    expect(unnumbered.map(({ code }) => code)).toEqual(['XKX', 'EUE']);
    expect(stateOf('AFG')?.numeric).toBe('004');
  });

  it('names states in their own languages, too', () => {
    expect(stateOf('TUR')?.names['tr']).toBe('Türkiye');
    expect(stateOf('BEL')?.names).toMatchObject({ nl: 'België', de: 'Belgien' });
    expect(stateOf('IRN')?.names['fa']).toBe('ایران');
    expect(stateOf('XKX')?.names).toMatchObject({ sq: 'Kosova', sr: 'Косово' });
    const more = states.filter(({ names }) => Object.keys(names).length > LANGUAGES.length);
    expect(more.length).toBeGreaterThan(90);
  });

  it('speaks of no state that there is not', () => {
    const tables = [OWN_LANGUAGES, WELL_KNOWN_NAMES, NOT_ITS_NAME];
    expect(tables.flatMap(Object.keys).filter((code) => stateOf(code) === undefined)).toEqual([]);
  });

  it('knows Kazakhstan', () => {
    expect(stateOf('KAZ')).toEqual({
      code: 'KAZ',
      alpha2: 'KZ',
      numeric: '398',
      names: {
        en: 'Kazakhstan',
        ar: 'كازاخستان',
        fr: 'Kazakhstan',
        ru: 'Казахстан',
        zh: '哈萨克斯坦',
        es: 'Kazajistán',
        kk: 'Қазақстан',
      },
      aliases: ['Qazaqstan', 'Kazakstan', 'قازاقستان', 'كازخستان'],
    });
  });

  it('takes the first of several names and keeps the others as aliases', () => {
    expect(stateOf('GBR')).toMatchObject({
      names: { en: 'United Kingdom' },
      aliases: expect.arrayContaining(['UK', 'Great Britain']) as unknown,
    });
  });

  it('gives one alias, or none, where there is no more', () => {
    expect(stateOf('BEN')?.aliases).toEqual(['Dahomey']);
    expect(stateOf('FRA')).not.toHaveProperty('aliases');
  });

  it('gives no alias twice, and none that is a name already', () => {
    const odd = states.filter(({ names, aliases = [] }) => {
      const all = [...new Set(Object.values(names)), ...aliases];
      return new Set(all).size !== all.length;
    });
    expect(odd).toEqual([]);
  });

  it('gives the Congo to one of the two', () => {
    const named = states.filter(({ names, aliases = [] }) =>
      [...Object.values(names), ...aliases].includes('Congo'),
    );
    expect(named.map(({ code }) => code)).toEqual(['COG']);
  });

  it('knows Kosovo by the code that is in use, and not by another', () => {
    expect(stateOf('XKX')).toMatchObject({ alpha2: 'XK', names: { en: 'Kosovo', ar: 'كوسوفو' } });
    expect(stateOf('XKK')).toBeUndefined();
  });

  it('knows the European Union', () => {
    expect(stateOf('EUE')).toMatchObject({ names: { en: 'European Union', fr: 'Union européenne' } });
  });
});

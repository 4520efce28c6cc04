import { describe, it, expect } from '@jest/globals';
import { stateSchemas } from '#register';
import { isoStates } from './iso-states.js';

const states = isoStates();
const stateOf = (code: string) => states.find((state) => state.code === code);

describe('isoStates', () => {
  it('gives the 249 entries of ISO 3166-1, Kosovo and the European Union, each once', () => {
    expect(states).toHaveLength(251);
    expect(new Set(states.map(({ code }) => code)).size).toBe(251);
    expect(new Set(states.map(({ alpha2 }) => alpha2)).size).toBe(251);
    expect(states.slice(-2).map(({ code }) => code)).toEqual(['XKX', 'EUE']);
  });

  it('gives what the register takes', () => {
    const refused = states.filter((state) => !stateSchemas.StateRegistered.safeParse(state).success);
    expect(refused).toEqual([]);
  });

  it('names each in six languages, and writes the numeric code with three digits', () => {
    const languages = ['ar', 'en', 'es', 'fr', 'ru', 'zh'];
    expect(states.filter(({ names }) => Object.keys(names).sort().join() !== languages.join())).toEqual([]);
    const unnumbered = states.filter(({ numeric }) => !/^\d{3}$/.test(numeric ?? ''));
    expect(unnumbered.map(({ code }) => code)).toEqual(['XKX', 'EUE']);
    expect(stateOf('AFG')?.numeric).toBe('004');
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
      },
    });
  });

  it('takes the first of several names and keeps the others as aliases', () => {
    expect(stateOf('GBR')).toMatchObject({
      names: { en: 'United Kingdom' },
      aliases: ['UK', 'Great Britain'],
    });
  });

  it('gives no alias twice, and none that is a name already', () => {
    const odd = states.filter(({ names, aliases = [] }) => {
      const all = [...new Set(Object.values(names)), ...aliases];
      return new Set(all).size !== all.length;
    });
    expect(odd).toEqual([]);
  });

  it('knows Kosovo by the code that is in use, and not by another', () => {
    expect(stateOf('XKX')).toMatchObject({ alpha2: 'XK', names: { en: 'Kosovo', ar: 'كوسوفو' } });
    expect(stateOf('XKK')).toBeUndefined();
  });

  it('knows the European Union', () => {
    expect(stateOf('EUE')).toMatchObject({ names: { en: 'European Union', fr: 'Union européenne' } });
  });
});

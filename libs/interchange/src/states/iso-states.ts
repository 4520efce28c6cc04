import countries from 'i18n-iso-countries';
import { LANGUAGES, type StateRegistered } from '#register';
import { OWN_LANGUAGES } from './own-languages.js';
import { NOT_ITS_NAME, WELL_KNOWN_NAMES } from './well-known-names.js';

type StateData = StateRegistered['data'];

/**
 * Entities that take part as states do, under codes that ISO 3166-1 leaves to its users (XKX) or keeps for others
 * (EU, exceptionally reserved; EUE, as in the Union's own travel documents, ICAO 9303-3).
 */
const BEYOND_ISO: readonly StateData[] = [
  {
    code: 'XKX',
    alpha2: 'XK',
    names: {
      ...{ en: 'Kosovo', ar: 'كوسوفو', fr: 'Kosovo', ru: 'Косово', zh: '科索沃', es: 'Kosovo' },
      ...{ sq: 'Kosova', sr: 'Косово' },
    },
  },
  {
    code: 'EUE',
    alpha2: 'EU',
    names: {
      en: 'European Union',
      ar: 'الاتحاد الأوروبي',
      fr: 'Union européenne',
      ru: 'Европейский союз',
      zh: '欧洲联盟',
      es: 'Unión Europea',
    },
    aliases: ['EU', 'UE', 'ЕС', '欧盟'],
  },
];

/** The package gives Kosovo a code of its own, which is neither in ISO 3166-1 nor the one in use. */
const NOT_ISO = 'XKK';

/**
 * Every entry of ISO 3166-1, in the order of the alpha-3 codes, and then Kosovo and the European Union. Named in six
 * languages and in the state's own; where the package knows several names in one, the first is the name and the others
 * are aliases, and so are names that are well known besides.
 */
export function isoStates(): StateData[] {
  const codes = Object.keys(countries.getAlpha3Codes()).filter((code) => code !== NOT_ISO);
  return [...codes.sort().map(isoState), ...BEYOND_ISO];
}

function isoState(code: string): StateData {
  const known = [
    ...LANGUAGES.map((language) => [language, namesIn(code, language)] as const),
    ...(OWN_LANGUAGES[code] ?? []).map(
      (language) => [language, shortestFirst(namesIn(code, language))] as const,
    ),
  ];
  const names = Object.fromEntries(known.map(([language, [name]]) => [language, name])) as StateData['names'];
  const others = [...known.flatMap(([, [, ...more]]) => more), ...(WELL_KNOWN_NAMES[code] ?? [])];
  const taken = new Set([...Object.values(names), ...(NOT_ITS_NAME[code] ?? [])]);
  const aliases = [...new Set(others)].filter((alias) => !taken.has(alias));
  return {
    code,
    alpha2: countries.alpha3ToAlpha2(code),
    numeric: countries.alpha3ToNumeric(code)?.padStart(3, '0'),
    names,
    ...(aliases.length > 0 && { aliases }),
  };
}

/** The names of a state in a language, the first being its name; the package has one at least. */
function namesIn(code: string, language: string): readonly string[] {
  const names = countries.getName(code, language, { select: 'all' });
  if (names?.[0] === undefined) throw new Error(`no name for ${code} in ${language}`);
  return names;
}

/** Beyond the six languages the package gives the official name first ("Koninkrijk België"). */
const shortestFirst = (names: readonly string[]): readonly string[] =>
  names.toSorted((a, b) => a.length - b.length);

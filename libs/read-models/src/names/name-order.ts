// The order of names by the rules of a language. The database's collation is not asked: it differs from machine to machine.
import { LANGUAGES, type Names } from '#register';

/** A language in which the register keeps names. */
export type NameLanguage = (typeof LANGUAGES)[number];

const collators = new Map<NameLanguage, Intl.Collator>(
  LANGUAGES.map((language) => [language, new Intl.Collator(language)]),
);

/** Compares names in a language, in English where there is none in it. */
export function byNameOf(language: NameLanguage): (a: Names, b: Names) => number {
  const collator = collators.get(language) ?? new Intl.Collator();
  return (a, b) => collator.compare(a[language] ?? a.en, b[language] ?? b.en);
}

// How the pages speak: two complete languages, whose words are kept side by side.

export const LANGUAGES = ['en', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

export const DIRECTION: Readonly<Record<Language, 'ltr' | 'rtl'>> = { en: 'ltr', ar: 'rtl' };
export const OTHER: Readonly<Record<Language, Language>> = { en: 'ar', ar: 'en' };
/** Each language's own name for itself. */
export const OWN_NAME: Readonly<Record<Language, string>> = { en: 'English', ar: 'العربية' };

const NAMES: Readonly<Record<Language, Intl.DisplayNames>> = {
  en: new Intl.DisplayNames('en', { type: 'language' }),
  ar: new Intl.DisplayNames('ar', { type: 'language' }),
};

/** What a language is called in the language of the page; its tag where nobody knows it. */
export const languageName = (language: Language, tag: string): string => NAMES[language].of(tag) ?? tag;

/** What a catalogue says: a text, or a sentence made of facts. */
type Word = string | ((...facts: never[]) => string);

/**
 * A catalogue of a page's words: `words({ en: {…}, ar: {…} })[language]`. A word that is missing in one language, or takes
 * other facts there, does not compile.
 */
export const words = <English extends Readonly<Record<string, Word>>>(both: {
  readonly en: English;
  readonly ar: { readonly [Key in keyof English]: English[Key] extends string ? string : English[Key] };
}): Readonly<Record<Language, Said<English>>> => both as Readonly<Record<Language, Said<English>>>;

type Said<English> = { readonly [Key in keyof English]: English[Key] extends string ? string : English[Key] };

const NUMBERS = { en: new Intl.NumberFormat('en'), ar: new Intl.NumberFormat('ar-u-nu-latn') };
const PLURALS = { en: new Intl.PluralRules('en'), ar: new Intl.PluralRules('ar') };

/** A number as people write it; European digits in Arabic too, as the sources of this field have them. */
export const number = (language: Language, value: number): string => NUMBERS[language].format(value);

interface EnglishForms {
  readonly one: string;
  readonly other: string;
}
/** The six of CLDR: 0, 1, 2, 3-10, 11-99, and 100 and the like. */
interface ArabicForms extends EnglishForms {
  readonly zero: string;
  readonly two: string;
  readonly few: string;
  readonly many: string;
}

const plural =
  (language: Language, forms: EnglishForms & Partial<ArabicForms>) =>
  (count: number): string =>
    (forms[PLURALS[language].select(count)] ?? forms.other).replaceAll('#', number(language, count));

/** A phrase that goes with a number, which stands for `#`: `countEn({ one: '# state', other: '# states' })(27)`. */
export const countEn = (forms: EnglishForms): ((count: number) => string) => plural('en', forms);
export const countAr = (forms: ArabicForms): ((count: number) => string) => plural('ar', forms);

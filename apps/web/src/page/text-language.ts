// In which language a text is, as far as its letters tell: no more than a proposal.

/** Scripts that one language has for its own, or nearly so, among those in which states speak of one another. */
const SCRIPTS: readonly (readonly [language: string, script: RegExp])[] = [
  ['ar', /\p{Script=Arabic}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['hy', /\p{Script=Armenian}/gu],
  ['am', /\p{Script=Ethiopic}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['bn', /\p{Script=Bengali}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
];

/** Letters by which a language is told from the first of its script, where they are more than names and slips. */
const LETTERS: readonly (readonly [script: string, language: string, letters: RegExp])[] = [
  ['ar', 'ur', /[ٹڈڑںھے]/gu],
  ['ar', 'fa', /[پچژگکی]/gu],
  ['ru', 'kk', /[әғқңөұүһ]/giu],
  ['ru', 'uk', /[їєґ]/giu],
  ['zh', 'ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
];
/** Arabic pages have a Persian letter here and there; in Persian each tenth letter is one. */
const ENOUGH = 0.04;

/** The language of which the text has most letters; undefined for Latin ones, which many languages share, and for none. */
export function languageOfText(text: string): string | undefined {
  const count = (letters: RegExp): number => text.match(letters)?.length ?? 0;
  const counts = SCRIPTS.map(([language, script]) => ({ language, letters: count(script) }));
  const { language: most, letters } = counts.reduce((best, one) => (one.letters > best.letters ? one : best));
  if (letters === 0 || count(/\p{Script=Latin}/gu) > letters) return undefined;
  const closer = LETTERS.find(([script, , own]) => script === most && count(own) >= letters * ENOUGH);
  return closer?.[1] ?? most;
}

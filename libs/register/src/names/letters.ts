// One spelling for one word, in any script: what lookup and comparison see of a text. Nothing that is stored is changed.

/** Letters that are written for one another in names: Arabic yeh, heh, kaf and alef of several countries, and others. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ ا: 'ٱ', ي: 'ىیےېۍ', ه: 'ةەہھۃ', ك: 'کڪ' },
    ...{ i: 'ı', o: 'ø', d: 'đð', l: 'ł', a: 'ə', ss: 'ß', ae: 'æ', oe: 'œ', th: 'þ' },
    ...{ к: 'қ', г: 'ғґ', н: 'ң', о: 'ө', у: 'үұ', а: 'ә', и: 'і', х: 'һ', σ: 'ς' },
  }).flatMap(([letter, others]) => Array.from(others, (other) => [other, letter] as const)),
);

/**
 * Accents of Latin, Greek and Cyrillic, points of Hebrew, and of Arabic the harakat, the superscript alef and the hamza on
 * its carriers. The vowel signs of Indic and South-East Asian scripts are letters in all but name and stay.
 */
const MARKS =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/g;

/** Of Arabic, and of Persian and Urdu: ten each, from U+0660 and from U+06F0. */
const ARABIC_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** What cannot be seen (direction and joining controls, soft hyphens), tatweel, and letters used as apostrophes. */
const UNSEEN = /[\p{Cf}\u0640\u02bb-\u02bf]/gu;

/**
 * The words of a text in one spelling: NFKC (which also unfolds Arabic presentation forms), lower case, digits as 0-9,
 * no accents and no vowel signs of Arabic and Hebrew, one form of each Arabic letter, and single spaces where there were
 * spaces or punctuation. Empty where the text has neither letter nor digit.
 */
export function foldLetters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(UNSEEN, '')
    .normalize('NFC')
    .replace(ARABIC_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .replace(/[^\u0000-\u007f]/gu, (letter) => LETTERS.get(letter) ?? letter)
    .trim();
}

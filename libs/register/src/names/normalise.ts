// The name by which a thing is known, whatever the script, the spelling and the ceremony: for lookup and comparison only.
import { ARTICLES, withoutForm } from './form-words.js';
import { foldLetters } from './letters.js';

/**
 * Letters in one spelling (`foldLetters`), without articles (the Arabic one too, at the start of each word) and without
 * words for the form of a state. Each is dropped only where something remains. Two texts with the same result name the
 * same thing, as far as letters can tell; only a blank text gives an empty one.
 */
export function normaliseName(text: string): string {
  const folded = foldLetters(text);
  if (folded === '') return text.normalize('NFKC').trim();
  const words = folded.split(' ').map((word) => WRITTEN_OUT.get(word) ?? word);
  const named = words.filter((word) => !ARTICLES.has(word));
  return withoutForm(named.length > 0 ? named : words)
    .map(withoutArabicArticle)
    .join(' ');
}

/** Abbreviations that names are often written with. */
const WRITTEN_OUT: ReadonlyMap<string, string> = new Map([['st', 'saint']]);

/** Three letters at least remain: what is shorter is a word of its own, or the start of one that is being typed. */
const withoutArabicArticle = (word: string): string =>
  word.startsWith('ال') && word.length >= 5 ? word.slice(2) : word;

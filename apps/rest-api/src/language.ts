import { LANGUAGES, type Names } from '#register';
import type { Language } from './sentences.js';

/** Language tags of an Accept-Language header, the most wanted first (RFC 9110 §12.5.4). */
export function acceptedLanguages(header: string | undefined): string[] {
  return (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const quality = parameters.find((piece) => piece.startsWith('q='))?.slice(2);
      return { tag: tag.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => tag !== '' && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag.split('-')[0] as string);
}

/** The name in the first accepted language that has one; English where none does. */
export const nameIn = (names: Names, accepted: readonly string[]): string =>
  accepted.map((tag) => names[tag]).find((name) => name !== undefined) ?? names.en;

/** The language that most names of an answer will be in: the first accepted one in which the register keeps names. */
export const languageOfNames = (accepted: readonly string[]): (typeof LANGUAGES)[number] =>
  accepted.flatMap((tag) => LANGUAGES.find((kept) => kept === tag) ?? [])[0] ?? 'en';

/** The language in which the register itself speaks to this reader. */
export const spokenLanguage = (accepted: readonly string[]): Language =>
  accepted.find((tag): tag is Language => tag === 'en' || tag === 'ar') ?? 'en';

// How well a name answers what was typed.
import { foldLetters } from './letters.js';
import { normaliseName } from './normalise.js';
import { editDistance, sharedBy, trigramsOf } from './similarity.js';

/** A name made ready for comparison. Worth keeping where the same names are searched again and again. */
export interface NameForms {
  /** In one spelling, with everything that it says. */
  readonly letters: string;
  /** Without articles and the form of the state. */
  readonly core: string;
  /** The core written as one word. */
  readonly joined: string;
  readonly trigrams: ReadonlySet<string>;
}

export function formsOf(name: string): NameForms {
  const core = normaliseName(name);
  return { letters: foldLetters(name), core, joined: core.replaceAll(' ', ''), trigrams: trigramsOf(core) };
}

/**
 * From 0 (nothing alike) to 1 (the same letters): the same name (from 0.96) before one that begins with the query (0.8),
 * before one with a word that does (0.65), before one whose words are all begun or that the query contains (0.55), before
 * one that only looks like it. Within a rank, the more of the name the query covers, the better.
 */
export const scoreName = (query: string, name: string): number => scoreForms(formsOf(query), formsOf(name));

/** As `scoreName`, of names that were made ready before. */
export const scoreForms = (query: NameForms, name: NameForms): number =>
  rankOf(query, name) || likeness(query, name);

/** The score of a name that answers the query as it is written, from 0.55; 0 for one that at most looks like it. */
export function rankOf(query: NameForms, name: NameForms): number {
  if (name.core === '') return 0;
  if (query.letters === name.letters && name.letters !== '') return 1;
  if (query.core === name.core) return 0.98;
  if (query.joined === name.joined) return 0.96;
  return Math.max(startScore(query.letters, name.letters), startScore(query.core, name.core));
}

/** The query begins the name, one of its words, or each of its words begins one; or the name is a part of the query. */
function startScore(query: string, name: string): number {
  if (query === '') return 0;
  const covered = query.length / name.length;
  if (name.startsWith(query)) return 0.8 + 0.15 * covered;
  if (name.includes(` ${query}`)) return 0.65 + 0.14 * covered;
  if (beginsWords(query, name)) return 0.55 + 0.09 * Math.min(covered, 1);
  return isTold(name, query) ? 0.55 + 0.09 * (name.length / query.length) : 0;
}

/** Each of its words is the beginning of one of the name's. */
function beginsWords(query: string, name: string): boolean {
  const words = name.split(' ');
  return query.split(' ').every((asked) => words.some((word) => word.startsWith(asked)));
}

/** The query has the name in it, and it is more than a code or a small word ("and" is Andorra's code). */
const isTold = (name: string, query: string): boolean =>
  ` ${query} `.includes(` ${name} `) && (name.length > 3 || !/^[a-z]+$/.test(name));

/** How many slips are forgiven in a name of four letters or more. */
const slipsIn = (length: number): number => (length < 8 ? 1 : length < 12 ? 2 : 3);

/** Typing slips in the name or in its beginning, or enough of the same trigrams; below 0.55. Codes are not guessed at. */
export function likeness(query: NameForms, name: NameForms): number {
  if (Math.min(query.joined.length, name.joined.length) < 4) return 0;
  const shared = sharedBy(query.trigrams, name.trigrams);
  // What shares less than a fifth has too many slips in it, and most names are done with here.
  if (shared < 0.2 * Math.min(query.trigrams.size, name.trigrams.size)) return 0;
  const dice = (2 * shared) / (query.trigrams.size + name.trigrams.size);
  return (
    slipScore(query.joined, name.joined) ||
    Math.max(beginningScore(query.joined, name.joined), dice >= 0.6 ? 0.5 * dice : 0)
  );
}

function slipScore(query: string, name: string): number {
  const length = Math.max(query.length, name.length);
  const slips = slipsIn(length);
  const distance = editDistance(query, name, slips);
  return distance <= slips ? 0.25 + 0.3 * (1 - distance / length) : 0;
}

/** The name is being typed, with a slip in it. */
function beginningScore(query: string, name: string): number {
  const slips = slipsIn(query.length);
  const distance = editDistance(query, name.slice(0, query.length), slips);
  return distance <= slips
    ? 0.2 + 0.3 * ((query.length - distance) / Math.max(query.length, name.length))
    : 0;
}

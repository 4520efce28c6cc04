// Lookup by name: the best that each thing has to offer, best things first.
import { compareText } from '../order.js';
import { formsOf, likeness, rankOf, type NameForms } from './score.js';

/** A name of something; it may have several, in any script. A code counts as a name. */
export interface NameEntry {
  /** What the name leads to, such as a state's code. */
  readonly key: string;
  readonly name: string;
  /** What the caller tells names apart by, such as `name`, `alias` or `code`. */
  readonly kind: string;
  /** Present where the entry was made ready by `readyForSearch`. */
  readonly forms?: NameForms;
}

export type NameHit = Omit<NameEntry, 'forms'> & { readonly score: number };

/** The same entries, made ready once for many searches (about ten times as fast). */
export const readyForSearch = (entries: readonly NameEntry[]): NameEntry[] =>
  entries.map((entry) => ({ ...entry, forms: entry.forms ?? formsOf(entry.name) }));

/**
 * The keys that a query may mean, each with its best name, best first; of equal ones the lesser key first. Names that only
 * look like the query are given where no name answers it as it is written. The order of the entries is no matter. Nothing
 * for a blank query.
 *
 * @param limit how many at most
 */
export function searchNames(entries: readonly NameEntry[], query: string, limit: number): NameHit[] {
  const asked = formsOf(query);
  const answers = bestHits(entries, (name) => rankOf(asked, name));
  const hits = answers.length > 0 ? answers : bestHits(entries, (name) => likeness(asked, name));
  return hits.sort(compareHits).slice(0, limit);
}

function bestHits(entries: readonly NameEntry[], scoreOf: (name: NameForms) => number): NameHit[] {
  const best = new Map<string, NameHit>();
  for (const { key, name, kind, forms } of entries) {
    const hit = { key, name, kind, score: scoreOf(forms ?? formsOf(name)) };
    const known = best.get(key);
    if (hit.score > 0 && (!known || compareHits(hit, known) < 0)) best.set(key, hit);
  }
  return [...best.values()];
}

const compareHits = (a: NameHit, b: NameHit): number =>
  b.score - a.score ||
  compareText(a.key, b.key) ||
  compareText(a.name, b.name) ||
  compareText(a.kind, b.kind);

// Lookup of states and bodies by name, in any script, as known at a position.
import { normaliseName, searchNames, type NameHit } from '#register';
import { rowsOf, type Reader } from '../reader.js';

/** More names than this are never looked at closely. */
const MOST_CANDIDATES = 1000;

/**
 * The states or bodies that a text may mean, best first, with the name that matched and a score from 0 to 1. The database
 * finds names that share triples of letters or begin alike; the domain scores them.
 */
export async function lookUp(
  reader: Reader,
  kind: 'state' | 'body',
  text: string,
  position: number,
  limit: number,
): Promise<NameHit[]> {
  const normalised = normaliseName(text);
  if (normalised === '') return [];
  const candidates = await rowsOf<{ key: string; name: string }>(
    reader,
    `select substr(stream, $1) as key, name from read_model.names_like($2, $3, $4, $5, $6)`,
    [kind.length + 2, kind, normalised, `%${escapeLike(normalised)}%`, position, MOST_CANDIDATES],
  );
  return searchNames(
    candidates.map(({ key, name }) => ({ key, name, kind })),
    text,
    limit,
  );
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

// What a text may mean, states and bodies together.
import { bodiesBySlug, statesByCode, type KnownBody, type KnownState } from '../dossier/dossier.queries.js';
import type { Clocks, Reader } from '../reader.js';
import { lookUp } from './name-index.queries.js';

interface Match {
  /** The name that answered, and how well: from 0 to 1. */
  readonly match: { readonly name: string; readonly score: number };
}
export type Found = Match &
  (
    | { readonly kind: 'state'; readonly state: KnownState }
    | { readonly kind: 'body'; readonly body: KnownBody }
  );

/** States and bodies by name in any script, best first; of equal ones the state first. */
export async function searchRegister(
  reader: Reader,
  clocks: Clocks,
  q: string,
  limit: number,
): Promise<Found[]> {
  const [stateHits, bodyHits] = await Promise.all([
    lookUp(reader, 'state', q, clocks.position, limit),
    lookUp(reader, 'body', q, clocks.position, limit),
  ]);
  const [states, bodies] = await Promise.all([
    statesByCode(reader, clocks, keysOf(stateHits)),
    bodiesBySlug(reader, clocks, keysOf(bodyHits)),
  ]);
  const found = [
    ...stateHits.flatMap(({ key, name, score }): Found[] => {
      const state = states.get(key);
      return state ? [{ kind: 'state', state, match: { name, score } }] : [];
    }),
    ...bodyHits.flatMap(({ key, name, score }): Found[] => {
      const body = bodies.get(key);
      return body ? [{ kind: 'body', body, match: { name, score } }] : [];
    }),
  ];
  return found.sort((a, b) => b.match.score - a.match.score).slice(0, limit);
}

const keysOf = (hits: readonly { readonly key: string }[]): string[] => hits.map(({ key }) => key);

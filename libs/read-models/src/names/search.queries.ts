// What a text may mean: states and bodies by name in any script, best first, each with the name that answered.
import type { NameHit } from '#register';
import { bodiesBySlug, statesByCode, type KnownBody, type KnownState } from '../dossier/dossier.queries.js';
import type { Clocks, Reader } from '../reader.js';
import { lookUp } from './name-index.queries.js';

export interface Match {
  /** The name that answered, and how well: from 0 to 1. */
  readonly match: { readonly name: string; readonly score: number };
}
export type Found = Match &
  (
    | { readonly kind: 'state'; readonly state: KnownState }
    | { readonly kind: 'body'; readonly body: KnownBody }
  );

export async function statesLike(
  reader: Reader,
  clocks: Clocks,
  q: string,
  limit: number,
): Promise<(KnownState & Match)[]> {
  const hits = await lookUp(reader, 'state', q, clocks.position, limit);
  return inOrder(hits, await statesByCode(reader, clocks, keysOf(hits)));
}

export async function bodiesLike(
  reader: Reader,
  clocks: Clocks,
  q: string,
  limit: number,
): Promise<(KnownBody & Match)[]> {
  const hits = await lookUp(reader, 'body', q, clocks.position, limit);
  return inOrder(hits, await bodiesBySlug(reader, clocks, keysOf(hits)));
}

/** Both together; of equal ones the state first. */
export async function searchRegister(
  reader: Reader,
  clocks: Clocks,
  q: string,
  limit: number,
): Promise<Found[]> {
  const [states, bodies] = await Promise.all([
    statesLike(reader, clocks, q, limit),
    bodiesLike(reader, clocks, q, limit),
  ]);
  const found = [
    ...states.map((state): Found => ({ kind: 'state', state, match: state.match })),
    ...bodies.map((body): Found => ({ kind: 'body', body, match: body.match })),
  ];
  return found.sort((a, b) => b.match.score - a.match.score).slice(0, limit);
}

const keysOf = (hits: readonly NameHit[]): string[] => hits.map(({ key }) => key);

const inOrder = <Known extends object>(
  hits: readonly NameHit[],
  known: ReadonlyMap<string, Known>,
): (Known & Match)[] =>
  hits.flatMap(({ key, name, score }) => {
    const one = known.get(key);
    return one ? [{ ...one, match: { name, score } }] : [];
  });

// The register of states in the order of their names. There are some hundreds of states, and they are put in order here.
import { byNameOf, type NameLanguage } from '../names/name-order.js';
import type { Clocks, Page, Reader } from '../reader.js';
import { listStates, type KnownState } from './dossier.queries.js';

/** More states than there are. */
const ALL = 10_000;

/** A page of the states by name; `after` is the code of the last one of the page before. */
export async function listStatesByName(
  reader: Reader,
  clocks: Clocks,
  language: NameLanguage,
  { after, limit }: Page,
): Promise<KnownState[]> {
  const byName = byNameOf(language);
  const order = (a: KnownState, b: KnownState) => byName(a.names, b.names) || (a.code < b.code ? -1 : 1);
  const states = await listStates(reader, clocks, { limit: ALL });
  const last = states.find(({ code }) => code === after);
  // A cursor of a state that is not there on these clocks leads nowhere: nothing comes after it.
  if (after !== undefined && !last) return [];
  return states
    .filter((state) => last === undefined || (state.code !== last.code && order(last, state) < 0))
    .sort(order)
    .slice(0, limit);
}

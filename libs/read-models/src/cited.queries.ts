// What an answer about memberships rests on: the acts that support it and the sources that these cite.
import { actsById, type KnownAct } from './act-log/act-log.queries.js';
import { citedIn } from './act-log/explain.queries.js';
import { sourcesById, type KnownContact, type KnownSource } from './dossier/dossier.queries.js';
import type { MembershipRow } from './membership-history/membership-history.queries.js';
import type { Reader } from './reader.js';

export interface Cited {
  readonly acts: ReadonlyMap<string, KnownAct>;
  readonly sources: ReadonlyMap<string, KnownSource>;
}

export async function citedBy(
  reader: Reader,
  position: number,
  rows: readonly MembershipRow[],
): Promise<Cited> {
  const ids = rows.flatMap(({ own, reported, roles, attributes }) => [
    ...own.acts,
    ...reported.acts,
    ...roles.map(({ act }) => act),
    ...attributes,
  ]);
  const acts = await actsById(reader, position, [...new Set(ids)]);
  return { acts, sources: await sourcesCitedBy(reader, position, [...acts.values()]) };
}

export const sourcesCitedBy = (
  reader: Reader,
  position: number,
  acts: readonly KnownAct[],
): Promise<Map<string, KnownSource>> => sourcesById(reader, position, citedIn(acts));

/** Ids of the sources that contacts cite. */
export const citationsOfContacts = (contacts: readonly KnownContact[]): string[] =>
  contacts.flatMap(({ recorded, corroborations }) =>
    [...(recorded?.sources ?? []), ...corroborations.flatMap(({ sources }) => sources)].map(
      ({ source }) => source,
    ),
  );

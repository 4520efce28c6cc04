// What an answer about memberships rests on: the acts that support it and the sources that these cite.
import {
  actsById,
  sourcesById,
  type ActRow,
  type MembershipRow,
  type Reader,
  type SourceRow,
} from '#read-models';

export interface Cited {
  readonly acts: ReadonlyMap<string, ActRow>;
  readonly sources: ReadonlyMap<string, SourceRow>;
}

export async function citedBy(
  reader: Reader,
  position: number,
  rows: readonly MembershipRow[],
): Promise<Cited> {
  const ids = rows.flatMap(({ acts, reportedActs }) => [...acts, ...reportedActs]);
  const acts = await actsById(reader, position, [...new Set(ids)]);
  return { acts, sources: await sourcesCitedBy(reader, position, [...acts.values()]) };
}

export const sourcesCitedBy = (
  reader: Reader,
  position: number,
  acts: readonly ActRow[],
): Promise<Map<string, SourceRow>> =>
  sourcesById(reader, position, [...new Set(acts.flatMap(({ sources }) => sources))]);

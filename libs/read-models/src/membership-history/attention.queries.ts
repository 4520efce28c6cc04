// Standings of today that somebody ought to look at, as they are known now.
import { rowsOf, type Reader } from '../reader.js';
import { COLUMNS, type MembershipRow } from './membership-history.queries.js';

/** What is the matter with a standing. */
export const CONCERNS = ['disputed', 'discredited', 'single'] as const;
export type Concern = (typeof CONCERNS)[number];

/** Word for word the conditions of the indexes. */
const IS: Readonly<Record<Concern, string>> = {
  disputed: '(disputed or reported_disputed)',
  discredited: '(discredited or reported_discredited)',
  single: 'sources = 1',
};

/** More than these are not counted. */
export const MOST_COUNTED = 1000;

export interface Concerning {
  /** The latest to be known first. */
  readonly rows: readonly MembershipRow[];
  /** `MOST_COUNTED + 1` where there are more than that. */
  readonly count: number;
}

/** The memberships with a standing on a day that are disputed, rest on discredited sources alone, or on one source. */
export async function concerning(
  reader: Reader,
  concern: Concern,
  asOf: string,
  limit: number,
): Promise<Concerning> {
  const now = `known_to is null and ${IS[concern]} and valid_from <= $1 and (valid_to is null or valid_to > $1)
    and (standing <> 'none' or reported <> 'none')`;
  const text = `select ${COLUMNS} from read_model.membership_history where ${now}
    order by known_from desc limit $2`;
  const counted = `select count(*)::int as count from
    (select from read_model.membership_history where ${now} limit $2) as found`;
  const rows = await rowsOf<MembershipRow>(reader, text, [asOf, limit]);
  const [{ count } = { count: 0 }] = await rowsOf<{ count: number }>(reader, counted, [
    asOf,
    MOST_COUNTED + 1,
  ]);
  return { rows, count };
}

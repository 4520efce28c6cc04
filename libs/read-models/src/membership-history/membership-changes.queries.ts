// Which memberships differ between two points of one clock: by index, whatever the length of the log.
import { membershipOf, membershipStream } from '#register';
import { rowsOf, type Clocks, type Page, type Reader } from '../reader.js';
import { COLUMNS, type MembershipRow } from './membership-history.queries.js';

/** Two points: two days as known at one position, or one day as known at two. The earlier comes first. */
export interface Between {
  readonly from: Clocks;
  readonly to: Clocks;
}

/** A membership that is held to be another at the later point than at the earlier. */
export interface MembershipChange {
  readonly body: string;
  readonly state: string;
  /** null where nothing was held of it. */
  readonly before: MembershipRow | null;
  readonly after: MembershipRow | null;
}

/** Of one body or one state, where they are given. */
export type ChangeFilter = Page & { readonly body?: string | undefined; readonly state?: string | undefined };

/** The key of a change, for the page after it. */
export const keyOfChange = ({ body, state }: { readonly body: string; readonly state: string }): string =>
  membershipStream(body, state);

/** The memberships that differ, in any word of theirs; by body and state, ascending. */
export function membershipChanges(
  reader: Reader,
  { from, to }: Between,
  { after, limit, body, state }: ChangeFilter,
): Promise<MembershipChange[]> {
  const last = membershipOf(after ?? '') ?? { body: '', state: '' };
  return rowsOf(reader, CHANGES, [
    from.position,
    from.asOf,
    to.position,
    to.asOf,
    last.body,
    last.state,
    body ?? null,
    state ?? null,
    limit,
  ]);
}

/** Lines with a row that was opened or closed between two positions, or begins between two days. */
const CANDIDATES = `
  select body, state from read_model.membership_history
    where known_from > $1 and known_from <= $3 and ($7::text is null or body = $7) and ($8::text is null or state = $8)
  union select body, state from read_model.membership_history
    where known_to > $1 and known_to <= $3 and ($7::text is null or body = $7) and ($8::text is null or state = $8)
  union select body, state from read_model.membership_history
    where valid_from > $2::date and valid_from <= $4::date and known_from <= $3 and (known_to is null or known_to > $3)
      and ($7::text is null or body = $7) and ($8::text is null or state = $8)`;

/** All that a row says beyond its place on the clocks. */
const CONTENT = `row(standing, since, attestation, acts, sources, disputed, discredited, reported, reported_since,
  reported_attestation, reported_acts, reported_sources, reported_disputed, reported_discredited, roles, attributes)`;

/** The row of a candidate on both clocks, if it says anything. */
const rowOn = (position: string, day: string): string => `
  select (select row_to_json(r) from (select ${COLUMNS}) r) as row, ${CONTENT} as content
  from read_model.membership_history h
  where h.body = c.body and h.state = c.state
    and known_from <= ${position} and (known_to is null or known_to > ${position})
    and valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)
    and (acts <> '{}' or reported_acts <> '{}' or roles <> '[]' or attributes <> '{}')`;

const CHANGES = `
  select c.body, c.state, b.row as before, a.row as after from (${CANDIDATES}) c
    left join lateral (${rowOn('$1', '$2')}) b on true
    left join lateral (${rowOn('$3', '$4')}) a on true
  where (c.body, c.state) > ($5, $6) and b.content is distinct from a.content
  order by c.body, c.state limit $9`;

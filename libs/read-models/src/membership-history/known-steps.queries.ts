// What the register held of a membership at any time, and the positions at which it came to hold it.
import { rowsOf, type Reader } from '../reader.js';
import { COLUMNS, type MembershipRow } from './membership-history.queries.js';

/** Every row of a membership, on both clocks: those that are no longer held too; by position and day, ascending. */
export const everyRowOf = (reader: Reader, body: string, state: string): Promise<MembershipRow[]> =>
  rowsOf(
    reader,
    `select ${COLUMNS} from read_model.membership_history where body = $1 and state = $2
       order by known_from, valid_from`,
    [body, state],
  );

/** A position at which something was learned, and the instant at which it was recorded. */
export interface KnownStep {
  readonly position: number;
  readonly at: string;
}

/** More than these nobody walks through. */
const MOST_STEPS = 200;

/** The first position at which something was held of a body, of a state or of both, and the last at which it changed; ascending. */
export async function knownStepsOf(
  reader: Reader,
  { body, state }: { readonly body?: string; readonly state?: string },
): Promise<KnownStep[]> {
  const values: unknown[] = [MOST_STEPS];
  const conditions = [
    ...(body === undefined ? [] : [`body = $${String(values.push(body))}`]),
    ...(state === undefined ? [] : [`state = $${String(values.push(state))}`]),
  ];
  const rows = `from read_model.membership_history where ${conditions.join(' and ')}`;
  const steps = await rowsOf<KnownStep>(
    reader,
    `select position, event_store.instant(recorded_at) as at
     from ((select distinct known_from as position ${rows} order by position desc limit $1)
           union (select min(known_from) ${rows})) as learned
       join event_store.event using (position) order by position`,
    values,
  );
  return steps;
}

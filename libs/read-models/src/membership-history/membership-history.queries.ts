// Standings as of a day, as known at a position.
import type { HeldRole, Standing, View } from '#register';
import { rowsOf, type Clocks, type Page, type Reader } from '../reader.js';

/** A row of the history as it is read. */
export interface MembershipRow {
  readonly body: string;
  readonly state: string;
  readonly from: string;
  readonly to: string | null;
  readonly knownFrom: number;
  readonly knownTo: number | null;
  readonly own: View;
  readonly reported: View;
  readonly roles: readonly HeldRole[];
  readonly attributes: readonly string[];
  readonly cause: string;
}

const view = (standing: string, prefix: string): string =>
  `json_build_object('standing', ${standing}, 'since', ${prefix}since, 'attestation', ${prefix}attestation,
     'acts', ${prefix}acts, 'sources', ${prefix}sources, 'disputed', ${prefix}disputed,
     'discredited', ${prefix}discredited)`;

/** Columns as `MembershipRow` names them. */
export const COLUMNS = `body, state, valid_from as "from", valid_to as "to", known_from as "knownFrom",
  known_to as "knownTo", ${view('standing', '')} as own, ${view('reported', 'reported_')} as reported,
  roles, attributes, cause`;

const SELECT = `select ${COLUMNS} from read_model.membership_history`;

/** Known at position $1, and true on day $2: at most one row for each state and body. */
const ON_BOTH_CLOCKS = `known_from <= $1 and (known_to is null or known_to > $1)
  and valid_from <= $2 and (valid_to is null or valid_to > $2)`;

const SAYS_SOMETHING = `(standing <> 'none' or reported <> 'none')`;

/** The standing of a state in every body in which it has one, by its own word or another's; by slug, ascending. */
export const membershipsOfState = (
  reader: Reader,
  state: string,
  { asOf, position }: Clocks,
  { after, limit }: Page,
): Promise<MembershipRow[]> =>
  rowsOf(
    reader,
    `${SELECT} where ${ON_BOTH_CLOCKS} and state = $3 and body > $4 and ${SAYS_SOMETHING} order by body limit $5`,
    [position, asOf, state, after ?? '', limit],
  );

/** The states with a standing in a body, of these standings if any are named; by code, ascending. */
export const membersOfBody = (
  reader: Reader,
  body: string,
  { asOf, position }: Clocks,
  { after, limit, standings }: Page & { standings?: readonly Standing[] },
): Promise<MembershipRow[]> =>
  rowsOf(
    reader,
    `${SELECT} where ${ON_BOTH_CLOCKS} and body = $3 and state > $4 and ${SAYS_SOMETHING}
       and ($5::text[] is null or standing = any($5)) order by state limit $6`,
    [position, asOf, body, after ?? '', standings ?? null, limit],
  );

/** Narrows the rows of all memberships: to one body, to one state, to some standings by own word. */
export interface MembershipFilter {
  readonly body?: string | undefined;
  readonly state?: string | undefined;
  readonly standings?: readonly Standing[] | undefined;
}

/** Every standing of every state in every body; by slug and code, ascending. `after` is `keyOfMembership` of a row. */
export function allMemberships(
  reader: Reader,
  { asOf, position }: Clocks,
  { body, state, standings, after, limit }: MembershipFilter & Page,
): Promise<MembershipRow[]> {
  const last = partsOfKey(after ?? '');
  // Only what is asked for stands in the statement, so that each question gets the plan that suits it.
  const wanted = [
    [body, (at: string) => `body = ${at}`],
    [state, (at: string) => `state = ${at}`],
    [standings, (at: string) => `standing = any(${at})`],
  ] as const;
  const values: unknown[] = [position, asOf, last.body, last.state, limit];
  const conditions = wanted.flatMap(([value, condition]) =>
    value === undefined ? [] : [condition(`$${String(values.push(value))}`)],
  );
  return rowsOf(
    reader,
    `${SELECT} where ${[ON_BOTH_CLOCKS, '(body, state) > ($3, $4)', SAYS_SOMETHING, ...conditions].join(' and ')}
       order by body, state limit $5`,
    values,
  );
}

/** `board-of-peace-KAZ`: a slug has no capital letter, and a code begins with one. */
export const keyOfMembership = ({ body, state }: { readonly body: string; readonly state: string }): string =>
  `${body}-${state}`;

function partsOfKey(key: string): { readonly body: string; readonly state: string } {
  const [, body = '', state = ''] = /^([a-z0-9-]*?)-([A-Z].*)$/.exec(key) ?? [];
  return { body, state };
}

/** The line of one membership as known at a position: its intervals in order of days. */
export const lineOf = (
  reader: Reader,
  body: string,
  state: string,
  position: number,
): Promise<MembershipRow[]> =>
  rowsOf(
    reader,
    `${SELECT} where known_from <= $1 and (known_to is null or known_to > $1) and body = $2 and state = $3
       order by valid_from`,
    [position, body, state],
  );

/** How many states have which standing in each of these bodies; by body and standing, ascending. */
export const countsOfBodies = (
  reader: Reader,
  { asOf, position }: Clocks,
  bodies: readonly string[],
): Promise<{ readonly body: string; readonly standing: Standing; readonly states: number }[]> =>
  rowsOf(
    reader,
    `select body, standing, count(*)::int as states from read_model.membership_history
     where ${ON_BOTH_CLOCKS} and body = any($3) and standing <> 'none'
     group by body, standing order by body, standing`,
    [position, asOf, bodies],
  );

/** In how many bodies each of these states has which standing; by state and standing, ascending. */
export const countsOfStates = (
  reader: Reader,
  { asOf, position }: Clocks,
  states: readonly string[],
): Promise<{ readonly state: string; readonly standing: Standing; readonly bodies: number }[]> =>
  rowsOf(
    reader,
    `select state, standing, count(*)::int as bodies from read_model.membership_history
     where ${ON_BOTH_CLOCKS} and state = any($3) and standing <> 'none'
     group by state, standing order by state, standing`,
    [position, asOf, states],
  );

/** The lines of a state in every body as known at a position; by body and day, ascending. */
export const linesOfState = (reader: Reader, state: string, position: number): Promise<MembershipRow[]> =>
  rowsOf(
    reader,
    `${SELECT} where known_from <= $1 and (known_to is null or known_to > $1) and state = $2
       order by body, valid_from`,
    [position, state],
  );

/** From a day on, so many states have this standing in a body. */
export interface Count {
  readonly from: string;
  readonly standing: Standing;
  readonly states: number;
}

/** How many states have which standing, anew for each day on which the number changes; by day and standing, ascending. */
export const countsOverTime = (reader: Reader, body: string, position: number): Promise<Count[]> =>
  rowsOf(
    reader,
    `with steps as (
       select day, standing, sum(change) as change
       from read_model.membership_history,
         lateral (values (valid_from, 1), (valid_to, -1)) as step(day, change)
       where body = $2 and known_from <= $1 and (known_to is null or known_to > $1)
         and standing <> 'none' and day is not null
       group by day, standing
     )
     select day as "from", standing, (sum(change) over (partition by standing order by day))::int as states
     from steps where change <> 0 order by day, standing`,
    [position, body],
  );

// The drift proof: what a replay folds must be what the live table holds, as known at the same position.
import type { View } from '#register';
import { rowsOf, type Reader } from '../reader.js';
import { COLUMNS } from './membership-history.queries.js';
import type { HistoryRow, MembershipDocument } from './membership-history.projection.js';

/** A row that the replay and the live table do not agree on; one of the two may lack it. */
export interface Difference {
  readonly body: string;
  readonly state: string;
  readonly replayed: HistoryRow | null;
  readonly live: HistoryRow | null;
}

type LiveRow = HistoryRow & { readonly body: string; readonly state: string };

/** Few enough that other requests get their turn between two pages. */
const AT_ONCE = 1000;

/** Which lines are compared: those of one body, or those that a replay of a part of the lines has taken in. */
export interface DriftScope {
  readonly body?: string | undefined;
  readonly takesIn?: (body: string, state: string) => boolean;
}

/**
 * Compares every row known at a position, closed ones included, and gives each row that differs as it is found; in the end
 * the number of live rows that were compared. None that differs: the live table is proven.
 */
export async function* driftFrom(
  replayed: ReadonlyMap<string, MembershipDocument>,
  reader: Reader,
  position: number,
  { body: only, takesIn = () => true }: DriftScope = {},
): AsyncGenerator<Difference, number> {
  const expected = new Map(rowsOfReplay(replayed));
  let compared = 0;
  for await (const live of liveRows(reader, position, only)) {
    const { body, state } = live;
    if (!takesIn(body, state)) continue;
    compared += 1;
    const row = inOrder({ ...live, knownTo: asKnown(live.knownTo, position) });
    const key = keyOf(live);
    const twin = expected.get(key);
    expected.delete(key);
    if (!twin || JSON.stringify(twin.row) !== JSON.stringify(row)) {
      yield { body, state, replayed: twin?.row ?? null, live: row };
    }
  }
  for (const { body, state, row } of expected.values()) yield { body, state, replayed: row, live: null };
  return compared;
}

/** What is closed later is open at the position. */
const asKnown = (knownTo: number | null, position: number): number | null =>
  knownTo !== null && knownTo <= position ? knownTo : null;

const keyOf = ({ body, state, knownFrom, from }: LiveRow): string => [body, state, knownFrom, from].join(' ');

function* rowsOfReplay(replayed: ReadonlyMap<string, MembershipDocument>) {
  for (const document of replayed.values()) {
    if (document.kind !== 'line') continue;
    const { body, state } = document;
    for (const row of document.rows) {
      yield [keyOf({ ...row, body, state }), { body, state, row: inOrder(row) }] as const;
    }
  }
}

/** The fields in the order of `COLUMNS`, so that two rows can be compared as text. */
const inOrder = ({
  from,
  to,
  knownFrom,
  knownTo,
  own,
  reported,
  roles,
  attributes,
  cause,
}: HistoryRow): HistoryRow => ({
  from,
  to,
  knownFrom,
  knownTo,
  own: viewInOrder(own),
  reported: viewInOrder(reported),
  roles: roles.map(({ role, since, attestation, act }) => ({ role, since, attestation, act })),
  attributes,
  cause,
});

const viewInOrder = (view: View): View => ({
  standing: view.standing,
  since: view.since,
  attestation: view.attestation,
  acts: view.acts,
  sources: view.sources,
  disputed: view.disputed,
  discredited: view.discredited,
});

async function* liveRows(
  reader: Reader,
  position: number,
  body: string | undefined,
): AsyncGenerator<LiveRow> {
  let after: [string, string, number, string] = ['', '', 0, '0001-01-01'];
  for (;;) {
    const rows = await rowsOf<LiveRow>(reader, LIVE, [position, ...after, AT_ONCE, body ?? null]);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONCE) return;
    after = [last.body, last.state, last.knownFrom, last.from];
  }
}

const LIVE = `select ${COLUMNS} from read_model.membership_history
  where known_from <= $1 and (body, state, known_from, valid_from) > ($2, $3, $4, $5::date)
    and ($7::text is null or body = $7)
  order by body, state, known_from, valid_from limit $6`;

// Where a new act would stand in a line.
import type { Day } from '../day.js';
import { isOwnWord, type Standing } from '../vocabulary.js';
import type { Anomaly, CameOn, Surroundings } from './fold.js';
import { foldLine } from './line.js';
import type { MembershipAct } from './membership.js';
import { resolveActs, type ResolvedAct } from './resolve.js';
import { firstDay } from './steps.js';

/** Sorts after every event id: of two like acts on one day, the new one comes last. */
export const NEW = '\uffff';

/** An act that is not recorded yet, as it would be resolved. */
export function candidate(act: MembershipAct, state: string): ResolvedAct {
  const [resolved] = resolveActs([{ eventId: NEW, event: act }], state);
  return resolved as ResolvedAct;
}

/**
 * The standing on which an act would come, among the acts of its own strength, with the last event that led to it, and
 * why no person may record it there, if so.
 */
export function standingBefore(
  act: MembershipAct,
  acts: readonly ResolvedAct[],
  around: Surroundings & { readonly state: string },
): {
  readonly day: Day;
  readonly standing: Standing;
  readonly since: string | null;
  readonly clash: Anomaly['why'] | undefined;
} {
  const placed = candidate(
    { ...act, data: { ...act.data, claim: undefined } } as MembershipAct,
    around.state,
  );
  const { cameOn, anomalies } = foldLine([...acts, placed], around);
  const came = cameOn.get(NEW) as CameOn;
  const { standing, support } = isOwnWord(act.data.attestation) ? came.own : came.reported;
  return {
    day: firstDay(placed),
    standing,
    since: support.at(-1)?.eventId ?? null,
    clash: anomalies.find(({ eventId }) => eventId === NEW)?.why,
  };
}

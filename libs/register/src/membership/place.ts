// Where a new act would stand in a line.
import type { Day } from '../day.js';
import { isOwnWord } from '../vocabulary.js';
import { firstDay, foldLine, inFoldOrder, intervalOn, NOTHING, type Surroundings, type View } from './line.js';
import type { MembershipAct } from './membership.js';
import { resolveActs, type ResolvedAct } from './resolve.js';

/** Sorts after every event id: of two like acts on one day, the new one comes last. */
export const NEW = '\uffff';

/** An act that is not recorded yet, as it would be resolved. */
export function candidate(act: MembershipAct, state: string): ResolvedAct {
  const [resolved] = resolveActs([{ eventId: NEW, event: act }], state);
  return resolved as ResolvedAct;
}

/** The standing on which an act would come, among the acts of its own strength, and whether a person may record it there. */
export function standingBefore(
  act: MembershipAct,
  acts: readonly ResolvedAct[],
  around: Surroundings & { readonly state: string },
): { readonly day: Day; readonly view: View; readonly clashes: boolean } {
  const placed = candidate({ ...act, data: { ...act.data, claim: undefined } } as MembershipAct, around.state);
  const counted = inFoldOrder([...acts.filter(({ status }) => status === 'counts'), placed]);
  const before = counted.slice(0, counted.indexOf(placed));
  const day = firstDay(placed);
  const interval = intervalOn(foldLine(before, around).intervals, day);
  const view = (isOwnWord(act.data.attestation) ? interval?.own : interval?.reported) ?? NOTHING;
  const { anomalies } = foldLine([...before, placed], around);
  return { day, view, clashes: anomalies.some(({ eventId }) => eventId === NEW) };
}

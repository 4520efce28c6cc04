// What is wrong with an act by itself, wherever in the line it stands: its days, and whose word it is said to be.
import { dayInFuture, foldDay, type Day, type DayInFuture } from '../day.js';
import { isOwnWord } from '../vocabulary.js';
import type { MembershipAct } from './membership.js';
import type { ActType } from './standing.js';

export type ActFaultRefusal =
  | DayInFuture
  | { readonly code: 'effect-before-notice'; readonly on: Day; readonly effectiveOn: Day }
  /** `speaker` is a state, and not the `owner` of the act. */
  | { readonly code: 'not-own-word'; readonly act: ActType; readonly speaker: string; readonly owner: string }
  /** `speaker` is a name; for which state it speaks is not said. */
  | {
      readonly code: 'speaker-without-state';
      readonly act: ActType;
      readonly speaker: string;
      readonly owner: string;
    };

export type ActFault = ActFaultRefusal['code'];

/** What has happened lies in the past. `today` is the day in UTC on which it is recorded. */
export function dayRefusal(act: MembershipAct, today: Day): ActFaultRefusal | undefined {
  return dayInFuture(act.data, today) ?? effectRefusal(act);
}

/** VCLT art. 56(2): a withdrawal is notified beforehand. An instrument may reach back (1978 convention, art. 23). */
function effectRefusal({ type, data }: MembershipAct): ActFaultRefusal | undefined {
  if (type !== 'WithdrawalNotified' || data.effectiveOn === undefined) return undefined;
  const [on, effectiveOn] = [foldDay(data.on), foldDay(data.effectiveOn)];
  return effectiveOn < on ? { code: 'effect-before-notice', on, effectiveOn } : undefined;
}

/** Only the state itself can announce its own intent; of another party's word the register says `stated`. */
export function speakerRefusal(act: MembershipAct, owner: string): ActFaultRefusal | undefined {
  if (act.type !== 'IntentAnnounced' || !isOwnWord(act.data.attestation)) return undefined;
  // A party has a state or a name.
  const { state, name } = act.data.by;
  if (state === owner) return undefined;
  return state === undefined
    ? { code: 'speaker-without-state', act: act.type, speaker: name as string, owner }
    : { code: 'not-own-word', act: act.type, speaker: state, owner };
}

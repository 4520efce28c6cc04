// When one act contradicts another: the state says on a day that it intends or declines, and another party says of the same
// day that it has gone further. Both count, each in its own standing, and the further claim is disputed.
import { isOwnWord } from '../vocabulary.js';
import type { ResolvedAct } from './resolve.js';

const HOLDS_BACK: readonly string[] = ['IntentAnnounced', 'MembershipDeclined'];
const GOES_FURTHER: readonly string[] = [
  'MembershipAccepted',
  'AccordJoined',
  'CharterSigned',
  'InstrumentDeposited',
];

/** Event ids of the acts that an own word of the same day contradicts. */
export function contradicted(acts: readonly ResolvedAct[]): ReadonlySet<string> {
  const ownWords = acts.filter(({ act }) => HOLDS_BACK.includes(act.type) && isOwnWord(act.data.attestation));
  const further = acts.filter(
    ({ act }) => GOES_FURTHER.includes(act.type) && !isOwnWord(act.data.attestation),
  );
  const isContradicted = (claim: ResolvedAct): boolean =>
    ownWords.some((own) => own.effectiveDay === claim.effectiveDay);
  return new Set(further.filter(isContradicted).map(({ eventId }) => eventId));
}

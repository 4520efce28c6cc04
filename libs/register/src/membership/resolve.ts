// What has become of each act: corrections, retractions, denials and corroborations, applied to what they speak of. They
// form a graph by event ids, so the order of recording does not matter, and correcting a correction needs no rule of its own.
import { foldDay, type Day } from '../day.js';
import type { Citation, Party } from '../fields.schema.js';
import { compareText } from '../order.js';
import { isOwnWord } from '../vocabulary.js';
import { dayRefusal, speakerRefusal, type ActFault } from './act-faults.js';
import type { Correction, MembershipAct, MembershipEvent, RecordedEvent } from './membership.js';

/** An act of the line as it stands after all that was said of it. */
export interface ResolvedAct {
  /** The event that recorded it. */
  readonly eventId: string;
  /** As corrected. */
  readonly act: MembershipAct;
  /** The day of the act and the day from which it takes effect, as the fold takes them. */
  readonly day: Day;
  readonly effectiveDay: Day;
  readonly status: 'counts' | 'claim' | 'retracted' | 'denied';
  /** Someone other than the one whose act it is denies it. */
  readonly disputed: boolean;
  /** The events that corrected, retracted, denied or corroborated it and stand themselves. */
  readonly corrections: readonly string[];
  /** What a person would have been refused for, whatever the line; of an act that was corrected nothing is held any more. */
  readonly fault?: ActFault;
  /** Its own citations and those of its corroborations. */
  readonly citations: readonly Citation[];
}

/** The acts among recorded events, in the order of recording. `state` is the state whose membership it is. */
export function resolveActs(events: readonly RecordedEvent[], state: string): ResolvedAct[] {
  const graph = new Corrections(events);
  return events.flatMap((event) =>
    isCorrection(event.event) ? [] : [resolveAct(event, event.event, graph, state)],
  );
}

/** Whether an event was retracted by one that stands. */
export const isRetracted = (eventId: string, events: readonly RecordedEvent[]): boolean =>
  new Corrections(events).standingOn(eventId).some(({ event }) => event.type === 'ActRetracted');

export const isCorrection = (event: MembershipEvent): event is Correction => event.type in TARGET;

function resolveAct(
  { eventId, recordedOn }: RecordedEvent,
  recorded: MembershipAct,
  graph: Corrections,
  state: string,
): ResolvedAct {
  const standing = graph.standingOn(eventId);
  const corrected = graph.corrected(eventId);
  const act = corrected ?? recorded;
  const fault = corrected ? undefined : faultOf(act, state, recordedOn);
  const denials = standing.flatMap(({ event }) => (event.type === 'ActDenied' ? [event.data] : []));
  const ownDenial = denials.some(({ by, attestation }) => isOwnWord(attestation) && isOwner(by, act, state));
  const retracted = standing.some(({ event }) => event.type === 'ActRetracted');
  const corroborations = standing.flatMap(({ event }) =>
    event.type === 'ActCorroborated' ? event.data.sources : [],
  );
  const day = foldDay(act.data.on);
  return {
    eventId,
    act,
    day,
    effectiveDay: act.data.effectiveOn === undefined ? day : foldDay(act.data.effectiveOn),
    status: retracted ? 'retracted' : ownDenial ? 'denied' : act.data.claim === true ? 'claim' : 'counts',
    disputed: denials.length > 0,
    corrections: standing.map((correction) => correction.eventId),
    citations: [...act.data.sources, ...corroborations],
    ...(fault && { fault }),
  };
}

/** Where the day of recording is not known, no day is held against it. */
const faultOf = (act: MembershipAct, state: string, recordedOn = '9999-12-31'): ActFault | undefined =>
  (dayRefusal(act, recordedOn) ?? speakerRefusal(act, state))?.code;

/** Whose act it is: the inviter's for an invitation and its withdrawal, the state's for all others. */
export function ownerOf(act: MembershipAct, state: string): string | undefined {
  return act.type === 'InvitationReceived' || act.type === 'InvitationWithdrawn' ? act.data.by.state : state;
}

/** Whether somebody is the one whose act it is. Of an inviter that is no state, the name tells. */
function isOwner(by: Party, act: MembershipAct, state: string): boolean {
  const owner = ownerOf(act, state);
  if (owner !== undefined || by.state !== undefined) return by.state === owner;
  return 'by' in act.data && act.data.by?.name === by.name;
}

/** The field by which each correction names the event that it speaks of. */
const TARGET = {
  ActCorrected: 'corrects',
  ActRetracted: 'retracts',
  ActDenied: 'denies',
  ActCorroborated: 'corroborates',
} as const satisfies Record<Correction['type'], string>;

/** The event that a correction speaks of. */
export const targetOf = (correction: Correction): string =>
  (correction.data as Record<string, unknown>)[TARGET[correction.type]] as string;

interface RecordedCorrection {
  readonly eventId: string;
  readonly event: Correction;
}

class Corrections {
  readonly #byTarget = new Map<string, RecordedCorrection[]>();
  readonly #void = new Map<string, boolean>();

  constructor(events: readonly RecordedEvent[]) {
    for (const { eventId, event } of events) {
      if (!isCorrection(event)) continue;
      const target = targetOf(event);
      this.#byTarget.set(target, [...(this.#byTarget.get(target) ?? []), { eventId, event }]);
    }
    for (const corrections of this.#byTarget.values())
      corrections.sort((a, b) => compareText(a.eventId, b.eventId));
  }

  /** The corrections of an event that were not retracted themselves, by event id. */
  standingOn(eventId: string): readonly RecordedCorrection[] {
    return (this.#byTarget.get(eventId) ?? []).filter((correction) => !this.#isVoid(correction.eventId));
  }

  /** What stands in place of an act, or of a correction of one; undefined where nothing does. From an act no circle is met. */
  corrected(eventId: string): MembershipAct | undefined {
    const last = this.standingOn(eventId).findLast(({ event }) => event.type === 'ActCorrected');
    if (last?.event.type !== 'ActCorrected') return undefined;
    return this.corrected(last.eventId) ?? last.event.data.act;
  }

  /** Retracted by an event that stands. A circle of retractions, which no person can record, is followed once around. */
  #isVoid(eventId: string): boolean {
    const known = this.#void.get(eventId);
    if (known !== undefined) return known;
    this.#void.set(eventId, false);
    const isVoid = this.standingOn(eventId).some(({ event }) => event.type === 'ActRetracted');
    this.#void.set(eventId, isVoid);
    return isVoid;
  }
}

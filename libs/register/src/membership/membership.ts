// membership.ts: what can happen between one state and one body, and what a person may record of it.
import type { z } from 'zod';
import { dayRange, foldDay, nextDay, type Day } from '../day.js';
import { same } from '../same.js';
import type { StateFacts } from '../state/state.js';
import { existsOn } from '../state/state.js';
import { isOwnWord, type Standing } from '../vocabulary.js';
import { foldLine, type Surroundings } from './line.js';
import type { actSchemas, correctionSchemas } from './membership.schema.js';
import { isRetracted, resolveActs, type ResolvedAct } from './resolve.js';
import { standingBefore } from './place.js';
import { isLegalAct, legalActs, type ActType } from './standing.js';

type Events<Schemas extends Record<string, z.ZodType>> = {
  [T in keyof Schemas & string]: { readonly type: T; readonly data: z.infer<Schemas[T]> };
}[keyof Schemas & string];

/** Stored as they stand: a changed meaning is a new version of the schema, with an upcast. */
export type MembershipAct = Events<typeof actSchemas>;
/** What is said of an earlier event of the same stream. */
export type Correction = Events<typeof correctionSchemas>;
export type MembershipEvent = MembershipAct | Correction;

export type MembershipCommand =
  /** `as` an import, an act may stand where no person could record it; it is flagged in the line. */
  | { readonly type: 'RecordAct'; readonly act: MembershipAct; readonly as: 'person' | 'import' }
  | { readonly type: 'Correct'; readonly correction: Correction };

/** Codes and the facts that explain them; the sentences are the apps'. */
export type MembershipRefusal =
  | {
      readonly code: 'act-not-legal';
      readonly act: ActType;
      readonly on: Day;
      readonly standing: Standing;
      /** The event that led to that standing; null where nothing is recorded yet. */
      readonly since: string | null;
      /** What may be recorded instead. */
      readonly legal: readonly ActType[];
    }
  | {
      readonly code: 'day-in-future';
      readonly field: 'on' | 'announcedOn';
      readonly day: Day;
      readonly today: Day;
    }
  | { readonly code: 'effect-before-notice'; readonly on: Day; readonly effectiveOn: Day }
  | { readonly code: 'not-own-word'; readonly act: ActType; readonly speaker: string; readonly owner: string }
  | {
      readonly code: 'state-not-there';
      readonly state: string;
      readonly on: Day;
      readonly from: Day | null;
      readonly until: Day | null;
    }
  | { readonly code: 'unknown-act'; readonly eventId: string }
  | { readonly code: 'not-correctable'; readonly eventId: string; readonly type: string }
  | { readonly code: 'already-corrected'; readonly eventId: string; readonly by: string };

export interface RecordedEvent {
  readonly eventId: string;
  readonly event: MembershipEvent;
}

/** All that was recorded of one state and one body, in the order of recording. */
export interface Membership {
  readonly events: readonly RecordedEvent[];
}

/** What `decide` must know beyond the membership itself. */
export interface Circumstances extends Surroundings {
  readonly state: string;
  readonly stateFacts: StateFacts;
  /** The day on which the command is given, in UTC. */
  readonly today: Day;
}

export const initial: Membership = { events: [] };

/** The events that a command yields: none where all is recorded already; a refusal where it may not be recorded. */
export function decide(
  command: MembershipCommand,
  membership: Membership,
  circumstances: Circumstances,
): MembershipEvent[] | MembershipRefusal {
  switch (command.type) {
    case 'RecordAct':
      return recordAct(command.act, command.as, membership, circumstances);
    case 'Correct':
      return correct(command.correction, membership, circumstances);
  }
}

/** Total: whatever the log holds, it folds. */
export const evolve = (
  membership: Membership,
  { eventId, type, data }: MembershipEvent & { eventId: string },
): Membership => ({
  events: [...membership.events, { eventId, event: { type, data } as MembershipEvent }],
});

function recordAct(
  act: MembershipAct,
  as: 'person' | 'import',
  membership: Membership,
  circumstances: Circumstances,
): MembershipEvent[] | MembershipRefusal {
  const acts = resolveActs(membership.events, circumstances.state);
  if (acts.some((known) => known.status !== 'retracted' && same(known.act, act))) return [];
  if (as === 'import') return [act];
  return actRefusal(act, acts, circumstances) ?? [act];
}

/** Why a person may not record an act beside these; undefined where it may be recorded. */
export function actRefusal(
  act: MembershipAct,
  acts: readonly ResolvedAct[],
  circumstances: Circumstances,
): MembershipRefusal | undefined {
  return (
    dayRefusal(act, circumstances.today) ??
    stateRefusal(act, circumstances) ??
    speakerRefusal(act, circumstances.state) ??
    targetRefusal(act, acts) ??
    (act.data.claim === true ? undefined : legalRefusal(act, acts, circumstances))
  );
}

function correct(
  correction: Correction,
  membership: Membership,
  circumstances: Circumstances,
): MembershipEvent[] | MembershipRefusal {
  if (stillStands(correction, membership)) return [];
  switch (correction.type) {
    case 'ActRetracted':
      return retract(correction, membership);
    case 'ActCorrected':
      return replace(correction, membership, circumstances);
    case 'ActDenied':
      return onAct(correction.data.denies, correction, membership, circumstances);
    case 'ActCorroborated':
      return onAct(correction.data.corroborates, correction, membership, circumstances);
  }
}

/** The same correction was recorded before, and was not retracted since. */
function stillStands(correction: Correction, { events }: Membership): boolean {
  const twins = events.filter(({ event }) => same(event, correction)).map(({ eventId }) => eventId);
  return twins.some((twin) => !isRetracted(twin, events));
}

function retract(correction: Extract<Correction, { type: 'ActRetracted' }>, { events }: Membership) {
  const eventId = correction.data.retracts;
  if (!events.some((known) => known.eventId === eventId)) return { code: 'unknown-act', eventId } as const;
  return isRetracted(eventId, events) ? [] : [correction];
}

/** An act, or a correction of one that is itself to be corrected; each at most once, so that one of them is the last word. */
function replace(
  correction: Extract<Correction, { type: 'ActCorrected' }>,
  { events }: Membership,
  circumstances: Circumstances,
): MembershipEvent[] | MembershipRefusal {
  const eventId = correction.data.corrects;
  const target = events.find((known) => known.eventId === eventId);
  if (!target) return { code: 'unknown-act', eventId };
  const { type } = target.event;
  if (type === 'ActRetracted' || type === 'ActDenied' || type === 'ActCorroborated') {
    return { code: 'not-correctable', eventId, type };
  }
  const earlier = events.find(
    (known) =>
      known.event.type === 'ActCorrected' &&
      known.event.data.corrects === eventId &&
      !isRetracted(known.eventId, events),
  );
  if (earlier) return { code: 'already-corrected', eventId, by: earlier.eventId };
  const { act } = correction.data;
  return dayRefusal(act, circumstances.today) ?? speakerRefusal(act, circumstances.state) ?? [correction];
}

function onAct(
  eventId: string,
  correction: Correction,
  { events }: Membership,
  { today }: Circumstances,
): MembershipEvent[] | MembershipRefusal {
  const target = events.find((known) => known.eventId === eventId);
  if (!target) return { code: 'unknown-act', eventId };
  if (!('on' in target.event.data) || target.event.type === 'ActDenied') {
    return { code: 'not-correctable', eventId, type: target.event.type };
  }
  if (correction.type === 'ActDenied') {
    const day = foldDay(correction.data.on);
    if (day > nextDay(today)) return { code: 'day-in-future', field: 'on', day, today };
  }
  return [correction];
}

/** What has happened lies in the past; one day is allowed for where on earth it happened. Effects may lie ahead. */
function dayRefusal(act: MembershipAct, today: Day): MembershipRefusal | undefined {
  for (const field of ['on', 'announcedOn'] as const) {
    const text = act.data[field];
    const day = text === undefined ? undefined : dayRange(text).foldDay;
    if (day !== undefined && day > nextDay(today)) return { code: 'day-in-future', field, day, today };
  }
  const effectiveOn = act.data.effectiveOn === undefined ? undefined : foldDay(act.data.effectiveOn);
  const on = foldDay(act.data.on);
  // VCLT art. 56(2): a withdrawal is notified beforehand. An instrument may reach back (1978 convention, art. 23).
  return act.type === 'WithdrawalNotified' && effectiveOn !== undefined && effectiveOn < on
    ? { code: 'effect-before-notice', on, effectiveOn }
    : undefined;
}

function stateRefusal(
  act: MembershipAct,
  { state, stateFacts }: Circumstances,
): MembershipRefusal | undefined {
  const on = foldDay(act.data.on);
  if (existsOn(stateFacts, on)) return undefined;
  return {
    code: 'state-not-there',
    state,
    on,
    from: stateFacts.from ?? null,
    until: stateFacts.until ?? null,
  };
}

/** Only the state itself can announce its own intent; of another party's word the register says `stated`. */
function speakerRefusal(act: MembershipAct, state: string): MembershipRefusal | undefined {
  if (act.type !== 'IntentAnnounced' || !isOwnWord(act.data.attestation)) return undefined;
  const speaker = act.data.by.state;
  if (speaker === state) return undefined;
  if (speaker === undefined && act.data.by.name !== undefined) return undefined;
  return { code: 'not-own-word', act: act.type, speaker: speaker ?? '', owner: state };
}

/** What withdraws a reservation, a declaration or an objection names it. */
function targetRefusal(act: MembershipAct, acts: readonly ResolvedAct[]): MembershipRefusal | undefined {
  if (!('withdraws' in act.data)) return undefined;
  const eventId = act.data.withdraws;
  const made = {
    ReservationWithdrawn: 'ReservationMade',
    DeclarationWithdrawn: 'DeclarationMade',
    ObjectionWithdrawn: 'ObjectionRaised',
  };
  const target = acts.find((known) => known.eventId === eventId);
  if (!target) return { code: 'unknown-act', eventId };
  const wanted = made[act.type as keyof typeof made];
  return target.act.type === wanted ? undefined : { code: 'not-correctable', eventId, type: target.act.type };
}

/** Judged where the act would stand in the line, among the acts of its own strength. */
function legalRefusal(
  act: MembershipAct,
  acts: readonly ResolvedAct[],
  circumstances: Circumstances,
): MembershipRefusal | undefined {
  const place = standingBefore(act, acts, circumstances);
  if (!place.clashes) return undefined;
  const { day: on, standing, since } = place;
  const legal = legalActs(standing).filter((type) => type !== act.type || isLegalAct(act, standing));
  return { code: 'act-not-legal', act: act.type, on, standing, since, legal };
}

/** The line as it stands: intervals of valid time, and the acts that came where no person could have recorded them. */
export const lineOf = (membership: Membership, state: string, around: Surroundings) =>
  foldLine(resolveActs(membership.events, state), around);

/** Ids of the sources that an event cites, each once. */
export function citedBy({ type, data }: MembershipEvent): string[] {
  const within = type === 'ActCorrected' ? data.act.data.sources : [];
  return [...new Set([...(data.sources ?? []), ...within].map(({ source }) => source))];
}

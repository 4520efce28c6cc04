// membership.ts: what can happen between one state and one body, and what a person may record of it.
import type { z } from 'zod';
import { dayInFuture, foldDay, type Day } from '../day.js';
import { same } from '../same.js';
import type { StateFacts } from '../state/state.js';
import { existsOn } from '../state/state.js';
import type { Standing } from '../vocabulary.js';
import { dayRefusal, speakerRefusal, type ActFaultRefusal } from './act-faults.js';
import type { Surroundings } from './fold.js';
import { foldLine } from './line.js';
import type { actSchemas, correctionSchemas } from './membership.schema.js';
import { isCorrection, isRetracted, resolveActs, type ResolvedAct } from './resolve.js';
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
  /** From that day on nothing moves a standing in the body. */
  | {
      readonly code: 'body-dissolved';
      readonly act: ActType;
      readonly on: Day;
      readonly dissolvedOn: Day;
    }
  | ActFaultRefusal
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
  /** The day in UTC on which it was recorded, where that is known. */
  readonly recordedOn?: Day;
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

/** Total: whatever the log holds, it folds. `recordedAt` is an instant in ISO 8601, in UTC. */
export function evolve(
  membership: Membership,
  { eventId, type, data, recordedAt }: MembershipEvent & { eventId: string; recordedAt?: string },
): Membership {
  const event = { type, data } as MembershipEvent;
  const recordedOn = recordedAt?.slice(0, '2026-01-19'.length);
  return { events: [...membership.events, { eventId, event, ...(recordedOn && { recordedOn }) }] };
}

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
    withdrawnRefusal(act, acts) ??
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
      return (
        targetRefusal(correction.data.denies, membership) ??
        dayInFuture({ on: correction.data.on }, circumstances.today) ?? [correction]
      );
    case 'ActCorroborated':
      return targetRefusal(correction.data.corroborates, membership) ?? [correction];
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

/** Only an act can be denied or corroborated. */
function targetRefusal(eventId: string, { events }: Membership): MembershipRefusal | undefined {
  const target = events.find((known) => known.eventId === eventId);
  if (!target) return { code: 'unknown-act', eventId };
  if (isCorrection(target.event)) {
    return { code: 'not-correctable', eventId, type: target.event.type };
  }
  return undefined;
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

/** What withdraws a reservation, a declaration or an objection names it. */
function withdrawnRefusal(act: MembershipAct, acts: readonly ResolvedAct[]): MembershipRefusal | undefined {
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
  const { day: on, standing, since, clash } = place;
  if (clash === undefined) return undefined;
  if (clash === 'body-dissolved')
    return { code: clash, act: act.type, on, dissolvedOn: circumstances.body.dissolvedOn as Day };
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

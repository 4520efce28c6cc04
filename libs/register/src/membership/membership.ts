// membership.ts: what can happen between one state and one body, and what a person may record of it.
import type { z } from 'zod';
import type { BodyFacts } from '../body/body.js';
import { dayRange, foldDay, nextDay, type Day } from '../day.js';
import { same } from '../same.js';
import { isOwnWord, type Standing } from '../vocabulary.js';
import { clashOf, compareActs, foldLine, intervalOn, NOTHING } from './line.js';
import type { membershipSchemas } from './membership.schema.js';
import { legalActs, type ActType } from './standing.js';

type Schemas = typeof membershipSchemas;

/** Stored as they stand: a changed meaning is a new version of the schema, with an upcast. */
export type MembershipEvent = { [T in keyof Schemas]: { type: T; data: z.infer<Schemas[T]> } }[keyof Schemas];
export type ActRetracted = Extract<MembershipEvent, { type: 'ActRetracted' }>;
/** An event that is itself an act of one of the parties; the others speak of acts. */
export type MembershipAct = Exclude<MembershipEvent, ActRetracted>;

export type MembershipCommand =
  /** `as` an import, an act may stand where no person could record it; it is flagged in the line. */
  | { type: 'RecordAct'; act: MembershipAct; as: 'person' | 'import' }
  | { type: 'RetractAct'; retraction: ActRetracted['data'] };

/** Codes and the facts that explain them; the sentences are the apps'. */
export type MembershipRefusal =
  | {
      code: 'act-not-legal';
      act: ActType;
      on: Day;
      standing: Standing;
      /** The event that led to that standing; null where nothing is recorded yet. */
      since: string | null;
      /** What may be recorded instead. */
      legal: ActType[];
    }
  | { code: 'day-in-future'; field: 'on' | 'announcedOn'; day: Day; today: Day }
  | { code: 'not-own-word'; act: ActType; speaker: string; owner: string }
  | { code: 'unknown-act'; eventId: string };

/** An act in the line, with what has become of it. */
export interface RecordedAct {
  readonly eventId: string;
  readonly act: MembershipAct;
  /** The day of the act and the day from which it takes effect, as the fold takes them. */
  readonly day: Day;
  readonly effectiveDay: Day;
  /** False for a claim and for an act that was retracted: it stays visible and is not folded. */
  readonly counts: boolean;
  /** Event id of the retraction. */
  readonly retractedBy?: string;
}

export interface Membership {
  readonly acts: readonly RecordedAct[];
}

/** What `decide` must know beyond the membership itself. */
export interface Circumstances {
  readonly state: string;
  readonly body: BodyFacts;
  /** The day on which the command is given, in UTC. */
  readonly today: Day;
}

export const initial: Membership = { acts: [] };

/** The events that a command yields: none where all is recorded already; a refusal where it may not be recorded. */
export function decide(
  command: MembershipCommand,
  membership: Membership,
  circumstances: Circumstances,
): MembershipEvent[] | MembershipRefusal {
  switch (command.type) {
    case 'RecordAct':
      return recordAct(command.act, command.as, membership, circumstances);
    case 'RetractAct':
      return retractAct(command.retraction, membership);
  }
}

/** Total: whatever the log holds, it folds. */
export function evolve(membership: Membership, event: MembershipEvent & { eventId: string }): Membership {
  if (event.type !== 'ActRetracted') {
    const act = { type: event.type, data: event.data } as MembershipAct;
    return { acts: [...membership.acts, recordedAct(event.eventId, act)] };
  }
  const retract = (recorded: RecordedAct): RecordedAct =>
    recorded.eventId === event.data.retracts
      ? { ...recorded, counts: false, retractedBy: event.eventId }
      : recorded;
  return { acts: membership.acts.map(retract) };
}

function recordedAct(eventId: string, act: MembershipAct): RecordedAct {
  const { on, effectiveOn, claim } = act.data;
  const day = foldDay(on);
  const effectiveDay = effectiveOn === undefined ? day : foldDay(effectiveOn);
  return { eventId, act, day, effectiveDay, counts: claim !== true };
}

function recordAct(
  act: MembershipAct,
  as: 'person' | 'import',
  membership: Membership,
  circumstances: Circumstances,
): MembershipEvent[] | MembershipRefusal {
  if (membership.acts.some((known) => known.retractedBy === undefined && same(known.act, act))) return [];
  const refusal =
    dayRefusal(act, circumstances.today) ??
    speakerRefusal(act, circumstances.state) ??
    (as === 'person' && act.data.claim !== true
      ? legalRefusal(act, membership, circumstances.body)
      : undefined);
  return refusal ?? [act];
}

function retractAct(
  retraction: ActRetracted['data'],
  membership: Membership,
): MembershipEvent[] | MembershipRefusal {
  const known = membership.acts.find((recorded) => recorded.eventId === retraction.retracts);
  if (!known) return { code: 'unknown-act', eventId: retraction.retracts };
  return known.retractedBy === undefined ? [{ type: 'ActRetracted', data: retraction }] : [];
}

/** What has happened lies in the past; one day is allowed for where on earth it happened. Effects may lie ahead. */
function dayRefusal(act: MembershipAct, today: Day): MembershipRefusal | undefined {
  for (const field of ['on', 'announcedOn'] as const) {
    const text = act.data[field];
    const day = text === undefined ? undefined : dayRange(text).foldDay;
    if (day !== undefined && day > nextDay(today)) return { code: 'day-in-future', field, day, today };
  }
  return undefined;
}

/** Only the state itself can announce its own intent; of another party's word the register says `stated`. */
function speakerRefusal(act: MembershipAct, state: string): MembershipRefusal | undefined {
  if (act.type !== 'IntentAnnounced' || !isOwnWord(act.data.attestation)) return undefined;
  const speaker = act.data.by.state;
  if (speaker === undefined || speaker === state) return undefined;
  return { code: 'not-own-word', act: act.type, speaker, owner: state };
}

/** Judged where the act would stand in the line, among the acts of its own strength. */
function legalRefusal(
  act: MembershipAct,
  membership: Membership,
  body: BodyFacts,
): MembershipRefusal | undefined {
  const candidate = recordedAct('\uffff', act);
  const day = candidate.effectiveDay;
  const before = membership.acts.filter((known) => compareActs(known, candidate) < 0);
  const interval = intervalOn(foldLine(before, body).intervals, day);
  const view = clashOf(act, interval?.own ?? NOTHING, interval?.reported ?? NOTHING, body, day);
  if (!view) return undefined;
  const legal = legalActs(view.standing);
  return {
    code: 'act-not-legal',
    act: act.type,
    on: day,
    standing: view.standing,
    since: view.acts.at(-1) ?? null,
    legal,
  };
}

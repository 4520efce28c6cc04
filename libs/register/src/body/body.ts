// body.ts: the bodies that states belong to: the rule by which each takes them in, its entry into force, its organs.
import type { z } from 'zod';
import { dayInFuture, foldDay, type Day, type DayInFuture } from '../day.js';
import { same } from '../same.js';
import type { BodyKind } from '../vocabulary.js';
import { countedActs, isBodysWord, recordedBodyAct, type RecordedBodyAct } from './body-acts.js';
import { bodyActRefusal, type BodyActRefusal } from './body-refusals.js';
import type { bodySchemas, rule } from './body.schema.js';

type Schemas = typeof bodySchemas;

/** Stored as they stand. */
export type BodyEvent = { [T in keyof Schemas]: { type: T; data: z.infer<Schemas[T]> } }[keyof Schemas];
export type BodyRegistered = Extract<BodyEvent, { type: 'BodyRegistered' }>;
export type BodyActRetracted = Extract<BodyEvent, { type: 'BodyActRetracted' }>;
/** What a body does or what is done to it on a day. */
export type BodyAct = Exclude<BodyEvent, BodyRegistered | BodyActRetracted>;
export type BodyRule = z.infer<typeof rule>;

export type BodyCommand =
  | { type: 'RegisterBody'; body: BodyRegistered['data'] }
  | { type: 'RecordBodyAct'; act: BodyAct }
  | { type: 'RetractBodyAct'; retraction: BodyActRetracted['data'] };

/** Codes and the facts that explain them; the sentences are the apps'. */
export type BodyRefusal =
  | { code: 'body-exists'; slug: string }
  | { code: 'body-not-registered' }
  | { code: 'unknown-act'; eventId: string }
  | DayInFuture
  | BodyActRefusal;

export interface Body {
  readonly registered?: BodyRegistered['data'];
  /** In the order of recording, with those that do not count. */
  readonly acts: readonly RecordedBodyAct[];
}

/** What the fold of a membership must know of its body: the body's own word (`declared` or better), never a claim. */
export interface BodyFacts {
  readonly kind: BodyKind;
  /** By day; the first is the registered one, without a beginning. */
  readonly rules: readonly { readonly from: Day | null; readonly rule: BodyRule }[];
  /** The day of entry into force; absent while it is not in force, which caps every standing at `consented`. */
  readonly inForceOn?: Day;
  /** The day on which it was dissolved. */
  readonly dissolvedOn?: Day;
}

export const initialBody: Body = { acts: [] };

/** The events that a command yields: none where all is recorded already; a refusal where it may not be recorded. */
export function decideBody(
  command: BodyCommand,
  body: Body,
  circumstances: { readonly today: Day },
): BodyEvent[] | BodyRefusal {
  switch (command.type) {
    case 'RegisterBody':
      return registerBody(command.body, body);
    case 'RecordBodyAct':
      return recordBodyAct(command.act, body, circumstances.today);
    case 'RetractBodyAct':
      return retractBodyAct(command.retraction, body);
  }
}

/** Total: whatever the log holds, it folds. */
export function evolveBody(body: Body, event: BodyEvent & { eventId: string }): Body {
  if (event.type === 'BodyRegistered') return { ...body, registered: event.data };
  if (event.type === 'BodyActRetracted') {
    return { ...body, acts: body.acts.map((act) => retracted(act, event.data.retracts, event.eventId)) };
  }
  const act = { type: event.type, data: event.data } as BodyAct;
  return { ...body, acts: [...body.acts, recordedBodyAct(event.eventId, act)] };
}

/** Undefined for a body that is not registered. */
export function factsOf(body: Body): BodyFacts | undefined {
  if (!body.registered) return undefined;
  const { kind, rule, inForceSince } = body.registered;
  const daysOf = (type: BodyAct['type']) =>
    countedActs(body, type)
      .filter(isBodysWord)
      .map(({ effectiveDay }) => effectiveDay);
  const amended = countedActs(body, 'RuleAmended').filter(isBodysWord);
  const registered = inForceSince === undefined ? [] : [foldDay(inForceSince)];
  const inForceOn = [...registered, ...daysOf('CharterEnteredIntoForce')].sort()[0];
  const dissolvedOn = daysOf('BodyDissolved')[0];
  return {
    kind,
    rules: [
      { from: null, rule },
      ...amended.map(({ effectiveDay, act }) => ({ from: effectiveDay, rule: act.data.rule })),
    ],
    ...(inForceOn !== undefined && { inForceOn }),
    ...(dissolvedOn !== undefined && { dissolvedOn }),
  };
}

/** The rule on a day; of two that begin on one day, the later in the order of folding. */
export function ruleOn({ rules }: BodyFacts, day: Day): BodyRule {
  const known = rules.findLast(({ from }) => from === null || from <= day);
  return (known as BodyFacts['rules'][number]).rule;
}

function registerBody(data: BodyRegistered['data'], { registered }: Body): BodyEvent[] | BodyRefusal {
  if (!registered) return [{ type: 'BodyRegistered', data }];
  return same(registered, data) ? [] : { code: 'body-exists', slug: data.slug };
}

function recordBodyAct(act: BodyAct, body: Body, today: Day): BodyEvent[] | BodyRefusal {
  const facts = factsOf(body);
  if (!facts) return { code: 'body-not-registered' };
  if (body.acts.some((known) => known.retractedBy === undefined && same(known.act, act))) return [];
  const refusal =
    dayInFuture(act.data, today) ?? (act.data.claim ? undefined : bodyActRefusal(act, body, facts));
  return refusal ?? [act];
}

function retractBodyAct(data: BodyActRetracted['data'], { acts }: Body): BodyEvent[] | BodyRefusal {
  const known = acts.find(({ eventId }) => eventId === data.retracts);
  if (!known) return { code: 'unknown-act', eventId: data.retracts };
  return known.retractedBy === undefined ? [{ type: 'BodyActRetracted', data }] : [];
}

/** The first retraction stays the one that is named. */
function retracted(recorded: RecordedBodyAct, eventId: string, retractedBy: string): RecordedBodyAct {
  if (recorded.eventId !== eventId || recorded.retractedBy !== undefined) return recorded;
  return { ...recorded, counts: false, retractedBy };
}

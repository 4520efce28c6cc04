// What a person may not record of a body, because it clashes with what is recorded already.
import { foldDay, type Day } from '../day.js';
import { normaliseName } from '../names/normalise.js';
import { countedActs } from './body-acts.js';
import type { Body, BodyAct, BodyFacts } from './body.js';
import { membersOf } from './organs.js';

export type BodyActRefusal =
  | { code: 'already-in-force'; since: Day }
  | { code: 'already-dissolved'; since: Day }
  /** `since` is the event that established it. */
  | { code: 'organ-exists'; organ: string; since: string }
  | { code: 'unknown-organ'; organ: string; organs: string[] }
  /** `members` are those on the day of the act. */
  | { code: 'not-a-member'; organ: string; person: string; on: Day; members: string[] };

/** Undefined where the act may be recorded. More members than seats do occur, and are no ground to refuse. */
export function bodyActRefusal(act: BodyAct, body: Body, facts: BodyFacts): BodyActRefusal | undefined {
  const day = foldDay(act.data.effectiveOn ?? act.data.on);
  const dissolved = dissolvedRefusal(act, day, facts);
  if (dissolved) return dissolved;
  switch (act.type) {
    case 'CharterEnteredIntoForce':
      return inForceRefusal(day, facts);
    case 'OrganEstablished':
      return organRefusal(act.data.organ, body);
    case 'OrganMemberAppointed':
      return unknownOrgan(act.data.organ, body);
    case 'OrganMemberLeft':
      return unknownOrgan(act.data.organ, body) ?? memberRefusal(act.data, day, body);
    case 'RuleAmended':
    case 'CharterOpenedForSignature':
    case 'CeremonyScheduled':
    case 'BodyRenamed':
    case 'BodyDissolved':
      return undefined;
  }
}

/** Nothing happens to a body after its dissolution; a second one may only show that it was dissolved earlier. */
function dissolvedRefusal(act: BodyAct, day: Day, { dissolvedOn }: BodyFacts) {
  if (dissolvedOn === undefined) return undefined;
  const late = act.type === 'BodyDissolved' ? day >= dissolvedOn : day > dissolvedOn;
  return late ? ({ code: 'already-dissolved', since: dissolvedOn } as const) : undefined;
}

/** An earlier day than the one recorded is news; the same or a later one is not. */
function inForceRefusal(day: Day, { inForceOn }: BodyFacts) {
  if (inForceOn === undefined || day < inForceOn) return undefined;
  return { code: 'already-in-force', since: inForceOn } as const;
}

function organRefusal(organ: string, body: Body): BodyActRefusal | undefined {
  const known = countedActs(body, 'OrganEstablished').find(({ act }) => act.data.organ === organ);
  return known && { code: 'organ-exists', organ, since: known.eventId };
}

function unknownOrgan(organ: string, body: Body): BodyActRefusal | undefined {
  const organs = countedActs(body, 'OrganEstablished').map(({ act }) => act.data.organ);
  return organs.includes(organ) ? undefined : { code: 'unknown-organ', organ, organs };
}

function memberRefusal(
  { organ, person }: { organ: string; person: string },
  on: Day,
  body: Body,
): BodyActRefusal | undefined {
  const members = membersOf(body, organ, on).map((member) => member.person);
  const wanted = normaliseName(person);
  if (members.some((member) => normaliseName(member) === wanted)) return undefined;
  return { code: 'not-a-member', organ, person, on, members };
}

// The organs of a body on a day: who sits on each, and who sits on several.
import type { Day } from '../day.js';
import type { Names } from '../fields.schema.js';
import { normaliseName } from '../names/normalise.js';
import type { Attestation } from '../vocabulary.js';
import { countedActs } from './body-acts.js';
import type { Body } from './body.js';

export interface OrganMember {
  readonly person: string;
  /** The state for which the person sits, if for one. */
  readonly state?: string;
  readonly portfolio?: string;
  readonly since: Day;
  /** Of the act that seated the person, and on whose word. */
  readonly eventId: string;
  readonly attestation: Attestation;
}

export interface Organ {
  readonly organ: string;
  readonly names: Names;
  /** Absent where it is not known how many. There may be more members than seats. */
  readonly seats?: number;
  readonly since: Day;
  readonly eventId: string;
  readonly attestation: Attestation;
  /** In the order in which they came. */
  readonly members: readonly OrganMember[];
}

/** The organs on a day, in the order in which they were established, by every word that counts, the press included. */
export function organsOn(body: Body, day: Day): Organ[] {
  const organs = new Map<string, Organ>();
  for (const { eventId, act, effectiveDay } of countedActs(body, 'OrganEstablished')) {
    const { organ, names, seats, attestation } = act.data;
    if (effectiveDay > day || organs.has(organ)) continue;
    organs.set(organ, {
      ...{ organ, names, since: effectiveDay, eventId, attestation },
      ...(seats !== undefined && { seats }),
      members: membersOf(body, organ, day),
    });
  }
  return [...organs.values()];
}

/** Who sits on an organ on a day. One who was appointed again keeps the seat and its first day, with the newer portfolio. */
export function membersOf(body: Body, organ: string, day: Day): OrganMember[] {
  const members = new Map<string, OrganMember>();
  for (const { eventId, act, effectiveDay } of countedActs(body, 'OrganMemberAppointed', 'OrganMemberLeft')) {
    if (act.data.organ !== organ || effectiveDay > day) continue;
    const key = normaliseName(act.data.person);
    if (act.type === 'OrganMemberLeft') {
      members.delete(key);
      continue;
    }
    const { person, state, portfolio, attestation } = act.data;
    members.set(key, {
      ...(members.get(key) ?? { person, since: effectiveDay, eventId, attestation }),
      ...(state !== undefined && { state }),
      ...(portfolio !== undefined && { portfolio }),
    });
  }
  return [...members.values()];
}

/** Persons who sit on more than one of these organs, as first spelt, with the organs; compared as name lookup compares. */
export function overlapOf(organs: readonly Organ[]): { person: string; organs: string[] }[] {
  const seats = new Map<string, { person: string; organs: string[] }>();
  for (const { organ, members } of organs) {
    for (const { person } of members) {
      const key = normaliseName(person);
      const known = seats.get(key);
      if (known) known.organs.push(organ);
      else seats.set(key, { person, organs: [organ] });
    }
  }
  return [...seats.values()].filter((seat) => seat.organs.length > 1);
}

// What a body is called on a day, and the ceremonies that are announced.
import { dayRange, type Day, type Edtf } from '../day.js';
import type { Names } from '../fields.schema.js';
import { compareText } from '../order.js';
import type { Attestation } from '../vocabulary.js';
import { countedActs } from './body-acts.js';
import type { Body } from './body.js';

export interface Ceremony {
  readonly purpose: string;
  /** null while no day is named. */
  readonly scheduledFor: Edtf | null;
  readonly place?: string;
  readonly announcedOn: Edtf;
  readonly eventId: string;
  readonly attestation: Attestation;
}

/** Every ceremony that was announced, past ones too, by the day it is scheduled for; those without a day come last. */
export function ceremoniesOf(body: Body): Ceremony[] {
  const ceremonies = countedActs(body, 'CeremonyScheduled').map(({ eventId, act }): Ceremony => {
    const { purpose, scheduledFor = null, place, on, attestation } = act.data;
    return {
      ...{ purpose, scheduledFor, announcedOn: on, eventId, attestation },
      ...(place !== undefined && { place }),
    };
  });
  return ceremonies.sort((a, b) => compareText(placeInTime(a), placeInTime(b)));
}

const placeInTime = ({ scheduledFor }: Ceremony): string =>
  scheduledFor === null ? '\uffff' : dayRange(scheduledFor).foldDay;

/** The names on a day, and every other name that it has been known by until then; undefined where it is not registered. */
export function namesOn(body: Body, day: Day): { names: Names; aliases: string[] } | undefined {
  if (!body.registered) return undefined;
  const renamed = countedActs(body, 'BodyRenamed').filter(({ effectiveDay }) => effectiveDay <= day);
  const all = [body.registered.names, ...renamed.map(({ act }) => act.data.names)];
  const names = all.at(-1) as Names;
  const everCalled = all.flatMap((before) => Object.values(before));
  const aliases = new Set([...(body.registered.aliases ?? []), ...everCalled]);
  for (const name of Object.values(names)) aliases.delete(name);
  return { names, aliases: [...aliases] };
}

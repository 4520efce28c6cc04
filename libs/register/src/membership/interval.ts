// What a line says on a day: two views of a state's standing, its roles and what else holds.
import type { Day } from '../day.js';
import type { Attestation, Role, Standing } from '../vocabulary.js';

/** What a state is held to be, and by whom. */
export interface View {
  readonly standing: Standing;
  /** The day on which this standing began; null before anything held. */
  readonly since: Day | null;
  /** The best of the acts that support it; null while none does. */
  readonly attestation: Attestation | null;
  /** Event ids of the acts that support it. */
  readonly acts: readonly string[];
  /** How many independent sources tell of these acts. */
  readonly sources: number;
  /** An act that supports it is denied by another party, or no own word supports it and one contradicts it. */
  readonly disputed: boolean;
  /** It rests on discredited sources alone. */
  readonly discredited: boolean;
}

/** A role that holds, and the act that granted it. */
export interface HeldRole {
  readonly role: Role;
  readonly since: Day;
  readonly attestation: Attestation;
  readonly act: string;
}

/** From `from` until the day before `to` (null: open). The same on all days between. */
export interface Interval {
  readonly from: Day;
  readonly to: Day | null;
  /** By the words of those whose acts they are. */
  readonly own: View;
  /** By every word that counts, the press included. */
  readonly reported: View;
  readonly roles: readonly HeldRole[];
  /** Event ids of the reservations, declarations, objections and provisional application that hold. */
  readonly attributes: readonly string[];
}

/** What an interval says, whatever its days. */
export type Content = Omit<Interval, 'from' | 'to'>;

export const NOTHING: View = {
  standing: 'none',
  since: null,
  attestation: null,
  acts: [],
  sources: 0,
  disputed: false,
  discredited: false,
};

/** The interval that a day falls into; undefined before the first. */
export const intervalOn = (intervals: readonly Interval[], day: Day): Interval | undefined =>
  intervals.findLast((interval) => interval.from <= day);

/** What a line says of a day, also before the first on which anything holds. */
export const contentOn = (intervals: readonly Interval[], day: Day): Content =>
  intervalOn(intervals, day) ?? { own: NOTHING, reported: NOTHING, roles: [], attributes: [] };

/** What is reported has the own words in it, so that it alone tells. */
export const isNothing = ({ reported, roles, attributes }: Content): boolean =>
  reported.acts.length === 0 && roles.length === 0 && attributes.length === 0;

/** Whether two intervals say the same, whatever their days. */
export const sameContent = (a: Content, b: Content): boolean =>
  sameView(a.own, b.own) &&
  sameView(a.reported, b.reported) &&
  sameList(a.attributes, b.attributes) &&
  sameRoles(a.roles, b.roles);

/** An act that was corrected grants another role, or since another day, under its own event id. */
export const sameRoles = (a: readonly HeldRole[], b: readonly HeldRole[]): boolean =>
  sameList(a.map(toldOf), b.map(toldOf));

const toldOf = ({ act, role, since, attestation }: HeldRole): string =>
  [act, role, since, attestation].join();

export const sameView = (a: View, b: View): boolean =>
  a.standing === b.standing &&
  a.since === b.since &&
  a.attestation === b.attestation &&
  a.sources === b.sources &&
  a.disputed === b.disputed &&
  a.discredited === b.discredited &&
  sameList(a.acts, b.acts);

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at]);

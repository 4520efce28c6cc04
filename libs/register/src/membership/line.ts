// The line of a membership: its acts, put in order and folded into intervals of valid time.
import type { BodyFacts } from '../body/body.js';
import type { Day } from '../day.js';
import { isOwnWord, stronger, type Attestation, type Standing } from '../vocabulary.js';
import type { MembershipAct, RecordedAct } from './membership.js';
import { isLegal, leadsSomewhere, lifted, stageOrder, standingAfter } from './standing.js';

/** What a state is held to be, and by whom: the best attestation of the acts that support it, and their event ids. */
export interface View {
  readonly standing: Standing;
  /** The day on which this standing began; null before anything held. */
  readonly since: Day | null;
  /** null while no act supports it. */
  readonly attestation: Attestation | null;
  readonly acts: readonly string[];
}

/** From `from` until the day before `to` (null: open). The same views on all days between. */
export interface Interval {
  readonly from: Day;
  readonly to: Day | null;
  /** By the words of those whose acts they are. */
  readonly own: View;
  /** By every word that counts, the press included. */
  readonly reported: View;
}

/** An act that came where no person could have recorded it: applied all the same, and flagged. */
export interface Anomaly {
  readonly eventId: string;
  readonly standing: Standing;
}

export const NOTHING: View = { standing: 'none', since: null, attestation: null, acts: [] };

/** Acts in the order of folding: effective day, act day, stage, event id. The order of recording never decides. */
export function inFoldOrder(acts: readonly RecordedAct[]): RecordedAct[] {
  return [...acts].sort(compareActs);
}

export function compareActs(a: RecordedAct, b: RecordedAct): number {
  return (
    compare(a.effectiveDay, b.effectiveDay) ||
    compare(a.day, b.day) ||
    stageOrder(a.act.type) - stageOrder(b.act.type) ||
    compare(a.eventId, b.eventId)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Folds counted acts into intervals, from the first day on which anything holds. Adjacent equal days are one interval. */
export function foldLine(
  acts: readonly RecordedAct[],
  body: BodyFacts,
): { intervals: Interval[]; anomalies: Anomaly[] } {
  const steps = inFoldOrder(acts.filter((act) => act.counts));
  const days = [
    ...new Set([
      ...steps.map(({ effectiveDay }) => effectiveDay),
      ...(body.inForceOn === undefined ? [] : [body.inForceOn]),
    ]),
  ];
  const intervals: Interval[] = [];
  const anomalies: Anomaly[] = [];
  let own = NOTHING;
  let reported = NOTHING;
  let next = 0;
  for (const day of days.sort(compare)) {
    own = liftView(own, body, day);
    reported = liftView(reported, body, day);
    for (let step = steps[next]; step && step.effectiveDay === day; step = steps[++next]) {
      const clash = clashOf(step.act, own, reported, body, day);
      if (clash) anomalies.push({ eventId: step.eventId, standing: clash.standing });
      reported = applyAct(reported, step, body, day);
      if (isOwnWord(step.act.data.attestation)) own = applyAct(own, step, body, day);
    }
    pushInterval(intervals, day, own, reported);
  }
  return { intervals, anomalies };
}

/**
 * The view with which an act clashes; undefined where a person may record it, because it is legal there or one more word
 * for what acts have led to already. Judged among the acts of its own strength; an own word that finds none of those
 * may build on what is reported (an invitation that only the press told of can be withdrawn).
 */
export function clashOf(
  act: MembershipAct,
  own: View,
  reported: View,
  body: BodyFacts,
  day: Day,
): View | undefined {
  const fits = ({ standing, acts }: View): boolean =>
    isLegal(act.type, standing) || (acts.length > 0 && standingAfter(standing, act, body, day) === standing);
  const judged = isOwnWord(act.data.attestation) ? own : reported;
  return fits(judged) || (judged.acts.length === 0 && fits(reported)) ? undefined : judged;
}

/** A further act to the same standing supports it; an act to another standing begins anew. */
function applyAct(view: View, { eventId, act }: RecordedAct, body: BodyFacts, day: Day): View {
  const standing = standingAfter(view.standing, act, body, day);
  const attestation = act.data.attestation;
  if (standing !== view.standing) return { standing, since: day, attestation, acts: [eventId] };
  if (!leadsSomewhere(act, body)) return view;
  return {
    standing,
    since: view.since ?? day,
    attestation: view.attestation === null ? attestation : stronger(view.attestation, attestation),
    acts: [...view.acts, eventId],
  };
}

function liftView(view: View, body: BodyFacts, day: Day): View {
  const standing = lifted(view.standing, body, day);
  return standing === view.standing ? view : { ...view, standing, since: day };
}

function pushInterval(intervals: Interval[], from: Day, own: View, reported: View): void {
  const last = intervals.at(-1);
  if (
    last
      ? sameView(last.own, own) && sameView(last.reported, reported)
      : isNothing(own) && isNothing(reported)
  )
    return;
  if (last) intervals[intervals.length - 1] = { ...last, to: from };
  intervals.push({ from, to: null, own, reported });
}

const isNothing = (view: View): boolean => view.standing === 'none' && view.acts.length === 0;

export const sameView = (a: View, b: View): boolean =>
  a.standing === b.standing &&
  a.since === b.since &&
  a.attestation === b.attestation &&
  a.acts.length === b.acts.length &&
  a.acts.every((eventId, at) => eventId === b.acts[at]);

/** The interval that a day falls into; undefined before the first. */
export const intervalOn = (intervals: readonly Interval[], day: Day): Interval | undefined =>
  intervals.findLast((interval) => interval.from <= day);

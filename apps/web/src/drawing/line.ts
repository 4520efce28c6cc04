// The line of a membership as drawings take it, and as lanes: what says the same on days that follow one another is one run.
import {
  dayRange,
  type ActType,
  type Attestation,
  type Day,
  type Edtf,
  type Interval,
  type Standing,
  type View,
} from '#register';

/** An act of a membership, as it now stands. */
export interface LineAct {
  readonly eventId: string;
  readonly type: ActType;
  /** As precisely as it is known. */
  readonly on: Edtf;
  /** Where it takes effect on another day. */
  readonly effectiveDay?: Day;
  readonly attestation: Attestation;
  readonly status: 'counts' | 'claim' | 'retracted' | 'denied';
  readonly disputed: boolean;
  /** Where the page tells more of it. */
  readonly href?: string;
}

export type LineInterval = Pick<Interval, 'from' | 'to' | 'own' | 'reported' | 'roles'>;

/** Every day that an act touches: the bounds of its day, and when it takes effect. */
export function boundsOf({ on, effectiveDay }: LineAct): Day[] {
  const { earliest, latest, foldDay } = dayRange(on);
  return [earliest, latest, foldDay, effectiveDay].filter((bound) => bound != null);
}

export interface Run {
  readonly from: Day;
  /** The day before which it ends; null: open. */
  readonly to: Day | null;
  readonly standing: Standing;
  readonly attestation: Attestation | null;
  readonly disputed: boolean;
  readonly discredited: boolean;
  /** The standing is another than just before. */
  readonly begins: boolean;
}

export type Side = 'own' | 'reported';

/** The runs of one side of a line, by day; where nothing holds there is none. */
export function runsOf(intervals: readonly Pick<Interval, 'from' | 'to' | Side>[], side: Side): Run[] {
  const runs: Run[] = [];
  for (const { from, to, [side]: view } of intervals.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (view.standing === 'none') continue;
    const before = runs.at(-1);
    const joins = before !== undefined && before.to === from;
    if (joins && looksSame(before, view)) runs[runs.length - 1] = { ...before, to };
    else runs.push({ from, to, ...partsOf(view), begins: !joins || before.standing !== view.standing });
  }
  return runs;
}

const partsOf = ({ standing, attestation, disputed, discredited }: View) => ({
  standing,
  attestation,
  disputed,
  discredited,
});

const looksSame = (run: Run, view: View): boolean =>
  run.standing === view.standing &&
  run.attestation === view.attestation &&
  run.disputed === view.disputed &&
  run.discredited === view.discredited;

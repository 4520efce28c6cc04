// The line of a membership: its acts, put in order and folded into intervals of valid time.
import { Fold, type Anomaly, type CameOn, type Surroundings } from './fold.js';
import type { Interval } from './interval.js';
import type { ResolvedAct } from './resolve.js';
import { stepsInOrder } from './steps.js';

export interface FoldedLine {
  readonly intervals: readonly Interval[];
  /** In the order of folding. */
  readonly anomalies: readonly Anomaly[];
  /** By event id, for the acts that count. */
  readonly cameOn: ReadonlyMap<string, CameOn>;
}

/** Folds counted acts into intervals, from the first day on which anything holds. Adjacent equal days are one interval. */
export function foldLine(acts: readonly ResolvedAct[], surroundings: Surroundings): FoldedLine {
  const counted = acts.filter(({ status }) => status === 'counts');
  const fold = new Fold(counted, surroundings);
  const steps = stepsInOrder(counted);
  const { inForceOn, dissolvedOn } = surroundings.body;
  const days = new Set(steps.map(({ day }) => day));
  if (inForceOn !== undefined) days.add(inForceOn);
  if (dissolvedOn !== undefined) days.add(dissolvedOn);
  let next = 0;
  for (const day of [...days].sort()) {
    fold.enter(day);
    for (let step = steps[next]; step?.day === day; step = steps[++next]) fold.apply(step);
    fold.leave(day);
  }
  return fold;
}

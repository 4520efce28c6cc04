// The steps of what was known, as bands from top to bottom. Each lasts until the next; how long that was does not show.
import type { Interval, View } from '#register';

/** A position of the log and the instant at which it was recorded. */
export interface KnownStep {
  readonly position: number;
  readonly at: string;
}

export interface Band {
  /** The position with which it begins. */
  readonly from: number;
  readonly at: string | undefined;
}

/** What was believed of these days, from one position until before another: a row of the history of a line. */
export interface Belief extends Pick<Interval, 'from' | 'to' | 'own' | 'reported'> {
  readonly knownFrom: number;
  /** null: believed still. */
  readonly knownTo: number | null;
}

interface Known {
  readonly knownFrom: number;
  readonly knownTo: number | null;
}

/** A band for each position at which a belief began or ended, ascending. */
export function bandsOf(beliefs: readonly Known[], steps: readonly KnownStep[]): Band[] {
  const positions = beliefs.flatMap(({ knownFrom, knownTo }) =>
    knownTo === null ? [knownFrom] : [knownFrom, knownTo],
  );
  const at = new Map(steps.map((step) => [step.position, step.at]));
  return [...new Set(positions)].sort((a, b) => a - b).map((from) => ({ from, at: at.get(from) }));
}

/** The index of the band that a position falls into; undefined before the first. */
export function bandAt(bands: readonly Band[], position: number): number | undefined {
  const index = bands.findLastIndex(({ from }) => from <= position);
  return index === -1 ? undefined : index;
}

/** Beliefs that follow one another and say the same, however many more sources they rest on, as one. */
export function withoutRepeats(beliefs: readonly Belief[]): Belief[] {
  const kept: Belief[] = [];
  for (const belief of beliefs.toSorted((a, b) => a.knownFrom - b.knownFrom)) {
    const at = kept.findIndex((one) => one.knownTo === belief.knownFrom && saysTheSame(one, belief));
    const before = kept[at];
    if (before) kept[at] = { ...before, knownTo: belief.knownTo };
    else kept.push(belief);
  }
  return kept;
}

const saysTheSame = (a: Belief, b: Belief): boolean =>
  a.from === b.from && a.to === b.to && sameView(a.own, b.own) && sameView(a.reported, b.reported);

const sameView = (a: View, b: View): boolean =>
  a.standing === b.standing &&
  a.attestation === b.attestation &&
  a.disputed === b.disputed &&
  a.discredited === b.discredited;

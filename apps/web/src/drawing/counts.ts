// How many states have which standing, as a staircase over the days.
import type { Day, Standing } from '#register';
import { byCloseness } from './standing-look.js';

/** From a day on, so many states have this standing: a row of `countsOverTime`. */
export interface CountFrom {
  readonly from: Day;
  readonly standing: Standing;
  readonly states: number;
}

/** All counts from a day until the next step. */
export interface CountsStep {
  readonly from: Day;
  readonly to: Day | null;
  readonly counts: ReadonlyMap<Standing, number>;
  readonly total: number;
}

/** The steps in order of days, each with every count that holds then. */
export function stepsOf(rows: readonly CountFrom[]): CountsStep[] {
  const days = [...new Set(rows.map(({ from }) => from))].sort();
  const held = new Map<Standing, number>();
  return days.map((from, index) => {
    for (const row of rows) if (row.from === from) held.set(row.standing, row.states);
    const counts = new Map(
      [...held].filter(([, states]) => states > 0).sort(([a], [b]) => byCloseness(a, b)),
    );
    const total = [...counts.values()].reduce((sum, states) => sum + states, 0);
    return { from, to: days[index + 1] ?? null, counts, total };
  });
}

/** The step that holds on a day. */
export const stepOn = (steps: readonly CountsStep[], day: Day): CountsStep | undefined =>
  steps.findLast(({ from }) => from <= day);

/** These lead away from a body: they hang below the line on which the others stand. */
const AWAY: readonly Standing[] = ['former', 'declined', 'not-proceeding'];
export const isAway = (standing: Standing): boolean => AWAY.includes(standing);

export interface Block {
  readonly standing: Standing;
  readonly from: Day;
  readonly to: Day | null;
  /** Where it begins and ends in the stack, in states; below zero for what leads away. */
  readonly low: number;
  readonly high: number;
}

/** The stack as blocks: what stays at the same height over several steps is one. */
export function blocksOf(steps: readonly CountsStep[]): Block[] {
  const blocks: Block[] = [];
  const open = new Map<Standing, number>();
  for (const { from, to, counts } of steps) {
    for (const { standing, low, high } of stacked(counts)) {
      const last = open.get(standing);
      const before = last === undefined ? undefined : blocks[last];
      if (last !== undefined && before?.to === from && before.low === low && before.high === high)
        blocks[last] = { ...before, to };
      else open.set(standing, blocks.push({ standing, from, to, low, high }) - 1);
    }
  }
  return blocks;
}

function stacked(counts: ReadonlyMap<Standing, number>): Pick<Block, 'standing' | 'low' | 'high'>[] {
  let [top, bottom] = [0, 0];
  return [...counts].map(([standing, states]) => {
    if (isAway(standing)) {
      bottom -= states;
      return { standing, low: bottom, high: bottom + states };
    }
    top += states;
    return { standing, low: top - states, high: top };
  });
}

/** Round numbers that reach from `low`, which is 0 or less, to `high`: about five. */
export function levelsOf(low: number, high: number): number[] {
  const span = Math.max(1, high - low);
  const power = 10 ** Math.floor(Math.log10(Math.max(1, span / 5)));
  const step = [1, 2, 5, 10].map((times) => times * power).find((one) => one * 6 >= span) ?? power * 20;
  const first = Math.floor(low / step);
  return Array.from(
    { length: Math.ceil(Math.max(1, high) / step) - first + 1 },
    (_, at) => (first + at) * step,
  );
}

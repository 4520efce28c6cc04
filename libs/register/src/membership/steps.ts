// The order in which acts are folded, and the acts that take two steps.
import type { Day } from '../day.js';
import { compareText } from '../order.js';
import type { ResolvedAct } from './resolve.js';
import { stageOrder } from './standing.js';

/** One step of the fold: an act as it is announced, or as it takes effect where that is a later day. */
export interface Step {
  readonly day: Day;
  readonly act: ResolvedAct;
  /** null for an act in one step. */
  readonly part: 'notice' | 'effect' | null;
}

/** These act twice where they take effect later: the state is consented, or withdrawing, until then. */
const IN_TWO_STEPS: readonly string[] = ['InstrumentDeposited', 'WithdrawalNotified'];

/** Steps in the order of folding: effective day, act day, stage, event id. The order of recording never decides. */
export const stepsInOrder = (acts: readonly ResolvedAct[]): Step[] =>
  acts.flatMap(stepsOf).sort(compareSteps);

/** Acts in the order of folding. */
export const inFoldOrder = (acts: readonly ResolvedAct[]): ResolvedAct[] => [
  ...new Set(stepsInOrder(acts).map(({ act }) => act)),
];

/** The day on which an act first tells in the line. */
export const firstDay = (act: ResolvedAct): Day => (stepsOf(act)[0] as Step).day;

/** Whether a withdrawal has taken effect: on its day, which may be that of the notice or, in a record, before it. */
export const hasLeft = ({ act: { act }, part }: Step): boolean =>
  act.type === 'WithdrawalNotified' && act.data.effectiveOn !== undefined && part !== 'notice';

function stepsOf(act: ResolvedAct): Step[] {
  const { day, effectiveDay } = act;
  if (!IN_TWO_STEPS.includes(act.act.type) || effectiveDay <= day)
    return [{ day: effectiveDay, act, part: null }];
  return [
    { day, act, part: 'notice' },
    { day: effectiveDay, act, part: 'effect' },
  ];
}

function compareSteps(a: Step, b: Step): number {
  return (
    compareText(a.day, b.day) ||
    compareText(a.act.day, b.act.day) ||
    stageOrder(a.act.act.type) - stageOrder(b.act.act.type) ||
    compareText(a.act.eventId, b.act.eventId)
  );
}

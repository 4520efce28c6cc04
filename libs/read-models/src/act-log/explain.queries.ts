// Why a standing is what it is: the acts as known at a position, put in the order of folding, with what each led to.
import {
  type Anomaly,
  foldLine,
  inFoldOrder,
  intervalOn,
  type Interval,
  type SourceFacts,
  sourceFactsOf,
  type View,
} from '#register';
import type { KnownBody, KnownSource, KnownState } from '../dossier/dossier.queries.js';
import { sourcesById } from '../dossier/dossier.queries.js';
import type { Clocks, Reader } from '../reader.js';
import { actsOf, type KnownAct } from './act-log.queries.js';

/** An act in its place in the line. */
export interface ExplainedStep {
  readonly act: KnownAct;
  /** Whether it is folded at all; where not, the act's status says why. */
  readonly counts: boolean;
  /** It came where no person could have recorded it. */
  readonly flagged: boolean;
  /** The code of the refusal that a person would have met; null where it is not flagged. */
  readonly flaggedFor: Anomaly['why'] | null;
  /** It takes effect on or before the day asked about. */
  readonly inEffect: boolean;
  /** It supports the standing of that day, by the own words or by every word. */
  readonly supports: readonly ('standing' | 'reported')[];
  /** Standings from its day on, by the own words and by every word. */
  readonly ledTo: { readonly standing: View['standing']; readonly reported: View['standing'] };
}

export interface Explained {
  readonly interval: Interval | undefined;
  readonly steps: readonly ExplainedStep[];
  readonly sources: ReadonlyMap<string, KnownSource>;
}

export async function explainMembership(
  reader: Reader,
  body: KnownBody,
  state: KnownState,
  clocks: Clocks,
): Promise<Explained> {
  const acts = await actsOf(reader, clocks.position, body.slug, state.code);
  const sources = await sourcesById(reader, clocks.position, citedIn(acts));
  return explainActs(acts, sources, body, state, clocks);
}

/** Ids of the sources that acts cite. */
export const citedIn = (acts: readonly KnownAct[]): string[] => [
  ...new Set(acts.flatMap(({ row }) => row.sources)),
];

/** Folds anew what the table of standings holds, so that each step can be shown; the result is the same. */
export function explainActs(
  acts: readonly KnownAct[],
  sources: ReadonlyMap<string, KnownSource>,
  body: KnownBody,
  state: KnownState,
  { asOf }: Clocks,
): Explained {
  const facts = new Map(
    [...sources].flatMap(([id, source]): [string, SourceFacts][] => {
      const known = sourceFactsOf(source);
      return known ? [[id, known]] : [];
    }),
  );
  const resolved = acts.map((act) => act.resolved);
  const around = { body: body.facts, sources: facts, stateFacts: state.facts };
  const { intervals, anomalies } = foldLine(resolved, around);
  const interval = intervalOn(intervals, asOf);
  const flags = new Map(anomalies.map(({ eventId, why }) => [eventId, why]));
  const byId = new Map(acts.map((act) => [act.row.eventId, act]));
  const steps = inFoldOrder(resolved).flatMap((one): ExplainedStep[] => {
    const act = byId.get(one.eventId);
    const then = intervalOn(intervals, one.effectiveDay);
    if (!act) return [];
    return [
      {
        act,
        counts: one.status === 'counts',
        flagged: flags.has(one.eventId),
        flaggedFor: flags.get(one.eventId) ?? null,
        inEffect: one.effectiveDay <= asOf,
        supports: supportsOf(one.eventId, interval),
        ledTo: { standing: then?.own.standing ?? 'none', reported: then?.reported.standing ?? 'none' },
      },
    ];
  });
  return { interval, steps, sources };
}

function supportsOf(eventId: string, interval: Interval | undefined): ('standing' | 'reported')[] {
  const supports: ('standing' | 'reported')[] = [];
  if (interval?.own.acts.includes(eventId)) supports.push('standing');
  if (interval?.reported.acts.includes(eventId)) supports.push('reported');
  return supports;
}

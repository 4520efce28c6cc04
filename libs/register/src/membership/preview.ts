// What a command would change, before it is recorded: the same decision and the same fold, and nothing written.
import type { Day } from '../day.js';
import type { Standing } from '../vocabulary.js';
import { foldLine, intervalOn, NOTHING, type Interval, type View } from './line.js';
import {
  actRefusal,
  decide,
  evolve,
  type Circumstances,
  type Membership,
  type MembershipAct,
  type MembershipCommand,
  type MembershipEvent,
  type MembershipRefusal,
} from './membership.js';
import { NEW } from './place.js';
import { resolveActs, type ResolvedAct } from './resolve.js';
import { ACT_TYPES, isLegal, type ActType } from './standing.js';

/** How many states have each standing in a body; a standing that is left out has none. */
export type Counts = Readonly<Partial<Record<Standing, number>>>;

export interface Preview {
  /** The events that would be recorded; none where all is recorded already. */
  readonly events: readonly MembershipEvent[];
  /** The line as it is and as it would be. */
  readonly before: readonly Interval[];
  readonly after: readonly Interval[];
  /** The first day on which the two lines differ, with the own standing before and after; null where they do not. */
  readonly change: { readonly from: Day; readonly before: View; readonly after: View } | null;
  /** Counts of the body's states today, before and after. */
  readonly counts: { readonly before: Counts; readonly after: Counts };
  /** Event ids of acts that are recorded already and would come to stand on another standing, or count otherwise. */
  readonly laterActs: readonly string[];
}

/** What a command would change; the refusal where it may not be given. `counts` are those of the body today. */
export function preview(
  command: MembershipCommand,
  membership: Membership,
  circumstances: Circumstances,
  counts: Counts,
): Preview | MembershipRefusal {
  const events = decide(command, membership, circumstances);
  if ('code' in events) return events;
  const evolved = events.reduce((line, event) => evolve(line, { ...event, eventId: NEW }), membership);
  const acts = resolveActs(membership.events, circumstances.state);
  const actsAfter = resolveActs(evolved.events, circumstances.state);
  const before = foldLine(acts, circumstances).intervals;
  const after = foldLine(actsAfter, circumstances).intervals;
  return {
    events,
    before,
    after,
    change: firstChange(before, after),
    counts: { before: counts, after: recounted(counts, before, after, circumstances.today) },
    laterActs: affected(acts, actsAfter, circumstances),
  };
}

/** For each act whether a person may record it on a day, and where not, why: for a form that offers what is legal. */
export function offers(
  day: Day,
  membership: Membership,
  circumstances: Circumstances,
): { readonly type: ActType; readonly legal: boolean; readonly standing: Standing }[] {
  const acts = resolveActs(membership.events, circumstances.state);
  const standing = intervalOn(foldLine(acts, circumstances).intervals, day)?.own.standing ?? 'none';
  return ACT_TYPES.map((type) => ({ type, legal: isLegal(type, standing), standing }));
}

/** Why a person may not record an act; undefined where it may be recorded. Yields nothing and changes nothing. */
export const refusalOf = (
  act: MembershipAct,
  membership: Membership,
  circumstances: Circumstances,
): MembershipRefusal | undefined =>
  actRefusal(act, resolveActs(membership.events, circumstances.state), circumstances);

function firstChange(before: readonly Interval[], after: readonly Interval[]): Preview['change'] {
  const days = [...new Set([...before, ...after].map(({ from }) => from))].sort();
  for (const from of days) {
    const views = [before, after].map((line) => intervalOn(line, from)?.own ?? NOTHING) as [View, View];
    if (views[0].standing !== views[1].standing) return { from, before: views[0], after: views[1] };
  }
  return null;
}

function recounted(
  counts: Counts,
  before: readonly Interval[],
  after: readonly Interval[],
  today: Day,
): Counts {
  const was = intervalOn(before, today)?.own.standing ?? 'none';
  const is = intervalOn(after, today)?.own.standing ?? 'none';
  if (was === is) return counts;
  return { ...counts, [was]: Math.max(0, (counts[was] ?? 0) - 1), [is]: (counts[is] ?? 0) + 1 };
}

/** Acts that both lines have, but which come on another standing, count otherwise, or are flagged in one of them. */
function affected(
  before: readonly ResolvedAct[],
  after: readonly ResolvedAct[],
  circumstances: Circumstances,
): string[] {
  const [was, is] = [placesOf(before, circumstances), placesOf(after, circumstances)];
  return before.map(({ eventId }) => eventId).filter((eventId) => was.get(eventId) !== is.get(eventId));
}

/** For each act its status, whether it is flagged, and the standings on which it comes. */
function placesOf(acts: readonly ResolvedAct[], circumstances: Circumstances): Map<string, string> {
  const { anomalies, cameOn } = foldLine(acts, circumstances);
  const flagged = new Set(anomalies.map(({ eventId }) => eventId));
  return new Map(
    acts.map(({ eventId, status }) => {
      const { own, reported } = cameOn.get(eventId) ?? {};
      return [eventId, [status, flagged.has(eventId), own?.standing, reported?.standing].join()];
    }),
  );
}

// What a command would change, before it is recorded: the same decision and the same fold, and nothing written.
import type { Day } from '../day.js';
import { STANDINGS, type Standing } from '../vocabulary.js';
import { otherChanges, standingChange, type Change, type OtherChange } from './changes.js';
import { contentOn, type Interval, type View } from './interval.js';
import { foldLine } from './line.js';
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
import { ACT_TYPES, isLegal, isOver, movesStanding, type ActType } from './standing.js';

/** How many states have each standing in a body. A standing that no state has is left out, and so is `none`. */
export type Counts = Readonly<Partial<Record<Standing, number>>>;

export interface Preview {
  /** The events that would be recorded; none where all is recorded already. */
  readonly events: readonly MembershipEvent[];
  /** The line as it is and as it would be. */
  readonly before: readonly Interval[];
  readonly after: readonly Interval[];
  /** The first day on which the two lines differ, with the own standing before and after; null where they do not. */
  readonly change: Change<View> | null;
  /** The same of the reported standing. */
  readonly reportedChange: Change<View> | null;
  /** What else differs in the two lines: attestation, sources, disputes, roles … With no change at all they are the same. */
  readonly otherChanges: readonly OtherChange[];
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
    change: standingChange(before, after, 'own'),
    reportedChange: standingChange(before, after, 'reported'),
    otherChanges: otherChanges(before, after),
    counts: { before: counts, after: recounted(counts, before, after, circumstances.today) },
    laterActs: affected(acts, actsAfter, circumstances),
  };
}

/** An act that a form may offer. */
export interface Offer {
  readonly type: ActType;
  readonly legal: boolean;
  /** The standing of the day, by the own words. */
  readonly standing: Standing;
  /** Why it is not legal; null where it is. */
  readonly why: 'act-not-legal' | 'body-dissolved' | null;
  /** The standings from which it is legal, in the order of their list. */
  readonly from: readonly Standing[];
}

/**
 * For each act whether a person may record it on a day, and where not, why: for a form that offers what is legal. The act
 * is judged by its type alone: `refusalOf` knows more once it is filled in.
 */
export function offers(day: Day, membership: Membership, circumstances: Circumstances): Offer[] {
  const acts = resolveActs(membership.events, circumstances.state);
  const { own, reported } = contentOn(foldLine(acts, circumstances).intervals, day);
  const { standing } = own;
  // As the fold judges: an own word that finds none of its kind may build on what is reported.
  const held = own.acts.length > 0 ? [standing] : [standing, reported.standing];
  const ended = isOver(circumstances.body, day);
  return ACT_TYPES.map((type) => {
    const isOutside = !held.some((one) => isLegal(type, one));
    const why = ended && movesStanding(type) ? 'body-dissolved' : isOutside ? 'act-not-legal' : null;
    const from = STANDINGS.filter((one) => isLegal(type, one));
    return { type, legal: why === null, standing, why, from };
  });
}

/** Why a person may not record an act; undefined where it may be recorded. Yields nothing and changes nothing. */
export const refusalOf = (
  act: MembershipAct,
  membership: Membership,
  circumstances: Circumstances,
): MembershipRefusal | undefined =>
  actRefusal(act, resolveActs(membership.events, circumstances.state), circumstances);

function recounted(
  counts: Counts,
  before: readonly Interval[],
  after: readonly Interval[],
  today: Day,
): Counts {
  const was = contentOn(before, today).own.standing;
  const is = contentOn(after, today).own.standing;
  if (was === is) return counts;
  const moved: Counts = { ...counts, [was]: (counts[was] ?? 0) - 1, [is]: (counts[is] ?? 0) + 1, none: 0 };
  return Object.fromEntries(Object.entries(moved).filter(([, states]) => states > 0));
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

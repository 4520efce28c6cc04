// Acts that look as if they had been recorded already. A suspicion only: a person says whether it is one.
import { canonicalUrl } from './canonical-url.js';
import { daysBetween, type Day } from './day.js';
import { foldLetters } from './names/letters.js';
import { compareText } from './order.js';

/** What is compared of an act. */
export interface ActTraces {
  /** Absent while it is not recorded. */
  readonly eventId?: string;
  readonly body: string;
  readonly state: string;
  readonly type: string;
  /** As the fold takes it. */
  readonly day: Day;
  /** Addresses of its sources. */
  readonly urls: readonly string[];
  readonly quotes: readonly string[];
}

/** Strongest first. */
export const DUPLICATE_REASONS = ['same-quote', 'same-act-within-14-days', 'same-url'] as const;
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

export interface SuspectedDuplicate {
  readonly eventId: string;
  /** Strongest first. */
  readonly reasons: readonly DuplicateReason[];
}

const DAYS_APART = 14;
/** Shorter quotes ("agreed", "joined") are the same by chance. */
const QUOTE_LENGTH = 20;

/**
 * The recorded acts of which the candidate may be a repetition, best first: more reasons before fewer, then the stronger,
 * then the nearer in time. Only acts of the same state and body are looked at: one sentence of one page often tells of
 * several states. The candidate itself and acts without an event id are left out.
 */
export function suspectedDuplicates(candidate: ActTraces, known: readonly ActTraces[]): SuspectedDuplicate[] {
  const suspects = known.flatMap((act) => {
    if (act.eventId === undefined || act.eventId === candidate.eventId) return [];
    if (act.body !== candidate.body || act.state !== candidate.state) return [];
    const reasons = DUPLICATE_REASONS.filter((reason) => HOLDS[reason](candidate, act));
    const away = Math.abs(daysBetween(candidate.day, act.day));
    return reasons.length > 0 ? [{ eventId: act.eventId, reasons, away }] : [];
  });
  return suspects.sort(compareSuspects).map(({ eventId, reasons }) => ({ eventId, reasons }));
}

const HOLDS: Readonly<Record<DuplicateReason, (a: ActTraces, b: ActTraces) => boolean>> = {
  'same-act-within-14-days': (a, b) => a.type === b.type && Math.abs(daysBetween(a.day, b.day)) <= DAYS_APART,
  'same-url': (a, b) => overlap(a.urls.map(canonicalUrl), b.urls.map(canonicalUrl)),
  'same-quote': (a, b) => overlap(quotesOf(a), quotesOf(b)),
};

const quotesOf = ({ quotes }: ActTraces): string[] =>
  quotes.map(foldLetters).filter((quote) => quote.length >= QUOTE_LENGTH);

const overlap = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));

type Suspect = SuspectedDuplicate & { readonly away: number };

function compareSuspects(a: Suspect, b: Suspect): number {
  const rank = ({ reasons }: Suspect) => DUPLICATE_REASONS.indexOf(reasons[0] as DuplicateReason);
  return (
    b.reasons.length - a.reasons.length ||
    rank(a) - rank(b) ||
    a.away - b.away ||
    compareText(a.eventId, b.eventId)
  );
}

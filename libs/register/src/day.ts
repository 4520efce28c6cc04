// Days with their precision, in EDTF (ISO 8601-2:2019, levels 0 and 1): the years 0001 to 9999, no times of day, and an
// open end of an interval written `..` (an end left empty, EDTF's "unknown", says nothing that `..` does not).
import { dayNumber, daysIn, partsOf, writeDay } from './calendar.js';
import { readPoint } from './edtf-point.js';

/** A calendar day, `YYYY-MM-DD`, from `0001-01-01` to `9999-12-31`. Text order is time order. */
export type Day = string;

/**
 * A day as a source gives it: `2026-01-19`, `2025-11` or `2025-11-XX`, `2020`, `201X`, `19XX`, `2001-21` (spring),
 * `2026-01/2026-03`, `../2026-01-19` (on or before), `2026-01-19/..` (on or after); with `?`, `~` or `%` behind a day.
 */
export type Edtf = string;

export type Precision =
  'day' | 'month' | 'season' | 'year' | 'decade' | 'century' | 'interval' | 'on-or-before' | 'on-or-after';

export interface DayRange {
  readonly precision: Precision;
  /** First and last day that it may mean; null where it is open. */
  readonly earliest: Day | null;
  readonly latest: Day | null;
  /** The day at which an act so dated is folded: the earliest of a partial day, the bound of an open one. */
  readonly foldDay: Day;
  /** EDTF `?` or `%`: the source is not sure. */
  readonly uncertain: boolean;
  /** EDTF `~` or `%`. */
  readonly approximate: boolean;
}

/** Why a text is not such a day; the caller explains it in its reader's language. */
export type DayFault = 'not-edtf' | 'no-such-day' | 'ends-before-it-starts';

/** Days that were read before: a fold asks for the same few again and again. A text means the same day for ever. */
const known = new Map<Edtf, DayRange>();
const MOST_KNOWN = 10_000;

/** Reads an EDTF text; a fault where it is none, or names a day that no calendar has (2025-02-30, a 13th month). */
export function readDay(text: Edtf): DayRange | DayFault {
  const before = known.get(text);
  if (before) return before;
  const range = readAnew(text);
  if (typeof range === 'string') return range;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, range);
  return range;
}

function readAnew(text: Edtf): DayRange | DayFault {
  const ends = text.split('/');
  if (ends.length === 1) return readPoint(text);
  if (ends.length > 2) return 'not-edtf';
  const [start, end] = ends as [string, string];
  if (start === '..') return openRange(end, 'on-or-before');
  if (end === '..') return openRange(start, 'on-or-after');
  return closedRange(start, end);
}

/** As `readDay`, for text that is known to be good, such as stored data. Throws on a fault. */
export function dayRange(text: Edtf): DayRange {
  const range = readDay(text);
  if (typeof range === 'string') throw new RangeError(`${range}: ${text}`);
  return range;
}

/** The day at which an act dated so is folded. */
export const foldDay = (text: Edtf): Day => dayRange(text).foldDay;

function openRange(text: string, precision: 'on-or-before' | 'on-or-after'): DayRange | DayFault {
  const point = readPoint(text);
  if (typeof point === 'string') return point;
  const before = precision === 'on-or-before';
  const bound = before ? point.latest : point.earliest;
  return {
    ...point,
    precision,
    earliest: before ? null : bound,
    latest: before ? bound : null,
    foldDay: bound,
  };
}

function closedRange(start: string, end: string): DayRange | DayFault {
  const from = readPoint(start);
  const to = readPoint(end);
  if (typeof from === 'string') return from;
  if (typeof to === 'string') return to;
  if (to.latest < from.earliest) return 'ends-before-it-starts';
  return {
    precision: 'interval',
    earliest: from.earliest,
    latest: to.latest,
    foldDay: from.foldDay,
    uncertain: from.uncertain || to.uncertain,
    approximate: from.approximate || to.approximate,
  };
}

/** The day after; `9999-12-31` has none and stays. */
export function nextDay(day: Day): Day {
  const [year, month, date] = partsOf(day);
  if (date < daysIn(year, month)) return writeDay(year, month, date + 1);
  if (month < 12) return writeDay(year, month + 1, 1);
  return year < 9999 ? writeDay(year + 1, 1, 1) : day;
}

/** How many days lie from one day to another; 0 for the same, negative where the other is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** What is said to have happened lies ahead. `today` is the day in UTC. */
export interface DayInFuture {
  readonly code: 'day-in-future';
  readonly field: 'on' | 'announcedOn';
  readonly day: Day;
  readonly today: Day;
}

/** What has happened lies in the past; one day is allowed for where on earth it happened. Effects may lie ahead. */
export function dayInFuture(
  said: { readonly on: Edtf; readonly announcedOn?: Edtf | undefined },
  today: Day,
): DayInFuture | undefined {
  for (const field of ['on', 'announcedOn'] as const) {
    const text = said[field];
    if (text === undefined) continue;
    const day = foldDay(text);
    if (day > nextDay(today)) return { code: 'day-in-future', field, day, today };
  }
  return undefined;
}

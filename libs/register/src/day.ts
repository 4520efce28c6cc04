// Days with their precision, in EDTF (ISO 8601-2:2019, level 0 and the part of level 1 that day-level acts need).

/** A calendar day, `YYYY-MM-DD`. Text order is time order. */
export type Day = string;

/** A day as a source gives it: `2020`, `2025-11`, `2026-01-19`, `../2026-01-19`, `2026-01/2026-03`, `2026-01-19?`. */
export type Edtf = string;

export type Precision = 'day' | 'month' | 'year' | 'interval' | 'on-or-before' | 'on-or-after';

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

const POINT = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%])?$/;

/** Reads an EDTF text; a fault where it is none, or names a day that no calendar has (2025-02-30, a 13th month). */
export function readDay(text: Edtf): DayRange | DayFault {
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

function readPoint(text: string): DayRange | DayFault {
  const match = POINT.exec(text);
  if (!match) return 'not-edtf';
  const [, year = '', month, day, mark = ''] = match;
  if (year === '0000') return 'no-such-day';
  if (month !== undefined && (month < '01' || month > '12')) return 'no-such-day';
  if (day !== undefined && (day < '01' || Number(day) > daysIn(Number(year), Number(month))))
    return 'no-such-day';
  const earliest = `${year}-${month ?? '01'}-${day ?? '01'}`;
  const lastMonth = month ?? '12';
  const latest = `${year}-${lastMonth}-${day ?? String(daysIn(Number(year), Number(lastMonth)))}`;
  return {
    precision: day !== undefined ? 'day' : month !== undefined ? 'month' : 'year',
    earliest,
    latest,
    foldDay: earliest,
    uncertain: mark === '?' || mark === '%',
    approximate: mark === '~' || mark === '%',
  };
}

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
    foldDay: bound as Day,
  };
}

function closedRange(start: string, end: string): DayRange | DayFault {
  const from = readPoint(start);
  const to = readPoint(end);
  if (typeof from === 'string') return from;
  if (typeof to === 'string') return to;
  if ((to.latest as Day) < (from.earliest as Day)) return 'ends-before-it-starts';
  return {
    precision: 'interval',
    earliest: from.earliest,
    latest: to.latest,
    foldDay: from.foldDay,
    uncertain: from.uncertain || to.uncertain,
    approximate: from.approximate || to.approximate,
  };
}

/** Days in a month of the proleptic Gregorian calendar; month 1..12. */
function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The day after; `9999-12-31` has none and stays. */
export function nextDay(day: Day): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const write = (y: number, m: number, d: number) =>
    `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  if (date < daysIn(year, month)) return write(year, month, date + 1);
  if (month < 12) return write(year, month + 1, 1);
  return year < 9999 ? write(year + 1, 1, 1) : day;
}

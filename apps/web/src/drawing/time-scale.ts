// Where a day lies on an axis of time. In Arabic time runs from right to left, as the text does.
import { daysBetween, type Day } from '#register';
import { DIRECTION, type Language } from '../words/language.js';

/** An axis from one day to another; `at` gives percent from the left edge, within 0..100. */
export interface TimeScale {
  readonly from: Day;
  readonly to: Day;
  readonly mirrored: boolean;
  at(day: Day): number;
}

/** A stretch of an axis in percent: its left edge and its width. */
export interface Stretch {
  readonly x: number;
  readonly width: number;
}

/** An axis over all of these days, with some room on both sides; over a month at least. */
export function timeScale(days: readonly Day[], language: Language): TimeScale {
  const sorted = [...days].sort();
  const first = sorted[0] ?? '2000-01-01';
  const last = sorted.at(-1) ?? first;
  const span = daysBetween(first, last);
  const room = Math.max(1, Math.ceil(span * 0.05), Math.ceil((30 - span) / 2));
  const [from, to] = [shiftDay(first, -room), shiftDay(last, room)];
  const length = daysBetween(from, to);
  const mirrored = DIRECTION[language] === 'rtl';
  const at = (day: Day) => {
    const share = Math.min(1, Math.max(0, daysBetween(from, day) / length));
    return round((mirrored ? 1 - share : share) * 100);
  };
  return { from, to, mirrored, at };
}

/** From a day up to another, or to the end of the axis. */
export function stretch(scale: TimeScale, from: Day, to: Day | null): Stretch {
  const [a, b] = [scale.at(from), scale.at(to ?? scale.to)];
  return { x: Math.min(a, b), width: round(Math.abs(a - b)) };
}

const round = (percent: number): number => Math.round(percent * 100) / 100;
export const percent = (value: number): string => `${round(value)}%`;

const DAY_MS = 86_400_000;

/** So many days later; within the years 0001 to 9999. */
export function shiftDay(day: Day, days: number): Day {
  const at = new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS);
  if (at.getUTCFullYear() < 1) return '0001-01-01';
  return at.getUTCFullYear() > 9999 ? '9999-12-31' : at.toISOString().slice(0, 10);
}

export interface Tick {
  readonly day: Day;
  readonly unit: 'year' | 'month' | 'day';
  /** Left out where there is little room. */
  readonly spare: boolean;
}

const AT_MOST = 7;

/** Round days along an axis: years, else months, else days; seven at most. */
export function ticksOf({ from, to }: TimeScale): Tick[] {
  const span = daysBetween(from, to);
  for (const { unit, every, list } of STEPS) {
    if (span / (every * (unit === 'day' ? 1 : 28)) > (AT_MOST + 1) * 1.2) continue;
    const days = list(from, to, every).filter((day) => day > from && day < to);
    if (days.length >= 2 && days.length <= AT_MOST)
      return days.map((day, index) => ({ day, unit, spare: days.length > 4 && index % 2 === 1 }));
  }
  return [];
}

const months = (from: Day, to: Day, every: number): Day[] => {
  const first = Number(from.slice(0, 4)) * 12;
  const count = Number(to.slice(0, 4)) * 12 + 12 - first;
  return Array.from({ length: Math.ceil(count / every) }, (_, index) => {
    const month = Math.ceil(first / every) * every + index * every;
    const year = String(Math.floor(month / 12)).padStart(4, '0');
    return `${year}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  });
};

const dates = (from: Day, to: Day, every: number): Day[] =>
  Array.from({ length: Math.floor(daysBetween(from, to) / every) + 1 }, (_, index) =>
    shiftDay(from, index * every),
  );

/** From the finest to the coarsest: the first that does not crowd the axis is taken. */
const STEPS = [
  ...[1, 2, 7, 14].map((every) => ({ unit: 'day' as const, every, list: dates })),
  ...[1, 2, 3, 6].map((every) => ({ unit: 'month' as const, every, list: months })),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].map((every) => ({
    unit: 'year' as const,
    every: every * 12,
    list: months,
  })),
];

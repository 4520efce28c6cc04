// How people write a day, as the register reads it.
import { readDay, type Day } from '#register';

/**
 * Digits of any script as European ones, 2026/1/9 and 2026.1.9 as 2026-01-09, and, where `today` is told, the words for it
 * and for the day before as the days that they mean.
 */
export function plainDay(text: string, today?: Day): string {
  const european = text
    .trim()
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    // Copied out of an Arabic text, a day may be wrapped in marks of direction.
    .replace(/[\u061c\u200e\u200f\u2066-\u2069]/g, '')
    .replace(/[‐‑‒–—−]/g, '-');
  const named = today === undefined ? undefined : NAMED[european.toLowerCase()]?.(today);
  if (named !== undefined) return named;
  const parts = /^(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?$/.exec(european);
  if (!parts) return european;
  const [year = '', ...others] = parts.slice(1) as (string | undefined)[];
  return [year, ...others.flatMap((part) => part?.padStart(2, '0') ?? [])].join('-');
}

const yesterday = (today: Day): Day =>
  new Date(Date.parse(`${today}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
const same = (today: Day): Day => today;

const NAMED: Readonly<Record<string, ((today: Day) => Day) | undefined>> = Object.assign(
  Object.create(null) as object,
  { today: same, yesterday, اليوم: same, أمس: yesterday, امس: yesterday },
);

const DAY_FIRST = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/;

/** Whether a day is written with its year at the end, so that day and month may be taken for one another. */
export const isDayFirst = (text: string): boolean => DAY_FIRST.test(plainDay(text));

/** What such a text may mean: 07-11-2025 as 2025-11-07, or, as some write it, 2025-07-11. None where no calendar has it. */
export function dayFirstReadings(text: string): Day[] {
  const [, first = '', second = '', year = ''] = DAY_FIRST.exec(plainDay(text)) ?? [];
  const written = [
    [second, first],
    [first, second],
  ].map((parts) => [year, ...parts.map((part) => part.padStart(2, '0'))].join('-'));
  return [...new Set(written)].filter((day) => typeof readDay(day) !== 'string');
}

/** The name of the buttons that choose a reading of the day in a field. */
export const readingOf = (field: string): string => `read-${field}`;

/** A form as it was sent; where a reading of a day was chosen, with that one in the place of what was typed. */
export function withReadings(typed: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const chosen = Object.entries(typed).flatMap(([field, text]) => {
    const reading = typed[readingOf(field)] ?? '';
    return dayFirstReadings(text).includes(reading) ? [[field, reading] as const] : [];
  });
  return { ...typed, ...Object.fromEntries(chosen) };
}

// Days and instants as people read them. All days are Gregorian, all instants UTC.
import type { Language } from './language.js';

const LOCALE = { en: 'en-GB', ar: 'ar-u-nu-latn-ca-gregory' } as const;

/** In both languages; made once, because making one takes longer than a hundred days are written in. */
export const dayFormat = (options: Intl.DateTimeFormatOptions) => ({
  en: new Intl.DateTimeFormat(LOCALE.en, { timeZone: 'UTC', ...options }),
  ar: new Intl.DateTimeFormat(LOCALE.ar, { timeZone: 'UTC', ...options }),
});
const DAY = dayFormat({ day: 'numeric', month: 'long', year: 'numeric' });
const MONTH = dayFormat({ month: 'long', year: 'numeric' });
const INSTANT = dayFormat({
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const MOST_KEPT = 10_000;

/** A page writes the same few days many times; what one looks like in a language never changes. */
function kept(write: (language: Language, text: string) => string) {
  const written = { en: new Map<string, string>(), ar: new Map<string, string>() };
  return (language: Language, text: string): string => {
    const before = written[language].get(text);
    if (before !== undefined) return before;
    const now = write(language, text);
    if (written[language].size >= MOST_KEPT) written[language].clear();
    written[language].set(text, now);
    return now;
  };
}

/** `2026-01-19` as "19 January 2026". */
export const day = kept((language, iso) => DAY[language].format(atNoon(iso)));

const instantOf = kept((language, at) => `${INSTANT[language].format(new Date(at))} UTC`);

/** An ISO instant, or a `Date`, as "19 Jan 2026, 14:24 UTC". */
export const instant = (language: Language, at: string | Date): string =>
  instantOf(language, typeof at === 'string' ? at : at.toISOString());

/**
 * A day with its precision in EDTF, levels 0 and 1, as the register keeps it: `2026-01` as "January 2026", `../2026-01-19`
 * as "on or before 19 January 2026", `2026-01-19~` as "about 19 January 2026".
 */
export function edtf(language: Language, text: string): string {
  const say = PHRASES[language];
  if (text === '' || text === '..' || text === '../..') return say.unknown;
  const [from, to] = text.split('/');
  if (to !== undefined) {
    if (from === '..' || from === '') return say.until(point(language, to));
    if (to === '..' || to === '') return say.since(point(language, from as string));
    return say.between(point(language, from as string), point(language, to));
  }
  return point(language, text);
}

function point(language: Language, text: string): string {
  const say = PHRASES[language];
  const bare = text.replace(/[?~%]$/, '');
  const said = bareDay(language, bare);
  const mark = text.slice(bare.length);
  if (mark === '~') return say.about(said);
  if (mark === '?') return say.uncertain(said);
  return mark === '%' ? say.uncertain(say.about(said)) : said;
}

function bareDay(language: Language, text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return day(language, text);
  if (/^\d{4}-(0\d|1[0-2])$/.test(text)) return MONTH[language].format(atNoon(`${text}-01`));
  // Decades, seasons and what else EDTF has: as it is written.
  return text;
}

const atNoon = (iso: string): Date => new Date(`${iso}T12:00:00Z`);

const PHRASES = {
  en: {
    unknown: 'day unknown',
    until: (day: string) => `on or before ${day}`,
    since: (day: string) => `on or after ${day}`,
    between: (from: string, to: string) => `between ${from} and ${to}`,
    about: (day: string) => `about ${day}`,
    uncertain: (day: string) => `${day} (uncertain)`,
  },
  ar: {
    unknown: 'اليوم غير معروف',
    until: (day: string) => `في ${day} أو قبله`,
    since: (day: string) => `في ${day} أو بعده`,
    between: (from: string, to: string) => `بين ${from} و${to}`,
    about: (day: string) => `نحو ${day}`,
    uncertain: (day: string) => `${day} (غير مؤكد)`,
  },
} as const;

// What was typed of a day, as its EDTF or as what is wrong with it; and a day that is known, as it is typed.
import { readDay, type Edtf } from '#register';
import { edtf } from '../words/days.js';
import { words, type Language } from '../words/language.js';
import { dayFirstReadings, isDayFirst, plainDay } from './day-text.js';
import type { FieldFault, Typed } from './forms.js';

/** How a day is meant; the value of the list beside the text. */
export const MEANT = ['exact', 'before', 'after', 'uncertain', 'unknown'] as const;
type Meant = (typeof MEANT)[number];

// In Arabic text a day is isolated, or its parts would change places (Unicode UAX 9).
export const DAY_WORDS = words({
  en: {
    exact: 'as written',
    before: 'on or before it',
    after: 'on or after it',
    uncertain: 'not certain',
    unknown: 'unknown',
    hint: '2026-01-19, or 2026-01 or 2026 as far as it is known',
    meant: (label: string) => `${label}: how it is meant`,
    missing: 'Give a day, or a month or a year such as 2026-01 or 2026.',
    noneUnknown:
      'An act needs some day. If only the text that tells of it is dated, give its day with “on or before it”.',
    both: 'Give the day, or say that it is unknown, not both.',
    dayFirst: (days: string) =>
      `Write the year first: ${days}. Day and month could be taken for one another.`,
    or: ' or ',
    // Of a button that takes one of the readings of a day that is written day first.
    take: (day: string) => `It is ${day}`,
    'not-edtf': 'Write a day as 2026-01-19, a month as 2026-01, a year as 2026.',
    'no-such-day': 'There is no such day in the calendar.',
    'ends-before-it-starts': 'The end lies before the start.',
  },
  ar: {
    exact: 'كما كُتب',
    before: 'فيه أو قبله',
    after: 'فيه أو بعده',
    uncertain: 'غير مؤكد',
    unknown: 'غير معروف',
    hint: '\u20662026-01-19\u2069، أو \u20662026-01\u2069 أو 2026 بقدر ما هو معروف',
    meant: (label: string) => `${label}: المقصود`,
    missing: 'اكتب يوماً، أو شهراً أو سنة مثل \u20662026-01\u2069 أو 2026.',
    noneUnknown: 'لا بد للعمل من يوم. إذا كان النص الذي يرويه هو وحده المؤرَّخ فاكتب يومه واختر «فيه أو قبله».',
    both: 'اكتب اليوم أو اختر أنه غير معروف، لا كليهما.',
    dayFirst: (days: string) => `ابدأ بالسنة: ${days}. قد يُخلط بين اليوم والشهر.`,
    or: ' أو ',
    take: (day: string) => `هو ${day}`,
    'not-edtf': 'اكتب اليوم هكذا \u20662026-01-19\u2069، والشهر هكذا \u20662026-01\u2069، والسنة هكذا 2026.',
    'no-such-day': 'لا يوجد يوم كهذا في التقويم.',
    'ends-before-it-starts': 'تقع النهاية قبل البداية.',
  },
});

/** What was typed of a day: its EDTF, nothing where it may be left out and was, or what is wrong with it. */
export function readDayField(
  typed: Typed,
  name: string,
  language: Language,
  optional: 'optional' | 'required',
): { readonly day?: Edtf; readonly faults: readonly FieldFault[] } {
  const say = DAY_WORDS[language];
  const text = plainDay(typed[name] ?? '');
  const meant = MEANT.find((one) => one === typed[`${name}-meant`]) ?? 'exact';
  const fault = (code: FaultCode) => ({ faults: [{ field: name, sentence: say[code] }] });
  if (text !== '' && meant === 'unknown') return fault('both');
  if (text === '' && optional === 'optional' && (meant === 'exact' || meant === 'unknown')) {
    return { faults: [] };
  }
  if (text === '') return fault(meant === 'unknown' ? 'noneUnknown' : 'missing');
  if (isDayFirst(text)) {
    const readings = dayFirstReadings(text).map((day) => `\u2066${day}\u2069 (${edtf(language, day)})`);
    if (readings.length === 0) return fault('no-such-day');
    return { faults: [{ field: name, sentence: say.dayFirst(readings.join(say.or)) }] };
  }
  const day = WRITTEN[meant](text);
  const read = readDay(day);
  return typeof read === 'string' ? fault(read) : { day, faults: [] };
}

type FaultCode = 'both' | 'noneUnknown' | 'missing' | Extract<ReturnType<typeof readDay>, string>;

const WRITTEN: Readonly<Record<Meant, (text: string) => Edtf>> = {
  exact: (text) => text,
  before: (text) => `../${text}`,
  after: (text) => `${text}/..`,
  uncertain: (text) => `${text}?`,
  unknown: (text) => text,
};

/** What `DayField` shows for a day that is known already. */
export function typedDay(name: string, day: Edtf | undefined): Typed {
  if (day === undefined) return { [name]: '', [`${name}-meant`]: 'unknown' };
  const [meant, text] = day.startsWith('../')
    ? ['before', day.slice(3)]
    : day.endsWith('/..')
      ? ['after', day.slice(0, -3)]
      : !day.includes('/') && day.endsWith('?')
        ? ['uncertain', day.slice(0, -1)]
        : ['exact', day];
  return { [name]: text, [`${name}-meant`]: meant };
}

// A day as a source gives it: a day, a month or a year, on or before, on or after, not certain, or unknown.
import { readDay, type Edtf } from '#register';
import { words, type Language } from '../words/language.js';
import type { PageContext } from './context.js';
import { Field, type FieldFault, type Typed } from './forms.js';

/** How a day is meant; the value of the list beside the text. */
const MEANT = ['exact', 'before', 'after', 'uncertain', 'unknown'] as const;
type Meant = (typeof MEANT)[number];

// In Arabic text a day is isolated, or its parts would change places (Unicode UAX 9).
const WORDS = words({
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
    dayFirst: 'Write the year first, such as 2025-11-07: day and month could be taken for one another.',
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
    dayFirst: 'ابدأ بالسنة مثل \u20662025-11-07\u2069: قد يُخلط بين اليوم والشهر.',
    'not-edtf': 'اكتب اليوم هكذا \u20662026-01-19\u2069، والشهر هكذا \u20662026-01\u2069، والسنة هكذا 2026.',
    'no-such-day': 'لا يوجد يوم كهذا في التقويم.',
    'ends-before-it-starts': 'تقع النهاية قبل البداية.',
  },
});

interface DayFieldProps {
  readonly page: PageContext;
  /** Of the text; the list beside it is called `${name}-meant`. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly typed: Typed;
  readonly faults?: readonly FieldFault[];
  /** Whether the day may be left out. */
  readonly optional?: boolean;
}

export function DayField({ page, name, label, hint, typed, faults = [], optional = false }: DayFieldProps) {
  const say = WORDS[page.language];
  const meant = typed[`${name}-meant`] ?? 'exact';
  return (
    <Field name={name} label={label} faults={faults} hint={hint === undefined ? say.hint : hint}>
      {(control) => (
        <span class="day-field">
          <input {...control} type="text" value={typed[name]} dir="ltr" autocomplete="off" maxLength={40} />
          <select name={`${name}-meant`} aria-label={say.meant(label)}>
            {MEANT.filter((one) => optional || one !== 'unknown').map((one) => (
              <option key={one} value={one} selected={one === meant}>
                {say[one]}
              </option>
            ))}
          </select>
        </span>
      )}
    </Field>
  );
}

/** What was typed of a day: its EDTF, nothing where it may be left out and was, or what is wrong with it. */
export function readDayField(
  typed: Typed,
  name: string,
  language: Language,
  optional: 'optional' | 'required',
): { readonly day?: Edtf; readonly faults: readonly FieldFault[] } {
  const say = WORDS[language];
  const text = plainDay(typed[name] ?? '');
  const meant = MEANT.find((one) => one === typed[`${name}-meant`]) ?? 'exact';
  const fault = (code: FaultCode) => ({ faults: [{ field: name, sentence: say[code] }] });
  if (text !== '' && meant === 'unknown') return fault('both');
  if (text === '' && optional === 'optional' && (meant === 'exact' || meant === 'unknown')) {
    return { faults: [] };
  }
  if (text === '') return fault(meant === 'unknown' ? 'noneUnknown' : 'missing');
  if (/^\d{1,2}[-./]\d{1,2}[-./]\d{4}$/.test(text)) return fault('dayFirst');
  const day = WRITTEN[meant](text);
  const read = readDay(day);
  return typeof read === 'string' ? fault(read) : { day, faults: [] };
}

type FaultCode =
  'both' | 'noneUnknown' | 'missing' | 'dayFirst' | Extract<ReturnType<typeof readDay>, string>;

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

/** Digits of any script as European ones; 2026/1/9 and 2026.1.9 as 2026-01-09. */
function plainDay(text: string): string {
  const european = text
    .trim()
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[‐‑‒–—−]/g, '-');
  const parts = /^(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?$/.exec(european);
  if (!parts) return european;
  const [year = '', ...others] = parts.slice(1) as (string | undefined)[];
  return [year, ...others.flatMap((part) => part?.padStart(2, '0') ?? [])].join('-');
}

// What a schema of the register refuses, as sentences at the fields of the form.
import { words, number, type Language } from '../words/language.js';
import type { FieldFault } from './forms.js';

/** As zod reports it; the messages are English and for programs, so that only the codes are read. */
interface Issue {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly maximum?: unknown;
  readonly origin?: unknown;
  readonly expected?: unknown;
}

interface Checked<Data> {
  readonly data?: Data;
  readonly faults: readonly FieldFault[];
}
interface Schema<Data> {
  safeParse(
    value: unknown,
  ): { success: true; data: Data } | { success: false; error: { issues: readonly unknown[] } };
}

/**
 * What a schema makes of a form. `fieldOf` names the field from which the value at a path came, '' where it came from none,
 * and undefined where it was read, and refused, by itself. A field has one fault at most.
 */
export function checked<Data>(
  schema: Schema<Data>,
  value: unknown,
  language: Language,
  fieldOf: (path: string) => string | undefined = (path) => path,
): Checked<Data> {
  const result = schema.safeParse(value);
  if (result.success) return { data: result.data, faults: [] };
  const faults = new Map<string, FieldFault>();
  for (const issue of result.error.issues as readonly Issue[]) {
    const path = issue.path.map(String).join('.');
    const field = fieldOf(path);
    if (field !== undefined && !faults.has(field))
      faults.set(field, { field, sentence: sentenceOf(issue, language) });
  }
  return { faults: [...faults.values()] };
}

/** The field of a path of a schema: of a rule its own, of a list the field of the list. */
export function fieldAt(path: string, readAlready: readonly string[]): string | undefined {
  const [first = '', second = ''] = path.split('.');
  if (readAlready.includes(first)) return undefined;
  return first === 'rule' && second !== '' ? second : first;
}

function sentenceOf({ code, path, message, maximum, origin, expected }: Issue, language: Language): string {
  const say = SCHEMA_FAULTS[language];
  if (code === 'too_big' && origin === 'string') return say.tooLong(number(language, Number(maximum)));
  if (code === 'too_big' && origin !== 'number') return say.tooMany(number(language, Number(maximum)));
  if (origin === 'number' || expected === 'number' || expected === 'int') return say.wholeNumber;
  if (code === 'invalid_type' || code === 'too_small' || /must not be blank/.test(message))
    return say.missing;
  if (code === 'invalid_value') return say.choose;
  if (/cannot be stored/.test(message)) return say.unstorable;
  if (/a state or a name/.test(message)) return say.party;
  const key = path.findLast((part) => typeof part === 'string');
  return FORMATS[String(key)]?.[language] ?? say.wrong;
}

const SCHEMA_FAULTS = words({
  en: {
    missing: 'Fill this in.',
    choose: 'Choose one of the list.',
    tooLong: (most: string) => `This is too long: at most ${most} characters.`,
    tooMany: (most: string) => `This is too much: at most ${most}.`,
    wholeNumber: 'Give a whole number from 1 that is not out of all proportion.',
    unstorable: 'This has control characters or broken letters in it. Type it anew.',
    party: 'Name a state, or give a name.',
    wrong: 'This is not as it should be.',
  },
  ar: {
    missing: 'املأ هذا الحقل.',
    choose: 'اختر من القائمة.',
    tooLong: (most: string) => `النص أطول من اللازم: ${most} حرف على الأكثر.`,
    tooMany: (most: string) => `القيمة أكبر من اللازم: ${most} على الأكثر.`,
    wholeNumber: 'اكتب عدداً صحيحاً من 1 فما فوق، في حدود المعقول.',
    unstorable: 'يحتوي على رموز تحكم أو حروف تالفة. اكتبه من جديد.',
    party: 'سمِّ دولة أو اكتب اسماً.',
    wrong: 'ليس هذا كما ينبغي.',
  },
});

const SLUG = {
  en: 'Use lower-case Latin letters, digits and single hyphens, such as board-of-peace.',
  ar: 'استخدم حروفاً لاتينية صغيرة وأرقاماً وشرطات مفردة، مثل board-of-peace.',
};
const STATE = {
  en: 'Give the code of a state, such as KAZ, or X- and a name of your own, such as X-SOMALILAND.',
  ar: 'اكتب رمز دولة مثل KAZ، أو X- يتبعها اسم من عندك مثل X-SOMALILAND.',
};
const FORMATS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  slug: SLUG,
  organ: SLUG,
  code: STATE,
  url: {
    en: 'Give an address that begins with http:// or https://.',
    ar: 'اكتب عنواناً يبدأ بـ http:// أو https://.',
  },
  language: { en: 'Give a language tag, such as ar or zh-Hant.', ar: 'اكتب رمز لغة مثل ar أو zh-Hant.' },
  alpha2: { en: 'Two capital letters, such as KZ.', ar: 'حرفان لاتينيان كبيران مثل KZ.' },
  numeric: { en: 'Three digits, such as 398.', ar: 'ثلاثة أرقام مثل 398.' },
};

// Characters that no text of a record has a use for: they cannot be stored, or make a text read otherwise than it is.
import type { FieldFault, Typed } from '../page/forms.js';
import { words, type Language } from '../words/language.js';

const UNSTORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/;
/** Turn the order of letters around, whatever they are (U+202D, U+202E). */
const OVERRIDES = /[\u202d\u202e]/;
/** Open a direction that a single line does not close. Quotes are kept as they were copied, and shown in isolation. */
const EMBEDDINGS = /[\u202a-\u202c\u2066-\u2069]/;

/** Texts of several lines, kept as a source or a person has them. */
const LONG = ['quote', 'note', 'text', 'reason', 'reason-why', 'why', 'new-note', 'new-relies'];

const WORDS = words({
  en: {
    unstorable: 'This has control characters or broken letters in it. Copy or type it anew.',
    turned: 'This has invisible characters in it that turn the order of letters around. Type it anew.',
  },
  ar: {
    unstorable: 'يحتوي على رموز تحكم أو حروف تالفة. انسخه أو اكتبه من جديد.',
    turned: 'يحتوي على رموز خفية تقلب ترتيب الحروف. اكتبه من جديد.',
  },
});

/** What may not be kept of a form, each at its field. */
export function hostileFaults(typed: Typed, language: Language): FieldFault[] {
  const say = WORDS[language];
  return Object.entries(typed).flatMap(([field, text]): FieldFault[] => {
    if (UNSTORABLE.test(text) || !text.isWellFormed()) return [{ field, sentence: say.unstorable }];
    const turned = OVERRIDES.test(text) || (!LONG.includes(field) && EMBEDDINGS.test(text));
    return turned ? [{ field, sentence: say.turned }] : [];
  });
}

export const isHostile = (typed: Typed): boolean => hostileFaults(typed, 'en').length > 0;

/** What was typed, without what a page cannot show either. */
export const withoutHostile = (typed: Typed): Typed =>
  Object.fromEntries(
    Object.entries(typed).map(([name, text]) => [
      name,
      text.toWellFormed().replace(new RegExp(UNSTORABLE, 'g'), '').replace(new RegExp(OVERRIDES, 'g'), ''),
    ]),
  );

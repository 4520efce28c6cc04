// Choosing a state or a body: a plain list, which a script turns into a field that finds names in any script and spelling.
import { countAr, countEn, words, type Language } from '../words/language.js';
import type { Choice, Found } from './choices.js';
import { Field, type FieldFault } from './forms.js';

const WORDS = words({
  en: {
    choose: 'Choose …',
    found: countEn({ one: '# found', other: '# found' }),
    noResults: 'Nothing by that name. Another spelling, script or the code may find it.',
  },
  ar: {
    choose: 'اختر …',
    found: countAr({
      zero: 'لا نتائج',
      one: 'نتيجة واحدة',
      two: 'نتيجتان',
      few: '# نتائج',
      many: '# نتيجة',
      other: '# نتيجة',
    }),
    noResults: 'لا شيء بهذا الاسم. جرّب تهجئة أو خطاً آخر أو الرمز.',
  },
});

interface PartySelectProps {
  readonly language: Language;
  readonly name: string;
  readonly label: string;
  readonly kind: 'state' | 'body';
  readonly choices: readonly Choice[];
  readonly value: string | undefined;
  readonly faults?: readonly FieldFault[];
  readonly hint?: string;
  readonly autofocus?: boolean;
}

export function PartySelect({
  language,
  kind,
  choices,
  value = '',
  hint,
  faults = [],
  ...field
}: PartySelectProps) {
  return (
    <Field {...field} faults={faults} {...(hint !== undefined && { hint })}>
      {(control) => (
        <select {...control} data-find={`/admin/options/${kind}`}>
          <option value="">{WORDS[language].choose}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} selected={choice.value === value} dir="auto">
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** The suggestions of such a field, as a part of a page. */
export function Suggestions({
  language,
  found,
}: {
  readonly language: Language;
  readonly found: readonly Found[];
}) {
  return (
    <>
      {found.map(({ value, label, match }, at) => (
        <li
          key={value}
          role="option"
          aria-selected="false"
          data-value={value}
          // Said to those who do not see the list.
          data-says={at === 0 ? WORDS[language].found(found.length) : undefined}
        >
          <bdi>{label}</bdi>
          {match === label ? null : (
            <>
              {' '}
              <bdi class="soft">{match}</bdi>
            </>
          )}
        </li>
      ))}
      {found.length === 0 ? (
        <li role="option" aria-disabled="true" data-says={WORDS[language].noResults}>
          {WORDS[language].noResults}
        </li>
      ) : null}
    </>
  );
}

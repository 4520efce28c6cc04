// A day as a source gives it: a day, a month or a year, on or before, on or after, not certain, or unknown.
import { edtf } from '../words/days.js';
import type { PageContext } from './context.js';
import { dayFirstReadings, readingOf } from './day-text.js';
import { Field, type FieldFault, type Typed } from './forms.js';
import { DAY_WORDS, MEANT, readDayField } from './read-day-field.js';

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
  const say = DAY_WORDS[page.language];
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
          <DayReading page={page} name={name} typed={typed} />
        </span>
      )}
    </Field>
  );
}

/**
 * The day in words, as it was understood; or what a day that is written day first may mean, to choose from. `late` where it
 * takes the place of an earlier one on a page that is open.
 */
export function DayReading({
  page: { language },
  name,
  typed,
  late = false,
}: Pick<DayFieldProps, 'page' | 'name' | 'typed'> & { readonly late?: boolean }) {
  const readings = dayFirstReadings(typed[name] ?? '');
  const { day } = readDayField(typed, name, language, 'optional');
  return (
    <span class="day-reading" id={`${name}-reading`} {...(late && { 'hx-swap-oob': 'true' })}>
      {day === undefined ? null : <span class="soft">{edtf(language, day)}</span>}
      {readings.map((reading) => (
        <button key={reading} name={readingOf(name)} value={reading} data-reads={name}>
          {DAY_WORDS[language].take(edtf(language, reading))}
        </button>
      ))}
    </span>
  );
}

// Citing sources in a form: those that are registered are chosen, a new one is registered in place.
import type { KnownSource } from '#read-models';
import { isolate } from '../drawing/figure.js';
import { edtf } from '../words/days.js';
import type { Language } from '../words/language.js';
import { SOURCE_FORM } from '../words/source-form.js';
import type { PageContext } from './context.js';
import { SelectField, TextField, type FieldFault, type Typed } from './forms.js';
import { NewSourceFields } from './new-source-fields.js';
import { hasNewSource, SOURCE_ROWS } from './read-sources.js';
import { isNewRow, MoreRows, rowNumbers } from './rows.js';

/** A source as one line: outlet, title, day, each in its own direction. Plain text, for lists to choose from. */
export function sourceLabel({ id, registered }: KnownSource, language: Language): string {
  const { outlet, title, publishedOn } = registered;
  const when = publishedOn === undefined ? [] : [edtf(language, publishedOn)];
  return [outlet, title ?? id, ...when].map(isolate).join(' · ');
}

interface SourceFieldsProps {
  readonly page: PageContext;
  readonly typed: Typed;
  readonly faults: readonly FieldFault[];
  /** To choose from: the latest, and those that were chosen already. */
  readonly known: readonly KnownSource[];
}

/** One row for each source; the button at the end sends the form for a further row. */
export function SourceFields({ page, typed, faults, known }: SourceFieldsProps) {
  const say = SOURCE_FORM[page.language];
  const options = known.map((source) => ({
    value: source.id,
    label: sourceLabel(source, page.language),
  }));
  return (
    <fieldset class="sources">
      <legend>{say.sources}</legend>
      {rowNumbers(typed, SOURCE_ROWS).map((at) => (
        <fieldset class="card" key={at}>
          <legend>{say.source(at)}</legend>
          <SelectField
            name={`source-${at}`}
            label={say.choose}
            hint={say.chooseHint}
            autofocus={isNewRow(typed, SOURCE_ROWS, at)}
            value={typed[`source-${at}`]}
            faults={faults}
            options={[{ value: '', label: say.none }, ...options]}
          />
          <details open={hasNewSource(typed, `source-${at}-`)}>
            <summary>{say.place}</summary>
            <NewSourceFields page={page} typed={typed} faults={faults} prefix={`source-${at}-`} />
          </details>
          <TextField
            name={`source-${at}-quote`}
            label={`${say.quote} ${say.optional}`}
            value={typed[`source-${at}-quote`]}
            rows={3}
            faults={faults}
          />
        </fieldset>
      ))}
      <MoreRows typed={typed} of={SOURCE_ROWS} label={say.more} />
    </fieldset>
  );
}

// Citing sources in a form: those that are registered are chosen, a new one is registered in place.
import type { KnownSource } from '#read-models';
import { isolate } from '../drawing/figure.js';
import { edtf } from '../words/days.js';
import type { Language } from '../words/language.js';
import { SOURCE_FORM } from '../words/source-form.js';
import type { PageContext } from './context.js';
import { DayField } from './day-field.js';
import { SelectField, TextField, type FieldFault, type Typed } from './forms.js';
import { hasNewSource, SOURCE_ROWS, type NewSourceField } from './read-sources.js';
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

interface NewSourceProps {
  readonly page: PageContext;
  readonly typed: Typed;
  readonly faults: readonly FieldFault[];
  /** Of the names of the fields: '' or `source-1-`. */
  readonly prefix: string;
}

/** The fields of a source that is to be registered. */
export function NewSourceFields({ page, typed, faults, prefix }: NewSourceProps) {
  const { language } = page;
  const say = SOURCE_FORM[language];
  const field = (name: NewSourceField, label: string) => ({
    name: `${prefix}${name}`,
    label,
    value: typed[`${prefix}${name}`],
    faults,
  });
  const optional = (label: string) => `${label} ${say.optional}`;
  return (
    <>
      <TextField {...field('url', optional(say.url))} type="url" dir="ltr" />
      <TextField {...field('outlet', say.outlet)} hint={say.outletHint} />
      <TextField {...field('title', optional(say.title))} />
      <SelectField
        name={`${prefix}language`}
        label={say.language}
        faults={faults}
        value={typed[`${prefix}language`] ?? language}
        options={languageOptions(language, typed[`${prefix}language`])}
      />
      <DayField
        page={page}
        typed={typed}
        faults={faults}
        name={`${prefix}published`}
        label={optional(say.publishedOn)}
        optional
      />
      <TextField {...field('byline', optional(say.byline))} />
      <TextField {...field('relies', optional(say.reliesOn))} hint={say.reliesOnHint} rows={2} />
      <TextField {...field('note', optional(say.note))} rows={2} />
    </>
  );
}

/** Languages in which states speak of one another, those of the register first. */
const TEXT_LANGUAGES =
  'ar en fr ru zh es kk he fa tr ur de it pt id az uz ky tk hy ka sq sr hu pl uk be el nl da sv no fi mn ps hi bn th vi ja ko ms am so sw';

export function languageOptions(language: Language, chosen: string | undefined) {
  const names = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' });
  const tags = TEXT_LANGUAGES.split(' ');
  const known = chosen !== undefined && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(chosen) ? [chosen] : [];
  return [...new Set([...tags, ...known])].map((tag) => ({ value: tag, label: names.of(tag) ?? tag }));
}

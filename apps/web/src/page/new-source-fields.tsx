// The fields of a source that is to be registered.
import type { Language } from '../words/language.js';
import { SOURCE_FORM } from '../words/source-form.js';
import type { PageContext } from './context.js';
import { DayField } from './day-field.js';
import { SelectField, TextField, type FieldFault, type Typed } from './forms.js';
import { languageName, languageOptions } from './language-options.js';
import { textLanguage, type NewSourceField } from './read-sources.js';

export interface NewSourceProps {
  readonly page: PageContext;
  readonly typed: Typed;
  readonly faults: readonly FieldFault[];
  /** Of the names of the fields: '' or `source-1-`. */
  readonly prefix: string;
}

const optional = (language: Language, label: string): string => `${label} ${SOURCE_FORM[language].optional}`;

const shown = ({ typed, faults, prefix }: NewSourceProps, name: NewSourceField, label: string) => ({
  name: `${prefix}${name}`,
  label,
  value: typed[`${prefix}${name}`],
  faults,
});

export function NewSourceFields(props: NewSourceProps) {
  return (
    <>
      <AddressField {...props} />
      <ImprintFields {...props} />
    </>
  );
}

export const AddressField = (props: NewSourceProps) => (
  <TextField
    {...shown(props, 'url', optional(props.page.language, SOURCE_FORM[props.page.language].url))}
    type="url"
    dir="ltr"
  />
);

interface ImprintProps extends NewSourceProps {
  /** What is taken where no outlet is typed. */
  readonly outletHint?: string | undefined;
  /** What is taken where no language is chosen. */
  readonly proposed?: string | undefined;
}

/** What it says of itself: who published it, when, in which language. What few texts have is folded away. */
export function ImprintFields(props: ImprintProps) {
  const { page, typed, faults, prefix } = props;
  const { language } = page;
  const say = SOURCE_FORM[language];
  return (
    <>
      <TextField {...shown(props, 'outlet', say.outlet)} hint={props.outletHint ?? say.outletHint} />
      <TextField {...shown(props, 'title', optional(language, say.title))} />
      <LanguageField {...props} />
      <DayField
        page={page}
        typed={typed}
        faults={faults}
        name={`${prefix}published`}
        label={optional(language, say.publishedOn)}
        optional
      />
      <details id={`${prefix}rarely`} open={hasRare(props)}>
        <summary>{say.rarely}</summary>
        <TextField {...shown(props, 'byline', optional(language, say.byline))} />
        <TextField
          {...shown(props, 'relies', optional(language, say.reliesOn))}
          hint={say.reliesOnHint}
          rows={2}
        />
        <TextField {...shown(props, 'note', optional(language, say.note))} rows={2} />
      </details>
    </>
  );
}

const RARE = ['byline', 'relies', 'note'] as const;
const hasRare = ({ typed, faults, prefix }: NewSourceProps): boolean =>
  RARE.some(
    (name) =>
      (typed[`${prefix}${name}`] ?? '') !== '' || faults.some(({ field }) => field === `${prefix}${name}`),
  );

/** A proposal stands first and is taken as long as nothing else is chosen. */
function LanguageField({ page: { language }, typed, faults, prefix, proposed }: ImprintProps) {
  const name = `${prefix}language`;
  return (
    <SelectField
      name={name}
      label={SOURCE_FORM[language].language}
      faults={faults}
      value={typed[name]}
      options={[
        {
          value: '',
          label: proposedLanguage(
            language,
            proposed ?? textLanguage({ ...typed, [name]: '' }, prefix, language),
          ),
          id: `${name}-proposed`,
        },
        ...languageOptions(language, typed[name]),
      ]}
    />
  );
}

export const proposedLanguage = (language: Language, tag: string): string =>
  SOURCE_FORM[language].proposed(languageName(language, tag));

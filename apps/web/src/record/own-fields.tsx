// The fields that an act has of its own, drawn from their table.
import type { OpenMembership } from '#application';
import type { ActType } from '#register';
import { SelectField, TextField, type FieldFault, type Typed } from '../page/forms.js';
import { languageOptions } from '../page/language-options.js';
import { edtf } from '../words/days.js';
import type { Language } from '../words/language.js';
import { ACT } from '../words/vocabulary.js';
import { OWN_FIELDS, type OwnField } from './act-fields.js';
import type { Choices } from '../page/choices.js';
import { FORM } from './form-words.js';
import { LABELS, labelOf } from './labels.js';
import { PartySelect } from '../page/party-select.js';

interface OwnFieldsProps {
  readonly language: Language;
  readonly type: ActType;
  readonly typed: Typed;
  readonly faults: readonly FieldFault[];
  readonly choices: Choices;
  readonly open: OpenMembership;
}

export function OwnFields({ type, ...rest }: OwnFieldsProps) {
  return (
    <>
      {OWN_FIELDS[type].map((field) => (
        <Own key={field.name} field={field} {...rest} />
      ))}
    </>
  );
}

type OwnProps = Omit<OwnFieldsProps, 'type'> & { readonly field: OwnField };

function Own({ field, language, typed, faults, choices, open }: OwnProps) {
  const { name } = field;
  const say = FORM[language];
  const isOptional = 'optional' in field;
  const label = isOptional ? `${labelOf(language, name)} ${say.optional}` : labelOf(language, name);
  const shared = { name, label, faults, value: typed[name] };
  switch (field.ask) {
    case 'party':
      return (
        <fieldset class="pair">
          <legend>{label}</legend>
          <PartySelect
            {...{ language, faults }}
            name="by-state"
            label={LABELS[language]['by-state']}
            kind="state"
            choices={choices.states}
            value={typed['by-state']}
          />
          <TextField
            name="by-name"
            label={LABELS[language]['by-name']}
            faults={faults}
            value={typed['by-name']}
          />
        </fieldset>
      );
    case 'choice':
      return (
        <SelectField
          {...shared}
          options={[
            { value: '', label: say.choose },
            ...field.options.map((value) => ({ value, label: field.words[language][value] ?? value })),
          ]}
        />
      );
    case 'text':
      return <TextField {...shared} {...(field.rows !== undefined && { rows: field.rows })} />;
    case 'state':
      return <PartySelect {...shared} language={language} kind="state" choices={choices.states} />;
    case 'language':
      return (
        <SelectField
          {...shared}
          options={[{ value: '', label: say.choose }, ...languageOptions(language, typed[name])]}
        />
      );
    case 'act':
      return (
        <SelectField
          {...shared}
          options={[
            { value: '', label: say.choose },
            ...open.acts
              .filter(({ act, status }) => act.type === field.of && status !== 'retracted')
              .map(({ eventId, act }) => ({
                value: eventId,
                label: `${ACT[language][act.type]} · ${edtf(language, act.data.on)}`,
              })),
          ]}
        />
      );
  }
}

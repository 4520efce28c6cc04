// By which act a state becomes a party, whether it must be invited, and for how long.
import { BINDING_ACTS, type BodyRule } from '#register';
import {
  CheckField,
  optionsOf,
  SelectField,
  TextField,
  type FieldsProps,
  type Typed,
} from '../../page/forms.js';
import { BINDING_ACT } from '../../words/vocabulary.js';
import { optional } from '../desk-words.js';
import { BODY } from './body-words.js';

export function RuleFields(fields: FieldsProps) {
  const { language } = fields.page;
  const say = BODY[language];
  return (
    <fieldset>
      <legend>{say.rule}</legend>
      <SelectField
        {...fields}
        name="binding"
        label={say.binding}
        options={optionsOf(BINDING_ACTS, BINDING_ACT[language])}
      />
      <CheckField {...fields} name="invitation" label={say.invitation} />
      <TextField
        {...fields}
        name="termYears"
        label={optional(language, say.termYears)}
        hint={say.termHint}
        dir="ltr"
      />
    </fieldset>
  );
}

/** What was typed, for the schema; a number that is none stays a text, which the schema refuses. */
export const readRule = (typed: Typed): unknown => ({
  binding: typed['binding'],
  invitation: (typed['invitation'] ?? '') !== '',
  ...((typed['termYears'] ?? '') !== '' && { termYears: wholeNumber(typed['termYears'] ?? '') }),
});

export const typedRule = ({ binding, invitation, termYears }: BodyRule): Typed => ({
  binding,
  invitation: invitation ? '1' : '',
  termYears: termYears === undefined ? '' : String(termYears),
});

/** A text of digits as its number, any other as it is. */
export const wholeNumber = (text: string): unknown => (/^\d{1,9}$/.test(text) ? Number(text) : text);

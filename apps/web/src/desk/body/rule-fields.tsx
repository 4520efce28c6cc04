// By which act a state becomes a party, whether it must be invited, and for how long.
import { BINDING_ACTS } from '#register';
import type { PageContext } from '../../page/context.js';
import { SelectField, TextField, type FieldFault, type Typed } from '../../page/forms.js';
import type { BodyRule } from '#register';
import { BINDING_ACT } from '../../words/vocabulary.js';
import { optional } from '../act-fields.js';
import { BODY } from './body-words.js';

interface RuleFieldsProps {
  readonly page: PageContext;
  readonly typed: Typed;
  readonly faults: readonly FieldFault[];
}

export function RuleFields({ page: { language }, typed, faults }: RuleFieldsProps) {
  const say = BODY[language];
  return (
    <fieldset>
      <legend>{say.rule}</legend>
      <SelectField
        name="binding"
        label={say.binding}
        value={typed['binding']}
        faults={faults}
        options={BINDING_ACTS.map((value) => ({ value, label: BINDING_ACT[language][value] }))}
      />
      <p class="choice">
        <input
          type="checkbox"
          id="invitation"
          name="invitation"
          value="1"
          checked={(typed['invitation'] ?? '') !== ''}
        />{' '}
        <label for="invitation">{say.invitation}</label>
      </p>
      <TextField
        name="termYears"
        label={optional(language, say.termYears)}
        hint={say.termHint}
        value={typed['termYears']}
        faults={faults}
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

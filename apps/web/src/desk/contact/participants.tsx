// Who takes part in a contact: states, persons and organizations, one row each.
import type { Choices } from '../../page/choices.js';
import { TextField, type FieldsProps, type Typed } from '../../page/forms.js';
import { PartySelect } from '../../page/party-select.js';
import { whereGiven } from '../../page/read-sources.js';
import { isNewRow, MoreRows, rowNumbers } from '../../page/rows.js';
import { optional } from '../desk-words.js';
import { CONTACT } from './contact-words.js';

const ROWS = { name: 'participant', least: 2, most: 30 } as const;

export function Participants({ choices, ...fields }: FieldsProps & { readonly choices: Choices }) {
  const { page, typed, faults } = fields;
  const { language } = page;
  const say = CONTACT[language];
  return (
    <fieldset>
      <legend>{say.participants}</legend>
      <p class="hint">{say.stateHint}</p>
      {rowNumbers(typed, ROWS).map((at) => (
        <fieldset key={at} class="facts">
          <legend class="unseen">{say.participant(at)}</legend>
          <PartySelect
            {...{ language, faults }}
            name={`participant-${at}-state`}
            label={optional(language, say.state)}
            kind="state"
            choices={choices.states}
            value={typed[`participant-${at}-state`]}
            autofocus={isNewRow(typed, ROWS, at)}
          />
          <TextField {...fields} name={`participant-${at}-name`} label={optional(language, say.name)} />
        </fieldset>
      ))}
      <MoreRows typed={typed} of={ROWS} label={say.more} />
    </fieldset>
  );
}

/** Those rows in which something stands, with the number of the row. */
export const readParticipants = (
  typed: Typed,
): { readonly at: string; readonly party: { readonly state?: string; readonly name?: string } }[] =>
  rowNumbers(typed, ROWS)
    .map((at) => ({
      at,
      party: whereGiven({
        state: typed[`participant-${at}-state`] ?? '',
        name: typed[`participant-${at}-name`] ?? '',
      }),
    }))
    .filter(({ party }) => Object.keys(party).length > 0);

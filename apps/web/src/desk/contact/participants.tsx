// Who takes part in a contact: states by code, persons and organizations by name, one row each.
import { type FieldFault, TextField, type Typed } from '../../page/forms.js';
import type { PageContext } from '../../page/context.js';
import { whereGiven } from '../../page/read-sources.js';
import { optional } from '../act-fields.js';
import { CONTACT } from './contact-words.js';

const MOST = 30;

/** Two rows at first, and one more each time that is asked for (the button `more-participants`). */
export function participantRows(typed: Typed): number {
  const shown = Math.max(2, Number(typed['participant-rows'] ?? 2) || 2);
  return Math.min(MOST, Math.floor(shown) + (wantsMoreParticipants(typed) ? 1 : 0));
}

export const wantsMoreParticipants = (typed: Typed): boolean => typed['more-participants'] !== undefined;

interface ParticipantsProps {
  readonly page: PageContext;
  readonly typed: Typed;
  readonly faults: readonly FieldFault[];
}

export function Participants({ page: { language }, typed, faults }: ParticipantsProps) {
  const say = CONTACT[language];
  const rows = participantRows(typed);
  return (
    <fieldset>
      <legend>{say.participants}</legend>
      <input type="hidden" name="participant-rows" value={rows} />
      {rowNumbers(rows).map((at) => (
        <fieldset key={at} class="facts">
          <legend class="unseen">{say.participant(at)}</legend>
          <TextField
            name={`participant-${at}-state`}
            label={optional(language, say.state)}
            {...(at === '1' && { hint: say.stateHint })}
            value={typed[`participant-${at}-state`]}
            faults={faults}
            dir="ltr"
          />
          <TextField
            name={`participant-${at}-name`}
            label={optional(language, say.name)}
            value={typed[`participant-${at}-name`]}
            faults={faults}
          />
        </fieldset>
      ))}
      {rows < MOST ? (
        <button name="more-participants" value="1">
          {say.more}
        </button>
      ) : null}
    </fieldset>
  );
}

const rowNumbers = (rows: number): string[] => Array.from({ length: rows }, (_, index) => String(index + 1));

/** Those rows in which something stands, with the number of the row. */
export const readParticipants = (
  typed: Typed,
): { readonly at: string; readonly party: { readonly state?: string; readonly name?: string } }[] =>
  rowNumbers(participantRows(typed))
    .map((at) => ({
      at,
      party: whereGiven({
        state: (typed[`participant-${at}-state`] ?? '').toUpperCase(),
        name: typed[`participant-${at}-name`] ?? '',
      }),
    }))
    .filter(({ party }) => Object.keys(party).length > 0);

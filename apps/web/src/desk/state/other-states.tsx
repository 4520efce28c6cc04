// The other states of a succession: whose place a state takes, or who takes its place. One row each.
import type { Choices } from '../../page/choices.js';
import type { FieldsProps, Typed } from '../../page/forms.js';
import { PartySelect } from '../../page/party-select.js';
import { isNewRow, MoreRows, rowNumbers, type Rows } from '../../page/rows.js';
import { STATE } from './state-words.js';

export const PREDECESSORS = { name: 'predecessors', least: 1, most: 20 } as const satisfies Rows;
export const SUCCESSORS = { name: 'successors', least: 1, most: 20 } as const satisfies Rows;

type Others = typeof PREDECESSORS | typeof SUCCESSORS;

interface OtherStatesProps extends FieldsProps {
  readonly choices: Choices;
  readonly of: Others;
  /** What the rows are about. */
  readonly legend: string;
}

export function OtherStates({ page: { language }, typed, faults, choices, of, legend }: OtherStatesProps) {
  const say = STATE[language];
  return (
    <fieldset>
      <legend>{legend}</legend>
      {rowNumbers(typed, of).map((at) => (
        <PartySelect
          key={at}
          {...{ language, faults }}
          name={`${of.name}-${at}`}
          label={say.stateAt(at)}
          kind="state"
          choices={choices.states}
          value={typed[`${of.name}-${at}`]}
          autofocus={isNewRow(typed, of, at)}
        />
      ))}
      <MoreRows typed={typed} of={of} label={say.moreStates} />
    </fieldset>
  );
}

/** The rows in which a state is chosen, each with its field. */
export const otherStates = (typed: Typed, of: Others): { readonly field: string; readonly state: string }[] =>
  rowNumbers(typed, of)
    .map((at) => ({ field: `${of.name}-${at}`, state: typed[`${of.name}-${at}`] ?? '' }))
    .filter(({ state }) => state !== '');

/** Each of them once. */
export const codesOf = (typed: Typed, of: Others): string[] => [
  ...new Set(otherStates(typed, of).map(({ state }) => state)),
];

/** The row in which this state is chosen; the first one where it is in none. */
export const fieldOfState = (typed: Typed, of: Others, state: string | undefined): string =>
  otherStates(typed, of).find((one) => one.state === state)?.field ?? `${of.name}-1`;

// What becomes of a state, as forms, each at an address of its own.
import type { ComponentChildren } from 'preact';
import type { KnownState } from '#read-models';
import { stateSchemas, type StateChange } from '#register';
import type { Choices } from '../../page/choices.js';
import { DayField } from '../../page/day-field.js';
import { readDayField } from '../../page/read-day-field.js';
import {
  optionsOf,
  SelectField,
  TextField,
  type FieldFault,
  type FieldsProps,
  type Typed,
} from '../../page/forms.js';
import { whereGiven } from '../../page/read-sources.js';
import type { Language } from '../../words/language.js';
import { optional } from '../desk-words.js';
import { NamesFields, readNames, typedNames } from '../names-fields.js';
import { codesOf, OtherStates, PREDECESSORS, SUCCESSORS } from './other-states.js';
import { STATE } from './state-words.js';

interface ChangeProps extends FieldsProps {
  readonly choices: Choices;
}
interface Own {
  readonly data: Readonly<Record<string, unknown>>;
  readonly faults: readonly FieldFault[];
}

export interface ChangeForm {
  readonly type: StateChange['type'];
  /** The rows in which other states are chosen. */
  readonly others?: typeof PREDECESSORS | typeof SUCCESSORS;
  readonly opens?: (state: KnownState) => Typed;
  readonly fields: (props: ChangeProps) => ComponentChildren;
  readonly read: (typed: Typed, language: Language) => Own;
}

const KINDS = ['continuation', 'dissolution', 'separation', 'unification'] as const;

const Day = (props: FieldsProps) => <DayField {...props} name="on" label={STATE[props.page.language].on} />;

export const STATE_CHANGES = {
  rename: {
    type: 'StateRenamed',
    opens: ({ names }) => typedNames(names),
    fields: (props) => (
      <>
        <NamesFields {...props} />
        <Day {...props} />
      </>
    ),
    read: (typed, language) => {
      const { names, faults } = readNames(typed, language);
      return withDay(typed, language, { data: { names }, faults });
    },
  },
  alias: {
    type: 'NameAdded',
    fields: (props) => {
      const { language } = props.page;
      const say = STATE[language];
      return (
        <>
          <TextField {...props} name="name" label={say.name} />
          <TextField {...props} name="language" label={optional(language, say.language)} dir="ltr" />
        </>
      );
    },
    read: (typed) => ({
      data: { name: typed['name'], ...whereGiven({ language: typed['language'] ?? '' }) },
      faults: [],
    }),
  },
  succession: {
    type: 'StateSucceeded',
    others: PREDECESSORS,
    fields: (props) => {
      const say = STATE[props.page.language];
      return (
        <>
          <OtherStates {...props} of={PREDECESSORS} legend={say.predecessors} />
          <SelectField {...props} name="kind" label={say.kind} options={optionsOf(KINDS, say)} />
          <Day {...props} />
        </>
      );
    },
    read: (typed, language) =>
      withDay(typed, language, {
        data: { kind: typed['kind'], predecessors: codesOf(typed, PREDECESSORS) },
        faults:
          codesOf(typed, PREDECESSORS).length > 0
            ? []
            : [{ field: 'predecessors-1', sentence: STATE[language].tooFew }],
      }),
  },
  dissolve: {
    type: 'StateDissolved',
    others: SUCCESSORS,
    fields: (props) => (
      <>
        <Day {...props} />
        <OtherStates
          {...props}
          of={SUCCESSORS}
          legend={optional(props.page.language, STATE[props.page.language].successors)}
        />
      </>
    ),
    read: (typed, language) =>
      withDay(typed, language, { data: { successors: codesOf(typed, SUCCESSORS) }, faults: [] }),
  },
} as const satisfies Readonly<Record<string, ChangeForm>>;

export type ChangeName = keyof typeof STATE_CHANGES;

export const changeNamed = (name: string): ChangeForm | undefined =>
  Object.hasOwn(STATE_CHANGES, name) ? STATE_CHANGES[name as ChangeName] : undefined;

export const schemaOf = (type: StateChange['type']) => stateSchemas[type];

function withDay(typed: Typed, language: Language, { data, faults }: Own): Own {
  const on = readDayField(typed, 'on', language, 'required');
  return { data: { ...data, on: on.day }, faults: [...faults, ...on.faults] };
}

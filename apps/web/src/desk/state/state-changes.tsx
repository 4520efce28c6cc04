// What becomes of a state, as forms, each at an address of its own.
import type { ComponentChildren } from 'preact';
import type { KnownState } from '#read-models';
import { stateSchemas, type StateChange } from '#register';
import type { PageContext } from '../../page/context.js';
import { DayField, readDayField } from '../../page/day-field.js';
import { SelectField, TextField, type FieldFault, type Typed } from '../../page/forms.js';
import { whereGiven } from '../../page/read-sources.js';
import type { Language } from '../../words/language.js';
import { optional } from '../act-fields.js';
import { NamesFields, readNames, typedNames } from '../names-fields.js';
import { STATE } from './state-words.js';

interface FieldsProps {
  readonly page: PageContext;
  readonly typed: Typed;
  readonly faults: readonly FieldFault[];
}
interface Own {
  readonly data: Readonly<Record<string, unknown>>;
  readonly faults: readonly FieldFault[];
}

export interface ChangeForm {
  readonly type: StateChange['type'];
  readonly opens?: (state: KnownState) => Typed;
  readonly fields: (props: FieldsProps) => ComponentChildren;
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
    fields: ({ page: { language }, typed, faults }) => (
      <>
        <TextField name="name" label={STATE[language].name} value={typed['name']} faults={faults} />
        <TextField
          name="language"
          label={optional(language, STATE[language].language)}
          value={typed['language']}
          faults={faults}
          dir="ltr"
        />
      </>
    ),
    read: (typed) => ({
      data: { name: typed['name'], ...whereGiven({ language: typed['language'] ?? '' }) },
      faults: [],
    }),
  },
  succession: {
    type: 'StateSucceeded',
    fields: (props) => {
      const { page, typed, faults } = props;
      const say = STATE[page.language];
      return (
        <>
          <Codes {...props} name="predecessors" label={say.predecessors} />
          <SelectField
            name="kind"
            label={say.kind}
            value={typed['kind']}
            faults={faults}
            options={KINDS.map((value) => ({ value, label: say[value] }))}
          />
          <Day {...props} />
        </>
      );
    },
    read: (typed, language) =>
      withDay(typed, language, {
        data: { kind: typed['kind'], predecessors: codesIn(typed['predecessors']) },
        faults: [],
      }),
  },
  dissolve: {
    type: 'StateDissolved',
    fields: (props) => (
      <>
        <Day {...props} />
        <Codes
          {...props}
          name="successors"
          label={optional(props.page.language, STATE[props.page.language].successors)}
        />
      </>
    ),
    read: (typed, language) =>
      withDay(typed, language, { data: { successors: codesIn(typed['successors']) }, faults: [] }),
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

function Codes({
  page,
  typed,
  faults,
  name,
  label,
}: FieldsProps & { readonly name: string; readonly label: string }) {
  return (
    <TextField
      name={name}
      label={label}
      hint={STATE[page.language].predecessorsHint}
      value={typed[name]}
      rows={2}
      faults={faults}
      dir="ltr"
    />
  );
}

/** Codes as they were typed, each once. */
export const codesIn = (text = ''): string[] => [
  ...new Set(
    text
      .toUpperCase()
      .split(/[\s,،;]+/)
      .filter((code) => code !== ''),
  ),
];

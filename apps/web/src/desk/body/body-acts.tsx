// The acts of a body as forms, each at an address of its own: what it asks for besides what every act carries.
import type { ComponentChildren } from 'preact';
import type { KnownBody } from '#read-models';
import { bodySchemas, countedActs, type BodyAct } from '#register';
import { isolate } from '../../drawing/figure.js';
import type { Choices } from '../../page/choices.js';
import { DayField } from '../../page/day-field.js';
import { readDayField } from '../../page/read-day-field.js';
import { SelectField, TextField, type FieldFault, type FieldsProps, type Typed } from '../../page/forms.js';
import { nameIn } from '../../page/parts.js';
import { PartySelect } from '../../page/party-select.js';
import { whereGiven } from '../../page/read-sources.js';
import type { Language } from '../../words/language.js';
import { optional } from '../desk-words.js';
import { NamesFields, readNames, typedNames } from '../names-fields.js';
import { BODY, type BODY_FORMS } from './body-words.js';
import { readRule, RuleFields, typedRule, wholeNumber } from './rule-fields.js';

export type FormName = keyof (typeof BODY_FORMS)['en'];

interface ActProps extends FieldsProps {
  readonly body: KnownBody;
  readonly choices: Choices;
}

interface BodyActForm {
  readonly type: BodyAct['type'];
  /** What stands in it when it opens. */
  readonly opens?: (body: KnownBody, query: Typed) => Typed;
  readonly fields?: (props: ActProps) => ComponentChildren;
  /** Its own fields, for the schema of the act. */
  readonly read?: (
    typed: Typed,
    language: Language,
  ) => { readonly data: Readonly<Record<string, unknown>>; readonly faults: readonly FieldFault[] };
  /** What it does to memberships is shown before it is recorded. */
  readonly movesStandings?: true;
}

const readNamesAsData = (typed: Typed, language: Language) => {
  const { names, faults } = readNames(typed, language);
  return { data: { names }, faults };
};
const texts = (typed: Typed, ...fields: string[]) =>
  whereGiven(Object.fromEntries(fields.map((field) => [field, typed[field] ?? ''])));

export const BODY_ACTS: Readonly<Record<FormName, BodyActForm>> = {
  appoint: {
    type: 'OrganMemberAppointed',
    opens: (_, { organ = '' }) => ({ organ }),
    fields: (props) => (
      <>
        <OrganField {...props} />
        <Text {...props} name="person" />
        <Text {...props} name="portfolio" optional />
        <SeatFor {...props} />
      </>
    ),
    read: (typed) => ({ data: texts(typed, 'organ', 'person', 'portfolio', 'state'), faults: [] }),
  },
  leave: {
    type: 'OrganMemberLeft',
    opens: (_, { organ = '', person = '' }) => ({ organ, person }),
    fields: (props) => (
      <>
        <OrganField {...props} />
        <Text {...props} name="person" />
      </>
    ),
    read: (typed) => ({ data: texts(typed, 'organ', 'person'), faults: [] }),
  },
  ceremony: {
    type: 'CeremonyScheduled',
    opens: () => ({ 'scheduledFor-meant': 'unknown', basis: 'announcement' }),
    fields: (props) => (
      <>
        <Text {...props} name="purpose" />
        <DayField
          {...props}
          name="scheduledFor"
          label={optional(props.page.language, BODY[props.page.language].scheduledFor)}
          hint={BODY[props.page.language].announcedOnHint}
          optional
        />
        <Text {...props} name="place" optional />
      </>
    ),
    read: (typed, language) => {
      const { day, faults } = readDayField(typed, 'scheduledFor', language, 'optional');
      return {
        data: { ...texts(typed, 'purpose', 'place'), ...(day !== undefined && { scheduledFor: day }) },
        faults,
      };
    },
  },
  organ: {
    type: 'OrganEstablished',
    fields: (props) => (
      <>
        <Text {...props} name="organ" label="organSlug" hint="slugHint" />
        <NamesFields {...props} />
        <Text {...props} name="seats" hint="seatsHint" optional />
      </>
    ),
    read: (typed, language) => {
      const { data, faults } = readNamesAsData(typed, language);
      const seats = typed['seats'] ?? '';
      return {
        data: { ...data, organ: typed['organ'], ...(seats !== '' && { seats: wholeNumber(seats) }) },
        faults,
      };
    },
  },
  rename: {
    type: 'BodyRenamed',
    opens: ({ names }) => typedNames(names),
    fields: (props) => <NamesFields {...props} />,
    read: readNamesAsData,
  },
  rule: {
    type: 'RuleAmended',
    movesStandings: true,
    opens: ({ rule }) => typedRule(rule),
    fields: (props) => <RuleFields {...props} />,
    read: (typed) => ({ data: { rule: readRule(typed) }, faults: [] }),
  },
  opened: {
    type: 'CharterOpenedForSignature',
    fields: (props) => <Text {...props} name="place" optional />,
    read: (typed) => ({ data: texts(typed, 'place'), faults: [] }),
  },
  force: { type: 'CharterEnteredIntoForce', movesStandings: true },
  dissolve: { type: 'BodyDissolved', movesStandings: true },
};

export const formNamed = (name: string): BodyActForm | undefined =>
  Object.hasOwn(BODY_ACTS, name) ? BODY_ACTS[name as FormName] : undefined;

/** The schema of an act, by its type. */
export const schemaOf = (type: BodyAct['type']) => bodySchemas[type];

type Label = 'person' | 'portfolio' | 'purpose' | 'place' | 'organSlug' | 'seats';

function Text({
  name,
  label = name as Label,
  hint,
  optional: mayBeEmpty = false,
  ...fields
}: ActProps & {
  readonly name: string;
  readonly label?: Label;
  readonly hint?: 'slugHint' | 'seatsHint';
  readonly optional?: boolean;
}) {
  const { language } = fields.page;
  const say = BODY[language];
  return (
    <TextField
      {...fields}
      name={name}
      label={mayBeEmpty ? optional(language, say[label]) : say[label]}
      {...(hint !== undefined && { hint: say[hint] })}
    />
  );
}

/** The organs that were established, whenever. */
function OrganField({ body, ...fields }: ActProps) {
  const { language } = fields.page;
  const organs = countedActs(body.body, 'OrganEstablished').map(({ act }) => act.data);
  return (
    <SelectField
      {...fields}
      name="organ"
      label={BODY[language].organ}
      options={organs.map(({ organ, names }) => ({ value: organ, label: isolate(nameIn(names, language)) }))}
    />
  );
}

/** The state for which a member sits. */
function SeatFor({ page: { language }, typed, faults, choices }: ActProps) {
  const say = BODY[language];
  return (
    <PartySelect
      {...{ language, faults }}
      name="state"
      label={optional(language, say.forState)}
      hint={say.forStateHint}
      kind="state"
      choices={choices.states}
      value={typed['state']}
    />
  );
}

// A contact at the desk: recorded, looked at, told by a further source, retracted.
import type { DossierEvent, KnownSource } from '#read-models';
import { CONTACT_KINDS, type Contact } from '#register';
import { isolate } from '../../drawing/figure.js';
import type { Choices } from '../../page/choices.js';
import type { PageContext } from '../../page/context.js';
import { Facts, textFact } from '../../page/facts.js';
import { optionsOf, SelectField, TextField, type FieldsProps } from '../../page/forms.js';
import { PartySelect } from '../../page/party-select.js';
import { SourceFields, sourceLabel } from '../../page/source-fields.js';
import { edtf } from '../../words/days.js';
import type { Names } from '../../words/refusals.js';
import { SOURCE_FORM } from '../../words/source-form.js';
import { ATTESTATION, CONTACT_KIND } from '../../words/vocabulary.js';
import { ActFields } from '../act-fields.js';
import { DeskForm } from '../desk-form.js';
import { DeskPage } from '../desk-page.js';
import { DESK, optional } from '../desk-words.js';
import { History } from '../history.js';
import { CONTACT } from './contact-words.js';
import { Participants } from './participants.js';

interface FormProps extends FieldsProps {
  readonly sources: readonly KnownSource[];
}

export function NewContactPage({ sources, choices, ...fields }: FormProps & { readonly choices: Choices }) {
  const { page, typed, faults } = fields;
  const { language } = page;
  const say = CONTACT[language];
  return (
    <DeskPage page={page} title={say.record}>
      <p>{say.about}</p>
      <DeskForm {...fields} back="/admin">
        <SelectField
          {...fields}
          name="kind"
          label={say.kind}
          options={optionsOf(CONTACT_KINDS, CONTACT_KIND[language])}
        />
        <Participants {...fields} choices={choices} />
        <TextField {...fields} name="place" label={optional(language, say.place)} />
        <TextField {...fields} name="subject" label={optional(language, say.subject)} />
        <PartySelect
          {...{ language, faults }}
          name="body"
          label={optional(language, say.body)}
          kind="body"
          choices={choices.bodies}
          value={typed['body']}
        />
        <ActFields {...fields} sources={sources} />
      </DeskForm>
    </DeskPage>
  );
}

type Recorded = Contact & { readonly recorded: NonNullable<Contact['recorded']> };

interface ContactPageProps {
  readonly page: PageContext;
  readonly contact: Recorded;
  /** How states and bodies are called. */
  readonly names: Names;
  /** What it is told by, by their ids. */
  readonly sources: ReadonlyMap<string, KnownSource>;
  readonly events: readonly DossierEvent[];
  readonly flash: string | undefined;
}

const titleOf = ({ language }: PageContext, { recorded }: Recorded): string =>
  `${CONTACT_KIND[language][recorded.kind]} · ${edtf(language, recorded.on)}`;

export function ContactPage(props: ContactPageProps) {
  const { page, contact, names, events, flash } = props;
  const { language } = page;
  const say = CONTACT[language];
  const { recorded, retraction } = contact;
  return (
    <DeskPage page={page} title={titleOf(page, contact)} flash={flash}>
      {retraction === undefined ? null : (
        <p class="warning">
          {say.retracted}: <bdi>{retraction.reason}</bdi>
        </p>
      )}
      <h2>{say.participants}</h2>
      <ul>
        {recorded.participants.map(({ state, name }) => (
          <li key={`${state ?? ''}${name ?? ''}`}>
            {[name, state && names.state(state)]
              .flatMap((part) => part ?? [])
              .map(isolate)
              .join(' · ')}
          </li>
        ))}
      </ul>
      <ContactFacts {...props} />
      <Told {...props} />
      {retraction === undefined ? (
        <p class="actions">
          <a class="button" href={`/admin/contacts/${recorded.id}/corroborate`}>
            {say.corroborate}
          </a>
          <a class="button dangerous" href={`/admin/contacts/${recorded.id}/retract`}>
            {say.retract}
          </a>
        </p>
      ) : null}
      <h2>{say.history}</h2>
      <History page={page} events={events} />
    </DeskPage>
  );
}

function ContactFacts({ page: { language }, contact: { recorded }, names }: ContactPageProps) {
  const say = CONTACT[language];
  const { place, subject, body, attestation, note } = recorded;
  return (
    <Facts
      columns
      facts={[
        textFact(DESK[language].attestation, ATTESTATION[language][attestation]),
        textFact(say.subject, subject),
        textFact(say.place, place),
        textFact(say.body, body && names.body(body)),
        textFact(DESK[language].note, note),
      ]}
    />
  );
}

/** The sources, each with its words. */
function Told({ page: { language }, contact: { recorded, corroborations }, sources }: ContactPageProps) {
  const told = [...recorded.sources, ...corroborations.flatMap((one) => one.sources)];
  return (
    <>
      <h2>{SOURCE_FORM[language].sources}</h2>
      <ul class="plain">
        {told.map(({ source: id, quote }) => {
          const source = sources.get(id);
          return (
            <li key={`${id}${quote ?? ''}`}>
              <a href={`/admin/sources/${id}`}>{source ? sourceLabel(source, language) : <bdi>{id}</bdi>}</a>
              {quote === undefined ? null : <blockquote dir="auto">{quote}</blockquote>}
            </li>
          );
        })}
      </ul>
    </>
  );
}

export type Saying = 'retract' | 'corroborate';

/** What is said of a contact later: that it should not have been recorded, or that another source tells of it too. */
export function SayPage({
  contact,
  saying,
  sources,
  ...fields
}: FormProps & { readonly contact: Recorded; readonly saying: Saying }) {
  const { page } = fields;
  const { language } = page;
  const say = CONTACT[language];
  const back = `/admin/contacts/${contact.recorded.id}`;
  const field = saying === 'retract' ? 'reason' : 'note';
  const label = saying === 'retract' ? DESK[language].reason : optional(language, DESK[language].note);
  return (
    <DeskPage page={page} title={say[saying]} under={[[back, titleOf(page, contact)]]}>
      <p>{say[`${saying}About`]}</p>
      <DeskForm {...fields} back={back} dangerous={saying === 'retract'}>
        <TextField {...fields} name={field} label={label} rows={3} />
        <SourceFields {...fields} known={sources} />
      </DeskForm>
    </DeskPage>
  );
}

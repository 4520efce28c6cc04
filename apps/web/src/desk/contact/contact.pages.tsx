// A contact at the desk: recorded, looked at, told by a further source, retracted.
import type { DossierEvent, KnownSource } from '#read-models';
import { CONTACT_KINDS, type Contact } from '#register';
import { isolate } from '../../drawing/figure.js';
import type { Choices } from '../../page/choices.js';
import type { PageContext } from '../../page/context.js';
import { SelectField, TextField } from '../../page/forms.js';
import { Page } from '../../page/page.js';
import { PartySelect } from '../../page/party-select.js';
import { SourceFields, sourceLabel } from '../../page/source-fields.js';
import { edtf } from '../../words/days.js';
import type { Names } from '../../words/refusals.js';
import { SOURCE_FORM } from '../../words/source-form.js';
import { ATTESTATION, CONTACT_KIND } from '../../words/vocabulary.js';
import { ActFields, optional } from '../act-fields.js';
import { DeskForm, type Filled } from '../desk-form.js';
import { DeskTrail } from '../desk-trail.js';
import { DESK } from '../desk-words.js';
import { History } from '../history.js';
import { CONTACT } from './contact-words.js';
import { Participants } from './participants.js';

interface FormProps extends Filled {
  readonly page: PageContext;
  readonly sources: readonly KnownSource[];
}

export function NewContactPage({
  page,
  sources,
  choices,
  typed,
  faults,
}: FormProps & { readonly choices: Choices }) {
  const { language } = page;
  const say = CONTACT[language];
  const fields = { page, typed, faults };
  const text = (name: 'place' | 'subject') => ({
    ...{ name, faults, value: typed[name] },
    label: optional(language, say[name]),
  });
  return (
    <Page page={page} title={say.record}>
      <DeskTrail page={page} />
      <h1>{say.record}</h1>
      <p>{say.about}</p>
      <DeskForm {...fields} back="/admin">
        <SelectField
          name="kind"
          label={say.kind}
          value={typed['kind']}
          faults={faults}
          options={CONTACT_KINDS.map((value) => ({ value, label: CONTACT_KIND[language][value] }))}
        />
        <Participants {...fields} choices={choices} />
        <TextField {...text('place')} />
        <TextField {...text('subject')} />
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
    </Page>
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
    <Page page={page} title={titleOf(page, contact)} flash={flash}>
      <DeskTrail page={page} />
      <h1>{titleOf(page, contact)}</h1>
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
      <Facts {...props} />
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
    </Page>
  );
}

function Facts({ page: { language }, contact: { recorded }, names }: ContactPageProps) {
  const say = CONTACT[language];
  const { place, subject, body, attestation, note } = recorded;
  const facts = [
    [DESK[language].attestation, ATTESTATION[language][attestation]],
    [say.subject, subject],
    [say.place, place],
    [say.body, body && names.body(body)],
    [DESK[language].note, note],
  ] as const;
  return (
    <dl class="facts">
      {facts.map(([term, text]) =>
        text === undefined ? null : (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              <bdi>{text}</bdi>
            </dd>
          </div>
        ),
      )}
    </dl>
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
  page,
  contact,
  saying,
  sources,
  typed,
  faults,
}: FormProps & { readonly contact: Recorded; readonly saying: Saying }) {
  const { language } = page;
  const say = CONTACT[language];
  const back = `/admin/contacts/${contact.recorded.id}`;
  const field = saying === 'retract' ? 'reason' : 'note';
  const label = saying === 'retract' ? DESK[language].reason : optional(language, DESK[language].note);
  return (
    <Page page={page} title={say[saying]}>
      <DeskTrail page={page} to={[[back, titleOf(page, contact)]]} />
      <h1>{say[saying]}</h1>
      <p>{say[`${saying}About`]}</p>
      <DeskForm page={page} typed={typed} faults={faults} back={back} dangerous={saying === 'retract'}>
        <TextField name={field} label={label} value={typed[field]} rows={3} faults={faults} />
        <SourceFields page={page} typed={typed} faults={faults} known={sources} />
      </DeskForm>
    </Page>
  );
}

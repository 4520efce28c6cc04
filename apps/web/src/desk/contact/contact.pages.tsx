// A contact at the desk: recorded, looked at, told by a further source, retracted.
import type { DossierEvent, KnownSource } from '#read-models';
import { CONTACT_KINDS, type Contact } from '#register';
import type { Choices } from '../../page/choices.js';
import type { PageContext } from '../../page/context.js';
import { SelectField, TextField } from '../../page/forms.js';
import { Page } from '../../page/page.js';
import { PartySelect } from '../../page/party-select.js';
import { SourceFields } from '../../page/source-fields.js';
import { edtf } from '../../words/days.js';
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
  readonly events: readonly DossierEvent[];
  readonly flash: string | undefined;
}

const titleOf = ({ language }: PageContext, { recorded }: Recorded): string =>
  `${CONTACT_KIND[language][recorded.kind]} · ${edtf(language, recorded.on)}`;

export function ContactPage({ page, contact, events, flash }: ContactPageProps) {
  const { language } = page;
  const say = CONTACT[language];
  const { recorded, retraction } = contact;
  const { place, subject, participants, attestation, sources, note } = recorded;
  const told = [...sources, ...contact.corroborations.flatMap((one) => one.sources)];
  return (
    <Page page={page} title={titleOf(page, contact)} flash={flash}>
      <DeskTrail page={page} />
      <h1>{titleOf(page, contact)}</h1>
      {retraction === undefined ? null : (
        <p class="warning">
          {say.retracted}: <bdi>{retraction.reason}</bdi>
        </p>
      )}
      <ul>
        {participants.map(({ state, name }) => (
          <li key={`${state ?? ''}${name ?? ''}`}>
            <bdi>{[name, state].filter((part) => part !== undefined).join(' · ')}</bdi>
          </li>
        ))}
      </ul>
      <p class="soft">{ATTESTATION[language][attestation]}</p>
      {[subject, place, note].map((text) =>
        text === undefined ? null : (
          <p key={text} dir="auto">
            {text}
          </p>
        ),
      )}
      {told.map(({ source, quote }) => (
        <blockquote key={`${source}${quote ?? ''}`} dir="auto">
          {quote === undefined ? null : <p>{quote}</p>}
          <a href={`/admin/sources/${source}`}>
            <bdi>{source}</bdi>
          </a>
        </blockquote>
      ))}
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

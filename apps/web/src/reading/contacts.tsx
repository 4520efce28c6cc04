// Meetings, calls, summits and visits of a state, each with its sources. They move no standing.
import type { KnownContact, KnownSource } from '#read-models';
import { foldDay } from '#register';
import { Citations } from '../page/acts.js';
import { edtf } from '../words/days.js';
import { words } from '../words/language.js';
import { CONTACT_KIND } from '../words/vocabulary.js';
import { Heading } from './headings.js';
import { PartyName } from './names.js';
import type { Reads } from './reading-page.js';

const WORDS = words({
  en: {
    about: 'Meetings, calls, summits and visits. They move no standing.',
    retracted: 'retracted',
  },
  ar: {
    about: 'لقاءات واتصالات وقمم وزيارات. وهي لا تغيّر أي صفة.',
    retracted: 'مسحوب',
  },
});

interface ContactsProps extends Reads {
  readonly contacts: readonly KnownContact[];
  readonly sources: ReadonlyMap<string, KnownSource>;
}

/** The latest first; nothing where there are none. */
export function Contacts({ page, known, contacts, sources }: ContactsProps) {
  const say = WORDS[page.language];
  if (contacts.length === 0) return null;
  const latest = contacts.toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1));
  return (
    <>
      <Heading page={page} part="contacts" />
      <p>{say.about}</p>
      {latest.map((contact) => (
        <Contact key={contact.id} {...{ page, known, contact, sources }} />
      ))}
    </>
  );
}

interface ContactProps extends Reads {
  readonly contact: KnownContact;
}

function Contact({
  page,
  known,
  contact,
  sources,
}: ContactProps & { readonly sources: ReadonlyMap<string, KnownSource> }) {
  const { recorded, corroborations, retraction } = contact;
  if (!recorded) return null;
  const texts = [
    recorded.subject,
    recorded.place,
    recorded.note,
    ...corroborations.map(({ note }) => note),
  ].filter((text) => text !== undefined);
  return (
    <article class="card" id={contact.id}>
      <h3>
        {CONTACT_KIND[page.language][recorded.kind]}{' '}
        <span class="day">{edtf(page.language, recorded.on)}</span>
      </h3>
      {retraction ? (
        <p>
          <span class="mark bad">{WORDS[page.language].retracted}</span> <bdi>{retraction.reason}</bdi>
        </p>
      ) : null}
      <Participants {...{ page, known, contact }} />
      {texts.map((text) => (
        <p key={text} dir="auto">
          {text}
        </p>
      ))}
      <Citations
        page={page}
        citations={[...recorded.sources, ...corroborations.flatMap((one) => one.sources)]}
        sources={sources}
      />
    </article>
  );
}

/** Who took part; `without` leaves out the state whose page it is, unless somebody is named. */
export const Participants = ({
  page,
  known,
  contact,
  without,
}: ContactProps & { readonly without?: string }) => (
  <ul class="row">
    {(contact.recorded?.participants ?? [])
      .filter(({ state, name }) => state !== without || name !== undefined)
      .map((party, at) => (
        <li key={at}>
          <PartyName page={page} known={known} party={party} />
        </li>
      ))}
  </ul>
);

const dayOf = ({ recorded }: KnownContact): string => (recorded ? foldDay(recorded.on) : '');

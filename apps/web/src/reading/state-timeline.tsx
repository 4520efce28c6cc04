// All that is known of a state in time: its acts in every body, and whom it met.
import type { KnownAct, KnownContact, KnownSource } from '#read-models';
import { foldDay } from '#register';
import { ActName, Citations } from '../page/acts.js';
import { onSameClocks } from '../page/context.js';
import { edtf } from '../words/days.js';
import { countAr, countEn, words } from '../words/language.js';
import { ATTESTATION, CONTACT_KIND } from '../words/vocabulary.js';
import { ActMarks } from './act.js';
import { BodyLink, PartyName } from './names.js';
import type { StatePageProps } from './state.page.js';
import type { Reads } from './reading-page.js';
import { Table } from './table.js';

const WORDS = words({
  en: {
    title: 'Timeline',
    caption: 'Its acts in every body and its contacts, the latest first',
    day: 'Day',
    what: 'What',
    where: 'With whom',
    word: 'By whose word',
    empty: 'No act and no contact of this state is known on this clock.',
    earlier: countEn({ one: '# earlier entry is in the log', other: '# earlier entries are in the log' }),
    contacts: 'Contacts',
    contactsAbout: 'Meetings, calls, summits and visits. They move no standing.',
    retracted: 'retracted',
    about: 'about',
  },
  ar: {
    title: 'التسلسل الزمني',
    caption: 'أعمالها في كل هيئة ولقاءاتها، الأحدث أولاً',
    day: 'اليوم',
    what: 'ماذا جرى',
    where: 'مع مَن',
    word: 'على قول مَن',
    empty: 'لا يُعرف لهذه الدولة عمل ولا لقاء في هذا الزمن.',
    earlier: countAr({
      zero: 'لا قيود أقدم في السجل',
      one: 'قيد أقدم واحد في السجل',
      two: 'قيدان أقدم في السجل',
      few: '# قيود أقدم في السجل',
      many: '# قيداً أقدم في السجل',
      other: '# قيد أقدم في السجل',
    }),
    contacts: 'اللقاءات والاتصالات',
    contactsAbout: 'لقاءات واتصالات وقمم وزيارات. وهي لا تغيّر أي صفة.',
    retracted: 'مسحوب',
    about: 'بشأن',
  },
});

type Entry =
  { readonly on: string; readonly act: KnownAct } | { readonly on: string; readonly contact: KnownContact };

/** More than this is a matter for the log. */
const MOST_ENTRIES = 100;

type TimelineProps = Pick<StatePageProps, 'page' | 'known' | 'state' | 'acts' | 'contacts' | 'sources'>;

export function StateTimeline({ page, known, state, acts, contacts, sources }: TimelineProps) {
  const say = WORDS[page.language];
  const entries: Entry[] = [
    ...acts.map((act) => ({ on: act.resolved.day, act })),
    ...contacts.flatMap((contact) =>
      contact.recorded ? [{ on: foldDay(contact.recorded.on), contact }] : [],
    ),
  ];
  const latest = entries.sort((a, b) => (a.on < b.on ? 1 : -1)).slice(0, MOST_ENTRIES);
  return (
    <>
      <h2 id="timeline">{say.title}</h2>
      {entries.length === 0 ? (
        <p class="empty">{say.empty}</p>
      ) : (
        <Table id="timeline" caption={say.caption} quiet heads={[say.day, say.what, say.where, say.word]}>
          {latest.map((entry) =>
            'act' in entry ? (
              <ActRow key={entry.act.row.eventId} page={page} known={known} act={entry.act} />
            ) : (
              <ContactRow key={entry.contact.id} {...{ page, known, state }} contact={entry.contact} />
            ),
          )}
        </Table>
      )}
      {entries.length > MOST_ENTRIES ? (
        <p>
          <a href={onSameClocks(page, `/log?state=${state.code}`)}>
            {say.earlier(entries.length - MOST_ENTRIES)}
          </a>
        </p>
      ) : null}
      {contacts.length === 0 ? null : <Contacts {...{ page, known, contacts, sources }} />}
    </>
  );
}

function ActRow({ page, known, act }: Reads & { readonly act: KnownAct }) {
  const { language } = page;
  const { body, state, eventId } = act.row;
  return (
    <tr class={act.resolved.status === 'counts' ? undefined : 'aside'}>
      <th scope="row" class="when">
        {edtf(language, act.resolved.act.data.on)}
      </th>
      <td>
        <a href={onSameClocks(page, `/memberships/${body}/${state}#${eventId}`)}>
          <ActName page={page} act={act} />
        </a>
      </td>
      <td>
        <BodyLink page={page} known={known} slug={body} />
      </td>
      <td>
        <ActMarks page={page} act={act} />
      </td>
    </tr>
  );
}

interface ContactProps extends Reads {
  readonly contact: KnownContact;
}

function ContactRow({ page, known, state, contact }: ContactProps & Pick<TimelineProps, 'state'>) {
  const { language } = page;
  const { recorded, retraction } = contact;
  if (!recorded) return null;
  return (
    <tr class={retraction ? 'aside' : undefined}>
      <th scope="row" class="when">
        {edtf(language, recorded.on)}
      </th>
      <td>
        <a href={`#${contact.id}`}>{CONTACT_KIND[language][recorded.kind]}</a>
      </td>
      <td>
        <Participants {...{ page, known, contact }} without={state.code} />
      </td>
      <td class="soft">{ATTESTATION[language][recorded.attestation]}</td>
    </tr>
  );
}

const Participants = ({ page, known, contact, without }: ContactProps & { readonly without?: string }) => (
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

interface ContactsProps extends Reads {
  readonly contacts: readonly KnownContact[];
  readonly sources: ReadonlyMap<string, KnownSource>;
}

/** Each contact with its sources, for those who want to know who says so. */
function Contacts({ page, known, contacts, sources }: ContactsProps) {
  const { language } = page;
  const say = WORDS[language];
  return (
    <>
      <h2>{say.contacts}</h2>
      <p>{say.contactsAbout}</p>
      {byDay(contacts).map((contact) => {
        const { recorded, corroborations, retraction } = contact;
        if (!recorded) return null;
        const further = corroborations.flatMap((one) => one.sources);
        return (
          <article key={contact.id} class="card" id={contact.id}>
            <h3>
              {CONTACT_KIND[language][recorded.kind]} <span class="day">{edtf(language, recorded.on)}</span>
            </h3>
            {retraction ? (
              <p>
                <span class="mark bad">{say.retracted}</span> <bdi>{retraction.reason}</bdi>
              </p>
            ) : null}
            <Participants {...{ page, known, contact }} />
            {recorded.subject === undefined ? null : <p dir="auto">{recorded.subject}</p>}
            {recorded.place === undefined ? null : <p dir="auto">{recorded.place}</p>}
            {recorded.note === undefined ? null : <p dir="auto">{recorded.note}</p>}
            {corroborations.map(({ note }) => (note === undefined ? null : <p dir="auto">{note}</p>))}
            <Citations page={page} citations={[...recorded.sources, ...further]} sources={sources} />
          </article>
        );
      })}
    </>
  );
}

/** The latest first. */
const byDay = (contacts: readonly KnownContact[]): KnownContact[] =>
  [...contacts].sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1));

const dayOf = ({ recorded }: KnownContact): string => (recorded ? foldDay(recorded.on) : '');

// All that is known of a state in time: its acts in every body, and whom it met.
import type { KnownAct, KnownContact } from '#read-models';
import { inOrderOfDays, Timeline, type TimelineEntry } from '../drawing/timeline.js';
import { onSameClocks } from '../page/context.js';
import { nameIn } from '../page/parts.js';
import { countAr, countEn, words } from '../words/language.js';
import { Contacts, Participants } from './contacts.js';
import { Heading } from './headings.js';
import { bodyName } from './names.js';
import type { Reads } from './reading-page.js';
import type { StatePageProps } from './state.page.js';

const WORDS = words({
  en: {
    empty: 'No act and no contact of this state is known on this clock.',
    earlier: countEn({ one: '# earlier entry is in the log', other: '# earlier entries are in the log' }),
  },
  ar: {
    empty: 'لا يُعرف لهذه الدولة عمل ولا لقاء في هذا الزمن.',
    earlier: countAr({
      zero: 'لا قيود أقدم في السجل',
      one: 'قيد أقدم واحد في السجل',
      two: 'قيدان أقدم في السجل',
      few: '# قيود أقدم في السجل',
      many: '# قيداً أقدم في السجل',
      other: '# قيد أقدم في السجل',
    }),
  },
});

/** More than this is a matter for the log. */
const MOST_ENTRIES = 100;

type TimelineProps = Pick<StatePageProps, 'page' | 'known' | 'state' | 'acts' | 'contacts' | 'sources'>;

export function StateTimeline({ page, known, state, acts, contacts, sources }: TimelineProps) {
  const { language } = page;
  const say = WORDS[language];
  const reads = { page, known };
  const entries = inOrderOfDays([
    ...acts.map((act) => entryOfAct(act, reads)),
    ...contacts.flatMap((contact) => entryOfContact(contact, reads, state.code)),
  ]).map(([, entry]) => entry);
  return (
    <>
      <Heading page={page} part="timeline" />
      {entries.length === 0 ? (
        <p class="empty">{say.empty}</p>
      ) : (
        <Timeline
          id="of-state"
          language={language}
          state={nameIn(state.names, language)}
          entries={entries.slice(-MOST_ENTRIES)}
        />
      )}
      {entries.length > MOST_ENTRIES ? (
        <p>
          <a href={onSameClocks(page, `/log?state=${state.code}`)}>
            {say.earlier(entries.length - MOST_ENTRIES)}
          </a>
        </p>
      ) : null}
      <Contacts {...{ page, known, contacts, sources }} />
    </>
  );
}

function entryOfAct({ row, resolved }: KnownAct, { page, known }: Reads): TimelineEntry {
  const { type, data } = resolved.act;
  return {
    kind: 'act',
    ...{ id: `act-${row.eventId}`, type, on: data.on, status: resolved.status, disputed: resolved.disputed },
    attestation: data.attestation,
    body: {
      name: bodyName(known, row.body, page),
      href: onSameClocks(page, `/bodies/${row.body}`),
    },
    href: `${onSameClocks(page, `/memberships/${row.body}/${row.state}`)}#${row.eventId}`,
  };
}

function entryOfContact(contact: KnownContact, { page, known }: Reads, without: string): TimelineEntry[] {
  const { recorded, retraction } = contact;
  if (!recorded) return [];
  return [
    {
      kind: 'contact',
      id: `contact-${contact.id}`,
      type: recorded.kind,
      on: recorded.on,
      status: retraction ? 'retracted' : recorded.claim === true ? 'claim' : 'counts',
      disputed: false,
      attestation: recorded.attestation,
      href: `#${contact.id}`,
      detail: <Participants {...{ page, known, contact }} without={without} />,
    },
  ];
}

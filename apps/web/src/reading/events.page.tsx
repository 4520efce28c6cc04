import type { StoredEvent } from '#application';
import { withParameters, type PageContext } from '../page/context.js';
import { Page } from '../page/page.js';
import { instant } from '../words/days.js';
import { number, words } from '../words/language.js';
import { Table } from '../page/table.js';

const WORDS = words({
  en: {
    title: 'All events',
    about:
      'Everything that was recorded, as it was recorded: acts and corrections, bodies, states, sources and contacts. Positions have no gaps, and nothing here ever changes.',
    acts: 'Only the acts, with what became of them',
    caption: (from: string, to: string) => `Events ${from} to ${to}`,
    position: 'Position',
    recorded: 'Recorded',
    stream: 'Stream and version',
    type: 'Event',
    actor: 'By',
    data: 'As stored',
    first: 'From the beginning',
    earlier: 'Earlier',
    next: 'Next',
    last: 'The last ones',
    pages: 'Pages of the log',
    empty: 'Nothing is recorded after this position yet. Go back to the last ones, or look again later.',
  },
  ar: {
    title: 'جميع الأحداث',
    about:
      'كل ما سُجِّل كما سُجِّل: الأعمال وتصحيحاتها، والهيئات والدول والمصادر واللقاءات. ولا فجوات بين المواضع، ولا يتغيّر شيء هنا أبداً.',
    acts: 'الأعمال وحدها، وما آلت إليه',
    caption: (from: string, to: string) => `الأحداث من ${from} إلى ${to}`,
    position: 'الموضع',
    recorded: 'سُجِّل في',
    stream: 'المجرى والإصدار',
    type: 'الحدث',
    actor: 'بواسطة',
    data: 'كما هو محفوظ',
    first: 'من البداية',
    earlier: 'السابقة',
    next: 'التالية',
    last: 'الأخيرة',
    pages: 'صفحات السجل',
    empty: 'لم يُسجَّل شيء بعد هذا الموضع. عد إلى الأحداث الأخيرة، أو انظر لاحقاً.',
  },
});

const PAGE_SIZE = 50;

interface EventsPageProps {
  readonly page: PageContext;
  readonly head: number;
  readonly after: number;
  readonly events: readonly StoredEvent[];
}

/** The raw log, in its order. */
export function EventsPage({ page, head, after, events }: EventsPageProps) {
  const { language } = page;
  const say = WORDS[language];
  const [first, last] = [events[0], events.at(-1)];
  return (
    <Page page={page} title={say.title} twin={withParameters('/api/v1/events', { after: String(after) })}>
      <h1>{say.title}</h1>
      <p>
        {say.about} <a href="/log">{say.acts}</a>
      </p>
      {first && last ? (
        <Table
          id="events"
          caption={say.caption(number(language, first.position), number(language, last.position))}
          heads={[say.position, say.recorded, say.type, say.stream, say.actor, say.data]}
        >
          {events.map((event) => (
            <EventRow key={event.position} page={page} event={event} />
          ))}
        </Table>
      ) : (
        <p class="empty">{say.empty}</p>
      )}
      <Ways page={page} head={head} after={after} last={last?.position ?? after} />
    </Page>
  );
}

function EventRow({ page: { language }, event }: Pick<EventsPageProps, 'page'> & { event: StoredEvent }) {
  const say = WORDS[language];
  return (
    <tr id={`position-${String(event.position)}`}>
      <th scope="row" class="number">
        {number(language, event.position)}
      </th>
      <td class="when">{instant(language, event.recordedAt)}</td>
      <td class="when">
        <code>{event.type}</code>
      </td>
      <td>
        <code>
          {event.streamId} {event.version}
        </code>
      </td>
      <td>
        <bdi>{event.metadata.actor}</bdi>
      </td>
      <td>
        <details>
          <summary class="when">{say.data}</summary>
          <pre dir="auto">{stored(event)}</pre>
        </details>
      </td>
    </tr>
  );
}

/** As JSON; marks that turn letters around are written as escapes, so that it reads as it is. */
const stored = ({ data }: StoredEvent): string =>
  JSON.stringify(data, null, 2).replace(
    /[\u202a-\u202e\u2066-\u2069]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16)}`,
  );

interface WaysProps extends Pick<EventsPageProps, 'page' | 'head' | 'after'> {
  readonly last: number;
}

function Ways({ page: { language }, head, after, last }: WaysProps) {
  const say = WORDS[language];
  const at = (position: number) => `/log/events?after=${String(Math.max(0, position))}`;
  return (
    <nav class="pager no-print" aria-label={say.pages}>
      {after > 0 ? <a href={at(0)}>{say.first}</a> : null}
      {after > 0 ? <a href={at(after - PAGE_SIZE)}>{say.earlier}</a> : null}
      {last < head ? <a href={at(last)}>{say.next}</a> : null}
      {last < head || after > head ? <a href={at(head - PAGE_SIZE)}>{say.last}</a> : null}
    </nav>
  );
}

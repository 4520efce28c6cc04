// What was recorded of one thing, the latest last, and what came since a form was opened.
import type { DossierEvent } from '#read-models';
import { isolate } from '../drawing/figure.js';
import type { PageContext } from '../page/context.js';
import { Table } from '../page/table.js';
import { edtf, instant } from '../words/days.js';
import type { Language } from '../words/language.js';
import { DESK } from './desk-words.js';
import { eventWord } from './event-words.js';

interface HistoryProps {
  readonly page: PageContext;
  readonly events: readonly DossierEvent[];
  /** Where an event can be retracted; none where it cannot. */
  readonly retractAt?: (event: DossierEvent) => string | undefined;
}

export function History({ page, events, retractAt }: HistoryProps) {
  const { language } = page;
  const say = DESK[language];
  if (events.length === 0) return <p class="soft">{say.historyNone}</p>;
  return (
    <Table id="history" caption={say.history} quiet heads={[say.when, say.what, say.by]}>
      {events.map((event) => {
        const retract = retractAt?.(event);
        return (
          <tr key={event.eventId} id={`event-${event.eventId}`}>
            <td>{instant(language, event.recordedAt)}</td>
            <td id={`event-${event.eventId}-what`}>
              {eventWord(language, event.type)} <About language={language} data={event.data} />{' '}
              {retract === undefined ? null : (
                <a href={retract} aria-describedby={`event-${event.eventId}-what`}>
                  {say.retract}
                </a>
              )}
            </td>
            <td>
              <bdi>{event.actor}</bdi>
            </td>
          </tr>
        );
      })}
    </Table>
  );
}

/** The words by which one tells such an event from another of its kind. */
function About({ language, data }: { readonly language: Language; readonly data: unknown }) {
  const { person, organ, purpose, names, name, reason, note, on } = data as Readonly<Record<string, unknown>>;
  const english = (names as { en?: unknown } | undefined)?.en;
  const day = typeof on === 'string' ? edtf(language, on) : undefined;
  const said = [person, organ, purpose, english, name, reason, note, day].filter(
    (text): text is string => typeof text === 'string',
  );
  return said.length === 0 ? null : <span class="soft">{said.slice(0, 3).map(isolate).join(' · ')}</span>;
}

/** Shown with a form that was overtaken: nothing typed is lost, and what came is there to be read. */
export function Meanwhile({
  page,
  events,
  version,
}: {
  readonly page: PageContext;
  readonly events: readonly DossierEvent[];
  readonly version: number;
}) {
  const since = events.slice(version);
  if (since.length === 0) return null;
  return (
    <section class="warning">
      <h2>{DESK[page.language].meanwhile}</h2>
      <ul>
        {since.map(({ eventId, type, data, actor, recordedAt }) => (
          <li key={eventId}>
            {eventWord(page.language, type)} <About language={page.language} data={data} /> ·{' '}
            <bdi>{actor}</bdi> · {instant(page.language, recordedAt)}
          </li>
        ))}
      </ul>
    </section>
  );
}

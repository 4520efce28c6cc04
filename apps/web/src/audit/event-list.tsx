// Events of the log in a table: what, when, by whom, what led to it, and how it is stored.
import type { StoredEvent } from '#application';
import type { KnownAct } from '#read-models';
import type { PageContext } from '../page/context.js';
import { Table } from '../page/table.js';
import { edtf, instant } from '../words/days.js';
import { number, type Language } from '../words/language.js';
import { AUDIT_AT } from './audit-page.js';
import { AUDIT } from './audit-words.js';
import { eventName } from './event-name.js';
import { RECORD } from './record-words.js';

/** What has become of an event by now, as a code: an act counts or not, what was said of one stands or was retracted. */
export type Fate = 'stands' | 'counts' | 'claim' | 'retracted' | 'denied' | 'disputed' | 'corrected';

/** The fate of each event of a membership, by event id. */
export function fatesOf(acts: readonly KnownAct[]): Map<string, Fate> {
  const fates = new Map<string, Fate>();
  for (const { row, said, resolved } of acts) {
    const standing = new Set(resolved.corrections);
    const corrected = said.some(
      ({ eventId, event }) => event.type === 'ActCorrected' && standing.has(eventId),
    );
    const counting = corrected ? 'corrected' : resolved.disputed ? 'disputed' : 'counts';
    fates.set(row.eventId, resolved.status === 'counts' ? counting : resolved.status);
    for (const { eventId } of said) fates.set(eventId, standing.has(eventId) ? 'stands' : 'retracted');
  }
  return fates;
}

interface EventListProps {
  readonly page: PageContext;
  readonly events: readonly StoredEvent[];
  readonly fates?: ReadonlyMap<string, Fate>;
}

export function EventList({ page, events, fates }: EventListProps) {
  const { language } = page;
  const say = AUDIT[language];
  const heads = [
    say.position,
    say.event,
    say.day,
    ...(fates ? [RECORD[language].became] : []),
    say.recordedAt,
    say.by,
  ];
  return (
    <Table id="events" caption={RECORD[language].events} heads={[...heads, say.raw]}>
      {events.map((event) => (
        <tr key={event.eventId} id={`event-${event.eventId}`}>
          <th scope="row">
            <a href={`${AUDIT_AT}/events/${event.eventId}`}>{number(language, event.position)}</a>
          </th>
          <td>{eventName(language, event.type)}</td>
          <td>{dayOf(language, event)}</td>
          {fates ? (
            <td>
              <FateWord page={page} fate={fates.get(event.eventId)} />
            </td>
          ) : null}
          <td>{instant(language, event.recordedAt)}</td>
          <td>
            <bdi>{event.metadata.actor}</bdi>
            {ledTo(page, event).map(([name, id]) => (
              <span key={name} class="soft">
                <br />
                {name}: <bdi>{id}</bdi>
              </span>
            ))}
          </td>
          <td>
            <Raw page={page} value={event.data} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function FateWord({ page, fate }: { readonly page: PageContext; readonly fate: Fate | undefined }) {
  if (fate === undefined) return null;
  const kinds = { counts: 'mark good', stands: 'mark good', corrected: 'mark', disputed: 'mark' };
  const kind = fate in kinds ? kinds[fate as keyof typeof kinds] : 'mark bad';
  return <span class={kind}>{RECORD[page.language][fate]}</span>;
}

/** The day of which an event tells, where it tells of one. */
const dayOf = (language: Language, { data }: StoredEvent): string => {
  const { on } = Object(data) as { on?: unknown };
  return typeof on === 'string' ? edtf(language, on) : '';
};

/** What led to an event, as far as that is known: each by its name. */
export function ledTo(
  { language }: PageContext,
  { metadata: { correlationId, causationId, batchId } }: StoredEvent,
): (readonly [name: string, id: string])[] {
  const say = RECORD[language];
  const known = [
    [say.correlation, correlationId],
    [say.causation, causationId],
    [say.batch, batchId],
  ] as const;
  return known.flatMap(([name, id]) => (id === undefined ? [] : [[name, id] as const]));
}

export const Raw = ({ page, value }: { readonly page: PageContext; readonly value: unknown }) => (
  <details>
    <summary>{AUDIT[page.language].raw}</summary>
    <Stored value={value} />
  </details>
);

/** As programs read it; a long one scrolls, by keyboard too. */
export const Stored = ({ value }: { readonly value: unknown }) => (
  <pre dir="ltr" tabIndex={0}>
    {JSON.stringify(value, null, 2)}
  </pre>
);

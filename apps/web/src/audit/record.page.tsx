// What was recorded, as it was recorded: of a membership, in a stream, or one event.
import type { ResolvedClocks, StoredEvent } from '#application';
import type { KnownBody, KnownState } from '#read-models';
import { membershipOf } from '#register';
import { isolate } from '../drawing/figure.js';
import { onSameClocks, type PageContext } from '../page/context.js';
import { ClockBanner, nameIn } from '../page/parts.js';
import { edtf, instant } from '../words/days.js';
import { number } from '../words/language.js';
import { AUDIT_AT, AuditPage, Saves } from './audit-page.js';
import { AUDIT } from './audit-words.js';
import { EventList, ledTo, Stored, type Fate } from './event-list.js';
import { eventName } from './event-name.js';
import { RECORD } from './record-words.js';

/** More of a stream nobody reads in a page. */
const MOST_SHOWN = 500;

interface HistoryProps {
  readonly page: PageContext;
  readonly clocks: ResolvedClocks;
  readonly body: KnownBody;
  readonly state: KnownState;
  readonly events: readonly StoredEvent[];
  readonly fates: ReadonlyMap<string, Fate>;
}

export function HistoryPage({ page, clocks, body, state, events, fates }: HistoryProps) {
  const say = RECORD[page.language];
  const title = `${say.historyOf}: ${nameIn(state.names, page.language)} – ${nameIn(body.names, page.language)}`;
  return (
    <AuditPage
      page={page}
      title={title}
      twin={onSameClocks(page, `/api/v1/memberships/${body.slug}/${state.code}/history`)}
    >
      <ClockBanner page={page} clocks={clocks} />
      <p>{say.aboutHistory}</p>
      <Ways page={page} body={body.slug} state={state.code} except="history" />
      <Events page={page} events={events} fates={fates} />
    </AuditPage>
  );
}

interface StreamProps {
  readonly page: PageContext;
  readonly clocks: ResolvedClocks;
  readonly streamId: string;
  readonly events: readonly StoredEvent[];
}

export function StreamPage({ page, clocks, streamId, events }: StreamProps) {
  const membership = membershipOf(streamId);
  return (
    <AuditPage page={page} title={RECORD[page.language].streamOf(isolate(streamId))}>
      <ClockBanner page={page} clocks={clocks} />
      {membership ? <Ways page={page} {...membership} /> : null}
      <Events page={page} events={events} />
    </AuditPage>
  );
}

function Events({
  page,
  events,
  fates,
}: Pick<HistoryProps, 'page' | 'events'> & { fates?: HistoryProps['fates'] }) {
  const say = RECORD[page.language];
  if (events.length === 0) return <p>{say.none}</p>;
  return (
    <>
      {events.length > MOST_SHOWN ? <p>{say.more(number(page.language, MOST_SHOWN))}</p> : null}
      <EventList page={page} events={events.slice(0, MOST_SHOWN)} {...(fates && { fates })} />
      <Saves page={page} />
    </>
  );
}

interface WaysProps {
  readonly page: PageContext;
  readonly body: string;
  readonly state: string;
  /** The one on which we are. */
  readonly except?: 'history' | 'why';
}

/** The ways between what can be seen of a membership, on the same clocks. */
export function Ways({ page, body, state, except }: WaysProps) {
  const say = RECORD[page.language];
  const at = `/memberships/${body}/${state}`;
  const ways = [
    ...(except === 'history' ? [] : [[`${AUDIT_AT}${at}/history`, say.toHistory] as const]),
    ...(except === 'why' ? [] : [[`${AUDIT_AT}${at}/why`, say.toWhy] as const]),
    ...(page.halves.pages ? [[at, say.toPublic] as const] : []),
  ];
  return (
    <p>
      {ways.map(([path, name], index) => (
        <span key={path}>
          {index === 0 ? '' : ' · '}
          <a href={onSameClocks(page, path)}>{name}</a>
        </span>
      ))}
    </p>
  );
}

interface EventProps {
  readonly page: PageContext;
  readonly event: StoredEvent;
  readonly head: number;
}

export function EventPage({ page, event, head }: EventProps) {
  const { language } = page;
  const say = RECORD[language];
  const { position, eventId, streamId, version, schemaVersion, type, metadata, recordedAt, data } = event;
  const { on } = Object(data) as { on?: unknown };
  const membership = membershipOf(streamId);
  const facts = [
    [AUDIT[language].event, eventName(language, type)],
    ...(typeof on === 'string' ? [[AUDIT[language].day, edtf(language, on)] as const] : []),
    [AUDIT[language].recordedAt, instant(language, recordedAt)],
    [AUDIT[language].by, <bdi>{metadata.actor}</bdi>],
    ...ledTo(page, event).map(([name, id]) => [name, <bdi>{id}</bdi>] as const),
    [
      say.stream,
      <a href={`${AUDIT_AT}/streams/${streamId}`}>
        <bdi>{streamId}</bdi>
      </a>,
    ],
    [say.version, number(language, version)],
    [say.schema, number(language, schemaVersion)],
    [say.id, <code dir="ltr">{eventId}</code>],
  ] as const;
  return (
    <AuditPage page={page} title={say.eventOf(number(language, position))} twin={`/api/v1/events/${eventId}`}>
      {membership ? <Ways page={page} {...membership} /> : null}
      <dl class="facts">
        {facts.map(([name, fact]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      <h2>{say.data}</h2>
      <Stored value={data} />
      <p class="actions">
        {position > 1 ? <a href={`${AUDIT_AT}/events/${String(position - 1)}`}>{say.earlier}</a> : null}
        {position < head ? <a href={`${AUDIT_AT}/events/${String(position + 1)}`}>{say.later}</a> : null}
      </p>
    </AuditPage>
  );
}

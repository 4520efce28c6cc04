import { Get, Inject, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  ClockReader,
  CLOCKS,
  EVENT_STORE,
  KNOWN_CLOCK,
  READER,
  readQuery,
  type EventStore,
  type StoredEvent,
} from '#application';
import { actsOf, explainMembership, positionOfEvent, type Reader } from '#read-models';
import { membershipStream } from '#register';
import { OfPage, type PageContext } from '../page/context.js';
import { Pages } from '../page/pages.js';
import { SeeOther } from '../page/see-other.js';
import { Trouble } from '../page/trouble.js';
import { bodyAt, stateAt } from '../reading/parties.js';
import { Requires } from '../security/access.js';
import { AUDIT_AT } from './audit-page.js';
import { fatesOf } from './event-list.js';
import { EventPage, HistoryPage, StreamPage } from './record.page.js';
import { RECORD } from './record-words.js';
import { save, savedAs, withoutFormat, type SavedList } from './saved.js';
import { WhyPage } from './why.page.js';

/** What was recorded, as it was recorded. Recorders look here, too, before they correct. */
@Pages('admin/audit')
@Requires('auditor', 'recorder')
export class RecordController {
  constructor(
    @Inject(READER) private readonly reader: Reader,
    @Inject(ClockReader) private readonly clocks: ClockReader,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  /** The way from the form that names a membership to what is to be seen of it. */
  @Get('memberships')
  membership(@OfPage() { query }: PageContext) {
    const { show, ...party } = query;
    const { body, state } = readQuery(party, ['body', 'state']);
    if (body === undefined || state === undefined) throw new SeeOther(AUDIT_AT);
    const shown = show === 'why' ? 'why' : 'history';
    throw new SeeOther(`${AUDIT_AT}/memberships/${body}/${state}/${shown}`);
  }

  @Get('memberships/:slug/:code/history')
  async history(
    @OfPage() page: PageContext,
    @Param('slug') slug: string,
    @Param('code') code: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const clocks = await this.clocks.resolveKnown(readQuery(withoutFormat(page), KNOWN_CLOCK));
    const body = await bodyAt(page, this.reader, clocks, slug);
    const state = await stateAt(page, this.reader, clocks, code);
    const events = await this.stream(membershipStream(slug, code), clocks.position);
    const as = savedAs(page);
    if (as) return save(reply, as, saved(`history-${slug}-${code}`, events));
    const fates = fatesOf(await actsOf(this.reader, clocks.position, slug, code));
    return (
      <HistoryPage page={page} clocks={clocks} body={body} state={state} events={events} fates={fates} />
    );
  }

  @Get('memberships/:slug/:code/why')
  async why(@OfPage() page: PageContext, @Param('slug') slug: string, @Param('code') code: string) {
    const clocks = await this.clocks.resolve(readQuery(page.query, CLOCKS));
    const body = await bodyAt(page, this.reader, clocks, slug);
    const state = await stateAt(page, this.reader, clocks, code);
    const explained = await explainMembership(this.reader, body, state, clocks);
    return <WhyPage page={page} clocks={clocks} body={body} state={state} explained={explained} />;
  }

  @Get('streams/:id')
  async streamOf(
    @OfPage() page: PageContext,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const clocks = await this.clocks.resolveKnown(readQuery(withoutFormat(page), KNOWN_CLOCK));
    const events = await this.stream(id, clocks.position);
    if (events.length === 0) throw new Trouble('not-found', [RECORD[page.language].unknownStream(id)]);
    const as = savedAs(page);
    if (as) return save(reply, as, saved(`stream-${id}`, events));
    return <StreamPage page={page} clocks={clocks} streamId={id} events={events} />;
  }

  @Get('events')
  async find(@OfPage() page: PageContext) {
    const { id = '', ...others } = page.query as Record<string, unknown>;
    readQuery(others, []);
    const event = await this.event(page, typeof id === 'string' ? id.trim() : '');
    throw new SeeOther(`${AUDIT_AT}/events/${event.eventId}`);
  }

  /** By its id or its position. */
  @Get('events/:id')
  async one(@OfPage() page: PageContext, @Param('id') id: string) {
    readQuery(page.query, []);
    const event = await this.event(page, id);
    const { position: head } = await this.store.head();
    return <EventPage page={page} event={event} head={head} />;
  }

  /** A name that no stream can have is that of none. */
  private async stream(id: string, upTo: number): Promise<StoredEvent[]> {
    if (!/^[A-Za-z][A-Za-z0-9-]{0,199}$/.test(id)) return [];
    return (await this.store.readStreams([id], { upTo })).get(id) ?? [];
  }

  private async event(page: PageContext, id: string): Promise<StoredEvent> {
    const position = /^\d{1,15}$/.test(id) ? Number(id) : await positionOfEvent(this.reader, id);
    if (position !== undefined && position > 0) {
      for await (const [event] of this.store.readAll({ after: position - 1, upTo: position })) {
        if (event) return event;
      }
    }
    throw new Trouble('not-found', [RECORD[page.language].unknownEvent(id)]);
  }
}

const saved = (name: string, rows: readonly StoredEvent[]): SavedList<StoredEvent> => ({
  name,
  rows,
  columns: {
    position: ({ position }) => position,
    recordedAt: ({ recordedAt }) => recordedAt,
    actor: ({ metadata }) => metadata.actor,
    stream: ({ streamId }) => streamId,
    version: ({ version }) => version,
    type: ({ type }) => type,
    eventId: ({ eventId }) => eventId,
    correlationId: ({ metadata }) => metadata.correlationId,
    causationId: ({ metadata }) => metadata.causationId,
    batchId: ({ metadata }) => metadata.batchId,
    data: ({ data }) => JSON.stringify(data),
  },
});

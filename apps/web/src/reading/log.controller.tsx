import { Get, Inject } from '@nestjs/common';
import {
  ClockReader,
  CLOCKS,
  EVENT_STORE,
  onePage,
  PAGE,
  pageByPosition,
  READER,
  readQuery,
  type EventStore,
  type StoredEvent,
} from '#application';
import { citedIn, dossiersOf, latestActs, type Reader } from '#read-models';
import { OfPage, type PageContext } from '../page/context.js';
import { Pages } from '../page/pages.js';
import { Public } from '../security/access.js';
import { answer, OfCall, type Call } from './answer.js';
import { EventsPage } from './events.page.js';
import { LogPage } from './log.page.js';
import { bodyAt, partiesOf, stateAt } from './parties.js';

@Pages('log')
export class LogController {
  constructor(
    @Inject(READER) private readonly reader: Reader,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(ClockReader) private readonly clocks: ClockReader,
  ) {}

  /** The acts, the last recorded first. */
  @Public()
  @Get()
  async acts(@OfPage() page: PageContext, @OfCall() call: Call) {
    const query = readQuery(page.query, [...CLOCKS, ...PAGE, 'body', 'state', 'type']);
    const { body, state, type: types } = query;
    const wanted = pageByPosition(query);
    const clocks = await this.clocks.resolve(query);
    return answer(page, call, clocks, async () => {
      if (body !== undefined) await bodyAt(page, this.reader, clocks, body);
      if (state !== undefined) await stateAt(page, this.reader, clocks, state);
      const filter = { body, state, types };
      const rows = await latestActs(this.reader, clocks.position, { ...filter, ...wanted });
      const { shown: acts, next } = onePage(query, rows, ({ row }) => String(row.position));
      const { sources, ...known } = await dossiersOf(this.reader, clocks, {
        states: partiesOf(acts),
        bodies: acts.map(({ row }) => row.body),
        sources: citedIn(acts),
      });
      return <LogPage {...{ page, clocks, known, acts, sources, next }} />;
    });
  }

  /** Everything that was recorded, as it was recorded, by position. */
  @Public()
  @Get('events')
  async events(@OfPage() page: PageContext) {
    const { after = 0, limit } = readQuery(page.query, ['after', 'limit']);
    const { position: head } = await this.store.head();
    const events = await this.firstBatch(after, Math.min(limit, 50));
    return <EventsPage {...{ page, head, after, events }} />;
  }

  private async firstBatch(after: number, limit: number): Promise<StoredEvent[]> {
    for await (const batch of this.store.readAll({ after, upTo: after + limit, batchSize: limit }))
      return batch;
    return [];
  }
}

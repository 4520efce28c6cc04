import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import {
  EVENT_STORE,
  type EventStore,
  type RawQuery,
  READER,
  readQuery,
  type StoredEvent,
} from '#application';
import { positionOfEvent, type Reader } from '#read-models';
import { addressWith, BASE, OfCall, tagged, type Call } from './answer.js';
import { CLOUD_EVENTS, cloudEvent, ONE_CLOUD_EVENT, wantsCloudEvents } from './cloud-event.js';
import { Problem } from './problem.js';

/** Of a log in which the types asked for are rare, one answer looks at so many events at most. */
const MOST_LOOKED_AT = 20_000;

@Controller(`${BASE}/events`)
export class EventsController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READER) private readonly reader: Reader,
  ) {}

  /**
   * The log after a position, in its order, all of it or the events of some types. What has been answered once never
   * changes, so a next page is a poll; of some types a page may be short, or empty, with more to come.
   */
  @Get()
  async after(@Query() raw: RawQuery, @OfCall() call: Call) {
    const { request, reply } = call;
    const { after = 0, limit, eventType: types } = readQuery(raw, ['after', 'limit', 'eventType']);
    const head = await this.store.head();
    const asCloudEvents = wantsCloudEvents(request);
    reply.header('cache-control', 'no-cache').header('vary', 'Accept');
    const unlessAny = tagged(call, [request.url, head.position, asCloudEvents]);
    const { items, last } = types
      ? await this.ofTypes(types, after, limit, head.position)
      : await this.inOrder(after, limit);
    const next = addressWith(request.url, 'after', String(last));
    unlessAny();
    reply.header('link', `<${next}>; rel="next"`);
    if (asCloudEvents) {
      reply.header('content-type', CLOUD_EVENTS);
      return JSON.stringify(items.map(cloudEvent));
    }
    return {
      items,
      meta: { position: head.position, recordedAt: head.recordedAt },
      links: { self: request.url, next },
    };
  }

  /** One event, by its id or its position. It never changes. */
  @Get(':id')
  async one(@Param('id') id: string, @Query() raw: RawQuery, @OfCall() call: Call) {
    const { request, reply } = call;
    readQuery(raw, []);
    const position = /^\d{1,15}$/.test(id) ? Number(id) : await positionOfEvent(this.reader, id);
    const event = position === undefined ? undefined : await this.at(position);
    if (!event) throw new Problem('unknown-event', { event: id });
    const asCloudEvent = wantsCloudEvents(request);
    reply.header('vary', 'Accept').header('cache-control', 'public, max-age=31536000, immutable');
    tagged(call, [event.eventId, asCloudEvent])();
    if (!asCloudEvent) return { ...event, links: { self: `${BASE}/events/${event.eventId}` } };
    reply.header('content-type', ONE_CLOUD_EVENT);
    return JSON.stringify(cloudEvent(event));
  }

  private async at(position: number): Promise<StoredEvent | undefined> {
    if (position === 0) return undefined;
    return (await this.inOrder(position - 1, 1)).items[0];
  }

  private async inOrder(after: number, limit: number): Promise<Found> {
    for await (const items of this.store.readAll({ after, upTo: after + limit, batchSize: limit }))
      return { items, last: items.at(-1)?.position ?? after };
    return { items: [], last: after };
  }

  private async ofTypes(
    types: readonly string[],
    after: number,
    limit: number,
    head: number,
  ): Promise<Found> {
    const upTo = Math.min(head, after + MOST_LOOKED_AT);
    const items: StoredEvent[] = [];
    for await (const batch of this.store.readAll({ after, upTo, types })) {
      items.push(...batch.slice(0, limit - items.length));
      if (items.length === limit) return { items, last: items.at(-1)?.position ?? after };
    }
    return { items, last: Math.max(after, upTo) };
  }
}

/** Events, and the position after which the next ones begin. */
interface Found {
  readonly items: readonly StoredEvent[];
  readonly last: number;
}

import { Controller, Get, Inject, Query } from '@nestjs/common';
import { EVENT_STORE, type EventStore, type RawQuery, readQuery, type StoredEvent } from '#application';

import { addressWith, BASE, OfCall, type Call } from './answer.js';

@Controller(`${BASE}/events`)
export class EventsController {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  /** The log after a position, in its order. What has been answered once never changes, so a next page is a poll. */
  @Get()
  async after(@Query() raw: RawQuery, @OfCall() { request, reply }: Call) {
    const { after = 0, limit } = readQuery(raw, ['after', 'limit']);
    const head = await this.store.head();
    const items = await this.firstBatch(after, limit);
    const last = items.at(-1)?.position ?? after;
    const next = addressWith(request.url, 'after', String(last));
    reply.header('cache-control', 'no-cache').header('link', `<${next}>; rel="next"`);
    return {
      items,
      meta: { position: head.position, recordedAt: head.recordedAt },
      links: { self: request.url, next },
    };
  }

  private async firstBatch(after: number, limit: number): Promise<StoredEvent[]> {
    for await (const batch of this.store.readAll({ after, upTo: after + limit, batchSize: limit }))
      return batch;
    return [];
  }
}

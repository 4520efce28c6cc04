import { Controller, Get, Inject } from '@nestjs/common';
import { EVENT_STORE, READER, type EventStore } from '#application';

import { progressOfAll, type Reader } from '#read-models';
import { OfCall, type Call } from './answer.js';

@Controller()
export class HealthController {
  constructor(
    @Inject(READER) private readonly reader: Reader,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  /** The process runs. */
  @Get('livez')
  live() {
    return { status: 'ok' };
  }

  /** The database answers and every projection runs; how far each is behind the log, and what stopped it. */
  @Get('readyz')
  async ready(@OfCall() { reply }: Call) {
    reply.header('cache-control', 'no-store');
    const [{ position }, progress] = await Promise.all([this.store.head(), progressOfAll(this.reader)]);
    const failed = progress.some(({ failure }) => failure !== null);
    if (failed) reply.status(503);
    const projections = progress.map((one) => ({ ...one, lag: position - one.position }));
    return { status: failed ? 'stopped' : 'ok', position, projections };
  }
}

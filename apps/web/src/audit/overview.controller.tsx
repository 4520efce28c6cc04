import { Get, Inject } from '@nestjs/common';
import { ClockReader, EVENT_STORE, Jobs, READER, readQuery, REPLAY, type EventStore } from '#application';
import { listBodies, listStates, progressOfAll, type Reader } from '#read-models';
import { OfPage, type PageContext } from '../page/context.js';
import { Pages } from '../page/pages.js';
import { Trouble } from '../page/trouble.js';
import { Requires } from '../security/access.js';
import { OverviewPage } from './overview.page.js';

@Pages('admin/audit')
@Requires('auditor')
export class OverviewController {
  constructor(
    @Inject(READER) private readonly reader: Reader,
    @Inject(ClockReader) private readonly clocks: ClockReader,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(Jobs) private readonly jobs: Jobs,
  ) {}

  @Get()
  async overview(@OfPage() page: PageContext) {
    readQuery(page.query, []);
    if (!page.signedIn) throw new Trouble('not-allowed');
    const clocks = await this.clocks.resolve({});
    const [head, progress, replays, bodies, states] = await Promise.all([
      this.store.head(),
      progressOfAll(this.reader),
      this.jobs.listOf(page.signedIn.account.id, REPLAY, 10),
      listBodies(this.reader, clocks, { limit: 1000 }),
      listStates(this.reader, clocks, { limit: 1000 }),
    ]);
    return (
      <OverviewPage
        page={page}
        head={head}
        progress={progress}
        replays={replays}
        bodies={bodies}
        states={states}
      />
    );
  }
}

import { Get, Inject } from '@nestjs/common';
import { Drafts, EVENT_STORE, type EventStore } from '#application';
import {
  bodiesBySlug,
  concerning,
  latestActs,
  progressOfAll,
  statesByCode,
  type Concern,
  type Concerning,
} from '#read-models';
import { OfPage, type PageContext } from '../../page/context.js';
import { Pages } from '../../page/pages.js';
import { Trouble } from '../../page/trouble.js';
import { Requires } from '../../security/access.js';
import { Desk } from '../desk.js';
import { DashboardPage, draftedIn } from './dashboard.page.js';

const SHOWN = 8;

@Pages('admin')
export class DashboardController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(Drafts) private readonly drafts: Drafts,
  ) {}

  @Requires('signed-in')
  @Get()
  async dashboard(@OfPage() page: PageContext) {
    if (!page.signedIn) throw new Trouble('not-allowed');
    const { reader } = this.desk;
    const clocks = await this.desk.now(page);
    const head = (await this.store.head()).position;
    const [progress, drafts, acts, disputed, discredited, single] = await Promise.all([
      progressOfAll(reader),
      this.drafts.listOf(page.signedIn.account.id, 'act', SHOWN),
      latestActs(reader, clocks.position, { limit: SHOWN }),
      ...(['disputed', 'discredited', 'single'] as const).map((concern) =>
        concerning(reader, concern, clocks.asOf, SHOWN),
      ),
    ]);
    const concerns = { disputed, discredited, single } as Readonly<Record<Concern, Concerning>>;
    const named = [
      ...acts.map(({ row }) => row),
      ...drafts.map(({ data }) => draftedIn(data)),
      ...Object.values(concerns).flatMap(({ rows }) => rows as readonly { body: string; state: string }[]),
    ];
    const [bodies, states] = await Promise.all([
      bodiesBySlug(reader, clocks, [...new Set(named.map(({ body }) => body))]),
      statesByCode(reader, clocks, [...new Set(named.map(({ state }) => state))]),
    ]);
    return <DashboardPage {...{ page, progress, drafts, acts, concerns, bodies, states, head }} />;
  }
}

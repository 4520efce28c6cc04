import { Get, Inject } from '@nestjs/common';
import {
  betweenParameters,
  ClockReader,
  encodeCursor,
  READER,
  readQuery,
  resolveBetween,
} from '#application';
import {
  bodiesBySlug,
  causesOf,
  keyOfChange,
  listBodies,
  listStates,
  membershipChanges,
  statesByCode,
  type Reader,
} from '#read-models';
import { membershipOf } from '#register';
import { OfPage, type PageContext } from '../page/context.js';
import { Pages } from '../page/pages.js';
import { Trouble } from '../page/trouble.js';
import { bodyAt, stateAt } from '../reading/parties.js';
import { Requires } from '../security/access.js';
import { QUERY_FAULTS } from '../words/troubles.js';
import { DifferencesPage, type Found } from './differences.page.js';

@Pages('admin/audit/differences')
@Requires('auditor')
export class DifferencesPagesController {
  constructor(
    @Inject(READER) private readonly reader: Reader,
    @Inject(ClockReader) private readonly clocks: ClockReader,
  ) {}

  /** The form alone, until somebody has chosen two points. */
  @Get()
  async differences(@OfPage() page: PageContext) {
    const now = await this.clocks.resolve({});
    const [bodies, states] = await Promise.all([
      listBodies(this.reader, now, { limit: 1000 }),
      listStates(this.reader, now, { limit: 1000 }),
    ]);
    const isAsked = ['from', 'to'].some((name) => page.query[name] !== undefined);
    if (!isAsked) readQuery(page.query, ['axis']);
    const found = isAsked ? await this.found(page) : undefined;
    return <DifferencesPage page={page} head={now} bodies={bodies} states={states} found={found} />;
  }

  private async found(page: PageContext): Promise<Found> {
    const query = readQuery(page.query, [
      ...betweenParameters(page.query),
      'body',
      'state',
      'limit',
      'cursor',
    ]);
    if (query.cursor !== undefined && !membershipOf(query.cursor)) {
      throw new Trouble('bad-request', [QUERY_FAULTS[page.language]['bad-cursor']()]);
    }
    const between = await resolveBetween(this.clocks, query);
    const { body, state, limit, cursor } = query;
    if (body !== undefined) await bodyAt(page, this.reader, between.to, body);
    if (state !== undefined) await stateAt(page, this.reader, between.to, state);
    const rows = await membershipChanges(this.reader, between, {
      body,
      state,
      limit: limit + 1,
      ...(cursor !== undefined && { after: cursor }),
    });
    const changes = rows.slice(0, limit);
    const last = rows.length > limit ? changes.at(-1) : undefined;
    return {
      between,
      changes,
      causes: await causesOf(this.reader, between, changes),
      bodies: await bodiesBySlug(this.reader, between.to, [...new Set(changes.map((change) => change.body))]),
      states: await statesByCode(this.reader, between.to, [
        ...new Set(changes.map((change) => change.state)),
      ]),
      next: last && encodeCursor(keyOfChange(last)),
    };
  }
}

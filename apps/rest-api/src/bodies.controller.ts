import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ClockReader, CLOCKS, KNOWN_CLOCK, PAGE, type RawQuery, READER, readQuery } from '#application';
import {
  citedBy,
  countsOverTime,
  type KnownBody,
  listBodies,
  type MembershipRow,
  membersOfBody,
  organsAndCeremonies,
  type Reader,
  statesByCode,
} from '#read-models';
import { answer, BASE, knownMetaOf, list, metaOf, OfCall, pageOf, type Call } from './answer.js';
import { bodyAt } from './parties.js';
import { bodyView, standingView, stateOf } from './views.js';

@Controller(`${BASE}/bodies`)
export class BodiesController {
  constructor(
    @Inject(READER) private readonly reader: Reader,
    @Inject(ClockReader) private readonly clocks: ClockReader,
  ) {}

  @Get()
  async all(@Query() raw: RawQuery, @OfCall() call: Call) {
    const query = readQuery(raw, [...CLOCKS, ...PAGE]);
    const clocks = await this.clocks.resolve(query);
    return answer(call, clocks, async (languages) => {
      const rows = await listBodies(this.reader, clocks, pageOf(query));
      const item = (body: KnownBody) => bodyView(body, languages);
      return list(call, metaOf(clocks), query, rows, { keyOf: ({ slug }) => slug, item });
    });
  }

  @Get(':slug')
  async one(@Param('slug') slug: string, @Query() raw: RawQuery, @OfCall() call: Call) {
    const clocks = await this.clocks.resolve(readQuery(raw, CLOCKS));
    return answer(call, clocks, async (languages) => {
      const body = await bodyAt(this.reader, clocks, slug);
      return { ...bodyView(body, languages), meta: metaOf(clocks) };
    });
  }

  @Get(':slug/members')
  async members(@Param('slug') slug: string, @Query() raw: RawQuery, @OfCall() call: Call) {
    const query = readQuery(raw, [...CLOCKS, ...PAGE, 'standing']);
    const clocks = await this.clocks.resolve(query);
    return answer(call, clocks, async (languages) => {
      const body = await bodyAt(this.reader, clocks, slug);
      const wanted = query.standing && { standings: query.standing };
      const rows = await membersOfBody(this.reader, slug, clocks, { ...pageOf(query), ...wanted });
      const codes = rows.map(({ state }) => state);
      const states = await statesByCode(this.reader, clocks, codes);
      const cited = await citedBy(this.reader, clocks.position, rows);
      const item = (row: MembershipRow) => ({
        state: stateOf(states, row.state, languages),
        ...standingView(row, body, cited),
        links: { self: `${BASE}/memberships/${slug}/${row.state}` },
      });
      return list(call, metaOf(clocks), query, rows, { keyOf: ({ state }) => state, item });
    });
  }

  /** Its organs on a day with who sits on them, who sits on several, and the ceremonies that were announced. */
  @Get(':slug/organs')
  async organs(@Param('slug') slug: string, @Query() raw: RawQuery, @OfCall() call: Call) {
    const clocks = await this.clocks.resolve(readQuery(raw, CLOCKS));
    return answer(call, clocks, async () => {
      const body = await bodyAt(this.reader, clocks, slug);
      return {
        ...organsAndCeremonies(body, clocks),
        meta: metaOf(clocks),
        links: { self: call.request.url },
      };
    });
  }

  /** How many states had which standing from which day on, by their own words, as known at a position. */
  @Get(':slug/counts')
  async counts(@Param('slug') slug: string, @Query() raw: RawQuery, @OfCall() call: Call) {
    const clocks = await this.clocks.resolveKnown(readQuery(raw, KNOWN_CLOCK));
    return answer(call, clocks, async () => {
      await bodyAt(this.reader, clocks, slug);
      const items = await countsOverTime(this.reader, slug, clocks.position);
      return { items, meta: knownMetaOf(clocks), links: { self: call.request.url } };
    });
  }
}

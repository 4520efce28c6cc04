import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { READER } from '#application';
import { listBodies, membersOfBody, statesByCode, type BodyRow, type Reader } from '#read-models';
import { answer, BASE, knownMetaOf, list, metaOf, OfCall, pageOf, type Call } from './answer.js';
import { citedBy } from './cited.js';
import { ClockReader } from './clocks.js';
import { bodyAt } from './parties.js';
import { CLOCKS, KNOWN_CLOCK, PAGE, readQuery, type RawQuery } from './query.js';
import { bodyView, standingView, stateOf } from './views.js';

@Controller(`${BASE}/bodies`)
export class BodiesController {
  constructor(
    @Inject(READER) private readonly reader: Reader,
    @Inject(ClockReader) private readonly clocks: ClockReader,
  ) {}

  @Get()
  async all(@Query() raw: RawQuery, @OfCall() call: Call) {
    const query = readQuery(raw, [...KNOWN_CLOCK, ...PAGE]);
    const clocks = await this.clocks.resolveKnown(query);
    return answer(call, clocks, async (languages) => {
      const rows = await listBodies(this.reader, clocks.position, pageOf(query));
      const item = (body: BodyRow) => bodyView(body, languages);
      return list(call, knownMetaOf(clocks), query, rows, { keyOf: ({ slug }) => slug, item });
    });
  }

  @Get(':slug')
  async one(@Param('slug') slug: string, @Query() raw: RawQuery, @OfCall() call: Call) {
    const clocks = await this.clocks.resolveKnown(readQuery(raw, KNOWN_CLOCK));
    return answer(call, clocks, async (languages) => {
      const body = await bodyAt(this.reader, clocks.position, slug);
      return { ...bodyView(body, languages), meta: knownMetaOf(clocks) };
    });
  }

  @Get(':slug/members')
  async members(@Param('slug') slug: string, @Query() raw: RawQuery, @OfCall() call: Call) {
    const query = readQuery(raw, [...CLOCKS, ...PAGE, 'standing']);
    const clocks = await this.clocks.resolve(query);
    return answer(call, clocks, async (languages) => {
      const body = await bodyAt(this.reader, clocks.position, slug);
      const standings = query.standing;
      const rows = await membersOfBody(this.reader, slug, clocks, {
        ...pageOf(query),
        ...(standings && { standings }),
      });
      const states = await statesByCode(
        this.reader,
        clocks.position,
        rows.map(({ state }) => state),
      );
      const cited = await citedBy(this.reader, clocks.position, rows);
      const item = (row: (typeof rows)[number]) => ({
        state: stateOf(states, row.state, languages),
        ...standingView(row, body, cited),
        links: { self: `${BASE}/memberships/${slug}/${row.state}` },
      });
      return list(call, metaOf(clocks), query, rows, { keyOf: ({ state }) => state, item });
    });
  }
}

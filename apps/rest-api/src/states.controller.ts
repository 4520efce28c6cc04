import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { READER } from '#application';
import { bodiesBySlug, listStates, membershipsOfState, type Reader, type StateRow } from '#read-models';
import { answer, BASE, knownMetaOf, list, metaOf, OfCall, pageOf, type Call } from './answer.js';
import { citedBy } from './cited.js';
import { ClockReader } from './clocks.js';
import { stateAt } from './parties.js';
import { CLOCKS, KNOWN_CLOCK, PAGE, readQuery, type RawQuery } from './query.js';
import { bodyOf, standingView, stateView } from './views.js';

@Controller(`${BASE}/states`)
export class StatesController {
  constructor(
    @Inject(READER) private readonly reader: Reader,
    @Inject(ClockReader) private readonly clocks: ClockReader,
  ) {}

  @Get()
  async all(@Query() raw: RawQuery, @OfCall() call: Call) {
    const query = readQuery(raw, [...KNOWN_CLOCK, ...PAGE]);
    const clocks = await this.clocks.resolveKnown(query);
    return answer(call, clocks, async (languages) => {
      const rows = await listStates(this.reader, clocks.position, pageOf(query));
      const item = (state: StateRow) => stateView(state, languages);
      return list(call, knownMetaOf(clocks), query, rows, { keyOf: ({ code }) => code, item });
    });
  }

  @Get(':code')
  async one(@Param('code') code: string, @Query() raw: RawQuery, @OfCall() call: Call) {
    const clocks = await this.clocks.resolveKnown(readQuery(raw, KNOWN_CLOCK));
    return answer(call, clocks, async (languages) => {
      const state = await stateAt(this.reader, clocks.position, code);
      return { ...stateView(state, languages), meta: knownMetaOf(clocks) };
    });
  }

  @Get(':code/memberships')
  async memberships(@Param('code') code: string, @Query() raw: RawQuery, @OfCall() call: Call) {
    const query = readQuery(raw, [...CLOCKS, ...PAGE]);
    const clocks = await this.clocks.resolve(query);
    return answer(call, clocks, async (languages) => {
      await stateAt(this.reader, clocks.position, code);
      const rows = await membershipsOfState(this.reader, code, clocks, pageOf(query));
      const bodies = await bodiesBySlug(
        this.reader,
        clocks.position,
        rows.map(({ body }) => body),
      );
      const cited = await citedBy(this.reader, clocks.position, rows);
      const item = (row: (typeof rows)[number]) => ({
        body: bodyOf(bodies, row.body, languages),
        ...standingView(row, bodies.get(row.body), cited),
        links: { self: `${BASE}/memberships/${row.body}/${code}` },
      });
      return list(call, metaOf(clocks), query, rows, { keyOf: ({ body }) => body, item });
    });
  }
}

import { Get, Inject, Param } from '@nestjs/common';
import { ClockReader, CLOCKS, encodeCursor, PAGE, READER, readQuery } from '#application';
import {
  actsRestingOn,
  bodiesBySlug,
  listSources,
  sourcesById,
  sourcesCitedBy,
  sourcesLike,
  statesByCode,
  type Reader,
} from '#read-models';
import { sourceId } from '#register';
import { OfPage, type PageContext } from '../page/context.js';
import { Pages } from '../page/pages.js';
import { Public } from '../security/access.js';
import { answer, OfCall, type Call } from './answer.js';
import { noSource, partiesOf } from './parties.js';
import { afterPosition } from './position-cursor.js';
import { SourcePage } from './source.page.js';
import { SourcesPage } from './sources.page.js';

@Pages('sources')
export class SourcePagesController {
  constructor(
    @Inject(READER) private readonly reader: Reader,
    @Inject(ClockReader) private readonly clocks: ClockReader,
  ) {}

  @Public()
  @Get()
  async all(@OfPage() page: PageContext, @OfCall() call: Call) {
    const query = readQuery(page.query, [...CLOCKS, ...PAGE, 'q']);
    const clocks = await this.clocks.resolve(query);
    return answer(page, call, clocks, async () => {
      const { q, limit, cursor } = query;
      const after = cursor === undefined ? {} : { after: cursor };
      const found =
        q === undefined
          ? await listSources(this.reader, clocks.position, { limit: limit + 1, ...after })
          : await sourcesLike(this.reader, clocks.position, q, limit);
      const sources = found.slice(0, limit);
      const last = sources.at(-1);
      const next = found.length > limit && last ? encodeCursor(last.id) : undefined;
      return <SourcesPage {...{ page, clocks, sources, q, next }} />;
    });
  }

  @Public()
  @Get(':id')
  async one(@Param('id') id: string, @OfPage() page: PageContext, @OfCall() call: Call) {
    const query = readQuery(page.query, [...CLOCKS, ...PAGE]);
    const after = afterPosition(query);
    const clocks = await this.clocks.resolve(query);
    return answer(page, call, clocks, async () => {
      const found = sourceId.safeParse(id).success
        ? await sourcesById(this.reader, clocks.position, [id])
        : undefined;
      const source = found?.get(id);
      if (!source) throw noSource(page, clocks, id);
      const rows = await actsRestingOn(this.reader, clocks.position, id, {
        limit: query.limit + 1,
        ...after,
      });
      const acts = rows.slice(0, query.limit);
      const [sources, states, bodies] = await Promise.all([
        sourcesCitedBy(this.reader, clocks.position, acts),
        statesByCode(this.reader, clocks, partiesOf(acts)),
        bodiesBySlug(this.reader, clocks, [...new Set(acts.map(({ row }) => row.body))]),
      ]);
      const last = acts.at(-1);
      const next = rows.length > query.limit && last ? encodeCursor(String(last.row.position)) : undefined;
      return <SourcePage {...{ page, clocks, source, acts, sources, next }} known={{ states, bodies }} />;
    });
  }
}

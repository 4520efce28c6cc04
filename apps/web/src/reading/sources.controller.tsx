import { Get, Inject, Param } from '@nestjs/common';
import { ClockReader, CLOCKS, onePage, PAGE, pageByPosition, pageOf, READER, readQuery } from '#application';
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
      const { q } = query;
      const rows =
        q === undefined
          ? await listSources(this.reader, clocks.position, pageOf(query))
          : await sourcesLike(this.reader, clocks.position, q, query.limit);
      const { shown: sources, next } = onePage(query, rows, ({ id }) => id);
      return <SourcesPage {...{ page, clocks, sources, next }} />;
    });
  }

  @Public()
  @Get(':id')
  async one(@Param('id') id: string, @OfPage() page: PageContext, @OfCall() call: Call) {
    const query = readQuery(page.query, [...CLOCKS, ...PAGE]);
    const wanted = pageByPosition(query);
    const clocks = await this.clocks.resolve(query);
    return answer(page, call, clocks, async () => {
      const found = sourceId.safeParse(id).success
        ? await sourcesById(this.reader, clocks.position, [id])
        : undefined;
      const source = found?.get(id);
      if (!source) throw noSource(page, clocks, id);
      const rows = await actsRestingOn(this.reader, clocks.position, id, wanted);
      const { shown: acts, next } = onePage(query, rows, ({ row }) => String(row.position));
      const [sources, states, bodies] = await Promise.all([
        sourcesCitedBy(this.reader, clocks.position, acts),
        statesByCode(this.reader, clocks, partiesOf(acts)),
        bodiesBySlug(this.reader, clocks, [...new Set(acts.map(({ row }) => row.body))]),
      ]);
      return <SourcePage {...{ page, clocks, source, acts, sources, next }} known={{ states, bodies }} />;
    });
  }
}

import { Get, Inject, Param } from '@nestjs/common';
import { ClockReader, CLOCKS, onePage, PAGE, pageByPosition, pageOf, READER, readQuery } from '#application';
import {
  actsRestingOn,
  citedIn,
  dossiersOf,
  listSources,
  sourcesById,
  sourcesLike,
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
      if (!sourceId.safeParse(id).success) throw noSource(page, clocks, id);
      const [found, rows] = await Promise.all([
        sourcesById(this.reader, clocks.position, [id]),
        actsRestingOn(this.reader, clocks.position, id, wanted),
      ]);
      const source = found.get(id);
      if (!source) throw noSource(page, clocks, id);
      const { shown: acts, next } = onePage(query, rows, ({ row }) => String(row.position));
      const { sources, ...known } = await dossiersOf(this.reader, clocks, {
        states: partiesOf(acts),
        bodies: acts.map(({ row }) => row.body),
        sources: citedIn(acts),
      });
      return <SourcePage {...{ page, clocks, known, source, acts, sources, next }} />;
    });
  }
}

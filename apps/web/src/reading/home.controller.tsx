import { Get, Inject, Query } from '@nestjs/common';
import { ClockReader, READER, readQuery, type RawQuery } from '#application';
import { countsOfBodies, listBodies, type Reader } from '#read-models';
import { OfPage, type PageContext } from '../page/context.js';
import { Pages } from '../page/pages.js';
import { Public } from '../security/access.js';
import { HomePage } from './home.page.js';

@Pages()
export class HomeController {
  constructor(
    @Inject(READER) private readonly reader: Reader,
    @Inject(ClockReader) private readonly clocks: ClockReader,
  ) {}

  @Public()
  @Get()
  async home(@OfPage() page: PageContext, @Query() _: RawQuery) {
    const clocks = await this.clocks.resolve(readQuery(page.query, []));
    const bodies = await listBodies(this.reader, clocks, { limit: 200 });
    const counts = await countsOfBodies(
      this.reader,
      clocks,
      bodies.map(({ slug }) => slug),
    );
    return <HomePage page={page} bodies={bodies} counts={counts} />;
  }
}

import { Get, Inject } from '@nestjs/common';
import { ClockReader, CLOCKS, READER, readQuery } from '#application';
import { searchRegister, type Reader } from '#read-models';
import { OfPage, type PageContext } from '../page/context.js';
import { Pages } from '../page/pages.js';
import { Public } from '../security/access.js';
import { answer, OfCall, type Call } from './answer.js';
import { SearchPage } from './search.page.js';

@Pages('search')
export class SearchPagesController {
  constructor(
    @Inject(READER) private readonly reader: Reader,
    @Inject(ClockReader) private readonly clocks: ClockReader,
  ) {}

  @Public()
  @Get()
  async find(@OfPage() page: PageContext, @OfCall() call: Call) {
    const query = readQuery(page.query, [...CLOCKS, 'q', 'limit']);
    const clocks = await this.clocks.resolve(query);
    return answer(page, call, clocks, async () => {
      const { q, limit } = query;
      const found = q === undefined ? [] : await searchRegister(this.reader, clocks, q, Math.min(limit, 50));
      return <SearchPage {...{ page, clocks, q, found }} />;
    });
  }
}

import { Get, Inject, Param } from '@nestjs/common';
import { ClockReader, CLOCKS, onePage, PAGE, pageOf, READER, readQuery } from '#application';
import {
  bodiesLike,
  chooseMembers,
  countsOfBodies,
  countsOverTime,
  everyMember,
  knownStepsOf,
  listBodies,
  type KnownBody,
  type Reader,
} from '#read-models';
import { OfPage, type PageContext } from '../page/context.js';
import { Pages } from '../page/pages.js';
import { Public } from '../security/access.js';
import { answer, OfCall, type Call } from './answer.js';
import { BodiesPage } from './bodies.page.js';
import { BodyPage } from './body.page.js';
import { withoutMap } from './map-choice.js';
import { bodyAt } from './parties.js';

@Pages('bodies')
export class BodyPagesController {
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
      const rows: KnownBody[] =
        q === undefined
          ? await listBodies(this.reader, clocks, pageOf(query))
          : await bodiesLike(this.reader, clocks, q, query.limit);
      const { shown: bodies, next } = onePage(query, rows, ({ slug }) => slug);
      const slugs = bodies.map(({ slug }) => slug);
      const counts = await countsOfBodies(this.reader, clocks, slugs);
      return <BodiesPage {...{ page, clocks, bodies, counts, next }} />;
    });
  }

  @Public()
  @Get(':slug')
  async one(@Param('slug') slug: string, @OfPage() page: PageContext, @OfCall() call: Call) {
    const query = readQuery(withoutMap(page), [...CLOCKS, ...PAGE, 'q', 'standing', 'sort']);
    const clocks = await this.clocks.resolve(query);
    return answer(page, call, clocks, async () => {
      const [body, everyone, counts, steps] = await Promise.all([
        bodyAt(page, this.reader, clocks, slug),
        everyMember(this.reader, slug, clocks),
        countsOverTime(this.reader, slug, clocks.position),
        knownStepsOf(this.reader, { body: slug }),
      ]);
      const { q, standing: standings, sort: order = 'name' } = query;
      const { language } = page;
      const rows = chooseMembers(everyone, { q, standings, order, language, ...pageOf(query) });
      const { shown: members, next } = onePage(query, rows, ({ row }) => row.state);
      return <BodyPage {...{ page, clocks, body, everyone, members, counts, steps, next }} />;
    });
  }
}

import { Get, Inject, Param } from '@nestjs/common';
import { ClockReader, CLOCKS, encodeCursor, PAGE, READER, readQuery } from '#application';
import {
  bodiesBySlug,
  chooseMembers,
  countsOfBodies,
  countsOverTime,
  everyMember,
  knownStepsOf,
  listBodies,
  lookUp,
  type Clocks,
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
      const { q, limit } = query;
      const after = query.cursor === undefined ? {} : { after: query.cursor };
      const found =
        q === undefined
          ? await listBodies(this.reader, clocks, { limit: limit + 1, ...after })
          : await this.found(q, clocks, limit);
      const bodies = found.slice(0, limit);
      const last = bodies.at(-1);
      const slugs = bodies.map(({ slug }) => slug);
      const counts = await countsOfBodies(this.reader, clocks, slugs);
      const next = found.length > limit && last ? encodeCursor(last.slug) : undefined;
      return <BodiesPage {...{ page, clocks, bodies, counts, q, next }} />;
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
      const { q, standing: standings, sort: order = 'name', limit, cursor: after } = query;
      const { language } = page;
      const chosen = chooseMembers(everyone, {
        ...{ q, standings, order, language, limit: limit + 1 },
        ...(after !== undefined && { after }),
      });
      const members = chosen.slice(0, limit);
      const last = members.at(-1);
      const next = chosen.length > limit && last ? encodeCursor(last.row.state) : undefined;
      return <BodyPage {...{ page, clocks, body, everyone, members, counts, steps, next }} />;
    });
  }

  /** Bodies by name, best first. */
  private async found(q: string, clocks: Clocks, limit: number): Promise<KnownBody[]> {
    const hits = await lookUp(this.reader, 'body', q, clocks.position, limit);
    const slugs = hits.map(({ key }) => key);
    const bodies = await bodiesBySlug(this.reader, clocks, slugs);
    return slugs.flatMap((slug) => bodies.get(slug) ?? []);
  }
}

import { Get, Inject } from '@nestjs/common';
import { ClockReader, CLOCKS, READER, readQuery } from '#application';
import {
  citedIn,
  countsOfBodies,
  dossiersOf,
  everyMemberRow,
  latestActs,
  listBodies,
  membersIn,
  type Reader,
} from '#read-models';
import { OfPage, type PageContext } from '../page/context.js';
import { Pages } from '../page/pages.js';
import { Public } from '../security/access.js';
import { answer, OfCall, type Call } from './answer.js';
import { HomePage } from './home.page.js';
import { withoutMap } from './map-choice.js';
import { partiesOf } from './parties.js';

/** So much fits on a first page. */
const MOST_BODIES = 25;
const MOST_ACTS = 10;

@Pages()
export class HomeController {
  constructor(
    @Inject(READER) private readonly reader: Reader,
    @Inject(ClockReader) private readonly clocks: ClockReader,
  ) {}

  @Public()
  @Get()
  async home(@OfPage() page: PageContext, @OfCall() call: Call) {
    const clocks = await this.clocks.resolve(readQuery(withoutMap(page), CLOCKS));
    const { position } = clocks;
    return answer(page, call, clocks, async () => {
      const [acts, bodies] = await Promise.all([
        latestActs(this.reader, position, { limit: MOST_ACTS }),
        listBodies(this.reader, clocks, { limit: MOST_BODIES + 1 }),
      ]);
      const shown = bodies.slice(0, MOST_BODIES);
      const slugs = shown.map(({ slug }) => slug);
      // The map shows the body of which the register has learned last.
      const latest = acts[0]?.row.body;
      const [counts, rows] = await Promise.all([
        countsOfBodies(this.reader, clocks, slugs),
        latest === undefined ? [] : everyMemberRow(this.reader, latest, clocks),
      ]);
      const { states, sources, ...others } = await dossiersOf(this.reader, clocks, {
        states: [...partiesOf(acts), ...rows.map(({ state }) => state)],
        bodies: acts.map(({ row }) => row.body).filter((slug) => !slugs.includes(slug)),
        sources: citedIn(acts),
      });
      const known = {
        states,
        bodies: new Map([...shown.map((body) => [body.slug, body] as const), ...others.bodies]),
      };
      const members = membersIn(rows, states);
      const mapped = latest === undefined ? undefined : known.bodies.get(latest);
      const more = bodies.length > MOST_BODIES;
      return (
        <HomePage {...{ page, clocks, known, acts, sources, counts, mapped, members, more }} bodies={shown} />
      );
    });
  }
}

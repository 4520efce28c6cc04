import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ClockReader, CLOCKS, KNOWN_CLOCK, type RawQuery, READER, readQuery } from '#application';
import {
  bodiesLike,
  chooseMembers,
  citedBy,
  countsOfBodies,
  countsOverTime,
  everyMember,
  type KnownBody,
  listBodies,
  type Match,
  organsAndCeremonies,
  type Reader,
} from '#read-models';
import { answer, BASE, knownMetaOf, languagesOf, metaOf, OfCall, type Call } from './answer.js';
import type { Columns } from './columns.js';
import { languageOfNames, nameIn } from './language.js';
import { listed, readList } from './listing.js';
import { bodyAt } from './parties.js';
import { bodyView, countedOf, countsInWords, STANDING_COLUMNS, standingView } from './views.js';

@Controller(`${BASE}/bodies`)
export class BodiesController {
  constructor(
    @Inject(READER) private readonly reader: Reader,
    @Inject(ClockReader) private readonly clocks: ClockReader,
  ) {}

  /** By slug; with `q` by how well they answer it, in one page. */
  @Get()
  async all(@Query() raw: RawQuery, @OfCall() call: Call) {
    const query = readList(call, raw, [...CLOCKS, 'q']);
    const { q } = query;
    const clocks = await this.clocks.resolve(query);
    return listed(call, clocks, metaOf(clocks), query, {
      name: 'bodies',
      rows: (page): Promise<FoundBody[]> =>
        q === undefined
          ? listBodies(this.reader, clocks, page)
          : bodiesLike(this.reader, clocks, q, page.limit),
      keyOf: q === undefined ? ({ slug }) => slug : undefined,
      items: async (bodies, languages) => {
        const slugs = bodies.map(({ slug }) => slug);
        const counts = await countsOfBodies(this.reader, clocks, slugs);
        return bodies.map((body) => ({
          ...bodyView(body, languages),
          standings: countedOf(
            counts.filter((count) => count.body === body.slug),
            ({ states }) => states,
          ),
          ...(body.match && { match: body.match }),
        }));
      },
      columns: { ...BODY_COLUMNS, standings: ({ standings }) => countsInWords(standings) },
    });
  }

  @Get(':slug')
  async one(@Param('slug') slug: string, @Query() raw: RawQuery, @OfCall() call: Call) {
    const clocks = await this.clocks.resolve(readQuery(raw, CLOCKS));
    return answer(call, clocks, async (languages) => {
      const body = await bodyAt(this.reader, clocks, slug);
      return { ...bodyView(body, languages), meta: metaOf(clocks) };
    });
  }

  /** The states with a standing in it: of some standings, by name, in several orders. */
  @Get(':slug/members')
  async members(@Param('slug') slug: string, @Query() raw: RawQuery, @OfCall() call: Call) {
    const query = readList(call, raw, [...CLOCKS, 'standing', 'q', 'sort']);
    const { q, standing: standings, sort: order = 'code' } = query;
    const clocks = await this.clocks.resolve(query);
    const language = languageOfNames(languagesOf(call.request));
    let body: KnownBody;
    return listed(call, clocks, metaOf(clocks), query, {
      name: `members-of-${slug}`,
      rows: async (page) => {
        body = await bodyAt(this.reader, clocks, slug);
        const members = await everyMember(this.reader, slug, clocks);
        return chooseMembers(members, { q, standings, order, language, ...page });
      },
      keyOf: ({ row }) => row.state,
      items: async (members, languages) => {
        const cited = await citedBy(
          this.reader,
          clocks.position,
          members.map(({ row }) => row),
        );
        return members.map(({ row, state }) => ({
          state: { code: state.code, name: nameIn(state.names, languages) },
          ...standingView(row, body, cited),
          links: { self: `${BASE}/memberships/${slug}/${row.state}` },
        }));
      },
      columns: {
        state: ({ state }) => state.code,
        name: ({ state }) => state.name,
        ...STANDING_COLUMNS,
      },
    });
  }

  /** Its organs on a day with who sits on them, who sits on several, and the ceremonies that were announced. */
  @Get(':slug/organs')
  async organs(@Param('slug') slug: string, @Query() raw: RawQuery, @OfCall() call: Call) {
    const clocks = await this.clocks.resolve(readQuery(raw, CLOCKS));
    return answer(call, clocks, async () => {
      const body = await bodyAt(this.reader, clocks, slug);
      return {
        ...organsAndCeremonies(body, clocks),
        meta: metaOf(clocks),
        links: { self: call.request.url },
      };
    });
  }

  /** How many states had which standing from which day on, by their own words, as known at a position. */
  @Get(':slug/counts')
  async counts(@Param('slug') slug: string, @Query() raw: RawQuery, @OfCall() call: Call) {
    const clocks = await this.clocks.resolveKnown(readQuery(raw, KNOWN_CLOCK));
    return answer(call, clocks, async () => {
      await bodyAt(this.reader, clocks, slug);
      const items = await countsOverTime(this.reader, slug, clocks.position);
      return { items, meta: knownMetaOf(clocks), links: { self: call.request.url } };
    });
  }
}

type FoundBody = KnownBody & Partial<Match>;

const BODY_COLUMNS: Columns<ReturnType<typeof bodyView>> = {
  slug: ({ slug }) => slug,
  name: ({ name }) => name,
  nameEn: ({ names }) => names.en,
  nameAr: ({ names }) => names['ar'],
  kind: ({ kind }) => kind,
  binding: ({ rule }) => rule.binding,
  invitation: ({ rule }) => rule.invitation,
  termYears: ({ rule }) => rule.termYears,
  inForceOn: ({ inForceOn }) => inForceOn,
  dissolvedOn: ({ dissolvedOn }) => dissolvedOn,
  aliases: ({ aliases }) => aliases,
};

import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ClockReader, CLOCKS, KNOWN_CLOCK, type RawQuery, READER, readQuery } from '#application';
import {
  actsOfState,
  bodiesBySlug,
  citationsOfContacts,
  citedBy,
  contactsOfState,
  countsOfStates,
  type KnownState,
  linesOfState,
  listStates,
  listStatesByName,
  type Match,
  membershipsOfState,
  type Page,
  type Reader,
  sourcesById,
  sourcesCitedBy,
  statesLike,
} from '#read-models';
import { answer, BASE, knownMetaOf, languagesOf, metaOf, OfCall, type Call } from './answer.js';
import type { Columns } from './columns.js';
import { languageOfNames } from './language.js';
import { badSort, listed, readList } from './listing.js';
import { stateAt } from './parties.js';
import {
  actView,
  bodyOf,
  contactView,
  countedOf,
  countsInWords,
  intervalView,
  STANDING_COLUMNS,
  standingView,
  stateView,
} from './views.js';

@Controller(`${BASE}/states`)
export class StatesController {
  constructor(
    @Inject(READER) private readonly reader: Reader,
    @Inject(ClockReader) private readonly clocks: ClockReader,
  ) {}

  /** By code, or by name with `sort=name`; with `q` by how well they answer it, in one page. */
  @Get()
  async all(@Query() raw: RawQuery, @OfCall() call: Call) {
    const query = readList(call, raw, [
      ...CLOCKS,
      'q',
      ...(raw['q'] === undefined ? (['sort'] as const) : []),
    ]);
    const { q, sort = 'code' } = query;
    if (sort !== 'code' && sort !== 'name') throw badSort('code, name');
    const clocks = await this.clocks.resolve(query);
    const language = languageOfNames(languagesOf(call.request));
    const rows = (page: Page): Promise<FoundState[]> =>
      q !== undefined
        ? statesLike(this.reader, clocks, q, page.limit)
        : sort === 'name'
          ? listStatesByName(this.reader, clocks, language, page)
          : listStates(this.reader, clocks, page);
    return listed(call, clocks, metaOf(clocks), query, {
      name: 'states',
      rows,
      keyOf: q === undefined ? ({ code }) => code : undefined,
      items: async (states, languages) => {
        const codes = states.map(({ code }) => code);
        const counts = await countsOfStates(this.reader, clocks, codes);
        return states.map((state) => ({
          ...stateView(state, languages),
          standings: countedOf(
            counts.filter((count) => count.state === state.code),
            ({ bodies }) => bodies,
          ),
          ...(state.match && { match: state.match }),
        }));
      },
      columns: { ...STATE_COLUMNS, standings: ({ standings }) => countsInWords(standings) },
    });
  }

  @Get(':code')
  async one(@Param('code') code: string, @Query() raw: RawQuery, @OfCall() call: Call) {
    const clocks = await this.clocks.resolve(readQuery(raw, CLOCKS));
    return answer(call, clocks, async (languages) => {
      const state = await stateAt(this.reader, clocks, code);
      return { ...stateView(state, languages), meta: metaOf(clocks) };
    });
  }

  @Get(':code/memberships')
  async memberships(@Param('code') code: string, @Query() raw: RawQuery, @OfCall() call: Call) {
    const query = readList(call, raw, CLOCKS);
    const clocks = await this.clocks.resolve(query);
    return listed(call, clocks, metaOf(clocks), query, {
      name: `memberships-of-${code}`,
      rows: async (page) => {
        await stateAt(this.reader, clocks, code);
        return membershipsOfState(this.reader, code, clocks, page);
      },
      keyOf: ({ body }) => body,
      items: async (rows, languages) => {
        const slugs = rows.map(({ body }) => body);
        const bodies = await bodiesBySlug(this.reader, clocks, slugs);
        const cited = await citedBy(this.reader, clocks.position, rows);
        return rows.map((row) => ({
          body: bodyOf(bodies, row.body, languages),
          ...standingView(row, bodies.get(row.body), cited),
          links: { self: `${BASE}/memberships/${row.body}/${code}` },
        }));
      },
      columns: {
        body: ({ body }) => body.slug,
        name: ({ body }) => body.name,
        kind: ({ body }) => body.kind,
        ...STANDING_COLUMNS,
      },
    });
  }

  /** Its lines in every body, every act, and its contacts, as known at a position. */
  @Get(':code/timeline')
  async timeline(@Param('code') code: string, @Query() raw: RawQuery, @OfCall() call: Call) {
    const clocks = await this.clocks.resolveKnown(readQuery(raw, KNOWN_CLOCK));
    return answer(call, clocks, async (languages) => {
      const state = await stateAt(this.reader, clocks, code);
      const lines = await linesOfState(this.reader, code, clocks.position);
      const acts = await actsOfState(this.reader, clocks.position, code);
      const contacts = await contactsOfState(this.reader, clocks.position, code);
      const ofActs = await sourcesCitedBy(this.reader, clocks.position, acts);
      const ofContacts = await sourcesById(this.reader, clocks.position, citationsOfContacts(contacts));
      return {
        state: stateView(state, languages),
        intervals: lines.map((row) => ({ body: row.body, ...intervalView(row) })),
        acts: acts.map((act) => actView(act, ofActs)),
        contacts: contacts.map((contact) => contactView(contact, ofContacts)),
        meta: knownMetaOf(clocks),
        links: { self: call.request.url },
      };
    });
  }
}

type FoundState = KnownState & Partial<Match>;

const STATE_COLUMNS: Columns<ReturnType<typeof stateView>> = {
  code: ({ code }) => code,
  name: ({ name }) => name,
  nameEn: ({ names }) => names.en,
  nameAr: ({ names }) => names['ar'],
  alpha2: ({ alpha2 }) => alpha2,
  numeric: ({ numeric }) => numeric,
  from: ({ from }) => from,
  until: ({ until }) => until,
  aliases: ({ aliases }) => aliases,
};

import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import {
  ClockReader,
  CLOCKS,
  KNOWN_CLOCK,
  PAGE,
  type PageQuery,
  type RawQuery,
  READER,
  readQuery,
  type ResolvedClocks,
} from '#application';
import {
  actsOfState,
  bodiesBySlug,
  citationsOfContacts,
  citedBy,
  contactsOfState,
  type KnownState,
  linesOfState,
  listStates,
  lookUp,
  type MembershipRow,
  membershipsOfState,
  type Reader,
  sourcesById,
  sourcesCitedBy,
  statesByCode,
} from '#read-models';
import { answer, BASE, knownMetaOf, list, metaOf, OfCall, pageOf, type Call } from './answer.js';
import { stateAt } from './parties.js';
import { actView, bodyOf, contactView, intervalView, standingView, stateView } from './views.js';

@Controller(`${BASE}/states`)
export class StatesController {
  constructor(
    @Inject(READER) private readonly reader: Reader,
    @Inject(ClockReader) private readonly clocks: ClockReader,
  ) {}

  @Get()
  async all(@Query() raw: RawQuery, @OfCall() call: Call) {
    const query = readQuery(raw, [...CLOCKS, ...PAGE, 'q']);
    const clocks = await this.clocks.resolve(query);
    return answer(call, clocks, async (languages) => {
      if (query.q !== undefined) return this.found(query.q, query, clocks, call, languages);
      const rows = await listStates(this.reader, clocks, pageOf(query));
      const item = (state: KnownState) => stateView(state, languages);
      return list(call, metaOf(clocks), query, rows, { keyOf: ({ code }) => code, item });
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
    const query = readQuery(raw, [...CLOCKS, ...PAGE]);
    const clocks = await this.clocks.resolve(query);
    return answer(call, clocks, async (languages) => {
      await stateAt(this.reader, clocks, code);
      const rows = await membershipsOfState(this.reader, code, clocks, pageOf(query));
      const slugs = rows.map(({ body }) => body);
      const bodies = await bodiesBySlug(this.reader, clocks, slugs);
      const cited = await citedBy(this.reader, clocks.position, rows);
      const item = (row: MembershipRow) => ({
        body: bodyOf(bodies, row.body, languages),
        ...standingView(row, bodies.get(row.body), cited),
        links: { self: `${BASE}/memberships/${row.body}/${code}` },
      });
      return list(call, metaOf(clocks), query, rows, { keyOf: ({ body }) => body, item });
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

  /** States by name, best first; one page. */
  private async found(
    q: string,
    { limit }: PageQuery,
    clocks: ResolvedClocks,
    call: Call,
    languages: readonly string[],
  ) {
    const hits = await lookUp(this.reader, 'state', q, clocks.position, limit);
    const codes = hits.map(({ key }) => key);
    const states = await statesByCode(this.reader, clocks, codes);
    const items = hits.flatMap(({ key, name, score }) => {
      const state = states.get(key);
      return state ? [{ ...stateView(state, languages), match: { name, score } }] : [];
    });
    return { items, meta: metaOf(clocks), links: { self: call.request.url, next: null } };
  }
}

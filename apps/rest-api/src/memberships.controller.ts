import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ClockReader, CLOCKS, KNOWN_CLOCK, type RawQuery, READER, readQuery } from '#application';
import {
  actsOf,
  allMemberships,
  bodiesBySlug,
  citedBy,
  explainMembership,
  keyOfMembership,
  lineOf,
  type Reader,
  sourcesCitedBy,
  statesByCode,
} from '#read-models';
import { answer, BASE, knownMetaOf, metaOf, OfCall, type Call } from './answer.js';
import { listed, readList } from './listing.js';
import { bodyAt, stateAt } from './parties.js';
import {
  actView,
  bodyOf,
  intervalView,
  NO_STANDING,
  STANDING_COLUMNS,
  standingView,
  stateOf,
} from './views.js';

@Controller(`${BASE}/memberships`)
export class MembershipsController {
  constructor(
    @Inject(READER) private readonly reader: Reader,
    @Inject(ClockReader) private readonly clocks: ClockReader,
  ) {}

  /** The standing of every state in every body on a day; by body and state. */
  @Get()
  async all(@Query() raw: RawQuery, @OfCall() call: Call) {
    const query = readList(call, raw, [...CLOCKS, 'body', 'state', 'standing']);
    const { body, state, standing: standings } = query;
    const clocks = await this.clocks.resolve(query);
    return listed(call, clocks, metaOf(clocks), query, {
      name: 'memberships',
      rows: async (page) => {
        if (body !== undefined) await bodyAt(this.reader, clocks, body);
        if (state !== undefined) await stateAt(this.reader, clocks, state);
        return allMemberships(this.reader, clocks, { body, state, standings, ...page });
      },
      keyOf: keyOfMembership,
      items: async (rows, languages) => {
        const [bodies, states, cited] = await Promise.all([
          bodiesBySlug(this.reader, clocks, [...new Set(rows.map((row) => row.body))]),
          statesByCode(this.reader, clocks, [...new Set(rows.map((row) => row.state))]),
          citedBy(this.reader, clocks.position, rows),
        ]);
        return rows.map((row) => ({
          body: bodyOf(bodies, row.body, languages),
          state: stateOf(states, row.state, languages),
          ...standingView(row, bodies.get(row.body), cited),
          links: { self: `${BASE}/memberships/${row.body}/${row.state}` },
        }));
      },
      columns: {
        body: ({ body }) => body.slug,
        bodyName: ({ body }) => body.name,
        state: ({ state }) => state.code,
        stateName: ({ state }) => state.name,
        ...STANDING_COLUMNS,
      },
    });
  }

  /** The standing on a day, and the whole line in which it lies. */
  @Get(':slug/:code')
  async one(
    @Param('slug') slug: string,
    @Param('code') code: string,
    @Query() raw: RawQuery,
    @OfCall() call: Call,
  ) {
    const clocks = await this.clocks.resolve(readQuery(raw, CLOCKS));
    return answer(call, clocks, async (languages) => {
      const body = await bodyAt(this.reader, clocks, slug);
      const state = await stateAt(this.reader, clocks, code);
      const line = await lineOf(this.reader, slug, code, clocks.position);
      const today = line.find(({ from, to }) => from <= clocks.asOf && (to === null || to > clocks.asOf));
      const cited = await citedBy(this.reader, clocks.position, line);
      return {
        state: stateOf(new Map([[code, state]]), code, languages),
        body: bodyOf(new Map([[slug, body]]), slug, languages),
        ...(today ? standingView(today, body, cited) : NO_STANDING),
        line: line.map(intervalView),
        meta: metaOf(clocks),
        links: {
          self: call.request.url,
          history: `${BASE}/memberships/${slug}/${code}/history`,
          explain: `${BASE}/memberships/${slug}/${code}/explain`,
        },
      };
    });
  }

  /** Every act as it stands with all that was said of it, in the order of recording. */
  @Get(':slug/:code/history')
  async history(
    @Param('slug') slug: string,
    @Param('code') code: string,
    @Query() raw: RawQuery,
    @OfCall() call: Call,
  ) {
    const clocks = await this.clocks.resolveKnown(readQuery(raw, KNOWN_CLOCK));
    return answer(call, clocks, async () => {
      await bodyAt(this.reader, clocks, slug);
      await stateAt(this.reader, clocks, code);
      const acts = await actsOf(this.reader, clocks.position, slug, code);
      const sources = await sourcesCitedBy(this.reader, clocks.position, acts);
      return {
        items: acts.map((act) => actView(act, sources)),
        meta: knownMetaOf(clocks),
        links: { self: call.request.url, membership: `${BASE}/memberships/${slug}/${code}` },
      };
    });
  }

  /** Why the standing on a day is what it is: each act in the order of folding, what it led to, and why it counts or not. */
  @Get(':slug/:code/explain')
  async explain(
    @Param('slug') slug: string,
    @Param('code') code: string,
    @Query() raw: RawQuery,
    @OfCall() call: Call,
  ) {
    const clocks = await this.clocks.resolve(readQuery(raw, CLOCKS));
    return answer(call, clocks, async (languages) => {
      const body = await bodyAt(this.reader, clocks, slug);
      const state = await stateAt(this.reader, clocks, code);
      const explained = await explainMembership(this.reader, body, state, clocks);
      const cited = { acts: new Map(), sources: explained.sources };
      return {
        state: stateOf(new Map([[code, state]]), code, languages),
        body: bodyOf(new Map([[slug, body]]), slug, languages),
        standing: explained.interval?.own.standing ?? 'none',
        reported: explained.interval?.reported.standing ?? 'none',
        steps: explained.steps.map(({ act, ...step }) => ({ ...step, act: actView(act, cited.sources) })),
        meta: metaOf(clocks),
        links: { self: call.request.url },
      };
    });
  }
}

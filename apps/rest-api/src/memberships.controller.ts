import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ClockReader, CLOCKS, KNOWN_CLOCK, type RawQuery, READER, readQuery } from '#application';
import { actsOf, citedBy, explainMembership, lineOf, type Reader, sourcesCitedBy } from '#read-models';
import { answer, BASE, knownMetaOf, metaOf, OfCall, type Call } from './answer.js';
import { bodyAt, stateAt } from './parties.js';
import { actView, bodyOf, intervalView, NO_STANDING, standingView, stateOf } from './views.js';

@Controller(`${BASE}/memberships/:slug/:code`)
export class MembershipsController {
  constructor(
    @Inject(READER) private readonly reader: Reader,
    @Inject(ClockReader) private readonly clocks: ClockReader,
  ) {}

  /** The standing on a day, and the whole line in which it lies. */
  @Get()
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
  @Get('history')
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
  @Get('explain')
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
      const explained = await explainMembership(this.reader, body, code, clocks);
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

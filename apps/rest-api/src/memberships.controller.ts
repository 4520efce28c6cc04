import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { READER } from '#application';
import {
  actsOf,
  findBody,
  findState,
  lineOf,
  type BodyRow,
  type MembershipRow,
  type Reader,
  type StateRow,
} from '#read-models';
import { answer, BASE, metaOf, OfCall, type Call } from './answer.js';
import { citedBy, sourcesCitedBy } from './cited.js';
import { ClockReader, type ResolvedClocks } from './clocks.js';
import { Problem } from './problem.js';
import { CLOCKS, KNOWN_CLOCK, readQuery, type RawQuery } from './query.js';
import { actView, bodyOf, NO_STANDING, standingView, stateOf } from './views.js';

@Controller(`${BASE}/memberships/:slug/:code`)
export class MembershipsController {
  constructor(
    @Inject(READER) private readonly reader: Reader,
    @Inject(ClockReader) private readonly clocks: ClockReader,
  ) {}

  /** The standing on a day, and the whole line in which it lies. */
  @Get()
  async one(@Param('slug') slug: string, @Param('code') code: string, @Query() raw: RawQuery, @OfCall() call: Call) {
    const clocks = await this.clocks.resolve(readQuery(raw, CLOCKS));
    return answer(call, clocks, async (languages) => {
      const { state, body } = await this.parties(slug, code, clocks);
      const line = await lineOf(this.reader, slug, code, clocks.position);
      const today = line.find(({ from, to }) => from <= clocks.asOf && (to === null || to > clocks.asOf));
      const cited = await citedBy(this.reader, clocks.position, line);
      return {
        state: stateOf(new Map([[code, state]]), code, languages),
        body: bodyOf(new Map([[slug, body]]), slug, languages),
        ...(today ? standingView(today, body, cited) : NO_STANDING),
        line: line.map(intervalView),
        meta: metaOf(clocks),
        links: { self: call.request.url, history: `${BASE}/memberships/${slug}/${code}/history` },
      };
    });
  }

  /** Every act as recorded, those that were retracted among them, in the order of recording. */
  @Get('history')
  async history(@Param('slug') slug: string, @Param('code') code: string, @Query() raw: RawQuery, @OfCall() call: Call) {
    const clocks = await this.clocks.resolve(readQuery(raw, KNOWN_CLOCK));
    return answer(call, clocks, async () => {
      await this.parties(slug, code, clocks);
      const acts = await actsOf(this.reader, clocks.position, slug, code);
      const sources = await sourcesCitedBy(this.reader, clocks.position, acts);
      return {
        items: acts.map((act) => actView(act, { sources })),
        meta: metaOf(clocks),
        links: { self: call.request.url, membership: `${BASE}/memberships/${slug}/${code}` },
      };
    });
  }

  private async parties(
    slug: string,
    code: string,
    { position }: ResolvedClocks,
  ): Promise<{ state: StateRow; body: BodyRow }> {
    const body = await findBody(this.reader, position, slug);
    if (!body) throw new Problem('unknown-body', { body: slug, position });
    const state = await findState(this.reader, position, code);
    if (!state) throw new Problem('unknown-state', { state: code, position });
    return { state, body };
  }
}

const intervalView = (row: MembershipRow) => ({
  from: row.from,
  to: row.to,
  standing: row.standing,
  attestation: row.attestation,
  reported: row.reported,
  reportedAttestation: row.reportedAttestation,
  knownFrom: row.knownFrom,
});

import { Get, Inject, Param } from '@nestjs/common';
import { ClockReader, CLOCKS, READER, readQuery } from '#application';
import {
  actsOf,
  citedIn,
  dossiersOf,
  everyRowOf,
  explainActs,
  knownStepsOf,
  type Reader,
} from '#read-models';
import { OfPage, type PageContext } from '../page/context.js';
import { Pages } from '../page/pages.js';
import { Public } from '../security/access.js';
import { answer, OfCall, type Call } from './answer.js';
import { MembershipPage } from './membership.page.js';
import { bothAt, partiesOf } from './parties.js';

@Pages('memberships/:slug/:code')
export class MembershipPagesController {
  constructor(
    @Inject(READER) private readonly reader: Reader,
    @Inject(ClockReader) private readonly clocks: ClockReader,
  ) {}

  @Public()
  @Get()
  async membership(
    @Param('slug') slug: string,
    @Param('code') code: string,
    @OfPage() page: PageContext,
    @OfCall() call: Call,
  ) {
    const clocks = await this.clocks.resolve(readQuery(page.query, CLOCKS));
    return answer(page, call, clocks, async () => {
      const [{ body, state }, rows, steps, acts] = await Promise.all([
        bothAt(page, this.reader, clocks, slug, code),
        everyRowOf(this.reader, slug, code),
        knownStepsOf(this.reader, { body: slug, state: code }),
        actsOf(this.reader, clocks.position, slug, code),
      ]);
      const others = partiesOf(acts).filter((other) => other !== code);
      const cited = { states: others, sources: citedIn(acts) };
      const { states, sources } = await dossiersOf(this.reader, clocks, cited);
      states.set(code, state);
      const explained = explainActs(acts, sources, body, state, clocks);
      const known = { states, bodies: new Map([[slug, body]]) };
      return <MembershipPage {...{ page, clocks, known, body, state, rows, steps, explained }} />;
    });
  }
}

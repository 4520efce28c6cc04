import { Get, Inject, Param } from '@nestjs/common';
import { ClockReader, CLOCKS, READER, readQuery } from '#application';
import { everyRowOf, explainMembership, knownStepsOf, statesByCode, type Reader } from '#read-models';
import { OfPage, type PageContext } from '../page/context.js';
import { Pages } from '../page/pages.js';
import { Public } from '../security/access.js';
import { answer, OfCall, type Call } from './answer.js';
import { MembershipPage } from './membership.page.js';
import { bodyAt, partiesOf, stateAt } from './parties.js';

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
      const [body, state, rows, steps] = await Promise.all([
        bodyAt(page, this.reader, clocks, slug),
        stateAt(page, this.reader, clocks, code),
        everyRowOf(this.reader, slug, code),
        knownStepsOf(this.reader, { body: slug, state: code }),
      ]);
      const explained = await explainMembership(this.reader, body, state, clocks);
      const others = partiesOf(explained.steps.map(({ act }) => act)).filter((other) => other !== code);
      const states = await statesByCode(this.reader, clocks, others);
      states.set(code, state);
      const known = { states, bodies: new Map([[slug, body]]) };
      return <MembershipPage {...{ page, clocks, known, body, state, rows, steps, explained }} />;
    });
  }
}

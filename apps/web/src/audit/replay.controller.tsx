import { Body, Get, HttpStatus, Inject, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ClockReader, EVENT_STORE, READER, readQuery, Replays, type EventStore } from '#application';
import { listBodies, type Reader } from '#read-models';
import { OfPage, type PageContext } from '../page/context.js';
import { typed, type FieldFault, type Typed } from '../page/forms.js';
import { Pages } from '../page/pages.js';
import { SeeOther } from '../page/see-other.js';
import { Trouble } from '../page/trouble.js';
import { Requires } from '../security/access.js';
import { AUDIT_AT } from './audit-page.js';
import { readReplay } from './replay-form.js';
import { ReplayPage } from './replay.page.js';

@Pages('admin/audit/replay')
@Requires('auditor')
export class ReplayController {
  constructor(
    @Inject(READER) private readonly reader: Reader,
    @Inject(ClockReader) private readonly clocks: ClockReader,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(Replays) private readonly replays: Replays,
  ) {}

  @Get()
  form(@OfPage() page: PageContext) {
    readQuery(page.query, []);
    return this.page(page, {}, []);
  }

  @Post()
  async begin(
    @OfPage() page: PageContext,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { account } = page.signedIn ?? {};
    if (!account) throw new Trouble('not-allowed');
    const asked = typed(body);
    const { clocks, store, reader } = this;
    const read = await readReplay(page.language, asked, { clocks, store, reader });
    if ('faults' in read) {
      reply.status(HttpStatus.UNPROCESSABLE_ENTITY);
      return this.page(page, asked, read.faults);
    }
    const { job, begun } = await this.replays.begin(account.id, read.params);
    throw new SeeOther(`${AUDIT_AT}/jobs/${job.id}${begun ? '' : '?done=under-way'}`);
  }

  private async page(page: PageContext, asked: Typed, faults: readonly FieldFault[]) {
    const clocks = await this.clocks.resolve({});
    const bodies = await listBodies(this.reader, clocks, { limit: 1000 });
    return <ReplayPage page={page} head={clocks.position} bodies={bodies} typed={asked} faults={faults} />;
  }
}

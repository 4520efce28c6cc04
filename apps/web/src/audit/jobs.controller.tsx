import { Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  JobRunner,
  Jobs,
  READER,
  REPLAY,
  Replays,
  type RawQuery,
  type ReplayJob,
  type ReplayResult,
} from '#application';
import { bodiesBySlug, statesByCode, type Reader } from '#read-models';
import { OfPage, type PageContext } from '../page/context.js';
import { Pages } from '../page/pages.js';
import { SeeOther } from '../page/see-other.js';
import { Trouble } from '../page/trouble.js';
import { Requires } from '../security/access.js';
import { AUDIT_AT } from './audit-page.js';
import { JobPage, JobPart } from './job.page.js';
import type { Parties } from './job-result.js';
import { save, savedAs } from './saved.js';

@Pages('admin/audit/jobs')
@Requires('auditor')
export class JobsController {
  constructor(
    @Inject(READER) private readonly reader: Reader,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(JobRunner) private readonly runner: JobRunner,
    @Inject(Replays) private readonly replays: Replays,
  ) {}

  @Get(':id')
  async one(@OfPage() page: PageContext, @Param('id') id: string) {
    const job = await this.jobOf(page, id);
    const parties = await this.partiesOf(job);
    const Shown = page.partial ? JobPart : JobPage;
    return <Shown page={page} job={job} parties={parties} />;
  }

  @Post(':id/cancel')
  async cancel(@OfPage() page: PageContext, @Param('id') id: string) {
    const job = await this.jobOf(page, id);
    await this.runner.cancel(job.account, job.id);
    throw new SeeOther(`${AUDIT_AT}/jobs/${job.id}?done=ended`);
  }

  @Post(':id/again')
  async again(@OfPage() page: PageContext, @Param('id') id: string) {
    const { account, params } = await this.jobOf(page, id);
    const { job, begun } = await this.replays.begin(account, params);
    throw new SeeOther(`${AUDIT_AT}/jobs/${job.id}${begun ? '' : '?done=under-way'}`);
  }

  /** The rows that differ, as many as were kept, each as the log has it and as it is. */
  @Get(':id/differences')
  async differences(
    @OfPage() page: PageContext,
    @Param('id') id: string,
    @Query() _: RawQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { params, result } = await this.doneJob(page, id);
    return save(reply, savedAs(page) ?? 'json', {
      name: `replay-${String(params.position)}-differences`,
      rows: result.differences,
      columns: {
        body: ({ body }) => body,
        state: ({ state }) => state,
        replayed: ({ replayed }) => replayed && JSON.stringify(replayed),
        live: ({ live }) => live && JSON.stringify(live),
      },
      meta: { ...params, root: result.root, differing: result.differing },
    });
  }

  /** The register as it stood, as many memberships as were kept. */
  @Get(':id/register')
  async register(
    @OfPage() page: PageContext,
    @Param('id') id: string,
    @Query() _: RawQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { params, result } = await this.doneJob(page, id);
    return save(reply, savedAs(page) ?? 'json', {
      name: `replay-${String(params.position)}-register`,
      rows: result.standings,
      columns: {
        body: ({ body }) => body,
        state: ({ state }) => state,
        standing: ({ standing }) => standing,
        since: ({ since }) => since,
        reported: ({ reported }) => reported,
      },
      meta: { ...params, root: result.root, memberships: result.standing },
    });
  }

  private async jobOf({ signedIn }: PageContext, id: string): Promise<ReplayJob> {
    const job = signedIn && (await this.jobs.find(signedIn.account.id, id));
    if (job?.kind !== REPLAY) throw new Trouble('not-found');
    return job as ReplayJob;
  }

  private async doneJob(page: PageContext, id: string): Promise<ReplayJob & { result: ReplayResult }> {
    const job = await this.jobOf(page, id);
    if (!job.result) throw new Trouble('not-found');
    return { ...job, result: job.result };
  }

  private async partiesOf({ params, result }: ReplayJob): Promise<Parties> {
    const named = [...(result?.standings ?? []), ...(result?.differences ?? [])];
    const slugs = [...named.map(({ body }) => body), ...(params.body === null ? [] : [params.body])];
    const codes = named.map(({ state }) => state);
    return {
      bodies: await bodiesBySlug(this.reader, params, [...new Set(slugs)]),
      states: await statesByCode(this.reader, params, [...new Set(codes)]),
    };
  }
}

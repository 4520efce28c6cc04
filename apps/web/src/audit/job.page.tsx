// The page of a replay: what was asked, how far it is, and what came out.
import type { ReplayJob } from '#application';
import type { PageContext } from '../page/context.js';
import { FormKey } from '../page/forms.js';
import { day, instant } from '../words/days.js';
import { number } from '../words/language.js';
import { AUDIT_AT, AuditPage } from './audit-page.js';
import { JobProgress, saidBy, sentenceOf } from './job-progress.js';
import { JobResult, type Parties } from './job-result.js';
import { JOB } from './job-words.js';
import { BodyName } from './names.js';

interface JobProps {
  readonly page: PageContext;
  readonly job: ReplayJob;
  readonly parties: Parties;
}

const isUnderWay = ({ state }: ReplayJob): boolean => state === 'queued' || state === 'running';

export function JobPage({ page, job, parties }: JobProps) {
  const { language } = page;
  const say = JOB[language];
  const { position, knownAt, body, asOf } = job.params;
  const done = page.query['done'];
  const flash = done === 'under-way' ? say.underWay : done === 'ended' ? say.ended : undefined;
  return (
    <AuditPage
      page={page}
      title={say.title(number(language, position))}
      flash={flash}
      anewAfter={isUnderWay(job) ? 2 : undefined}
    >
      <p class="soft">
        {body === null ? null : (
          <>
            {say.ofBody} <BodyName page={page} slug={body} bodies={parties.bodies} /> ·{' '}
          </>
        )}
        {knownAt === null ? null : `${say.knownAt(instant(language, knownAt))} · `}
        {say.onDay(day(language, asOf))} · {say.asked(instant(language, job.createdAt))}
      </p>
      <p id="job-said" role="status">
        {sentenceOf(language, job)}
      </p>
      <JobPart page={page} job={job} parties={parties} />
    </AuditPage>
  );
}

/** What changes while the work goes on. */
export function JobPart({ page, job, parties }: JobProps) {
  const said = page.query['said'];
  return (
    <>
      {isUnderWay(job) ? (
        <JobProgress page={page} job={job} />
      ) : job.result ? (
        <JobResult page={page} job={job} result={job.result} parties={parties} />
      ) : (
        <Failed page={page} job={job} />
      )}
      {page.partial && said !== saidBy(job) ? (
        <span hx-swap-oob="innerHTML:#job-said">{sentenceOf(page.language, job)}</span>
      ) : null}
      {isUnderWay(job) ? null : <Again page={page} job={job} />}
    </>
  );
}

function Failed({ page, job }: Pick<JobProps, 'page' | 'job'>) {
  const isOurs = ['cancelled', 'interrupted', 'abandoned'].includes(job.error ?? '');
  return (
    <div id="job">
      {isOurs || job.error === null ? null : (
        <details>
          <summary>{JOB[page.language].reason}</summary>
          <p dir="auto">{job.error}</p>
        </details>
      )}
    </div>
  );
}

function Again({ page, job }: Pick<JobProps, 'page' | 'job'>) {
  return (
    <form method="post" action={`${AUDIT_AT}/jobs/${job.id}/again`} class="actions">
      <FormKey page={page} />
      <button>{JOB[page.language].again}</button>
    </form>
  );
}

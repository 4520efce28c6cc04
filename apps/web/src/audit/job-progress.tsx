// How far a replay is. With a script the part asks for itself anew each second, whatever became of the last answer, until
// the job has ended; without one the page does.
import type { Job } from '#application';
import { here, type PageContext } from '../page/context.js';
import { FormKey } from '../page/forms.js';
import { QUIET_ON_ERROR } from '../page/quiet-on-error.js';
import { number, type Language } from '../words/language.js';
import { AUDIT_AT } from './audit-page.js';
import { JOB, percentOf } from './job-words.js';

/** What is said aloud: a sentence that changes with each quarter, so that nobody is told of every event. */
export function sentenceOf(language: Language, job: Job): string {
  const say = JOB[language];
  switch (job.state) {
    case 'queued':
      return say.queued;
    case 'running':
      return [say.begun, say.quarter, say.half, say.threeQuarters][quarterOf(job)] ?? say.threeQuarters;
    case 'done':
      return (job.result as { differing: number }).differing === 0
        ? say.equal
        : say.differ((job.result as { differing: number }).differing);
    case 'failed':
      if (job.error === 'cancelled') return say.cancelled;
      return job.error === 'interrupted' || job.error === 'abandoned' ? say.interrupted : say.failed;
  }
}

const quarterOf = ({ done, total }: Job): number => Math.floor(percentOf(done, total) / 25);

const PERCENT = {
  en: new Intl.NumberFormat('en', { style: 'percent' }),
  ar: new Intl.NumberFormat('ar-u-nu-latn', { style: 'percent' }),
};
const percent = (language: Language, hundredths: number): string =>
  PERCENT[language].format(hundredths / 100);

/** What a browser said last of this job: the same again is not said aloud. */
export const saidBy = (job: Job): string => (job.state === 'running' ? String(quarterOf(job)) : job.state);

export function JobProgress({ page, job }: { readonly page: PageContext; readonly job: Job }) {
  const { language } = page;
  const say = JOB[language];
  const total = job.total ?? undefined;
  return (
    <div
      id="job"
      class="card"
      hx-get={here(page, { said: saidBy(job), done: undefined })}
      hx-trigger="every 1s"
      hx-swap="outerHTML"
      {...QUIET_ON_ERROR}
    >
      <p>
        <progress
          aria-label={say.label}
          max={total ?? 1}
          {...(total === undefined ? {} : { value: job.done })}
        />{' '}
        <span class="number">{percent(language, percentOf(job.done, job.total))}</span>
      </p>
      {total === undefined ? null : (
        <p class="soft">{say.progress(number(language, job.done), number(language, total))}</p>
      )}
      <p class="soft">{say.leave}</p>
      <div class="actions">
        <form method="post" action={`${AUDIT_AT}/jobs/${job.id}/cancel`}>
          <FormKey page={page} />
          <button class="dangerous">{say.cancel}</button>
        </form>
        <a href={page.path}>{say.reload}</a>
      </div>
    </div>
  );
}

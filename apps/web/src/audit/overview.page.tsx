// What an auditor can do here, and how the register stands: its log, and how far the tables are behind it.
import type { Job, ReplayJob } from '#application';
import type { KnownBody, KnownState, Progress } from '#read-models';
import { isolate } from '../drawing/figure.js';
import type { PageContext } from '../page/context.js';
import { SelectField, TextField } from '../page/forms.js';
import { nameIn } from '../page/parts.js';
import { Table } from '../page/table.js';
import { instant } from '../words/days.js';
import { number, words } from '../words/language.js';
import { AUDIT_AT, AuditPage } from './audit-page.js';
import { AUDIT } from './audit-words.js';
import { sentenceOf } from './job-progress.js';
import { BodyName, byName } from './names.js';

const WORDS = words({
  en: {
    about: 'Here you read and prove; nothing that you do here changes the register.',
    replay: 'Replay the log and compare it with the live tables',
    replayAbout: 'Up to any position or instant, of all bodies or one.',
    differences: 'See what differs between two days or two states of knowledge',
    differencesAbout: 'Which memberships changed, what they were before and after, and why.',
    look: 'Look into one membership',
    history: 'Its history',
    why: 'Why its standing is what it is',
    event: 'Find an event',
    eventHint: 'Its position, or its id.',
    find: 'Find',
    log: 'The log',
    logAt: (position: string) => `It ends at position ${position}`,
    logEmpty: 'Nothing is recorded yet.',
    projections: 'The tables that are made from the log',
    name: 'Table',
    version: 'Version',
    lag: 'Behind by',
    state: 'State',
    runs: 'up to date',
    behind: 'catching up',
    stopped: (position: string) => `stopped at position ${position}`,
    replays: 'Your last replays',
    noReplays: 'You have not replayed anything yet.',
    upTo: 'Up to position',
    outcome: 'Outcome',
  },
  ar: {
    about: 'هنا تقرأ وتتثبّت؛ لا شيء مما تفعله هنا يغيّر السجل.',
    replay: 'إعادة احتساب السجل ومقارنته بالجداول الحية',
    replayAbout: 'حتى أي موضع أو لحظة، لكل الهيئات أو لهيئة واحدة.',
    differences: 'ما الذي يختلف بين يومين أو بين حالين من المعرفة',
    differencesAbout: 'أي العضويات تغيّرت، وكيف كانت قبل ذلك وبعده، ولماذا.',
    look: 'النظر في عضوية واحدة',
    history: 'تاريخها',
    why: 'لماذا صفتها ما هي عليه',
    event: 'البحث عن حدث',
    eventHint: 'موضعه أو معرّفه.',
    find: 'بحث',
    log: 'السجل',
    logAt: (position: string) => `ينتهي عند الموضع ${position}`,
    logEmpty: 'لم يُسجَّل شيء بعد.',
    projections: 'الجداول المستخلصة من السجل',
    name: 'الجدول',
    version: 'الإصدار',
    lag: 'متأخر بمقدار',
    state: 'الحالة',
    runs: 'مواكب',
    behind: 'يلحق',
    stopped: (position: string) => `توقف عند الموضع ${position}`,
    replays: 'آخر ما أعدت احتسابه',
    noReplays: 'لم تُعد احتساب شيء بعد.',
    upTo: 'حتى الموضع',
    outcome: 'النتيجة',
  },
});

interface OverviewProps {
  readonly page: PageContext;
  readonly head: { readonly position: number; readonly recordedAt: string | null };
  readonly progress: readonly Progress[];
  readonly replays: readonly Job[];
  readonly bodies: readonly KnownBody[];
  readonly states: readonly KnownState[];
}

export function OverviewPage({ page, head, progress, replays, bodies, states }: OverviewProps) {
  const { language } = page;
  const say = WORDS[language];
  return (
    <AuditPage page={page} title={AUDIT[language].audit}>
      <p>{say.about}</p>
      <div class="columns">
        <section class="card">
          <h2>
            <a href={`${AUDIT_AT}/replay`}>{say.replay}</a>
          </h2>
          <p>{say.replayAbout}</p>
        </section>
        <section class="card">
          <h2>
            <a href={`${AUDIT_AT}/differences`}>{say.differences}</a>
          </h2>
          <p>{say.differencesAbout}</p>
        </section>
        <Look page={page} bodies={bodies} states={states} />
        <FindEvent page={page} />
      </div>
      <h2>{say.log}</h2>
      <p>
        {head.recordedAt === null
          ? say.logEmpty
          : `${say.logAt(number(language, head.position))} · ${instant(language, head.recordedAt)}`}
      </p>
      <Projections page={page} head={head.position} progress={progress} />
      <h2>{say.replays}</h2>
      {replays.length === 0 ? (
        <p>{say.noReplays}</p>
      ) : (
        <ReplayList page={page} replays={replays} bodies={bodies} />
      )}
    </AuditPage>
  );
}

function Look({ page, bodies, states }: Pick<OverviewProps, 'page' | 'bodies' | 'states'>) {
  const { language } = page;
  const say = WORDS[language];
  return (
    <section class="card">
      <h2>{say.look}</h2>
      <form method="get" action={`${AUDIT_AT}/memberships`}>
        <SelectField
          name="body"
          label={AUDIT[language].body}
          options={byName(
            language,
            bodies.map(({ slug, names }) => ({ value: slug, label: isolate(nameIn(names, language)) })),
          )}
        />
        <SelectField
          name="state"
          label={AUDIT[language].state}
          options={byName(
            language,
            states.map(({ code, names }) => ({ value: code, label: isolate(nameIn(names, language)) })),
          )}
        />
        <p class="actions">
          <button name="show" value="history">
            {say.history}
          </button>
          <button name="show" value="why">
            {say.why}
          </button>
        </p>
      </form>
    </section>
  );
}

function FindEvent({ page }: { readonly page: PageContext }) {
  const say = WORDS[page.language];
  return (
    <section class="card">
      <h2>{say.event}</h2>
      <form method="get" action={`${AUDIT_AT}/events`}>
        <TextField
          name="id"
          label={AUDIT[page.language].event}
          hint={say.eventHint}
          maxLength={60}
          dir="ltr"
          required
        />
        <p class="actions">
          <button>{say.find}</button>
        </p>
      </form>
    </section>
  );
}

interface ProjectionsProps {
  readonly page: PageContext;
  readonly head: number;
  readonly progress: readonly Progress[];
}

function Projections({ page: { language }, head, progress }: ProjectionsProps) {
  const say = WORDS[language];
  return (
    <Table
      id="projections"
      caption={say.projections}
      heads={[say.name, say.version, AUDIT[language].position, say.lag, say.state]}
    >
      {progress.map(({ name, version, position, failure }) => (
        <tr key={name}>
          <th scope="row">
            <code>{name}</code>
          </th>
          <td>{number(language, version)}</td>
          <td>{number(language, position)}</td>
          <td>{number(language, Math.max(0, head - position))}</td>
          <td>
            {failure ? (
              <>
                <span class="mark bad">{say.stopped(number(language, failure.position))}</span>{' '}
                <a href={`${AUDIT_AT}/events/${failure.eventId}`}>{AUDIT[language].event}</a>{' '}
                <bdi dir="auto">{failure.message}</bdi>
              </>
            ) : position >= head ? (
              say.runs
            ) : (
              say.behind
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function ReplayList({ page, replays, bodies }: Pick<OverviewProps, 'page' | 'replays' | 'bodies'>) {
  const { language } = page;
  const say = WORDS[language];
  const known = new Map(bodies.map((body) => [body.slug, body]));
  return (
    <Table
      id="replays"
      caption={say.replays}
      quiet
      heads={[AUDIT[language].recordedAt, say.upTo, AUDIT[language].body, say.outcome]}
    >
      {(replays as readonly ReplayJob[]).map((job) => (
        <tr key={job.id}>
          <th scope="row">
            <a href={`${AUDIT_AT}/jobs/${job.id}`}>{instant(language, job.createdAt)}</a>
          </th>
          <td>{number(language, job.params.position)}</td>
          <td>
            {job.params.body === null ? (
              AUDIT[language].allBodies
            ) : (
              <BodyName page={page} slug={job.params.body} bodies={known} />
            )}
          </td>
          <td>{sentenceOf(language, job)}</td>
        </tr>
      ))}
    </Table>
  );
}

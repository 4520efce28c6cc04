// What a replay has found: whether the live tables agree, and the register as it stood.
import type { ReplayJob, ReplayParams, ReplayResult } from '#application';
import type { KnownBody, KnownState } from '#read-models';
import { onSameClocks, type PageContext } from '../page/context.js';
import { nameIn, StandingWord } from '../page/parts.js';
import { Table } from '../page/table.js';
import { day } from '../words/days.js';
import { number } from '../words/language.js';
import { AUDIT_AT, Saves } from './audit-page.js';
import { AUDIT } from './audit-words.js';
import { DifferingRows } from './differing-rows.js';
import { JOB } from './job-words.js';
import { BodyName, byName, StateName } from './names.js';

/** How the parties of an answer are called. */
export interface Parties {
  readonly bodies: ReadonlyMap<string, KnownBody>;
  readonly states: ReadonlyMap<string, KnownState>;
}

interface ResultProps {
  readonly page: PageContext;
  readonly job: ReplayJob;
  readonly result: ReplayResult;
  readonly parties: Parties;
}

export function JobResult({ page, job, result, parties }: ResultProps) {
  const { language } = page;
  const say = JOB[language];
  const { differing, rows, lines, root } = result;
  return (
    <div id="job">
      {differing === 0 ? (
        <p class="flash">
          {say.equalRows(rows)} {say.lines(lines)}.
        </p>
      ) : (
        <p class="warning">{say.differAdvice}</p>
      )}
      <dl>
        <dt>{say.root}</dt>
        <dd>
          <code dir="ltr">{root}</code> <span class="soft">{say.rootHint}</span>
        </dd>
      </dl>
      {differing === 0 ? null : (
        <section>
          <h2>{say.differences}</h2>
          {result.differences.length < differing ? (
            <p>{say.firstOnly(number(language, result.differences.length))}</p>
          ) : null}
          <DifferingRows page={page} differences={result.differences} parties={parties} />
          <Saves page={page} at={`${AUDIT_AT}/jobs/${job.id}/differences`} />
        </section>
      )}
      {job.params.body === null ? (
        <Counts page={page} params={job.params} result={result} parties={parties} />
      ) : (
        <Standings page={page} params={job.params} result={result} parties={parties} />
      )}
      {result.standing === 0 ? null : <Saves page={page} at={`${AUDIT_AT}/jobs/${job.id}/register`} />}
    </div>
  );
}

interface RegisterProps {
  readonly page: PageContext;
  readonly params: ReplayParams;
  readonly result: ReplayResult;
  readonly parties: Parties;
}

/** The page of something on the clocks of the replay. */
const then = (page: PageContext, { asOf, position }: ReplayParams, path: string): string =>
  onSameClocks({ ...page, query: { asOf, atPosition: String(position) } }, path);

function Counts({ page, params, result, parties }: RegisterProps) {
  const { language } = page;
  const say = JOB[language];
  const bodies = [...new Set(result.counts.map(({ body }) => body))];
  return (
    <section>
      <h2>{say.counts}</h2>
      <p class="soft">{say.onDay(day(language, params.asOf))}</p>
      {bodies.length === 0 ? (
        <p>{say.emptyRegister}</p>
      ) : (
        <Table id="counts" caption={say.states} heads={[AUDIT[language].body, AUDIT[language].standing]}>
          {bodies.map((body) => (
            <tr key={body}>
              <th scope="row">
                <BodyName
                  page={page}
                  slug={body}
                  bodies={parties.bodies}
                  at={then(page, params, `/bodies/${body}`)}
                />
              </th>
              <td>
                {result.counts
                  .filter((count) => count.body === body)
                  .map(({ standing, states }) => (
                    <span key={standing} class="count">
                      <StandingWord
                        language={language}
                        standing={standing}
                        kind={parties.bodies.get(body)?.kind}
                      />{' '}
                      {number(language, states)}{' '}
                    </span>
                  ))}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}

function Standings({ page, params, result, parties }: RegisterProps) {
  const { language } = page;
  const say = AUDIT[language];
  const kind = parties.bodies.get(params.body ?? '')?.kind;
  const named = result.standings.map((one) => ({
    ...one,
    label: nameIn(parties.states.get(one.state)?.names ?? { en: one.state }, language),
  }));
  return (
    <section>
      <h2>{JOB[language].register}</h2>
      <p class="soft">{JOB[language].onDay(day(language, params.asOf))}</p>
      {result.standings.length === 0 ? (
        <p>{JOB[language].emptyRegister}</p>
      ) : (
        <Table
          id="standings"
          caption={<BodyName page={page} slug={params.body ?? ''} bodies={parties.bodies} />}
          heads={[say.state, say.standing, say.since, say.reported]}
        >
          {byName(language, named).map(({ body, state, standing, since, reported }) => (
            <tr key={state}>
              <th scope="row">
                <StateName
                  page={page}
                  code={state}
                  states={parties.states}
                  at={then(page, params, `/memberships/${body}/${state}`)}
                />
              </th>
              <td>
                <StandingWord language={language} standing={standing} kind={kind} />
              </td>
              <td>{since === null ? '' : day(language, since)}</td>
              <td>
                <StandingWord language={language} standing={reported} kind={kind} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}

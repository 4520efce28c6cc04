import type { Difference, HistoryRow } from '#read-models';
import type { PageContext } from '../page/context.js';
import { StandingWord } from '../page/parts.js';
import { day } from '../words/days.js';
import { number } from '../words/language.js';
import { AUDIT_AT } from './audit-page.js';
import { AUDIT } from './audit-words.js';
import type { Parties } from './job-result.js';
import { JOB } from './job-words.js';
import { BodyName, StateName } from './names.js';

interface DifferingRowsProps {
  readonly page: PageContext;
  readonly differences: readonly Difference[];
  readonly parties: Parties;
}

/** Each row that differs, as the log has it and as it is. */
export function DifferingRows({ page, differences, parties }: DifferingRowsProps) {
  const { language } = page;
  const say = JOB[language];
  return (
    <div class="scroll">
      <table>
        <caption>{say.differences}</caption>
        <thead>
          <tr>
            <th scope="col">{AUDIT[language].membership}</th>
            <th scope="col">{say.replayed}</th>
            <th scope="col">{say.live}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ body, state, replayed, live }, at) => (
            <tr key={at}>
              <th scope="row">
                <StateName
                  page={page}
                  code={state}
                  states={parties.states}
                  at={`${AUDIT_AT}/memberships/${body}/${state}/history`}
                />
                <br />
                <BodyName page={page} slug={body} bodies={parties.bodies} />
              </th>
              <td>
                <Row page={page} row={replayed} />
              </td>
              <td>
                <Row page={page} row={live} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ page: { language }, row }: { readonly page: PageContext; readonly row: HistoryRow | null }) {
  const say = JOB[language];
  if (row === null) return <span class="soft">{say.missing}</span>;
  const { from, to, knownFrom, knownTo, own, reported } = row;
  return (
    <>
      <p>
        <StandingWord language={language} standing={own.standing} />{' '}
        {reported.standing === own.standing ? null : (
          <>
            · {AUDIT[language].reported}: <StandingWord language={language} standing={reported.standing} />
          </>
        )}
      </p>
      <p class="soft">
        {say.valid}: {day(language, from)} – {to === null ? say.openEnd : day(language, to)}
        <br />
        {say.known}: {number(language, knownFrom)} –{' '}
        {knownTo === null ? say.openEnd : number(language, knownTo)}
      </p>
      <details>
        <summary>{AUDIT[language].raw}</summary>
        <pre dir="ltr">{JSON.stringify(row, null, 2)}</pre>
      </details>
    </>
  );
}

import { isDeepStrictEqual } from 'node:util';
import type { Difference, HistoryRow } from '#read-models';
import type { BodyKind } from '#register';
import type { PageContext } from '../page/context.js';
import { StandingWord } from '../page/parts.js';
import { Table } from '../page/table.js';
import { day } from '../words/days.js';
import { number } from '../words/language.js';
import { AUDIT_AT } from './audit-page.js';
import { AUDIT } from './audit-words.js';
import { Raw } from './event-list.js';
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
    <Table
      id="differing"
      caption={say.differences}
      quiet
      heads={[AUDIT[language].membership, say.replayed, say.live, say.differsIn]}
    >
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
            <Row page={page} row={replayed} kind={parties.bodies.get(body)?.kind} />
          </td>
          <td>
            <Row page={page} row={live} kind={parties.bodies.get(body)?.kind} />
          </td>
          <td>
            {fieldsOf(replayed, live).map((field) => (
              <p key={field}>
                <code>{field}</code>
              </p>
            ))}
          </td>
        </tr>
      ))}
    </Table>
  );
}

interface RowProps {
  readonly page: PageContext;
  readonly row: HistoryRow | null;
  readonly kind: BodyKind | undefined;
}

function Row({ page, row, kind }: RowProps) {
  const { language } = page;
  const say = JOB[language];
  if (row === null) return <span class="soft">{say.missing}</span>;
  const { from, to, knownFrom, knownTo, own, reported } = row;
  return (
    <>
      <p>
        <StandingWord language={language} standing={own.standing} kind={kind} />{' '}
        {reported.standing === own.standing ? null : (
          <>
            · {AUDIT[language].reported}:{' '}
            <StandingWord language={language} standing={reported.standing} kind={kind} />
          </>
        )}
      </p>
      <p class="soft">
        {say.valid}: {day(language, from)} – {to === null ? say.openEnd : day(language, to)}
        <br />
        {say.known}: {number(language, knownFrom)} –{' '}
        {knownTo === null ? say.openEnd : number(language, knownTo)}
      </p>
      <Raw page={page} value={row} />
    </>
  );
}

/** What of a row differs, by its names in what is stored: `own.standing`; nothing where one of the two is not there. */
function fieldsOf(replayed: object | null, live: object | null, within = ''): string[] {
  if (!replayed || !live) return [];
  const [by, as] = [replayed, live] as Record<string, unknown>[];
  return Object.keys(replayed).flatMap((name) => {
    const [one, other] = [by?.[name], as?.[name]];
    if (isDeepStrictEqual(one, other)) return [];
    return isPlain(one) && isPlain(other) ? fieldsOf(one, other, `${within}${name}.`) : [`${within}${name}`];
  });
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// A line as a table: from when to when a state was held to be what.
import type { KnownBody, MembershipRow } from '#read-models';
import { here, type PageContext } from '../page/context.js';
import { Marks, StandingWord } from '../page/parts.js';
import { day } from '../words/days.js';
import { number, words } from '../words/language.js';
import { Table } from './table.js';

const WORDS = words({
  en: {
    caption: 'The line, as known on this clock: each interval of days with its standing',
    from: 'From',
    to: 'Up to before',
    open: 'no end in sight',
    own: 'By those concerned',
    reported: 'By every word',
    known: 'Known since position',
  },
  ar: {
    caption: 'خط العضوية كما هو معروف في هذا الزمن: كل فترة وصفتها',
    from: 'من',
    to: 'حتى ما قبل',
    open: 'لا نهاية في الأفق',
    own: 'بحسب أصحاب الشأن',
    reported: 'بحسب كل قول',
    known: 'معروف منذ الموضع',
  },
});

interface LineTableProps {
  readonly page: PageContext;
  readonly body: KnownBody;
  readonly line: readonly MembershipRow[];
}

export function LineTable({ page, body, line }: LineTableProps) {
  const { language } = page;
  const say = WORDS[language];
  return (
    <Table id="line" caption={say.caption} quiet heads={[say.from, say.to, say.own, say.reported, say.known]}>
      {line.map(({ from, to, own, reported, knownFrom }) => (
        <tr key={from}>
          <th scope="row" class="when">
            <a href={here(page, { asOf: from })}>{day(language, from)}</a>
          </th>
          <td class="when">{to === null ? say.open : day(language, to)}</td>
          <td>
            <StandingWord language={language} standing={own.standing} kind={body.kind} />{' '}
            {own.standing === 'none' ? null : <Marks language={language} {...own} />}
          </td>
          <td>
            <StandingWord language={language} standing={reported.standing} kind={body.kind} />{' '}
            {reported.standing === 'none' ? null : <Marks language={language} {...reported} />}
          </td>
          <td class="number">
            <a href={here(page, { atPosition: String(knownFrom), knownAt: undefined })}>
              {number(language, knownFrom)}
            </a>
          </td>
        </tr>
      ))}
    </Table>
  );
}

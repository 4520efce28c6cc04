// How many states have which standing, from each day on which a number changes.
import type { Count, KnownBody } from '#read-models';
import { STANDINGS } from '#register';
import { here, type PageContext } from '../page/context.js';
import { StandingWord } from '../page/parts.js';
import { day } from '../words/days.js';
import { number, words } from '../words/language.js';
import { Table } from './table.js';

const WORDS = words({
  en: {
    caption: 'How many states have which standing, from each day on which a number changes',
    from: 'From',
  },
  ar: { caption: 'عدد الدول بحسب كل صفة، من كل يوم يتغير فيه عدد', from: 'من' },
});

interface CountsProps {
  readonly page: PageContext;
  readonly body: KnownBody;
  readonly counts: readonly Count[];
}

export function CountsTable({ page, body, counts }: CountsProps) {
  const { language } = page;
  const say = WORDS[language];
  const standings = STANDINGS.filter((standing) => counts.some((count) => count.standing === standing));
  const days = [...new Set(counts.map(({ from }) => from))].sort().reverse();
  return (
    <Table
      id="counts"
      caption={say.caption}
      quiet
      heads={[
        say.from,
        ...standings.map((standing) => (
          <StandingWord language={language} standing={standing} kind={body.kind} />
        )),
      ]}
    >
      {days.map((from) => (
        <tr key={from}>
          <th scope="row" class="when">
            <a href={here(page, { asOf: from })}>{day(language, from)}</a>
          </th>
          {standings.map((standing) => {
            const last = counts.findLast((count) => count.standing === standing && count.from <= from);
            return (
              <td key={standing} class="number">
                {number(language, last?.states ?? 0)}
              </td>
            );
          })}
        </tr>
      ))}
    </Table>
  );
}

import type { ResolvedClocks } from '#application';
import type { countsOfStates, KnownState } from '#read-models';
import { isolate } from '../drawing/figure.js';
import { onSameClocks, type PageContext } from '../page/context.js';
import { nameIn, StandingWord } from '../page/parts.js';
import { day } from '../words/days.js';
import { number, words } from '../words/language.js';
import { Finder, Nothing } from './finder.js';
import { ReadingPage } from './reading-page.js';
import { Pager, Table } from '../page/table.js';

const WORDS = words({
  en: {
    title: 'States',
    about:
      'States that there are and states that there were, and other entities that take part as states do. Find one by its name in any script, by an older name, or by its code.',
    find: 'Name or code',
    caption: 'States by name, with their standings in all bodies',
    state: 'State',
    code: 'Code',
    existed: 'Existed',
    standings: 'Standings',
    none: 'none recorded',
    from: (day: string) => `from ${day}`,
    until: (day: string) => `until ${day}`,
    notFound: (q: string) => `No state is known by a name like “${isolate(q)}” on these clocks.`,
    tryOther: 'Try fewer letters, another spelling, or look through the whole list.',
    empty: 'No state is registered on these clocks. The register of states comes before the first act.',
    all: 'All states',
  },
  ar: {
    title: 'الدول',
    about:
      'الدول القائمة والدول التي كانت، وغيرها من الكيانات التي تشارك كما تشارك الدول. ابحث عنها باسمها بأي كتابة، أو باسم سابق، أو برمزها.',
    find: 'الاسم أو الرمز',
    caption: 'الدول بحسب الاسم، مع صفاتها في جميع الهيئات',
    state: 'الدولة',
    code: 'الرمز',
    existed: 'الوجود',
    standings: 'الصفات',
    none: 'لا شيء مسجَّل',
    from: (day: string) => `من ${day}`,
    until: (day: string) => `حتى ${day}`,
    notFound: (q: string) => `لا تُعرف دولة باسم يشبه «${isolate(q)}» في هذا الزمن.`,
    tryOther: 'جرّب حروفاً أقل أو كتابة أخرى، أو تصفّح القائمة كلها.',
    empty: 'لا توجد دولة مسجَّلة في هذا الزمن. يسبق سجلُّ الدول أولَ عمل.',
    all: 'جميع الدول',
  },
});

interface StatesPageProps {
  readonly page: PageContext;
  readonly clocks: ResolvedClocks;
  readonly states: readonly KnownState[];
  readonly counts: Awaited<ReturnType<typeof countsOfStates>>;
  readonly q: string | undefined;
  readonly next: string | undefined;
}

/** The register of states; searched, the best first. */
export function StatesPage({ page, clocks, states, counts, q, next }: StatesPageProps) {
  const say = WORDS[page.language];
  return (
    <ReadingPage
      page={page}
      clocks={clocks}
      title={say.title}
      twin={q === undefined ? '/api/v1/states?sort=name' : '/api/v1/states'}
      files
    >
      <p>{say.about}</p>
      <Finder page={page} label={say.find} />
      {states.length === 0 ? (
        <Nothing page={page} say={say} />
      ) : (
        <Table
          id="states"
          caption={say.caption}
          quiet
          heads={[say.state, say.code, say.existed, say.standings]}
        >
          {states.map(({ code, names, facts }) => (
            <tr key={code}>
              <th scope="row">
                <a href={onSameClocks(page, `/states/${code}`)}>
                  <bdi>{nameIn(names, page.language)}</bdi>
                </a>
              </th>
              <td>
                <code>{code}</code>
              </td>
              <td>
                {facts.from === undefined ? null : say.from(day(page.language, facts.from))}{' '}
                {facts.until === undefined ? null : say.until(day(page.language, facts.until))}
              </td>
              <td>
                <Counts page={page} counts={counts.filter(({ state }) => state === code)} />
              </td>
            </tr>
          ))}
        </Table>
      )}
      <Pager page={page} next={next} />
    </ReadingPage>
  );
}

function Counts({ page: { language }, counts }: Pick<StatesPageProps, 'page' | 'counts'>) {
  if (counts.length === 0) return <span class="soft">{WORDS[language].none}</span>;
  return (
    <ul class="row">
      {counts.map(({ standing, bodies }) => (
        <li key={standing}>
          <StandingWord language={language} standing={standing} /> {number(language, bodies)}
        </li>
      ))}
    </ul>
  );
}

import type { ResolvedClocks } from '#application';
import type { KnownAct, KnownSource } from '#read-models';
import { ACT_TYPES } from '#register';
import { ActName, SourceName } from '../page/acts.js';
import { onSameClocks } from '../page/context.js';
import { edtf, instant } from '../words/days.js';
import { words } from '../words/language.js';
import { ACT } from '../words/vocabulary.js';
import { ActMarks } from './act.js';
import { Choice, Finder } from './finder.js';
import { BodyLink, StateLink } from './names.js';
import { ReadingPage, type Reads } from './reading-page.js';
import { Pager, Table } from '../page/table.js';

const WORDS = words({
  en: {
    title: 'Log',
    about: 'Every act as it was recorded, the last one first, with what has been said of it since.',
    events: 'All that was recorded, event by event',
    caption: 'Acts, the last recorded first',
    type: 'Act',
    any: 'any',
    body: 'Body (short name)',
    state: 'State (code)',
    recorded: 'Recorded',
    day: 'Day of the act',
    act: 'Act',
    word: 'By whose word',
    source: 'Sources',
    more: (count: number) => `and ${String(count)} more`,
    empty: 'No act is recorded on this clock that answers this. Show all, or look at a later position.',
  },
  ar: {
    title: 'السجل',
    about: 'كل عمل كما سُجِّل، الأخير أولاً، مع ما قيل فيه منذ ذلك الحين.',
    events: 'كل ما سُجِّل، حدثاً حدثاً',
    caption: 'الأعمال، الأخير تسجيلاً أولاً',
    type: 'العمل',
    any: 'أي عمل',
    body: 'الهيئة (الاسم المختصر)',
    state: 'الدولة (الرمز)',
    recorded: 'سُجِّل في',
    day: 'يوم العمل',
    act: 'العمل',
    word: 'على قول مَن',
    source: 'المصادر',
    more: (count: number) => `وغيرها (${String(count)})`,
    empty: 'لا عمل مسجَّل في هذا الزمن يطابق ذلك. اعرض الكل، أو انظر موضعاً لاحقاً.',
  },
});

interface LogPageProps extends Reads {
  readonly clocks: ResolvedClocks;
  readonly acts: readonly KnownAct[];
  readonly sources: ReadonlyMap<string, KnownSource>;
  readonly next: string | undefined;
}

export function LogPage({ page, known, clocks, acts, sources, next }: LogPageProps) {
  const { language } = page;
  const say = WORDS[language];
  const types = ACT_TYPES.map((value) => ({ value, label: ACT[language][value] }));
  return (
    <ReadingPage {...{ page, clocks }} title={say.title} twin="/api/v1/acts" files ownParameters={['asOf']}>
      <p>
        {say.about} <a href="/log/events">{say.events}</a>
      </p>
      <Finder page={page} fields={['type', 'body', 'state']}>
        <Choice
          page={page}
          name="type"
          label={say.type}
          options={[{ value: '', label: say.any }, ...types]}
        />
        <CodeField page={page} name="body" label={say.body} />
        <CodeField page={page} name="state" label={say.state} />
      </Finder>
      {acts.length === 0 ? (
        <p class="empty">{say.empty}</p>
      ) : (
        <ActsTable {...{ page, known, acts, sources }} />
      )}
      <Pager page={page} next={next} />
    </ReadingPage>
  );
}

const CodeField = ({
  page,
  name,
  label,
}: Pick<LogPageProps, 'page'> & { readonly name: string; readonly label: string }) => {
  const value = page.query[name];
  return (
    <label>
      {label}
      <input
        type="text"
        name={name}
        dir="ltr"
        maxLength={80}
        value={typeof value === 'string' ? value : ''}
      />
    </label>
  );
};

type TableProps = Pick<LogPageProps, 'page' | 'known' | 'acts' | 'sources'>;

/** Acts in short: each leads to where all of it is told. */
function ActsTable({ page, known, acts, sources }: TableProps) {
  const { language } = page;
  const say = WORDS[language];
  return (
    <Table
      id="acts"
      caption={say.caption}
      quiet
      heads={[say.day, say.act, say.word, say.source, say.recorded]}
    >
      {acts.map((act) => {
        const { row, resolved } = act;
        return (
          <tr key={row.eventId} class={resolved.status === 'counts' ? undefined : 'aside'}>
            <th scope="row">{edtf(language, resolved.act.data.on)}</th>
            <td>
              <a href={`${onSameClocks(page, `/memberships/${row.body}/${row.state}`)}#${row.eventId}`}>
                <ActName page={page} act={act} />
              </a>
              <p>
                <StateLink page={page} known={known} code={row.state} /> ·{' '}
                <BodyLink page={page} known={known} slug={row.body} />
              </p>
            </td>
            <td>
              <ActMarks page={page} act={act} />
            </td>
            <td>
              <FirstSource page={page} act={act} sources={sources} />
            </td>
            <td class="soft when">{instant(language, row.recordedAt)}</td>
          </tr>
        );
      })}
    </Table>
  );
}

/** The first source that it cites, and how many there are besides. */
function FirstSource({
  page,
  act,
  sources,
}: Pick<TableProps, 'page' | 'sources'> & { readonly act: KnownAct }) {
  const ids = [...new Set(act.resolved.citations.map(({ source }) => source))];
  const [first] = ids;
  if (first === undefined) return null;
  return (
    <>
      <SourceName page={page} id={first} source={sources.get(first)} />
      {ids.length > 1 ? <span class="soft">{WORDS[page.language].more(ids.length - 1)}</span> : null}
    </>
  );
}

import type { ResolvedClocks } from '#application';
import type { countsOfBodies, KnownAct, KnownBody, KnownSource, Member } from '#read-models';
import { ActName } from '../page/acts.js';
import { onSameClocks } from '../page/context.js';
import { edtf } from '../words/days.js';
import { words } from '../words/language.js';
import { BodiesTable } from './bodies.page.js';
import { ActMarks } from './act.js';
import { BodyMap } from './body-map.js';
import { MAP_PARAMETERS } from './map-choice.js';
import { BodyLink, StateLink } from './names.js';
import { ReadingPage, type Reads } from './reading-page.js';

const WORDS = words({
  en: {
    title: 'Who belongs to what, since when, and by whose word',
    about:
      'A register of which states belong to which international bodies: since when, by whose word, and what was known when.',
    find: 'Find a state or a body by its name in any script',
    button: 'Find',
    bodies: 'Bodies',
    allBodies: 'All bodies',
    latest: 'Latest acts',
    allActs: 'The whole log',
    none: 'Nothing is registered on these clocks. The register fills as officers record bodies and acts at the desk.',
    noActs: 'No act is recorded on these clocks.',
  },
  ar: {
    title: 'من ينتمي إلى ماذا، منذ متى، وعلى قول مَن',
    about: 'سجل لعضوية الدول في الهيئات الدولية: منذ متى، وعلى قول مَن، وما الذي كان معروفاً ومتى.',
    find: 'ابحث عن دولة أو هيئة باسمها بأي كتابة',
    button: 'بحث',
    bodies: 'الهيئات',
    allBodies: 'جميع الهيئات',
    latest: 'أحدث الأعمال',
    allActs: 'السجل كاملاً',
    none: 'لا شيء مسجَّل في هذا الزمن. يمتلئ السجل كلما سجّل الموظفون هيئات وأعمالاً من مكتب التسجيل.',
    noActs: 'لا عمل مسجَّل في هذا الزمن.',
  },
});

interface HomeProps extends Reads {
  readonly clocks: ResolvedClocks;
  readonly bodies: readonly KnownBody[];
  readonly counts: Awaited<ReturnType<typeof countsOfBodies>>;
  /** There are more bodies than these. */
  readonly more: boolean;
  /** The last recorded. */
  readonly acts: readonly KnownAct[];
  readonly sources: ReadonlyMap<string, KnownSource>;
  /** The body that the map shows, and the states in it. */
  readonly mapped: KnownBody | undefined;
  readonly members: readonly Member[];
}

/** The first page: what this is, the search, the bodies with their counts, what was learned last, and a map of it. */
export function HomePage(props: HomeProps) {
  const { page, known, clocks, bodies, counts, more, acts, sources, mapped, members } = props;
  const say = WORDS[page.language];
  const further = [
    { says: 'acts', path: '/api/v1/acts?limit=10', knownOnly: true },
    ...(mapped ? [{ says: 'members', path: `/api/v1/bodies/${mapped.slug}/members` } as const] : []),
  ] as const;
  return (
    <ReadingPage
      {...{ page, clocks }}
      title={say.title}
      twin="/api/v1/bodies"
      further={further}
      ownParameters={MAP_PARAMETERS}
    >
      <p>{say.about}</p>
      <Search {...props} />
      <h2>{say.bodies}</h2>
      {bodies.length === 0 ? (
        <p class="empty">{say.none}</p>
      ) : (
        <BodiesTable {...{ page, clocks, bodies, counts }} />
      )}
      {more ? <a href={onSameClocks(page, '/bodies')}>{say.allBodies}</a> : null}
      {mapped ? <BodyMap page={page} body={mapped} asOf={clocks.asOf} everyone={members} /> : null}
      <h2>{say.latest}</h2>
      {acts.length === 0 ? (
        <p class="empty">{say.noActs}</p>
      ) : (
        <>
          <ul class="feed">
            {acts.map((act) => (
              <Learned key={act.row.eventId} {...{ page, known, act, sources }} />
            ))}
          </ul>
          <p>
            <a href={onSameClocks(page, '/log')}>{say.allActs}</a>
          </p>
        </>
      )}
    </ReadingPage>
  );
}

type LearnedProps = Pick<HomeProps, 'page' | 'known' | 'sources'> & { readonly act: KnownAct };

/** One act in two lines: between whom, and on which day by whose word. */
function Learned({ page, known, act, sources }: LearnedProps) {
  const { row, resolved } = act;
  const [cited] = resolved.citations;
  const source = cited && sources.get(cited.source);
  return (
    <li>
      <a href={`${onSameClocks(page, `/memberships/${row.body}/${row.state}`)}#${row.eventId}`}>
        <ActName page={page} act={act} />
      </a>{' '}
      <StateLink page={page} known={known} code={row.state} /> ·{' '}
      <BodyLink page={page} known={known} slug={row.body} />
      <p class="soft">
        {edtf(page.language, resolved.act.data.on)} · <ActMarks page={page} act={act} />
        {source === undefined ? null : (
          <>
            {' · '}
            <a href={onSameClocks(page, `/sources/${source.id}`)}>
              <bdi>{source.registered.outlet}</bdi>
            </a>
          </>
        )}
      </p>
    </li>
  );
}

function Search({ page }: Pick<HomeProps, 'page'>) {
  const say = WORDS[page.language];
  return (
    <form class="finder no-print" method="get" action="/search" role="search" aria-label={say.find}>
      <label>
        {say.find}
        <input type="search" name="q" dir="auto" maxLength={200} size={40} />
      </label>
      <button class="primary">{say.button}</button>
    </form>
  );
}

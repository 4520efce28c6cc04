import type { ResolvedClocks } from '#application';
import type { Found } from '#read-models';
import { isolate } from '../drawing/figure.js';
import { onSameClocks, type PageContext } from '../page/context.js';
import { nameIn } from '../page/parts.js';
import { words } from '../words/language.js';
import { BODY_KIND } from '../words/vocabulary.js';
import { Finder } from './finder.js';
import { ReadingPage } from './reading-page.js';

const WORDS = words({
  en: {
    title: 'Search',
    find: 'State or body, in any script',
    ask: 'Write a name, a part of one, an older name or a code.',
    none: (q: string) => `Nothing in the register has a name like “${isolate(q)}” on these clocks.`,
    advice:
      'Try fewer letters or another spelling, look through all states or all bodies, or search the sources.',
    state: 'state',
    matched: 'found by',
    states: 'All states',
    bodies: 'All bodies',
    sources: 'Search the sources for it',
  },
  ar: {
    title: 'بحث',
    find: 'دولة أو هيئة، بأي كتابة',
    ask: 'اكتب اسماً أو جزءاً منه أو اسماً سابقاً أو رمزاً.',
    none: (q: string) => `لا شيء في السجل باسم يشبه «${isolate(q)}» في هذا الزمن.`,
    advice: 'جرّب حروفاً أقل أو كتابة أخرى، أو تصفّح جميع الدول أو جميع الهيئات، أو ابحث في المصادر.',
    state: 'دولة',
    matched: 'وُجدت باسم',
    states: 'جميع الدول',
    bodies: 'جميع الهيئات',
    sources: 'ابحث عنه في المصادر',
  },
});

interface SearchPageProps {
  readonly page: PageContext;
  readonly clocks: ResolvedClocks;
  readonly q: string | undefined;
  readonly found: readonly Found[];
}

/** States and bodies by name, the best first. */
export function SearchPage({ page, clocks, q, found }: SearchPageProps) {
  const say = WORDS[page.language];
  return (
    <ReadingPage
      {...{ page, clocks }}
      title={say.title}
      twin={q === undefined ? '/api/v1/states' : '/api/v1/search'}
    >
      <Finder page={page} label={say.find} />
      {q === undefined ? <p class="empty">{say.ask}</p> : null}
      {q !== undefined && found.length === 0 ? <Nothing page={page} q={q} /> : null}
      <ol class="found">
        {found.map((one) => (
          <Result key={one.kind === 'state' ? one.state.code : one.body.slug} page={page} found={one} />
        ))}
      </ol>
    </ReadingPage>
  );
}

function Result({ page, found }: { readonly page: PageContext; readonly found: Found }) {
  const { language } = page;
  const say = WORDS[language];
  const { names } = found.kind === 'state' ? found.state : found.body;
  const name = nameIn(names, language);
  const path = found.kind === 'state' ? `/states/${found.state.code}` : `/bodies/${found.body.slug}`;
  return (
    <li>
      <a href={onSameClocks(page, path)}>
        <bdi>{name}</bdi>
      </a>{' '}
      <span class="soft">
        {found.kind === 'state' ? say.state : BODY_KIND[language][found.body.kind]}
        {found.match.name === name ? null : (
          <>
            {' · '}
            {say.matched} <bdi>{found.match.name}</bdi>
          </>
        )}
      </span>
    </li>
  );
}

function Nothing({ page, q }: { readonly page: PageContext; readonly q: string }) {
  const say = WORDS[page.language];
  const sources = `/sources?${new URLSearchParams({ q }).toString()}`;
  return (
    <div class="empty">
      <p>
        {say.none(q)} {say.advice}
      </p>
      <ul class="row">
        <li>
          <a href={onSameClocks(page, '/states')}>{say.states}</a>
        </li>
        <li>
          <a href={onSameClocks(page, '/bodies')}>{say.bodies}</a>
        </li>
        <li>
          <a href={onSameClocks(page, sources)}>{say.sources}</a>
        </li>
      </ul>
    </div>
  );
}

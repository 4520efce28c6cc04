import type { ResolvedClocks } from '#application';
import type { KnownSource } from '#read-models';
import { isolate } from '../drawing/figure.js';
import { onSameClocks, type PageContext } from '../page/context.js';
import { SourceLink } from '../page/parts.js';
import { edtf } from '../words/days.js';
import { languageName, words } from '../words/language.js';
import { Finder, Nothing } from './finder.js';
import { ReadingPage } from './reading-page.js';
import { Pager, Table } from '../page/table.js';

const WORDS = words({
  en: {
    title: 'Sources',
    about:
      'The texts that the register rests on. A source that turns out not to be reliable is marked as discredited and stays; so does every act that cites it.',
    find: 'Words of the title, an outlet, or an address',
    caption: 'Sources',
    outlet: 'Outlet',
    headline: 'Title',
    published: 'Published',
    language: 'Language',
    address: 'Address',
    discredited: 'discredited',
    undated: 'no day given',
    notFound: (q: string) =>
      `No source has all the words of “${isolate(q)}” in its title, its outlet or its name.`,
    tryOther: 'Try a single word in the language of the source, or paste its address.',
    all: 'All sources',
    empty:
      'No source is registered on this clock. An officer registers one with the first act that cites it.',
  },
  ar: {
    title: 'المصادر',
    about:
      'النصوص التي يستند إليها السجل. والمصدر الذي يتبيّن أنه غير موثوق يُعلَّم فاقداً للثقة ويبقى، وكذلك كل عمل يستشهد به.',
    find: 'كلمات من العنوان، أو جهة النشر، أو عنوان الصفحة',
    caption: 'المصادر',
    outlet: 'جهة النشر',
    headline: 'العنوان',
    published: 'تاريخ النشر',
    language: 'اللغة',
    address: 'عنوان الصفحة',
    discredited: 'فاقد للثقة',
    undated: 'بلا تاريخ',
    notFound: (q: string) => `لا يوجد مصدر في عنوانه أو جهة نشره أو اسمه كل كلمات «${isolate(q)}».`,
    tryOther: 'جرّب كلمة واحدة بلغة المصدر، أو الصق عنوان صفحته.',
    all: 'جميع المصادر',
    empty: 'لا يوجد مصدر مسجَّل في هذا الزمن. يسجّله الموظف مع أول عمل يستشهد به.',
  },
});

interface SourcesPageProps {
  readonly page: PageContext;
  readonly clocks: ResolvedClocks;
  readonly sources: readonly KnownSource[];
  readonly next: string | undefined;
}

export function SourcesPage({ page, clocks, sources, next }: SourcesPageProps) {
  const say = WORDS[page.language];
  return (
    <ReadingPage
      {...{ page, clocks }}
      title={say.title}
      twin="/api/v1/sources"
      files
      ownParameters={['asOf']}
    >
      <p>{say.about}</p>
      <Finder page={page} label={say.find} />
      {sources.length === 0 ? (
        <Nothing page={page} say={say} />
      ) : (
        <Table
          id="sources"
          caption={say.caption}
          quiet
          heads={[say.outlet, say.headline, say.published, say.language, say.address]}
        >
          {sources.map((source) => (
            <SourceRow key={source.id} page={page} source={source} />
          ))}
        </Table>
      )}
      <Pager page={page} next={next} />
    </ReadingPage>
  );
}

function SourceRow({ page, source }: { readonly page: PageContext; readonly source: KnownSource }) {
  const say = WORDS[page.language];
  const { outlet, title, url, language, publishedOn } = source.registered;
  return (
    <tr>
      <th scope="row">
        <a href={onSameClocks(page, `/sources/${source.id}`)}>
          <bdi>{outlet}</bdi>
        </a>{' '}
        {source.verdict?.type === 'SourceDiscredited' ? (
          <span class="mark bad">{say.discredited}</span>
        ) : null}
      </th>
      <td>
        <bdi lang={language}>{title}</bdi>
      </td>
      <td class="when">
        {publishedOn === undefined ? (
          <span class="soft">{say.undated}</span>
        ) : (
          edtf(page.language, publishedOn)
        )}
      </td>
      <td>{languageName(page.language, language)}</td>
      <td>{url === undefined ? null : <SourceLink url={url}>{hostOf(url)}</SourceLink>}</td>
    </tr>
  );
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : url);

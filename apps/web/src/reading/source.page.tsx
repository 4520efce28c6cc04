import type { ResolvedClocks } from '#application';
import type { KnownAct, KnownSource } from '#read-models';
import { SourceLink } from '../page/parts.js';
import { edtf } from '../words/days.js';
import { languageName, number, words } from '../words/language.js';
import { ActCard } from './act.js';
import { Facts, textFact, type Fact } from '../page/facts.js';
import { BodyLink, StateLink } from './names.js';
import { ReadingPage, type Reads } from './reading-page.js';
import { Pager, Table } from '../page/table.js';

const WORDS = words({
  en: {
    outlet: 'Outlet',
    address: 'Address',
    language: 'Language',
    published: 'Published',
    undated: 'no day given',
    byline: 'By',
    reliesOn: 'Relies on',
    id: 'Name in the register',
    note: 'Note',
    discredited: 'This source is discredited: what rests on it alone is marked, and nothing is deleted.',
    reinstated: 'This source was discredited and is relied on again.',
    copies: 'Stored copies',
    kind: 'Kind',
    size: 'Size',
    bytes: (bytes: string) => `${bytes} bytes`,
    fetched: 'Fetched',
    hash: 'SHA-256',
    acts: 'What rests on it',
    none: 'No act rests on this source on this clock. It may be cited by a body, a state or a contact.',
  },
  ar: {
    outlet: 'جهة النشر',
    address: 'عنوان الصفحة',
    language: 'اللغة',
    published: 'تاريخ النشر',
    undated: 'بلا تاريخ',
    byline: 'بقلم',
    reliesOn: 'يعتمد على',
    id: 'الاسم في السجل',
    note: 'ملاحظة',
    discredited: 'هذا المصدر فاقد للثقة: يُعلَّم ما يستند إليه وحده، ولا يُحذف شيء.',
    reinstated: 'كان هذا المصدر فاقداً للثقة ثم رُدّت إليه.',
    copies: 'نسخ محفوظة',
    kind: 'النوع',
    size: 'الحجم',
    bytes: (bytes: string) => `${bytes} بايت`,
    fetched: 'جُلبت في',
    hash: 'SHA-256',
    acts: 'ما يستند إليه',
    none: 'لا يستند عمل إلى هذا المصدر في هذا الزمن. وقد تستشهد به هيئة أو دولة أو لقاء.',
  },
});

interface SourcePageProps extends Reads {
  readonly clocks: ResolvedClocks;
  readonly source: KnownSource;
  readonly acts: readonly KnownAct[];
  /** Those that the acts cite. */
  readonly sources: ReadonlyMap<string, KnownSource>;
  readonly next: string | undefined;
}

/** A source: its citation, its worth, its copies, and a page of the acts that rest on it. */
export function SourcePage({ page, known, clocks, source, acts, sources, next }: SourcePageProps) {
  const say = WORDS[page.language];
  const { title, outlet, language } = source.registered;
  return (
    <ReadingPage
      {...{ page, clocks }}
      title={title ?? outlet}
      heading={<bdi lang={title === undefined ? undefined : language}>{title ?? outlet}</bdi>}
      twin={`/api/v1/sources/${source.id}`}
      ownParameters={['asOf']}
    >
      <Verdict page={page} source={source} />
      <Citation page={page} source={source} />
      <Copies page={page} source={source} />
      <h2>{say.acts}</h2>
      {acts.length === 0 ? <p class="empty">{say.none}</p> : null}
      {acts.map((act) => (
        <section key={act.row.eventId}>
          <p class="of">
            <StateLink page={page} known={known} code={act.row.state} />
            {' · '}
            <BodyLink page={page} known={known} slug={act.row.body} />
          </p>
          <ActCard {...{ page, known, act, sources }} />
        </section>
      ))}
      <Pager page={page} next={next} />
    </ReadingPage>
  );
}

type PartProps = Pick<SourcePageProps, 'page' | 'source'>;

/** The last word on whether it is to be relied on; nothing where none was said. */
function Verdict({ page, source: { verdict } }: PartProps) {
  const say = WORDS[page.language];
  if (!verdict) return null;
  const { reason, url } = verdict.data;
  return (
    <p class="warning">
      {verdict.type === 'SourceDiscredited' ? say.discredited : say.reinstated} <bdi>{reason}</bdi>{' '}
      {url === undefined ? null : <SourceLink url={url}>{url}</SourceLink>}
    </p>
  );
}

function Citation({ page, source: { id, registered } }: PartProps) {
  const say = WORDS[page.language];
  const { outlet, url, language, publishedOn, byline, reliesOn = [], note } = registered;
  const facts: (Fact | false)[] = [
    [say.outlet, <bdi>{outlet}</bdi>],
    [say.published, publishedOn === undefined ? say.undated : edtf(page.language, publishedOn)],
    [say.language, languageName(page.language, language)],
    textFact(say.byline, byline),
    reliesOn.length > 0 && [say.reliesOn, <NamesOf names={reliesOn} />],
    url !== undefined && [say.address, <SourceLink url={url}>{url}</SourceLink>],
    [say.id, <code>{id}</code>],
    textFact(say.note, note),
  ];
  return <Facts facts={facts} />;
}

const NamesOf = ({ names }: { readonly names: readonly string[] }) => (
  <ul class="row">
    {names.map((name) => (
      <li key={name}>
        <bdi>{name}</bdi>
      </li>
    ))}
  </ul>
);

/** Copies of the page as it was; they are files of others and are only ever downloaded. */
function Copies({ page, source: { id, copies } }: PartProps) {
  const say = WORDS[page.language];
  if (copies.length === 0) return null;
  return (
    <>
      <h2>{say.copies}</h2>
      <Table id="copies" caption={say.copies} quiet heads={[say.hash, say.kind, say.size, say.fetched]}>
        {copies.map(({ sha256, mediaType, bytes, retrievedOn }) => (
          <tr key={sha256}>
            <th scope="row">
              {page.halves.rest ? (
                <a href={`/api/v1/sources/${id}/copies/${sha256}`} download>
                  <code>{sha256}</code>
                </a>
              ) : (
                <code>{sha256}</code>
              )}
            </th>
            <td>{mediaType}</td>
            <td class="number">{say.bytes(number(page.language, bytes))}</td>
            <td class="when">{retrievedOn === undefined ? null : edtf(page.language, retrievedOn)}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}

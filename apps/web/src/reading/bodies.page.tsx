import type { ResolvedClocks } from '#application';
import type { countsOfBodies, KnownBody } from '#read-models';
import { isolate } from '../drawing/figure.js';
import { inOrder } from '../drawing/standing-look.js';
import { onSameClocks, type PageContext } from '../page/context.js';
import { nameIn, StandingWord } from '../page/parts.js';
import { day } from '../words/days.js';
import { number, words } from '../words/language.js';
import { BODY_KIND } from '../words/vocabulary.js';
import { Finder, Nothing } from './finder.js';
import { ReadingPage } from './reading-page.js';
import { Pager, Table } from '../page/table.js';

const WORDS = words({
  en: {
    title: 'Bodies',
    about:
      'Organizations, accords, treaties and forums that states belong to, each with the rule by which it takes them in.',
    find: 'Name of a body',
    caption: 'Bodies, with how many states have which standing on the day shown',
    body: 'Body',
    kind: 'Kind',
    inForce: 'In force',
    standings: 'Standings, by the states’ own words',
    since: (day: string) => `since ${day}`,
    dissolved: (day: string) => `dissolved on ${day}`,
    notInForce: 'not in force',
    none: 'none',
    notFound: (q: string) => `No body is known by a name like “${isolate(q)}” on these clocks.`,
    tryOther: 'Try fewer letters, another spelling, or look through the whole list.',
    all: 'All bodies',
    empty:
      'No body is registered on these clocks. An officer registers one before the first act in it is recorded.',
  },
  ar: {
    title: 'الهيئات',
    about: 'المنظمات والاتفاقات والمعاهدات والمنتديات التي تنتمي إليها الدول، ولكلٍّ قاعدة تقبلها بها.',
    find: 'اسم الهيئة',
    caption: 'الهيئات، وعدد الدول بحسب كل صفة في اليوم المعروض',
    body: 'الهيئة',
    kind: 'النوع',
    inForce: 'النفاذ',
    standings: 'الصفات، بأقوال الدول نفسها',
    since: (day: string) => `نافذة منذ ${day}`,
    dissolved: (day: string) => `حُلّت في ${day}`,
    notInForce: 'غير نافذة',
    none: 'لا شيء',
    notFound: (q: string) => `لا تُعرف هيئة باسم يشبه «${isolate(q)}» في هذا الزمن.`,
    tryOther: 'جرّب حروفاً أقل أو كتابة أخرى، أو تصفّح القائمة كلها.',
    all: 'جميع الهيئات',
    empty: 'لا توجد هيئة مسجَّلة في هذا الزمن. يسجّلها موظف قبل تسجيل أول عمل فيها.',
  },
});

interface BodiesPageProps {
  readonly page: PageContext;
  readonly clocks: ResolvedClocks;
  readonly bodies: readonly KnownBody[];
  readonly counts: Awaited<ReturnType<typeof countsOfBodies>>;
  readonly next: string | undefined;
}

export function BodiesPage({ page, clocks, bodies, counts, next }: BodiesPageProps) {
  const say = WORDS[page.language];
  return (
    <ReadingPage page={page} clocks={clocks} title={say.title} twin="/api/v1/bodies" files>
      <p>{say.about}</p>
      <Finder page={page} label={say.find} />
      {bodies.length === 0 ? (
        <Nothing page={page} say={say} />
      ) : (
        <BodiesTable {...{ page, clocks, bodies, counts }} />
      )}
      <Pager page={page} next={next} />
    </ReadingPage>
  );
}

type BodiesTableProps = Pick<BodiesPageProps, 'page' | 'bodies' | 'counts'> & {
  readonly clocks: { readonly asOf: string };
};

/** Bodies with their kind, their entry into force, and their members counted. */
export function BodiesTable({ page, clocks, bodies, counts }: BodiesTableProps) {
  const say = WORDS[page.language];
  return (
    <Table id="bodies" caption={say.caption} quiet heads={[say.body, say.kind, say.inForce, say.standings]}>
      {bodies.map((body) => (
        <tr key={body.slug}>
          <th scope="row">
            <a href={onSameClocks(page, `/bodies/${body.slug}`)}>
              <bdi>{nameIn(body.names, page.language)}</bdi>
            </a>
          </th>
          <td>{BODY_KIND[page.language][body.kind]}</td>
          <td>{inForce(page, body, clocks.asOf)}</td>
          <td>
            <StandingCounts page={page} body={body} counts={counts.filter((one) => one.body === body.slug)} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** Whether a body is in force on a day, in words. */
export function inForce({ language }: PageContext, { facts }: KnownBody, asOf: string): string {
  const say = WORDS[language];
  if (facts.dissolvedOn !== undefined && facts.dissolvedOn <= asOf) {
    return say.dissolved(day(language, facts.dissolvedOn));
  }
  return facts.inForceOn !== undefined && facts.inForceOn <= asOf
    ? say.since(day(language, facts.inForceOn))
    : say.notInForce;
}

type CountsProps = Pick<BodiesPageProps, 'page' | 'counts'> & { readonly body: KnownBody };

function StandingCounts({ page: { language }, body, counts }: CountsProps) {
  if (counts.length === 0) return <span class="soft">{WORDS[language].none}</span>;
  return (
    <ul class="row">
      {inOrder(counts).map(({ standing, states }) => (
        <li key={standing}>
          <StandingWord language={language} standing={standing} kind={body.kind} /> {number(language, states)}
        </li>
      ))}
    </ul>
  );
}

import type { countsOfBodies, KnownBody } from '#read-models';
import type { PageContext } from '../page/context.js';
import { Page } from '../page/page.js';
import { nameIn, StandingWord } from '../page/parts.js';
import { number, words } from '../words/language.js';

const WORDS = words({
  en: {
    title: 'Who belongs to what, since when, and by whose word',
    about:
      'A register of which states belong to which international bodies: since when, by whose word, and what was known when.',
    bodies: 'Bodies',
    body: 'Body',
    standings: 'Standings today, by the states’ own words',
    none: 'Nothing is registered yet.',
  },
  ar: {
    title: 'من ينتمي إلى ماذا، منذ متى، وعلى قول مَن',
    about: 'سجل لعضوية الدول في الهيئات الدولية: منذ متى، وعلى قول مَن، وما الذي كان معروفاً ومتى.',
    bodies: 'الهيئات',
    body: 'الهيئة',
    standings: 'الصفات اليوم، بحسب أقوال الدول نفسها',
    none: 'لم يُسجَّل شيء بعد.',
  },
});

interface HomeProps {
  readonly page: PageContext;
  readonly bodies: readonly KnownBody[];
  readonly counts: Awaited<ReturnType<typeof countsOfBodies>>;
}

/** The first page: what this is, and the bodies. */
export function HomePage({ page, bodies, counts }: HomeProps) {
  const { language } = page;
  const say = WORDS[language];
  return (
    <Page page={page} title={say.title} twin="/api/v1/bodies">
      <h1>{say.title}</h1>
      <p>{say.about}</p>
      {bodies.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <table>
          <caption>{say.bodies}</caption>
          <thead>
            <tr>
              <th scope="col">{say.body}</th>
              <th scope="col">{say.standings}</th>
            </tr>
          </thead>
          <tbody>
            {bodies.map(({ slug, names }) => (
              <tr key={slug}>
                <th scope="row">
                  <a href={`/bodies/${slug}`}>
                    <bdi>{nameIn(names, language)}</bdi>
                  </a>
                </th>
                <td>
                  {counts
                    .filter(({ body }) => body === slug)
                    .map(({ standing, states }) => (
                      <span key={standing}>
                        <StandingWord language={language} standing={standing} />{' '}
                        {number(language, states)}{' '}
                      </span>
                    ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Page>
  );
}

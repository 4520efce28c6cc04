import { standingWord, WORDS, type Language } from './words.js';

export interface BodyLine {
  readonly slug: string;
  readonly name: string;
  readonly counts: readonly { readonly standing: string; readonly states: number }[];
}

/** The first page: what this is, the bodies, and where programs read. */
export function HomePage({ language, bodies }: { language: Language; bodies: readonly BodyLine[] }) {
  const words = WORDS[language];
  return (
    <html lang={language} dir={words.dir}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{words.title}</title>
        <link rel="stylesheet" href="/assets/page.css" />
      </head>
      <body>
        <header>
          <h1>{words.title}</h1>
          <a href={`/?lang=${words.otherLanguage}`} lang={words.otherLanguage} hreflang={words.otherLanguage}>
            {words.other}
          </a>
        </header>
        <main>
          <p>{words.about}</p>
          {bodies.length === 0 ? <p>{words.none}</p> : <Bodies language={language} bodies={bodies} />}
          <p>
            <a href="/api/v1">{words.rest}</a>
          </p>
        </main>
      </body>
    </html>
  );
}

function Bodies({ language, bodies }: { language: Language; bodies: readonly BodyLine[] }) {
  const words = WORDS[language];
  return (
    <table>
      <caption>{words.bodies}</caption>
      <thead>
        <tr>
          <th scope="col">{words.body}</th>
          <th scope="col">{words.standings}</th>
        </tr>
      </thead>
      <tbody>
        {bodies.map(({ slug, name, counts }) => (
          <tr key={slug}>
            <th scope="row">
              <a href={`/api/v1/bodies/${slug}/members`}>
                <bdi>{name}</bdi>
              </a>
            </th>
            <td>
              {counts
                .map(({ standing, states }) => `${standingWord(standing, language)}: ${String(states)}`)
                .join(' · ') || '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

// The frame around every page.
import type { ComponentChildren } from 'preact';
import { assetPath } from '../assets/assets.js';
import { FRAME } from '../words/frame.js';
import { DIRECTION, OTHER, OWN_NAME } from '../words/language.js';
import { here, onSameClocks, type PageContext } from './context.js';
import { FormKey } from './forms.js';

interface PageProps {
  readonly page: PageContext;
  /** Of the page; the browser shows it with the register's name after it. */
  readonly title: string;
  /** The REST read that says the same. */
  readonly twin?: string;
  /** The REST reads that say the rest of it. */
  readonly further?: readonly { readonly word: string; readonly href: string }[];
  /** The same as files. */
  readonly csv?: string;
  readonly xlsx?: string;
  /** Said once, after something was done. */
  readonly flash?: string | undefined;
  /** Without JavaScript the page comes anew after so many seconds: something on it is under way. */
  readonly anewAfter?: number | undefined;
  readonly children: ComponentChildren;
}

export function Page(props: PageProps) {
  const { page, title, twin, further = [], csv, xlsx, flash, anewAfter, children } = props;
  const { language } = page;
  const say = FRAME[language];
  return (
    <html lang={language} dir={DIRECTION[language]}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} – ${say.name}`}</title>
        <link rel="stylesheet" href={assetPath('style.css')} />
        <link rel="icon" href={assetPath('icon.svg')} type="image/svg+xml" />
        <meta name="htmx-config" content='{"includeIndicatorStyles":false}' />
        <script src={assetPath('htmx.min.js')} defer />
        <script src={assetPath('enhance.js')} defer />
        {anewAfter === undefined ? null : (
          <noscript>
            <meta http-equiv="refresh" content={String(anewAfter)} />
          </noscript>
        )}
      </head>
      <body>
        <a class="skip" href="#content">
          {say.skip}
        </a>
        <Masthead page={page} />
        <main id="content" tabIndex={-1}>
          {flash === undefined ? null : (
            <p class="flash" role="status">
              {flash}
            </p>
          )}
          {children}
        </main>
        <footer class="foot">
          {twin !== undefined && page.halves.rest ? <a href={twin}>{say.twin}</a> : null}
          {page.halves.rest ? further.map(({ word, href }) => <a href={href}>{word}</a>) : null}
          {csv !== undefined && page.halves.rest ? <a href={csv}>{say.csv}</a> : null}
          {xlsx !== undefined && page.halves.rest ? <a href={xlsx}>{say.xlsx}</a> : null}
          {page.halves.pages ? <a href="/about">{say.about}</a> : null}
          {page.halves.rest ? <a href="/api/v1">{say.rest}</a> : null}
        </footer>
      </body>
    </html>
  );
}

function Masthead({ page }: { readonly page: PageContext }) {
  const { language, halves, signedIn } = page;
  const say = FRAME[language];
  const other = OTHER[language];
  const sections = [
    ['/states', say.states],
    ['/bodies', say.bodies],
    ['/sources', say.sources],
    ['/log', say.log],
  ] as const;
  return (
    <header class="masthead">
      <a class="brand" href={halves.pages ? '/' : '/admin'}>
        {say.name}
      </a>
      <nav aria-label={say.main}>
        <ul>
          {halves.pages
            ? sections.map(([path, name]) => (
                <li key={path}>
                  <a
                    href={onSameClocks(page, path)}
                    aria-current={page.path.startsWith(path) ? 'page' : undefined}
                  >
                    {name}
                  </a>
                </li>
              ))
            : null}
          {halves.admin ? (
            <li>
              <a href="/admin" aria-current={page.path.startsWith('/admin') ? 'page' : undefined}>
                {say.admin}
              </a>
            </li>
          ) : null}
        </ul>
      </nav>
      {halves.pages && page.path !== '/' ? (
        <form class="find" action="/search" method="get" role="search">
          <input
            type="search"
            name="q"
            aria-label={say.find}
            placeholder={say.find}
            dir="auto"
            maxLength={200}
          />
          <button>{say.findButton}</button>
        </form>
      ) : null}
      <a
        class="language"
        href={here(page, { lang: other })}
        lang={other}
        hreflang={other}
        dir={DIRECTION[other]}
      >
        {OWN_NAME[other]}
      </a>
      {signedIn ? (
        <form class="account" method="post" action="/admin/sign-out">
          <FormKey page={page} />
          <a href="/admin/account">
            <bdi>{signedIn.account.displayName}</bdi>
          </a>
          <button>{say.signOut}</button>
        </form>
      ) : null}
    </header>
  );
}

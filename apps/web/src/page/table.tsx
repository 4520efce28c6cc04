// A table with its name, which scrolls on its own where the page is narrow; and the way through a list that has pages.
import type { ComponentChildren } from 'preact';
import { here, type PageContext } from './context.js';
import { words } from '../words/language.js';

interface TableProps {
  readonly id: string;
  readonly caption: ComponentChildren;
  /** The caption says what the heading above it says, and is there for those who do not see it. */
  readonly quiet?: boolean;
  readonly heads: readonly ComponentChildren[];
  readonly children: ComponentChildren;
}

export const Table = ({ id, caption, quiet, heads, children }: TableProps) => (
  <section class="scroll" tabIndex={0} aria-labelledby={`${id}-caption`}>
    <table>
      <caption id={`${id}-caption`} class={quiet ? 'unseen' : undefined}>
        {caption}
      </caption>
      <thead>
        <tr>
          {heads.map((head, column) => (
            <th key={column} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </section>
);

const WORDS = words({
  en: { pages: 'Pages of this list', first: 'First page', next: 'Next page' },
  ar: { pages: 'صفحات هذه القائمة', first: 'الصفحة الأولى', next: 'الصفحة التالية' },
});

/** `next` is the cursor of the next page; nothing where there is none. */
export function Pager({ page, next }: { readonly page: PageContext; readonly next: string | undefined }) {
  const say = WORDS[page.language];
  if (next === undefined && page.query['cursor'] === undefined) return null;
  return (
    <nav class="pager no-print" aria-label={say.pages}>
      {page.query['cursor'] === undefined ? null : (
        <a href={here(page, { cursor: undefined })} rel="first">
          {say.first}
        </a>
      )}
      {next === undefined ? null : (
        <a href={here(page, { cursor: next })} rel="next">
          {say.next}
        </a>
      )}
    </nav>
  );
}

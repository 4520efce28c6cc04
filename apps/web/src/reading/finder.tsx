// The form above a list: what to look for, and what else narrows it, and what stands in the place of a list with nothing
// in it. Both keep the clocks of the page.
import type { ComponentChildren } from 'preact';
import { here, onSameClocks, type PageContext } from '../page/context.js';
import { words } from '../words/language.js';

const WORDS = words({
  en: { apply: 'Show', clear: 'Show all' },
  ar: { apply: 'اعرض', clear: 'اعرض الكل' },
});

interface FinderProps {
  readonly page: PageContext;
  /** Of the field `q`; a list without one cannot be searched. */
  readonly label?: string;
  /** Other fields of the form, and their names. */
  readonly children?: ComponentChildren;
  readonly fields?: readonly string[];
}

const KEPT = ['asOf', 'knownAt', 'atPosition'] as const;

export function Finder({ page, label, children, fields = [] }: FinderProps) {
  const say = WORDS[page.language];
  const names = [...(label === undefined ? [] : ['q']), ...fields];
  const narrowed = names.some((name) => page.query[name] !== undefined);
  const cleared = Object.fromEntries([...names, 'cursor'].map((name) => [name, undefined]));
  return (
    <form class="finder no-print" method="get" action={page.path}>
      {KEPT.map((name) => {
        const value = page.query[name];
        return typeof value === 'string' ? (
          <input key={name} type="hidden" name={name} value={value} />
        ) : null;
      })}
      {label === undefined ? null : (
        <label>
          {label}
          <input
            type="search"
            name="q"
            dir="auto"
            maxLength={200}
            value={typeof page.query['q'] === 'string' ? page.query['q'] : ''}
          />
        </label>
      )}
      {children}
      <button>{say.apply}</button>
      {narrowed ? <a href={here(page, cleared)}>{say.clear}</a> : null}
    </form>
  );
}

interface ChoiceProps {
  readonly page: PageContext;
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** One of several values; the first, which is empty, is what holds where nothing is chosen. */
export const Choice = ({ page, name, label, options }: ChoiceProps) => (
  <label>
    {label}
    <select name={name}>
      {options.map((option) => (
        <option key={option.value} value={option.value} selected={option.value === (page.query[name] ?? '')}>
          {option.label}
        </option>
      ))}
    </select>
  </label>
);

interface NothingProps {
  readonly page: PageContext;
  /** What the page says where nothing is registered, and where nothing answers a search. */
  readonly say: {
    readonly empty: string;
    readonly notFound: (q: string) => string;
    readonly tryOther: string;
    readonly all: string;
  };
}

export function Nothing({ page, say }: NothingProps) {
  const { q } = page.query;
  if (typeof q !== 'string') return <p class="empty">{say.empty}</p>;
  return (
    <p class="empty">
      {say.notFound(q)} {say.tryOther} <a href={onSameClocks(page, page.path)}>{say.all}</a>
    </p>
  );
}

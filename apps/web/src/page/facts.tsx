// Single facts, each with its label.
import { Fragment, type ComponentChildren } from 'preact';

export type Fact = readonly [label: string, value: ComponentChildren];

interface FactsProps {
  /** Those that there are; `false` stands for one that there is not. */
  readonly facts: readonly (Fact | false)[];
  /** Side by side with their labels above them; else in one line where there is room. */
  readonly columns?: boolean;
}

/** Nothing where there are none. */
export function Facts({ facts, columns }: FactsProps) {
  const known = facts.filter((fact) => fact !== false);
  if (known.length === 0) return null;
  return (
    <dl class={columns ? 'facts' : 'inline'}>
      {known.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Text of others as a fact; none where nothing is said. */
export const textFact = (label: string, text: string | undefined): Fact | false =>
  text !== undefined && [label, <bdi>{text}</bdi>];

type Named = readonly [language: string | undefined, name: string | undefined];

/** Names in any script, each kept apart from the next. */
export const NamesListed = ({ names }: { readonly names: readonly Named[] }) => (
  <>
    {names.map(([language, name], at) => (
      <Fragment key={name}>
        {at === 0 ? null : ' · '}
        <bdi lang={language}>{name}</bdi>
      </Fragment>
    ))}
  </>
);

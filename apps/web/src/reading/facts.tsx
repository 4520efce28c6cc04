// Single facts, each with its label.
import { Fragment, type ComponentChildren } from 'preact';

export type Fact = readonly [label: string, value: ComponentChildren];

/** In one line where there is room; nothing where there are none. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) =>
  facts.length === 0 ? null : (
    <dl class="inline">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );

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

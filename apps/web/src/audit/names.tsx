// States and bodies by name, with the way to their public pages where this process serves them.
import type { KnownBody, KnownState } from '#read-models';
import type { PageContext } from '../page/context.js';
import { nameIn } from '../page/parts.js';
import type { Language } from '../words/language.js';

interface NameProps {
  readonly page: PageContext;
  /** Where the name leads to; nowhere if it is left out. */
  readonly at?: string;
}

export function BodyName({
  page,
  slug,
  bodies,
  at,
}: NameProps & { readonly slug: string; readonly bodies: ReadonlyMap<string, KnownBody> }) {
  const names = bodies.get(slug)?.names;
  return <Named page={page} at={at} name={names ? nameIn(names, page.language) : slug} />;
}

export function StateName({
  page,
  code,
  states,
  at,
}: NameProps & { readonly code: string; readonly states: ReadonlyMap<string, KnownState> }) {
  const names = states.get(code)?.names;
  return <Named page={page} at={at} name={names ? nameIn(names, page.language) : code} />;
}

function Named({
  page,
  at,
  name,
}: {
  readonly page: PageContext;
  readonly at: string | undefined;
  readonly name: string;
}) {
  const isPublic = at !== undefined && !at.startsWith('/admin');
  if (at === undefined || (isPublic && !page.halves.pages)) return <bdi>{name}</bdi>;
  return (
    <a href={at}>
      <bdi>{name}</bdi>
    </a>
  );
}

/** Choices in the order of their names in a language. */
export function byName<Choice extends { readonly label: string }>(
  language: Language,
  choices: readonly Choice[],
): Choice[] {
  const { compare } = new Intl.Collator(language);
  return [...choices].sort((a, b) => compare(a.label, b.label));
}

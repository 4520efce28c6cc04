// States and bodies by name, as links on the same clocks. A name that the register does not know shows as its code.
import type { KnownBody, KnownState } from '#read-models';
import type { Names, Party } from '#register';
import { onSameClocks, type PageContext } from '../page/context.js';
import { nameIn } from '../page/parts.js';

export interface Known {
  readonly states: ReadonlyMap<string, KnownState>;
  readonly bodies: ReadonlyMap<string, KnownBody>;
}

export const stateName = ({ states }: Pick<Known, 'states'>, code: string, page: PageContext): string =>
  named(states.get(code)?.names, code, page);

export const bodyName = ({ bodies }: Pick<Known, 'bodies'>, slug: string, page: PageContext): string =>
  named(bodies.get(slug)?.names, slug, page);

const named = (names: Names | undefined, key: string, { language }: PageContext): string =>
  names ? nameIn(names, language) : key;

interface LinkProps {
  readonly page: PageContext;
  readonly known: Known;
}

export const StateLink = ({ page, known, code }: LinkProps & { readonly code: string }) => (
  <a href={onSameClocks(page, `/states/${code}`)}>
    <bdi>{stateName(known, code, page)}</bdi>
  </a>
);

export const BodyLink = ({ page, known, slug }: LinkProps & { readonly slug: string }) => (
  <a href={onSameClocks(page, `/bodies/${slug}`)}>
    <bdi>{bodyName(known, slug, page)}</bdi>
  </a>
);

/** Who spoke or acted: a state as a link, a person or an organization by name, or both. */
export const PartyName = ({
  page,
  known,
  party: { state, name },
}: LinkProps & {
  readonly party: Party;
}) => (
  <>
    {state === undefined ? null : <StateLink page={page} known={known} code={state} />}
    {state !== undefined && name !== undefined ? ' · ' : null}
    {name === undefined ? null : <bdi>{name}</bdi>}
  </>
);

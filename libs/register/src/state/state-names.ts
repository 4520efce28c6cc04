// What a state is called on a day, and every other name by which sources speak of it.
import { foldDay, type Day } from '../day.js';
import type { Names } from '../fields.schema.js';
import { compareText } from '../order.js';
import type { State, StateChange } from './state.js';

type Renaming = Extract<StateChange, { type: 'StateRenamed' }> & { readonly eventId: string };

/**
 * The names on a day, and the other names known by then: aliases, added names (which have no day), and the names before
 * each renaming. Undefined where the state is not registered. Of two renamings on one day the greater event id is last.
 */
export function stateNamesOn(state: State, day: Day): { names: Names; aliases: string[] } | undefined {
  if (!state.registered) return undefined;
  const past = renamings(state).filter(({ data }) => foldDay(data.on) <= day);
  const all = [state.registered.names, ...past.map(({ data }) => data.names)];
  const names = all.at(-1) as Names;
  const everCalled = all.flatMap((before) => Object.values(before));
  const aliases = new Set([...(state.registered.aliases ?? []), ...addedNames(state), ...everCalled]);
  for (const name of Object.values(names)) aliases.delete(name);
  return { names, aliases: [...aliases] };
}

/** Every name that it has, had, or will have. */
export const knownNames = (state: State): string[] => [
  ...Object.values(state.registered?.names ?? {}),
  ...(state.registered?.aliases ?? []),
  ...addedNames(state),
  ...renamings(state).flatMap(({ data }) => Object.values(data.names)),
];

const addedNames = ({ changes }: State): string[] =>
  changes.flatMap(({ type, data }) => (type === 'NameAdded' ? [data.name] : []));

const renamings = ({ changes }: State): Renaming[] =>
  changes.filter((change): change is Renaming => change.type === 'StateRenamed').sort(compareRenamings);

function compareRenamings(a: Renaming, b: Renaming): number {
  return compareText(foldDay(a.data.on), foldDay(b.data.on)) || compareText(a.eventId, b.eventId);
}

// Every name and code by which states and bodies can be looked up, in any script.
import type { Projection, StoredEvent } from '#event-store';
import { bodySchemas, normaliseName, stateSchemas, type BodyEvent, type StateEvent } from '#register';

export interface IndexedName {
  readonly name: string;
  /** As lookup compares it. */
  readonly normalised: string;
  /** The position at which it became known. */
  readonly position: number;
}

export interface NamesDocument {
  /** `state-KAZ`, `body-board-of-peace`. */
  readonly stream: string;
  readonly names: readonly IndexedName[];
}

export const nameIndex: Projection<NamesDocument> = {
  name: 'name_index',
  version: 1,
  types: [...Object.keys(bodySchemas), ...Object.keys(stateSchemas)],
  scope: ({ streamId }) => ({ keys: [streamId] }),
  evolve(documents, event) {
    const { streamId: stream, position } = event;
    const known = documents.get(stream)?.names ?? [];
    const added = namesIn(event)
      .filter((name) => !known.some((one) => one.name === name))
      .map((name): IndexedName => ({ name, normalised: normaliseName(name), position }));
    if (added.length > 0) documents.set(stream, { stream, names: [...known, ...added] });
  },
};

/** The names that an event brings, each once. */
function namesIn(event: StoredEvent): string[] {
  const { type, data } = event as unknown as BodyEvent | StateEvent;
  switch (type) {
    case 'StateRegistered': {
      const codes = [data.code, ...(data.alpha2 === undefined ? [] : [data.alpha2])];
      return distinct([...codes, ...Object.values(data.names), ...(data.aliases ?? [])]);
    }
    case 'NameAdded':
      return [data.name];
    case 'BodyRegistered':
      return distinct([data.slug, ...Object.values(data.names), ...(data.aliases ?? [])]);
    case 'StateRenamed':
    case 'BodyRenamed':
      return distinct(Object.values(data.names));
    default:
      return [];
  }
}

const distinct = (names: readonly string[]): string[] => [...new Set(names)];

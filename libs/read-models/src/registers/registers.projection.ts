// The registers of bodies, states and sources: one row each, as registered.
import type { Projection, StoredEvent } from '#event-store';
import type { BodyEvent, SourceEvent, StateEvent } from '#register';

type Registration<Event extends { data: unknown }> = Event['data'] & {
  /** The position at which it was registered: before that the register did not know it. */
  readonly position: number;
};

export type BodyRow = Registration<BodyEvent>;
export type StateRow = Registration<StateEvent>;
export type SourceRow = Registration<SourceEvent>;

/** A projection with one row for each stream of one kind, written by the event that registers it. */
function register<Event extends { type: string; data: object }>(
  name: string,
  type: Event['type'],
  keyOf: (data: Event['data']) => string,
): Projection<Registration<Event>> {
  const data = (event: StoredEvent) => (event as StoredEvent<string, Event['data']>).data;
  return {
    name,
    version: 1,
    types: [type],
    scope: (event) => ({ keys: [keyOf(data(event))] }),
    evolve: (rows, event) => {
      rows.set(keyOf(data(event)), { ...data(event), position: event.position });
    },
  };
}

export const bodies = register<BodyEvent>('body', 'BodyRegistered', (body) => body.slug);
export const states = register<StateEvent>('state', 'StateRegistered', (state) => state.code);
export const sources = register<SourceEvent>('source', 'SourceRegistered', (source) => source.id);

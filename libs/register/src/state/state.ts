// state.ts: the states, and other entities that take part as states do.
import type { z } from 'zod';
import { dayInFuture, dayRange, foldDay, type Day, type DayInFuture } from '../day.js';
import { same } from '../same.js';
import { knownNames } from './state-names.js';
import type { stateSchemas } from './state.schema.js';

type Schemas = typeof stateSchemas;

/** Stored as they stand. */
export type StateEvent = { [T in keyof Schemas]: { type: T; data: z.infer<Schemas[T]> } }[keyof Schemas];
type Data<Type extends StateEvent['type']> = Extract<StateEvent, { type: Type }>['data'];
export type StateRegistered = Extract<StateEvent, { type: 'StateRegistered' }>;
/** What becomes of a state that is registered. */
export type StateChange = Exclude<StateEvent, StateRegistered>;

export type StateCommand =
  | { type: 'RegisterState'; state: Data<'StateRegistered'> }
  | { type: 'AddName'; name: Data<'NameAdded'> }
  | { type: 'RenameState'; renaming: Data<'StateRenamed'> }
  | { type: 'RecordSuccession'; succession: Data<'StateSucceeded'> }
  | { type: 'DissolveState'; dissolution: Data<'StateDissolved'> };

/** Codes and the facts that explain them; the sentences are the apps'. */
export type StateRefusal =
  | { code: 'state-exists'; state: string }
  | { code: 'state-not-registered' }
  | { code: 'name-known'; name: string }
  /** No state takes its own place. */
  | { code: 'own-successor'; state: string }
  /** `until` is the last day on which it existed. */
  | { code: 'state-dissolved'; until: Day }
  | DayInFuture;

export interface State {
  readonly registered?: Data<'StateRegistered'>;
  /** In the order of recording. */
  readonly changes: readonly (StateChange & { readonly eventId: string })[];
}

/** From when to when a state existed, both days included; a side is absent where the register sees no end. */
export interface StateFacts {
  readonly from?: Day;
  readonly until?: Day;
}

export const initialState: State = { changes: [] };

/** The events that a command yields: none where all is recorded already; a refusal where it may not be recorded. */
export function decideState(
  command: StateCommand,
  state: State,
  circumstances: { readonly today: Day },
): StateEvent[] | StateRefusal {
  switch (command.type) {
    case 'RegisterState':
      return registerState(command.state, state);
    case 'AddName':
      return change({ type: 'NameAdded', data: command.name }, state, circumstances);
    case 'RenameState':
      return change({ type: 'StateRenamed', data: command.renaming }, state, circumstances);
    case 'RecordSuccession':
      return change({ type: 'StateSucceeded', data: command.succession }, state, circumstances);
    case 'DissolveState':
      return change({ type: 'StateDissolved', data: command.dissolution }, state, circumstances);
  }
}

/** Total: whatever the log holds, it folds. */
export function evolveState(state: State, event: StateEvent & { eventId: string }): State {
  if (event.type === 'StateRegistered') return { ...state, registered: event.data };
  const kept = { type: event.type, data: event.data, eventId: event.eventId } as State['changes'][number];
  return { ...state, changes: [...state.changes, kept] };
}

/**
 * Undefined for a state that is not registered. Partial days are read in its favour: a state that began in 1991 exists
 * from the first day of that year, one that ended in 1991 until the last. A succession says nothing of either: a state
 * that takes over a part of another may be the older of the two.
 */
export function stateFactsOf({ registered, changes }: State): StateFacts | undefined {
  if (!registered) return undefined;
  const from = registered.from === undefined ? null : dayRange(registered.from).earliest;
  const dissolved = changes.flatMap(({ type, data }) => (type === 'StateDissolved' ? [data.on] : []));
  const ends = [registered.until ?? [], dissolved].flat().flatMap((day) => dayRange(day).latest ?? []);
  const [until] = ends.sort();
  return { ...(from !== null && { from }), ...(until !== undefined && { until }) };
}

/** Whether a state existed on a day, or may have. */
export const existsOn = ({ from, until }: StateFacts, day: Day): boolean =>
  (from === undefined || from <= day) && (until === undefined || day <= until);

function registerState(data: Data<'StateRegistered'>, { registered }: State): StateEvent[] | StateRefusal {
  if (!registered) return [{ type: 'StateRegistered', data }];
  return same(registered, data) ? [] : { code: 'state-exists', state: data.code };
}

function change(
  event: StateChange,
  state: State,
  { today }: { readonly today: Day },
): StateEvent[] | StateRefusal {
  if (!state.registered) return { code: 'state-not-registered' };
  if (state.changes.some(({ type, data }) => same({ type, data }, event))) return [];
  if (event.type === 'NameAdded') {
    const { name } = event.data;
    return knownNames(state).includes(name) ? { code: 'name-known', name } : [event];
  }
  return (
    dayInFuture(event.data, today) ??
    ownSuccessor(event, state.registered.code) ??
    (isTooLate(event, state)
      ? { code: 'state-dissolved', until: stateFactsOf(state)?.until as Day }
      : [event])
  );
}

function ownSuccessor(event: StateChange, state: string): StateRefusal | undefined {
  const own =
    (event.type === 'StateSucceeded' && event.data.predecessors.includes(state)) ||
    (event.type === 'StateDissolved' && event.data.successors.includes(state));
  return own ? { code: 'own-successor', state } : undefined;
}

/** A state is dissolved once, and nothing happens to it afterwards. */
function isTooLate(event: Exclude<StateChange, { type: 'NameAdded' }>, state: State): boolean {
  if (event.type === 'StateDissolved') return state.changes.some(({ type }) => type === 'StateDissolved');
  const { until } = stateFactsOf(state) ?? {};
  return until !== undefined && foldDay(event.data.on) > until;
}

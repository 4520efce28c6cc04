// state.ts: the states, and other entities that take part as states do.
import type { z } from 'zod';
import { same } from '../same.js';
import type { stateSchemas } from './state.schema.js';

type Schemas = typeof stateSchemas;

/** Stored as they stand. */
export type StateEvent = { [T in keyof Schemas]: { type: T; data: z.infer<Schemas[T]> } }[keyof Schemas];

export type StateCommand = { type: 'RegisterState'; state: z.infer<Schemas['StateRegistered']> };

export type StateRefusal = { code: 'state-exists'; state: string };

export interface State {
  readonly registered?: z.infer<Schemas['StateRegistered']>;
}

export const initialState: State = {};

export function decideState(command: StateCommand, state: State): StateEvent[] | StateRefusal {
  if (!state.registered) return [{ type: 'StateRegistered', data: command.state }];
  return same(state.registered, command.state) ? [] : { code: 'state-exists', state: command.state.code };
}

export const evolveState = (state: State, event: StateEvent): State => ({ ...state, registered: event.data });

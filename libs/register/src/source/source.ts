// source.ts: the texts that the register rests on.
import type { z } from 'zod';
import { same } from '../same.js';
import type { sourceSchemas } from './source.schema.js';

type Schemas = typeof sourceSchemas;

/** Stored as they stand. */
export type SourceEvent = { [T in keyof Schemas]: { type: T; data: z.infer<Schemas[T]> } }[keyof Schemas];

export type SourceCommand = { type: 'RegisterSource'; source: z.infer<Schemas['SourceRegistered']> };

export type SourceRefusal = { code: 'source-exists'; source: string };

export interface Source {
  readonly registered?: z.infer<Schemas['SourceRegistered']>;
}

export const initialSource: Source = {};

export function decideSource(command: SourceCommand, source: Source): SourceEvent[] | SourceRefusal {
  if (!source.registered) return [{ type: 'SourceRegistered', data: command.source }];
  return same(source.registered, command.source) ? [] : { code: 'source-exists', source: command.source.id };
}

export const evolveSource = (source: Source, event: SourceEvent): Source => ({
  ...source,
  registered: event.data,
});

// body.ts: the bodies that states belong to, and the rule by which each takes them in.
import type { z } from 'zod';
import { foldDay, type Day } from '../day.js';
import { same } from '../same.js';
import type { BodyKind } from '../vocabulary.js';
import type { bodySchemas, rule } from './body.schema.js';

type Schemas = typeof bodySchemas;

/** Stored as they stand. */
export type BodyEvent = { [T in keyof Schemas]: { type: T; data: z.infer<Schemas[T]> } }[keyof Schemas];
export type BodyRule = z.infer<typeof rule>;

export type BodyCommand = { type: 'RegisterBody'; body: z.infer<Schemas['BodyRegistered']> };

export type BodyRefusal = { code: 'body-exists'; slug: string };

/** What the fold of a membership must know of its body. */
export interface BodyFacts {
  readonly kind: BodyKind;
  readonly rule: BodyRule;
  /** The day of entry into force; absent while it is not in force, which caps every standing at `consented`. */
  readonly inForceOn?: Day;
}

export interface Body {
  readonly registered?: z.infer<Schemas['BodyRegistered']>;
}

export const initialBody: Body = {};

export function decideBody(command: BodyCommand, body: Body): BodyEvent[] | BodyRefusal {
  if (!body.registered) return [{ type: 'BodyRegistered', data: command.body }];
  return same(body.registered, command.body) ? [] : { code: 'body-exists', slug: command.body.slug };
}

export const evolveBody = (body: Body, event: BodyEvent): Body => ({ ...body, registered: event.data });

/** Undefined for a body that is not registered. */
export function factsOf({ registered }: Body): BodyFacts | undefined {
  if (!registered) return undefined;
  const { kind, rule, inForceSince } = registered;
  return inForceSince === undefined ? { kind, rule } : { kind, rule, inForceOn: foldDay(inForceSince) };
}

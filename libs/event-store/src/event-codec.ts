import type { NewEvent, StoredEvent } from './event.js';
import { isName } from './names.js';
import { jsonPath } from './json-path.js';
import { StoreError } from './store-error.js';

/** Anything that checks a value and gives it back typed, or throws. A zod schema is one. */
export interface Schema {
  parse(value: unknown): unknown;
}

/** All versions of one event type: `schemas[0]` is version 1, `upcasts[0]` makes a version 2 of a version 1. */
export interface EventType {
  readonly schemas: readonly Schema[];
  readonly upcasts?: readonly ((data: never) => unknown)[];
}

export type EventTypes = Readonly<Record<string, EventType>>;

/** The one place where what callers give becomes what is stored, and what is stored becomes a typed event. */
export interface EventCodec {
  /** Checks data against the latest schema; what is stored is what the schema gives back. */
  encode(event: NewEvent): { readonly schemaVersion: number; readonly data: unknown };
  /** Brings an event as stored up to the latest version of its type. */
  decode(event: StoredEvent): StoredEvent;
  /** Checks an event as stored against the schema of its own version: for a log that comes from elsewhere. */
  check(event: Pick<StoredEvent, 'type' | 'schemaVersion' | 'data'>): void;
}

/**
 * A codec for these types. Data of the latest version is not checked again when it is read: it went in through the
 * schema and cannot have changed since, and a schema made stricter later must not make the past unreadable.
 */
export function eventCodec(types: EventTypes): EventCodec {
  const known = new Map(Object.entries(types));
  for (const [name, type] of known) checkType(name, type);

  const find = (name: string): EventType => {
    const type = known.get(name);
    if (!type)
      throw new StoreError('unregistered-type', `no event type ${name} is registered`, { type: name });
    return type;
  };

  return {
    encode({ type: name, data }) {
      const { schemas } = find(name);
      return { schemaVersion: schemas.length, data: parse(name, schemas.at(-1), data) };
    },

    decode(event) {
      const { schemas, upcasts = [] } = find(event.type);
      if (event.schemaVersion === schemas.length) return event;
      if (!schemas[event.schemaVersion - 1]) throw unknownVersion(event);
      let data = event.data;
      for (const upcast of upcasts.slice(event.schemaVersion - 1)) data = upcast(data as never);
      return { ...event, schemaVersion: schemas.length, data };
    },

    check(event) {
      const schema = find(event.type).schemas[event.schemaVersion - 1];
      if (!schema) throw unknownVersion(event);
      parse(event.type, schema, event.data);
    },
  };
}

/**
 * Reads events exactly as they are stored, of whatever type and version, and writes none: for what must not depend on
 * the present code, such as a proof over the log.
 */
export const asStored: EventCodec = {
  encode({ type }) {
    throw new StoreError('unregistered-type', `this codec only reads, it cannot write ${type}`, { type });
  },
  decode: (event) => event,
  check: () => undefined,
};

function checkType(name: string, { schemas, upcasts = [] }: EventType): void {
  if (!isName(name)) throw new StoreError('bad-name', `${JSON.stringify(name)} cannot name an event type`);
  if (schemas.length === 0 || upcasts.length !== schemas.length - 1)
    throw new Error(`${name} has ${schemas.length} schemas and ${upcasts.length} upcasts`);
}

function unknownVersion({ type, schemaVersion }: Pick<StoredEvent, 'type' | 'schemaVersion'>): StoreError {
  const facts = { type, schemaVersion };
  return new StoreError('unregistered-type', `no version ${schemaVersion} of ${type} is registered`, facts);
}

function parse(type: string, schema: Schema | undefined, data: unknown): unknown {
  try {
    return schema?.parse(data);
  } catch (error) {
    const issues = issuesOf(error);
    const told = issues.map(({ path, message }) => `${path}: ${message}`).join('; ');
    throw new StoreError('bad-data', `${type}: ${told}`, { type, issues });
  }
}

interface Issue {
  readonly path: string;
  readonly message: string;
}

function issuesOf(error: unknown): Issue[] {
  const { issues } = error as { issues?: { path?: readonly PropertyKey[]; message?: string }[] };
  if (!Array.isArray(issues))
    return [{ path: '$', message: error instanceof Error ? error.message : String(error) }];
  return issues.map(({ path = [], message = 'not accepted' }) => ({ path: jsonPath(path), message }));
}

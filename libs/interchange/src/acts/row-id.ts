import { uuidV5 } from '../uuid-v5.js';

/**
 * Namespace of the event ids that stand for rows of acts: UUIDv5 of `chancery:acts-ndjson` in the URL namespace of
 * RFC 9562. It must never change, or rows already imported would be imported again.
 */
export const ROWS_NAMESPACE = 'bb578a9e-15b3-5434-ab1c-d56345ff7f45';

/** What a row registers, or that it records an act or a correction, of whatever it is; an id is unique within its kind. */
export type IdKind = 'source' | 'body' | 'state' | 'contact' | 'act';

/**
 * The event id of a row: for an act the UUIDv5 of its id, for a registration that of kind and code (`body:abraham-accords`).
 * An act's id has no colon, so the two never meet.
 */
export const eventIdOf = (kind: IdKind, id: string): string =>
  uuidV5(ROWS_NAMESPACE, kind === 'act' ? id : `${kind}:${id}`);

/** Why the store refused. `facts` carries what a caller needs to explain it: the stream, the path in the data … */
export type StoreErrorCode =
  /** The stream to read does not exist. */
  | 'unknown-stream'
  /** An expectation was not met: `facts` has streamId, expected and actual version. */
  | 'wrong-version'
  /** The expectation itself is not one: a negative or broken number, another word. */
  | 'bad-expectation'
  /** The idempotency key was used for other content. */
  | 'key-reused'
  | 'duplicate-event-id'
  | 'unregistered-type'
  /** The data does not fit the schema of its type, or is not plain JSON. */
  | 'bad-data'
  /** NUL or a lone surrogate in a text: PostgreSQL's jsonb cannot hold them. */
  | 'bad-text'
  /** Not finite, or a whole number beyond 2^53 - 1. */
  | 'bad-number'
  /** Data of more than 60,000 bytes or 50 levels, a request of more than 10,000 events or 32 million characters. */
  | 'too-large'
  /** A stream id, type, actor, key or fingerprint that is empty, too long, or has characters that it may not have. */
  | 'bad-name'
  /** No events, a stream written twice, an event id that is not a UUID, an instant that goes back … */
  | 'bad-request'
  /** A load into a log that is not empty. */
  | 'not-empty'
  | 'closed';

export class StoreError extends Error {
  constructor(
    readonly code: StoreErrorCode,
    message: string,
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'StoreError';
  }
}

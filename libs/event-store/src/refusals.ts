import { StoreError } from './store-error.js';
import type { Expectation } from './store.js';

// The refusals that only a look at the log can give, worded in one place for every store.

export function wrongVersion(streamId: string, expected: Expectation, actual: number): StoreError {
  const message = `${streamId} is at version ${actual}, expected ${expected}`;
  return new StoreError('wrong-version', message, { streamId, expected, actual });
}

export function keyReused(key: string): StoreError {
  return new StoreError('key-reused', `the key ${key} was used for other content`, { key });
}

export function duplicateEventId(eventId: string): StoreError {
  return new StoreError('duplicate-event-id', `an event ${eventId} is in the log already`, { eventId });
}

export function unknownStream(streamId: string): StoreError {
  return new StoreError('unknown-stream', `there is no stream ${streamId}`, { streamId });
}

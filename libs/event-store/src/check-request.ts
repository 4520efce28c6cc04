import type { EventMetadata, NewEvent } from './event.js';
import { isLine, isName, isStorableText, isUuid } from './names.js';
import { StoreError } from './store-error.js';
import type { AppendRequest, Expectation } from './store.js';

/** Events that one request may hold. More belongs into several requests, each safe to repeat under its own key. */
export const MAX_EVENTS = 10_000;

const METADATA = ['actor', 'correlationId', 'causationId', 'batchId'];

/** Refuses a request whose outside is wrong: its names, expectations, ids and metadata. The data is checked apart. */
export function checkRequest(request: AppendRequest): void {
  const { writes, checks = [], metadata, idempotency } = request;
  checkStreams(writes.map(({ streamId }) => streamId).concat(checks.map(({ streamId }) => streamId)));
  for (const { expect } of [...writes, ...checks]) checkExpectation(expect);
  checkEvents(writes.map(({ events }) => events));
  checkMetadata(metadata);
  if (idempotency) checkIdempotency(idempotency);
}

export function checkStreamId(streamId: unknown): void {
  if (!isName(streamId)) throw badName('streamId', streamId);
}

/** A position in the log, counted from 0, that a caller asks for. */
export function checkPosition(position: number): void {
  if (!Number.isSafeInteger(position) || position < 0)
    throw new StoreError('bad-request', `${position} is not a position`, { position });
}

/** Milliseconds since 1970 of an instant that a caller asks for. */
export function checkedTime(instant: Date): number {
  const time = instant.getTime();
  if (Number.isNaN(time)) throw new StoreError('bad-request', 'an invalid date is not an instant');
  return time;
}

/** Accepts the four known texts, and no others or other kinds of value than a line of text. */
export function checkMetadata(metadata: EventMetadata): void {
  checkLine('actor', metadata.actor);
  for (const [field, value] of Object.entries(metadata) as [string, unknown][]) {
    if (!METADATA.includes(field)) throw new StoreError('bad-request', `metadata has no ${field}`, { field });
    if (value !== undefined) checkLine(field, value);
  }
}

/** Refuses a key or a fingerprint that is not one. */
export function checkIdempotency({ key, fingerprint }: { key: string; fingerprint?: string }): void {
  if (!isName(key)) throw badName('key', key);
  if (fingerprint !== undefined) checkLine('fingerprint', fingerprint);
}

function checkStreams(streamIds: string[]): void {
  streamIds.forEach(checkStreamId);
  const seen = new Set<string>();
  for (const streamId of streamIds) {
    if (seen.has(streamId))
      throw new StoreError('bad-request', `${streamId} stands twice in the request`, { streamId });
    seen.add(streamId);
  }
}

function checkExpectation(expect: Expectation): void {
  if (expect === 'any' || expect === 'no-stream' || expect === 'stream-exists') return;
  if (typeof expect === 'number' && Number.isInteger(expect) && expect >= 0 && expect < 2 ** 31) return;
  throw new StoreError('bad-expectation', `${String(expect)} is not an expectation`, { expect });
}

function checkEvents(lists: (readonly NewEvent[])[]): void {
  if (lists.length === 0 || lists.some(({ length }) => length === 0))
    throw new StoreError('bad-request', 'there is no event to write');
  const events = lists.reduce((sum, { length }) => sum + length, 0);
  if (events > MAX_EVENTS)
    throw new StoreError('too-large', `${events} events in one request`, { events, most: MAX_EVENTS });
  checkEventIds(lists);
}

function checkEventIds(lists: (readonly NewEvent[])[]): void {
  const ids = new Set<string>();
  for (const events of lists)
    for (const { eventId } of events) {
      if (eventId === undefined) continue;
      if (!isUuid(eventId)) throw new StoreError('bad-request', `${eventId} is not a UUID`, { eventId });
      const id = eventId.toLowerCase();
      if (ids.has(id))
        throw new StoreError('duplicate-event-id', `${id} stands twice in the request`, { eventId: id });
      ids.add(id);
    }
}

function checkLine(field: string, value: unknown): void {
  if (isLine(value)) return;
  if (typeof value === 'string' && !isStorableText(value))
    throw new StoreError('bad-text', `$.${field}: a NUL or a lone surrogate cannot be stored`, {
      path: `$.${field}`,
    });
  throw badName(field, value);
}

function badName(field: string, value: unknown): StoreError {
  return new StoreError('bad-name', `${String(value)} cannot be a ${field}`, { field });
}

import { randomUUID } from 'node:crypto';
import { checkedJson } from './check-json.js';
import { checkRequest } from './check-request.js';
import type { NewEvent } from './event.js';
import type { EventCodec } from './event-codec.js';
import { fingerprint } from './fingerprint.js';
import { StoreError } from './store-error.js';
import type { AppendRequest, Expectation } from './store.js';

/** The data of all events of one request together, as JSON in UTF-16: well below what one database call may carry. */
export const MAX_REQUEST_LENGTH = 32 * 1024 * 1024;

/** A request that passed every check which needs no look at the log, in the form in which it is stored. */
export interface PreparedRequest {
  readonly writes: readonly PreparedWrite[];
  readonly checks: readonly { readonly streamId: string; readonly expect: Expectation }[];
  /** As JSON text. */
  readonly metadata: string;
  readonly idempotency?: { readonly key: string; readonly fingerprint: string };
  readonly eventCount: number;
  /** Length of the JSON text of all its data. */
  readonly length: number;
}

export interface PreparedWrite {
  readonly streamId: string;
  readonly expect: Expectation;
  readonly events: readonly PreparedEvent[];
}

export interface PreparedEvent {
  readonly eventId: string;
  /** Whether the caller chose the id, so that it may be in the log already. */
  readonly idGiven: boolean;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: unknown;
  /** The data as JSON text. */
  readonly json: string;
}

/** Checks and encodes a request. Throws a `StoreError`; has no effect. */
export function prepareRequest(codec: EventCodec, request: AppendRequest): PreparedRequest {
  checkRequest(request);
  const writes = request.writes.map(({ streamId, expect, events }) => ({
    streamId,
    expect,
    events: events.map((event) => prepareEvent(codec, event)),
  }));
  const { length, eventCount } = measure(writes);
  return {
    writes,
    checks: request.checks ?? [],
    metadata: JSON.stringify(request.metadata),
    ...(request.idempotency && { idempotency: withFingerprint(request.idempotency, writes) }),
    eventCount,
    length,
  };
}

function prepareEvent(codec: EventCodec, event: NewEvent): PreparedEvent {
  const { type } = event;
  const { schemaVersion, data } = codec.encode(event);
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new StoreError('bad-data', `${type}: the data of an event is an object`, { type, path: '$' });
  const idGiven = event.eventId !== undefined;
  const eventId = event.eventId?.toLowerCase() ?? randomUUID();
  return { eventId, idGiven, type, schemaVersion, data, json: checkedJson(data) };
}

function measure(writes: readonly PreparedWrite[]): { length: number; eventCount: number } {
  let length = 0;
  let eventCount = 0;
  for (const { events } of writes) {
    eventCount += events.length;
    for (const { json } of events) length += json.length;
  }
  if (length > MAX_REQUEST_LENGTH)
    throw new StoreError('too-large', `${length} characters of JSON in one request`, { length });
  return { length, eventCount };
}

/** Left out, the fingerprint stands for what the request writes: not for its ids, metadata and expectations. */
function withFingerprint(
  idempotency: { key: string; fingerprint?: string },
  writes: readonly PreparedWrite[],
): { key: string; fingerprint: string } {
  if (idempotency.fingerprint !== undefined)
    return { key: idempotency.key, fingerprint: idempotency.fingerprint };
  const content = writes.map(({ streamId, events }) => [
    streamId,
    events.map(({ type, data }) => [type, data]),
  ]);
  return { key: idempotency.key, fingerprint: fingerprint(content) };
}

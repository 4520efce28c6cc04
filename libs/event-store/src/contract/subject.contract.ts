import { expect } from '@jest/globals';
import type { NewEvent, StoredEvent } from '../event.js';
import { eventCodec, type EventCodec, type Schema } from '../event-codec.js';
import { StoreError, type StoreErrorCode } from '../store-error.js';
import type { AppendRequest, EventStore, Expectation } from '../store.js';

/** A store under test with an empty log of its own. */
export interface Subject {
  readonly store: EventStore;
  /** Another store over the same log. */
  reopen(codec: EventCodec): Promise<EventStore> | EventStore;
  /** Takes over a complete log. */
  load(events: readonly StoredEvent[]): Promise<void>;
  /** Closes the store and whatever is under it. */
  end(): Promise<void>;
}

export type MakeSubject = (codec: EventCodec) => Promise<Subject> | Subject;
export type Open = () => Promise<Subject>;

/** Any object, kept as it is. */
const anything: Schema = { parse: (value) => value };

/** `{ count }` with a whole number that is not negative, and nothing else. */
const count: Schema = {
  parse(value) {
    const { count, ...others } = value as { count?: unknown };
    const issues = Object.keys(others).map((key) => ({ path: [key], message: 'is not known' }));
    if (!Number.isInteger(count) || Number(count) < 0)
      issues.push({ path: ['count'], message: 'is not a count' });
    if (issues.length > 0) throw Object.assign(new Error('not a count'), { issues });
    return value;
  },
};

export const types = { NoteTaken: { schemas: [anything] }, Counted: { schemas: [count] } };
export const codec = eventCodec(types);

export const metadata = { actor: 'officer:amina' };

export const note = (text: unknown, eventId?: string): NewEvent => ({
  type: 'NoteTaken',
  data: { text },
  ...(eventId !== undefined && { eventId }),
});

export const notes = (howMany: number): NewEvent[] =>
  Array.from({ length: howMany }, (_, index) => note(index + 1));

/** A request to write these events to one stream. */
export function to(
  streamId: string,
  events: readonly NewEvent[],
  expected: Expectation = 'any',
): AppendRequest {
  return { writes: [{ streamId, expect: expected, events }], metadata };
}

/** Expects a refusal with this code, and gives its facts. */
export async function refused(attempt: Promise<unknown>, code: StoreErrorCode): Promise<StoreError['facts']> {
  const error = await attempt.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof StoreError)) throw new Error(`expected ${code}, got ${String(error)}`);
  expect(error.code).toBe(code);
  return error.facts;
}

export async function collect<T>(batches: AsyncIterable<T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const batch of batches) all.push(...batch);
  return all;
}

export const textsOf = (events: readonly StoredEvent[]): unknown[] =>
  events.map(({ data }) => (data as { text: unknown }).text);

export const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

// What the handlers of all aggregates share: read, fold, decide, append, and once more where another was faster.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  fingerprint,
  StoreError,
  type AppendResult,
  type EventStore,
  type NewEvent,
  type StoredEvent,
} from '#event-store';
import type { Envelope, Outcome } from './envelope.js';
import { Refused, type Refusal } from './refused.js';

export interface Task {
  readonly streamId: string;
  /** Other streams that the decision rests on. */
  readonly reads?: readonly string[];
  /** Of those, the ones that must not have moved on when the events are written. */
  readonly restsOn?: readonly string[];
  /** Identifies the request together with its idempotency key. */
  readonly command: object;
  decide(streams: ReadonlyMap<string, StoredEvent[]>): readonly NewEvent[] | Refusal;
}

/** What the events of a stream amount to. */
export const fold = <State>(
  streams: ReadonlyMap<string, StoredEvent[]>,
  streamId: string,
  evolve: (state: State, event: never) => State,
  initial: State,
): State => (streams.get(streamId) ?? []).reduce((state, event) => evolve(state, event as never), initial);

/** Ids of the sources that a command cites, wherever it does, each once. */
export function citationsIn(command: unknown): string[] {
  if (typeof command !== 'object' || command === null) return [];
  if (Array.isArray(command)) return [...new Set(command.flatMap(citationsIn))];
  const { sources } = command as { sources?: unknown };
  const here = Array.isArray(sources)
    ? sources.flatMap((citation: { source?: string }) => citation.source ?? [])
    : [];
  return [...new Set([...here, ...Object.values(command).flatMap(citationsIn)])];
}

/** Of those that are at one stream at the same moment, each round lets one through; officers are not so many. */
const TRIES = 60;
const LONGEST_PAUSE_MS = 20;

/** Carries a command out. Throws `Refused` where the domain says no. */
export async function carryOut(store: EventStore, task: Task, envelope: Envelope): Promise<Outcome> {
  const key = envelope.idempotencyKey;
  const idempotency =
    key === undefined ? undefined : { key, fingerprint: fingerprint([task.streamId, task.command]) };
  const earlier = idempotency && (await store.resultOf(idempotency));
  if (earlier) return repeatOf(earlier, task.streamId);
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptOnce(store, task, envelope, idempotency);
    } catch (error) {
      // What refuses it may be its own twin, which was sent at the same moment and was faster.
      const twin = error instanceof Refused && idempotency && (await store.resultOf(idempotency));
      if (twin) return repeatOf(twin, task.streamId);
      const overtaken = error instanceof StoreError && error.code === 'wrong-version';
      if (!overtaken || attempt === TRIES) throw error;
      // Not all at once again.
      if (attempt > 2) await sleep(Math.random() * LONGEST_PAUSE_MS);
    }
  }
}

async function attemptOnce(
  store: EventStore,
  task: Task,
  envelope: Envelope,
  idempotency: { key: string; fingerprint: string } | undefined,
): Promise<Outcome> {
  const streams = await store.readStreams([task.streamId, ...(task.reads ?? [])]);
  const versionOf = (streamId: string): number => streams.get(streamId)?.at(-1)?.version ?? 0;
  const version = versionOf(task.streamId);
  const { expectedVersion: expected } = envelope;
  if (expected !== undefined && expected !== version) {
    throw new Refused({ code: 'stale-version', expected, actual: version });
  }
  const decided = task.decide(streams);
  if ('code' in decided) throw new Refused(decided);
  if (decided.length === 0) return { position: (await store.head()).position, version, events: [] };
  const events = decided.map((event) => ({ ...event, eventId: envelope.eventId ?? randomUUID() }));
  const result = await store.append({
    writes: [{ streamId: task.streamId, expect: version, events }],
    checks: (task.restsOn ?? []).map((streamId) => ({ streamId, expect: versionOf(streamId) })),
    metadata: metadataOf(envelope),
    ...(idempotency && { idempotency }),
  });
  return {
    ...repeatOf(result, task.streamId),
    events: result.repeated ? [] : events.map(({ eventId }) => eventId),
  };
}

const repeatOf = (result: AppendResult, streamId: string): Outcome => ({
  position: result.last,
  version: result.versions[streamId] ?? 0,
  events: [],
});

function metadataOf({ actor, correlationId, causationId, batchId }: Envelope) {
  return {
    actor,
    ...(correlationId !== undefined && { correlationId }),
    ...(causationId !== undefined && { causationId }),
    ...(batchId !== undefined && { batchId }),
  };
}

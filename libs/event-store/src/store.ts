import type { EventMetadata, NewEvent, StoredEvent } from './event.js';

/**
 * What a stream must look like for a request to be accepted: at exactly this version (0: no stream yet),
 * not there yet, there already, or anything.
 */
export type Expectation = number | 'no-stream' | 'stream-exists' | 'any';

/** Events for one stream, in their order. */
export interface StreamWrite {
  readonly streamId: string;
  readonly expect: Expectation;
  readonly events: readonly NewEvent[];
}

/** All of it is written, in one transaction, or none of it. */
export interface AppendRequest {
  /** Each stream at most once. The events take positions in this order. */
  readonly writes: readonly StreamWrite[];
  /** Expectations on streams that are only looked at. */
  readonly checks?: readonly { readonly streamId: string; readonly expect: Expectation }[];
  readonly metadata: EventMetadata;
  /**
   * Makes the request safe to repeat: a second request with the same key gets the first one's result.
   * `fingerprint` says what the key stands for, and defaults to a hash of the streams, types and data written
   * (event ids, expectations and metadata may differ between tries). The same key with another fingerprint is refused.
   */
  readonly idempotency?: { readonly key: string; readonly fingerprint?: string };
}

export interface AppendResult {
  /** Position of the first and of the last event written. */
  readonly first: number;
  readonly last: number;
  readonly recordedAt: string;
  /** The version of each stream written, after the write. */
  readonly versions: Readonly<Record<string, number>>;
  /** True when an earlier request with this key had already written them. */
  readonly repeated: boolean;
}

/** The log. Every refusal is a `StoreError`, raised before anything is written. */
export interface EventStore {
  append(request: AppendRequest): Promise<AppendResult>;

  /** What a request with this key wrote, if there was one. Refuses `key-reused` where the fingerprint differs. */
  resultOf(idempotency: { key: string; fingerprint: string }): Promise<AppendResult | undefined>;

  /** A stream from its start, up to a position of the log if one is given. Refuses `unknown-stream`. */
  readStream(streamId: string, options?: { upTo?: number }): Promise<StoredEvent[]>;

  /**
   * Several streams at once, as of one instant; a stream that does not exist is simply absent from the map.
   */
  readStreams(streamIds: readonly string[], options?: { upTo?: number }): Promise<Map<string, StoredEvent[]>>;

  /** The log after a position (0: from the start), in batches, with flat memory. Ends at the end of the log. */
  readAll(options?: {
    after?: number;
    upTo?: number;
    types?: readonly string[];
    batchSize?: number;
  }): AsyncIterable<StoredEvent[]>;

  /**
   * The log after a position and then what is appended, as it is appended: each event once, in order, until `signal`
   * is aborted.
   */
  subscribe(options: { after: number; signal: AbortSignal }): AsyncIterable<StoredEvent[]>;

  /** The last position, 0 for an empty log, and when it was recorded. */
  head(): Promise<{ position: number; recordedAt: string | null }>;

  /** The last position recorded at or before an instant; 0 if there is none. */
  positionAt(instant: Date): Promise<number>;

  close(): Promise<void>;
}

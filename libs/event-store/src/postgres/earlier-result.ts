import type { AppendResult } from '../store.js';

/** What `event_store.result_of` tells of an idempotency key. */
export interface EarlierResult {
  readonly fingerprint: string;
  readonly first: number;
  readonly count: number;
  readonly recordedAt: string;
  readonly versions: Record<string, number>;
}

/** The result of the request that had the key, unless it wrote something else. */
export function repeatedResult(
  { fingerprint }: { fingerprint: string },
  { first, count, recordedAt, versions, ...earlier }: EarlierResult,
): AppendResult | undefined {
  if (earlier.fingerprint !== fingerprint) return undefined;
  return { first, last: first + count - 1, recordedAt, versions, repeated: true };
}

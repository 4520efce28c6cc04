import type { StoredEvent } from '../../event.js';

/** Checks that positions run 1..n, versions 1..n in each stream, and instants never go back. Gives n. */
export function checkLog(events: readonly StoredEvent[]): number {
  const versions = new Map<string, number>();
  let recordedAt = '';
  events.forEach((event, index) => {
    const due = (versions.get(event.streamId) ?? 0) + 1;
    if (event.position !== index + 1) throw new Error(`position ${event.position} in place ${index + 1}`);
    if (event.version !== due)
      throw new Error(`version ${event.version} of ${event.streamId}, due was ${due}`);
    if (event.recordedAt < recordedAt) throw new Error(`${event.recordedAt} after ${recordedAt}`);
    versions.set(event.streamId, due);
    recordedAt = event.recordedAt;
  });
  return events.length;
}

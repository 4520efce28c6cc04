import { Bell } from '../bell.js';
import type { EventMetadata, StoredEvent } from '../event.js';
import type { AppendResult } from '../store.js';

/** An event as text, so that no caller can change the log through a value that it was given. */
export interface Row extends Omit<StoredEvent, 'data' | 'metadata'> {
  readonly data: string;
  readonly metadata: string;
}

/** What a database would hold: the log and what is looked up in it. */
export class MemoryLog {
  readonly rows: Row[] = [];
  readonly streams = new Map<string, Row[]>();
  readonly eventIds = new Set<string>();
  readonly results = new Map<string, { readonly fingerprint: string; readonly result: AppendResult }>();
  readonly bell = new Bell();

  add(row: Row): void {
    this.rows.push(row);
    this.eventIds.add(row.eventId);
    const stream = this.streams.get(row.streamId);
    if (stream) stream.push(row);
    else this.streams.set(row.streamId, [row]);
  }

  versionOf(streamId: string): number {
    return this.streams.get(streamId)?.length ?? 0;
  }
}

/** The event of a row, as it is stored. */
export function eventOf(row: Row): StoredEvent {
  const metadata = JSON.parse(row.metadata) as EventMetadata;
  return { ...row, data: JSON.parse(row.data) as unknown, metadata };
}

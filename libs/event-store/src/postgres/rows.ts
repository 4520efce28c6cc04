import type pg from 'pg';
import type { EventMetadata, StoredEvent } from '../event.js';
import type { EventCodec } from '../event-codec.js';

/** The columns of an event in the order in which `storedEvents` takes them. The instant is in UTC, whatever the session. */
export const EVENT_COLUMNS = [
  'position',
  'event_id',
  'stream_id',
  'version',
  'type',
  'schema_version',
  'data',
  'metadata',
  `recorded_at AT TIME ZONE 'UTC'`,
]
  .map((column) => `e.${column}`)
  .join(', ');

/** Every column as the text that the server sent: what becomes of it is decided here, for these queries alone. */
export const asText: pg.CustomTypesConfig = { getTypeParser: () => (text: string) => text };

export type EventRow = [string, string, string, string, string, string, string, string, string];

/** Makes events of rows of `EVENT_COLUMNS` read in row mode `array`, brought up to date by the codec. */
export function storedEvents(rows: readonly EventRow[], codec: EventCodec): StoredEvent[] {
  let text = '';
  let instant = '';
  // Events of one batch share their instant and often their metadata.
  return rows.map(
    ([position, eventId, streamId, version, type, schemaVersion, data, metadata, recordedAt]) => {
      if (recordedAt !== text) instant = isoInstant((text = recordedAt));
      return codec.decode({
        position: Number(position),
        eventId,
        streamId,
        version: Number(version),
        type,
        schemaVersion: Number(schemaVersion),
        data: JSON.parse(data) as unknown,
        metadata: JSON.parse(metadata) as EventMetadata,
        recordedAt: instant,
      });
    },
  );
}

/** `2026-01-22 09:30:00.5`, as PostgreSQL writes a timestamp without zone, as `2026-01-22T09:30:00.500Z`. */
export function isoInstant(timestamp: string): string {
  return `${timestamp.slice(0, 10)}T${timestamp.slice(11, 19)}.${timestamp.slice(20).padEnd(3, '0')}Z`;
}

import { rowsOf, type Reader } from './reader.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Where in the log an event stands, by its id; undefined where there is none, or the text is no id. */
export async function positionOfEvent(reader: Reader, eventId: string): Promise<number | undefined> {
  if (!UUID.test(eventId)) return undefined;
  const [found] = await rowsOf<{ position: number }>(
    reader,
    'select position from event_store.event where event_id = $1',
    [eventId],
  );
  return found?.position;
}

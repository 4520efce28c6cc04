// All that was recorded of one body, state, source or contact, as known at a position.
import { rowsOf, type Reader } from '../reader.js';
import type { DossierEvent, DossierKind } from './dossier.projection.js';

/** In the order of recording, so that their number is the version of the stream; empty where nothing was. */
export async function recordOf(
  reader: Reader,
  position: number,
  kind: DossierKind,
  key: string,
): Promise<readonly DossierEvent[]> {
  const rows = await rowsOf<{ events: DossierEvent[] }>(
    reader,
    'select events from read_model.dossier where stream = $1',
    [`${kind}-${key}`],
  );
  return rows.flatMap(({ events }) => events.filter((event) => event.position <= position));
}

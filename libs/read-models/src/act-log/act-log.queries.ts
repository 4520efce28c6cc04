// Acts as known at a position: one that was retracted later still stands.
import { rowsOf, type Reader } from '../reader.js';
import { selectRows } from '../row-table.js';
import type { ActRow } from './act-log.projection.js';
import { ActEntity } from './act-log.table.js';

/** The acts with these event ids. */
export async function actsById(
  reader: Reader,
  position: number,
  ids: readonly string[],
): Promise<Map<string, ActRow>> {
  if (ids.length === 0) return new Map();
  const rows = await rowsOf<ActRow>(reader, `${selectRows(ActEntity)} where event_id = any($1)`, [ids]);
  return new Map(rows.map((row) => [row.eventId, asKnownAt(row, position)]));
}

/** All acts of one membership known by then, in the order of recording. */
export async function actsOf(
  reader: Reader,
  position: number,
  body: string,
  state: string,
): Promise<ActRow[]> {
  const text = `${selectRows(ActEntity)} where body = $1 and state = $2 and position <= $3 order by position`;
  const rows = await rowsOf<ActRow>(reader, text, [body, state, position]);
  return rows.map((row) => asKnownAt(row, position));
}

const asKnownAt = (row: ActRow, position: number): ActRow =>
  row.retractedAt !== null && row.retractedAt > position
    ? { ...row, retractedAt: null, retractedBy: null, retraction: null }
    : row;

// Acts as known at a position: what was said of one later is not there yet.
import { resolveActs, type ResolvedAct } from '#register';
import { rowsOf, type Page, type Reader } from '../reader.js';
import { selectRows } from '../row-table.js';
import type { ActRow, Said } from './act-log.projection.js';
import { ActEntity } from './act-log.table.js';

/** An act as recorded, what was said of it by then, and what that comes to. */
export interface KnownAct {
  readonly row: ActRow;
  readonly said: readonly Said[];
  readonly resolved: ResolvedAct;
}

/** The acts with these event ids. */
export async function actsById(
  reader: Reader,
  position: number,
  ids: readonly string[],
): Promise<Map<string, KnownAct>> {
  if (ids.length === 0) return new Map();
  const rows = await rowsOf<ActRow>(reader, `${selectRows(ActEntity)} where event_id = any($1)`, [ids]);
  return new Map(rows.map((row) => [row.eventId, asKnownAt(row, position)]));
}

/** The act that an event recorded, or of which it said something; undefined for any other event. */
export async function actOfEvent(
  reader: Reader,
  position: number,
  eventId: string,
): Promise<KnownAct | undefined> {
  const text = `${selectRows(ActEntity)} where (event_id = $1 or said_ids @> array[$1]::uuid[]) and position <= $2`;
  const [row] = await rowsOf<ActRow>(reader, text, [eventId, position]);
  return row && asKnownAt(row, position);
}

/** All acts of one membership known by then, in the order of recording. */
export async function actsOf(
  reader: Reader,
  position: number,
  body: string,
  state: string,
): Promise<KnownAct[]> {
  const text = `${selectRows(ActEntity)} where body = $1 and state = $2 and position <= $3 order by position`;
  const rows = await rowsOf<ActRow>(reader, text, [body, state, position]);
  return rows.map((row) => asKnownAt(row, position));
}

/** All acts of one state in any body known by then, by day. */
export async function actsOfState(reader: Reader, position: number, state: string): Promise<KnownAct[]> {
  const text = `${selectRows(ActEntity)} where state = $1 and position <= $2 order by effective_day, position`;
  const rows = await rowsOf<ActRow>(reader, text, [state, position]);
  return rows.map((row) => asKnownAt(row, position));
}

/** The acts that rest on a source as known at a position, in the order of recording; `after` is a position too. */
export async function actsRestingOn(
  reader: Reader,
  position: number,
  source: string,
  { after, limit }: Page,
): Promise<KnownAct[]> {
  const text = `${selectRows(ActEntity)} where sources @> array[$1] and position <= $2 and position > $3
    and (jsonb_path_exists(data, $4, $5) or exists (select from jsonb_array_elements(said) as one
      where (one->>'position')::bigint <= $2 and jsonb_path_exists(one, $4, $5)))
    order by position limit $6`;
  const cites = 'strict $.**.sources[*] ? (@.source == $id)';
  const values = [source, position, Number(after ?? 0), cites, JSON.stringify({ id: source }), limit];
  const rows = await rowsOf<ActRow>(reader, text, values);
  return rows.map((row) => asKnownAt(row, position));
}

/** Narrows the acts: to one body, to one state, to some types as they were recorded. */
export interface ActFilter {
  readonly body?: string | undefined;
  readonly state?: string | undefined;
  readonly types?: readonly ActRow['type'][] | undefined;
}

/** Acts as known at a position, the last recorded first; `after` is the position of the last one of the page before. */
export async function latestActs(
  reader: Reader,
  position: number,
  { body, state, types, after, limit }: ActFilter & Page,
): Promise<KnownAct[]> {
  const wanted = [
    [body, (at: string) => `body = ${at}`],
    [state, (at: string) => `state = ${at}`],
    [types, (at: string) => `type = any(${at})`],
  ] as const;
  const newest = after === undefined ? position : Math.min(position, Number(after) - 1);
  const values: unknown[] = [newest, limit];
  const conditions = wanted.flatMap(([value, condition]) =>
    value === undefined ? [] : [condition(`$${String(values.push(value))}`)],
  );
  const text = `${selectRows(ActEntity)} where ${['position <= $1', ...conditions].join(' and ')}
    order by position desc limit $2`;
  const rows = await rowsOf<ActRow>(reader, text, values);
  return rows.map((row) => asKnownAt(row, position));
}

export function asKnownAt(row: ActRow, position: number): KnownAct {
  const said = row.said.filter((one) => one.position <= position);
  const recordedOn = row.recordedAt.slice(0, '2026-01-19'.length);
  const act = { eventId: row.eventId, event: { type: row.type, data: row.data } as never, recordedOn };
  const [resolved] = resolveActs([act, ...said], row.state);
  return { row, said, resolved: resolved as ResolvedAct };
}

// The registers as known at a position.
import { rowsOf, type Page, type Reader } from '../reader.js';
import { selectRows } from '../row-table.js';
import type { BodyRow, SourceRow, StateRow } from './registers.projection.js';
import { BodyEntity, SourceEntity, StateEntity } from './registers.table.js';

/** States by code, ascending. */
export const listStates = (reader: Reader, position: number, { after, limit }: Page): Promise<StateRow[]> =>
  rowsOf(reader, `${selectRows(StateEntity)} where position <= $1 and code > $2 order by code limit $3`, [
    position,
    after ?? '',
    limit,
  ]);

export async function findState(
  reader: Reader,
  position: number,
  code: string,
): Promise<StateRow | undefined> {
  const rows = await statesByCode(reader, position, [code]);
  return rows.get(code);
}

export async function statesByCode(
  reader: Reader,
  position: number,
  codes: readonly string[],
): Promise<Map<string, StateRow>> {
  const text = `${selectRows(StateEntity)} where position <= $1 and code = any($2)`;
  const rows = await rowsOf<StateRow>(reader, text, [position, codes]);
  return new Map(rows.map((row) => [row.code, row]));
}

/** Bodies by slug, ascending. */
export const listBodies = (reader: Reader, position: number, { after, limit }: Page): Promise<BodyRow[]> =>
  rowsOf(reader, `${selectRows(BodyEntity)} where position <= $1 and slug > $2 order by slug limit $3`, [
    position,
    after ?? '',
    limit,
  ]);

export async function findBody(reader: Reader, position: number, slug: string): Promise<BodyRow | undefined> {
  const rows = await bodiesBySlug(reader, position, [slug]);
  return rows.get(slug);
}

export async function bodiesBySlug(
  reader: Reader,
  position: number,
  slugs: readonly string[],
): Promise<Map<string, BodyRow>> {
  const text = `${selectRows(BodyEntity)} where position <= $1 and slug = any($2)`;
  const rows = await rowsOf<BodyRow>(reader, text, [position, slugs]);
  return new Map(rows.map((row) => [row.slug, row]));
}

export async function sourcesById(
  reader: Reader,
  position: number,
  ids: readonly string[],
): Promise<Map<string, SourceRow>> {
  const text = `${selectRows(SourceEntity)} where position <= $1 and id = any($2)`;
  const rows = await rowsOf<SourceRow>(reader, text, [position, ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

// Lists that come page by page: what to read for one page, and what it shows.
import type { Page } from '#read-models';
import { BadQuery, encodeCursor, type PageQuery } from './query.js';

/** What to ask a list for: one row more than the page shows, to see whether there is a next one. */
export const pageOf = ({ limit, cursor }: PageQuery): Page => ({
  limit: limit + 1,
  ...(cursor !== undefined && { after: cursor }),
});

/** The same of a list in the order of positions, whose cursors are positions. */
export function pageByPosition(query: PageQuery): Page {
  if (query.cursor === undefined || /^\d{1,15}$/.test(query.cursor)) return pageOf(query);
  throw new BadQuery([{ parameter: 'cursor', code: 'bad-cursor', facts: {} }]);
}

/** The rows that one page shows of those that were read for it, and the cursor of the next page if there is one. */
export function onePage<Row>({ limit }: PageQuery, rows: readonly Row[], keyOf: (row: Row) => string) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { shown, next: rows.length > limit && last ? encodeCursor(keyOf(last)) : undefined };
}

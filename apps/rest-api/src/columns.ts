// The columns of a list that is written as a file.
import { BYTE_ORDER_MARK, csvLine, type CsvCell } from '#interchange';
import type { Heading } from './headings.js';

/** Headings, and what an item has in the column below each; several values stand with semicolons between them. */
export type Columns<Item> = Readonly<Partial<Record<Heading, (item: Item) => CsvCell | readonly string[]>>>;

/** What an item has in a column, in one cell. */
export function cellOf<Item>(columns: Columns<Item>, key: Heading, item: Item): CsvCell {
  const cell = columns[key]?.(item);
  return typeof cell === 'object' && cell !== null ? cell.join('; ') : cell;
}

/** The line of headings, with the mark of UTF-8 before it. */
export const csvHead = (columns: Columns<never>): string => BYTE_ORDER_MARK + csvLine(Object.keys(columns));

export const csvRow = <Item>(columns: Columns<Item>, item: Item): string =>
  csvLine((Object.keys(columns) as Heading[]).map((key) => cellOf(columns, key, item)));

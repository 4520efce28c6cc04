// The columns of a list that is written as CSV.
import { BYTE_ORDER_MARK, csvLine, type CsvCell } from '#interchange';

/** Headings, and what an item has in the column below each; several values stand with semicolons between them. */
export type Columns<Item> = Readonly<Record<string, (item: Item) => CsvCell | readonly string[]>>;

/** The line of headings, with the mark of UTF-8 before it. */
export const csvHead = (columns: Columns<never>): string => BYTE_ORDER_MARK + csvLine(Object.keys(columns));

export const csvRow = <Item>(columns: Columns<Item>, item: Item): string =>
  csvLine(
    Object.values(columns).map((cellOf) => {
      const cell = cellOf(item);
      return typeof cell === 'object' && cell !== null ? cell.join('; ') : cell;
    }),
  );

// Tables as workbooks of spreadsheets (Office Open XML). One is made in memory: it is a zip file, and lists its parts last.
import writeWorkbook, { type CellObject } from 'write-excel-file/node';
import type { CsvCell } from '../csv/write-csv.js';

/** A `Date` is the day that it is in UTC. */
export type XlsxCell = CsvCell | Date;

export interface XlsxTable {
  /** The name of the sheet, of which spreadsheets take 31 characters. */
  readonly name: string;
  readonly header: readonly string[];
  readonly records: readonly (readonly XlsxCell[])[];
  readonly rightToLeft: boolean;
}

const LONGEST_NAME = 31;
/** More characters than this make a workbook one that has to be repaired before it opens. */
const LONGEST_TEXT = 32_767;
const NARROWEST = 10;
const WIDEST = 60;

/** The bytes of a workbook with one sheet, whose first row stays in sight. A text is a text there, whatever it begins with. */
export function xlsxWorkbook({ name, header, records, rightToLeft }: XlsxTable): Promise<Buffer> {
  const head = header.map((value): CellObject => ({ value, type: String, fontWeight: 'bold' }));
  const columns = header.map((heading, column) => ({ width: widthOf(heading, column, records) }));
  return writeWorkbook([head, ...records.map((cells) => cells.map(xlsxCell))], {
    ...{ sheet: name.slice(0, LONGEST_NAME), stickyRowsCount: 1, rightToLeft, columns },
  }).toBuffer();
}

function xlsxCell(cell: XlsxCell): CellObject | null {
  if (cell === null || cell === undefined) return null;
  if (cell instanceof Date) return { value: cell, type: Date, format: 'yyyy-mm-dd' };
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'boolean') return { value: cell, type: Boolean };
  return { value: cell.length > LONGEST_TEXT ? `${cell.slice(0, LONGEST_TEXT - 1)}…` : cell, type: String };
}

/** In characters: as wide as what is in it, as far as one still sees several columns. */
function widthOf(heading: string, column: number, records: XlsxTable['records']): number {
  let most = heading.length;
  for (const cells of records) {
    const cell = cells[column];
    if (typeof cell === 'string') most = Math.max(most, cell.length);
  }
  return Math.min(WIDEST, Math.max(NARROWEST, most + 2));
}

// A list as a workbook, for people: headings in words, and days that a spreadsheet can sort and reckon with.
import { xlsxWorkbook, type XlsxCell } from '#interchange';
import { readDay } from '#register';
import { cellOf, type Columns } from './columns.js';
import { DAYS, HEADINGS, type Heading } from './headings.js';
import { Problem } from './problem.js';
import type { Language } from './sentences.js';

/** A workbook is made in memory, so that it has an end; CSV and NDJSON have none. */
export const MOST_ROWS = 20_000;

/** The bytes of it; refused where the list is longer than a workbook may be. */
export async function workbookOf<Item>(
  name: string,
  columns: Columns<Item>,
  batches: AsyncIterable<readonly Item[]>,
  language: Language,
): Promise<Buffer> {
  const keys = Object.keys(columns) as Heading[];
  const records: XlsxCell[][] = [];
  for await (const items of batches) {
    records.push(...items.map((item) => keys.map((key) => workbookCell(columns, key, item))));
    if (records.length > MOST_ROWS) throw tooLong();
  }
  const header = keys.map((key) => HEADINGS[key][language]);
  return xlsxWorkbook({ name, header, records, rightToLeft: language === 'ar' });
}

function workbookCell<Item>(columns: Columns<Item>, key: Heading, item: Item): XlsxCell {
  const cell = cellOf(columns, key, item);
  return typeof cell === 'string' && DAYS.has(key) ? dayCell(cell) : cell;
}

/** Spreadsheets reckon days from 1900, and count a 29 February in it that was none. */
const FIRST_DAY = '1900-03-01';

/** A day where the source names one; what is less precise than that, or older, stays the text that it is. */
function dayCell(text: string): Date | string {
  const day = readDay(text);
  const exact = typeof day !== 'string' && day.precision === 'day' && day.earliest === text;
  return exact && text >= FIRST_DAY ? new Date(`${text}T00:00:00Z`) : text;
}

const tooLong = (): Problem =>
  Problem.ofFaults([{ parameter: 'format', code: 'too-many-rows', facts: { most: MOST_ROWS } }]);

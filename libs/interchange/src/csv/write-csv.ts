// Tables as CSV (RFC 4180), in a way that a spreadsheet opens safely.

export type CsvCell = string | number | boolean | null | undefined;

/** Tells a spreadsheet that what follows is UTF-8; once, before everything else. */
export const BYTE_ORDER_MARK = '\uFEFF';

/**
 * One record with its line end. A text that a spreadsheet would take for a formula gets an apostrophe before it, which
 * makes it a text there (OWASP, CSV injection): what is in a cell may come from anywhere.
 */
export const csvLine = (cells: readonly CsvCell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** A whole table, its header first. */
export const csvTable = (header: readonly string[], records: Iterable<readonly CsvCell[]>): string =>
  BYTE_ORDER_MARK + csvLine(header) + Array.from(records, csvLine).join('');

function csvCell(cell: CsvCell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = /^[\s\0]*[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

// A list of a page as a file: the same rows in the same order.
import type { FastifyReply } from 'fastify';
import { csvTable, type CsvCell } from '#interchange';
import { Trouble } from '../page/trouble.js';
import { QUERY_FAULTS } from '../words/troubles.js';
import type { PageContext } from '../page/context.js';

export interface SavedList<Row> {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly rows: readonly Row[];
  /** Columns of the CSV, by their names. */
  readonly columns: Readonly<Record<string, (row: Row) => CsvCell>>;
  /** What JSON says beside the rows. */
  readonly meta?: object;
}

type SavedAs = 'csv' | 'json';

/** What `format` asks for; undefined for the page itself. */
export function savedAs({ query, language }: PageContext): SavedAs | undefined {
  const { format } = query;
  if (format === undefined || format === 'csv' || format === 'json') return format;
  throw new Trouble('bad-request', [QUERY_FAULTS[language]['unknown-parameter']({ parameter: 'format' })]);
}

/** The query without what only chooses how the answer looks. */
export function withoutFormat({ query }: PageContext): Record<string, unknown> {
  const { format: _, done: __, ...asked } = query;
  return asked;
}

export function save<Row>(
  reply: FastifyReply,
  as: SavedAs,
  { name, rows, columns, meta }: SavedList<Row>,
): string {
  reply
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .header('content-disposition', `attachment; filename="${name}.${as}"`);
  if (as === 'json') {
    reply.header('content-type', 'application/json; charset=utf-8');
    return JSON.stringify({ items: rows, ...(meta && { meta }) }, null, 2);
  }
  reply.header('content-type', 'text/csv; charset=utf-8; header=present');
  const cells = Object.values(columns);
  return csvTable(
    Object.keys(columns),
    rows.map((row) => cells.map((cell) => cell(row))),
  );
}

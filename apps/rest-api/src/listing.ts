// A list in the format that is asked for: pages in JSON, or the whole of it as a file. The same rows either way.
import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import {
  FORMATS,
  PAGE,
  pageOf,
  readQuery,
  type Format,
  type Query,
  type RawQuery,
  type ResolvedClocks,
} from '#application';
import type { Page } from '#read-models';
import { answer, list, type Call } from './answer.js';
import { csvHead, csvRow, type Columns } from './columns.js';
import { spokenLanguage } from './language.js';
import { Problem } from './problem.js';
import { workbookOf } from './workbook.js';

export interface Listing<Row, Item extends object> {
  /** What a file of it is called. */
  readonly name: string;
  /** Rows of a page, in the order of the list. */
  readonly rows: (page: Page) => Promise<readonly Row[]>;
  /** The key of a row, after which the next page begins; absent where the list is one page, the best first. */
  readonly keyOf?: ((row: Row) => string) | undefined;
  /** What a page's rows are answered as. */
  readonly items: (rows: readonly Row[], languages: readonly string[]) => Promise<readonly Item[]>;
  readonly columns: Columns<Item>;
}

export interface ListQuery extends Query {
  readonly format: Format;
}

/** Formats of a whole list; those of text are sent as they are written. */
type FileFormat = Exclude<Format, 'json'>;
type TextFormat = Exclude<FileFormat, 'xlsx'>;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const TYPES: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  ndjson: 'application/x-ndjson; charset=utf-8',
  xlsx: XLSX,
};

/** Reads the query of a list. Only JSON has pages: a file is the whole list, and takes neither `limit` nor `cursor`. */
export function readList(
  { request }: Call,
  raw: RawQuery,
  takes: Parameters<typeof readQuery>[1],
): ListQuery {
  const format = formatOf(request, raw);
  const paging = format === 'json' ? PAGE : [];
  return { ...readQuery(raw, [...takes, ...paging, 'format']), format };
}

/** Of a list in the order of positions: its cursors are positions. */
export function positionCursor(query: ListQuery): ListQuery {
  if (query.cursor === undefined || /^\d{1,15}$/.test(query.cursor)) return query;
  throw Problem.ofFaults([{ parameter: 'cursor', code: 'bad-cursor', facts: {} }]);
}

/** A list has not all orders that there are. */
export const badSort = (known: string): Problem =>
  Problem.ofFaults([{ parameter: 'sort', code: 'bad-sort', facts: { parameter: 'sort', known } }]);

/** `format`, else the first that Accept names of those there are, else JSON. */
function formatOf({ headers }: FastifyRequest, { format }: RawQuery): Format {
  const asked = FORMATS.find((known) => known === format);
  if (asked !== undefined || format !== undefined) return asked ?? 'json';
  const accepted = (headers.accept ?? '').split(',').map((part) => part.split(';')[0]?.trim().toLowerCase());
  const known = accepted.map((type) => MEDIA[type ?? '']).find((one) => one !== undefined);
  return known ?? 'json';
}

const MEDIA: Readonly<Record<string, Format>> = {
  'application/json': 'json',
  'text/csv': 'csv',
  'application/x-ndjson': 'ndjson',
  [XLSX]: 'xlsx',
};

export function listed<Row, Item extends object>(
  call: Call,
  clocks: ResolvedClocks,
  meta: object,
  query: ListQuery,
  listing: Listing<Row, Item>,
): Promise<object> {
  const { format } = query;
  return answer(
    call,
    clocks,
    async (languages) => {
      if (format !== 'json') return fileOf(call, format, languages, listing);
      const rows = await listing.rows(listing.keyOf ? pageOf(query) : { limit: query.limit });
      const shown = await listing.items(rows.slice(0, query.limit), languages);
      const keyOf = listing.keyOf ?? (() => '');
      return list(call, meta, query, rows, { keyOf, item: (_, at) => shown[at] as Item });
    },
    format,
  );
}

/** So many rows are read at a time. */
const BATCH = 1000;

async function fileOf<Row, Item extends object>(
  { reply }: Call,
  format: FileFormat,
  languages: readonly string[],
  listing: Listing<Row, Item>,
): Promise<StreamableFile> {
  const { name, columns } = listing;
  // The first rows are read before anything is sent, so that what fails at once is still said as a problem.
  const batches = batchesOf(await listing.rows({ limit: BATCH }), languages, listing);
  const content =
    format === 'xlsx'
      ? await workbookOf(name, columns, batches, spokenLanguage(languages))
      : Readable.from(textOf(batches, format, columns), { objectMode: false });
  reply.header('content-disposition', `attachment; filename="${name}.${format}"`);
  const options = { type: TYPES[format] };
  return content instanceof Readable
    ? new StreamableFile(content, options)
    : new StreamableFile(content, options);
}

async function* textOf<Item extends object>(
  batches: AsyncIterable<readonly Item[]>,
  format: TextFormat,
  columns: Columns<Item>,
): AsyncGenerator<string> {
  if (format === 'csv') yield csvHead(columns);
  const lineOf = (item: Item): string =>
    format === 'csv' ? csvRow(columns, item) : `${JSON.stringify(item)}\n`;
  for await (const items of batches) yield items.map(lineOf).join('');
}

/** All items, as many at a time as are read at once. */
async function* batchesOf<Row, Item extends object>(
  first: readonly Row[],
  languages: readonly string[],
  { rows, keyOf, items }: Listing<Row, Item>,
): AsyncGenerator<readonly Item[]> {
  for (let batch = first; batch.length > 0;) {
    yield await items(batch, languages);
    const last = batch.length < BATCH ? undefined : batch.at(-1);
    batch = last === undefined || !keyOf ? [] : await rows({ limit: BATCH, after: keyOf(last) });
  }
}

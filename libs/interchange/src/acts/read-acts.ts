// Reads the acts format (NDJSON). It gives rows and executes nothing.
import type { z } from 'zod';
import { rowSchemas, type RowKind } from './acts.schema.js';
import { InterchangeError, type Fault } from './interchange-error.js';
import { isObject, link, type Reference, type WrittenRow } from './references.js';
import { eventIdOf } from './row-id.js';

/** A row as its schema gives it, with what all rows have. */
type Row<Kind extends RowKind> = z.output<(typeof rowSchemas)[Kind]> & {
  readonly kind: Kind;
  /** Where it stands in the text; 1 for the first line. */
  readonly line: number;
  /** The same for the same row in every import. */
  readonly eventId: string;
};

export type SourceRow = Row<'source'>;
export type BodyRow = Row<'body'>;
export type StateRow = Row<'state'>;
export type ContactRow = Row<'contact'>;
export type ActRow = Row<'act'>;
export type CorrectionRow = Row<'correction'>;
export type SourceActRow = Row<'source-act'>;
export type BodyActRow = Row<'body-act'>;
export type StateActRow = Row<'state-act'>;
export type ContactActRow = Row<'contact-act'>;

export type ActsRow = { [Kind in RowKind]: Row<Kind> }[RowKind];

/**
 * The rows of a text, by the instant at which they were known and, where that is the same, as they stand in the text.
 * Where a row speaks of another by its id, the id of that row's event stands in its place. A byte order mark, line ends
 * of either kind and blank lines are no matter.
 *
 * @param input the whole text, or its lines
 * @throws InterchangeError with everything that is wrong, where anything is; then no row is given
 */
export function readActs(input: string | Iterable<string>): ActsRow[] {
  const { written, faults } = parse(typeof input === 'string' ? input.split('\n') : input);
  const rowsById = new Map<string, WrittenRow>();
  for (const row of written) {
    const { id } = row.value;
    if (typeof id === 'string' && !rowsById.has(id)) rowsById.set(id, row);
  }
  const rows: ActsRow[] = [];
  const references: Reference[] = [];
  const lineOf = new Map<string, number>();
  for (const row of written) {
    const linked = link(row, rowsById);
    const read = readRow({ ...row, value: linked.value });
    faults.push(...linked.faults);
    if (Array.isArray(read)) {
      faults.push(...read);
      continue;
    }
    const earlier = lineOf.get(read.eventId);
    if (earlier !== undefined)
      faults.push({ line: row.line, pointer: ID_POINTER[read.kind], sentence: takenBy(earlier) });
    lineOf.set(read.eventId, earlier ?? row.line);
    references.push(...linked.references);
    rows.push(read);
  }
  rows.sort((a, b) => (a.known < b.known ? -1 : a.known > b.known ? 1 : a.line - b.line));
  if (faults.length === 0) faults.push(...tooEarly(rows, references));
  if (faults.length > 0) throw new InterchangeError(faults.sort((a, b) => a.line - b.line));
  return rows;
}

function parse(lines: Iterable<string>): { written: WrittenRow[]; faults: Fault[] } {
  const written: WrittenRow[] = [];
  const faults: Fault[] = [];
  let line = 0;
  for (const one of lines) {
    line += 1;
    const text = one.trim(); // takes off a byte order mark and a carriage return, too
    if (text === '') continue;
    try {
      const value: unknown = JSON.parse(text);
      if (isObject(value) && kindOf(value) !== undefined) written.push({ line, value });
      else faults.push({ line, pointer: '', sentence: NO_ROW });
    } catch (error) {
      faults.push({ line, pointer: '', sentence: `is not JSON: ${(error as Error).message}` });
    }
  }
  return { written, faults };
}

const NO_ROW =
  'a row is an object with a source, a body, a state, a contact, or an act or a correction of one of them or of a membership';

const takenBy = (line: number): string => `is taken already, by line ${line}`;

/** Nothing can be said of a row before that row is known. */
function tooEarly(rows: readonly ActsRow[], references: readonly Reference[]): Fault[] {
  const place = new Map(rows.map((row, index) => [row.line, index]));
  const target = new Map(rows.flatMap((row) => ('id' in row ? [[row.id, row.line] as const] : [])));
  return references
    .filter(({ line, id }) => (place.get(target.get(id) ?? 0) ?? 0) >= (place.get(line) ?? 0))
    .map(({ line, pointer, id }) => ({
      line,
      pointer,
      sentence: `speaks of a row that is not known yet: ${JSON.stringify(id)}`,
    }));
}

/** Where a row's id stands; the place of all acts and corrections is the same. */
const ID_POINTER: Record<RowKind, string> = {
  source: '/source/id',
  body: '/body/slug',
  state: '/state/code',
  contact: '/contact/id',
  act: '/id',
  correction: '/id',
  'source-act': '/id',
  'body-act': '/id',
  'state-act': '/id',
  'contact-act': '/id',
};

function readRow({ line, value }: WrittenRow): ActsRow | Fault[] {
  const kind = kindOf(value) as RowKind;
  const { success, data, error } = rowSchemas[kind].safeParse(value);
  if (!success)
    return error.issues.flatMap((issue) => faultsOf(issue, value)).map((fault) => ({ line, ...fault }));
  return { kind, line, eventId: eventId(kind, data), ...data } as ActsRow;
}

function eventId(kind: RowKind, row: z.output<(typeof rowSchemas)[RowKind]>): string {
  if ('id' in row) return eventIdOf('act', row.id);
  const [, register = '', field = ''] = ID_POINTER[kind].split('/');
  const registered = (row as unknown as Record<string, Record<string, string>>)[register];
  return eventIdOf(kind as 'source', registered?.[field] ?? '');
}

/** What is registered is written out; what something happens to is named. */
function kindOf(value: Readonly<Record<string, unknown>>): RowKind | undefined {
  if ('correction' in value) return 'correction';
  if ('membership' in value) return 'act';
  const register = (['source', 'body', 'state', 'contact'] as const).find((name) => name in value);
  if (register !== undefined) return typeof value[register] === 'string' ? `${register}-act` : register;
  return 'act' in value ? 'act' : undefined;
}

function faultsOf(issue: z.core.$ZodIssue, row: unknown): Omit<Fault, 'line'>[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointer([...issue.path, key]),
      sentence: 'no such field is known here',
    }));
  }
  return [{ pointer: pointer(issue.path), sentence: sentence(issue, valueAt(row, issue.path)) }];
}

function sentence(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined) return 'is missing';
  if (issue.code === 'invalid_union') return `no such act: ${JSON.stringify(value)}`;
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`;
  return issue.message;
}

const pointer = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const valueAt = (row: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step], row);

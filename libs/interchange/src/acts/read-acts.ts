// Reads the acts format (NDJSON). It gives rows and executes nothing.
import type { z } from 'zod';
import type { BodyEvent, MembershipEvent, SourceEvent, StateEvent } from '#register';
import { rowSchemas } from './acts.schema.js';
import { InterchangeError, type Fault } from './interchange-error.js';
import { eventIdOf, type RowKind } from './row-id.js';

interface AnyRow {
  /** Where it stands in the text; 1 for the first line. */
  readonly line: number;
  /** When a register that follows the news would have learned of it: an ISO 8601 instant in UTC with milliseconds. */
  readonly known: string;
  /** The same for the same row in every import. */
  readonly eventId: string;
}

export type SourceRow = AnyRow & { readonly kind: 'source'; readonly source: SourceEvent['data'] };
export type BodyRow = AnyRow & { readonly kind: 'body'; readonly body: BodyEvent['data'] };
export type StateRow = AnyRow & { readonly kind: 'state'; readonly state: StateEvent['data'] };
export type ActRow = AnyRow & {
  readonly kind: 'act';
  readonly id: string;
  readonly membership: { readonly body: string; readonly state: string };
  readonly act: MembershipEvent;
  /** Facts of the golden samples that the act stands for. */
  readonly golden: readonly string[];
};

export type ActsRow = SourceRow | BodyRow | StateRow | ActRow;

/**
 * The rows of a text, by the instant at which they were known and, where that is the same, as they stand in the text.
 * A byte order mark, line ends of either kind and blank lines are no matter.
 *
 * @param input the whole text, or its lines
 * @throws InterchangeError with everything that is wrong, where anything is; then no row is given
 */
export function readActs(input: string | Iterable<string>): ActsRow[] {
  const rows: ActsRow[] = [];
  const faults: Fault[] = [];
  const lineOf = new Map<string, number>();
  let line = 0;
  for (const written of typeof input === 'string' ? input.split('\n') : input) {
    line += 1;
    const text = written.trim(); // takes off a byte order mark and a carriage return, too
    if (text === '') continue;
    const row = readRow(text, line);
    if (Array.isArray(row)) {
      faults.push(...row);
      continue;
    }
    const earlier = lineOf.get(row.eventId);
    if (earlier !== undefined)
      faults.push({ line, pointer: ID_POINTER[row.kind], sentence: takenBy(earlier) });
    lineOf.set(row.eventId, earlier ?? line);
    rows.push(row);
  }
  if (faults.length > 0) throw new InterchangeError(faults);
  return rows.sort((a, b) => (a.known < b.known ? -1 : a.known > b.known ? 1 : a.line - b.line));
}

const takenBy = (line: number): string => `is taken already, by line ${line}`;

const ID_POINTER: Record<RowKind, string> = {
  source: '/source/id',
  body: '/body/slug',
  state: '/state/code',
  act: '/id',
};

function readRow(text: string, line: number): ActsRow | Fault[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return [{ line, pointer: '', sentence: `is not JSON: ${(error as Error).message}` }];
  }
  const kind = kindOf(value);
  if (kind === undefined) {
    return [
      {
        line,
        pointer: '',
        sentence: 'a row is an object with a source, a body, a state, or a membership and its act',
      },
    ];
  }
  const faultsIn = (error: z.ZodError) =>
    error.issues.flatMap((issue) => faultsOf(issue, value)).map((fault) => ({ line, ...fault }));
  switch (kind) {
    case 'source': {
      const { success, data, error } = rowSchemas.source.safeParse(value);
      return success ? { kind, line, eventId: eventIdOf(kind, data.source.id), ...data } : faultsIn(error);
    }
    case 'body': {
      const { success, data, error } = rowSchemas.body.safeParse(value);
      return success ? { kind, line, eventId: eventIdOf(kind, data.body.slug), ...data } : faultsIn(error);
    }
    case 'state': {
      const { success, data, error } = rowSchemas.state.safeParse(value);
      return success ? { kind, line, eventId: eventIdOf(kind, data.state.code), ...data } : faultsIn(error);
    }
    case 'act': {
      const { success, data, error } = rowSchemas.act.safeParse(value);
      if (!success) return faultsIn(error);
      return { kind, line, eventId: eventIdOf(kind, data.id), ...data, golden: data.golden ?? [] };
    }
  }
}

function kindOf(value: unknown): RowKind | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  if ('membership' in value) return 'act';
  return (['act', 'source', 'body', 'state'] as const).find((kind) => kind in value);
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

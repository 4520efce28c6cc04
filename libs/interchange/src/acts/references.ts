// Rows speak of one another by row id; events speak of one another by event id.
import type { Fault } from './interchange-error.js';
import { eventIdOf } from './row-id.js';

/** A row as it was written, before its fields are checked. */
export interface WrittenRow {
  readonly line: number;
  readonly value: Readonly<Record<string, unknown>>;
}

/** Rows that have an id, by it. */
export type RowsById = ReadonlyMap<string, WrittenRow>;

/** That a row speaks of another, by its id, and where it does so. */
export interface Reference {
  readonly line: number;
  readonly pointer: string;
  readonly id: string;
}

const CORRECTING = ['corrects', 'retracts', 'denies', 'corroborates'] as const;
const FIELDS: readonly string[] = [...CORRECTING, 'withdraws', 'against'];
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A row whose references are event ids, with the membership that a correction belongs to. */
export interface LinkedRow {
  readonly value: Readonly<Record<string, unknown>>;
  readonly references: readonly Reference[];
  readonly faults: readonly Fault[];
}

/** A UUID that is no row's id names an event that stands elsewhere, and is left as it is. */
export function link({ line, value }: WrittenRow, rows: RowsById): LinkedRow {
  const references: Reference[] = [];
  const faults: Fault[] = [];
  const linked = (event: unknown, pointer: string): unknown => {
    if (!isObject(event) || !isObject(event['data'])) return event;
    const data = Object.entries(event['data']).map(([field, written]) => {
      const at = `${pointer}/data/${field}`;
      if (field === 'act') return [field, linked(written, at)] as const;
      if (!FIELDS.includes(field) || typeof written !== 'string') return [field, written] as const;
      if (rows.has(written)) references.push({ line, pointer: at, id: written });
      else if (UUID.test(written)) return [field, written] as const;
      else faults.push({ line, pointer: at, sentence: `no row has this id: ${JSON.stringify(written)}` });
      return [field, eventIdOf('act', written)] as const;
    });
    return { ...event, data: Object.fromEntries(data) };
  };
  const events = ['act', 'correction'].filter((field) => field in value);
  const withIds = Object.fromEntries(events.map((field) => [field, linked(value[field], `/${field}`)]));
  const membership = 'correction' in value ? membershipIn({ line, value }, rows, faults) : {};
  return { value: { ...value, ...withIds, ...membership }, references, faults };
}

/** A correction stands in the membership of the row it speaks of, whether it says so or not. */
function membershipIn(
  { line, value }: WrittenRow,
  rows: RowsById,
  faults: Fault[],
): { membership?: unknown } {
  const [field, target] = targetIn(value);
  const row = target === undefined ? undefined : rows.get(target);
  if (!row) return {};
  const membership = membershipOf(row, rows, new Set());
  if (membership === undefined) {
    const sentence = `this row is no act of a membership: ${JSON.stringify(target)}`;
    faults.push({ line, pointer: `/correction/data/${field}`, sentence });
    return { membership: value['membership'] ?? NO_MEMBERSHIP };
  }
  const own = value['membership'];
  if (isObject(own) && (own['body'] !== membership['body'] || own['state'] !== membership['state']))
    faults.push({ line, pointer: '/membership', sentence: 'is not that of the row it speaks of' });
  return { membership: own ?? membership };
}

/** Passes the check of the fields, where the fault is told already. */
const NO_MEMBERSHIP = { body: 'none', state: 'X-NONE' };

function membershipOf(
  { line, value }: WrittenRow,
  rows: RowsById,
  seen: ReadonlySet<number>,
): Readonly<Record<string, unknown>> | undefined {
  if (isObject(value['membership'])) return value['membership'];
  const [, target] = targetIn(value);
  const row = target === undefined || seen.has(line) ? undefined : rows.get(target);
  return row && membershipOf(row, rows, new Set([...seen, line]));
}

/** The field by which a correction names what it speaks of, and the name. */
function targetIn({ correction }: WrittenRow['value']): readonly [string, string | undefined] {
  const data = isObject(correction) && isObject(correction['data']) ? correction['data'] : {};
  const field = CORRECTING.find((name) => typeof data[name] === 'string') ?? 'corrects';
  return [field, data[field] as string | undefined];
}

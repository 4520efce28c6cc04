import { jsonPath } from './json-path.js';
import { isStorableText } from './names.js';
import { StoreError, type StoreErrorCode } from './store-error.js';

/** Levels of nesting that a value may have. Sources, parties and notes need three or four. */
export const MAX_DEPTH = 50;
/** Bytes of one event's data as JSON in UTF-8. With its envelope it stays below the 65,535 of a log entry bundle. */
export const MAX_BYTES = 60_000;

/**
 * The JSON text of a value that PostgreSQL stores and gives back unchanged; refuses all others with the place of the
 * trouble. An undefined property counts as absent, as it does in JSON. One walk, then the engine's own `stringify`.
 */
export function checkedJson(value: unknown): string {
  walk(value, { path: [], above: [], seen: 0 });
  const json = JSON.stringify(value);
  const bytes = Buffer.byteLength(json);
  if (bytes > MAX_BYTES) throw tooLarge({ bytes, most: MAX_BYTES });
  return json;
}

interface Walk {
  readonly path: PropertyKey[];
  readonly above: object[];
  seen: number;
}

function walk(value: unknown, at: Walk): void {
  // Each value takes two bytes of text, so this also ends the walk of a small value that refers to itself many times.
  if (++at.seen > MAX_BYTES / 2) throw tooLarge({ values: at.seen });
  if (typeof value === 'string') checkText(value, at);
  else if (typeof value === 'number') checkNumber(value, at);
  else if (typeof value === 'object' && value !== null) walkInto(value, at);
  else if (typeof value !== 'boolean' && value !== null)
    throw refusal('bad-data', at, `${typeof value} is not JSON`);
}

function walkInto(value: object, at: Walk): void {
  if (at.above.includes(value)) throw refusal('bad-data', at, 'the value contains itself');
  if (at.above.length === MAX_DEPTH) throw refusal('too-large', at, `more than ${MAX_DEPTH} levels deep`);
  at.above.push(value);
  if (Array.isArray(value)) walkArray(value, at);
  else walkObject(value as Record<string, unknown>, at);
  at.above.pop();
}

function walkArray(values: unknown[], at: Walk): void {
  // By index, so that holes are met as the undefined that they are.
  for (let index = 0; index < values.length; index++) {
    at.path.push(index);
    walk(values[index], at);
    at.path.pop();
  }
}

function walkObject(object: Record<string, unknown>, at: Walk): void {
  const kind: unknown = Object.getPrototypeOf(object);
  if (kind !== null && Object.getPrototypeOf(kind) !== null)
    throw refusal('bad-data', at, 'an instance of a class is not plain JSON');
  for (const key of Object.keys(object)) {
    at.path.push(key);
    if (key === '__proto__') throw refusal('bad-data', at, 'no key may be called __proto__');
    checkText(key, at);
    if (object[key] !== undefined) walk(object[key], at);
    at.path.pop();
  }
}

function checkText(text: string, at: Walk): void {
  if (!isStorableText(text)) throw refusal('bad-text', at, 'a NUL or a lone surrogate cannot be stored');
}

function checkNumber(number: number, at: Walk): void {
  if (!Number.isFinite(number) || (Number.isInteger(number) && !Number.isSafeInteger(number)))
    throw refusal('bad-number', at, `${number} cannot be stored exactly`);
}

function refusal(code: StoreErrorCode, at: Walk, message: string): StoreError {
  const path = jsonPath(at.path);
  return new StoreError(code, `${path}: ${message}`, { path });
}

function tooLarge(facts: Record<string, number>): StoreError {
  return new StoreError('too-large', `more than ${MAX_BYTES} bytes of JSON`, facts);
}

import type pg from 'pg';
import { isMet } from '../expectation.js';
import type { PreparedRequest } from '../prepared-request.js';
import { duplicateEventId, keyReused, wrongVersion } from '../refusals.js';
import type { AppendResult, Expectation } from '../store.js';
import { repeatedResult, type EarlierResult } from './earlier-result.js';

const CALL = `SELECT event_store.append(${Array.from({ length: 17 }, (_, index) => `$${index + 1}`).join()}) AS outcome`;

/** What the database says of a batch; see `sql/functions/append.sql`. Numbers of requests count from 1. */
interface Outcome {
  readonly before: number;
  readonly recordedAt: string;
  readonly versions: readonly number[];
  readonly refused: readonly number[];
  readonly earlier: readonly { request: number; result: EarlierResult }[];
  readonly duplicates: readonly { request: number; eventId: string }[];
}

/** Writes requests that have nothing in common in one transaction; a refusal of one is an error in its place. */
export async function appendBatch(
  writer: pg.Pool | pg.ClientBase,
  requests: readonly PreparedRequest[],
): Promise<(AppendResult | Error)[]> {
  const { rows } = await writer.query<{ outcome: Outcome }>({
    name: 'event_store.append',
    text: CALL,
    values: parameters(requests),
  });
  if (!rows[0]) throw new Error('event_store.append gave no outcome');
  return resultsOf(requests, rows[0].outcome);
}

function parameters(requests: readonly PreparedRequest[]): unknown[] {
  const streams = new Columns(3);
  const events = new Columns(5);
  const keys = new Columns(3);
  const given = new Columns(2);
  const counts = new Columns(2);
  const data: string[] = [];
  requests.forEach(({ writes, checks, idempotency, eventCount }, index) => {
    const request = index + 1;
    counts.add(eventCount, data.length);
    if (idempotency) keys.add(request, quoted(idempotency.key), quoted(idempotency.fingerprint));
    for (const { streamId, expect, events: written } of writes) {
      const stream = streams.add(request, quoted(streamId), expectation(expect));
      written.forEach(({ eventId, idGiven, type, schemaVersion, json }, number) => {
        events.add(stream, number + 1, eventId, quoted(type), schemaVersion);
        data.push(json);
        if (idGiven) given.add(request, eventId);
      });
    }
    for (const { streamId, expect } of checks) streams.add(request, quoted(streamId), expectation(expect));
  });
  return [
    `[${requests.map(({ metadata }) => metadata).join()}]`,
    ...counts.arrays(),
    ...streams.arrays(),
    ...events.arrays(),
    `[${data.join()}]`,
    ...keys.arrays(),
    ...given.arrays(),
  ];
}

/** Rows on their way to `unnest`, as one array literal a column. */
class Columns {
  readonly #columns: (string | number)[][];
  #rows = 0;

  constructor(width: number) {
    this.#columns = Array.from({ length: width }, () => []);
  }

  /** Gives the number of the row, counted from 1. */
  add(...row: (string | number)[]): number {
    row.forEach((value, index) => this.#columns[index]?.push(value));
    return ++this.#rows;
  }

  arrays(): string[] {
    return this.#columns.map((column) => `{${column.join()}}`);
  }
}

/** As an element of an array literal, where a bare NULL would be one. */
function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

function expectation(expect: Expectation): number {
  if (typeof expect === 'number') return expect;
  return { 'no-stream': 0, any: -1, 'stream-exists': -2 }[expect];
}

function resultsOf(requests: readonly PreparedRequest[], outcome: Outcome): (AppendResult | Error)[] {
  const refused = new Set(outcome.refused);
  let position = outcome.before;
  let stream = 0;
  return requests.map((request, index) => {
    const versions = outcome.versions.slice(
      stream,
      (stream += request.writes.length + request.checks.length),
    );
    if (refused.has(index + 1)) return refusal(index + 1, request, versions, outcome);
    const first = position + 1;
    position += request.eventCount;
    return {
      first,
      last: position,
      recordedAt: outcome.recordedAt,
      versions: after(request, versions),
      repeated: false,
    };
  });
}

function after({ writes }: PreparedRequest, before: readonly number[]): Record<string, number> {
  return Object.fromEntries(
    writes.map(({ streamId, events }, index) => [streamId, (before[index] ?? 0) + events.length]),
  );
}

function refusal(
  number: number,
  { writes, checks, idempotency }: PreparedRequest,
  versions: readonly number[],
  { earlier, duplicates }: Outcome,
): AppendResult | Error {
  const used = earlier.find(({ request }) => request === number);
  if (used && idempotency) return repeatedResult(idempotency, used.result) ?? keyReused(idempotency.key);
  const duplicate = duplicates.find(({ request }) => request === number);
  if (duplicate) return duplicateEventId(duplicate.eventId);
  const streams = [...writes, ...checks].map(({ streamId, expect }, index) => ({
    streamId,
    expect,
    version: versions[index] ?? 0,
  }));
  const unmet = streams.find(({ expect, version }) => !isMet(expect, version));
  if (!unmet) return new Error('event_store.append refused a request without a reason');
  return wrongVersion(unmet.streamId, unmet.expect, unmet.version);
}

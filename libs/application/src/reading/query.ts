// What the addresses take. Unknown parameters and impossible values are refused, never ignored.
import { z } from 'zod';
import { MEMBER_ORDERS, type MemberOrder } from '#read-models';
import {
  ACT_TYPES,
  bodySlug,
  eventTypes,
  readDay,
  STANDINGS,
  stateCode,
  type ActType,
  type Standing,
} from '#register';
import { instant } from '../instant.js';

/** What can be wrong with a parameter; the sentences are the apps'. */
export type QueryFaultCode =
  | 'unknown-parameter'
  | 'no-parameters'
  | 'repeated-parameter'
  | 'two-known-clocks'
  | 'known-at-in-future'
  | 'position-ahead'
  | 'missing-parameter'
  | 'bad-day'
  | 'bad-point'
  | 'from-after-to'
  | (typeof FAULTS)[keyof typeof FAULTS][0];

export interface QueryFault {
  readonly parameter: string;
  readonly code: QueryFaultCode;
  /** What its sentence needs. */
  readonly facts: Readonly<Record<string, string | number>>;
}

/** An address whose parameters cannot be taken; names each that is at fault. */
export class BadQuery extends Error {
  constructor(readonly faults: readonly [QueryFault, ...QueryFault[]]) {
    super(faults[0].code);
    this.name = 'BadQuery';
  }
}

export const MOST_ITEMS = 200;
const USUAL_ITEMS = 100;

/** The orders of a list. The members of a body have all of them, other lists the first two. */
export const SORTS = MEMBER_ORDERS;
/** In what an answer is written. */
export const FORMATS = ['json', 'csv', 'xlsx', 'ndjson'] as const;
export type Format = (typeof FORMATS)[number];

/** The clocks along which two states of the register are compared: that of the world, or that of the register. */
export const AXES = ['valid', 'known'] as const;
export type Axis = (typeof AXES)[number];

const EVENT_TYPES = Object.keys(eventTypes) as [string, ...string[]];

const wholeNumber = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

const fields = {
  asOf: z.string().refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && typeof readDay(text) !== 'string'),
  knownAt: instant,
  atPosition: wholeNumber,
  minPosition: wholeNumber,
  limit: wholeNumber.refine((limit) => limit >= 1 && limit <= MOST_ITEMS),
  cursor: z.string().max(300).transform(decodeCursor),
  after: wholeNumber,
  // PostgreSQL takes no text with NUL in it.
  q: z
    .string()
    .min(1)
    .max(200)
    .refine((text) => !text.includes('\0')),
  standing: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(STANDINGS))),
  sort: z.enum(SORTS),
  format: z.enum(FORMATS),
  type: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(ACT_TYPES))),
  eventType: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(EVENT_TYPES))),
  body: bodySlug,
  state: stateCode,
  axis: z.enum(AXES),
  // Days or points of the log, by the axis: `between.ts` reads them.
  from: z.string().max(40),
  to: z.string().max(40),
};

/** The fault of each field, and what its sentence needs. */
const FAULTS = {
  asOf: ['bad-as-of', {}],
  knownAt: ['bad-known-at', {}],
  atPosition: ['bad-position', {}],
  minPosition: ['bad-position', {}],
  limit: ['bad-limit', { most: MOST_ITEMS }],
  cursor: ['bad-cursor', {}],
  after: ['bad-position', {}],
  q: ['bad-q', {}],
  standing: ['bad-standing', { known: STANDINGS.join(', ') }],
  sort: ['bad-sort', { known: SORTS.join(', ') }],
  format: ['bad-format', { known: FORMATS.join(', ') }],
  type: ['bad-type', { known: ACT_TYPES.join(', ') }],
  eventType: ['bad-event-type', { known: EVENT_TYPES.join(', ') }],
  body: ['bad-body', {}],
  state: ['bad-state', {}],
  axis: ['bad-axis', { known: AXES.join(', ') }],
  from: ['bad-point', {}],
  to: ['bad-point', {}],
} as const satisfies Record<keyof typeof fields, readonly [string, QueryFault['facts']]>;

export interface ClockQuery {
  readonly asOf?: string;
  readonly knownAt?: Date;
  readonly atPosition?: number;
  readonly minPosition?: number;
}
export interface PageQuery {
  readonly limit: number;
  readonly cursor?: string;
}
export interface Query extends ClockQuery, PageQuery {
  readonly after?: number;
  readonly q?: string;
  readonly standing?: readonly Standing[];
  readonly sort?: MemberOrder;
  readonly format?: Format;
  readonly type?: readonly ActType[];
  readonly body?: string;
  readonly state?: string;
  readonly eventType?: readonly string[];
  readonly axis?: Axis;
  readonly from?: string;
  readonly to?: string;
}

/** The parameters that there are. */
export type Parameter = keyof typeof fields;

/** What a field is called in an address: `type` is one of acts, or one of all events of the log. */
const calledIn = (field: Parameter): string => (field === 'eventType' ? 'type' : field);

export type RawQuery = Readonly<Record<string, unknown>>;

/** Reads the query of a request that takes these parameters; throws a `BadQuery` that names every fault. */
export function readQuery(raw: RawQuery, takes: readonly Parameter[]): Query {
  const faults: QueryFault[] = [];
  const read: Record<string, unknown> = { limit: USUAL_ITEMS };
  for (const [parameter, value] of Object.entries(raw)) {
    const name = takes.find((known) => calledIn(known) === parameter);
    const result = name && fields[name].safeParse(value);
    if (name === undefined) {
      const code = takes.length > 0 ? 'unknown-parameter' : 'no-parameters';
      faults.push({ parameter, code, facts: { parameter, known: takes.map(calledIn).join(', ') } });
    } else if (Array.isArray(value)) {
      faults.push({ parameter, code: 'repeated-parameter', facts: { parameter } });
    } else if (result?.success === true) {
      read[name] = result.data;
    } else {
      const [code, facts] = FAULTS[name];
      faults.push({ parameter, code, facts: { parameter, ...facts } });
    }
  }
  if (read['knownAt'] !== undefined && read['atPosition'] !== undefined) {
    faults.push({ parameter: 'atPosition', code: 'two-known-clocks', facts: {} });
  }
  const [first, ...others] = faults;
  if (first) throw new BadQuery([first, ...others]);
  return read as unknown as Query;
}

export const CLOCKS = ['asOf', 'knownAt', 'atPosition', 'minPosition'] as const;
/** For addresses that know no valid time: the registers. */
export const KNOWN_CLOCK = ['knownAt', 'atPosition', 'minPosition'] as const;
export const PAGE = ['limit', 'cursor'] as const;

/** A cursor is the key of the last item, in base64url so that nobody builds on it. */
export const encodeCursor = (key: string): string => Buffer.from(`k:${key}`).toString('base64url');

function decodeCursor(cursor: string, context: z.RefinementCtx): string {
  const [, key] = /^k:([A-Za-z0-9-]+)$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (key !== undefined && encodeCursor(key) === cursor) return key;
  context.addIssue({ code: 'custom', message: 'not a cursor' });
  return z.NEVER;
}

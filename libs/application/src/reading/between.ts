// Two points of one clock, as an address names them: two days as known at one position, or one day as known at two.
import type { Between } from '#read-models';
import { readDay } from '#register';
import { instant } from '../instant.js';
import type { ClockReader, ResolvedClocks } from './clocks.js';
import { BadQuery, type Axis, type Parameter, type Query, type QueryFault, type RawQuery } from './query.js';

export interface ResolvedBetween extends Between {
  readonly axis: Axis;
  readonly from: ResolvedClocks;
  readonly to: ResolvedClocks;
}

const NEEDED = ['from', 'to', 'axis'] as const;
/** What each axis takes beside: where the other clock stands. */
const BESIDE: ReadonlyMap<unknown, readonly Parameter[]> = new Map([
  ['valid', ['knownAt', 'atPosition']],
  ['known', ['asOf']],
]);

/** The parameters that such an address takes, which follow from its axis. */
export const betweenParameters = ({ axis }: RawQuery): readonly Parameter[] => [
  ...NEEDED,
  ...(BESIDE.get(axis) ?? []),
  'minPosition',
];

/**
 * Resolves `from`, `to` and `axis` (`valid`: days; `known`: positions of the log, or instants) of a query that was read
 * with `betweenParameters`. Throws a `BadQuery` that names every fault, or `Behind`.
 */
export async function resolveBetween(clocks: ClockReader, query: Query): Promise<ResolvedBetween> {
  refuse(NEEDED.filter((name) => query[name] === undefined).map((name) => fault(name, 'missing-parameter')));
  const { from, to, axis } = query as Required<Pick<Query, 'from' | 'to' | 'axis'>>;
  const resolve = axis === 'valid' ? onDays : onPositions;
  return { axis, ...(await resolve(clocks, query, from, to)) };
}

const fault = (parameter: string, code: QueryFault['code'], facts: QueryFault['facts'] = {}): QueryFault => ({
  parameter,
  code,
  facts: { parameter, ...facts },
});

function refuse(faults: readonly QueryFault[]): void {
  const [first, ...others] = faults;
  if (first) throw new BadQuery([first, ...others]);
}

interface Points {
  readonly from: ResolvedClocks;
  readonly to: ResolvedClocks;
}

async function onDays(clocks: ClockReader, query: Query, from: string, to: string): Promise<Points> {
  const isDay = (text: string): boolean =>
    /^\d{4}-\d{2}-\d{2}$/.test(text) && typeof readDay(text) !== 'string';
  refuse(
    Object.entries({ from, to })
      .filter(([, text]) => !isDay(text))
      .map(([parameter]) => fault(parameter, 'bad-day')),
  );
  refuse(from > to ? [fault('to', 'from-after-to')] : []);
  const known = await clocks.resolve({ ...query, asOf: to });
  return { from: { ...known, asOf: from }, to: known };
}

async function onPositions(clocks: ClockReader, query: Query, from: string, to: string): Promise<Points> {
  const { asOf, minPosition } = query;
  const beside = { ...(asOf !== undefined && { asOf }), ...(minPosition !== undefined && { minPosition }) };
  refuse(
    Object.entries({ from, to })
      .filter(([, text]) => pointOf(text) === undefined)
      .map(([parameter]) => fault(parameter, 'bad-point')),
  );
  const points = {
    to: await resolvePoint(clocks, 'to', { ...beside, ...pointOf(to) }),
    from: await resolvePoint(clocks, 'from', { ...beside, ...pointOf(from) }),
  };
  refuse(points.from.position > points.to.position ? [fault('to', 'from-after-to')] : []);
  return points;
}

/** A position, or an instant with its zone; undefined where the text is neither. */
function pointOf(text: string): { readonly atPosition: number } | { readonly knownAt: Date } | undefined {
  if (/^\d{1,15}$/.test(text)) return { atPosition: Number(text) };
  const read = instant.safeParse(text);
  return read.success ? { knownAt: read.data } : undefined;
}

/** What is wrong with the point is said of the parameter that named it. */
async function resolvePoint(
  clocks: ClockReader,
  parameter: 'from' | 'to',
  query: Parameters<ClockReader['resolve']>[0],
): Promise<ResolvedClocks> {
  try {
    return await clocks.resolve(query);
  } catch (error) {
    if (!(error instanceof BadQuery)) throw error;
    const [first, ...others] = error.faults.map((one) =>
      one.parameter === 'minPosition' ? one : fault(parameter, one.code, { ...one.facts, parameter }),
    );
    throw first ? new BadQuery([first, ...others]) : error;
  }
}

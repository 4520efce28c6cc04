// source.ts: the texts that the register rests on, and whether they are to be relied on.
import type { z } from 'zod';
import { normaliseName } from '../names/normalise.js';
import { same } from '../same.js';
import type { sourceSchemas } from './source.schema.js';

type Schemas = typeof sourceSchemas;

/** Stored as they stand. */
export type SourceEvent = { [T in keyof Schemas]: { type: T; data: z.infer<Schemas[T]> } }[keyof Schemas];
type Data<Type extends SourceEvent['type']> = Extract<SourceEvent, { type: Type }>['data'];
export type SourceRegistered = Extract<SourceEvent, { type: 'SourceRegistered' }>;
/** What was last said of whether it is to be relied on. */
type Verdict = Extract<SourceEvent, { type: 'SourceDiscredited' | 'SourceReinstated' }>;

export type SourceCommand =
  | { type: 'RegisterSource'; source: Data<'SourceRegistered'> }
  | { type: 'StoreCopy'; copy: Data<'CopyStored'> }
  | { type: 'DiscreditSource'; discredit: Data<'SourceDiscredited'> }
  | { type: 'ReinstateSource'; reinstatement: Data<'SourceReinstated'> };

/** Codes and the facts that explain them; the sentences are the apps'. */
export type SourceRefusal =
  | { code: 'source-exists'; source: string }
  | { code: 'source-not-registered' }
  | { code: 'already-discredited'; reason: string }
  | { code: 'not-discredited' };

export interface Source {
  readonly registered?: Data<'SourceRegistered'>;
  /** In the order of storing. */
  readonly copies: readonly Data<'CopyStored'>[];
  readonly verdict?: Verdict;
}

/** What the fold of a membership must know of a source. */
export interface SourceFacts {
  readonly outlet: string;
  readonly reliesOn: readonly string[];
  readonly discredited: boolean;
}

export const initialSource: Source = { copies: [] };

/** The events that a command yields: none where all is recorded already; a refusal where it may not be recorded. */
export function decideSource(command: SourceCommand, source: Source): SourceEvent[] | SourceRefusal {
  if (command.type === 'RegisterSource') return registerSource(command.source, source);
  if (!source.registered) return { code: 'source-not-registered' };
  switch (command.type) {
    case 'StoreCopy':
      return storeCopy(command.copy, source);
    case 'DiscreditSource':
      return discredit(command.discredit, source);
    case 'ReinstateSource':
      return reinstate(command.reinstatement, source);
  }
}

/** Total: whatever the log holds, it folds. */
export function evolveSource(source: Source, event: SourceEvent): Source {
  switch (event.type) {
    case 'SourceRegistered':
      return { ...source, registered: event.data };
    case 'CopyStored':
      return { ...source, copies: [...source.copies, event.data] };
    case 'SourceDiscredited':
    case 'SourceReinstated':
      return { ...source, verdict: { type: event.type, data: event.data } };
  }
}

/** Undefined for a source that is not registered. */
export function sourceFactsOf({ registered, verdict }: Source): SourceFacts | undefined {
  if (!registered) return undefined;
  const { outlet, reliesOn = [] } = registered;
  return { outlet, reliesOn, discredited: verdict?.type === 'SourceDiscredited' };
}

/**
 * How many of the sources are independent of one another. Those of one outlet are one, as is a source with the outlet that
 * it relies on, and two that rely on the same; and so on along the chain. What has only discredited sources does not
 * count, though a discredited source still ties others together. An id that is not known counts as one of its own.
 */
export function independentSources(ids: Iterable<string>, sources: ReadonlyMap<string, SourceFacts>): number {
  let unknown = 0;
  let groups: Group[] = [];
  for (const id of new Set(ids)) {
    const source = sources.get(id);
    if (source) groups = joined(groups, { origins: originsOf(source), relied: !source.discredited });
    else unknown += 1;
  }
  return unknown + groups.filter(({ relied }) => relied).length;
}

/** Sources that share an origin, directly or through one another. */
interface Group {
  readonly origins: ReadonlySet<string>;
  /** Whether one of them at least is not discredited. */
  readonly relied: boolean;
}

/** A line asks for those of the same sources on each of its days. */
const known = new WeakMap<SourceFacts, ReadonlySet<string>>();

/** Its outlet and whom it relies on, as name lookup compares them. */
function originsOf(source: SourceFacts): ReadonlySet<string> {
  const origins =
    known.get(source) ?? new Set([source.outlet, ...source.reliesOn].map((name) => normaliseName(name)));
  known.set(source, origins);
  return origins;
}

function joined(groups: readonly Group[], source: Group): Group[] {
  const touches = (group: Group) => [...source.origins].some((origin) => group.origins.has(origin));
  const one = groups.filter(touches).reduce(
    (sum, group): Group => ({
      origins: new Set([...sum.origins, ...group.origins]),
      relied: sum.relied || group.relied,
    }),
    source,
  );
  return [...groups.filter((group) => !touches(group)), one];
}

function registerSource(
  data: Data<'SourceRegistered'>,
  { registered }: Source,
): SourceEvent[] | SourceRefusal {
  if (!registered) return [{ type: 'SourceRegistered', data }];
  return same(registered, data) ? [] : { code: 'source-exists', source: data.id };
}

/** The same bytes are the same copy, whenever they were fetched. */
function storeCopy(data: Data<'CopyStored'>, { copies }: Source): SourceEvent[] {
  return copies.some(({ sha256 }) => sha256 === data.sha256) ? [] : [{ type: 'CopyStored', data }];
}

function discredit(data: Data<'SourceDiscredited'>, { verdict }: Source): SourceEvent[] | SourceRefusal {
  if (verdict?.type !== 'SourceDiscredited') return [{ type: 'SourceDiscredited', data }];
  return same(verdict.data, data) ? [] : { code: 'already-discredited', reason: verdict.data.reason };
}

function reinstate(data: Data<'SourceReinstated'>, { verdict }: Source): SourceEvent[] | SourceRefusal {
  if (verdict?.type === 'SourceDiscredited') return [{ type: 'SourceReinstated', data }];
  return verdict && same(verdict.data, data) ? [] : { code: 'not-discredited' };
}

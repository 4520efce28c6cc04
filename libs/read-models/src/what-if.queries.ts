// What would become of memberships if their body, or a source that they cite, were other than it is: folded anew, and
// nothing written.
import {
  foldLine,
  intervalOn,
  NOTHING,
  sourceFactsOf,
  type BodyFacts,
  type Interval,
  type SourceFacts,
  type View,
} from '#register';
import { asKnownAt, type KnownAct } from './act-log/act-log.queries.js';
import type { ActRow } from './act-log/act-log.projection.js';
import { ActEntity } from './act-log/act-log.table.js';
import { bodiesBySlug, sourcesById } from './dossier/dossier.queries.js';
import { rowsOf, type Clocks, type Reader } from './reader.js';
import { selectRows } from './row-table.js';

/** Both standings on a day. */
export interface Views {
  readonly own: View;
  readonly reported: View;
}

/** A membership that would be another. */
export interface ChangedMembership {
  readonly body: string;
  readonly state: string;
  /** The first day on which the own standings differ; null where they never do. */
  readonly from: string | null;
  /** On that day, else on the day asked about. */
  readonly before: Views;
  readonly after: Views;
  /** On the day asked about. */
  readonly today: { readonly before: Views; readonly after: Views };
}

/** The memberships of a body whose standing would be another on some day, were these its facts; by state, ascending. */
export async function changedByBody(
  reader: Reader,
  clocks: Clocks,
  slug: string,
  after: BodyFacts,
): Promise<ChangedMembership[]> {
  const known = (await bodiesBySlug(reader, clocks, [slug])).get(slug);
  if (!known) return [];
  const text = `${selectRows(ActEntity)} where body = $1 and position <= $2 order by state, position`;
  const lines = await linesOf(reader, clocks.position, text, [slug, clocks.position]);
  const sources = await factsOfSources(
    reader,
    clocks.position,
    lines.flatMap(({ acts }) => acts),
  );
  return lines.flatMap((line) => {
    const changed = compared(line, clocks, { body: known.facts, sources }, { body: after, sources });
    return changed.from === null ? [] : [changed];
  });
}

/** The memberships that cite a source, as they are and as they would be with its verdict turned; by body and state. */
export async function changedBySource(
  reader: Reader,
  clocks: Clocks,
  source: string,
  discredited: boolean,
): Promise<ChangedMembership[]> {
  const text = `${selectRows(ActEntity)} where (body, state) in
      (select body, state from read_model.membership_citation where source = $1)
    and position <= $2 order by body, state, position`;
  const lines = await linesOf(reader, clocks.position, text, [source, clocks.position]);
  const before = await factsOfSources(
    reader,
    clocks.position,
    lines.flatMap(({ acts }) => acts),
  );
  const facts = before.get(source);
  if (!facts) return [];
  const after = new Map([...before, [source, { ...facts, discredited }] as const]);
  const bodies = await bodiesBySlug(reader, clocks, [...new Set(lines.map(({ body }) => body))]);
  return lines.flatMap((line) => {
    const body = bodies.get(line.body)?.facts;
    if (!body) return [];
    const changed = compared(line, clocks, { body, sources: before }, { body, sources: after });
    const { before: was, after: is } = changed.today;
    return isOtherwise(was.own, is.own) || isOtherwise(was.reported, is.reported) ? [changed] : [];
  });
}

const isOtherwise = (a: View, b: View): boolean =>
  a.standing !== b.standing || a.discredited !== b.discredited || a.sources !== b.sources;

interface Line {
  readonly body: string;
  readonly state: string;
  readonly acts: readonly KnownAct[];
}

/** The acts of each membership, in the order in which the query gives them. */
async function linesOf(reader: Reader, position: number, text: string, values: unknown[]): Promise<Line[]> {
  const lines = new Map<string, Line & { acts: KnownAct[] }>();
  for (const row of await rowsOf<ActRow>(reader, text, values)) {
    const key = `${row.body} ${row.state}`;
    const line = lines.get(key) ?? { body: row.body, state: row.state, acts: [] };
    line.acts.push(asKnownAt(row, position));
    lines.set(key, line);
  }
  return [...lines.values()];
}

async function factsOfSources(
  reader: Reader,
  position: number,
  acts: readonly KnownAct[],
): Promise<Map<string, SourceFacts>> {
  const ids = [...new Set(acts.flatMap(({ row }) => row.sources))];
  const known = await sourcesById(reader, position, ids);
  return new Map(
    [...known].flatMap(([id, source]): [string, SourceFacts][] => {
      const facts = sourceFactsOf(source);
      return facts ? [[id, facts]] : [];
    }),
  );
}

type Around = Parameters<typeof foldLine>[1];

function compared({ body, state, acts }: Line, { asOf }: Clocks, was: Around, is: Around): ChangedMembership {
  const resolved = acts.map((act) => act.resolved);
  const before = foldLine(resolved, was).intervals;
  const after = foldLine(resolved, is).intervals;
  const today = { before: viewsOn(before, asOf), after: viewsOn(after, asOf) };
  const days = [...new Set([...before, ...after].map(({ from }) => from))].sort();
  const from = days.find((day) => viewsOn(before, day).own.standing !== viewsOn(after, day).own.standing);
  return from === undefined
    ? { body, state, from: null, ...today, today }
    : { body, state, from, before: viewsOn(before, from), after: viewsOn(after, from), today };
}

function viewsOn(intervals: readonly Interval[], day: string): Views {
  const { own = NOTHING, reported = NOTHING } = intervalOn(intervals, day) ?? {};
  return { own, reported };
}

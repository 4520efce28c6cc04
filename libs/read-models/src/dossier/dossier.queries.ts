// The registers as known at a position, and as they were on a day: the few events of each, folded by the domain.
import {
  canonicalUrl,
  ceremoniesOf,
  evolveBody,
  evolveContact,
  evolveSource,
  evolveState,
  factsOf,
  initialBody,
  initialContact,
  initialSource,
  initialState,
  namesOn,
  organsOn,
  overlapOf,
  ruleOn,
  stateFactsOf,
  stateNamesOn,
  type Body,
  type BodyFacts,
  type BodyKind,
  type BodyRule,
  type Contact,
  type Names,
  type Source,
  type SourceRegistered,
  type StateEvent,
  type StateFacts,
} from '#register';
import { rowsOf, type Clocks, type Page, type Reader } from '../reader.js';
import { selectRows } from '../row-table.js';
import type { DossierEvent, DossierKind, DossierRow } from './dossier.projection.js';
import { DossierEntity } from './dossier.table.js';

/** A state as it was on a day, as known at a position. */
export interface KnownState {
  readonly code: string;
  readonly names: Names;
  readonly aliases: readonly string[];
  readonly alpha2: string | null;
  readonly numeric: string | null;
  readonly facts: StateFacts;
  /** Who took whose place, when: as recorded. */
  readonly changes: readonly StateEvent[];
}

/** A body as it was on a day, as known at a position. */
export interface KnownBody {
  readonly slug: string;
  readonly kind: BodyKind;
  readonly names: Names;
  readonly aliases: readonly string[];
  readonly rule: BodyRule;
  readonly facts: BodyFacts;
  readonly body: Body;
}

/** A source as known at a position, with the last word on its worth. */
export interface KnownSource extends Source {
  readonly id: string;
  readonly registered: SourceRegistered['data'];
}

/** A contact as known at a position. */
export interface KnownContact extends Contact {
  readonly id: string;
  readonly eventId: string;
  readonly position: number;
}

/** States by code, ascending. */
export async function listStates(reader: Reader, clocks: Clocks, page: Page): Promise<KnownState[]> {
  return (await list(reader, 'state', clocks.position, page)).flatMap((row) => asState(row, clocks) ?? []);
}

export async function statesByCode(
  reader: Reader,
  clocks: Clocks,
  codes: readonly string[],
): Promise<Map<string, KnownState>> {
  const rows = await byKey(reader, 'state', clocks.position, codes);
  return statesIn(rows, clocks);
}

export const findState = async (
  reader: Reader,
  clocks: Clocks,
  code: string,
): Promise<KnownState | undefined> => (await statesByCode(reader, clocks, [code])).get(code);

/** Bodies by slug, ascending. */
export async function listBodies(reader: Reader, clocks: Clocks, page: Page): Promise<KnownBody[]> {
  return (await list(reader, 'body', clocks.position, page)).flatMap((row) => asBody(row, clocks) ?? []);
}

export async function bodiesBySlug(
  reader: Reader,
  clocks: Clocks,
  slugs: readonly string[],
): Promise<Map<string, KnownBody>> {
  const rows = await byKey(reader, 'body', clocks.position, slugs);
  return bodiesIn(rows, clocks);
}

export const findBody = async (
  reader: Reader,
  clocks: Clocks,
  slug: string,
): Promise<KnownBody | undefined> => (await bodiesBySlug(reader, clocks, [slug])).get(slug);

/** What a page names, by code, slug and id; several kinds in one question, because each question has its price. */
export async function dossiersOf(
  reader: Reader,
  clocks: Clocks,
  keys: Partial<Record<'states' | 'bodies' | 'sources', readonly string[]>>,
) {
  const rows = await byStream(reader, clocks.position, [
    ...streamsOf('state', keys.states ?? []),
    ...streamsOf('body', keys.bodies ?? []),
    ...streamsOf('source', keys.sources ?? []),
  ]);
  const of = (wanted: DossierKind) => rows.filter(({ kind }) => kind === wanted);
  return {
    states: statesIn(of('state'), clocks),
    bodies: bodiesIn(of('body'), clocks),
    sources: sourcesIn(of('source')),
  };
}

/** The organs of a body on a day, who sits on more than one of them, and the ceremonies that were announced. */
export function organsAndCeremonies({ body }: KnownBody, { asOf }: Clocks) {
  const organs = organsOn(body, asOf);
  return { organs, overlap: overlapOf(organs), ceremonies: ceremoniesOf(body) };
}

/** Sources by id, ascending. */
export async function listSources(reader: Reader, position: number, page: Page): Promise<KnownSource[]> {
  return (await list(reader, 'source', position, page)).flatMap((row) => asSource(row) ?? []);
}

export async function sourcesById(
  reader: Reader,
  position: number,
  ids: readonly string[],
): Promise<Map<string, KnownSource>> {
  return sourcesIn(await byKey(reader, 'source', position, ids));
}

/** The sources registered last, the latest first. */
export async function latestSources(reader: Reader, position: number, limit: number): Promise<KnownSource[]> {
  const where = `kind = 'source' and position <= $1 order by position desc limit $2`;
  const rows = await rowsOf<DossierRow>(reader, `${selectRows(DossierEntity)} where ${where}`, [
    position,
    limit,
  ]);
  return rows.flatMap((row) => asSource(knownTo(row, position)) ?? []);
}

/** The sources at an address, however it is written; in the order of recording. */
export async function sourcesAt(reader: Reader, position: number, url: string): Promise<KnownSource[]> {
  // No text of PostgreSQL has a NUL in it, and so no source is there.
  if (url.includes('\u0000')) return [];
  const where = `address = $1 and position <= $2 order by position limit 20`;
  const rows = await rowsOf<DossierRow>(reader, `${selectRows(DossierEntity)} where ${where}`, [
    canonicalUrl(url),
    position,
  ]);
  return rows.flatMap((row) => asSource(knownTo(row, position)) ?? []);
}

/** The contacts of a state, in the order of recording. */
export async function contactsOfState(
  reader: Reader,
  position: number,
  state: string,
): Promise<KnownContact[]> {
  const where = `kind = 'contact' and states @> array[$1] and position <= $2 order by position`;
  const rows = await rowsOf<DossierRow>(reader, `${selectRows(DossierEntity)} where ${where}`, [
    state,
    position,
  ]);
  return rows.map((row) => knownTo(row, position)).flatMap((row) => asContact(row) ?? []);
}

async function list(
  reader: Reader,
  kind: DossierKind,
  position: number,
  { after, limit }: Page,
): Promise<DossierRow[]> {
  const where = 'kind = $1 and key > $2 and position <= $3 order by key limit $4';
  const values = [kind, after ?? '', position, limit];
  const rows = await rowsOf<DossierRow>(reader, `${selectRows(DossierEntity)} where ${where}`, values);
  return rows.map((row) => knownTo(row, position));
}

const byKey = (
  reader: Reader,
  kind: DossierKind,
  position: number,
  keys: readonly string[],
): Promise<DossierRow[]> => byStream(reader, position, streamsOf(kind, keys));

const streamsOf = (kind: DossierKind, keys: readonly string[]): string[] =>
  [...new Set(keys)].map((key) => `${kind}-${key}`);

async function byStream(reader: Reader, position: number, streams: string[]): Promise<DossierRow[]> {
  if (streams.length === 0) return [];
  const where = 'stream = any($1) and position <= $2';
  const rows = await rowsOf<DossierRow>(reader, `${selectRows(DossierEntity)} where ${where}`, [
    streams,
    position,
  ]);
  return rows.map((row) => knownTo(row, position));
}

const statesIn = (rows: readonly DossierRow[], clocks: Clocks): Map<string, KnownState> =>
  new Map(rows.flatMap((row) => asState(row, clocks) ?? []).map((state) => [state.code, state]));

const bodiesIn = (rows: readonly DossierRow[], clocks: Clocks): Map<string, KnownBody> =>
  new Map(rows.flatMap((row) => asBody(row, clocks) ?? []).map((body) => [body.slug, body]));

const sourcesIn = (rows: readonly DossierRow[]): Map<string, KnownSource> =>
  new Map(rows.flatMap((row) => asSource(row) ?? []).map((source) => [source.id, source]));

const knownTo = (row: DossierRow, position: number): DossierRow => ({
  ...row,
  events: row.events.filter((event) => event.position <= position),
});

/** What the events of a dossier amount to. */
const fold = <State>(
  events: readonly DossierEvent[],
  evolve: (state: State, event: never) => State,
  initial: State,
): State => events.reduce((state, event) => evolve(state, event as never), initial);

function asState({ key, events }: DossierRow, { asOf }: Clocks): KnownState | undefined {
  const state = fold(events, evolveState, initialState);
  const names = stateNamesOn(state, asOf);
  const facts = stateFactsOf(state);
  if (!names || !facts || !state.registered) return undefined;
  const { alpha2 = null, numeric = null } = state.registered;
  const changes = events.filter(({ type }) => type !== 'StateRegistered') as unknown as StateEvent[];
  return { code: key, ...names, alpha2, numeric, facts, changes };
}

function asBody({ key, events }: DossierRow, { asOf }: Clocks): KnownBody | undefined {
  const body = fold(events, evolveBody, initialBody);
  const names = namesOn(body, asOf);
  const facts = factsOf(body);
  if (!names || !facts) return undefined;
  return { slug: key, kind: facts.kind, ...names, rule: ruleOn(facts, asOf), facts, body };
}

function asSource({ key, events }: DossierRow): KnownSource | undefined {
  const source = fold(events, evolveSource, initialSource);
  return source.registered && { ...source, id: key, registered: source.registered };
}

function asContact({ key, events, position }: DossierRow): KnownContact | undefined {
  const contact = fold(events, evolveContact, initialContact);
  const [first] = events;
  return first && { ...contact, id: key, eventId: first.eventId, position };
}

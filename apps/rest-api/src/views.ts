// How rows of the read models look in an answer.
import {
  awaited,
  type BodyRule,
  type Citation,
  type ContactEvent,
  type HeldRole,
  type Standing,
  type View,
} from '#register';
import type {
  Cited,
  KnownAct,
  KnownBody,
  KnownContact,
  KnownSource,
  KnownState,
  MembershipRow,
  Said,
} from '#read-models';
import { BASE } from './answer.js';
import type { Columns } from './columns.js';
import { nameIn } from './language.js';

type Sources = ReadonlyMap<string, KnownSource>;

export const stateView = (state: KnownState, languages: readonly string[]) => ({
  code: state.code,
  name: nameIn(state.names, languages),
  names: state.names,
  alpha2: state.alpha2,
  numeric: state.numeric,
  aliases: state.aliases,
  from: state.facts.from ?? null,
  until: state.facts.until ?? null,
  changes: state.changes.map(({ type, data }) => ({ type, ...data })),
  links: {
    self: `${BASE}/states/${state.code}`,
    memberships: `${BASE}/states/${state.code}/memberships`,
    timeline: `${BASE}/states/${state.code}/timeline`,
  },
});

/** How many have each standing by its own word, where any has: `{ joined: 1, party: 5 }`. */
export const countedOf = <Count extends { readonly standing: Standing }>(
  counts: readonly Count[],
  many: (count: Count) => number,
): Readonly<Partial<Record<Standing, number>>> =>
  Object.fromEntries(counts.map((count) => [count.standing, many(count)]));

/** The same as the texts of a cell: "joined 1". */
export const countsInWords = (counts: Readonly<Partial<Record<Standing, number>>>): string[] =>
  Object.entries(counts).map(([standing, many]) => `${standing} ${String(many)}`);

export const bodyView = (body: KnownBody, languages: readonly string[]) => ({
  slug: body.slug,
  name: nameIn(body.names, languages),
  names: body.names,
  aliases: body.aliases,
  kind: body.kind,
  rule: body.rule,
  inForceOn: body.facts.inForceOn ?? null,
  dissolvedOn: body.facts.dissolvedOn ?? null,
  links: {
    self: `${BASE}/bodies/${body.slug}`,
    members: `${BASE}/bodies/${body.slug}/members`,
    organs: `${BASE}/bodies/${body.slug}/organs`,
    counts: `${BASE}/bodies/${body.slug}/counts`,
  },
});

/** A standing on one day: by the own words of those concerned, and by every word. */
export function standingView(
  row: MembershipRow,
  body: { readonly rule: BodyRule } | undefined,
  cited: Cited,
) {
  return {
    ...viewOf(row.own, cited),
    valid: { from: row.from, to: row.to },
    awaiting: body ? awaited(row.own.standing, body.rule) : null,
    reported: viewOf(row.reported, cited),
    roles: row.roles.map((role) => roleView(role, cited)),
    attributes: row.attributes.flatMap((id) => {
      const act = cited.acts.get(id);
      return act ? [actView(act, cited.sources)] : [];
    }),
  };
}

const viewOf = (view: View, cited: Cited) => ({
  standing: view.standing,
  since: view.since,
  attestation: view.attestation,
  disputed: view.disputed,
  discredited: view.discredited,
  independentSources: view.sources,
  acts: view.acts,
  sources: sourcesOf(view.acts, cited),
});

const roleView = ({ role, since, attestation, act }: HeldRole, cited: Cited) => ({
  role,
  since,
  attestation,
  act,
  sources: sourcesOf([act], cited),
});

/** An act as it stands: its day and words, whether it counts, what was said of it since, and what it cites. */
export function actView({ row, said, resolved }: KnownAct, sources: Sources) {
  const { sources: _, ...own } = resolved.act.data;
  return {
    eventId: row.eventId,
    position: row.position,
    recordedAt: row.recordedAt,
    actor: row.actor,
    body: row.body,
    state: row.state,
    type: resolved.act.type,
    ...own,
    effectiveDay: resolved.effectiveDay,
    status: resolved.status,
    disputed: resolved.disputed,
    said: said.map(saidView),
    sources: citationsOf(resolved.citations, sources),
  };
}

const saidView = ({ eventId, position, recordedAt, actor, event }: Said) => ({
  eventId,
  position,
  recordedAt,
  actor,
  type: event.type,
  ...event.data,
});

export function contactView(contact: KnownContact, sources: Sources) {
  const { recorded, corroborations, retraction } = contact;
  const { sources: citations = [], ...own } =
    recorded ?? ({} as Partial<ContactEvent['data'] & { sources: Citation[] }>);
  const further = corroborations.flatMap((corroboration) => corroboration.sources);
  return {
    ...own,
    id: contact.id,
    eventId: contact.eventId,
    position: contact.position,
    status: retraction ? 'retracted' : 'recorded',
    retraction: retraction ?? null,
    sources: citationsOf([...citations, ...further], sources),
  };
}

export const sourceView = ({ id, registered, copies, verdict }: KnownSource) => ({
  ...briefSource(id, { registered }),
  note: registered.note ?? null,
  discredited: verdict?.type === 'SourceDiscredited',
  verdict: verdict ?? null,
  copies,
  links: { self: `${BASE}/sources/${id}` },
});

/** The sources on which acts rest, each once, with what it says of them. */
function sourcesOf(eventIds: readonly string[], { acts, sources }: Cited) {
  return citationsOf(
    eventIds.flatMap((id) => acts.get(id)?.resolved.citations ?? []),
    sources,
  );
}

const citationsOf = (citations: readonly Citation[], sources: Sources) =>
  [...new Set(citations.map(({ source }) => source))].map((id) => ({
    ...briefSource(id, sources.get(id)),
    discredited: sources.get(id)?.verdict?.type === 'SourceDiscredited',
    quotes: citations.flatMap(({ source, quote }) => (source === id && quote !== undefined ? [quote] : [])),
  }));

const briefSource = (id: string, source: Pick<KnownSource, 'registered'> | undefined) => ({
  id,
  outlet: source?.registered.outlet ?? null,
  title: source?.registered.title ?? null,
  url: source?.registered.url ?? null,
  language: source?.registered.language ?? null,
  publishedOn: source?.registered.publishedOn ?? null,
  byline: source?.registered.byline ?? null,
  reliesOn: source?.registered.reliesOn ?? [],
});

const NO_VIEW = {
  standing: 'none',
  since: null,
  attestation: null,
  disputed: false,
  discredited: false,
  independentSources: 0,
  acts: [],
  sources: [],
} as const;

/** On a day on which nothing holds. */
export const NO_STANDING = {
  ...NO_VIEW,
  valid: null,
  awaiting: null,
  reported: NO_VIEW,
  roles: [],
  attributes: [],
};

export const bodyOf = (
  bodies: ReadonlyMap<string, KnownBody>,
  slug: string,
  languages: readonly string[],
) => {
  const body = bodies.get(slug);
  return { slug, name: body ? nameIn(body.names, languages) : slug, kind: body?.kind ?? null };
};

export const stateOf = (
  states: ReadonlyMap<string, KnownState>,
  code: string,
  languages: readonly string[],
) => {
  const state = states.get(code);
  return { code, name: state ? nameIn(state.names, languages) : code };
};

/** One interval of a line. */
export const intervalView = ({ from, to, own, reported, roles, knownFrom }: MembershipRow) => ({
  from,
  to,
  standing: own.standing,
  attestation: own.attestation,
  disputed: own.disputed,
  discredited: own.discredited,
  independentSources: own.sources,
  reported: reported.standing,
  reportedAttestation: reported.attestation,
  reportedDisputed: reported.disputed,
  roles: roles.map(({ role }) => role),
  knownFrom,
});

/** Columns of a standing, as far as a cell can hold what it says. */
export const STANDING_COLUMNS: Columns<ReturnType<typeof standingView>> = {
  standing: ({ standing }) => standing,
  since: ({ since }) => since,
  attestation: ({ attestation }) => attestation,
  disputed: ({ disputed }) => disputed,
  discredited: ({ discredited }) => discredited,
  independentSources: ({ independentSources }) => independentSources,
  awaiting: ({ awaiting }) => awaiting,
  reported: ({ reported }) => reported.standing,
  reportedSince: ({ reported }) => reported.since,
  reportedAttestation: ({ reported }) => reported.attestation,
  reportedDisputed: ({ reported }) => reported.disputed,
  roles: ({ roles }) => roles.map(({ role }) => role),
  validFrom: ({ valid }) => valid.from,
  validTo: ({ valid }) => valid.to,
  sources: ({ sources, reported }) => [...new Set([...sources, ...reported.sources].map(({ id }) => id))],
};

// How rows of the read models look in an answer.
import { awaited, type BodyFacts } from '#register';
import type { ActRow, BodyRow, MembershipRow, SourceRow, StateRow } from '#read-models';
import { BASE } from './answer.js';
import type { Cited } from './cited.js';
import { nameIn } from './language.js';

export const stateView = (state: StateRow, languages: readonly string[]) => ({
  code: state.code,
  name: nameIn(state.names, languages),
  names: state.names,
  alpha2: state.alpha2 ?? null,
  numeric: state.numeric ?? null,
  aliases: state.aliases ?? [],
  links: { self: `${BASE}/states/${state.code}`, memberships: `${BASE}/states/${state.code}/memberships` },
});

export const bodyView = (body: BodyRow, languages: readonly string[]) => ({
  slug: body.slug,
  name: nameIn(body.names, languages),
  names: body.names,
  kind: body.kind,
  rule: body.rule,
  inForceSince: body.inForceSince ?? null,
  links: { self: `${BASE}/bodies/${body.slug}`, members: `${BASE}/bodies/${body.slug}/members` },
});

/** A standing on one day: by the own words of those concerned, and by every word. */
export function standingView(row: MembershipRow, body: Pick<BodyFacts, 'rule'> | undefined, cited: Cited) {
  return {
    standing: row.standing,
    attestation: row.attestation,
    since: row.since,
    valid: { from: row.from, to: row.to },
    awaiting: body ? awaited(row.standing, body) : null,
    acts: row.acts,
    sources: sourcesOf(row.acts, cited),
    reported: {
      standing: row.reported,
      since: row.reportedSince,
      attestation: row.reportedAttestation,
      acts: row.reportedActs,
      sources: sourcesOf(row.reportedActs, cited),
    },
  };
}

/** The day and the words of an act as recorded, whether it counts, and what it cites. */
export const actView = (act: ActRow, { sources }: Pick<Cited, 'sources'>) => {
  const { sources: citations, ...own } = act.data;
  return {
    eventId: act.eventId,
    position: act.position,
    recordedAt: act.recordedAt,
    actor: act.actor,
    type: act.type,
    ...own,
    effectiveDay: act.effectiveDay,
    status: act.retractedAt !== null ? 'retracted' : act.claim ? 'claim' : 'counts',
    retraction: act.retraction && { ...act.retraction, position: act.retractedAt, eventId: act.retractedBy },
    sources: citations.map(({ source, quote }) => ({
      ...sourceView(sources.get(source), source),
      quote: quote ?? null,
    })),
  };
};

/** The sources on which acts rest, each once, with what it says of them. */
function sourcesOf(eventIds: readonly string[], { acts, sources }: Cited) {
  const citations = eventIds.flatMap((id) => acts.get(id)?.data.sources ?? []);
  return [...new Set(citations.map(({ source }) => source))].map((id) => ({
    ...sourceView(sources.get(id), id),
    quotes: citations.flatMap(({ source, quote }) => (source === id && quote !== undefined ? [quote] : [])),
  }));
}

const sourceView = (source: SourceRow | undefined, id: string) => ({
  id,
  outlet: source?.outlet ?? null,
  title: source?.title ?? null,
  url: source?.url ?? null,
  language: source?.language ?? null,
  publishedOn: source?.publishedOn ?? null,
  byline: source?.byline ?? null,
  reliesOn: source?.reliesOn ?? [],
});

/** On a day on which nothing holds. */
export const NO_STANDING = {
  standing: 'none',
  since: null,
  valid: null,
  attestation: null,
  awaiting: null,
  acts: [],
  sources: [],
  reported: { standing: 'none', since: null, attestation: null, acts: [], sources: [] },
} as const;

export const bodyOf = (bodies: ReadonlyMap<string, BodyRow>, slug: string, languages: readonly string[]) => {
  const body = bodies.get(slug);
  return { slug, name: body ? nameIn(body.names, languages) : slug, kind: body?.kind ?? null };
};

export const stateOf = (
  states: ReadonlyMap<string, StateRow>,
  code: string,
  languages: readonly string[],
) => {
  const state = states.get(code);
  return { code, name: state ? nameIn(state.names, languages) : code };
};

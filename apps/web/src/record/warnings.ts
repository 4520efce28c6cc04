// What is allowed and should be looked at all the same before it is recorded.
import type { OpenMembership } from '#application';
import { foldDay, type MembershipAct, type Preview } from '#register';
import { isBound } from './record-desk.js';

export type Warning =
  | 'not-in-force'
  | 'witness-signature'
  | 'press-only'
  | 'other-party'
  | 'day-unknown'
  | 'discredited-source'
  | 'undated-source'
  | 'no-quote'
  | 'later-affected';

/** In the order in which they weigh. */
export function warningsOf(act: MembershipAct, open: OpenMembership, preview: Preview): Warning[] {
  const { data } = act;
  const sources = data.sources.map(({ source }) => open.sources.get(source));
  const { inForceOn } = open.bodyFacts;
  const consents = preview.change?.after.standing === 'consented';
  const holds: Readonly<Record<Warning, boolean>> = {
    'later-affected': preview.laterActs.length > 0,
    'discredited-source': sources.some((source) => source?.verdict?.type === 'SourceDiscredited'),
    'press-only': data.attestation === 'reported' && data.claim !== true,
    'other-party': data.attestation === 'stated' && data.claim !== true,
    'not-in-force': consents && (inForceOn === undefined || inForceOn > foldDay(data.on)),
    'witness-signature': act.type === 'CharterSigned' && act.data.kind === 'witness',
    'day-unknown': isBound(act),
    'undated-source': sources.some((source) => source && source.registered?.publishedOn === undefined),
    'no-quote': data.sources.every(({ quote }) => quote === undefined),
  };
  return (Object.keys(holds) as Warning[]).filter((warning) => holds[warning]);
}

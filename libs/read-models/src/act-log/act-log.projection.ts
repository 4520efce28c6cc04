// Every act with what has become of it.
import type { Projection, StoredEvent } from '#event-store';
import { foldDay, membershipOf, type ActRetracted, type MembershipAct } from '#register';

export interface ActRow {
  readonly eventId: string;
  readonly position: number;
  readonly body: string;
  readonly state: string;
  readonly type: string;
  /** The day from which it takes effect, as the fold takes it. */
  readonly effectiveDay: string;
  readonly claim: boolean;
  /** The act as recorded: days with their precision, attestation, citations, and what is its own. */
  readonly data: MembershipAct['data'];
  /** Ids of the sources that it cites. */
  readonly sources: readonly string[];
  readonly actor: string;
  readonly recordedAt: string;
  /** Position of its retraction; null while it stands. */
  readonly retractedAt: number | null;
  readonly retractedBy: string | null;
  readonly retraction: ActRetracted['data'] | null;
}

export const actLog: Projection<ActRow> = {
  name: 'act_log',
  version: 1,
  types: [
    'InvitationReceived',
    'InvitationWithdrawn',
    'MembershipDeclined',
    'IntentAnnounced',
    'MembershipAccepted',
    'AccordJoined',
    'CharterSigned',
    'ActRetracted',
  ],
  scope: (event) => ({ keys: [isRetraction(event) ? event.data.retracts : event.eventId] }),
  evolve(rows, event) {
    if (!isRetraction(event)) {
      rows.set(event.eventId, recorded(event as StoredEvent<string, MembershipAct['data']>));
      return;
    }
    const row = rows.get(event.data.retracts);
    if (row?.retractedAt !== null) return;
    const retraction = { retractedAt: event.position, retractedBy: event.eventId, retraction: event.data };
    rows.set(row.eventId, { ...row, ...retraction });
  },
};

const isRetraction = (event: StoredEvent): event is StoredEvent<'ActRetracted', ActRetracted['data']> =>
  event.type === 'ActRetracted';

function recorded(event: StoredEvent<string, MembershipAct['data']>): ActRow {
  const { body, state } = membershipOf(event.streamId) ?? { body: '', state: '' };
  return {
    eventId: event.eventId,
    position: event.position,
    body,
    state,
    type: event.type,
    effectiveDay: foldDay(event.data.effectiveOn ?? event.data.on),
    claim: event.data.claim === true,
    data: event.data,
    sources: [...new Set(event.data.sources.map(({ source }) => source))],
    actor: event.metadata.actor,
    recordedAt: event.recordedAt,
    retractedAt: null,
    retractedBy: null,
    retraction: null,
  };
}

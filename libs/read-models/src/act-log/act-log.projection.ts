// Every act with all that was said of it since.
import type { Projection, StoredEvent } from '#event-store';
import {
  actSchemas,
  citedBy,
  correctionSchemas,
  foldDay,
  isCorrection,
  membershipOf,
  targetOf,
  type Correction,
  type MembershipAct,
  type MembershipEvent,
} from '#register';

/** Something that was said of an act: a correction, a retraction, a denial, a corroboration, or one of these of those. */
export interface Said {
  readonly eventId: string;
  readonly position: number;
  readonly recordedAt: string;
  readonly actor: string;
  readonly event: Correction;
}

export interface ActRow {
  readonly eventId: string;
  readonly position: number;
  readonly body: string;
  readonly state: string;
  readonly type: MembershipAct['type'];
  /** The day from which it takes effect, as recorded. */
  readonly effectiveDay: string;
  /** As recorded: days with their precision, attestation, citations, and what is its own. */
  readonly data: MembershipAct['data'];
  readonly actor: string;
  readonly recordedAt: string;
  /** In the order of recording. */
  readonly said: readonly Said[];
  /** Event ids of what was said. */
  readonly saidIds: readonly string[];
  /** Ids of all sources that it, or what was said of it, cites. */
  readonly sources: readonly string[];
}

const tagOf = (eventId: string): string => `event:${eventId}`;

/** The event id in a tag. */
export const eventOfTag = (tag: string): string => tag.slice('event:'.length);

export const actLog: Projection<ActRow> = {
  name: 'act_log',
  version: 1,
  types: [...Object.keys(actSchemas), ...Object.keys(correctionSchemas)],
  scope: (event) => {
    const recorded = event as StoredEvent & MembershipEvent;
    return isCorrection(recorded)
      ? { keys: [], tags: [tagOf(targetOf(recorded))] }
      : { keys: [event.eventId] };
  },
  tagsOf: ({ eventId, saidIds }) => [eventId, ...saidIds].map(tagOf),
  evolve(rows, event) {
    const recorded = event as StoredEvent & MembershipEvent;
    if (!isCorrection(recorded)) {
      rows.set(event.eventId, asRecorded(recorded));
      return;
    }
    for (const key of rows.tagged(tagOf(targetOf(recorded)))) {
      const row = rows.get(key);
      if (row) rows.set(key, withSaid(row, recorded));
    }
  },
};

function asRecorded(event: StoredEvent & MembershipAct): ActRow {
  const { body, state } = membershipOf(event.streamId) ?? { body: '', state: '' };
  return {
    eventId: event.eventId,
    position: event.position,
    body,
    state,
    type: event.type,
    effectiveDay: foldDay(event.data.effectiveOn ?? event.data.on),
    data: event.data,
    actor: event.metadata.actor,
    recordedAt: event.recordedAt,
    said: [],
    saidIds: [],
    sources: citedBy(event),
  };
}

function withSaid(row: ActRow, event: StoredEvent & Correction): ActRow {
  const { eventId, position, recordedAt, metadata, type, data } = event;
  const said: Said = {
    eventId,
    position,
    recordedAt,
    actor: metadata.actor,
    event: { type, data } as Correction,
  };
  return {
    ...row,
    said: [...row.said, said],
    saidIds: [...row.saidIds, eventId],
    sources: [...new Set([...row.sources, ...citedBy(event)])],
  };
}

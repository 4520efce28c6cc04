// The registers of bodies, states, sources and contacts: for each of them all that was recorded of it. What it amounts
// to on a day is one fold of a few events, by the domain's own functions (see the queries).
import type { Projection, StoredEvent } from '#event-store';
import {
  bodySchemas,
  canonicalUrl,
  contactSchemas,
  sourceSchemas,
  stateSchemas,
  type ContactEvent,
  type SourceEvent,
} from '#register';

export const DOSSIER_KINDS = ['body', 'state', 'source', 'contact'] as const;
export type DossierKind = (typeof DOSSIER_KINDS)[number];

export interface DossierEvent {
  readonly eventId: string;
  readonly position: number;
  readonly recordedAt: string;
  readonly actor: string;
  readonly type: string;
  readonly data: unknown;
}

export interface DossierRow {
  /** The stream: `body-board-of-peace`, `state-KAZ`. */
  readonly stream: string;
  readonly kind: DossierKind;
  /** Slug, code or id. */
  readonly key: string;
  /** The position at which it was registered: before that the register did not know it. */
  readonly position: number;
  /** Codes of the states that take part in a contact. */
  readonly states: readonly string[];
  /** Of a source, as addresses are compared; null where it has none. */
  readonly address: string | null;
  readonly events: readonly DossierEvent[];
}

export const dossiers: Projection<DossierRow> = {
  name: 'dossier',
  version: 1,
  types: [bodySchemas, stateSchemas, sourceSchemas, contactSchemas].flatMap((schemas) =>
    Object.keys(schemas),
  ),
  scope: ({ streamId }) => ({ keys: [streamId] }),
  evolve(rows, event) {
    const row = rows.get(event.streamId) ?? opened(event);
    const { eventId, position, recordedAt, metadata, type, data } = event;
    const entry: DossierEvent = { eventId, position, recordedAt, actor: metadata.actor, type, data };
    rows.set(row.stream, {
      ...row,
      states: [...new Set([...row.states, ...participants(event)])],
      address: row.address ?? addressOf(event),
      events: [...row.events, entry],
    });
  },
};

function opened({ streamId, position }: StoredEvent): DossierRow {
  const [kind = ''] = streamId.split('-', 1);
  return {
    stream: streamId,
    kind: kind as DossierKind,
    key: streamId.slice(kind.length + 1),
    position,
    states: [],
    address: null,
    events: [],
  };
}

function participants(event: StoredEvent): string[] {
  const { type, data } = event as unknown as ContactEvent;
  return type === 'ContactRecorded'
    ? data.participants.flatMap(({ state }) => (state === undefined ? [] : [state]))
    : [];
}

function addressOf(event: StoredEvent): string | null {
  const { type, data } = event as unknown as SourceEvent;
  return type === 'SourceRegistered' && data.url !== undefined ? canonicalUrl(data.url) : null;
}

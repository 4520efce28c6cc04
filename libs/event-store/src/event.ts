/** One thing to be recorded: the caller names its type and gives its data; the store adds the rest. */
export interface NewEvent {
  /** A UUID, unique in the whole log. Left out: a random one. Importers derive it (UUIDv5) from their row. */
  readonly eventId?: string;
  /** A type that the codec knows, such as `CharterSigned`. */
  readonly type: string;
  /** What the type's schema accepts: plain JSON, at most 60,000 bytes as UTF-8. */
  readonly data: object;
}

/** Who asked for an event, and what led to it. The same for all events of one request. */
export interface EventMetadata {
  /** Who recorded it: `officer:amina`, `loader:demo`. */
  readonly actor: string;
  /** One id for everything that one outside request set in motion. */
  readonly correlationId?: string;
  /** The event or command that led to this one. */
  readonly causationId?: string;
  /** One id for everything that one import brought in. */
  readonly batchId?: string;
}

/** An event as it stands in the log: the envelope, with its data in the latest version of its schema. */
export interface StoredEvent<Type extends string = string, Data = unknown> {
  /** 1..n over the whole log, without gaps, in the order of commit. */
  readonly position: number;
  readonly eventId: string;
  readonly streamId: string;
  /** 1..n within the stream. */
  readonly version: number;
  readonly type: Type;
  /** The version of the type's schema that `data` is in: the latest, unless it was read as it is stored. */
  readonly schemaVersion: number;
  readonly data: Data;
  readonly metadata: EventMetadata;
  /** When the register learned of it: an ISO 8601 instant in UTC with milliseconds. Never goes back. */
  readonly recordedAt: string;
}

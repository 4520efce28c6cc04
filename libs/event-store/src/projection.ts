import type { StoredEvent } from './event.js';

/**
 * A pure fold of the log into documents, each under a key. No clock, no chance, no database: the same events give the
 * same documents, live, rebuilt or replayed.
 */
export interface Projection<Doc> {
  readonly name: string;
  /** Raised when the fold changes its meaning, so that the tables are rebuilt. */
  readonly version: number;
  /** The event types that it looks at; all others only move its position. */
  readonly types: readonly string[];

  /** Which documents an event may read or change: these keys, and all documents that carry one of these tags. */
  scope(event: StoredEvent): Scope;

  /** The tags under which a document can be found, such as `body:board-of-peace`. Left out: none. */
  tagsOf?(doc: Doc): readonly string[];

  /** Applies one event to the documents in its scope. Total over every event that the store accepts. */
  evolve(docs: Documents<Doc>, event: StoredEvent): void;
}

export interface Scope {
  readonly keys: readonly string[];
  readonly tags?: readonly string[];
}

/**
 * The documents in the scope of one event; to reach for another one is an error. Documents are values: `set` a new one,
 * never change one in place.
 */
export interface Documents<Doc> {
  get(key: string): Doc | undefined;
  set(key: string, doc: Doc): void;
  delete(key: string): void;
  /** Keys of the documents with this tag, in ascending order of their code units. */
  tagged(tag: string): readonly string[];
}

/** Where a projection keeps its documents. One SQL implementation per read model, beside it. */
export interface ProjectionTable<Doc> {
  /** The documents in a scope (keys and tags) as they stand. */
  load(
    client: SqlClient,
    scope: { keys: readonly string[]; tags: readonly string[] },
  ): Promise<Map<string, Doc>>;
  /** Writes what changed, in a few statements however many documents there are. */
  save(client: SqlClient, changes: readonly DocumentChange<Doc>[]): Promise<void>;
}

export interface DocumentChange<Doc> {
  readonly key: string;
  readonly before: Doc | undefined;
  readonly after: Doc | undefined;
}

/** What a table needs of a database connection; a `pg` client is one. */
export interface SqlClient {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

import { DocumentSet } from '../documents.js';
import type { StoredEvent } from '../event.js';
import type { DocumentChange, Projection, ProjectionTable, SqlClient } from '../projection.js';

/** A projection with the table that keeps its documents. */
export interface ProjectionBinding<Doc = unknown> {
  readonly projection: Projection<Doc>;
  readonly table: ProjectionTable<Doc>;
}

/**
 * The documents of one projection that are at hand as they stood at one position of the log, so that the next batch
 * need not load them again. They hold only while nobody else moves the projection: see `isAt`.
 */
export class LiveDocuments<Doc> {
  readonly #documents: DocumentSet<Doc>;
  /** Keys that were looked for, found or not, the longest unused first. */
  readonly #keys = new Set<string>();
  /** Tags of which every document is at hand. */
  readonly #tags = new Set<string>();

  constructor(
    private readonly binding: ProjectionBinding<Doc>,
    private position: number,
  ) {
    this.#documents = new DocumentSet(binding.projection);
  }

  /** How many documents are at hand. */
  get size(): number {
    return this.#documents.size;
  }

  isAt(position: number): boolean {
    return this.position === position;
  }

  /** Loads what these events may touch, applies them, and gives what changed. */
  async fold(
    client: SqlClient,
    events: readonly StoredEvent[],
    upTo: number,
  ): Promise<DocumentChange<Doc>[]> {
    await this.#load(client, events);
    for (const event of events) this.#documents.apply(event);
    this.position = upTo;
    return this.#documents.takeChanges();
  }

  /** Forgets the documents that were not used for longest. */
  trim(most: number): void {
    for (const key of this.#keys) {
      if (this.#keys.size <= most) return;
      for (const tag of this.#documents.tagsOf(key)) this.#tags.delete(tag);
      this.#documents.forget(key);
      this.#keys.delete(key);
    }
  }

  async #load(client: SqlClient, events: readonly StoredEvent[]): Promise<void> {
    const { projection, table } = this.binding;
    const scopes = events.map((event) => projection.scope(event));
    const wanted = new Set(scopes.flatMap(({ keys }) => keys));
    const keys = [...wanted].filter((key) => !this.#keys.has(key));
    const tags = [...new Set(scopes.flatMap(({ tags = [] }) => tags))].filter((tag) => !this.#tags.has(tag));
    if (keys.length + tags.length > 0)
      for (const [key, doc] of await table.load(client, { keys, tags })) {
        this.#documents.put(key, doc);
        wanted.add(key);
      }
    for (const tag of tags) this.#tags.add(tag);
    this.#markUsed(wanted);
  }

  #markUsed(keys: Iterable<string>): void {
    for (const key of keys) {
      this.#keys.delete(key);
      this.#keys.add(key);
    }
  }
}

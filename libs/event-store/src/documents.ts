import type { StoredEvent } from './event.js';
import type { DocumentChange, Documents, Projection, Scope } from './projection.js';

interface Tag {
  readonly keys: Set<string>;
  sorted?: readonly string[] | undefined;
}

/**
 * Documents in memory with what happened to them: the working set of a live batch and the whole of a replay, so that
 * both apply an event in the same way. What an event touches outside its scope is refused, live and in replay alike,
 * because live it would not have been loaded.
 */
export class DocumentSet<Doc> {
  readonly #docs = new Map<string, Doc>();
  readonly #tags = new Map<string, Tag>();
  readonly #before = new Map<string, Doc | undefined>();

  constructor(private readonly projection: Projection<Doc>) {}

  get size(): number {
    return this.#docs.size;
  }

  /** Brings in a document as it stands; no change. */
  put(key: string, doc: Doc): void {
    this.#replace(key, doc);
  }

  /** Forgets a document; no change. */
  forget(key: string): void {
    this.#replace(key, undefined);
  }

  /** Applies one event, if it is of a type that the projection looks at. */
  apply(event: StoredEvent): void {
    if (!this.projection.types.includes(event.type)) return;
    this.projection.evolve(this.#within(this.projection.scope(event), event), event);
  }

  /** What changed since the last call, each document once, in the order of its first change. */
  takeChanges(): DocumentChange<Doc>[] {
    const changes = [...this.#before].map(([key, before]) => ({ key, before, after: this.#docs.get(key) }));
    this.#before.clear();
    return changes.filter(({ before, after }) => before !== after);
  }

  /** All documents by key. */
  toMap(): Map<string, Doc> {
    return new Map(this.#docs);
  }

  tagsOf(key: string): readonly string[] {
    const doc = this.#docs.get(key);
    return doc === undefined ? [] : (this.projection.tagsOf?.(doc) ?? []);
  }

  #within(scope: Scope, event: StoredEvent): Documents<Doc> {
    const keys = new Set(scope.keys);
    const allow = (key: string): string => {
      if (keys.has(key)) return key;
      throw new Error(`${this.projection.name} reaches outside the scope of ${event.type}: ${key}`);
    };
    return {
      get: (key) => this.#docs.get(allow(key)),
      set: (key, doc) => this.#change(allow(key), doc),
      delete: (key) => this.#change(allow(key), undefined),
      tagged: (tag) => {
        if (!scope.tags?.includes(tag)) return [allow(`tag ${tag}`)];
        const tagged = this.#tagged(tag);
        for (const key of tagged) keys.add(key);
        return tagged;
      },
    };
  }

  #tagged(name: string): readonly string[] {
    const tag = this.#tags.get(name);
    if (!tag) return [];
    return (tag.sorted ??= [...tag.keys].sort());
  }

  #change(key: string, after: Doc | undefined): void {
    if (!this.#before.has(key)) this.#before.set(key, this.#docs.get(key));
    this.#replace(key, after);
  }

  #replace(key: string, after: Doc | undefined): void {
    const had = this.tagsOf(key);
    if (after === undefined) this.#docs.delete(key);
    else this.#docs.set(key, after);
    const has = this.tagsOf(key);
    for (const name of had) if (!has.includes(name)) this.#untag(name, key);
    for (const name of has) if (!had.includes(name)) this.#tag(name, key);
  }

  #tag(name: string, key: string): void {
    const tag = this.#tags.get(name) ?? { keys: new Set() };
    tag.keys.add(key);
    tag.sorted = undefined;
    this.#tags.set(name, tag);
  }

  #untag(name: string, key: string): void {
    const tag = this.#tags.get(name);
    if (!tag?.keys.delete(key)) return;
    tag.sorted = undefined;
    if (tag.keys.size === 0) this.#tags.delete(name);
  }
}

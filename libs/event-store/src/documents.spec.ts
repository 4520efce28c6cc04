import { describe, expect, it } from '@jest/globals';
import { DocumentSet } from './documents.js';
import type { StoredEvent } from './event.js';
import type { Documents, Projection, Scope } from './projection.js';

interface Doc {
  readonly tags: readonly string[];
  readonly text?: string;
}

const event = { type: 'Happened' } as StoredEvent;

/** Applies what a test wants of one event to a set of documents. */
function within(
  documents: DocumentSet<Doc>,
  projection: { scope: Scope; work: (docs: Documents<Doc>) => void },
  next: Scope,
  work: (docs: Documents<Doc>) => void,
) {
  projection.scope = next;
  projection.work = work;
  documents.apply(event);
}

function setUp() {
  const now = { scope: { keys: [] } as Scope, work: (() => undefined) as (docs: Documents<Doc>) => void };
  const projection: Projection<Doc> = {
    name: 'test',
    version: 1,
    types: ['Happened'],
    scope: () => now.scope,
    tagsOf: ({ tags }) => tags,
    evolve: (docs) => now.work(docs),
  };
  const documents = new DocumentSet(projection);
  return {
    documents,
    apply: (scope: Scope, work: (docs: Documents<Doc>) => void) => within(documents, now, scope, work),
    tagged(tag: string): readonly string[] {
      let found: readonly string[] = [];
      within(documents, now, { keys: [], tags: [tag] }, (docs) => (found = docs.tagged(tag)));
      return found;
    },
  };
}

const doc = (...tags: string[]): Doc => ({ tags });

describe('a set of documents', () => {
  it('gives what was put and what was set', () => {
    const { documents, apply } = setUp();
    documents.put('a', doc());
    apply({ keys: ['a', 'b', 'c'] }, (docs) => {
      docs.set('b', { tags: [], text: 'new' });
      expect(docs.get('a')).toEqual(doc());
      expect(docs.get('b')?.text).toBe('new');
      expect(docs.get('c')).toBeUndefined();
    });
  });

  it('finds by tag what has the tag now, in the order of code units', () => {
    const { documents, apply, tagged } = setUp();
    for (const key of ['b', 'é', 'a', 'B', '10', '9']) documents.put(key, doc('t'));
    expect(tagged('t')).toEqual(['10', '9', 'B', 'a', 'b', 'é']);
    apply({ keys: ['a', 'b', 'z'] }, (docs) => {
      docs.set('a', doc('other'));
      docs.delete('b');
      docs.set('z', doc('t', 'other'));
    });
    expect(tagged('t')).toEqual(['10', '9', 'B', 'z', 'é']);
    expect(tagged('other')).toEqual(['a', 'z']);
    expect(tagged('none')).toEqual([]);
  });

  it('sees a tag that was gained earlier in the same event', () => {
    const { apply } = setUp();
    apply({ keys: ['a'], tags: ['t'] }, (docs) => {
      docs.set('a', doc('t'));
      expect(docs.tagged('t')).toEqual(['a']);
    });
  });

  it('tells each change once, from what it was to what it is', () => {
    const { documents, apply } = setUp();
    const before = doc();
    documents.put('changed', before);
    documents.put('gone', before);
    documents.put('same', before);
    apply({ keys: ['changed', 'gone', 'same', 'new', 'passing'] }, (docs) => {
      docs.set('changed', { tags: [], text: '1' });
      docs.set('new', { tags: [], text: '2' });
      docs.set('same', { tags: [], text: '3' });
      docs.set('passing', doc());
    });
    apply({ keys: ['changed', 'gone', 'same', 'passing'] }, (docs) => {
      docs.set('changed', { tags: [], text: '4' });
      docs.delete('gone');
      docs.set('same', before);
      docs.delete('passing');
    });
    expect(documents.takeChanges()).toEqual([
      { key: 'changed', before, after: { tags: [], text: '4' } },
      { key: 'new', before: undefined, after: { tags: [], text: '2' } },
      { key: 'gone', before, after: undefined },
    ]);
    expect(documents.takeChanges()).toEqual([]);
  });

  it('refuses a key and a tag outside the scope of the event', () => {
    const { documents, apply } = setUp();
    documents.put('b', doc('t'));
    expect(() => apply({ keys: ['a'] }, (docs) => docs.get('b'))).toThrow(
      'test reaches outside the scope of Happened: b',
    );
    expect(() => apply({ keys: ['a'] }, (docs) => docs.set('b', doc()))).toThrow('outside the scope');
    expect(() => apply({ keys: ['a'] }, (docs) => docs.delete('b'))).toThrow('outside the scope');
    expect(() => apply({ keys: ['a'] }, (docs) => docs.tagged('t'))).toThrow(
      'outside the scope of Happened: tag t',
    );
  });

  it('lets an event touch what it found by a tag, even after the tag is gone', () => {
    const { documents, apply } = setUp();
    documents.put('b', doc('t'));
    apply({ keys: [], tags: ['t'] }, (docs) => {
      for (const key of docs.tagged('t')) docs.set(key, doc());
      expect(docs.tagged('t')).toEqual([]);
      expect(docs.get('b')).toEqual(doc());
    });
  });

  it('passes over events of other types', () => {
    const { documents } = setUp();
    documents.apply({ type: 'Other' } as StoredEvent);
    expect(documents.takeChanges()).toEqual([]);
  });
});

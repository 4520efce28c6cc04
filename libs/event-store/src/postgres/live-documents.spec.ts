import { describe, expect, it } from '@jest/globals';
import { InMemoryEventStore } from '../memory/in-memory-event-store.js';
import type { ProjectionTable, SqlClient } from '../projection.js';
import { replay } from '../replay.js';
import { LiveDocuments } from './live-documents.js';
import { anyEvent, tally, tallyCodec, writing, type Tally } from './testing/tally.js';

const client: SqlClient = { query: () => Promise.reject(new Error('nothing is asked of a database')) };

/** A table in memory, and what was loaded from it. */
function table() {
  const rows = new Map<string, Tally>();
  const loaded: { keys: readonly string[]; tags: readonly string[] }[] = [];
  const keeper: ProjectionTable<Tally> = {
    load(_, scope) {
      loaded.push(scope);
      const wanted = [...rows].filter(
        ([key, { group }]) =>
          scope.keys.includes(key) || (group !== null && scope.tags.includes(`group:${group}`)),
      );
      return Promise.resolve(new Map(wanted));
    },
    save(_, changes) {
      for (const { key, after } of changes)
        if (after) rows.set(key, after);
        else rows.delete(key);
      return Promise.resolve();
    },
  };
  return { rows, loaded, keeper };
}

const joined = (streamId: string, group: string) => writing(streamId, { type: 'Joined', data: { group } });
const doubled = (group: string) => writing('any', { type: 'Doubled', data: { group } });

describe('the documents of a live projection', () => {
  it.each([0, 1, 3, 1000])('give what a replay gives, when %i of them are kept', async (most) => {
    const store = new InMemoryEventStore({ codec: tallyCodec });
    for (let number = 0; number < 600; number++) await store.append(anyEvent());
    const { rows, keeper } = table();
    const live = new LiveDocuments({ projection: tally('tally'), table: keeper }, 0);
    for await (const batch of store.readAll({ batchSize: 7 })) {
      const events = batch.filter(({ type }) => type !== 'Ignored');
      await keeper.save(client, await live.fold(client, events, batch.at(-1)?.position ?? 0));
      live.trim(most);
      expect(live.size).toBeLessThanOrEqual(most);
    }
    expect(rows).toEqual(await replay(tally('tally'), store.readAll()));
  });

  it('are loaded once, while they are kept', async () => {
    const store = new InMemoryEventStore({ codec: tallyCodec });
    for (const request of [joined('a', 'g'), joined('a', 'g'), doubled('g'), joined('b', 'g'), doubled('g')])
      await store.append(request);
    const { loaded, keeper } = table();
    const live = new LiveDocuments({ projection: tally('tally'), table: keeper }, 0);
    for await (const batch of store.readAll({ batchSize: 1 })) await live.fold(client, batch, 0);
    expect(loaded).toEqual([
      { keys: ['a'], tags: [] },
      { keys: [], tags: ['group:g'] },
      { keys: ['b'], tags: [] },
    ]);
  });

  it('are loaded again by their tag when one of them was forgotten', async () => {
    const store = new InMemoryEventStore({ codec: tallyCodec });
    for (const request of [joined('a', 'g'), joined('b', 'g'), doubled('g'), joined('c', 'h'), doubled('g')])
      await store.append(request);
    const { rows, loaded, keeper } = table();
    const live = new LiveDocuments({ projection: tally('tally'), table: keeper }, 0);
    for await (const batch of store.readAll({ batchSize: 1 })) {
      await keeper.save(client, await live.fold(client, batch, 0));
      live.trim(2);
    }
    expect(loaded.at(-1)).toEqual({ keys: [], tags: ['group:g'] });
    expect(rows.get('a')?.events).toBe(3);
  });

  it('know at which position they stand', async () => {
    const live = new LiveDocuments({ projection: tally('tally'), table: table().keeper }, 3);
    expect([live.isAt(3), live.isAt(4)]).toEqual([true, false]);
    await live.fold(client, [], 9);
    expect([live.isAt(3), live.isAt(9)]).toEqual([false, true]);
  });
});

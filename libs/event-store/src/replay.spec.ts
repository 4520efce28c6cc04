import { expect, it } from '@jest/globals';
import { codec, note, to } from './contract/subject.contract.js';
import { InMemoryEventStore } from './memory/in-memory-event-store.js';
import type { Projection } from './projection.js';
import { replay } from './replay.js';

const counts: Projection<number> = {
  name: 'counts',
  version: 1,
  types: ['NoteTaken'],
  scope: ({ streamId }) => ({ keys: [streamId] }),
  evolve: (docs, { streamId }) => docs.set(streamId, (docs.get(streamId) ?? 0) + 1),
};

it('replay folds a log to any position, over any batches', async () => {
  const store = new InMemoryEventStore({ codec });
  for (const streamId of ['a', 'b', 'a', 'a']) await store.append(to(streamId, [note('x')]));
  await store.append(to('c', [{ type: 'Counted', data: { count: 1 } }]));
  expect(await replay(counts, store.readAll({ batchSize: 2 }))).toEqual(
    new Map([
      ['a', 3],
      ['b', 1],
    ]),
  );
  expect(await replay(counts, store.readAll({ upTo: 1 }))).toEqual(new Map([['a', 1]]));
  expect(await replay(counts, [])).toEqual(new Map());
});

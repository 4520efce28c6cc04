import { describe, expect, it } from '@jest/globals';
import { storeContract } from '../contract/store.contract.js';
import { codec, notes, to } from '../contract/subject.contract.js';
import { InMemoryEventStore } from './in-memory-event-store.js';

storeContract('the store in memory', (codecOfLog) => {
  const store = new InMemoryEventStore({ codec: codecOfLog });
  return {
    store,
    reopen: (other) => new InMemoryEventStore({ codec: other, log: store.log }),
    load: (events) => store.load([events]),
    end: () => store.close(),
  };
});

describe('the store in memory', () => {
  it('records at the instant of its clock, and never before the last', async () => {
    const instants = ['2026-01-22T10:00:00.000Z', '2026-01-21T00:00:00.000Z', '2026-01-22T10:00:00.001Z'];
    const store = new InMemoryEventStore({ codec, clock: () => new Date(instants.shift() ?? 0) });
    for (let number = 0; number < 3; number++) await store.append(to('a', notes(1)));
    expect((await store.readStream('a')).map(({ recordedAt }) => recordedAt)).toEqual([
      '2026-01-22T10:00:00.000Z',
      '2026-01-22T10:00:00.000Z',
      '2026-01-22T10:00:00.001Z',
    ]);
  });

  it('hands over its log for another to load', async () => {
    const store = new InMemoryEventStore({ codec });
    await store.append(to('a', notes(3)));
    const other = new InMemoryEventStore({ codec });
    await other.load([store.all()]);
    expect(other.all()).toEqual(store.all());
    expect(other.all()).toHaveLength(3);
  });
});

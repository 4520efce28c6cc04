import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { collect, notes, refused, textsOf, to, type Open } from './subject.contract.js';

const counted = (count: number) => ({ type: 'Counted', data: { count } });

export function reading(open: Open): void {
  /** Ten events in two streams: a 1-4, b 5-6, a 7-10, of which 7 and 9 are counts. */
  const ten = async () => {
    const subject = await open();
    await subject.store.append(to('a', notes(4)));
    await subject.store.append(to('b', notes(2)));
    await subject.store.append(to('a', [counted(1), ...notes(1), counted(2), ...notes(1)]));
    return subject.store;
  };
  const positions = (events: readonly { position: number }[]) => events.map(({ position }) => position);

  describe('readStream', () => {
    it('gives a stream from its start', async () => {
      const events = await (await ten()).readStream('a');
      expect(positions(events)).toEqual([1, 2, 3, 4, 7, 8, 9, 10]);
      expect(events.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    });

    it('gives it as it was at a position of the log', async () => {
      const store = await ten();
      expect(positions(await store.readStream('a', { upTo: 7 }))).toEqual([1, 2, 3, 4, 7]);
      expect(positions(await store.readStream('a', { upTo: 6 }))).toEqual([1, 2, 3, 4]);
    });

    it('refuses a stream that does not exist, or did not yet', async () => {
      const store = await ten();
      expect(await refused(store.readStream('c'), 'unknown-stream')).toEqual({ streamId: 'c' });
      await refused(store.readStream('b', { upTo: 4 }), 'unknown-stream');
    });

    it('refuses what cannot be a stream or a position', async () => {
      const store = await ten();
      await refused(store.readStream('a b'), 'bad-name');
      await refused(store.readStream('a', { upTo: -1 }), 'bad-request');
      await refused(store.readStream('a', { upTo: 1.5 }), 'bad-request');
    });
  });

  describe('readStreams', () => {
    it('gives each stream in its order', async () => {
      const streams = await (await ten()).readStreams(['b', 'a']);
      expect(positions(streams.get('a') ?? [])).toEqual([1, 2, 3, 4, 7, 8, 9, 10]);
      expect(positions(streams.get('b') ?? [])).toEqual([5, 6]);
    });

    it('leaves out a stream that does not exist, or did not yet', async () => {
      const store = await ten();
      expect([...(await store.readStreams(['a', 'c'])).keys()]).toEqual(['a']);
      expect([...(await store.readStreams(['a', 'b'], { upTo: 4 })).keys()]).toEqual(['a']);
    });

    it('gives a stream once that is asked for twice', async () => {
      expect((await (await ten()).readStreams(['b', 'b'])).get('b')).toHaveLength(2);
    });

    it('gives nothing for no streams', async () => {
      expect(await (await ten()).readStreams([])).toEqual(new Map());
    });
  });

  describe('readAll', () => {
    it('gives the log in its order', async () => {
      expect(positions(await collect((await ten()).readAll()))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    });

    it('gives nothing of an empty log', async () => {
      expect(await collect((await open()).store.readAll())).toEqual([]);
    });

    it.each([1, 3, 5, 10, 11])('gives batches of %i', async (batchSize) => {
      const batches: number[][] = [];
      for await (const batch of (await ten()).readAll({ batchSize })) batches.push(positions(batch));
      expect(batches.flat()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      expect(batches.map(({ length }) => length)).toEqual(
        Array.from({ length: Math.ceil(10 / batchSize) }, (_, index) =>
          Math.min(batchSize, 10 - index * batchSize),
        ),
      );
    });

    it('begins after a position and ends at one', async () => {
      const store = await ten();
      expect(positions(await collect(store.readAll({ after: 3, upTo: 6 })))).toEqual([4, 5, 6]);
      expect(positions(await collect(store.readAll({ after: 3, upTo: 9, batchSize: 2 })))).toEqual([
        4, 5, 6, 7, 8, 9,
      ]);
      expect(await collect(store.readAll({ after: 10 }))).toEqual([]);
      expect(await collect(store.readAll({ upTo: 0 }))).toEqual([]);
    });

    it.each([1, 2, 100])('gives only some types, in batches of %i', async (batchSize) => {
      const store = await ten();
      expect(positions(await collect(store.readAll({ types: ['Counted'], batchSize })))).toEqual([7, 9]);
      expect(positions(await collect(store.readAll({ types: ['Counted'], after: 7, batchSize })))).toEqual([
        9,
      ]);
      expect(await collect(store.readAll({ types: [], batchSize }))).toEqual([]);
    });

    it('may be left before its end', async () => {
      const store = await ten();
      for await (const batch of store.readAll({ batchSize: 2 })) {
        expect(batch).toHaveLength(2);
        break;
      }
      expect(textsOf(await store.readStream('b'))).toEqual([1, 2]);
    });

    it('refuses what cannot be a position', async () => {
      const store = await ten();
      await refused(collect(store.readAll({ after: -1 })), 'bad-request');
      await refused(collect(store.readAll({ upTo: NaN })), 'bad-request');
    });
  });

  describe('head', () => {
    it('is 0 for an empty log', async () => {
      expect(await (await open()).store.head()).toEqual({ position: 0, recordedAt: null });
    });

    it('is the last event', async () => {
      const store = await ten();
      const last = (await store.readStream('a')).at(-1);
      expect(await store.head()).toEqual({ position: 10, recordedAt: last?.recordedAt });
    });
  });

  describe('positionAt', () => {
    it('is 0 for an empty log', async () => {
      expect(await (await open()).store.positionAt(new Date())).toBe(0);
    });

    it('finds the last event recorded at or before each instant', async () => {
      const { store } = await open();
      const at: number[] = [];
      for (let number = 1; number <= 9; number++) {
        at.push(Date.parse((await store.append(to('a', notes(1)))).recordedAt));
        await delay(2);
      }
      for (const [index, instant] of at.entries()) {
        expect(await store.positionAt(new Date(instant))).toBe(index + 1);
        expect(await store.positionAt(new Date(instant - 1))).toBe(index);
      }
      expect(await store.positionAt(new Date(8.64e15))).toBe(9);
      expect(await store.positionAt(new Date(-8.64e15))).toBe(0);
    });

    it('refuses an invalid date', async () => {
      await refused((await open()).store.positionAt(new Date('no date')), 'bad-request');
    });

    it('gives the last of several that share the instant', async () => {
      const { store } = await open();
      const { recordedAt } = await store.append(to('a', notes(5)));
      expect(await store.positionAt(new Date(recordedAt))).toBe(5);
      expect(await store.positionAt(new Date(Date.parse(recordedAt) - 1))).toBe(0);
    });
  });
}

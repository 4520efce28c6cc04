import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { EventStore } from '../store.js';
import { notes, to, type Open } from './subject.contract.js';

/** Follows a subscription until it has seen this many events; gives their positions. */
async function follow(store: EventStore, after: number, howMany: number): Promise<number[]> {
  const ending = new AbortController();
  const seen: number[] = [];
  for await (const batch of store.subscribe({ after, signal: ending.signal })) {
    seen.push(...batch.map(({ position }) => position));
    if (seen.length >= howMany) ending.abort();
  }
  return seen;
}

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

export function subscribing(open: Open): void {
  describe('subscribe', () => {
    it('catches up, then gives what is appended as it is appended', async () => {
      const { store } = await open();
      await store.append(to('a', notes(3)));
      const following = follow(store, 0, 6);
      await delay(50);
      for (let number = 0; number < 3; number++) await store.append(to('b', notes(1)));
      expect(await following).toEqual(upTo(6));
    });

    it('gives what is appended without waiting for a poll', async () => {
      const { store } = await open();
      const following = follow(store, 0, 1);
      await delay(100);
      const start = performance.now();
      await store.append(to('a', notes(1)));
      await following;
      expect(performance.now() - start).toBeLessThan(800);
    });

    it('begins after a position', async () => {
      const { store } = await open();
      await store.append(to('a', notes(5)));
      expect(await follow(store, 3, 2)).toEqual([4, 5]);
    });

    it('loses and doubles nothing while many write', async () => {
      const { store } = await open();
      const following = follow(store, 0, 200);
      await Promise.all(
        Array.from({ length: 200 }, (_, index) => store.append(to(`s${index % 9}`, notes(1)))),
      );
      expect(await following).toEqual(upTo(200));
    });

    it('serves two subscribers at their own pace', async () => {
      const { store } = await open();
      const following = [follow(store, 0, 20), follow(store, 5, 15)];
      for (let number = 0; number < 20; number++) await store.append(to('a', notes(1)));
      expect(await Promise.all(following)).toEqual([upTo(20), upTo(20).slice(5)]);
    });

    it('ends when it is aborted while it waits', async () => {
      const { store } = await open();
      const ending = new AbortController();
      const following = (async () => {
        for await (const batch of store.subscribe({ after: 0, signal: ending.signal }))
          expect(batch).toEqual([]);
      })();
      await delay(50);
      ending.abort();
      await following;
    });

    it('gives nothing if it was aborted before', async () => {
      const { store } = await open();
      await store.append(to('a', notes(1)));
      for await (const batch of store.subscribe({ after: 0, signal: AbortSignal.abort() }))
        expect(batch).toEqual([]);
    });

    it('ends when the store is closed', async () => {
      const { store } = await open();
      const following = follow(store, 0, 1);
      await delay(50);
      await store.close();
      expect(await following).toEqual([]);
    });
  });
}

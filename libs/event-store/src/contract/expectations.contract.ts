import { describe, expect, it } from '@jest/globals';
import type { Expectation } from '../store.js';
import { metadata, notes, refused, to, type Open } from './subject.contract.js';

export function expectations(open: Open): void {
  /** What each expectation says of a stream with no event and of one with two. */
  const cases: [Expectation, boolean, boolean][] = [
    ['any', true, true],
    ['no-stream', true, false],
    ['stream-exists', false, true],
    [0, true, false],
    [1, false, false],
    [2, false, true],
    [3, false, false],
  ];

  describe('an expectation', () => {
    it.each(cases)('of %p accepts no stream: %p', async (expected, onNone) => {
      const { store } = await open();
      const attempt = store.append(to('a', notes(1), expected));
      if (onNone) expect((await attempt).versions).toEqual({ a: 1 });
      else expect(await refused(attempt, 'wrong-version')).toEqual({ streamId: 'a', expected, actual: 0 });
    });

    it.each(cases)('of %p accepts version 2 (no stream: %p): %p', async (expected, _, onTwo) => {
      const { store } = await open();
      await store.append(to('a', notes(2)));
      const attempt = store.append(to('a', notes(1), expected));
      if (onTwo) expect((await attempt).versions).toEqual({ a: 3 });
      else expect(await refused(attempt, 'wrong-version')).toEqual({ streamId: 'a', expected, actual: 2 });
    });

    it.each(cases)(
      'of %p on a stream only looked at accepts version 2 (no stream: %p): %p',
      async (expected, _, onTwo) => {
        const { store } = await open();
        await store.append(to('seen', notes(2)));
        const attempt = store.append({
          ...to('a', notes(1)),
          checks: [{ streamId: 'seen', expect: expected }],
        });
        if (onTwo) expect((await attempt).versions).toEqual({ a: 1 });
        else
          expect(await refused(attempt, 'wrong-version')).toEqual({ streamId: 'seen', expected, actual: 2 });
      },
    );

    it('on a stream only looked at writes nothing to it', async () => {
      const { store } = await open();
      await store.append({ ...to('a', notes(1)), checks: [{ streamId: 'seen', expect: 'no-stream' }] });
      expect(await store.readStreams(['seen'])).toEqual(new Map());
    });

    it('lets exactly one of many through that count on the same version', async () => {
      const { store } = await open();
      const tried = await Promise.allSettled(
        Array.from({ length: 20 }, () => store.append(to('a', notes(1), 0))),
      );
      expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await store.readStream('a')).toHaveLength(1);
    });

    it('sees what a request made just before has written', async () => {
      const { store } = await open();
      const [, , looked] = await Promise.allSettled([
        store.append(to('a', notes(1), 0)),
        store.append(to('a', notes(1), 1)),
        store.append({ ...to('b', notes(1)), checks: [{ streamId: 'a', expect: 2 }] }),
      ]);
      expect(looked.status).toBe('fulfilled');
    });

    it('on the same stream only looked at holds for many requests at once', async () => {
      const { store } = await open();
      await store.append(to('body', notes(1)));
      const checks = [{ streamId: 'body', expect: 1 }];
      const requests = Array.from({ length: 10 }, (_, index) => ({ ...to(`s${index}`, notes(1)), checks }));
      await Promise.all(requests.map((request) => store.append(request)));
      expect((await store.head()).position).toBe(11);
    });

    it.each([-1, 1.5, NaN, Infinity, 2 ** 31, 'exists' as Expectation, '1' as unknown as Expectation])(
      'of %p is not one',
      async (expected) => {
        const { store } = await open();
        await refused(store.append(to('a', notes(1), expected)), 'bad-expectation');
        const looking = { ...to('a', notes(1)), checks: [{ streamId: 'b', expect: expected }] };
        await refused(store.append(looking), 'bad-expectation');
      },
    );

    it('on a stream that is written as well is refused', async () => {
      const { store } = await open();
      const twice = { ...to('a', notes(1)), checks: [{ streamId: 'a', expect: 0 }] };
      expect(await refused(store.append(twice), 'bad-request')).toEqual({ streamId: 'a' });
    });

    it('on a stream written twice is refused', async () => {
      const { store } = await open();
      const write = { streamId: 'a', expect: 'any' as const, events: notes(1) };
      await refused(store.append({ writes: [write, write], metadata }), 'bad-request');
    });
  });
}

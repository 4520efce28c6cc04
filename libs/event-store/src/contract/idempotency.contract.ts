import { describe, expect, it } from '@jest/globals';
import { collect, codec, metadata, note, notes, refused, to, uuid, type Open } from './subject.contract.js';

const keyed = (key: string, text: unknown, fingerprint?: string) => ({
  ...to('a', [note(text)]),
  idempotency: { key, ...(fingerprint !== undefined && { fingerprint }) },
});

export function idempotency(open: Open): void {
  describe('an idempotency key', () => {
    it('gives the first result to a request that is repeated, and writes nothing', async () => {
      const { store } = await open();
      const first = await store.append(keyed('k', 'x'));
      await store.append(to('a', notes(2)));
      expect(await store.append(keyed('k', 'x'))).toEqual({ ...first, repeated: true });
      expect(await store.readStream('a')).toHaveLength(3);
    });

    it('remembers every stream of the request', async () => {
      const { store } = await open();
      await store.append(to('b', notes(4)));
      const request = {
        writes: ['a', 'b', 'c'].map((streamId) => ({ streamId, expect: 'any' as const, events: notes(2) })),
        metadata,
        idempotency: { key: 'k' },
      };
      const first = await store.append(request);
      expect(first.versions).toEqual({ a: 2, b: 6, c: 2 });
      expect(await store.append(request)).toEqual({ ...first, repeated: true });
    });

    it('counts before the expectation, which no longer holds', async () => {
      const { store } = await open();
      const request = { ...to('a', notes(1), 'no-stream'), idempotency: { key: 'k' } };
      await store.append(request);
      expect((await store.append(request)).repeated).toBe(true);
    });

    it('counts before the event ids, which are taken', async () => {
      const { store } = await open();
      const request = { ...to('a', [note('x', uuid(1))]), idempotency: { key: 'k' } };
      await store.append(request);
      expect((await store.append(request)).repeated).toBe(true);
    });

    it('stands for the content: ids, metadata and expectations may differ', async () => {
      const { store } = await open();
      await store.append({ ...to('a', [note('x', uuid(1))]), idempotency: { key: 'k' } });
      const again = {
        ...to('a', [note('x', uuid(2))], 1),
        metadata: { actor: 'other' },
        idempotency: { key: 'k' },
      };
      expect((await store.append(again)).repeated).toBe(true);
    });

    it('stands for the content whatever the order of its keys', async () => {
      const { store } = await open();
      const request = (data: object) => ({
        ...to('a', [{ type: 'NoteTaken', data }]),
        idempotency: { key: 'k' },
      });
      await store.append(request({ p: 1, q: { r: 2, s: 3 } }));
      expect((await store.append(request({ q: { s: 3, r: 2 }, p: 1 }))).repeated).toBe(true);
    });

    it('is refused for other content', async () => {
      const { store } = await open();
      await store.append(keyed('k', 'x'));
      expect(await refused(store.append(keyed('k', 'y')), 'key-reused')).toEqual({ key: 'k' });
      expect(await store.readStream('a')).toHaveLength(1);
    });

    it('is refused for the same content in another stream', async () => {
      const { store } = await open();
      await store.append(keyed('k', 'x'));
      await refused(store.append({ ...to('b', [note('x')]), idempotency: { key: 'k' } }), 'key-reused');
    });

    it('goes by the fingerprint alone where one is given', async () => {
      const { store } = await open();
      await store.append(keyed('k', 'x', 'command 1'));
      expect((await store.append(keyed('k', 'y', 'command 1'))).repeated).toBe(true);
      await refused(store.append(keyed('k', 'x', 'command 2')), 'key-reused');
    });

    it('lets one of two requests made at once write, and gives both its result', async () => {
      const { store } = await open();
      const [one, two] = await Promise.all([store.append(keyed('k', 'x')), store.append(keyed('k', 'x'))]);
      expect([one.repeated, two.repeated].sort()).toEqual([false, true]);
      expect(two.first).toBe(one.first);
      expect(await collect(store.readAll())).toHaveLength(1);
    });

    it('is not used up by a request that was refused', async () => {
      const { store } = await open();
      await refused(store.append({ ...keyed('k', 'x'), ...to('a', notes(1), 5) }), 'wrong-version');
      expect((await store.append(keyed('k', 'x'))).repeated).toBe(false);
    });

    it('finds the right events among requests written at once', async () => {
      const { store } = await open();
      const requests = Array.from({ length: 30 }, (_, index) => ({
        ...to(`s${index}`, notes(1 + (index % 4)), index % 5 === 0 ? 7 : 'any'),
        ...(index % 2 === 0 && { idempotency: { key: `k${index}` } }),
      }));
      const first = await Promise.allSettled(requests.map((request) => store.append(request)));
      for (const [index, request] of requests.entries()) {
        const made = first[index];
        if (!request.idempotency || made?.status !== 'fulfilled') continue;
        expect(await store.append(request)).toEqual({ ...made.value, repeated: true });
      }
    });

    it('is known to another store over the same log', async () => {
      const { store, reopen } = await open();
      const first = await store.append(keyed('k', 'x'));
      expect(await (await reopen(codec)).append(keyed('k', 'x'))).toEqual({ ...first, repeated: true });
    });
  });

  describe('resultOf', () => {
    it('gives nothing for a key that was not used', async () => {
      const { store } = await open();
      expect(await store.resultOf({ key: 'k', fingerprint: 'f' })).toBeUndefined();
    });

    it('gives what the request wrote', async () => {
      const { store } = await open();
      const first = await store.append(keyed('k', 'x', 'f'));
      expect(await store.resultOf({ key: 'k', fingerprint: 'f' })).toEqual({ ...first, repeated: true });
    });

    it('refuses another fingerprint', async () => {
      const { store } = await open();
      await store.append(keyed('k', 'x', 'f'));
      await refused(store.resultOf({ key: 'k', fingerprint: 'g' }), 'key-reused');
    });

    it('refuses what cannot be a key', async () => {
      const { store } = await open();
      await refused(store.resultOf({ key: 'no spaces', fingerprint: 'f' }), 'bad-name');
    });
  });
}

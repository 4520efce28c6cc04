import { describe, expect, it } from '@jest/globals';
import { collect, metadata, note, notes, refused, textsOf, to, uuid, type Open } from './subject.contract.js';

export function appending(open: Open): void {
  describe('append', () => {
    it('gives the first event position 1 and version 1', async () => {
      const { store } = await open();
      const result = await store.append(to('a', [note('x')]));
      expect(result).toMatchObject({ first: 1, last: 1, versions: { a: 1 }, repeated: false });
    });

    it('numbers positions over the whole log and versions within a stream', async () => {
      const { store } = await open();
      await store.append(to('a', notes(2)));
      await store.append(to('b', notes(1)));
      expect(await store.append(to('a', notes(3)))).toMatchObject({ first: 4, last: 6, versions: { a: 5 } });
      const events = await collect(store.readAll());
      expect(events.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6]);
      expect(events.map(({ streamId, version }) => [streamId, version])).toEqual([
        ['a', 1],
        ['a', 2],
        ['b', 1],
        ['a', 3],
        ['a', 4],
        ['a', 5],
      ]);
    });

    it('keeps the whole envelope', async () => {
      const { store } = await open();
      const all = { actor: 'officer:أمينة', correlationId: 'c-1', causationId: 'c-0', batchId: 'import 7' };
      const { recordedAt } = await store.append({ ...to('a', [note('x', uuid(1))]), metadata: all });
      expect(await store.readStream('a')).toEqual([
        {
          position: 1,
          eventId: uuid(1),
          streamId: 'a',
          version: 1,
          type: 'NoteTaken',
          schemaVersion: 1,
          data: { text: 'x' },
          metadata: all,
          recordedAt,
        },
      ]);
    });

    it('leaves out metadata that is undefined', async () => {
      const { store } = await open();
      const request = {
        ...to('a', notes(1)),
        metadata: { actor: 'me', batchId: undefined } as { actor: string },
      };
      await store.append(request);
      expect((await store.readStream('a'))[0]?.metadata).toStrictEqual({ actor: 'me' });
    });

    it('makes an event id where none is given', async () => {
      const { store } = await open();
      await store.append(to('a', notes(2)));
      const ids = (await store.readStream('a')).map(({ eventId }) => eventId);
      expect(new Set(ids).size).toBe(2);
      for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
    });

    it('writes event ids in lower case', async () => {
      const { store } = await open();
      await store.append(to('a', [note('x', 'ABCDEF00-0000-4000-8000-000000000000')]));
      expect((await store.readStream('a'))[0]?.eventId).toBe('abcdef00-0000-4000-8000-000000000000');
    });

    it.each([
      ['text in any script', { text: 'ميثاق – 憲章 – 🇧🇭 "quoted" \\ \n\t' }],
      ['numbers', { a: 0, b: -1, c: 1.5, d: 9007199254740991, e: 1e-7, f: -0.1 }],
      ['nested values', { a: [[], {}, [{ b: null }], true, false], '': { 'a key with spaces': 1 } }],
      ['many keys', Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`k${index}`, index]))],
      ['words that mean something elsewhere', { constructor: 1, NULL: 'NULL', a: '{"b": "}"}', b: '{1,2}' }],
    ])('gives back %s unchanged', async (_, data) => {
      const { store } = await open();
      await store.append(to('a', [{ type: 'NoteTaken', data }]));
      expect((await store.readStream('a'))[0]?.data).toStrictEqual(data);
    });

    it('leaves out properties that are undefined', async () => {
      const { store } = await open();
      await store.append(to('a', [{ type: 'NoteTaken', data: { a: 1, b: undefined } }]));
      expect((await store.readStream('a'))[0]?.data).toStrictEqual({ a: 1 });
    });

    it('is not changed by what callers do with their values afterwards', async () => {
      const { store } = await open();
      const data = { text: 'as recorded' };
      await store.append(to('a', [{ type: 'NoteTaken', data }]));
      data.text = 'changed';
      const [read] = await store.readStream('a');
      (read?.data as { text: string }).text = 'changed';
      expect(textsOf(await store.readStream('a'))).toEqual(['as recorded']);
    });

    it.each(['null', 'NULL', '__proto__', 'constructor', 'a.b:c_d-e', 'x'.repeat(200)])(
      'takes %s for the name of a stream',
      async (streamId) => {
        const { store } = await open();
        const { versions } = await store.append(to(streamId, notes(1)));
        expect(Object.entries(versions)).toEqual([[streamId, 1]]);
        expect(await store.readStream(streamId)).toHaveLength(1);
      },
    );

    it('never lets recordedAt go back', async () => {
      const { store } = await open();
      for (let number = 1; number <= 20; number++) await store.append(to('a', [note(number)]));
      const instants = (await store.readStream('a')).map(({ recordedAt }) => recordedAt);
      expect(instants).toEqual([...instants].sort());
      for (const instant of instants) expect(instant).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    });

    it('records all events of a request at one instant, the one it gives', async () => {
      const { store } = await open();
      const { recordedAt } = await store.append(to('a', notes(3)));
      expect((await store.readStream('a')).map((event) => event.recordedAt)).toEqual(
        Array(3).fill(recordedAt),
      );
    });

    it('serves many callers at once without a gap', async () => {
      const { store } = await open();
      const results = await Promise.all(
        Array.from({ length: 100 }, (_, index) => store.append(to(`s${index % 7}`, notes(1 + (index % 3))))),
      );
      const events = await collect(store.readAll());
      expect(events.map(({ position }) => position)).toEqual(events.map((_, index) => index + 1));
      expect(Math.max(...results.map(({ last }) => last))).toBe(events.length);
    });

    it('writes what one caller sends to one stream in the order in which it was sent', async () => {
      const { store } = await open();
      await Promise.all(notes(50).map((event) => store.append(to('a', [event]))));
      expect(textsOf(await store.readStream('a'))).toEqual(
        notes(50).map(({ data }) => (data as { text: unknown }).text),
      );
    });

    it('refuses after close, which waits for what is under way', async () => {
      const { store } = await open();
      let written = 0;
      const underWay = store.append(to('a', notes(1))).then(({ last }) => (written = last));
      await store.close();
      expect(written).toBe(1);
      await underWay;
      await refused(store.append(to('a', notes(1))), 'closed');
    });
  });

  describe('append to several streams', () => {
    const both = (expectB: number | 'any') => ({
      writes: [
        { streamId: 'a', expect: 'any' as const, events: notes(2) },
        { streamId: 'b', expect: expectB, events: notes(1) },
      ],
      metadata,
    });

    it('writes them together, in the order of the request', async () => {
      const { store } = await open();
      expect(await store.append(both('any'))).toMatchObject({ first: 1, last: 3, versions: { a: 2, b: 1 } });
      expect((await collect(store.readAll())).map(({ streamId }) => streamId)).toEqual(['a', 'a', 'b']);
    });

    it('writes none of them where one is not at its version', async () => {
      const { store } = await open();
      const facts = await refused(store.append(both(3)), 'wrong-version');
      expect(facts).toEqual({ streamId: 'b', expected: 3, actual: 0 });
      expect(await collect(store.readAll())).toEqual([]);
    });

    it('leaves no gap behind a refusal', async () => {
      const { store } = await open();
      const tried = await Promise.allSettled([
        store.append(to('x', notes(1))),
        store.append(both(3)),
        store.append(to('y', notes(1))),
      ]);
      expect(tried.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect((await collect(store.readAll())).map(({ position, streamId }) => [position, streamId])).toEqual([
        [1, 'x'],
        [2, 'y'],
      ]);
    });
  });

  describe('event ids', () => {
    it('are unique in the whole log', async () => {
      const { store } = await open();
      await store.append(to('a', [note('x', uuid(1))]));
      expect(await refused(store.append(to('b', [note('y', uuid(1))])), 'duplicate-event-id')).toEqual({
        eventId: uuid(1),
      });
    });

    it('are unique whatever their case', async () => {
      const { store } = await open();
      await store.append(to('a', [note('x', 'abcdef00-0000-4000-8000-000000000000')]));
      const again = store.append(to('a', [note('x', 'ABCDEF00-0000-4000-8000-000000000000')]));
      await refused(again, 'duplicate-event-id');
    });

    it('are unique within a request', async () => {
      const { store } = await open();
      await refused(store.append(to('a', [note('x', uuid(1)), note('y', uuid(1))])), 'duplicate-event-id');
    });

    it('are unique among requests made at once, of which one succeeds', async () => {
      const { store } = await open();
      const tried = await Promise.allSettled(
        ['a', 'b', 'c'].map((id) => store.append(to(id, [note('x', uuid(1))]))),
      );
      expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await collect(store.readAll())).toHaveLength(1);
    });

    it('that are taken are reported before a version that has moved on', async () => {
      const { store } = await open();
      await store.append(to('a', [note('x', uuid(1))], 0));
      await refused(store.append(to('a', [note('x', uuid(1))], 0)), 'duplicate-event-id');
    });
  });
}

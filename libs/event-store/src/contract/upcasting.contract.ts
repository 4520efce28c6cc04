import { describe, expect, it } from '@jest/globals';
import { asStored, eventCodec } from '../event-codec.js';
import { collect, note, refused, to, types, type Open } from './subject.contract.js';

const anything = { parse: (value: unknown) => value };

/** What was one text became `{ title, length }` in two steps. */
const newer = eventCodec({
  ...types,
  NoteTaken: {
    schemas: [anything, anything, anything],
    upcasts: [
      ({ text }: { text: string }) => ({ title: text }),
      ({ title }: { title: string }) => ({ title, length: title.length }),
    ],
  },
});
const upcast = { schemaVersion: 3, data: { title: 'Accord', length: 6 } };

export function upcasting(open: Open): void {
  const old = async () => {
    const subject = await open();
    await subject.store.append(to('a', [note('Accord')]));
    return subject;
  };

  describe('an event of an old version', () => {
    it('is read in the latest one, in every way', async () => {
      const store = await (await old()).reopen(newer);
      expect(await store.readStream('a')).toMatchObject([upcast]);
      expect((await store.readStreams(['a'])).get('a')).toMatchObject([upcast]);
      expect(await collect(store.readAll())).toMatchObject([upcast]);
    });

    it('is left as it is in the log', async () => {
      const { reopen } = await old();
      await collect((await reopen(newer)).readAll());
      const store = await reopen(asStored);
      expect(await store.readStream('a')).toMatchObject([{ schemaVersion: 1, data: { text: 'Accord' } }]);
    });

    it('stands beside events of the latest one', async () => {
      const store = await (await old()).reopen(newer);
      await store.append(to('a', [{ type: 'NoteTaken', data: { title: 'Charter', length: 7 } }]));
      const data = (await store.readStream('a')).map((event) => event.data);
      expect(data).toEqual([upcast.data, { title: 'Charter', length: 7 }]);
    });
  });

  describe('an event that the codec does not know', () => {
    it('is an error that names its type', async () => {
      const store = await (await old()).reopen(eventCodec({ Counted: types.Counted }));
      expect(await refused(store.readStream('a'), 'unregistered-type')).toEqual({ type: 'NoteTaken' });
    });

    it('is an error that names its version', async () => {
      const { reopen } = await old();
      await (await reopen(newer)).append(to('b', [{ type: 'NoteTaken', data: {} }]));
      const facts = await refused((await reopen(eventCodec(types))).readStream('b'), 'unregistered-type');
      expect(facts).toEqual({ type: 'NoteTaken', schemaVersion: 3 });
    });

    it('can still be read as it is stored', async () => {
      expect(await (await (await old()).reopen(asStored)).readStream('a')).toMatchObject([
        { type: 'NoteTaken' },
      ]);
    });
  });
}

import { describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '../event.js';
import { asStored } from '../event-codec.js';
import type { StoreErrorCode } from '../store-error.js';
import { collect, metadata, notes, refused, to, uuid, type Open } from './subject.contract.js';

/** A log of four events in two streams, some years ago. */
const log: StoredEvent[] = [
  ['a', 1, '2019-05-01T00:00:00.000Z'],
  ['b', 1, '2019-05-01T00:00:00.000Z'],
  ['a', 2, '2020-02-29T12:30:00.250Z'],
  ['a', 3, '2024-12-31T23:59:59.999Z'],
].map(([streamId, version, recordedAt], index) => ({
  position: index + 1,
  eventId: uuid(index + 1),
  streamId: streamId as string,
  version: version as number,
  type: 'NoteTaken',
  schemaVersion: 1,
  data: { text: `${index}` },
  metadata,
  recordedAt: recordedAt as string,
}));

/** The log with one event changed. */
const but = (position: number, change: Partial<StoredEvent>) =>
  log.map((event) => (event.position === position ? { ...event, ...change } : event));

const cases: [string, StoredEvent[], StoreErrorCode][] = [
  ['does not begin at 1', log.slice(1), 'bad-request'],
  ['has a gap', log.filter(({ position }) => position !== 2), 'bad-request'],
  ['skips a version', but(3, { version: 3 }), 'bad-request'],
  ['repeats a version', but(3, { version: 1 }), 'bad-request'],
  ['goes back in time', but(3, { recordedAt: '2019-04-30T23:59:59.999Z' }), 'bad-request'],
  ['lies in the future', but(4, { recordedAt: '2999-01-01T00:00:00.000Z' }), 'bad-request'],
  ['has an instant in another form', but(4, { recordedAt: '2025-01-01' }), 'bad-request'],
  ['has an instant before computers', but(1, { recordedAt: '1899-12-31T00:00:00.000Z' }), 'bad-request'],
  ['repeats an event id', but(3, { eventId: uuid(1) }), 'duplicate-event-id'],
  ['has an event id that is no UUID', but(3, { eventId: 'x' }), 'bad-request'],
  ['has an unknown type', but(3, { type: 'Unheard' }), 'unregistered-type'],
  ['has an unknown version of a type', but(3, { schemaVersion: 2 }), 'unregistered-type'],
  ['has data that its schema does not take', but(3, { type: 'Counted', data: {} }), 'bad-data'],
  ['has text that cannot be stored', but(3, { data: { a: '\0' } }), 'bad-text'],
  ['has no actor', but(3, { metadata: {} as StoredEvent['metadata'] }), 'bad-name'],
];

export function loading(open: Open): void {
  describe('load', () => {
    it('takes a log over as it is', async () => {
      const { load, reopen } = await open();
      await load(log);
      expect(await collect((await reopen(asStored)).readAll())).toEqual(log);
    });

    it('is followed by what is appended', async () => {
      const { store, load } = await open();
      await load(log);
      const result = await store.append(to('a', notes(1), 3));
      expect(result).toMatchObject({ first: 5, versions: { a: 4 } });
      expect(await store.positionAt(new Date('2020-03-01'))).toBe(3);
    });

    it('takes over an empty log', async () => {
      const { store, load } = await open();
      await load([]);
      expect((await store.head()).position).toBe(0);
    });

    it('takes over more than one call can hold', async () => {
      const { store, load } = await open();
      await load(
        Array.from({ length: 2_500 }, (_, index) => ({
          ...(log[0] as StoredEvent),
          position: index + 1,
          version: index + 1,
          eventId: uuid(index + 1),
        })),
      );
      expect((await store.head()).position).toBe(2_500);
    });

    it('refuses a log that is not empty', async () => {
      const { store, load } = await open();
      await store.append(to('a', notes(1)));
      await refused(load(log), 'not-empty');
      expect((await store.head()).position).toBe(1);
    });

    it.each(cases)('refuses a log that %s, and takes nothing of it', async (_, events, code) => {
      const { store, load } = await open();
      await refused(load(events), code);
      expect((await store.head()).position).toBe(0);
      expect(await collect(store.readAll())).toEqual([]);
    });
  });
}

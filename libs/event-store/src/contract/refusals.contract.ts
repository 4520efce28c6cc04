import { describe, expect, it } from '@jest/globals';
import type { AppendRequest } from '../store.js';
import type { StoreErrorCode } from '../store-error.js';
import { metadata, note, notes, refused, to, type Open } from './subject.contract.js';

const withData = (data: unknown): AppendRequest => to('a', [{ type: 'NoteTaken', data: data as object }]);
const withKey = (key: string, fingerprint = 'f') => ({
  ...to('a', notes(1)),
  idempotency: { key, fingerprint },
});
const withMetadata = (fields: object) => ({ ...to('a', notes(1)), metadata: { ...metadata, ...fields } });

function itself(): object {
  const value: Record<string, unknown> = { list: [] };
  (value['list'] as unknown[]).push(value);
  return value;
}

function nested(levels: number): object {
  let value = {};
  for (let level = 1; level < levels; level++) value = { in: value };
  return value;
}

function manifold(): object {
  let value: object = {};
  for (let level = 1; level < 40; level++) value = { left: value, right: value };
  return value;
}

class Minister {
  name = 'A. B.';
}

const cases: [string, AppendRequest, StoreErrorCode, object?][] = [
  ['a stream without a name', to('', notes(1)), 'bad-name', { field: 'streamId' }],
  ['a name of 201 characters', to('x'.repeat(201), notes(1)), 'bad-name', { field: 'streamId' }],
  ['a name with a space', to('a b', notes(1)), 'bad-name', { field: 'streamId' }],
  ['a name in another script', to('ميثاق', notes(1)), 'bad-name', { field: 'streamId' }],
  ['a bad name to look at', { ...to('a', notes(1)), checks: [{ streamId: 'b/c', expect: 0 }] }, 'bad-name'],
  ['an empty key', withKey(''), 'bad-name', { field: 'key' }],
  ['a key with a slash', withKey('a/b'), 'bad-name', { field: 'key' }],
  ['an empty fingerprint', withKey('k', ''), 'bad-name', { field: 'fingerprint' }],
  ['no actor', withMetadata({ actor: undefined }), 'bad-name', { field: 'actor' }],
  ['an empty actor', withMetadata({ actor: '' }), 'bad-name', { field: 'actor' }],
  ['an actor of 201 characters', withMetadata({ actor: 'ا'.repeat(201) }), 'bad-name', { field: 'actor' }],
  ['an actor of two lines', withMetadata({ actor: 'a\nb' }), 'bad-name', { field: 'actor' }],
  ['a batch id that is no text', withMetadata({ batchId: 7 }), 'bad-name', { field: 'batchId' }],
  ['a NUL in the metadata', withMetadata({ actor: 'a\0' }), 'bad-text', { path: '$.actor' }],
  [
    'a lone surrogate in the metadata',
    withMetadata({ batchId: '\udc00' }),
    'bad-text',
    { path: '$.batchId' },
  ],
  ['metadata that nobody knows', withMetadata({ host: 'h' }), 'bad-request', { field: 'host' }],
  ['no writes', { writes: [], metadata }, 'bad-request'],
  ['a write without events', to('a', []), 'bad-request'],
  [
    'one of two writes without events',
    { writes: [...to('a', notes(1)).writes, ...to('b', []).writes], metadata },
    'bad-request',
  ],
  ['an event id that is no UUID', to('a', [note('x', 'no-uuid')]), 'bad-request', { eventId: 'no-uuid' }],
  ['10,001 events', to('a', notes(10_001)), 'too-large', { events: 10_001, most: 10_000 }],
  [
    'a type that is not registered',
    to('a', [{ type: 'Unheard', data: {} }]),
    'unregistered-type',
    { type: 'Unheard' },
  ],
  ['a type that every object has', to('a', [{ type: 'constructor', data: {} }]), 'unregistered-type'],
  [
    'data that its schema does not take',
    to('a', [{ type: 'Counted', data: { count: -1, more: 1 } }]),
    'bad-data',
    {
      type: 'Counted',
      issues: [
        { path: '$.more', message: 'is not known' },
        { path: '$.count', message: 'is not a count' },
      ],
    },
  ],
  ['data that is null', withData(null), 'bad-data'],
  ['data that is a list', withData([1]), 'bad-data'],
  ['data that is a text', withData('x'), 'bad-data'],
  ['a NUL', withData({ a: ['b', 'c\0d'] }), 'bad-text', { path: '$.a[1]' }],
  ['a NUL in a key', withData({ a: { 'b\0': 1 } }), 'bad-text', { path: '$.a["b\\u0000"]' }],
  ['a high surrogate alone', withData({ a: '\ud83c' }), 'bad-text', { path: '$.a' }],
  ['a low surrogate alone', withData({ a: 'x\udde7y' }), 'bad-text', { path: '$.a' }],
  ['surrogates the wrong way round', withData({ a: '\udde7\ud83c' }), 'bad-text', { path: '$.a' }],
  ['a lone surrogate in a key', withData({ '\ud800': 1 }), 'bad-text'],
  ['NaN', withData({ a: NaN }), 'bad-number', { path: '$.a' }],
  ['infinity', withData({ a: [-Infinity] }), 'bad-number', { path: '$.a[0]' }],
  ['a whole number beyond 2^53 - 1', withData({ a: 2 ** 53 }), 'bad-number', { path: '$.a' }],
  ['a whole number below -(2^53 - 1)', withData({ a: -(2 ** 53) }), 'bad-number', { path: '$.a' }],
  ['undefined in a list', withData({ a: [1, undefined] }), 'bad-data', { path: '$.a[1]' }],
  ['a hole in a list', withData({ a: Array(3) }), 'bad-data', { path: '$.a[0]' }],
  ['a date', withData({ on: new Date(0) }), 'bad-data', { path: '$.on' }],
  ['a map', withData({ a: new Map() }), 'bad-data', { path: '$.a' }],
  ['an instance of a class', withData({ by: new Minister() }), 'bad-data', { path: '$.by' }],
  ['a bigint', withData({ a: 1n }), 'bad-data', { path: '$.a' }],
  ['a function', withData({ a: () => 1 }), 'bad-data', { path: '$.a' }],
  ['a symbol', withData({ a: Symbol('s') }), 'bad-data', { path: '$.a' }],
  ['a value that contains itself', withData(itself()), 'bad-data', { path: '$.list[0]' }],
  [
    'a key __proto__',
    withData(JSON.parse('{"a":{"__proto__":{"b":1}}}')),
    'bad-data',
    { path: '$.a.__proto__' },
  ],
  [
    'an object with another prototype',
    withData({ a: Object.create({ b: 1 }) as object }),
    'bad-data',
    { path: '$.a' },
  ],
  ['51 levels', withData(nested(51)), 'too-large'],
  ['a small value that unfolds into a huge one', withData(manifold()), 'too-large'],
  ['60,001 bytes', withData({ a: 'x'.repeat(60_001 - 8) }), 'too-large', { bytes: 60_001, most: 60_000 }],
  ['30,000 letters of two bytes', withData({ a: 'ب'.repeat(30_000) }), 'too-large'],
];

export function refusals(open: Open): void {
  describe('append refuses', () => {
    for (const [what, request, code, facts] of cases)
      it(what, async () => {
        const { store } = await open();
        const told = await refused(store.append(request), code);
        if (facts) expect(told).toEqual(facts);
        expect(await store.head()).toEqual({ position: 0, recordedAt: null });
      });

    it('more than 32 million characters of data in one request', async () => {
      const { store } = await open();
      const events = Array.from({ length: 600 }, () => note('x'.repeat(59_000)));
      await refused(store.append(to('a', events)), 'too-large');
    });
  });

  describe('append accepts', () => {
    it.each([
      ['60,000 bytes', { a: 'x'.repeat(60_000 - 8) }],
      ['50 levels', nested(50)],
      ['a pair of surrogates', { a: '\ud83c\udde7' }],
      ['an object without prototype', { a: Object.assign(Object.create(null) as object, { b: 1 }) }],
      ['the same value in two places', { a: metadata, b: metadata }],
      ['2^53 - 1', { a: Number.MAX_SAFE_INTEGER }],
    ])('%s', async (_, data) => {
      const { store } = await open();
      await store.append(withData(data));
      expect(JSON.stringify((await store.readStream('a'))[0]?.data)).toBe(JSON.stringify(data));
    });

    it('10,000 events', async () => {
      const { store } = await open();
      expect((await store.append(to('a', notes(10_000)))).versions).toEqual({ a: 10_000 });
    });
  });
}

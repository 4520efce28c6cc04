import { describe, expect, it } from '@jest/globals';
import { eventCodec, type EventTypes } from './event-codec.js';
import type { StoredEvent } from './event.js';

const strict = {
  parse(value: unknown) {
    if (typeof (value as { name?: unknown }).name === 'string')
      return { name: (value as { name: string }).name };
    throw new Error('no name');
  },
};
const types: EventTypes = {
  Named: {
    schemas: [strict, strict, strict],
    upcasts: [
      ({ name }: { name: string }) => ({ name: `${name}2` }),
      ({ name }: { name: string }) => ({ name: `${name}3` }),
    ],
  },
};
const stored = (schemaVersion: number, data: unknown) =>
  ({ type: 'Named', schemaVersion, data }) as StoredEvent;

describe('the codec', () => {
  it('stores what the latest schema gives back', () => {
    expect(eventCodec(types).encode({ type: 'Named', data: { name: 'a', more: 1 } })).toEqual({
      schemaVersion: 3,
      data: { name: 'a' },
    });
  });

  it.each([
    [1, 'a23'],
    [2, 'a3'],
    [3, 'a'],
  ])('brings version %i up to the latest', (version, name) => {
    const { data, schemaVersion } = eventCodec(types).decode(stored(version, { name: 'a' }));
    expect({ data, schemaVersion }).toEqual({ data: { name }, schemaVersion: 3 });
  });

  it('does not check the latest version again when it reads', () => {
    expect(eventCodec(types).decode(stored(3, { old: true })).data).toEqual({ old: true });
  });

  it('checks a stored event against the schema of its version', () => {
    const codec = eventCodec(types);
    expect(() => codec.check(stored(1, { name: 'a' }))).not.toThrow();
    expect(() => codec.check(stored(1, {}))).toThrow('Named: $: no name');
    expect(() => codec.check(stored(4, { name: 'a' }))).toThrow('no version 4 of Named is registered');
  });

  it('refuses a type with too few or too many upcasts, and a name that is none', () => {
    const [upcast] = types['Named']?.upcasts ?? [];
    expect(() => eventCodec({ A: { schemas: [strict, strict] } })).toThrow('A has 2 schemas and 0 upcasts');
    expect(() => eventCodec({ A: { schemas: [strict], upcasts: upcast ? [upcast] : [] } })).toThrow(
      '1 schemas',
    );
    expect(() => eventCodec({ A: { schemas: [] } })).toThrow('0 schemas');
    expect(() => eventCodec({ 'a b': { schemas: [strict] } })).toThrow('cannot name an event type');
  });
});

import { expect, it } from '@jest/globals';
import { fingerprint } from './fingerprint.js';

it('a fingerprint does not depend on the order of keys, at any depth', () => {
  expect(fingerprint({ a: 1, b: [{ c: 2, d: 3 }] })).toBe(fingerprint({ b: [{ d: 3, c: 2 }], a: 1 }));
});

it.each([
  [{ a: 1 }, { a: 2 }],
  [{ a: 1 }, { a: '1' }],
  [{ a: [1, 2] }, { a: [2, 1] }],
  [{ a: null }, {}],
  [['ab'], ['a', 'b']],
])('a fingerprint tells %j from %j', (one, other) => {
  expect(fingerprint(one)).not.toBe(fingerprint(other));
});

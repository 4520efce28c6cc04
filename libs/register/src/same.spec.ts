import { describe, it, expect } from '@jest/globals';
import { same } from './same.js';

describe('same', () => {
  it.each<[unknown, unknown]>([
    [1, 1],
    [null, null],
    [
      { a: 1, b: [1, { c: 2 }] },
      { b: [1, { c: 2 }], a: 1 },
    ],
    [{ a: 1, b: undefined }, { a: 1 }],
    [[], []],
  ])('%j and %j are', (a, b) => {
    expect([same(a, b), same(b, a)]).toEqual([true, true]);
  });

  it.each<[unknown, unknown]>([
    [1, '1'],
    [1, {}],
    [null, {}],
    [null, undefined],
    [[], {}],
    [
      [1, 2],
      [2, 1],
    ],
    [[1], [1, 2]],
    [{ a: 1 }, { a: 1, b: null }],
    [{ a: { b: 1 } }, { a: { b: 2 } }],
    ['a', ['a']],
  ])('%j and %j are not', (a, b) => {
    expect([same(a, b), same(b, a)]).toEqual([false, false]);
  });
});

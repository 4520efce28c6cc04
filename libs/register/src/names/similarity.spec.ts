import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import { editDistance, sharedBy, trigramsOf } from './similarity.js';

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['kazakhstan', 'kazakhstan', 0],
    ['kazakhstan', 'kazakstan', 1],
    ['untied', 'united', 1],
    ['qatar', 'catar', 1],
    ['iran', 'iraq', 1],
    ['ca', 'abc', 3],
    ['austria', 'australia', 2],
    ['aabb', 'aabb', 0],
    ['baa', 'aab', 2],
  ])('%s and %s: %d', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });

  it('stops at the limit', () => {
    expect(editDistance('kazakhstan', 'mali', 2)).toBe(3);
    expect(editDistance('abcdef', 'uvwxyz', 2)).toBe(3);
    expect(editDistance('austria', 'australia', 2)).toBe(2);
  });

  it('is the same with and without a limit, up to it', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(editDistance(a, b), limit + 1));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('trigrams', () => {
  it('are those of the text and of its edges', () => {
    expect([...trigramsOf('cat')]).toEqual(['  c', ' ca', 'cat', 'at ']);
  });

  it('are compared by what they share', () => {
    expect(sharedBy(trigramsOf('cat'), trigramsOf('cat'))).toBe(4);
    expect(sharedBy(trigramsOf('cat'), trigramsOf('carbon'))).toBe(2);
    expect(sharedBy(trigramsOf('carbon'), trigramsOf('cat'))).toBe(2);
    expect(sharedBy(trigramsOf('cat'), trigramsOf('dog'))).toBe(0);
  });
});

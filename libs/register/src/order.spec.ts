import { describe, it, expect } from '@jest/globals';
import { compareText } from './order.js';

describe('compareText', () => {
  it('orders by code units, not by language', () => {
    expect([compareText('a', 'b'), compareText('b', 'a'), compareText('a', 'a')]).toEqual([-1, 1, 0]);
    expect(['b', 'a', 'B', 'é', 'a'].sort(compareText)).toEqual(['B', 'a', 'a', 'b', 'é']);
  });
});

import { describe, expect, it } from '@jest/globals';
import { RateLimit } from './rate-limit.js';

const MINUTE = 60_000;

describe('a limit', () => {
  it('counts each key by itself, and begins anew with each minute', () => {
    const limit = new RateLimit(2);
    expect(limit.take('a', MINUTE)).toEqual({ most: 2, remaining: 1, resetSeconds: 60 });
    expect(limit.take('a', MINUTE + 59_999)).toEqual({ most: 2, remaining: 0, resetSeconds: 1 });
    expect(limit.take('a', MINUTE + 59_999).remaining).toBe(-1);
    expect(limit.take('b', MINUTE + 59_999).remaining).toBe(1);
    expect(limit.take('a', 2 * MINUTE).remaining).toBe(1);
  });

  it('does not remember more addresses than there is room for', () => {
    const limit = new RateLimit(2);
    for (let address = 0; address < 100_000; address += 1) limit.take(String(address), MINUTE);
    limit.take('0', MINUTE);
    expect(limit.take('0', MINUTE).remaining).toBe(0);
  });
});

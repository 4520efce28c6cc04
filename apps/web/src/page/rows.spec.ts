import { describe, expect, it } from '@jest/globals';
import { isNewRow, isShownAnew, rowNumbers } from './rows.js';

const GUESTS = { name: 'guest', least: 1, most: 10 };
const countOf = (typed: Record<string, string>) => rowNumbers(typed, GUESTS).length;

describe('the rows of a form', () => {
  it('are as many as were shown, and one more on demand', () => {
    expect(rowNumbers({}, GUESTS)).toEqual(['1']);
    expect(rowNumbers({ 'guest-rows': '2' }, GUESTS)).toEqual(['1', '2']);
    expect(rowNumbers({ 'guest-rows': '2', 'more-guest': '1' }, GUESTS)).toEqual(['1', '2', '3']);
    expect(rowNumbers({ 'guest-rows': '2', 'more-host': '1' }, GUESTS)).toEqual(['1', '2']);
  });

  it('are within their bounds, whatever a form says', () => {
    expect(
      ['1e9', '10', '-4', '0', '2.9', 'x', 'Infinity'].map((rows) => countOf({ 'guest-rows': rows })),
    ).toEqual([10, 10, 1, 1, 2, 1, 10]);
    expect(countOf({ 'guest-rows': '10', 'more-guest': '1' })).toBe(10);
  });

  it('tell a form that only wants one more, or a day read, from one that is sent', () => {
    expect(isShownAnew({ 'more-guest': '1' })).toBe(true);
    expect(isShownAnew({ 'read-on': '2025-11-07' })).toBe(true);
    expect(isShownAnew({ 'guest-rows': '2' })).toBe(false);
  });

  it('have the focus in the one that was asked for', () => {
    const typed = { 'guest-rows': '2', 'more-guest': '1' };
    expect(['1', '2', '3'].filter((at) => isNewRow(typed, GUESTS, at))).toEqual(['3']);
    expect(isNewRow({ 'guest-rows': '2' }, GUESTS, '2')).toBe(false);
  });
});

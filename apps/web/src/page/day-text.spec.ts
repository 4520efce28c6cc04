import { describe, expect, it } from '@jest/globals';
import { dayFirstReadings, isDayFirst, plainDay, withReadings } from './day-text.js';

describe('a day as people write it', () => {
  it.each([
    ['٢٠٢٥-١١-٠٧', '2025-11-07'],
    ['٢٠٢٥/١١/٧', '2025-11-07'],
    ['\u20662025-11-07\u2069', '2025-11-07'],
    ['\u200f2025-11-07\u200e', '2025-11-07'],
    ['today', '2026-03-01'],
    ['Yesterday', '2026-02-28'],
    ['اليوم', '2026-03-01'],
    ['أمس', '2026-02-28'],
    ['امس', '2026-02-28'],
    ['constructor', 'constructor'],
    ['7 November', '7 November'],
  ])('%s is %s', (text, day) => {
    expect(plainDay(text, '2026-03-01')).toBe(day);
  });

  it('means no day by a word where it is not told what day it is', () => {
    expect(plainDay('today')).toBe('today');
  });
});

describe('a day with its year at the end', () => {
  it.each([
    ['07-11-2025', ['2025-11-07', '2025-07-11']],
    ['٧/١١/٢٠٢٥', ['2025-11-07', '2025-07-11']],
    ['19.1.2026', ['2026-01-19']],
    ['1/19/2026', ['2026-01-19']],
    ['5/5/2025', ['2025-05-05']],
    ['45-45-2025', []],
    ['2025-11-07', []],
  ])('%s may mean %j', (text, days) => {
    expect(dayFirstReadings(text)).toEqual(days);
  });

  it('is told from one that begins with it', () => {
    expect([isDayFirst('7/11/2025'), isDayFirst('2025/11/7')]).toEqual([true, false]);
  });
});

describe('a reading that was chosen of a day that is written day first', () => {
  it('takes its place', () => {
    const typed = { on: '07-11-2025', 'on-meant': 'exact', 'read-on': '2025-11-07', note: '07-11-2025' };
    expect(withReadings(typed)).toMatchObject({ on: '2025-11-07', note: '07-11-2025' });
  });

  it.each([
    ['what was typed anew meanwhile', { on: '2025-11-08', 'read-on': '2025-11-07' }],
    ['what may not mean that', { on: '07-11-2025', 'read-on': '2020-01-01' }],
    ['anything by itself', { on: '07-11-2025' }],
  ])('does not take the place of %s', (_, typed) => {
    expect(withReadings(typed)['on']).toBe(typed.on);
  });
});

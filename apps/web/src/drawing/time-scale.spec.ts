import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import { shiftDay, stretch, ticksOf, timeScale } from './time-scale.js';

const days = fc
  .date({ min: new Date('0002-01-01'), max: new Date('9998-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('an axis of time', () => {
  it('runs from left to right in English, and the other way in Arabic', () => {
    const [en, ar] = (['en', 'ar'] as const).map((language) =>
      timeScale(['2020-01-01', '2026-01-01'], language),
    );
    expect(en!.at('2020-01-01')).toBeLessThan(en!.at('2026-01-01'));
    expect(ar!.at('2020-01-01')).toBeGreaterThan(ar!.at('2026-01-01'));
    expect(en!.at('2023-01-01') + ar!.at('2023-01-01')).toBeCloseTo(100);
  });

  it('has every day that it was made for, in the order of days', () => {
    fc.assert(
      fc.property(fc.array(days, { minLength: 1, maxLength: 10 }), (list) => {
        const scale = timeScale(list, 'en');
        const places = [...list].sort().map(scale.at);
        expect(places.every((place) => place > 0 && place < 100)).toBe(true);
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
    );
  });

  it('has ticks at round days, seven at most, wherever it lies and however long it is', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        const scale = timeScale([a, b], 'en');
        const ticks = ticksOf(scale);
        expect(ticks.length).toBeGreaterThan(1);
        expect(ticks.length).toBeLessThanOrEqual(7);
        expect(ticks.every(({ day }) => day > scale.from && day < scale.to)).toBe(true);
      }),
    );
  });

  it('does not reckon with each day of a long time', () => {
    const start = performance.now();
    for (let times = 0; times < 100; times++) ticksOf(timeScale(['0001-01-01', '9999-12-31'], 'en'));
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('shows an open stretch up to its end: to the right in English, to the left in Arabic', () => {
    const en = stretch(timeScale(['2020-01-01', '2026-01-01'], 'en'), '2020-01-01', null);
    expect(en.x + en.width).toBeCloseTo(100);
    expect(stretch(timeScale(['2020-01-01', '2026-01-01'], 'ar'), '2020-01-01', null).x).toBe(0);
  });

  it('stays within the calendar', () => {
    expect(shiftDay('2024-03-01', -1)).toBe('2024-02-29');
    expect(shiftDay('0001-01-01', -9)).toBe('0001-01-01');
    expect(shiftDay('9999-12-31', 9)).toBe('9999-12-31');
  });
});

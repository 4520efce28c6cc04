import { describe, expect, it } from '@jest/globals';
import { readDayField, typedDay } from './read-day-field.js';

const read = (day: string, meant = 'exact', optional: 'optional' | 'required' = 'required') =>
  readDayField({ day, 'day-meant': meant }, 'day', 'en', optional);
const faultOf = (...given: Parameters<typeof read>) => read(...given).faults[0]?.sentence;

describe('a day that is typed', () => {
  it.each([
    ['2026-01-19', 'exact', '2026-01-19'],
    ['2026-01', 'exact', '2026-01'],
    ['2026', 'exact', '2026'],
    ['2026-01-19', 'before', '../2026-01-19'],
    ['2026-01-19', 'after', '2026-01-19/..'],
    ['2026-01-19', 'uncertain', '2026-01-19?'],
    ['2026/1/9', 'exact', '2026-01-09'],
    ['2026.1', 'exact', '2026-01'],
    ['٢٠٢٦-٠١-١٩', 'exact', '2026-01-19'],
    ['۲۰۲۶–۰۱–۱۹', 'exact', '2026-01-19'],
    ['2026-01/2026-03', 'exact', '2026-01/2026-03'],
    ['../2026-01-19', 'exact', '../2026-01-19'],
  ])('%s, %s, is %s', (day, meant, expected) => {
    expect(read(day, meant)).toEqual({ day: expected, faults: [] });
  });

  it.each([
    ['2025-02-30', 'exact', /no such day/],
    [
      '07-11-2025',
      'exact',
      /year first: .2025-11-07. \(7 November 2025\) or .2025-07-11. \(11 July 2025\)\./,
    ],
    ['19/1/2026', 'exact', /year first: .2026-01-19. \(19 January 2026\)\./],
    ['31/31/2025', 'exact', /no such day/],
    ['soon', 'exact', /Write a day as/],
    ['2026-03/2026-01', 'exact', /end lies before/],
    ['../2026', 'before', /Write a day as/],
    ['', 'exact', /Give a day/],
    ['', 'before', /Give a day/],
    ['', 'unknown', /needs some day/],
    ['2026', 'unknown', /not both/],
    ['<script>alert(1)</script>', 'exact', /Write a day as/],
  ])('%s, %s, is refused', (day, meant, sentence) => {
    expect(faultOf(day, meant)).toMatch(sentence);
  });

  it('may be left out where that is allowed', () => {
    expect(read('', 'unknown', 'optional')).toEqual({ faults: [] });
    expect(read('', 'exact', 'optional')).toEqual({ faults: [] });
    expect(faultOf('', 'before', 'optional')).toMatch(/Give a day/);
  });

  it.each(['2026-01-19', '2026', '../2026-01-19', '2026-01/..', '2026-01-19?', '201X', '2026-01/2026-03'])(
    'is shown as it was typed: %s',
    (day) => {
      expect(readDayField(typedDay('day', day), 'day', 'ar', 'required')).toEqual({ day, faults: [] });
    },
  );
});

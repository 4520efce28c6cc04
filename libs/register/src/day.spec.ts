import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import { dayInFuture, dayRange, daysBetween, foldDay, nextDay, readDay, type DayRange } from './day.js';

const sure = { uncertain: false, approximate: false };

describe('readDay', () => {
  it.each<[string, Omit<DayRange, 'uncertain' | 'approximate'>]>([
    ['2026-01-19', { precision: 'day', earliest: '2026-01-19', latest: '2026-01-19', foldDay: '2026-01-19' }],
    ['2025-11', { precision: 'month', earliest: '2025-11-01', latest: '2025-11-30', foldDay: '2025-11-01' }],
    ['2025-12', { precision: 'month', earliest: '2025-12-01', latest: '2025-12-31', foldDay: '2025-12-01' }],
    ['2023-02', { precision: 'month', earliest: '2023-02-01', latest: '2023-02-28', foldDay: '2023-02-01' }],
    ['2024-02', { precision: 'month', earliest: '2024-02-01', latest: '2024-02-29', foldDay: '2024-02-01' }],
    ['2020', { precision: 'year', earliest: '2020-01-01', latest: '2020-12-31', foldDay: '2020-01-01' }],
    ['0001', { precision: 'year', earliest: '0001-01-01', latest: '0001-12-31', foldDay: '0001-01-01' }],
    ['9999-12-31', { precision: 'day', earliest: '9999-12-31', latest: '9999-12-31', foldDay: '9999-12-31' }],
  ])('%s: a point is folded at its earliest day', (text, expected) => {
    expect(readDay(text)).toEqual({ ...expected, ...sure });
  });

  it.each<[string, DayRange['precision'], string, string]>([
    ['201X', 'decade', '2010-01-01', '2019-12-31'],
    ['20XX', 'century', '2000-01-01', '2099-12-31'],
    ['000X', 'decade', '0001-01-01', '0009-12-31'],
    ['00XX', 'century', '0001-01-01', '0099-12-31'],
    ['999X', 'decade', '9990-01-01', '9999-12-31'],
    ['2004-XX', 'year', '2004-01-01', '2004-12-31'],
    ['1985-04-XX', 'month', '1985-04-01', '1985-04-30'],
    ['2024-02-XX', 'month', '2024-02-01', '2024-02-29'],
    ['1985-XX-XX', 'year', '1985-01-01', '1985-12-31'],
  ])('%s: digits left open are folded at the earliest day', (text, precision, earliest, latest) => {
    expect(readDay(text)).toEqual({ precision, earliest, latest, foldDay: earliest, ...sure });
  });

  it.each<[string, string, string]>([
    ['2001-21', '2001-03-01', '2001-05-31'],
    ['2001-22', '2001-06-01', '2001-08-31'],
    ['2001-23', '2001-09-01', '2001-11-30'],
    ['2001-24', '2001-12-01', '2002-02-28'],
    ['2023-24', '2023-12-01', '2024-02-29'],
    ['9998-24', '9998-12-01', '9999-02-28'],
    ['9999-24', '9999-12-01', '9999-12-31'],
  ])('%s: a season, as the north has it', (text, earliest, latest) => {
    expect(readDay(text)).toEqual({ precision: 'season', earliest, latest, foldDay: earliest, ...sure });
  });

  it.each<[string, Omit<DayRange, 'uncertain' | 'approximate'>]>([
    [
      '../2026-01-19',
      { precision: 'on-or-before', earliest: null, latest: '2026-01-19', foldDay: '2026-01-19' },
    ],
    [
      '../2026-01',
      { precision: 'on-or-before', earliest: null, latest: '2026-01-31', foldDay: '2026-01-31' },
    ],
    ['../2024', { precision: 'on-or-before', earliest: null, latest: '2024-12-31', foldDay: '2024-12-31' }],
    [
      '2026-01-19/..',
      { precision: 'on-or-after', earliest: '2026-01-19', latest: null, foldDay: '2026-01-19' },
    ],
    ['2026-04/..', { precision: 'on-or-after', earliest: '2026-04-01', latest: null, foldDay: '2026-04-01' }],
  ])('%s: an open one at its bound', (text, expected) => {
    expect(readDay(text)).toEqual({ ...expected, ...sure });
  });

  it.each<[string, string, string]>([
    ['2026-01/2026-03', '2026-01-01', '2026-03-31'],
    ['2025-11-06/2025-11-07', '2025-11-06', '2025-11-07'],
    ['2025-11-06/2025-11-06', '2025-11-06', '2025-11-06'],
    ['2019/2020-02', '2019-01-01', '2020-02-29'],
    ['2026-01-19/2026-01', '2026-01-19', '2026-01-31'],
    ['2026-01/2026-01-10', '2026-01-01', '2026-01-10'],
    ['199X/2004-XX', '1990-01-01', '2004-12-31'],
    ['2001-21/2001-24', '2001-03-01', '2002-02-28'],
    ['2002-02/2001-24', '2002-02-01', '2002-02-28'],
    ['2026-01-XX/2026-01-XX', '2026-01-01', '2026-01-31'],
  ])('%s: an interval at its first day', (text, earliest, latest) => {
    expect(readDay(text)).toEqual({ precision: 'interval', earliest, latest, foldDay: earliest, ...sure });
  });

  it.each([
    ['2026-01-19?', true, false],
    ['2026-01?', true, false],
    ['2026~', false, true],
    ['2026-01-19%', true, true],
    ['../2026-01-19?', true, false],
    ['2026-01-19~/..', false, true],
    ['2025?/2026', true, false],
    ['2025/2026?', true, false],
    ['2025/2026~', false, true],
    ['2025%/2026', true, true],
    ['2025~/2026?', true, true],
    ['201X?', true, false],
    ['2001-21~', false, true],
    ['1985-04-XX%', true, true],
    ['../20XX~', false, true],
  ])('%s: uncertain %s, approximate %s', (text, uncertain, approximate) => {
    expect(readDay(text)).toMatchObject({ uncertain, approximate });
  });

  it.each(['2024-02-29', '2000-02-29', '2400-02-29', '2025-04-30', '2025-01-31'])('%s is a day', (text) => {
    expect(readDay(text)).toMatchObject({ precision: 'day', earliest: text });
  });

  it.each([
    ...['2025-02-30', '2025-02-29', '1900-02-29', '2100-02-29', '2025-04-31', '2025-06-31', '2025-09-31'],
    ...['2025-11-31', '2025-01-32', '2025-01-00', '2025-13', '2025-00', '2025-13-01', '0000', '0000-01-01'],
    ...['2025-20', '2025-25', '2025-21-01', '2025-21-XX', '2025-13-XX', '0000-XX', '2025-00-XX'],
    ...['../2025-02-30', '2025-02-30/..', '2025-02-30/2025-03', '2025/2025-13'],
  ])('%s: there is no such day', (text) => {
    expect(readDay(text)).toBe('no-such-day');
  });

  it.each([
    ...[
      '',
      ' ',
      '2026-1-19',
      '26',
      '07-11-2025',
      '2026/',
      '/2026',
      '../',
      '/..',
      '../..',
      '..',
      '2025/2026/2027',
    ],
    ...['2026-01-19 ', '2026-01-19T10:00', '20260119', '2026-01-19??', '?2026', '-2026', 'Y12026', '٢٠٢٦'],
    ...[
      '2XXX',
      'XXXX',
      '20X1',
      '201x',
      '201X-01',
      '201X-XX',
      '2004-1X',
      '2004-01-1X',
      '2004-XX-01',
      '2004-X',
    ],
    ...['../..?', '../../2026', '../../..', '2026/..?', '2026?-01', 'Y2026', '10000', '2026-01-19/10000'],
    ...['2026-01-19\n', 'yesterday', '2026-01-', '2026-011', '2025/tomorrow'],
  ])('%j is not such a text', (text) => {
    expect(readDay(text)).toBe('not-edtf');
  });

  it.each([
    '2026-03/2026-01',
    '2026-01-19/2026-01-18',
    '2027/2026-12-31',
    '202X/201X',
    '2001-22/2001-21',
    '2026-02-XX/2026-01?',
  ])('%s ends before it starts', (text) => {
    expect(readDay(text)).toBe('ends-before-it-starts');
  });
});

describe('dayRange and foldDay', () => {
  it('read what is known to be good', () => {
    expect(dayRange('2020').latest).toBe('2020-12-31');
    expect(foldDay('../2026-01')).toBe('2026-01-31');
  });

  it('throw on what is not', () => {
    expect(() => dayRange('2025-02-30')).toThrow(new RangeError('no-such-day: 2025-02-30'));
    expect(() => foldDay('soon')).toThrow(RangeError);
  });
});

describe('nextDay', () => {
  it.each([
    ['2026-01-19', '2026-01-20'],
    ['2026-01-31', '2026-02-01'],
    ['2026-04-30', '2026-05-01'],
    ['2023-02-28', '2023-03-01'],
    ['2024-02-28', '2024-02-29'],
    ['2024-02-29', '2024-03-01'],
    ['2025-12-31', '2026-01-01'],
    ['0009-12-31', '0010-01-01'],
    ['9998-12-31', '9999-01-01'],
    ['9999-12-30', '9999-12-31'],
    ['9999-12-31', '9999-12-31'],
  ])('after %s comes %s', (day, next) => {
    expect(nextDay(day)).toBe(next);
  });
});

describe('daysBetween', () => {
  it.each([
    ['2026-01-19', '2026-01-19', 0],
    ['2026-01-19', '2026-02-02', 14],
    ['2026-02-02', '2026-01-19', -14],
    ['2024-02-28', '2024-03-01', 2],
    ['2023-02-28', '2023-03-01', 1],
    ['1900-02-28', '1900-03-01', 1],
    ['2000-01-01', '2001-01-01', 366],
    ['0001-01-01', '9999-12-31', 3_652_058],
  ])('from %s to %s it is %d', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });

  it('grows by one with each day', () => {
    const year = fc.integer({ min: 1, max: 9998 }).map((one) => String(one).padStart(4, '0'));
    fc.assert(
      fc.property(year, fc.nat(800), (first, steps) => {
        let day = `${first}-01-01`;
        for (let step = 0; step < steps; step += 1) day = nextDay(day);
        expect(daysBetween(`${first}-01-01`, day)).toBe(first === '9998' ? Math.min(steps, 729) : steps);
      }),
    );
  });
});

describe('dayInFuture', () => {
  it.each(['2026-02-02', '2026', '2026-02-02/..', '2001-21', '202X'])(
    '%s is not in the future of 1 February',
    (on) => {
      expect(dayInFuture({ on }, '2026-02-01')).toBeUndefined();
    },
  );

  it('is what lies after tomorrow, for the day of the act and of its announcement', () => {
    const facts = { code: 'day-in-future', today: '2026-02-01' };
    expect(dayInFuture({ on: '2026-02-03' }, '2026-02-01')).toEqual({
      ...facts,
      field: 'on',
      day: '2026-02-03',
    });
    expect(dayInFuture({ on: '2026-02-01', announcedOn: '2026-03' }, '2026-02-01')).toEqual({
      ...facts,
      field: 'announcedOn',
      day: '2026-03-01',
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { opened } from '../../../../test/support/workbook.js';
import { xlsxWorkbook, type XlsxCell } from './write-xlsx.js';

const workbook = async (records: XlsxCell[][], more = {}) =>
  opened(
    await xlsxWorkbook({ name: 'members', header: ['State', 'Note'], records, rightToLeft: false, ...more }),
  );

describe('a table as a workbook', () => {
  it('has one sheet with a name, and headings that stay in sight', async () => {
    expect(await workbook([['KAZ', 'كازاخستان']])).toEqual({
      ...{ name: 'members', rightToLeft: false, frozen: 1, formulas: 0 },
      rows: [
        ['State', 'Note'],
        ['KAZ', 'كازاخستان'],
      ],
    });
  });

  it('runs from right to left where its language does', async () => {
    expect((await workbook([], { rightToLeft: true })).rightToLeft).toBe(true);
  });

  it('keeps numbers, days and what is so or not, and leaves cells empty of which nothing is known', async () => {
    const { rows } = await workbook([[-3, new Date('2026-01-19T00:00:00Z'), true, null, undefined, 0]]);
    expect(rows[1]).toEqual([-3, { day: '2026-01-19' }, true, null, null, 0]);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '2026-01-19', '007', '<b>&"', ' two\nlines '])(
    'takes %j as the text that it is',
    async (text) => {
      const { rows, formulas } = await workbook([[text, 'x']]);
      expect(rows[1]).toEqual([text, 'x']);
      expect(formulas).toBe(0);
    },
  );

  it('opens whatever a source has written, and however long', async () => {
    const { rows } = await workbook([['bell \u0007 and half a pair \ud800', 'n'.repeat(40_000)]], {
      name: 'members-of-a-body-with-a-very-long-name',
    });
    expect(rows[1]?.[0]).toMatch(/^bell .*and half a pair/);
    expect(rows[1]?.[0]).not.toMatch(/[\u0007\ud800]/);
    expect(rows[1]?.[1]).toHaveLength(32_767);
  });
});

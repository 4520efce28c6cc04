import { describe, expect, it } from '@jest/globals';
import { opened } from '../../../test/support/workbook.js';
import type { Columns } from './columns.js';
import { MOST_ROWS, workbookOf } from './workbook.js';

interface Row {
  readonly title: string;
  readonly since: string | null;
}
const COLUMNS: Columns<Row> = { title: ({ title }) => title, since: ({ since }) => since };

async function* inBatches(rows: number, row: Row): AsyncGenerator<Row[]> {
  for (let left = rows; left > 0; left -= 1000) {
    yield await Promise.resolve(Array.from({ length: Math.min(1000, left) }, () => row));
  }
}

const sinceOf = async (since: string) => {
  const { rows } = opened(await workbookOf('x', COLUMNS, inBatches(1, { title: since, since }), 'en'));
  return rows[1];
};

describe('a list as a workbook', () => {
  it('has a day as a day in a column of days, and nowhere else', async () => {
    expect(await sinceOf('2026-01-19')).toEqual(['2026-01-19', { day: '2026-01-19' }]);
  });

  it.each(['2026-01', '2026-01-19~', '2026-01-XX', '../2026-01-19', '2026-01-19/..', '1899-12-31'])(
    'says %s as it is written, because no spreadsheet has such a day',
    async (since) => {
      expect((await sinceOf(since))?.[1]).toBe(since);
    },
  );

  it('ends somewhere, and says so instead of leaving rows out', async () => {
    const row = { title: 'x', since: null };
    await expect(workbookOf('x', COLUMNS, inBatches(MOST_ROWS + 1, row), 'en')).rejects.toMatchObject({
      code: 'too-many-rows',
      facts: { most: MOST_ROWS },
    });
  });
});

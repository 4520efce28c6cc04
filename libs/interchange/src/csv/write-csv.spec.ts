import { describe, expect, it } from '@jest/globals';
import { csvLine, csvTable } from './write-csv.js';

describe('a table as CSV', () => {
  it('has a mark for UTF-8, a header, and line ends as RFC 4180 wants them', () => {
    expect(csvTable(['state', 'name'], [['KAZ', 'كازاخستان']])).toBe('\uFEFFstate,name\r\nKAZ,كازاخستان\r\n');
  });

  it('quotes what would break it', () => {
    expect(csvLine(['a,b', 'say "no"', 'two\nlines', 'plain'])).toBe(
      '"a,b","say ""no""","two\nlines",plain\r\n',
    );
  });

  it('leaves cells empty of which nothing is known, and numbers as they are', () => {
    expect(csvLine([null, undefined, 0, -3, false])).toBe(',,0,-3,false\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '\n=1', '=HYPERLINK("http://x")', '＝1'])(
    'makes no formula of %j',
    (text) => {
      const line = csvLine([text]);
      expect(line).toMatch(/^"?'/);
      expect(line.replaceAll('""', '"')).toContain(text);
    },
  );
});

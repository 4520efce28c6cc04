const graphemes = new Intl.Segmenter();

/** Width of a text in signs as a reader counts them; those of some scripts take up more on a screen. */
const widthOf = (text: string): number => [...graphemes.segment(text)].length;

/** Rows in columns as wide as their widest cell, with a line of headings. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = headings.map((heading, column) =>
    Math.max(...[heading, ...rows.map((row) => row[column] ?? '')].map(widthOf)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd();
  return [line(headings), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

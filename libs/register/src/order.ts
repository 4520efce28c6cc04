/** -1, 0 or 1, as texts of days, codes and event ids sort: by their code units, whatever the language of the reader. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

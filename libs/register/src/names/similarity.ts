// How alike two spellings are.

/**
 * Damerau-Levenshtein distance in its restricted form (optimal string alignment): how many letters must be put in, taken
 * out, replaced, or swapped with a neighbour. Gives `limit + 1` as soon as it is certain to exceed the limit.
 */
export function editDistance(a: string, b: string, limit = Infinity): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const current = nextRow(a, b, row, last, beforeLast);
    if (current.every((distance) => distance > limit)) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(last[b.length] as number, limit + 1);
}

function nextRow(a: string, b: string, row: number, last: readonly number[], beforeLast: readonly number[]) {
  const current = [row];
  for (let at = 1; at <= b.length; at += 1) {
    const isSame = a[row - 1] === b[at - 1];
    let least = (last[at - 1] as number) + (isSame ? 0 : 1);
    if ((last[at] as number) < least) least = (last[at] as number) + 1;
    if ((current[at - 1] as number) < least) least = (current[at - 1] as number) + 1;
    const isSwapped = a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1];
    if (isSwapped && (beforeLast[at - 2] as number) < least) least = (beforeLast[at - 2] as number) + 1;
    current[at] = least;
  }
  return current;
}

/** The runs of three letters, with two spaces before the text and one behind it, as in PostgreSQL's pg_trgm. */
export function trigramsOf(text: string): ReadonlySet<string> {
  const padded = `  ${text} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}

/** How many are in both. */
export function sharedBy(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const one of a) if (b.has(one)) shared += 1;
  return shared;
}

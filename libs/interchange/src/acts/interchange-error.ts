/** One thing that is wrong with a text, where it stands, and why it was not read. */
export interface Fault {
  /** 1 for the first line. */
  readonly line: number;
  /** JSON Pointer (RFC 6901) into the row, such as `/act/data/on`; empty for the row as a whole. */
  readonly pointer: string;
  /** For a person who mends the file, in English. */
  readonly sentence: string;
}

const SHOWN = 20;

/** A text that was not read: with all that is wrong in it, in the order of its lines. */
export class InterchangeError extends Error {
  override readonly name = 'InterchangeError';

  constructor(readonly faults: readonly Fault[]) {
    super(told(faults));
  }
}

function told(faults: readonly Fault[]): string {
  const lines = faults
    .slice(0, SHOWN)
    .map(({ line, pointer, sentence }) => `line ${line}${pointer === '' ? '' : `, ${pointer}`}: ${sentence}`);
  const rest = faults.length - lines.length;
  return [...lines, ...(rest > 0 ? [`and ${rest} more`] : [])].join('\n');
}

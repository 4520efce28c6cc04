// Rows of a form that are asked for one by one: how many there are, and the button for one more.
import type { Typed } from './forms.js';

export interface Rows {
  /** Of their fields: `${name}-1` and so on. */
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

/** `1`, `2` and so on; one more where that was asked for. */
export function rowNumbers(typed: Typed, { name, least, most }: Rows): string[] {
  const shown = Math.max(least, Math.floor(Number(typed[`${name}-rows`])) || least);
  const rows = Math.min(most, shown + (isWanted(typed, name) ? 1 : 0));
  return Array.from({ length: rows }, (_, index) => String(index + 1));
}

const isWanted = (typed: Typed, name: string): boolean => typed[`more-${name}`] !== undefined;

/** Whether a form was sent for one more row, or to have a day read: nothing of it is to be checked or recorded yet. */
export const isShownAnew = (typed: Typed): boolean =>
  Object.keys(typed).some((name) => /^(more|read)-/.test(name));

/** Whether this row was asked for just now: whoever asked goes on there. */
export const isNewRow = (typed: Typed, of: Rows, at: string): boolean =>
  isWanted(typed, of.name) && at === rowNumbers(typed, of).at(-1);

interface MoreRowsProps {
  readonly typed: Typed;
  readonly of: Rows;
  /** What the button says. */
  readonly label: string;
}

/** Stands after the rows. */
export function MoreRows({ typed, of, label }: MoreRowsProps) {
  const { length } = rowNumbers(typed, of);
  return (
    <>
      <input type="hidden" name={`${of.name}-rows`} value={length} />
      {length < of.most ? (
        <button name={`more-${of.name}`} value="1">
          {label}
        </button>
      ) : null}
    </>
  );
}

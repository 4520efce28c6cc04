// A workbook as a spreadsheet opens it: its one sheet, row by row.
import { unzipped } from './unzipped.js';

export interface Workbook {
  /** What the sheet is called. */
  readonly name: string;
  readonly rightToLeft: boolean;
  /** How many rows at the top stay in sight. */
  readonly frozen: number;
  /** Days as such, which a spreadsheet keeps as numbers with a format: `{ day }`; texts as they are. */
  readonly rows: readonly (readonly WorkbookCell[])[];
  /** Anything in it that a spreadsheet would reckon. */
  readonly formulas: number;
}
export type WorkbookCell = string | number | boolean | null | { readonly day: string };

export function opened(bytes: Buffer): Workbook {
  const parts = unzipped(bytes);
  const part = (name: string) => parts.get(`xl/${name}`) ?? '';
  const sheet = part('worksheets/sheet1.xml');
  const texts = [...part('sharedStrings.xml').matchAll(/<si><t[^>]*>(.*?)<\/t><\/si>/gs)].map(
    ([, text = '']) => unescaped(text),
  );
  return {
    name: unescaped(/<sheet [^>]*name="([^"]*)"/.exec(part('workbook.xml'))?.[1] ?? ''),
    rightToLeft: /rightToLeft="(1|true)"/.test(sheet),
    frozen: Number(/<pane [^>]*ySplit="(\d+)"[^>]*state="frozen"/.exec(sheet)?.[1] ?? 0),
    rows: [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) => cellsOf(row, texts)),
    formulas: [...sheet.matchAll(/<f[ >]/g)].length,
  };
}

function cellsOf(row: string, texts: readonly string[]): WorkbookCell[] {
  const cells: WorkbookCell[] = [];
  for (const [, column = '', more = '', value = ''] of row.matchAll(
    /<c r="([A-Z]+)\d+"([^>]*)><v>(.*?)<\/v>/g,
  )) {
    cells[columnNumber(column)] = valueOf(more, value, texts);
  }
  return Array.from(cells, (cell) => cell ?? null);
}

function valueOf(more: string, value: string, texts: readonly string[]): WorkbookCell {
  if (more.includes('t="s"')) return texts[Number(value)] ?? '';
  if (more.includes('t="b"')) return value === '1';
  const day = () => new Date((Number(value) - 25_569) * 86_400_000).toISOString().slice(0, 10);
  return more.includes(' s="') ? { day: day() } : Number(value);
}

const columnNumber = (letters: string): number =>
  Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const unescaped = (text: string): string =>
  text.replace(/&(\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity);

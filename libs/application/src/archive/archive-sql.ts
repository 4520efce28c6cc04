import { readFileSync } from 'node:fs';

const OBJECTS = ['schema', 'copy', 'keep', 'refuse', 'copy_is_kept', 'privileges'];

/** The statements that make the archive of stored copies, one object each, in an order that works. */
export const archiveSql = (): string[] =>
  OBJECTS.map((name) => readFileSync(new URL(`./sql/${name}.sql`, import.meta.url), 'utf8'));

import type { z } from 'zod';
import { flagOf } from './act-options.js';
import { CliError, EXIT } from './exit.js';

/** Reads a value by its schema; a fault names the option that it came from. */
export function parsed<T>(schema: z.ZodType<T>, value: unknown, argument?: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `${argument ?? flagOf(path)}: ${message}`);
  throw new CliError(faults.join('\n'), EXIT.usage);
}

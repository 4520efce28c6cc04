import type { z } from 'zod';
import { flagOf } from './act-options.js';
import { CliError, EXIT } from './exit.js';

/** Reads a value by its schema; a fault names the option that it came from. */
export function parsed<T>(schema: z.ZodType<T>, value: unknown, argument?: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.flatMap((issue) => faultsOf(issue, value, argument));
  throw new CliError([...new Set(faults)].join('\n'), EXIT.usage);
}

function faultsOf(issue: z.core.$ZodIssue, value: unknown, argument: string | undefined): string[] {
  const { path, message } = issue;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `${flagOf([...path, key])}: there is no such field here`);
  }
  const given = path.reduce<unknown>(
    (within, key) => (Object(within) as Record<PropertyKey, unknown>)[key],
    value,
  );
  if (given !== undefined) return [`${argument ?? flagOf(path)}: ${message}`];
  // The basis of a day has a default, where there is a day.
  return path[0] === 'basis' ? [] : [`${argument ?? flagOf(path)}: is missing`];
}

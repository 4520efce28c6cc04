import { InvalidArgumentError, Option, type Command } from 'commander';
import { instant, type Register } from '#application';
import { projectedPosition, type Clocks } from '#read-models';
import { readDay } from '#register';
import { CliError, EXIT } from './exit.js';

export interface ClockOptions {
  readonly asOf?: string;
  readonly knownAt?: Date;
  readonly atPosition?: number;
}

export const withClockOptions = (command: Command): Command =>
  command
    .option('--as-of <day>', 'the day asked about, such as 2025-11-06 (default: today)', dayArgument)
    .option('--known-at <instant>', 'what was known then, such as 2026-01-18T00:00:00Z', instantArgument)
    .addOption(
      new Option('--at-position <n>', 'what was known at this position of the log')
        .argParser(positionArgument)
        .conflicts('knownAt'),
    );

export function dayArgument(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && typeof readDay(text) !== 'string') return text;
  throw new InvalidArgumentError('It must be a day that exists, such as 2026-01-19.');
}

function instantArgument(text: string): Date {
  const read = instant.safeParse(text);
  if (read.success) return read.data;
  throw new InvalidArgumentError('It must be an instant with its time zone, such as 2026-01-18T00:00:00Z.');
}

export function positionArgument(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number from 0.');
}

/** Both clocks, resolved against a register that has caught up. */
export async function resolveClocks(register: Register, options: ClockOptions): Promise<Clocks> {
  const now = register.clock();
  const asOf = options.asOf ?? now.toISOString().slice(0, 10);
  const { position: head } = await register.store.head();
  if (options.knownAt && options.knownAt > now)
    throw new CliError('--known-at lies in the future.', EXIT.usage);
  if (options.atPosition !== undefined && options.atPosition > head) {
    throw new CliError(`--at-position lies beyond the end of the log, which is ${String(head)}.`, EXIT.usage);
  }
  const position = options.knownAt ? await register.store.positionAt(options.knownAt) : options.atPosition;
  return { asOf, position: position ?? (await projectedPosition(register.reader)) };
}

// The command line: its commands, and what its exit code says.
import { Command, CommanderError } from 'commander';
import { AccountRefused, isDatabaseTrouble, StartError, StoreError } from '#application';
import { ACCOUNT_SENTENCES } from './account-refusals.js';
import { CliError, EXIT } from './exit.js';
import { explainCommand } from './explain.command.js';
import { recordCommand } from './record.command.js';
import { replayCommand } from './replay.command.js';
import { showCommand } from './show.command.js';
import { usersCommand } from './users.command.js';

/** Carries out what the arguments say; gives the exit code. */
export async function runProgram(args: readonly string[]): Promise<number> {
  try {
    await program().parseAsync(args, { from: 'user' });
    return EXIT.done;
  } catch (error) {
    return exitCodeOf(error);
  }
}

function program(): Command {
  const all = new Command('chancery')
    .description(
      'A register of which states belong to which bodies: since when, by whose word, and what was known when.',
    )
    .addCommand(recordCommand())
    .addCommand(showCommand())
    .addCommand(explainCommand())
    .addCommand(replayCommand())
    .addCommand(usersCommand())
    .addHelpText(
      'after',
      `
Environment: CHANCERY_DATA (folder of the embedded PostgreSQL, default .data), DATABASE_URL (a PostgreSQL of your own).
Exit codes: 0 done · 1 refused or not found · 2 wrong usage · 3 cannot start · 4 a replay differs from the live tables.`,
    );
  for (const command of [all, ...all.commands, ...all.commands.flatMap(({ commands }) => commands)])
    command.exitOverride().showHelpAfterError('(--help tells more)');
  return all;
}

/** Says what went wrong, in one line where it is the caller's to mend. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof CliError) {
    console.error(error.message);
    return error.code;
  }
  if (error instanceof AccountRefused) {
    console.error(ACCOUNT_SENTENCES[error.code]);
    return EXIT.refused;
  }
  if (error instanceof StoreError) {
    console.error(`${error.code}: ${error.message}`);
    return EXIT.refused;
  }
  if (error instanceof StartError) {
    console.error(error.message);
    return EXIT.cannotStart;
  }
  if (error instanceof Error && isDatabaseTrouble(error)) {
    console.error(`The database failed: ${error.message}. Nothing was recorded that was not acknowledged.`);
    return EXIT.refused;
  }
  console.error(error);
  return EXIT.refused;
}

// `npm run chancery -- …`: the register from the command line, whether the server runs or not.
import 'reflect-metadata';
import { Command, CommanderError } from 'commander';
import { StartError, StoreError } from '#application';
import { CliError, EXIT } from './exit.js';
import { explainCommand } from './explain.command.js';
import { recordCommand } from './record.command.js';
import { replayCommand } from './replay.command.js';
import { showCommand } from './show.command.js';

const program = new Command('chancery')
  .description(
    'A register of which states belong to which bodies: since when, by whose word, and what was known when.',
  )
  .addCommand(recordCommand())
  .addCommand(showCommand())
  .addCommand(explainCommand())
  .addCommand(replayCommand())
  .addHelpText(
    'after',
    `
Environment: CHANCERY_DATA (folder of the embedded PostgreSQL, default .data), DATABASE_URL (a PostgreSQL of your own).
Exit codes: 0 done · 1 refused or not found · 2 wrong usage · 3 cannot start · 4 a replay differs from the live tables.`,
  );

for (const command of [program, ...program.commands])
  command.exitOverride().showHelpAfterError('(--help tells more)');

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

/** Says what went wrong, in one line where it is the caller's to mend. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof CliError) {
    console.error(error.message);
    return error.code;
  }
  if (error instanceof StoreError) {
    console.error(`${error.code}: ${error.message}`);
    return EXIT.refused;
  }
  if (error instanceof StartError) {
    console.error(error.message);
    return EXIT.cannotStart;
  }
  console.error(error);
  return EXIT.refused;
}

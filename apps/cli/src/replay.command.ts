import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { replayRegister, type Register, type Replayed } from '#application';
import { positionArgument } from './clock-options.js';
import { CliError, EXIT } from './exit.js';
import { table } from './table.js';
import { withRegister } from './with-register.js';

interface ReplayOptions {
  readonly atPosition?: number;
  readonly body?: string;
  readonly json?: true;
}

export const replayCommand = (): Command =>
  new Command('replay')
    .summary('fold the log anew and compare with the live tables')
    .description(
      'Folds the log from its start to a position, in memory, and compares what comes out with the live tables. ' +
        `Ends with ${String(EXIT.differs)} where they differ.`,
    )
    .option('--at-position <n>', 'up to this position (default: the whole log)', positionArgument)
    .option('--body <slug>', 'print the standings in this body')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ npm run chancery -- replay
  $ npm run chancery -- replay --at-position 270 --body board-of-peace`,
    )
    .action((options: ReplayOptions) => withRegister((register) => runReplay(register, options)));

async function runReplay(register: Register, options: ReplayOptions): Promise<void> {
  const { position: head } = await register.store.head();
  const position = options.atPosition ?? head;
  if (position > head) {
    throw new CliError(`--at-position lies beyond the end of the log, which is ${String(head)}.`, EXIT.usage);
  }
  const bar = new SingleBar({
    format: 'Replaying {bar} {value}/{total} events',
    stream: process.stderr,
    clearOnComplete: true,
  });
  const silent = options.json === true || !process.stderr.isTTY;
  if (!silent) bar.start(position, 0);
  const replayed = await replayRegister(register, position, (done) => {
    if (!silent) bar.update(done);
  });
  bar.stop();
  const standings = standingsIn(replayed, options.body);
  const { root, differences } = replayed;
  if (options.json) console.log(JSON.stringify({ position, root, standings, differences }, null, 2));
  else print(replayed, standings);
  if (differences.length > 0) process.exitCode = EXIT.differs;
}

/** The last interval of each line, as known at the position. */
function standingsIn({ documents }: Replayed, body: string | undefined) {
  return [...documents.values()]
    .filter((line) => body === undefined || line.body === body)
    .flatMap((line) => {
      const row = line.rows.findLast(({ knownTo, to }) => knownTo === null && to === null);
      return row ? [{ body: line.body, state: line.state, own: row.own, reported: row.reported }] : [];
    })
    .sort((a, b) => (`${a.body} ${a.state}` < `${b.body} ${b.state}` ? -1 : 1));
}

function print({ position, root, differences }: Replayed, standings: ReturnType<typeof standingsIn>): void {
  const cells = standings.map(({ body, state, own, reported }) => [
    body,
    state,
    own.standing,
    own.since ?? '',
    own.attestation ?? '',
    reported.standing,
  ]);
  console.log(`${table(['body', 'state', 'standing', 'since', 'attested', 'reported'], cells)}\n`);
  console.log(`Replayed ${String(position)} events; root of the log ${root}.`);
  if (differences.length === 0) {
    console.log('The live tables hold exactly what the log says.');
    return;
  }
  console.log(`The live tables differ in ${String(differences.length)} rows:`);
  for (const { body, state, replayed, live } of differences.slice(0, 20)) {
    console.log(
      `  ${state} in ${body}\n    replayed ${JSON.stringify(replayed)}\n    live     ${JSON.stringify(live)}`,
    );
  }
}

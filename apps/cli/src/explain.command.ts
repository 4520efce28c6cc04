import { Command } from 'commander';
import type { Register } from '#application';
import { explainMembership, findBody, findState, type ExplainedStep, type KnownSource } from '#read-models';
import type { Citation } from '#register';
import { resolveClocks, withClockOptions, type ClockOptions } from './clock-options.js';
import { CliError, EXIT } from './exit.js';
import { withRegister } from './with-register.js';

interface ExplainOptions extends ClockOptions {
  readonly json?: true;
}

export const explainCommand = (): Command =>
  withClockOptions(
    new Command('explain')
      .argument('<state>', 'code of the state, such as KAZ')
      .argument('<body>', 'slug of the body, such as abraham-accords'),
  )
    .summary('why a state has the standing that it has')
    .description(
      'Shows each act in the order of folding: whether it counts, what it led to, and what it rests on.',
    )
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ npm run chancery -- explain KAZ abraham-accords
  $ npm run chancery -- explain BEL board-of-peace --as-of 2026-02-15
  $ npm run chancery -- explain CAN board-of-peace --known-at 2026-01-22T00:00:00Z --json`,
    )
    .action((state: string, body: string, options: ExplainOptions) =>
      withRegister((register) => explain(register, state, body, options)),
    );

async function explain(
  register: Register,
  code: string,
  slug: string,
  options: ExplainOptions,
): Promise<void> {
  const clocks = await resolveClocks(register, options);
  const state = await findState(register.reader, clocks, code);
  if (!state)
    throw new CliError(`The register has no state ${code}; it goes by codes such as KAZ.`, EXIT.refused);
  const body = await findBody(register.reader, clocks, slug);
  if (!body) {
    throw new CliError(
      `The register has no body ${slug}; it goes by slugs such as board-of-peace.`,
      EXIT.refused,
    );
  }
  const { interval, steps, sources } = await explainMembership(register.reader, body, state, clocks);
  const [own, reported] = [interval?.own, interval?.reported];
  if (options.json) {
    const plain = { state: code, body: slug, ...clocks, own, reported, steps };
    console.log(JSON.stringify({ ...plain, sources: Object.fromEntries(sources) }, null, 2));
    return;
  }
  console.log(
    `${state.names.en} in ${body.names.en} on ${clocks.asOf}, as known at position ${String(clocks.position)}:`,
  );
  console.log(`  by its own words  ${own?.standing ?? 'none'}${own?.disputed ? ' (disputed)' : ''}`);
  console.log(
    `  by every word     ${reported?.standing ?? 'none'}${reported?.disputed ? ' (disputed)' : ''}\n`,
  );
  if (steps.length === 0) console.log('Nothing on record.');
  for (const step of steps) printStep(step, sources);
}

function printStep(step: ExplainedStep, sources: ReadonlyMap<string, KnownSource>): void {
  const { act, ledTo } = step;
  const { data, type } = act.resolved.act;
  const mark = step.supports.length > 0 ? '*' : ' ';
  const by = data.announcedBy === undefined ? '' : `, ${data.announcedBy}`;
  console.log(`${mark} ${data.on}  ${type} (${data.attestation}${by})`);
  console.log(`    ${verdict(step)}`);
  if (step.counts)
    console.log(`    from ${act.resolved.effectiveDay}: ${ledTo.standing}; reported ${ledTo.reported}`);
  for (const { event, position } of act.said)
    console.log(`    ${event.type} at position ${String(position)}${reasonOf(event.data)}`);
  for (const citation of act.resolved.citations) console.log(`    ${cite(citation, sources)}`);
}

function verdict({ act, counts, flaggedFor, inEffect, supports }: ExplainedStep): string {
  const { status, disputed } = act.resolved;
  if (!counts) {
    return {
      claim: 'does not count: recorded as a claim',
      retracted: 'does not count: it was retracted',
      denied: 'does not count: the one whose act it would be denies it',
      counts: '',
    }[status];
  }
  const notes = [
    'counts',
    ...(disputed ? ['disputed: another party denies it'] : []),
    ...(flaggedFor === null ? [] : [`flagged: no person could have recorded it there (${flaggedFor})`]),
    ...(inEffect ? [] : ['not in effect yet on that day']),
    ...(supports.length > 0 ? [`supports the ${supports.join(' and the ')}`] : []),
  ];
  return notes.join('; ');
}

const reasonOf = (data: object): string =>
  'reason' in data && typeof data.reason === 'string' ? `: ${data.reason}` : '';

function cite({ source, quote }: Citation, sources: ReadonlyMap<string, KnownSource>): string {
  const known = sources.get(source);
  const { outlet, title, publishedOn } = known?.registered ?? {};
  const words = [outlet ?? source, title, publishedOn].filter((word) => word !== undefined).join(', ');
  const worth = known?.verdict?.type === 'SourceDiscredited' ? ' [discredited]' : '';
  return `– ${words}${worth}${quote === undefined ? '' : `: “${quote}”`}`;
}

import { Command } from 'commander';
import type { Register } from '#application';
import {
  actsOf,
  bodiesBySlug,
  findBody,
  findState,
  lineOf,
  membershipsOfState,
  type KnownAct,
  type Clocks,
  type MembershipRow,
} from '#read-models';
import type { View } from '#register';
import { resolveClocks, withClockOptions, type ClockOptions } from './clock-options.js';
import { CliError, EXIT } from './exit.js';
import { table } from './table.js';
import { withRegister } from './with-register.js';

interface ShowOptions extends ClockOptions {
  readonly body?: string;
  readonly json?: true;
}

export const showCommand = (): Command =>
  withClockOptions(new Command('show').argument('<state>', 'code of the state, such as KAZ'))
    .summary('the standing of a state in every body')
    .description(
      'Shows the standing of a state in every body, or with --body its whole line and acts in one.',
    )
    .option('--body <slug>', 'one body only, such as board-of-peace')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ npm run chancery -- show KAZ
  $ npm run chancery -- show KAZ --as-of 2025-11-06
  $ npm run chancery -- show KAZ --known-at 2026-01-18T00:00:00Z --json
  $ npm run chancery -- show KAZ --body abraham-accords`,
    )
    .action((state: string, options: ShowOptions) =>
      withRegister((register) => show(register, state, options)),
    );

async function show(register: Register, state: string, options: ShowOptions): Promise<void> {
  const clocks = await resolveClocks(register, options);
  const known = await findState(register.reader, clocks, state);
  if (!known) throw new CliError(await unknownState(register, state), EXIT.refused);
  const found =
    options.body === undefined
      ? { memberships: await membershipsOfState(register.reader, state, clocks, { limit: 10_000 }) }
      : await oneMembership(register, state, options.body, clocks);
  if (options.json) {
    console.log(JSON.stringify({ state, ...clocks, ...found }, null, 2));
    return;
  }
  console.log(
    `${known.names.en} (${state}) as of ${clocks.asOf}, as known at position ${String(clocks.position)}\n`,
  );
  if ('memberships' in found) await printStandings(register, found.memberships, clocks);
  else printLine(found.line, found.acts);
}

async function unknownState(register: Register, state: string): Promise<string> {
  const { position } = await register.store.head();
  return position === 0
    ? 'The register is empty; “npm start” loads the demo register the first time.'
    : `The register has no state ${state}; it goes by codes such as KAZ.`;
}

async function oneMembership(register: Register, state: string, slug: string, clocks: Clocks) {
  const { position } = clocks;
  if (!(await findBody(register.reader, clocks, slug))) {
    throw new CliError(
      `The register has no body ${slug}; it goes by slugs such as board-of-peace.`,
      EXIT.refused,
    );
  }
  const line = await lineOf(register.reader, slug, state, position);
  return { body: slug, line, acts: await actsOf(register.reader, position, slug, state) };
}

async function printStandings(register: Register, rows: MembershipRow[], clocks: Clocks): Promise<void> {
  if (rows.length === 0) {
    console.log('No standing in any body.');
    return;
  }
  const slugs = rows.map(({ body }) => body);
  const bodies = await bodiesBySlug(register.reader, clocks, slugs);
  const cells = rows.map(({ body, own, reported, roles }) => [
    bodies.get(body)?.names.en ?? body,
    withMarks(own),
    own.since ?? '',
    own.attestation ?? '',
    `${withMarks(reported)}${reported.attestation === null ? '' : ` (${reported.attestation})`}`,
    roles.map(({ role }) => role).join(', '),
  ]);
  console.log(table(['body', 'standing', 'since', 'attested', 'reported', 'roles'], cells));
}

/** A standing with what there is to say against it. */
const withMarks = ({ standing, disputed, discredited }: View): string =>
  `${standing}${disputed ? ', disputed' : ''}${discredited ? ', source discredited' : ''}`;

function printLine(line: MembershipRow[], acts: KnownAct[]): void {
  const days = line.map(({ from, to, own, reported }) => [
    from,
    to ?? '',
    withMarks(own),
    own.attestation ?? '',
    withMarks(reported),
  ]);
  console.log(
    line.length === 0
      ? 'Nothing on record.'
      : table(['from', 'until', 'standing', 'attested', 'reported'], days),
  );
  if (acts.length === 0) return;
  const cells = acts.map(({ row, resolved }) => [
    String(row.position),
    resolved.act.data.on,
    resolved.act.type,
    resolved.act.data.attestation,
    `${resolved.status}${resolved.disputed ? ', disputed' : ''}`,
    row.eventId,
  ]);
  console.log(`\n${table(['position', 'day', 'act', 'attested', 'status', 'event id'], cells)}`);
}

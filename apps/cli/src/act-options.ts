// The fields of an act as options of the command line.
import { Option, type Command } from 'commander';
import { ATTESTATIONS, DAY_BASES, ROLES, SIGNATURE_KINDS } from '#register';
import { CliError, EXIT } from './exit.js';

export interface ActOptions {
  readonly data?: string;
  readonly source?: readonly string[];
  readonly quote?: readonly string[];
  readonly byState?: string;
  readonly byName?: string;
  readonly [field: string]: unknown;
}

/** Options that are fields of the data under the same name. */
const FIELDS = [
  'on',
  'basis',
  'effectiveOn',
  'announcedOn',
  'announcedBy',
  'attestation',
  'claim',
  'note',
  'capacity',
  'condition',
  'means',
  'kind',
  'signedBy',
  'place',
  'retracts',
  'denies',
  'corroborates',
  'withdraws',
  'reason',
  'role',
  'text',
  'language',
  'to',
  'organ',
  'person',
  'state',
  'portfolio',
  'purpose',
  'scheduledFor',
];

export const withActOptions = (command: Command): Command =>
  command
    .option(
      '--on <day>',
      'day of the act: 2026-01-19, 2026-01, 2026, ../2026-01-19 (on or before), 2026-01-19?',
    )
    .addOption(new Option('--basis <basis>', 'what that day rests on (default: act)').choices(DAY_BASES))
    .option('--effective-on <day>', 'when it takes effect, where that is another day')
    .option('--announced-on <day>', 'when it was announced')
    .option('--announced-by <who>', 'who announced it')
    .addOption(new Option('--attestation <kind>', 'whose word it rests on').choices(ATTESTATIONS))
    .option('--source <id...>', 'sources that it rests on')
    .option('--quote <text...>', 'what each source says, in the order of the sources')
    .option('--claim', 'record it as a claim: visible, never counted')
    .option('--note <text>', 'a note')
    .option('--by-state <code>', 'the state that invites, withdraws or speaks')
    .option('--by-name <name>', 'the person or organization that does')
    .addOption(new Option('--capacity <role>', 'in what capacity (invitation, acceptance)').choices(ROLES))
    .option('--condition <text>', 'on what condition (decline)')
    .addOption(new Option('--means <means>', 'of acceptance').choices(['letter', 'statement']))
    .addOption(new Option('--kind <kind>', 'of signature').choices(SIGNATURE_KINDS))
    .option('--signed-by <name>', 'who signed')
    .option('--place <place>', 'where it was signed')
    .addOption(new Option('--role <role>', 'the role that is granted or ended').choices(ROLES))
    .option('--text <text>', 'of a reservation, declaration or objection')
    .option('--language <tag>', 'of that text')
    .option('--to <state>', 'the state to which an objection is raised')
    .option('--organ <slug>', 'organ of the body')
    .option('--person <name>', 'who is appointed or left')
    .option('--portfolio <text>', 'of that person')
    .option('--purpose <text>', 'of a ceremony')
    .option('--scheduled-for <day>', 'day of a ceremony, if it is known')
    .option('--retracts <event id>', 'the event that should not have been recorded')
    .option('--denies <event id>', 'the act that someone denies')
    .option('--corroborates <event id>', 'the act of which a further source tells')
    .option('--withdraws <event id>', 'the reservation, declaration or objection that is withdrawn')
    .option('--reason <text>', 'why; of an ending: withdrawal, expulsion, term, dissolution or succession')
    .option('--data <json>', 'all fields as JSON; the options above go over it');

/** The data that the options make up; what is missing or wrong is the schema's to say. */
export function dataOf(options: ActOptions): Record<string, unknown> {
  const data: Record<string, unknown> = { ...jsonOf(options.data) };
  for (const field of FIELDS) if (options[field] !== undefined) data[field] = options[field];
  if (data['on'] !== undefined && data['denies'] === undefined) data['basis'] ??= 'act';
  if (options.byState !== undefined || options.byName !== undefined) {
    const { byState: state, byName: name } = options;
    data['by'] = { ...(state !== undefined && { state }), ...(name !== undefined && { name }) };
  }
  if (options.source) {
    const quotes = options.quote ?? [];
    if (quotes.length > options.source.length) {
      throw new CliError('There are more quotes than sources; give each quote after its source.', EXIT.usage);
    }
    data['sources'] = options.source.map((source, at) => {
      const quote = quotes[at];
      return quote === undefined ? { source } : { source, quote };
    });
  }
  return data;
}

function jsonOf(text: string | undefined): Record<string, unknown> {
  if (text === undefined) return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch (error) {
    throw new CliError(
      `--data is not JSON: ${error instanceof Error ? error.message : String(error)}`,
      EXIT.usage,
    );
  }
  throw new CliError('--data must be a JSON object.', EXIT.usage);
}

/** The option (or the place in --data) that a path in the data came from. */
export function flagOf(path: readonly PropertyKey[]): string {
  const [first, ...rest] = path.map(String);
  if (first === undefined) return '--data';
  if (first === 'by') return rest[0] === undefined ? '--by-state or --by-name' : `--by-${rest[0]}`;
  if (first === 'sources') return rest[1] === 'quote' ? '--quote' : '--source';
  if (FIELDS.includes(first) && rest.length === 0)
    return `--${first.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return `--data ${[first, ...rest].join('.')}`;
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { Command } from 'commander';
import {
  ForSource,
  membershipCommand,
  MOST_BYTES,
  Refused,
  RegisterModule,
  type AnyCommand,
  type Envelope,
  type Outcome,
  type Register,
} from '#application';
import {
  bodySlug,
  membershipSchemas,
  sourceId,
  sourceSchemas,
  stateCode,
  type MembershipEvent,
} from '#register';
import { CliError, EXIT } from './exit.js';
import { dataOf, withActOptions, type ActOptions } from './act-options.js';
import { parsed } from './parsed.js';
import { explainRefusal } from './refusals.js';
import { registerCommands } from './register-commands.js';
import { withRegister } from './with-register.js';

interface RecordOptions extends ActOptions {
  readonly import?: true;
  readonly actor?: string;
  readonly key?: string;
  readonly expectedVersion?: string;
  readonly file?: string;
  readonly json?: true;
}

/** Their data says itself what they are about. */
const REGISTRATIONS = ['StateRegistered', 'BodyRegistered', 'SourceRegistered', 'ContactRecorded'];

const types = [...Object.keys(membershipSchemas), ...Object.keys(registerCommands), 'CopyStored'];

export const recordCommand = (): Command =>
  withActOptions(
    new Command('record')
      .argument('<type>', `one of ${types.join(', ')}`)
      .argument(
        '[key]',
        'the state (for a membership), or the state, body, source or contact that it is about',
      )
      .argument('[body]', 'slug of the body, such as board-of-peace (for a membership)'),
  )
    .summary('record an act, a retraction or a registration')
    .description('Records one event. A refusal says why and what would be possible; nothing is written then.')
    .option('--import', 'record an act even where no person could: it is flagged')
    .option('--actor <name>', 'who records it (default: cli:<user>)')
    .option('--key <key>', 'makes it safe to repeat: the same key records once')
    .option('--expected-version <n>', 'refuse if the stream has moved on from this version')
    .option('--file <path>', 'the copy to store (CopyStored), 10 MB at most')
    .option('--json', 'the outcome as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ npm run chancery -- record SourceRegistered --data '{"id":"kazinform-1","outlet":"Kazinform","language":"en"}'
  $ npm run chancery -- record CharterSigned KAZ board-of-peace --on 2026-01-22 --kind simple \\
      --attestation signed --source kazinform-1 --quote "signed in Davos"
  $ npm run chancery -- record ActRetracted KAZ board-of-peace --retracts <event id> --reason "wrong state"
  $ npm run chancery -- record SourceDiscredited kazinform-1 --reason "a forgery"
  $ npm run chancery -- record CharterEnteredIntoForce board-of-peace --on 2026-01-22 \\
      --attestation declared --source kazinform-1`,
    )
    .action((type: string, key: string | undefined, body: string | undefined, options: RecordOptions) => {
      if (type === 'CopyStored') return withRegister((register) => storeCopy(register, key, options));
      const command = commandOf(type, key, body, options);
      return withRegister((register) => record(register, command, options));
    });

async function record(register: Register, command: AnyCommand, { json }: RecordOptions): Promise<void> {
  const app = await NestFactory.createApplicationContext(RegisterModule.over(register), {
    logger: ['error', 'warn'],
  });
  try {
    const outcome = await app.get(CommandBus).execute<AnyCommand, Outcome>(command);
    if (json) console.log(JSON.stringify(outcome, null, 2));
    else if (outcome.events.length === 0) console.log('Nothing to do: this is on record already.');
    else
      console.log(`Recorded at position ${String(outcome.position)} as event ${outcome.events.join(', ')}.`);
  } catch (error) {
    if (error instanceof Refused) throw new CliError(explainRefusal(error.refusal), EXIT.refused);
    throw error;
  } finally {
    await app.close();
  }
}

/** Keeps the file first and then names it: a copy that nothing names does no harm. */
async function storeCopy(register: Register, key: string | undefined, options: RecordOptions): Promise<void> {
  const id = parsed(sourceId, key, 'source');
  if (options.file === undefined) throw new CliError('--file is missing: the copy to store.', EXIT.usage);
  const bytes = readCopy(options.file);
  if (bytes.length === 0 || bytes.length > MOST_BYTES) {
    throw new CliError(
      `--file holds ${String(bytes.length)} bytes; a copy has 1 to ${String(MOST_BYTES)}.`,
      EXIT.usage,
    );
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const copy = parsed(sourceSchemas.CopyStored, {
    mediaType: 'application/octet-stream',
    ...dataOf(options),
    sha256,
    bytes: bytes.length,
  });
  await register.archive.keep(bytes);
  await record(register, new ForSource(id, { type: 'StoreCopy', copy }, envelopeOf(options)), options);
}

function readCopy(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new CliError(`--file: ${error instanceof Error ? error.message : String(error)}`, EXIT.usage);
  }
}

function commandOf(
  type: string,
  key: string | undefined,
  body: string | undefined,
  options: RecordOptions,
): AnyCommand {
  const envelope = envelopeOf(options);
  const data = dataOf(options);
  if (Object.hasOwn(membershipSchemas, type)) {
    const membership = { state: parsed(stateCode, key, 'state'), body: parsed(bodySlug, body, 'body') };
    const schema = membershipSchemas[type as MembershipEvent['type']];
    const event = { type, data: parsed<object>(schema, data) } as MembershipEvent;
    return membershipCommand(membership, event, options.import ? 'import' : 'person', envelope);
  }
  const make = Object.hasOwn(registerCommands, type) ? registerCommands[type] : undefined;
  if (!make) {
    throw new CliError(`There is no event type ${type}. There are: ${types.join(', ')}.`, EXIT.usage);
  }
  const unwanted = REGISTRATIONS.includes(type) ? (key ?? body) : body;
  if (unwanted !== undefined) {
    const takes = REGISTRATIONS.includes(type) ? 'takes no state and no body' : 'takes one key';
    throw new CliError(`${type} ${takes}, and so not “${unwanted}”.`, EXIT.usage);
  }
  return make(data, key, envelope);
}

function envelopeOf({ actor, key, expectedVersion }: RecordOptions): Envelope {
  if (expectedVersion !== undefined && !/^\d+$/.test(expectedVersion)) {
    throw new CliError('--expected-version must be a whole number from 0.', EXIT.usage);
  }
  return {
    actor: actor ?? `cli:${userInfo().username}`,
    ...(key !== undefined && { idempotencyKey: key }),
    ...(expectedVersion !== undefined && { expectedVersion: Number(expectedVersion) }),
  };
}

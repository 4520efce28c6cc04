import { userInfo } from 'node:os';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { Command } from 'commander';
import type { z } from 'zod';
import {
  ForBody,
  ForMembership,
  ForSource,
  ForState,
  Refused,
  RegisterModule,
  type AnyCommand,
  type Envelope,
  type Outcome,
  type Register,
} from '#application';
import {
  bodySchemas,
  bodySlug,
  membershipSchemas,
  sourceSchemas,
  stateCode,
  stateSchemas,
  type ActRetracted,
  type MembershipAct,
} from '#register';
import { CliError, EXIT } from './exit.js';
import { dataOf, flagOf, withActOptions, type ActOptions } from './act-options.js';
import { explainRefusal } from './refusals.js';
import { withRegister } from './with-register.js';

interface RecordOptions extends ActOptions {
  readonly import?: true;
  readonly actor?: string;
  readonly key?: string;
  readonly expectedVersion?: string;
  readonly json?: true;
}

const registrations = { ...bodySchemas, ...stateSchemas, ...sourceSchemas };
const types = [...Object.keys(membershipSchemas), ...Object.keys(registrations)];

export const recordCommand = (): Command =>
  withActOptions(
    new Command('record')
      .argument('<type>', `one of ${types.join(', ')}`)
      .argument('[state]', 'code of the state, such as KAZ (for acts)')
      .argument('[body]', 'slug of the body, such as board-of-peace (for acts)'),
  )
    .summary('record an act, a retraction or a registration')
    .description('Records one event. A refusal says why and what would be possible; nothing is written then.')
    .option('--import', 'record an act even where no person could: it is flagged')
    .option('--actor <name>', 'who records it (default: cli:<user>)')
    .option('--key <key>', 'makes it safe to repeat: the same key records once')
    .option('--expected-version <n>', 'refuse if the stream has moved on from this version')
    .option('--json', 'the outcome as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ npm run chancery -- record SourceRegistered --data '{"id":"kazinform-1","outlet":"Kazinform","language":"en"}'
  $ npm run chancery -- record CharterSigned KAZ board-of-peace --on 2026-01-22 --kind simple \\
      --attestation signed --source kazinform-1 --quote "signed in Davos"
  $ npm run chancery -- record ActRetracted KAZ board-of-peace --retracts <event id> --reason "wrong state"`,
    )
    .action((type: string, state: string | undefined, body: string | undefined, options: RecordOptions) => {
      const command = commandOf(type, state, body, options);
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

function commandOf(
  type: string,
  state: string | undefined,
  body: string | undefined,
  options: RecordOptions,
): AnyCommand {
  const envelope = envelopeOf(options);
  const data = dataOf(options);
  if (Object.hasOwn(membershipSchemas, type)) {
    const membership = {
      state: parsed(stateCode, state, 'state'),
      body: parsed(bodySlug, body, 'body'),
    };
    return new ForMembership(
      membership,
      membershipCommand(type as keyof typeof membershipSchemas, data, options),
      envelope,
    );
  }
  if (!Object.hasOwn(registrations, type)) {
    throw new CliError(`There is no event type ${type}. There are: ${types.join(', ')}.`, EXIT.usage);
  }
  if (state !== undefined) throw new CliError(`${type} takes no state and no body.`, EXIT.usage);
  switch (type as keyof typeof registrations) {
    case 'BodyRegistered': {
      const registered = parsed(bodySchemas.BodyRegistered, data);
      return new ForBody(registered.slug, { type: 'RegisterBody', body: registered }, envelope);
    }
    case 'StateRegistered': {
      const registered = parsed(stateSchemas.StateRegistered, data);
      return new ForState(registered.code, { type: 'RegisterState', state: registered }, envelope);
    }
    case 'SourceRegistered': {
      const registered = parsed(sourceSchemas.SourceRegistered, data);
      return new ForSource(registered.id, { type: 'RegisterSource', source: registered }, envelope);
    }
  }
}

function membershipCommand(type: keyof typeof membershipSchemas, data: object, options: RecordOptions) {
  const read = parsed<object>(membershipSchemas[type], data);
  if (type === 'ActRetracted')
    return { type: 'RetractAct', retraction: read as ActRetracted['data'] } as const;
  const act = { type, data: read } as MembershipAct;
  return { type: 'RecordAct', act, as: options.import ? 'import' : 'person' } as const;
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

/** Reads a value by its schema; a fault names the option that it came from. */
function parsed<T>(schema: z.ZodType<T>, value: unknown, argument?: string): T {
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

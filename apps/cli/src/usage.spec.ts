// Wrong usage is told in a line that names the option, before any database is touched.
import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { call } from '../../../test/support/command-line.js';
import { runProgram } from './program.js';

const ACT = [
  'record',
  'MembershipAccepted',
  'KAZ',
  'board-of-peace',
  '--means',
  'letter',
  '--attestation',
  'declared',
];
const DATED = [...ACT, '--on', '2026-01-19'];
const CITED = [...DATED, '--source', 'gazette-1'];
const RETRACTION = ['record', 'ActRetracted', 'KAZ', 'board-of-peace', '--reason', 'misread'];
const ID = 'b0686778-c2af-56b7-9912-a85b543b09ce';

const FAULTS: [what: string, args: string[], line: RegExp][] = [
  ['no command', [], /^Usage: chancery /],
  ['an unknown command', ['nonsense'], /unknown command 'nonsense'/],
  ['show without a state', ['show'], /missing required argument 'state'/],
  ['show with two states', ['show', 'KAZ', 'NOR'], /too many arguments/],
  ['an unknown option', ['show', 'KAZ', '--color', 'red'], /unknown option '--color'/],
  ['an option without its value', ['show', 'KAZ', '--as-of'], /option '--as-of <day>' argument missing/],
  ['an impossible day', ['show', 'KAZ', '--as-of', '2025-02-30'], /--as-of .*a day that exists/],
  ['a month for a day', ['show', 'KAZ', '--as-of', '2025-11'], /--as-of .*a day that exists/],
  [
    'an instant without its zone',
    ['show', 'KAZ', '--known-at', '2026-01-18T00:00:00'],
    /--known-at .*time zone/,
  ],
  ['an impossible instant', ['show', 'KAZ', '--known-at', '2026-02-30T00:00:00Z'], /--known-at .*an instant/],
  [
    'an instant in the year 0',
    ['show', 'KAZ', '--known-at', '0000-01-01T00:00:00Z'],
    /--known-at .*an instant/,
  ],
  ['a negative position', ['show', 'KAZ', '--at-position', '-1'], /--at-position .*a whole number from 0/],
  [
    'a position in scientific notation',
    ['replay', '--at-position', '1e3'],
    /--at-position .*a whole number from 0/,
  ],
  [
    'both known clocks',
    ['show', 'KAZ', '--known-at', '2026-01-18T00:00:00Z', '--at-position', '3'],
    /--at-position <n>' cannot be used with option '--known-at <instant>'/,
  ],
  ['record without a type', ['record'], /missing required argument 'type'/],
  [
    'an unknown type',
    ['record', 'Invited', 'KAZ', 'board-of-peace'],
    /no event type Invited\. There are: InvitationReceived, /,
  ],
  [
    'a type that every object has',
    ['record', 'constructor', 'KAZ', 'board-of-peace'],
    /no event type constructor/,
  ],
  ['an act of nobody', ['record', 'AccordJoined'], /^state: is missing\n$/],
  [
    'a state that is no code',
    ['record', 'AccordJoined', 'kaz', 'board-of-peace'],
    /^state: an ISO 3166-1 alpha-3 code/,
  ],
  [
    'a body that is no slug',
    ['record', 'AccordJoined', 'KAZ', 'Board of Peace'],
    /^body: lower-case letters/,
  ],
  [
    'a registration under another key',
    ['record', 'StateRegistered', 'NOR', '--data', '{"code":"KAZ","names":{"en":"Kazakhstan"}}'],
    /StateRegistered takes no state and no body/,
  ],
  ['an act without its day', [...ACT, '--source', 'gazette-1'], /^--on: is missing\n$/],
  ['an act without a source', DATED, /^--source: is missing\n$/],
  [
    'an act on no day',
    [...ACT, '--source', 'gazette-1', '--on', '2026-02-30'],
    /^--on: there is no such day/,
  ],
  [
    'an unknown attestation',
    [...CITED, '--attestation', 'rumoured'],
    /--attestation .*reported, stated, declared/,
  ],
  ['unknown means', [...CITED, '--means', 'telegram'], /--means .*letter, statement/],
  [
    'an unknown kind',
    ['record', 'CharterSigned', 'KAZ', 'x', '--kind', 'maybe'],
    /--kind .*simple, ad-referendum/,
  ],
  ['a source that is no id', [...DATED, '--source', 'The Gazette'], /^--source: lower-case letters/],
  ['more quotes than sources', [...CITED, '--quote', 'yes', 'no'], /more quotes than sources/],
  ['a field of another act', [...CITED, '--kind', 'simple'], /^--kind: there is no such field/],
  ['a blank note', [...CITED, '--note', ' '], /^--note: must not be blank/],
  ['data that is not JSON', [...CITED, '--data', '{'], /^--data is not JSON: /],
  ['data that is no object', [...CITED, '--data', '[1]'], /^--data must be a JSON object/],
  [
    'a field that there is not',
    [...CITED, '--data', '{"colour":"red"}'],
    /^--data colour: there is no such field/,
  ],
  [
    'a version that is none',
    [...CITED, '--expected-version', 'two'],
    /--expected-version must be a whole number/,
  ],
  ['a retraction of nothing', RETRACTION, /^--retracts: is missing\n$/],
  ['a retraction of what is no event', [...RETRACTION, '--retracts', 'the letter'], /^--retracts: /],
  ['a retraction without a reason', [...RETRACTION.slice(0, 4), '--retracts', ID], /^--reason: /],
  [
    'an empty registration',
    ['record', 'SourceRegistered'],
    /^--data id: is missing\n--data outlet: is missing\n--language: is missing\n$/,
  ],
];

describe('is told with exit code 2 and the name of what is wrong', () => {
  it.each(FAULTS)('%s', async (_, args, line) => {
    // Should it get as far as opening the register, it fails there, with another code.
    const { code, stdout, stderr } = await call(runProgram, args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.replace(/^error: /, '')).toMatch(line);
    expect(stderr).not.toMatch(/\n +at |ZodError|undefined|\[object/);
  });
});

describe('help', () => {
  it.each([
    [
      ['--help'],
      /Usage: chancery \[options\] \[command\]/,
      /\n {2}record [^]*\n {2}show [^]*\n {2}explain [^]*\n {2}replay /,
    ],
    [
      ['record', '--help'],
      /Usage: chancery record \[options\] <type> \[key\] \[body\]/,
      /--retracts <event id>/,
    ],
    [['show', '--help'], /Usage: chancery show \[options\] <state>/, /--known-at <instant>/],
    [['replay', '--help'], /Usage: chancery replay \[options\]/, /--at-position <n>/],
  ])('of %j tells usage, options and examples', async (args, usage, option) => {
    const { code, stdout, stderr } = await call(runProgram, args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(usage);
    expect(stdout).toMatch(option);
    expect(stdout).toMatch(args.length > 1 ? /Examples:\n +\$ npm run chancery -- / : /Exit codes: 0 done/);
  });

  it('lists every type of event that can be recorded', async () => {
    const { stdout } = await call(runProgram, ['record', '--help']);
    for (const type of [
      'InvitationReceived',
      'CharterSigned',
      'ActRetracted',
      'BodyRegistered',
      'SourceRegistered',
    ]) {
      expect(stdout).toContain(type);
    }
  });
});

it('a database that cannot be reached is not wrong usage', async () => {
  const { code, stderr } = await call(runProgram, ['show', 'KAZ']);
  expect(code).toBe(3);
  expect(stderr).toMatch(/^DATABASE_URL is not a PostgreSQL address[^\n]*\n$/);
});

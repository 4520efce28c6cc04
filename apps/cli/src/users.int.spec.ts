// Accounts from the command line, over a register of its own.
import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { call } from '../../../test/support/command-line.js';
import { testRegister, type TestRegister } from '../../../test/support/register.js';
import { runProgram } from './program.js';

// Passwords take their time, on a machine that has other things to do.
jest.setTimeout(60_000);

const HERE = { address: '127.0.0.1', userAgent: 'spec' };

let register: TestRegister;
beforeAll(async () => {
  register = await testRegister();
  register.setClock(new Date().toISOString());
});
afterAll(() => register.close());

const users = (...args: string[]) => call(runProgram, ['users', ...args], register.database);

async function printed(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await users(...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

/** The one line of a call that was refused. */
async function refused(code: number, ...args: string[]): Promise<string> {
  const called = await users(...args);
  expect({ code: called.code, stdout: called.stdout }).toEqual({ code, stdout: '' });
  return called.stderr.trimEnd();
}

describe('users', () => {
  it('are none at first', async () => {
    expect(await printed('list')).toBe('There is no account yet.\n');
    expect(JSON.parse(await printed('list', '--json'))).toEqual([]);
  });

  it('are added with a link by which they choose a password', async () => {
    const said = await printed(
      'add',
      'Amina',
      '--display-name',
      'Amina Saleh',
      '--role',
      'admin',
      '--role',
      'recorder',
    );
    const [, token] =
      /^amina chooses a password here, once, within seven days:\nhttp:\/\/127\.0\.0\.1:3000\/admin\/links\/([\w-]{43})\n$/.exec(
        said,
      )!;
    const { accounts, links, log } = register.accounts;
    const amina = await accounts.findByName('amina');
    expect(amina).toMatchObject({ displayName: 'Amina Saleh', roles: ['admin', 'recorder'] });
    await links.choosePassword(token!, 'a long enough one', HERE);
    const entries = await log.list({ account: amina!.id, limit: 9 });
    expect(entries.map(({ event, address }) => [event, address])).toEqual([
      ['password-set', '127.0.0.1'],
      ['link-made', 'command line'],
      ['account-added', 'command line'],
    ]);
  });

  it('are given another link, at the address that people know', async () => {
    process.env['CHANCERY_PUBLIC_URL'] = 'https://register.example.org/';
    try {
      const { link } = JSON.parse(await printed('link', 'amina', '--json'));
      expect(link).toMatch(/^https:\/\/register\.example\.org\/admin\/links\/[\w-]{43}$/);
    } finally {
      delete process.env['CHANCERY_PUBLIC_URL'];
    }
  });

  it('are disabled, enabled and given roles', async () => {
    await printed('add', 'badr', '--role', 'recorder');
    expect(await printed('disable', 'badr')).toBe('badr: disabled; roles: recorder.\n');
    expect(await refused(1, 'link', 'badr')).toBe('badr is disabled.');
    expect(await printed('enable', 'BADR')).toBe('badr: active; roles: recorder.\n');
    expect(await printed('roles', 'badr', 'auditor')).toBe('badr: active; roles: auditor.\n');
    expect(JSON.parse(await printed('roles', 'badr', '--json'))).toMatchObject({ name: 'badr', roles: [] });
  });

  it('are listed by name', async () => {
    expect(await printed('list')).toBe(
      [
        'name   shown as     roles            state   e-mail',
        '-----  -----------  ---------------  ------  ------',
        'amina  Amina Saleh  admin, recorder  active',
        'badr   badr                          active',
        '',
      ].join('\n'),
    );
    const listed = await printed('list', '--json');
    expect(JSON.parse(listed)).toHaveLength(2);
    expect(listed).not.toMatch(/argon2|password/);
  });

  it.each([
    [1, ['add', 'amina'], 'There is an account with this name already.'],
    [
      1,
      ['add', 'two words'],
      'A name takes letters, digits and . _ @ + -, and begins with a letter or a digit.',
    ],
    [1, ['add', 'x', '--email', 'nonsense'], 'This is not an e-mail address.'],
    [1, ['disable', 'amina'], 'This is the last admin; make somebody else one first.'],
    [1, ['roles', 'amina', 'recorder'], 'This is the last admin; make somebody else one first.'],
    [1, ['link', 'nobody'], 'There is no account nobody.'],
    [1, ['enable', 'nobody'], 'There is no account nobody.'],
  ])('end with %s: %j', async (code, args, line) => {
    expect(await refused(code, ...args)).toBe(line);
  });

  it.each([
    [['add'], /missing required argument 'name'/],
    [['add', 'x', '--role', 'king'], /Allowed choices are recorder, auditor, admin/],
    [['roles', 'amina', 'king'], /Allowed choices are recorder, auditor, admin/],
    [['nonsense'], /unknown command 'nonsense'/],
    [['list', '--color'], /unknown option '--color'/],
  ])('are asked for wrongly: %j', async (args, line) => {
    expect(await refused(2, ...args)).toMatch(line);
  });

  it('come with help', async () => {
    expect(await printed('--help')).toMatch(/^Usage: chancery users [\s\S]*Examples:/);
    expect(await printed('add', '--help')).toMatch(/^Usage: chancery users add /);
  });
});

// Signing in with an OpenID provider, and what must not get anybody in.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { Account } from '#application';
import {
  identityProvider,
  type Claims,
  type IdentityProvider,
} from '../../../../test/support/identity-provider.js';
import { testRegister, type TestRegister } from '../../../../test/support/register.js';
import { ask, type Answer } from '../../../../test/support/rest.js';
import { listening, webOver, type Web } from '../../../../test/support/web.js';
import { WebModule } from '../web.module.js';

// Passwords take their time, on a machine that has other things to do.
jest.setTimeout(60_000);

const HERE = { address: '127.0.0.1', userAgent: 'spec' };
const HALVES = { rest: false, pages: true, admin: true };

let provider: IdentityProvider;
let register: TestRegister;
let web: Web;
beforeAll(async () => {
  provider = await identityProvider();
  register = await testRegister();
  web = await listening(WebModule.of(HALVES, { oidc: provider }), register);
});
afterAll(async () => {
  await web.close();
  await register.close();
  await provider.close();
});

/** What is refused is in the log of the program too. */
const logged: string[] = [];
beforeEach(() =>
  Logger.overrideLogger({ warn: (text: string) => logged.push(text), error: console.error, log: () => 0 }),
);
afterEach(() => {
  logged.length = 0;
  Logger.overrideLogger(['error', 'warn']);
});

let count = 0;
async function account(email: string | null = null): Promise<Account> {
  const name = `officer-${String((count += 1))}`;
  return register.accounts.accounts.add({ name, displayName: name, roles: ['recorder'], email }, HERE);
}

const cookieOf = (answer: Answer, name: string): string =>
  new RegExp(`${name}=[^;]*`).exec(String(answer.headers['set-cookie']))?.[0] ?? '';
const sessionOf = (answer: Answer): string | undefined =>
  /__Host-chancery=[\w-]{43}/.exec(String(answer.headers['set-cookie']))?.[0];

interface Away {
  /** Where the provider sent the browser back to. */
  readonly back: string;
  /** The cookie that it took along. */
  readonly cookie: string;
}

/** To the provider and up to the way back. */
async function away(claims: Claims, then = '/admin/account'): Promise<Away> {
  provider.is(claims);
  const begun = await web.get(`/admin/sign-in/provider?then=${encodeURIComponent(then)}`);
  expect(begun.status).toBe(303);
  const to = new URL(begun.headers['location']!);
  expect(to.origin).toBe(provider.issuer);
  const there = await ask(Number(to.port), 'GET', to.pathname + to.search);
  const back = new URL(there.headers['location']!);
  expect(back.host).toBe(`127.0.0.1:${String(web.port)}`);
  return { back: back.pathname + back.search, cookie: cookieOf(begun, '__Host-chancery-provider') };
}

const comeBack = ({ back, cookie }: Away) => web.get(back, { cookie });
const goThrough = async (claims: Claims, then?: string) => comeBack(await away(claims, then));

async function expectNobody(answer: Answer, status: number): Promise<void> {
  expect([answer.status, sessionOf(answer)]).toEqual([status, undefined]);
  expect(answer.text).toContain('role="alert"');
}

describe('a provider', () => {
  it('is offered where it is configured, and only there', async () => {
    const { host } = new URL(provider.issuer);
    expect((await web.get('/admin/sign-in')).text).toContain(`Sign in with ${host}`);
    const without = await webOver(register);
    expect((await without.get('/admin/sign-in')).text).not.toContain('/admin/sign-in/provider');
    for (const path of ['/admin/sign-in/provider', '/admin/sign-in/provider/back?code=x&state=y']) {
      expect((await without.get(path)).status).toBe(404);
    }
    await without.close();
  });

  it('links an account by the verified address that an admin has entered, and from then on knows it by subject', async () => {
    const { id, name } = await account('amina@example.org');
    const first = await goThrough({ sub: 'amina-1', email: 'Amina@Example.org', email_verified: true });
    expect([first.status, first.headers['location']]).toEqual([303, '/admin/account']);
    expect((await web.get('/admin/account', { cookie: sessionOf(first)! })).text).toContain(name);
    await register.accounts.accounts.setEmail(id, null, HERE);
    const second = await goThrough({ sub: 'amina-1', email: 'changed@example.org', email_verified: true });
    expect(sessionOf(second)).toBeDefined();
    expect((await register.accounts.log.list({ account: id, limit: 9 })).map(({ event }) => event)).toEqual([
      'signed-in',
      'email-set',
      'signed-in',
      'oidc-linked',
      'account-added',
    ]);
  });

  it('goes on to a page of this site only', async () => {
    await account('then@example.org');
    const claims = { sub: 'then', email: 'then@example.org', email_verified: true };
    expect((await goThrough(claims, '//evil.example')).headers['location']).toBe('/admin');
  });
});

describe('nobody is let in', () => {
  it('for having an account at the provider alone', async () => {
    await expectNobody(
      await goThrough({ sub: 'stranger', email: 'stranger@example.org', email_verified: true }),
      403,
    );
  });

  it('by an address that the provider has not verified', async () => {
    await account('badr@example.org');
    for (const claims of [
      { sub: 'badr', email: 'badr@example.org' },
      { sub: 'badr', email: 'badr@example.org', email_verified: false },
      { sub: 'badr', email: 'badr@example.org', email_verified: 'true' as never },
      { sub: 'badr' },
    ]) {
      await expectNobody(await goThrough(claims), 403);
    }
  });

  it('by the address of an account that belongs to another subject', async () => {
    await account('casim@example.org');
    expect(
      sessionOf(await goThrough({ sub: 'casim', email: 'casim@example.org', email_verified: true })),
    ).toBeDefined();
    await expectNobody(
      await goThrough({ sub: 'other', email: 'casim@example.org', email_verified: true }),
      403,
    );
  });

  it('to an account that is disabled', async () => {
    const { id } = await account('dalia@example.org');
    const claims = { sub: 'dalia', email: 'dalia@example.org', email_verified: true };
    await goThrough(claims);
    await register.accounts.accounts.disable(id, HERE);
    await expectNobody(await goThrough(claims), 403);
  });

  describe('by what is forged or old', () => {
    const CLAIMS = { sub: 'emir', email: 'emir@example.org', email_verified: true };
    beforeAll(() => account('emir@example.org'));

    it.each([
      ['signed by another key', { foreignKey: true }],
      ['for another program', { claims: { aud: 'other' } }],
      ['of another provider', { claims: { iss: 'https://evil.example' } }],
      ['of another attempt', { claims: { nonce: 'x'.repeat(43) } }],
      ['that has expired', { claims: { exp: 1_000_000_000 } }],
      ['without a subject', { claims: { sub: undefined } }],
    ])('a token %s', async (_what, how) => {
      const there = await away(CLAIMS);
      provider.bend(how);
      await expectNobody(await comeBack(there), 400);
      expect(logged.join()).toMatch(/^Signing in with the OpenID provider failed: /);
    });

    it('a way back that was gone already', async () => {
      const there = await away(CLAIMS);
      expect(sessionOf(await comeBack(there))).toBeDefined();
      await expectNobody(await comeBack(there), 400);
    });

    it('a way back in another browser, or one that has never set out', async () => {
      const there = await away(CLAIMS);
      await expectNobody(await web.get(there.back), 400);
      const { cookie } = await away(CLAIMS);
      await expectNobody(await comeBack({ ...there, cookie }), 400);
      await expectNobody(await web.get(there.back, { cookie: '__Host-chancery-provider=e30' }), 400);
      await expectNobody(await web.get(there.back, { cookie: '__Host-chancery-provider=%00' }), 400);
    });

    it('a refusal of the provider', async () => {
      const { cookie, back } = await away(CLAIMS);
      const { searchParams } = new URL(back, provider.issuer);
      const refused = `/admin/sign-in/provider/back?error=access_denied&state=${searchParams.get('state')!}`;
      await expectNobody(await web.get(refused, { cookie }), 400);
    });
  });

  it('where the provider does not answer; and a password still does', async () => {
    const gone = await identityProvider();
    await gone.close();
    const lonely = await listening(WebModule.of(HALVES, { oidc: gone }), register);
    const answer = await lonely.get('/admin/sign-in/provider');
    await expectNobody(answer, 503);
    expect(answer.text).toContain('The provider does not answer as it should.');
    await lonely.close();
  });
});

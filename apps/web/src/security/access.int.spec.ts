// Every address of the web, and who may open it: taken from the router itself, so that none can be forgotten.
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { AccountRole } from '#application';
import { signedIn, type SignedInVisitor } from '../../../../test/support/signed-in.js';
import { testRegister, type TestRegister } from '../../../../test/support/register.js';
import { webOver, type Web } from '../../../../test/support/web.js';
import type { Answer } from '../../../../test/support/rest.js';
import { WebModule } from '../web.module.js';
import { ACCESS, type Access } from './access.js';

// Passwords take their time, on a machine that has other things to do.
jest.setTimeout(60_000);

interface Route {
  readonly method: string;
  readonly url: string;
  readonly access: readonly Access[] | undefined;
}

const PEOPLE: readonly (readonly [name: string, roles: readonly AccountRole[] | undefined])[] = [
  ['a stranger', undefined],
  ['an account without roles', []],
  ['a recorder', ['recorder']],
  ['an auditor', ['auditor']],
  ['an admin', ['admin']],
];

let register: TestRegister;
let web: Web;
let routes: Route[];
beforeAll(async () => {
  register = await testRegister();
  web = await webOver(register);
  routes = routesOf(web);
}, 60_000);
afterAll(async () => {
  await web.close();
  await register.close();
});

/** Nest's own metadata of each handler of the web's controllers. */
function routesOf({ app }: Web): Route[] {
  const modules = [...app.get(ModulesContainer).values()].filter(({ metatype }) => metatype === WebModule);
  return modules.flatMap(({ controllers }) =>
    [...controllers.values()].flatMap(({ metatype }) => {
      const { prototype } = metatype as { prototype: Record<string, object> };
      return new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name]!;
        const path = Reflect.getMetadata(PATH_METADATA, handler) as string | undefined;
        if (path === undefined) return [];
        const base = Reflect.getMetadata(PATH_METADATA, metatype as object) as string;
        const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number]!;
        const url = `/${base}/${path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
        const access = (Reflect.getMetadata(ACCESS, handler) ??
          Reflect.getMetadata(ACCESS, metatype as object)) as Access[] | undefined;
        return [{ method, url, access }];
      });
    }),
  );
}

const nameOf = ({ method, url }: Route) => `${method} ${url}`;
const addressOf = ({ url }: Route) => url.replace(/:[^/]+/g, 'x').replace(/\*/g, 'x');

const isOpenTo = ({ access = [] }: Route, roles: readonly AccountRole[] | undefined) =>
  access.includes('public') ||
  (roles !== undefined && (access.includes('signed-in') || roles.some((role) => access.includes(role))));

/** Sent away: to sign in, or told that it is not for them. */
const isRefusal = ({ status, headers }: Answer) =>
  status === 401 ||
  status === 403 ||
  (status === 303 && /^\/admin\/sign-in\?then=/.test(headers['location'] ?? ''));

const send = (who: Pick<Web, 'get' | 'post'>, route: Route) =>
  route.method === 'GET' ? who.get(addressOf(route)) : who.post(addressOf(route));

describe('every address', () => {
  it('is one of a controller that the guard knows', () => {
    const known = routes.map(nameOf);
    const asked = web.routes.filter((route) => !route.startsWith('OPTIONS '));
    expect([...new Set(asked)].sort()).toEqual([...new Set(known)].sort());
    expect(known.length).toBeGreaterThan(20);
  });

  it('says who may open it', () => {
    expect(routes.filter(({ access }) => !access?.length).map(nameOf)).toEqual([]);
  });

  it('reads or posts: no other method is answered', () => {
    expect(routes.filter(({ method }) => method !== 'GET' && method !== 'POST').map(nameOf)).toEqual([]);
  });

  it('below /admin is open to strangers only where they come in', () => {
    const open = routes.filter(({ url, access }) => url.startsWith('/admin') && access?.includes('public'));
    expect([...new Set(open.map(({ url }) => url))].sort()).toEqual(COMING_IN);
  });

  it('that changes something lies below /admin', () => {
    expect(
      routes.filter(({ method, url }) => method === 'POST' && !url.startsWith('/admin')).map(nameOf),
    ).toEqual([]);
  });
});

/** What the addresses below a path are open to, as one list each. */
const openBelow = (path: string, method: string) => [
  ...new Set(
    routes
      .filter((route) => route.method === method && route.url.startsWith(path))
      .map(({ access }) => [...(access ?? [])].sort().join(' ')),
  ),
];

describe('roles', () => {
  it('are apart: only admins manage accounts, only recorders record acts', () => {
    expect(openBelow('/admin/users', 'POST')).toEqual(['admin']);
    expect(openBelow('/admin/users', 'GET')).toEqual(['admin']);
    expect(openBelow('/admin/record', 'POST')).toEqual(['recorder']);
  });

  it('let an auditor post about their own account and the audit alone', () => {
    const posts = routes.filter(
      ({ method, access }) =>
        method === 'POST' && (access?.includes('auditor') || access?.includes('signed-in')),
    );
    const own = /^\/admin\/(sign-out$|account\/|audit\/)/;
    expect(posts.filter(({ url }) => !own.test(url)).map(nameOf)).toEqual([]);
  });
});

/** Where there is no session yet. */
const COMING_IN = [
  '/admin/links/:token',
  '/admin/sign-in',
  '/admin/sign-in/provider',
  '/admin/sign-in/provider/back',
];

describe.each(PEOPLE)('%s', (_name, roles) => {
  it('is let in where the address says so, and nowhere else', async () => {
    const wrong: string[] = [];
    for (const route of routes) {
      // Some end the session that they are sent with.
      const who = roles === undefined ? web : await signedIn(register, web, ...roles);
      const answer = await send(who, route);
      if (isRefusal(answer) === isOpenTo(route, roles))
        wrong.push(`${nameOf(route)}: ${String(answer.status)}`);
      if (answer.status >= 500) wrong.push(`${nameOf(route)}: ${answer.text}`);
    }
    expect(wrong).toEqual([]);
  }, 120_000);
});

describe('every address that changes something', () => {
  const posts = () => routes.filter(({ method }) => method === 'POST');
  const everybody = () => signedIn(register, web, 'recorder', 'auditor', 'admin');

  it.each<readonly [string, Record<string, string | undefined>]>([
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
    ['from a sister site', { 'sec-fetch-site': 'same-site' }],
    ['by hand, from no site', { 'sec-fetch-site': 'none' }],
    ['from another origin', { 'sec-fetch-site': undefined, origin: 'https://example.org' }],
    ['from nowhere', { 'sec-fetch-site': undefined, origin: 'null' }],
    ['without a word on where from', { 'sec-fetch-site': undefined }],
  ])('refuses a post %s', async (_from, headers) => {
    const who = await everybody();
    for (const route of posts()) {
      const answer = await who.post(addressOf(route), {}, headers);
      expect([nameOf(route), answer.status]).toEqual([nameOf(route), 403]);
    }
    expect(await register.accounts.sessions.find(who.token)).toBeDefined();
  });

  it.each<readonly [string, Record<string, string>]>([
    ['no key', { _csrf: '' }],
    ['the key of another session', {}],
  ])('refuses a form with %s', async (_what, fields) => {
    const [who, other] = [await everybody(), await everybody()];
    for (const route of posts()) {
      const answer = await who.post(addressOf(route), { _csrf: other.csrf, ...fields });
      expect([nameOf(route), answer.status]).toEqual([nameOf(route), 403]);
    }
    expect(await register.accounts.sessions.find(who.token)).toBeDefined();
  });

  it.each(['text/plain', 'application/json', 'application/xml', 'multipart/form-data; boundary=x'])(
    'refuses what no form here sends: %s',
    async (type) => {
      const who = await everybody();
      for (const route of posts()) {
        const { status } = await who.post(addressOf(route), { _csrf: who.csrf }, { 'content-type': type });
        expect([nameOf(route), status >= 400 && status < 500]).toEqual([nameOf(route), true]);
      }
      expect(await register.accounts.sessions.find(who.token)).toBeDefined();
    },
  );
});

it('an account without a word of its roles is the weakest', async () => {
  const nobody: SignedInVisitor = await signedIn(register, web);
  expect(nobody.account.roles).toEqual([]);
});

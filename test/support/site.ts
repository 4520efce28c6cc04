// The whole program over a register of its own, as a browser finds it: pages and REST on one free port.
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AccountRole, Register } from '#application';
import type { Halves, Limits } from '#web';
import type { Look } from './browser.js';
import type { Filling } from './database.js';
import { demo } from './demo.js';
import { testRegister, type TestRegister } from './register.js';
import { signedIn, type SignedInVisitor } from './signed-in.js';
import { askedAt, routesOf, type Web } from './web.js';

export interface Site extends Pick<Web, 'get' | 'post'> {
  /** `http://127.0.0.1:port`, without a slash at its end. */
  readonly address: string;
  readonly register: TestRegister;
  readonly app: NestFastifyApplication;
  /** A session of a new account with these roles, for `open(address, { cookie })`. */
  cookieOf(...roles: AccountRole[]): Promise<Cookie>;
  /** Of a session that is there already. */
  cookieFor(visitor: Pick<SignedInVisitor, 'token'>): Cookie;
  /** Every address that is answered, as the router has it: `GET /states/:code`. */
  readonly routes: readonly string[];
  close(): Promise<void>;
}

export type Cookie = NonNullable<Look['cookie']>;

const ALL: Halves = { rest: true, pages: true, admin: true };
/** A spec asks more often than people do. */
const MANY: Limits = { reads: 100_000, changes: 100_000 };

const cookieFor = ({ token }: Pick<SignedInVisitor, 'token'>): Cookie => ({
  name: '__Host-chancery',
  value: token,
});

/** Over an empty register, or one that is filled; what is recorded is projected as it comes. */
export async function testSite(filling?: Filling, limits = MANY, halves = ALL): Promise<Site> {
  const register = await testRegister(filling);
  register.projector.start();
  // The composition root is a program and has no door for others, so that its part is reached for by name.
  const part = '../../apps/tracker/src/tracker.module.js';
  const { trackerApplication } = (await import(part)) as {
    trackerApplication: (
      register: Register,
      halves: Halves,
      limits: Limits,
    ) => Promise<NestFastifyApplication>;
  };
  const app = await trackerApplication(register, halves, limits);
  const routes = routesOf(app);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const asked = askedAt(port);
  return {
    ...asked,
    address: `http://127.0.0.1:${port}`,
    register,
    app,
    routes,
    cookieFor,
    cookieOf: async (...roles) => cookieFor(await signedIn(register, asked, ...roles)),
    close: async () => {
      app.getHttpServer().closeAllConnections();
      await app.close();
      await register.close();
    },
  };
}

/** Over the whole demo register. */
export const demoSite = (): Promise<Site> => testSite(demo);

// The web over a register of its own, asked as a browser asks: over HTTP, with a cookie, from the site itself.
import type { AddressInfo } from 'node:net';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { RegisterModule, type Register } from '#application';
import { httpApplication } from '#rest-api';
import { ErrorPageFilter, prepareForPages, WebModule, type Halves, type Limits } from '#web';
import { ask, type Answer } from './rest.js';

@Module({})
class WebAlone {}

export interface Web {
  readonly port: number;
  readonly app: NestFastifyApplication;
  /** Every address that is answered, as the router has it: `GET /states/:code`. */
  readonly routes: readonly string[];
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** A form, sent as a browser sends one of this site unless the headers say otherwise; one that is undefined is left out. */
  post(
    path: string,
    fields?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string | undefined>>,
  ): Promise<Answer>;
  close(): Promise<void>;
}

export const FROM_HERE = { 'sec-fetch-site': 'same-origin' } as const;
const FORM = { 'content-type': 'application/x-www-form-urlencoded' } as const;
const BOTH: Halves = { rest: false, pages: true, admin: true };
/** A spec asks more often than people do. */
const MANY: Limits = { reads: 100_000, changes: 100_000 };

/** Listens on a free port of this machine. */
export async function webOver(register: Register, halves = BOTH, limits = MANY): Promise<Web> {
  return listening(WebModule.of(halves), register, halves, limits);
}

/** Any module of pages in place of the program's own. */
export async function listening(
  pages: DynamicModule,
  register: Register,
  halves = BOTH,
  limits = MANY,
  trustedProxies: string[] = [],
): Promise<Web> {
  const module = {
    module: WebAlone,
    imports: [RegisterModule.over(register), pages],
    providers: [{ provide: APP_FILTER, useClass: ErrorPageFilter }],
  };
  const app = await httpApplication(module, undefined, trustedProxies);
  await prepareForPages(app, halves, limits);
  const routes = routesOf(app);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  return {
    port,
    app,
    routes,
    ...askedAt(port),
    close: () => app.close(),
  };
}

/** Every address that is answered, in the end: call it before the application is started. */
export function routesOf(app: NestFastifyApplication): readonly string[] {
  const routes: string[] = [];
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) if (one !== 'HEAD') routes.push(`${one} ${url}`);
    });
  return routes;
}

/** Asks whatever listens there. */
export const askedAt = (port: number): Pick<Web, 'get' | 'post'> => ({
  get: (path, headers) => ask(port, 'GET', path, headers),
  post: (path, fields = {}, headers = {}) => {
    const all: Record<string, string | undefined> = { ...FROM_HERE, ...FORM, ...headers };
    const given = Object.entries(all).filter(([, value]) => value !== undefined);
    return ask(port, 'POST', path, Object.fromEntries(given), new URLSearchParams(fields).toString());
  },
});

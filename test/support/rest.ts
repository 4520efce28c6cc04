// The REST surface over a register of its own, asked as a stranger asks: over HTTP.
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { RegisterModule, type Register } from '#application';
import { httpApplication, ProblemFilter, RestApiModule } from '#rest-api';
import { demo } from './demo.js';
import { testRegister, type TestRegister } from './register.js';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  /** The body as JSON; undefined where it is empty. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what came over the wire, asserted as it comes
  readonly body: any;
}

export interface Rest {
  readonly port: number;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  send(method: string, path: string, headers?: Record<string, string>, body?: string): Promise<Answer>;
  close(): Promise<void>;
}

/** The path goes over the wire as it is given, without a header that was not given. */
export function ask(
  port: number,
  method: string,
  path: string,
  headers = {},
  body?: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => {
        const { statusCode = 0, headers: given } = response;
        const json = /[/+]json/.test(given['content-type'] ?? '') && text !== '';
        resolve({
          status: statusCode,
          headers: given as Record<string, string | undefined>,
          text,
          body: json ? JSON.parse(text) : undefined,
        });
      });
    });
    call.on('error', reject).end(body);
  });
}

@Module({})
class RestAlone {}

/** Listens on a free port of this machine. */
export async function restOver(register: Register): Promise<Rest> {
  const app = await httpApplication({
    module: RestAlone,
    imports: [RegisterModule.over(register), RestApiModule],
    providers: [{ provide: APP_FILTER, useClass: ProblemFilter }],
  });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  return {
    port,
    get: (path, headers) => ask(port, 'GET', path, headers),
    send: (method, path, headers, body) => ask(port, method, path, headers, body),
    close: () => app.close(),
  };
}

export interface DemoRest extends Rest {
  readonly register: TestRegister;
}

/** Over the demo register, all of it projected; its projections do not run on. */
export async function demoRest(): Promise<DemoRest> {
  const register = await testRegister(demo);
  const rest = await restOver(register);
  return {
    ...rest,
    register,
    close: async () => {
      await rest.close();
      await register.close();
    },
  };
}

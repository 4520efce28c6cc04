import { Catch, Module, type ArgumentsHost, type DynamicModule, type ExceptionFilter } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { RegisterModule, type Config, type Register } from '#application';
import {
  httpApplication,
  ProblemFilter,
  RestApiModule,
  sendFrameworkError,
  type FrameworkErrors,
} from '#rest-api';
import {
  ErrorPageFilter,
  prepareForPages,
  WebModule,
  type Halves,
  type Limits,
  type WebSettings,
} from '#web';

/** What no controller has caught: problem+json for programs, a page for people. */
@Catch()
class LastFilter implements ExceptionFilter {
  private readonly problems = new ProblemFilter();
  private readonly pages = new ErrorPageFilter();

  constructor(private readonly halves: Halves) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    (isForPeople(request, this.halves) ? this.pages : this.problems).catch(error, host);
  }
}

const isForPeople = ({ url }: FastifyRequest, { pages, admin }: Halves): boolean =>
  (pages || admin) && !/^\/(api|livez|readyz)\b/.test(url);

/** What Fastify refuses before any handler, likewise. */
const frameworkErrors =
  (halves: Halves): FrameworkErrors =>
  (error, request, reply) => {
    if (isForPeople(request, halves)) new ErrorPageFilter().send(error, request, reply);
    else sendFrameworkError(error, request, reply);
  };

/** Everything that is served, in one process, over an open register. */
@Module({})
export class TrackerModule {
  static over(register: Register, halves: Halves, settings?: WebSettings): DynamicModule {
    return {
      module: TrackerModule,
      imports: [
        RegisterModule.over(register),
        ...(halves.rest ? [RestApiModule] : []),
        WebModule.of(halves, settings),
      ],
      providers: [{ provide: APP_FILTER, useFactory: () => new LastFilter(halves) }],
    };
  }
}

/** Ready to listen. */
export async function trackerApplication(
  register: Register,
  halves: Halves,
  limits?: Limits,
  config: WebSettings & Pick<Config, 'trustedProxies'> = {},
): Promise<NestFastifyApplication> {
  const app = await httpApplication(
    TrackerModule.over(register, halves, config),
    frameworkErrors(halves),
    config.trustedProxies,
  );
  await prepareForPages(app, halves, limits);
  return app;
}

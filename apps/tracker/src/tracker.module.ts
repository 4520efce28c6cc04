import { Catch, Module, type ArgumentsHost, type DynamicModule, type ExceptionFilter } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { RegisterModule, type Register } from '#application';
import { ProblemFilter, RestApiModule } from '#rest-api';
import { ErrorPageFilter, WebModule, type Halves } from '#web';

/** What no controller has caught: problem+json for programs, a page for people. */
@Catch()
class LastFilter implements ExceptionFilter {
  private readonly problems = new ProblemFilter();
  private readonly pages = new ErrorPageFilter();

  constructor(private readonly halves: Halves) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const { url } = host.switchToHttp().getRequest<FastifyRequest>();
    const forPeople = (this.halves.pages || this.halves.admin) && !/^\/(api|livez|readyz)\b/.test(url);
    (forPeople ? this.pages : this.problems).catch(error, host);
  }
}

/** Everything that is served, in one process, over an open register. */
@Module({})
export class TrackerModule {
  static over(register: Register, halves: Halves): DynamicModule {
    return {
      module: TrackerModule,
      imports: [RegisterModule.over(register), ...(halves.rest ? [RestApiModule] : []), WebModule.of(halves)],
      providers: [{ provide: APP_FILTER, useFactory: () => new LastFilter(halves) }],
    };
  }
}

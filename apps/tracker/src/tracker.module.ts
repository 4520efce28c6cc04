import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { RegisterModule, type Register } from '#application';
import { ProblemFilter, RestApiModule } from '#rest-api';
import { WebModule } from '#web';

/** Everything in one process, over an open register. */
@Module({})
export class TrackerModule {
  static over(register: Register): DynamicModule {
    return {
      module: TrackerModule,
      imports: [RegisterModule.over(register), RestApiModule, WebModule],
      providers: [{ provide: APP_FILTER, useClass: ProblemFilter }],
    };
  }
}

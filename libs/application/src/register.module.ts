import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { MembershipHandler } from './commands/membership.handler.js';
import { BodyHandler, ContactHandler, SourceHandler, StateHandler } from './commands/register.handlers.js';
import type { Register } from './open-register.js';
import { ClockReader } from './reading/clocks.js';
import { ARCHIVE, CLOCK, EVENT_STORE, READER } from './tokens.js';

/**
 * An open register for the modules of a Nest application: the command bus with its handlers, the log, the reader, and
 * the clocks of a request.
 */
@Global()
@Module({})
export class RegisterModule {
  static over(register: Register): DynamicModule {
    return {
      module: RegisterModule,
      imports: [CqrsModule.forRoot()],
      providers: [
        { provide: EVENT_STORE, useValue: register.store },
        { provide: READER, useValue: register.reader },
        { provide: ARCHIVE, useValue: register.archive },
        { provide: CLOCK, useValue: register.clock },
        ClockReader,
        MembershipHandler,
        BodyHandler,
        StateHandler,
        SourceHandler,
        ContactHandler,
      ],
      exports: [CqrsModule, ClockReader, EVENT_STORE, READER, ARCHIVE, CLOCK],
    };
  }
}

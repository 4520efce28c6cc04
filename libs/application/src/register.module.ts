import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { MembershipHandler } from './commands/membership.handler.js';
import { BodyHandler, ContactHandler, SourceHandler, StateHandler } from './commands/register.handlers.js';
import { AccountLog } from './accounts/account-log.js';
import { Accounts } from './accounts/accounts.js';
import { Drafts } from './accounts/drafts.js';
import { JobRunner } from './accounts/job-runner.js';
import { Jobs } from './accounts/jobs.js';
import { Links } from './accounts/links.js';
import { Sessions } from './accounts/sessions.js';
import { SignIn } from './accounts/sign-in.js';
import { Replays } from './audit/replays.js';
import type { Register } from './open-register.js';
import { MembershipDesk } from './desk/membership-desk.js';
import { ClockReader } from './reading/clocks.js';
import { ARCHIVE, CLOCK, EVENT_STORE, READER } from './tokens.js';

/**
 * An open register for the modules of a Nest application: the command bus with its handlers, the log, the reader, and
 * the clocks of a request, and all about accounts, each by its class.
 */
@Global()
@Module({})
export class RegisterModule {
  static over(register: Register): DynamicModule {
    const parts = partsOf(register);
    return {
      module: RegisterModule,
      imports: [CqrsModule.forRoot()],
      providers: [
        { provide: EVENT_STORE, useValue: register.store },
        { provide: READER, useValue: register.reader },
        { provide: ARCHIVE, useValue: register.archive },
        { provide: CLOCK, useValue: register.clock },
        ClockReader,
        MembershipDesk,
        ...parts,
        MembershipHandler,
        BodyHandler,
        StateHandler,
        SourceHandler,
        ContactHandler,
      ],
      exports: [
        CqrsModule,
        ClockReader,
        MembershipDesk,
        EVENT_STORE,
        READER,
        ARCHIVE,
        CLOCK,
        ...parts.map(({ provide }) => provide),
      ],
    };
  }
}

function partsOf(register: Register) {
  const { accounts: store } = register;
  const runner = new JobRunner(store.jobs);
  return [
    { provide: Accounts, useValue: store.accounts },
    { provide: Sessions, useValue: store.sessions },
    { provide: SignIn, useValue: store.signIn },
    { provide: Links, useValue: store.links },
    { provide: Drafts, useValue: store.drafts },
    { provide: Jobs, useValue: store.jobs },
    { provide: AccountLog, useValue: store.log },
    { provide: JobRunner, useValue: runner },
    { provide: Replays, useValue: new Replays(register, runner) },
  ];
}

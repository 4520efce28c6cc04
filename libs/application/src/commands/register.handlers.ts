// The registers of bodies, states and sources: one envelope and one handler each.
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EventStore } from '#event-store';
import {
  bodyStream,
  decideBody,
  decideSource,
  decideState,
  evolveBody,
  evolveSource,
  evolveState,
  initialBody,
  initialSource,
  initialState,
  sourceStream,
  stateStream,
  type BodyCommand,
  type BodyEvent,
  type SourceCommand,
  type SourceEvent,
  type StateCommand,
  type StateEvent,
} from '#register';
import { EVENT_STORE } from '../tokens.js';
import { carryOut } from './carry-out.js';
import type { Envelope, Outcome } from './envelope.js';

export class ForBody extends Command<Outcome> {
  constructor(
    readonly slug: string,
    readonly command: BodyCommand,
    readonly envelope: Envelope,
  ) {
    super();
  }
}

@CommandHandler(ForBody)
export class BodyHandler implements ICommandHandler<ForBody> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ slug, command, envelope }: ForBody): Promise<Outcome> {
    const streamId = bodyStream(slug);
    return carryOut(
      this.store,
      {
        streamId,
        command,
        decide: (streams) => {
          const events = (streams.get(streamId) ?? []) as unknown as BodyEvent[];
          return decideBody(command, events.reduce(evolveBody, initialBody));
        },
      },
      envelope,
    );
  }
}

export class ForState extends Command<Outcome> {
  constructor(
    readonly code: string,
    readonly command: StateCommand,
    readonly envelope: Envelope,
  ) {
    super();
  }
}

@CommandHandler(ForState)
export class StateHandler implements ICommandHandler<ForState> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ code, command, envelope }: ForState): Promise<Outcome> {
    const streamId = stateStream(code);
    return carryOut(
      this.store,
      {
        streamId,
        command,
        decide: (streams) => {
          const events = (streams.get(streamId) ?? []) as unknown as StateEvent[];
          return decideState(command, events.reduce(evolveState, initialState));
        },
      },
      envelope,
    );
  }
}

export class ForSource extends Command<Outcome> {
  constructor(
    readonly id: string,
    readonly command: SourceCommand,
    readonly envelope: Envelope,
  ) {
    super();
  }
}

@CommandHandler(ForSource)
export class SourceHandler implements ICommandHandler<ForSource> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ id, command, envelope }: ForSource): Promise<Outcome> {
    const streamId = sourceStream(id);
    return carryOut(
      this.store,
      {
        streamId,
        command,
        decide: (streams) => {
          const events = (streams.get(streamId) ?? []) as unknown as SourceEvent[];
          return decideSource(command, events.reduce(evolveSource, initialSource));
        },
      },
      envelope,
    );
  }
}

// The registers of bodies, states, sources and contacts: one envelope and one handler each.
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EventStore, NewEvent, StoredEvent } from '#event-store';
import {
  bodyStream,
  contactStream,
  decideBody,
  decideContact,
  decideSource,
  decideState,
  evolveBody,
  evolveContact,
  evolveSource,
  evolveState,
  initialBody,
  initialContact,
  initialSource,
  initialState,
  sourceStream,
  stateStream,
  type Body,
  type BodyCommand,
  type Contact,
  type ContactCommand,
  type Source,
  type SourceCommand,
  type State,
  type StateCommand,
} from '#register';
import { CLOCK, EVENT_STORE, type Clock } from '../tokens.js';
import { carryOut, citationsIn, fold } from './carry-out.js';
import type { Envelope, Outcome } from './envelope.js';
import type { Refusal } from './refused.js';

type Decide = (streams: ReadonlyMap<string, StoredEvent[]>) => readonly NewEvent[] | Refusal;

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
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ slug, command, envelope }: ForBody): Promise<Outcome> {
    const streamId = bodyStream(slug);
    const cited = citationsIn(command);
    const decide: Decide = (streams) =>
      unknownSource(streams, cited) ??
      decideBody(command, fold<Body>(streams, streamId, evolveBody, initialBody), {
        today: dayOf(this.clock()),
      });
    return carryOut(this.store, { streamId, reads: cited.map(sourceStream), command, decide }, envelope);
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
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ code, command, envelope }: ForState): Promise<Outcome> {
    const streamId = stateStream(code);
    const cited = citationsIn(command);
    const decide: Decide = (streams) =>
      unknownSource(streams, cited) ??
      decideState(command, fold<State>(streams, streamId, evolveState, initialState), {
        today: dayOf(this.clock()),
      });
    return carryOut(this.store, { streamId, reads: cited.map(sourceStream), command, decide }, envelope);
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
    const cited = citationsIn(command);
    const decide: Decide = (streams) =>
      unknownSource(streams, cited) ??
      decideSource(command, fold<Source>(streams, streamId, evolveSource, initialSource));
    return carryOut(this.store, { streamId, reads: cited.map(sourceStream), command, decide }, envelope);
  }
}

export class ForContact extends Command<Outcome> {
  constructor(
    readonly id: string,
    readonly command: ContactCommand,
    readonly envelope: Envelope,
  ) {
    super();
  }
}

@CommandHandler(ForContact)
export class ContactHandler implements ICommandHandler<ForContact> {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ id, command, envelope }: ForContact): Promise<Outcome> {
    const streamId = contactStream(id);
    const cited = citationsIn(command);
    const decide: Decide = (streams) =>
      unknownSource(streams, cited) ??
      decideContact(command, fold<Contact>(streams, streamId, evolveContact, initialContact), {
        today: dayOf(this.clock()),
      });
    return carryOut(this.store, { streamId, reads: cited.map(sourceStream), command, decide }, envelope);
  }
}

const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);

/** What is cited must be there first. */
function unknownSource(
  streams: ReadonlyMap<string, StoredEvent[]>,
  cited: readonly string[],
): Refusal | undefined {
  const source = cited.find((id) => !streams.has(sourceStream(id)));
  return source === undefined ? undefined : { code: 'unknown-source', source };
}

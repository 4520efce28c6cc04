import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EventStore, StoredEvent } from '#event-store';
import {
  bodyStream,
  decide,
  evolve,
  evolveBody,
  factsOf,
  initial,
  initialBody,
  membershipStream,
  sourceStream,
  stateStream,
  type BodyEvent,
  type MembershipCommand,
  type MembershipEvent,
} from '#register';
import { CLOCK, EVENT_STORE, type Clock } from '../tokens.js';
import { carryOut } from './carry-out.js';
import type { Envelope, Outcome } from './envelope.js';
import type { Refusal } from './refused.js';

/** A command to one membership: of one state in one body. */
export class ForMembership extends Command<Outcome> {
  constructor(
    readonly membership: { readonly body: string; readonly state: string },
    readonly command: MembershipCommand,
    readonly envelope: Envelope,
  ) {
    super();
  }
}

@CommandHandler(ForMembership)
export class MembershipHandler implements ICommandHandler<ForMembership> {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ membership: { body, state }, command, envelope }: ForMembership): Promise<Outcome> {
    const streamId = membershipStream(body, state);
    const cited = citedSources(command);
    const today = this.clock().toISOString().slice(0, 10);
    return carryOut(
      this.store,
      {
        streamId,
        reads: [stateStream(state), bodyStream(body), ...cited.map(sourceStream)],
        restsOn: [bodyStream(body)],
        command,
        decide: (streams) => {
          const facts = factsOf(
            eventsOf<BodyEvent>(streams, bodyStream(body)).reduce(evolveBody, initialBody),
          );
          if (!streams.has(stateStream(state))) return { code: 'unknown-state', state } satisfies Refusal;
          if (!facts) return { code: 'unknown-body', body } satisfies Refusal;
          const source = cited.find((id) => !streams.has(sourceStream(id)));
          if (source !== undefined) return { code: 'unknown-source', source } satisfies Refusal;
          const line = eventsOf<MembershipEvent>(streams, streamId).reduce(evolve, initial);
          return decide(command, line, { state, body: facts, today });
        },
      },
      envelope,
    );
  }
}

function citedSources(command: MembershipCommand): string[] {
  const citations =
    command.type === 'RecordAct' ? command.act.data.sources : (command.retraction.sources ?? []);
  return [...new Set(citations.map(({ source }) => source))];
}

function eventsOf<Event>(
  streams: ReadonlyMap<string, StoredEvent[]>,
  streamId: string,
): (StoredEvent & Event)[] {
  return (streams.get(streamId) ?? []) as (StoredEvent & Event)[];
}

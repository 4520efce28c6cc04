import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EventStore } from '#event-store';
import {
  bodyStream,
  citedBy,
  decide,
  evolve,
  evolveBody,
  evolveState,
  factsOf,
  initial,
  initialBody,
  initialState,
  membershipStream,
  sourceStream,
  stateFactsOf,
  stateStream,
  type Body,
  type Membership,
  type MembershipCommand,
  type State,
} from '#register';
import { CLOCK, EVENT_STORE, type Clock } from '../tokens.js';
import { carryOut, fold } from './carry-out.js';
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
    const cited = citedBy(command.type === 'RecordAct' ? command.act : command.correction);
    const today = this.clock().toISOString().slice(0, 10);
    return carryOut(
      this.store,
      {
        streamId,
        reads: [stateStream(state), bodyStream(body), ...cited.map(sourceStream)],
        restsOn: [bodyStream(body), stateStream(state)],
        command,
        decide: (streams) => {
          const stateFacts = stateFactsOf(
            fold<State>(streams, stateStream(state), evolveState, initialState),
          );
          if (!stateFacts) return { code: 'unknown-state', state } satisfies Refusal;
          const facts = factsOf(fold<Body>(streams, bodyStream(body), evolveBody, initialBody));
          if (!facts) return { code: 'unknown-body', body } satisfies Refusal;
          const source = cited.find((id) => !streams.has(sourceStream(id)));
          if (source !== undefined) return { code: 'unknown-source', source } satisfies Refusal;
          const line = fold<Membership>(streams, streamId, evolve, initial);
          return decide(command, line, { state, stateFacts, body: facts, sources: new Map(), today });
        },
      },
      envelope,
    );
  }
}

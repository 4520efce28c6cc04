// Carries out what an officer has confirmed: the source first, then what cites it, each at most once.
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  ClockReader,
  EVENT_STORE,
  membershipCommand,
  Refused,
  sourceCommand,
  StoreError,
  type AnyCommand,
  type EventStore,
  type OpenMembership,
  type Outcome,
  type Refusal,
} from '#application';
import { Trouble } from '../page/trouble.js';
import { membershipStream, type MembershipEvent, type SourceRegistered } from '#register';

export interface Confirmed {
  readonly membership: { readonly body: string; readonly state: string };
  readonly event: MembershipEvent;
  /** To be registered first. */
  readonly register?: SourceRegistered['data'] | undefined;
  /** Sign-in name of who confirms. */
  readonly officer: string;
  /** The one-time key, a UUID: it becomes the id of the event, so that the event tells what became of the form. */
  readonly key: string;
  /** Version of the membership's stream that was seen. */
  readonly seen: number;
}

export type Recorded =
  | { readonly eventId: string; readonly position: number }
  /** All of it was on record already, by another event. */
  | 'nothing-new'
  | { readonly refusal: Refusal };

@Injectable()
export class Recorder {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(ClockReader) private readonly clocks: ClockReader,
  ) {}

  /** Registers a source; safe to repeat. Gives the position after which it is there, or why it was refused. */
  async register(
    source: SourceRegistered['data'],
    officer: string,
  ): Promise<{ position: number } | { refusal: Refusal }> {
    const event = { type: 'SourceRegistered' as const, data: source };
    try {
      return await this.give(sourceCommand(source.id, event, { actor: actorOf(officer) }));
    } catch (error) {
      return refusalIn(error);
    }
  }

  /** Records an event of a membership. A form that is sent twice, even at once, is recorded once and told so twice. */
  async record({ membership, event, officer, key, seen }: Confirmed): Promise<Recorded> {
    const envelope = {
      actor: actorOf(officer),
      idempotencyKey: `form:${key}`,
      eventId: key,
      expectedVersion: seen,
    };
    try {
      const { position, events } = await this.give(membershipCommand(membership, event, 'person', envelope));
      if (events.length > 0) return { eventId: key, position };
      return (await this.recordedAs(key, membership)) ?? 'nothing-new';
    } catch (error) {
      const earlier = await this.recordedAs(key, membership);
      if (earlier) return earlier;
      return refusalIn(error);
    }
  }

  /** The event that a form has become; undefined where it has not. */
  async recordedAs(
    key: string,
    { body, state }: Confirmed['membership'],
  ): Promise<{ eventId: string; position: number } | undefined> {
    const streamId = membershipStream(body, state);
    const events = (await this.store.readStreams([streamId])).get(streamId) ?? [];
    return events.find(({ eventId }) => eventId === key);
  }

  /** Waits until the tables have taken in what was recorded. */
  async taken(position: number): Promise<void> {
    await this.clocks.resolve({ minPosition: position });
  }

  private give(command: AnyCommand): Promise<Outcome> {
    return this.commands.execute<AnyCommand, Outcome>(command);
  }
}

/** Known before anything is written: what was seen is not what is there any more. */
export const staleRefusal = ({ version }: OpenMembership, seen: number): { refusal: Refusal } | undefined =>
  version === seen ? undefined : { refusal: { code: 'stale-version', expected: seen, actual: version } };

const actorOf = (officer: string): string => `account:${officer}`;

/** What the domain refuses is said to the officer; a race that was lost to others to the end is one more of these. */
function refusalIn(error: unknown): { refusal: Refusal } {
  if (error instanceof Refused) return { refusal: error.refusal };
  if (error instanceof StoreError && error.code === 'wrong-version') {
    const { expected, actual } = error.facts;
    return { refusal: { code: 'stale-version', expected: Number(expected), actual: Number(actual) } };
  }
  // Its key was used for something else: the form was tampered with, or kept for too long.
  if (error instanceof StoreError && ['key-reused', 'duplicate-event-id'].includes(error.code)) {
    throw new Trouble('conflict');
  }
  throw error;
}

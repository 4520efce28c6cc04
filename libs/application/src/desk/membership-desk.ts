// What a person who is about to record sees beforehand: one membership with all that a decision on it rests on.
import { Inject, Injectable } from '@nestjs/common';
import type { EventStore, StoredEvent } from '#event-store';
import { countsOfBodies, projectedPosition, type Reader } from '#read-models';
import {
  bodyStream,
  citedBy,
  evolve,
  evolveBody,
  evolveSource,
  evolveState,
  factsOf,
  initial,
  initialBody,
  initialSource,
  initialState,
  membershipStream,
  sourceFactsOf,
  sourceStream,
  stateFactsOf,
  stateStream,
  type Body,
  type Counts,
  type Membership,
  type MembershipEvent,
  type Source,
  type SourceFacts,
  type State,
} from '#register';
import { fold } from '../commands/carry-out.js';
import { Refused } from '../commands/refused.js';
import { CLOCK, EVENT_STORE, READER, type Clock } from '../tokens.js';
import { OpenMembership } from './open-membership.js';

@Injectable()
export class MembershipDesk {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READER) private readonly reader: Reader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * One membership as the log has it now, for the same decisions that its command would meet. `cites` are ids of
   * registered sources that the act to be recorded cites; `planned` are sources that would be registered with it.
   * Throws `Refused` for a state, a body or a source that the register does not know.
   */
  async open(
    { body, state }: { readonly body: string; readonly state: string },
    cites: readonly string[] = [],
    planned: ReadonlyMap<string, Source> = new Map(),
  ): Promise<OpenMembership> {
    const streamId = membershipStream(body, state);
    const streams = await this.store.readStreams([streamId, stateStream(state), bodyStream(body)]);
    const stateFacts = stateFactsOf(fold<State>(streams, stateStream(state), evolveState, initialState));
    if (!stateFacts) throw new Refused({ code: 'unknown-state', state });
    const facts = factsOf(fold<Body>(streams, bodyStream(body), evolveBody, initialBody));
    if (!facts) throw new Refused({ code: 'unknown-body', body });
    const events = streams.get(streamId) ?? [];
    const sources = await this.sources(events, cites, planned);
    const today = this.clock().toISOString().slice(0, 10);
    return new OpenMembership({
      body,
      state,
      events,
      membership: fold<Membership>(streams, streamId, evolve, initial),
      circumstances: { state, stateFacts, body: facts, sources: factsOfAll(sources), today },
      sources,
      counts: await this.countsOf(body, today),
    });
  }

  private async sources(
    events: readonly StoredEvent[],
    cites: readonly string[],
    planned: ReadonlyMap<string, Source>,
  ): Promise<ReadonlyMap<string, Source>> {
    const cited = new Set([
      ...events.flatMap((event) => citedBy(event as unknown as MembershipEvent)),
      ...cites,
    ]);
    const streams = await this.store.readStreams([...cited].map(sourceStream));
    const missing = cites.find((id) => !streams.has(sourceStream(id)) && !planned.has(id));
    if (missing !== undefined) throw new Refused({ code: 'unknown-source', source: missing });
    const known = [...cited].map((id): [string, Source] => [
      id,
      fold<Source>(streams, sourceStream(id), evolveSource, initialSource),
    ]);
    return new Map([...planned, ...known.filter(([, { registered }]) => registered !== undefined)]);
  }

  private async countsOf(slug: string, asOf: string): Promise<Counts> {
    const clocks = { asOf, position: await projectedPosition(this.reader) };
    const rows = await countsOfBodies(this.reader, clocks, [slug]);
    return Object.fromEntries(rows.map(({ standing, states }) => [standing, states]));
  }
}

const factsOfAll = (sources: ReadonlyMap<string, Source>): Map<string, SourceFacts> =>
  new Map(
    [...sources].flatMap(([id, source]): [string, SourceFacts][] => {
      const facts = sourceFactsOf(source);
      return facts ? [[id, facts]] : [];
    }),
  );

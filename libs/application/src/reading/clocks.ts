// Both clocks of a request, resolved against the register as it stands.
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { EventStore } from '#event-store';
import { projectedPosition, type Clocks, type Reader } from '#read-models';
import { CLOCK, EVENT_STORE, READER, type Clock } from '../tokens.js';
import { BadQuery, type ClockQuery } from './query.js';

/** The tables have not taken in what the request needs, and did not in the time that it may wait. */
export class Behind extends Error {
  constructor(readonly facts: { readonly wanted: number; readonly position: number }) {
    super(`The tables are at position ${String(facts.position)}, not yet at ${String(facts.wanted)}.`);
    this.name = 'Behind';
  }
}

export interface ResolvedClocks extends Clocks {
  /** The instant asked about; null where the answer is what is known now or at a position. */
  readonly knownAt: string | null;
  /** Every clock that the answer goes by stands still: the same request will have the same answer for ever. */
  readonly fixed: boolean;
}

/** How long a read waits for the tables to take in a position, and how often it looks. */
const PATIENCE_MS = 2000;
const LOOK_EVERY_MS = 20;

@Injectable()
export class ClockReader {
  constructor(
    @Inject(READER) private readonly reader: Reader,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** For answers that go by both clocks. */
  async resolve(query: ClockQuery): Promise<ResolvedClocks> {
    const clocks = await this.resolveKnown(query);
    return { ...clocks, fixed: clocks.fixed && query.asOf !== undefined };
  }

  /** For answers that know no valid time: the registers, and what was recorded. */
  async resolveKnown(query: ClockQuery): Promise<ResolvedClocks> {
    const now = this.clock();
    const asOf = query.asOf ?? now.toISOString().slice(0, 10);
    const knownAt = query.knownAt?.toISOString() ?? null;
    const asked = await this.askedPosition(query, now);
    const position = await this.takenIn(asked, query.minPosition);
    return {
      asOf,
      knownAt,
      position,
      fixed: asked !== undefined && (knownAt === null || (await this.isPast(asked))),
    };
  }

  /** Whether something was recorded after a position: an instant that led there will not lead any further. */
  private async isPast(position: number): Promise<boolean> {
    return position < (await this.store.head()).position;
  }

  /** The position that the request fixes; undefined where it asks for what is known now. */
  private async askedPosition(
    { knownAt, atPosition, minPosition }: ClockQuery,
    now: Date,
  ): Promise<number | undefined> {
    if (knownAt && knownAt > now) {
      throw new BadQuery([
        { parameter: 'knownAt', code: 'known-at-in-future', facts: { parameter: 'knownAt' } },
      ]);
    }
    for (const [parameter, position] of Object.entries({ atPosition, minPosition })) {
      if (position === undefined) continue;
      const { position: head } = await this.store.head();
      if (position > head)
        throw new BadQuery([{ parameter, code: 'position-ahead', facts: { parameter, head } }]);
    }
    return knownAt ? this.store.positionAt(knownAt) : atPosition;
  }

  /** The position to answer at, once the tables have taken in all that the request needs. */
  private async takenIn(asked: number | undefined, least: number | undefined): Promise<number> {
    const wanted = Math.max(asked ?? 0, least ?? 0);
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const position = await projectedPosition(this.reader);
      if (position >= wanted) return asked ?? position;
      if (Date.now() > deadline) throw new Behind({ wanted, position });
      await sleep(LOOK_EVERY_MS);
    }
  }
}

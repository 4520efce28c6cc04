// A body as the desk handles it: what is on record, and what an act would change.
import { Inject, Injectable } from '@nestjs/common';
import {
  changedByBody,
  findBody,
  recordOf,
  statesByCode,
  type ChangedMembership,
  type Clocks,
  type DossierEvent,
  type KnownBody,
  type KnownState,
} from '#read-models';
import { bodySlug, evolveBody, factsOf, isOwnWord, type BodyEvent } from '#register';
import { Trouble } from '../../page/trouble.js';
import { Desk } from '../desk.js';

export interface Foreseen {
  readonly changes: readonly ChangedMembership[];
  readonly states: ReadonlyMap<string, KnownState>;
  /** Whether it is the body's own word. */
  readonly own: boolean;
}

@Injectable()
export class BodyDesk {
  constructor(@Inject(Desk) private readonly desk: Desk) {}

  /** Throws `Trouble` where there is none. */
  async open(
    clocks: Clocks,
    slug: string,
  ): Promise<{ readonly body: KnownBody; readonly events: readonly DossierEvent[] }> {
    const known = bodySlug.safeParse(slug).success;
    const body = known ? await findBody(this.desk.reader, clocks, slug) : undefined;
    if (!body) throw new Trouble('not-found');
    return { body, events: await recordOf(this.desk.reader, clocks.position, 'body', slug) };
  }

  /** What would become of the memberships if this were recorded of the body. */
  async foresee(clocks: Clocks, { slug, body }: KnownBody, event: BodyEvent): Promise<Foreseen> {
    const after = factsOf(evolveBody(body, { ...event, eventId: '\uffff' }));
    const changes = after ? await changedByBody(this.desk.reader, clocks, slug, after) : [];
    const codes = changes.map(({ state }) => state);
    return {
      changes,
      states: await statesByCode(this.desk.reader, clocks, codes),
      own: !('attestation' in event.data) || (isOwnWord(event.data.attestation) && event.data.claim !== true),
    };
  }
}

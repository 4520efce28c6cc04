// One membership on the desk: the questions that can be asked of it before anything is recorded. Nothing here writes.
import type { StoredEvent } from '#event-store';
import {
  foldDay,
  lineOf,
  offers,
  preview,
  refusalOf,
  resolveActs,
  suspectedDuplicates,
  type ActTraces,
  type ActType,
  type BodyFacts,
  type Circumstances,
  type Counts,
  type Day,
  type DuplicateReason,
  type Interval,
  type Membership,
  type MembershipAct,
  type MembershipCommand,
  type MembershipRefusal,
  type Offer,
  type Preview,
  type ResolvedAct,
  type Source,
} from '#register';

interface Loaded {
  readonly body: string;
  readonly state: string;
  /** Of the membership's stream, in their order. */
  readonly events: readonly StoredEvent[];
  readonly membership: Membership;
  readonly circumstances: Circumstances;
  /** Those that its events cite, and those that the act to be recorded would. */
  readonly sources: ReadonlyMap<string, Source>;
  /** States of the body by standing today, before anything is recorded. */
  readonly counts: Counts;
}

/** An act on record of which the one to be recorded may be a repetition. */
export interface Suspect {
  readonly act: ResolvedAct;
  readonly recorded: StoredEvent;
  /** Strongest first. */
  readonly reasons: readonly DuplicateReason[];
  /** Beyond a page that tells of several acts, which is common: someone has to say that it is another act. */
  readonly needsReason: boolean;
}

export interface Offered extends Offer {
  readonly as: 'next' | 'once-more' | 'no';
}

/** By whose word, and of which kind, an act may be: where it fits in one of these ways it can be recorded. */
const TRIALS = (['declared', 'reported'] as const).flatMap((attestation) =>
  ['simple', 'ratification', 'accession'].map((kind) => ({ attestation, kind })),
);

export class OpenMembership {
  readonly acts: readonly ResolvedAct[];

  constructor(private readonly loaded: Loaded) {
    this.acts = resolveActs(loaded.membership.events, loaded.state);
  }

  get body(): string {
    return this.loaded.body;
  }
  get state(): string {
    return this.loaded.state;
  }
  /** In UTC. */
  get today(): Day {
    return this.loaded.circumstances.today;
  }
  /** Of the membership's stream; 0 where nothing was recorded of it yet. What a command expects to find. */
  get version(): number {
    return this.loaded.events.at(-1)?.version ?? 0;
  }
  get bodyFacts(): BodyFacts {
    return this.loaded.circumstances.body;
  }
  get sources(): ReadonlyMap<string, Source> {
    return this.loaded.sources;
  }
  get line(): readonly Interval[] {
    const { membership, state, circumstances } = this.loaded;
    return lineOf(membership, state, circumstances).intervals;
  }

  /** Everything recorded after a version of the stream that somebody has seen. */
  since = (version: number): StoredEvent[] => this.loaded.events.filter((event) => event.version > version);

  /** An event of this membership by its id. */
  event = (eventId: string): StoredEvent | undefined =>
    this.loaded.events.find((event) => event.eventId === eventId);

  /** Every act as a form offers it on a day: as what comes next, as one more word for what is on record, or not at all. */
  offers(day: Day): Offered[] {
    const { membership, circumstances } = this.loaded;
    return offers(day, membership, circumstances).map((offer): Offered => {
      if (offer.legal) return { ...offer, as: 'next' };
      const fits = offer.why === 'act-not-legal' && this.#fits(offer.type, day);
      return { ...offer, as: fits ? 'once-more' : 'no' };
    });
  }

  refusalOf = (act: MembershipAct): MembershipRefusal | undefined =>
    refusalOf(act, this.loaded.membership, this.loaded.circumstances);

  /** What a command would change, or why it may not be given: by the decision that the command itself will meet. */
  preview = (command: MembershipCommand): Preview | MembershipRefusal =>
    preview(command, this.loaded.membership, this.loaded.circumstances, this.loaded.counts);

  /** Acts that look like the one to be recorded, best first. Those retracted are not among them. */
  suspects(act: MembershipAct): Suspect[] {
    const standing = this.acts.filter(({ status }) => status !== 'retracted');
    const traces = standing.map((known) => ({ ...this.#traces(known.act), eventId: known.eventId }));
    return suspectedDuplicates(this.#traces(act), traces).flatMap(({ eventId, reasons }) => {
      const known = standing.find((one) => one.eventId === eventId);
      const recorded = this.event(eventId);
      if (!known || !recorded) return [];
      const sameType = known.act.type === act.type;
      return [{ act: known, recorded, reasons, needsReason: sameType || reasons.includes('same-quote') }];
    });
  }

  /** Whether such an act could be recorded by anybody's word and in any kind. */
  #fits(type: ActType, on: Day): boolean {
    return TRIALS.some((trial) => {
      const data = { ...trial, on, basis: 'act', by: { state: this.state }, sources: [] };
      return this.refusalOf({ type, data } as unknown as MembershipAct) === undefined;
    });
  }

  #traces(act: MembershipAct): ActTraces {
    const { sources } = this.loaded;
    return {
      body: this.body,
      state: this.state,
      type: act.type,
      day: foldDay(act.data.on),
      urls: act.data.sources.flatMap(({ source }) => sources.get(source)?.registered?.url ?? []),
      quotes: act.data.sources.flatMap(({ quote }) => quote ?? []),
    };
  }
}

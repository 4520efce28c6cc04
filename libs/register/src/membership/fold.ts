// One walk along the days of a line: what each act makes of the two standings, the roles and the attributes.
import type { BodyFacts } from '../body/body.js';
import { foldDay, type Day } from '../day.js';
import { independentSources, type SourceFacts } from '../source/source.js';
import { existsOn, type StateFacts } from '../state/state.js';
import { isOwnWord, stronger, type Attestation, type Standing } from '../vocabulary.js';
import type { ActFault } from './act-faults.js';
import { Attached } from './attached.js';
import { contradicted } from './contradiction.js';
import { isNothing, sameContent, type Interval, type View } from './interval.js';
import type { ResolvedAct } from './resolve.js';
import { isLegalAct, isOver, leadsTo, lifted, survives, type Past } from './standing.js';
import { hasLeft, type Step } from './steps.js';

/** What the fold must know beyond the acts. */
export interface Surroundings {
  readonly body: BodyFacts;
  readonly sources: ReadonlyMap<string, SourceFacts>;
  /** When the state existed; where it is not told, no act is held against it. */
  readonly stateFacts?: StateFacts;
}

/** An act that came where no person could have recorded it: applied all the same, and flagged. */
export interface Anomaly {
  readonly eventId: string;
  /** The standing on which it came. */
  readonly standing: Standing;
  /** The code of the refusal that a person would have met. */
  readonly why: ActFault | 'state-not-there' | 'act-not-legal' | 'body-dissolved';
}

/** The two standings on which an act came, each with the acts that support it. */
export interface CameOn {
  readonly own: Supported;
  readonly reported: Supported;
}
interface Supported {
  readonly standing: Standing;
  readonly support: readonly ResolvedAct[];
}

/** One of the two standings as it is folded. */
interface Track extends Supported, Past {
  readonly since: Day | null;
  /** The act whose effect is still to come. */
  readonly pending: string | null;
}

const START: Track = {
  ...{ standing: 'none', since: null, support: [] },
  ...{ signed: false, leaving: false, pending: null },
};

/** These go back to where the state has been, and are one more word only beside another of their kind. */
const TAKING_BACK: readonly string[] = [
  'InvitationWithdrawn',
  'ConsentRevoked',
  'MembershipReinstated',
  'WithdrawalRevoked',
];

export class Fold {
  readonly intervals: Interval[] = [];
  readonly anomalies: Anomaly[] = [];
  readonly cameOn = new Map<string, CameOn>();
  readonly #contradicted: ReadonlySet<string>;
  readonly #attached = new Attached();
  #own = START;
  #reported = START;

  constructor(
    acts: readonly ResolvedAct[],
    private readonly around: Surroundings,
  ) {
    this.#contradicted = contradicted(acts);
  }

  /** What the day itself brings: entry into force of the body, or its end. */
  enter(day: Day): void {
    this.#own = this.#onDay(this.#own, day);
    this.#reported = this.#onDay(this.#reported, day);
  }

  apply(step: Step): void {
    const isOwn = isOwnWord(step.act.act.data.attestation);
    if (step.part !== 'effect') {
      const { eventId, fault } = step.act;
      this.cameOn.set(eventId, { own: this.#own, reported: this.#reported });
      const why = fault ?? this.#absence(step) ?? this.#clash(step);
      const { standing } = isOwn ? this.#own : this.#reported;
      if (why) this.anomalies.push({ eventId, standing, why });
      this.#attached.attach(step.act, step.day);
    }
    this.#reported = this.#moved(this.#reported, step);
    if (isOwn) this.#own = this.#moved(this.#own, step);
  }

  leave(day: Day): void {
    const now = {
      own: this.#view(this.#own),
      reported: this.#view(this.#reported),
      ...this.#attached.held(),
    };
    const last = this.intervals.at(-1);
    if (last ? sameContent(last, now) : isNothing(now)) return;
    if (last) this.intervals[this.intervals.length - 1] = { ...last, to: day };
    this.intervals.push({ from: day, to: null, ...now });
  }

  /** The state was not there yet, or no more. */
  #absence({ act: { act } }: Step): 'state-not-there' | undefined {
    const { stateFacts } = this.around;
    return stateFacts && !existsOn(stateFacts, foldDay(act.data.on)) ? 'state-not-there' : undefined;
  }

  /**
   * Why no person may record the act here: it is neither legal nor one more word for what acts have led to, or the body
   * has ended. Judged among the acts of its own strength; an own word that finds none of those may build on what is
   * reported (an invitation that only the press told of can be withdrawn).
   */
  #clash(step: Step): 'act-not-legal' | 'body-dissolved' | undefined {
    const { act } = step.act;
    const judged = isOwnWord(act.data.attestation) ? this.#own : this.#reported;
    if (isOver(this.around.body, step.day) && this.#led(judged, step).standing !== judged.standing)
      return 'body-dissolved';
    const supports = ({ support }: Track): boolean =>
      !TAKING_BACK.includes(act.type) || support.some((other) => other.act.type === act.type);
    const fits = (track: Track): boolean =>
      isLegalAct(act, track.standing) ||
      (supports(track) && this.#led(track, step).standing === track.standing);
    const isFitting = fits(judged) || (judged.support.length === 0 && fits(this.#reported));
    return isFitting ? undefined : 'act-not-legal';
  }

  #onDay(track: Track, day: Day): Track {
    const { body } = this.around;
    if (isOver(body, day))
      return survives(track.standing) ? track : { ...track, standing: 'former', since: day };
    const standing = track.pending === null ? lifted(track.standing, body, day) : track.standing;
    return standing === track.standing ? track : { ...track, standing, since: day };
  }

  /** As it leads; but nothing moves the standing in a body that has ended. */
  #moved(track: Track, step: Step): Track {
    const led = this.#led(track, step);
    return isOver(this.around.body, step.day) && led.standing !== track.standing ? track : led;
  }

  /** A further act to the same standing supports it; an act to another standing begins anew. */
  #led(track: Track, step: Step): Track {
    const { act, eventId } = step.act;
    if (step.part === 'effect' && track.pending !== eventId) return track;
    const by = leadsTo(act, this.around.body, step.day, track);
    if (by === undefined) return track;
    const due = hasLeft(step) ? 'former' : by;
    const leaving = due === 'withdrawing' || (due === 'suspended' && track.leaving);
    const pending = step.part === 'notice' ? eventId : leaving && track.leaving ? track.pending : null;
    const standing = pending === null ? lifted(due, this.around.body, step.day) : due;
    const signed =
      act.type === 'CharterSigned' ||
      (track.signed && act.type !== 'SignatureRepudiated' && due !== 'former');
    const past = { signed, leaving };
    if (standing !== track.standing)
      return { ...past, standing, since: step.day, support: [step.act], pending };
    if (step.part === 'effect') return { ...track, pending };
    const support = [...track.support, step.act];
    const since = track.since ?? step.day;
    return { ...track, ...past, pending: pending ?? track.pending, since, support };
  }

  /** Once the state itself says so, too, an earlier claim that went further than its word is contradicted no more. */
  #isContradicted(support: readonly ResolvedAct[]): boolean {
    return (
      !support.some(({ act }) => isOwnWord(act.data.attestation)) &&
      support.some(({ eventId }) => this.#contradicted.has(eventId))
    );
  }

  #view({ standing, since, support }: Track): View {
    const cited = new Set(support.flatMap(({ citations }) => citations.map(({ source }) => source)));
    const known = [...cited].map((id) => this.around.sources.get(id));
    return {
      standing,
      since,
      attestation: support.map(({ act }) => act.data.attestation).reduce(strongest, null),
      acts: support.map(({ eventId }) => eventId),
      sources: independentSources([...cited], this.around.sources),
      disputed: support.some(({ disputed }) => disputed) || this.#isContradicted(support),
      discredited: known.length > 0 && known.every((source) => source?.discredited === true),
    };
  }
}

const strongest = (best: Attestation | null, one: Attestation): Attestation =>
  best === null ? one : stronger(best, one);

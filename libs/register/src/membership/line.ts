// The line of a membership: its acts, put in order and folded into intervals of valid time.
import type { BodyFacts } from '../body/body.js';
import type { Day } from '../day.js';
import { independentSources, type SourceFacts } from '../source/source.js';
import { isOwnWord, stronger, type Attestation, type Role, type Standing } from '../vocabulary.js';
import type { ResolvedAct } from './resolve.js';
import { contradicted } from './contradiction.js';
import { isLegalAct, leadsTo, lifted, stageOrder, survives } from './standing.js';

/** What a state is held to be, and by whom. */
export interface View {
  readonly standing: Standing;
  /** The day on which this standing began; null before anything held. */
  readonly since: Day | null;
  /** The best of the acts that support it; null while none does. */
  readonly attestation: Attestation | null;
  /** Event ids of the acts that support it. */
  readonly acts: readonly string[];
  /** How many independent sources tell of these acts. */
  readonly sources: number;
  /** An act that supports it is denied by another party, or no own word supports it and one contradicts it. */
  readonly disputed: boolean;
  /** It rests on discredited sources alone. */
  readonly discredited: boolean;
}

/** A role that holds, and the act that granted it. */
export interface HeldRole {
  readonly role: Role;
  readonly since: Day;
  readonly attestation: Attestation;
  readonly act: string;
}

/** From `from` until the day before `to` (null: open). The same on all days between. */
export interface Interval {
  readonly from: Day;
  readonly to: Day | null;
  /** By the words of those whose acts they are. */
  readonly own: View;
  /** By every word that counts, the press included. */
  readonly reported: View;
  readonly roles: readonly HeldRole[];
  /** Event ids of the reservations, declarations, objections and provisional application that hold. */
  readonly attributes: readonly string[];
}

/** An act that came where no person could have recorded it: applied all the same, and flagged. */
export interface Anomaly {
  readonly eventId: string;
  /** The standing on which it came. */
  readonly standing: Standing;
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

/** What the fold must know beyond the acts. */
export interface Surroundings {
  readonly body: BodyFacts;
  readonly sources: ReadonlyMap<string, SourceFacts>;
}

export const NOTHING: View = {
  standing: 'none',
  since: null,
  attestation: null,
  acts: [],
  sources: 0,
  disputed: false,
  discredited: false,
};

/** One step of the fold: an act as it is announced, or as it takes effect where that is a later day. */
interface Step {
  readonly day: Day;
  readonly act: ResolvedAct;
  readonly part: 'whole' | 'notice' | 'effect';
}

/** Steps in the order of folding: effective day, act day, stage, event id. The order of recording never decides. */
function compareSteps(a: Step, b: Step): number {
  return (
    compare(a.day, b.day) ||
    compare(a.act.day, b.act.day) ||
    stageOrder(a.act.act.type) - stageOrder(b.act.act.type) ||
    compare(a.act.eventId, b.act.eventId)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** These act twice where they take effect later: the state is consented, or withdrawing, until then. */
const IN_TWO_STEPS: readonly string[] = ['InstrumentDeposited', 'WithdrawalNotified'];

/** These go back to where the state has been, and are one more word only beside another of their kind. */
const TAKING_BACK: readonly string[] = [
  'InvitationWithdrawn',
  'ConsentRevoked',
  'MembershipReinstated',
  'WithdrawalRevoked',
];

/** These hold beside the standing until they are withdrawn or end. */
const ATTRIBUTES: readonly string[] = [
  'ReservationMade',
  'DeclarationMade',
  'ObjectionRaised',
  'ProvisionalApplicationStarted',
];

function stepsOf(act: ResolvedAct): Step[] {
  const { day, effectiveDay } = act;
  if (!IN_TWO_STEPS.includes(act.act.type) || effectiveDay <= day)
    return [{ day: effectiveDay, act, part: 'whole' }];
  return [
    { day, act, part: 'notice' },
    { day: effectiveDay, act, part: 'effect' },
  ];
}

/** The day on which an act first tells in the line. */
export const firstDay = (act: ResolvedAct): Day => (stepsOf(act)[0] as Step).day;

/** Whether a withdrawal has taken effect: on its day, which may be that of the notice or, in a record, before it. */
const hasLeft = ({ act: { act }, part }: Step): boolean =>
  act.type === 'WithdrawalNotified' && act.data.effectiveOn !== undefined && part !== 'notice';

/** Acts in the order of folding. */
export const inFoldOrder = (acts: readonly ResolvedAct[]): ResolvedAct[] => [
  ...new Set(
    acts
      .flatMap(stepsOf)
      .sort(compareSteps)
      .map(({ act }) => act),
  ),
];

/** Folds counted acts into intervals, from the first day on which anything holds. Adjacent equal days are one interval. */
export function foldLine(
  acts: readonly ResolvedAct[],
  surroundings: Surroundings,
): { intervals: Interval[]; anomalies: Anomaly[]; cameOn: ReadonlyMap<string, CameOn> } {
  const steps = acts
    .filter(({ status }) => status === 'counts')
    .flatMap(stepsOf)
    .sort(compareSteps);
  if (steps.length === 0) return { intervals: [], anomalies: [], cameOn: new Map() };
  const fold = new Fold(
    steps.map(({ act }) => act),
    surroundings,
  );
  const { inForceOn, dissolvedOn } = surroundings.body;
  const days = new Set(steps.map(({ day }) => day));
  if (inForceOn !== undefined) days.add(inForceOn);
  if (dissolvedOn !== undefined) days.add(dissolvedOn);
  let next = 0;
  for (const day of [...days].sort(compare)) {
    fold.enter(day);
    for (let step = steps[next]; step?.day === day; step = steps[++next]) fold.apply(step);
    fold.leave(day);
  }
  return { intervals: fold.intervals, anomalies: fold.anomalies, cameOn: fold.cameOn };
}

/** One of the two standings as it is folded. */
interface Track extends Supported {
  readonly since: Day | null;
  readonly signed: boolean;
  /** The act whose effect is still to come. */
  readonly pending: string | null;
}

const START: Track = { standing: 'none', since: null, support: [], signed: false, pending: null };

class Fold {
  readonly intervals: Interval[] = [];
  readonly anomalies: Anomaly[] = [];
  readonly cameOn = new Map<string, CameOn>();
  readonly #contradicted: ReadonlySet<string>;
  #own = START;
  #reported = START;
  #roles: readonly HeldRole[] = [];
  #attributes: readonly ResolvedAct[] = [];

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
    const { act, eventId } = step.act;
    if (step.part !== 'effect') this.cameOn.set(eventId, { own: this.#own, reported: this.#reported });
    if (step.part !== 'effect' && this.#clashes(step)) {
      const judged = isOwnWord(act.data.attestation) ? this.#own : this.#reported;
      this.anomalies.push({ eventId, standing: judged.standing });
    }
    this.#reported = this.#moved(this.#reported, step);
    if (isOwnWord(act.data.attestation)) this.#own = this.#moved(this.#own, step);
    if (step.part !== 'effect') this.#attach(step);
  }

  leave(day: Day): void {
    const now = {
      own: this.#view(this.#own),
      reported: this.#view(this.#reported),
      roles: this.#roles,
      attributes: this.#attributes.map(({ eventId }) => eventId),
    };
    const last = this.intervals.at(-1);
    if (last ? sameContent(last, now) : isNothing(now)) return;
    if (last) this.intervals[this.intervals.length - 1] = { ...last, to: day };
    this.intervals.push({ from: day, to: null, ...now });
  }

  /**
   * Whether no person may record the act here: it is neither legal nor one more word for what acts have led to. Judged
   * among the acts of its own strength; an own word that finds none of those may build on what is reported (an
   * invitation that only the press told of can be withdrawn).
   */
  #clashes(step: Step): boolean {
    const { act } = step.act;
    const judged = isOwnWord(act.data.attestation) ? this.#own : this.#reported;
    const supports = ({ support }: Track): boolean =>
      TAKING_BACK.includes(act.type)
        ? support.some((other) => other.act.type === act.type)
        : support.length > 0;
    const fits = (track: Track): boolean =>
      isLegalAct(act, track.standing) ||
      (supports(track) && this.#moved(track, step).standing === track.standing);
    return !fits(judged) && !(judged.support.length === 0 && fits(this.#reported));
  }

  #onDay(track: Track, day: Day): Track {
    const { body } = this.around;
    if (body.dissolvedOn === day && !survives(track.standing)) {
      return { ...track, standing: 'former', since: day, pending: null };
    }
    const standing = track.pending === null ? lifted(track.standing, body, day) : track.standing;
    return standing === track.standing ? track : { ...track, standing, since: day };
  }

  /** A further act to the same standing supports it; an act to another standing begins anew. */
  #moved(track: Track, step: Step): Track {
    const { act, eventId } = step.act;
    if (step.part === 'effect' && track.pending !== eventId) return track;
    const by = leadsTo(act, this.around.body, step.day, track);
    if (by === undefined) return track;
    const pending = step.part === 'notice' ? eventId : null;
    const due = hasLeft(step) ? 'former' : by;
    const standing = pending === null ? lifted(due, this.around.body, step.day) : due;
    const signed =
      act.type === 'CharterSigned' ||
      (track.signed && act.type !== 'SignatureRepudiated' && due !== 'former');
    if (standing !== track.standing)
      return { standing, since: step.day, support: [step.act], signed, pending };
    if (step.part === 'effect') return { ...track, pending };
    const support = [...track.support, step.act];
    return { ...track, signed, pending: pending ?? track.pending, since: track.since ?? step.day, support };
  }

  #attach({ day, act: resolved }: Step): void {
    const { act, eventId } = resolved;
    if (act.type === 'RoleGranted') {
      const { role, attestation } = act.data;
      if (this.#roles.some((held) => held.role === role)) return;
      this.#roles = [...this.#roles, { role, since: day, attestation, act: eventId }];
    } else if (act.type === 'RoleEnded') {
      this.#roles = this.#roles.filter(({ role }) => role !== act.data.role);
    } else if (act.type === 'ProvisionalApplicationEnded') {
      this.#attributes = this.#attributes.filter((held) => held.act.type !== 'ProvisionalApplicationStarted');
    } else if ('withdraws' in act.data) {
      const { withdraws } = act.data;
      this.#attributes = this.#attributes.filter((held) => held.eventId !== withdraws);
    } else if (ATTRIBUTES.includes(act.type)) {
      this.#attributes = [...this.#attributes, resolved];
    }
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

type Content = Omit<Interval, 'from' | 'to'>;

const isNothing = ({ own, reported, roles, attributes }: Content): boolean =>
  own.acts.length === 0 && reported.acts.length === 0 && roles.length === 0 && attributes.length === 0;

/** Whether two intervals say the same, whatever their days. */
export const sameContent = (a: Content, b: Content): boolean =>
  sameView(a.own, b.own) &&
  sameView(a.reported, b.reported) &&
  sameList(a.attributes, b.attributes) &&
  sameList(
    a.roles.map(({ act }) => act),
    b.roles.map(({ act }) => act),
  );

export const sameView = (a: View, b: View): boolean =>
  a.standing === b.standing &&
  a.since === b.since &&
  a.attestation === b.attestation &&
  a.sources === b.sources &&
  a.disputed === b.disputed &&
  a.discredited === b.discredited &&
  sameList(a.acts, b.acts);

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at]);

/** The interval that a day falls into; undefined before the first. */
export const intervalOn = (intervals: readonly Interval[], day: Day): Interval | undefined =>
  intervals.findLast((interval) => interval.from <= day);

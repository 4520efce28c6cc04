// For specs only (the suffix keeps it out of what ships): acts as short as a reader needs them, and
// `given(what was recorded).when(what is asked)`.
import type { BodyFacts, BodyRule } from './body/body.js';
import type { Day } from './day.js';
import type { Surroundings } from './membership/fold.js';
import { sameView, type Interval, type View } from './membership/interval.js';
import { foldLine } from './membership/line.js';
import {
  decide,
  evolve,
  initial,
  type Circumstances,
  type Correction,
  type Membership,
  type MembershipAct,
  type MembershipCommand,
  type MembershipEvent,
  type MembershipRefusal,
} from './membership/membership.js';
import { resolveActs, type ResolvedAct } from './membership/resolve.js';
import type { SourceFacts } from './source/source.js';
import type { BindingAct } from './vocabulary.js';

/** One rule for all days. */
export const ruled = (
  binding: BindingAct,
  invitation = false,
): readonly { from: Day | null; rule: BodyRule }[] => [{ from: null, rule: { binding, invitation } }];

/** Signature binds; not in force. */
export const BOARD: BodyFacts = { kind: 'organization', rules: ruled('signature', true) };
/** Signature binds; in force since 2020. */
export const ACCORDS: BodyFacts = { kind: 'accord', rules: ruled('signature'), inForceOn: '2020-01-01' };
/** A declaration binds; not in force. */
export const FORUM: BodyFacts = { kind: 'forum', rules: ruled('declaration') };
/** An instrument binds; in force since 2020. */
export const TREATY: BodyFacts = { kind: 'treaty', rules: ruled('deposit'), inForceOn: '2020-01-01' };

/** The event id of the n-th event given, from 1. */
export const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
/** The n of an event id. */
export const numberOf = (eventId: string): number => Number(eventId.slice(-12));

type ActOf<Type extends MembershipAct['type']> = Extract<MembershipAct, { type: Type }>;
type More<Type extends MembershipAct['type']> = Partial<ActOf<Type>['data']>;

const common = (on: string) => ({
  on,
  basis: 'act' as const,
  attestation: 'declared' as const,
  sources: [{ source: 'a-source' }],
});

const USA = { state: 'USA' };

/** An act by its own word, with what its type needs; `more` says what is different. */
const maker =
  <Type extends MembershipAct['type']>(type: Type, own: object = {}) =>
  (on: string, more: More<Type> = {}): ActOf<Type> =>
    ({ type, data: { ...common(on), ...own, ...more } }) as unknown as ActOf<Type>;

export const invited = maker('InvitationReceived', { by: USA });
export const uninvited = maker('InvitationWithdrawn', { by: USA });
export const declined = maker('MembershipDeclined');
export const intends = maker('IntentAnnounced', { by: { state: 'KAZ' } });
export const accepted = maker('MembershipAccepted', { means: 'letter' });
export const joined = maker('AccordJoined');
export const signed = maker('CharterSigned', { kind: 'simple' });
/** An accession, which needs nothing before it. */
export const deposited = maker('InstrumentDeposited', { kind: 'accession' });
export const enteredIntoForce = maker('MembershipEnteredIntoForce');
export const repudiated = maker('SignatureRepudiated');
export const revoked = maker('ConsentRevoked');
export const suspended = maker('MembershipSuspended');
export const reinstated = maker('MembershipReinstated');
export const withdraws = maker('WithdrawalNotified');
export const stays = maker('WithdrawalRevoked');
export const ended = maker('MembershipEnded', { reason: 'withdrawal' });
export const granted = maker('RoleGranted', { role: 'observer' });
export const roleEnded = maker('RoleEnded', { role: 'observer' });
export const reserved = maker('ReservationMade', { text: 'not bound by article 9' });
export const reservationWithdrawn = maker('ReservationWithdrawn', { withdraws: id(1) });
export const declares = maker('DeclarationMade', { text: 'reads article 2 as before' });
export const declarationWithdrawn = maker('DeclarationWithdrawn', { withdraws: id(1) });
export const objects = maker('ObjectionRaised', { text: 'against its purpose', to: 'FRA' });
export const objectionWithdrawn = maker('ObjectionWithdrawn', { withdraws: id(1) });
export const applies = maker('ProvisionalApplicationStarted');
export const appliesNoMore = maker('ProvisionalApplicationEnded');

/** One of each type, in the order in which stages follow one another. */
export const EVERY_ACT = [
  ...[invited, uninvited, declined, intends, accepted, joined, signed, deposited, enteredIntoForce],
  ...[repudiated, revoked, suspended, reinstated, withdraws, stays, ended, granted, roleEnded],
  ...[reserved, reservationWithdrawn, declares, declarationWithdrawn, objects, objectionWithdrawn],
  ...[applies, appliesNoMore],
] as const satisfies readonly ((on: string) => MembershipAct)[];

const sources = [{ source: 'another-source' }];

/** The retraction of the n-th event given. */
export const retracted = (n: number, reason = 'a slip') =>
  ({ type: 'ActRetracted', data: { retracts: id(n), reason } }) satisfies Correction;
/** The n-th event given, as this act. */
export const corrected = (n: number, act: MembershipAct, reason = 'misread') =>
  ({ type: 'ActCorrected', data: { corrects: id(n), act, reason, sources } }) satisfies Correction;
/** A denial of the n-th event given; by the state itself, officially, unless told otherwise. */
export const denied = (n: number, more: Partial<Extract<Correction, { type: 'ActDenied' }>['data']> = {}) =>
  ({
    type: 'ActDenied',
    data: {
      denies: id(n),
      by: { state: 'KAZ' },
      on: '2026-01-25',
      attestation: 'declared',
      sources,
      ...more,
    },
  }) satisfies Correction;
/** The n-th event given, told by a further source. */
export const corroborated = (n: number, source = 'another-source') =>
  ({ type: 'ActCorroborated', data: { corroborates: id(n), sources: [{ source }] } }) satisfies Correction;

export const record = (act: MembershipAct, as: 'person' | 'import' = 'person'): MembershipCommand => ({
  type: 'RecordAct',
  act,
  as,
});
export const correct = (correction: Correction): MembershipCommand => ({ type: 'Correct', correction });

/** The membership after these events, the first of which has `id(1)`. */
export const history = (...events: readonly MembershipEvent[]): Membership =>
  events.reduce(
    (membership, event, index) => evolve(membership, { ...event, eventId: id(index + 1) }),
    initial,
  );

/** The acts of Kazakhstan after these events, as they stand. */
export const acts = (...events: readonly MembershipEvent[]): ResolvedAct[] =>
  resolveActs(history(...events).events, 'KAZ');

/** A source of an outlet of its own, relied upon. */
export const source = (outlet: string, more: Partial<SourceFacts> = {}): SourceFacts => ({
  outlet,
  reliesOn: [],
  discredited: false,
  ...more,
});

/** What surrounds a membership: a body, and sources of which nothing is known unless they are given. */
export const around = (body: BodyFacts, known: Readonly<Record<string, SourceFacts>> = {}): Surroundings => ({
  body,
  sources: new Map(Object.entries(known)),
});

/** Kazakhstan and the board on 1 February 2026, unless told otherwise. */
export const circumstances = (more: Partial<Circumstances> = {}): Circumstances => ({
  state: 'KAZ',
  stateFacts: {},
  today: '2026-02-01',
  ...around(BOARD),
  ...more,
});

/** What a command about Kazakhstan yields after these events. */
export const given = (...events: readonly MembershipEvent[]) => ({
  when: (
    command: MembershipCommand,
    more: Partial<Circumstances> = {},
  ): MembershipEvent[] | MembershipRefusal => decide(command, history(...events), circumstances(more)),
});

/** A view in a line of text: the standing, its first day, and on which events (by their n) it rests, how attested. */
export const told = ({ standing, attestation, acts: ids, since, disputed, discredited }: View): string =>
  standing === 'none' && ids.length === 0
    ? 'none'
    : `${standing} since ${since ?? 'ever'} (${attestation ?? '-'}: ${ids.map(numberOf).join(' ')})` +
      (disputed ? ' disputed' : '') +
      (discredited ? ' discredited' : '');

/** An interval in a line of text: its first day, the own standing, and what is reported where it differs. */
export const toldOf = ({ from, own, reported }: Interval): string =>
  `${from}: ${told(own)}${sameView(own, reported) ? '' : `; reported ${told(reported)}`}`;

/** The line that these events give, an interval a text. */
export const line = (events: readonly MembershipEvent[], body: BodyFacts = BOARD): string[] =>
  foldLine(acts(...events), around(body)).intervals.map(toldOf);

/** The own standings that these events give, with the day on which each begins. */
export const standings = (events: readonly MembershipEvent[], body: BodyFacts = BOARD): string[] =>
  foldLine(acts(...events), around(body)).intervals.map(({ from, own }) => `${from} ${own.standing}`);

// For specs only (the suffix keeps it out of what ships): acts as short as a reader needs them, and
// `given(what was recorded).when(what is asked)`.
import type { BodyFacts } from './body/body.js';
import {
  decide,
  evolve,
  initial,
  type Circumstances,
  type Membership,
  type MembershipAct,
  type MembershipCommand,
  type MembershipEvent,
  type MembershipRefusal,
  type RecordedAct,
} from './membership/membership.js';

/** Signature binds; not in force. */
export const BOARD: BodyFacts = { kind: 'organization', rule: { binding: 'signature', invitation: true } };
/** Signature binds; in force since 2020. */
export const ACCORDS: BodyFacts = {
  kind: 'accord',
  rule: { binding: 'signature', invitation: false },
  inForceOn: '2020-01-01',
};
/** A declaration binds; not in force. */
export const FORUM: BodyFacts = { kind: 'forum', rule: { binding: 'declaration', invitation: false } };
/** An instrument binds; in force since 2020. */
export const TREATY: BodyFacts = {
  kind: 'treaty',
  rule: { binding: 'deposit', invitation: false },
  inForceOn: '2020-01-01',
};

/** The event id of the n-th event given, from 1. */
export const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

type Data<Type extends MembershipAct['type']> = Extract<MembershipAct, { type: Type }>['data'];
type More<Type extends MembershipAct['type']> = Partial<Data<Type>>;

const act = (on: string) => ({
  on,
  basis: 'act' as const,
  attestation: 'declared' as const,
  sources: [{ source: 'a-source' }],
});

const USA = { state: 'USA' };

export const invited = (on: string, more: More<'InvitationReceived'> = {}) =>
  ({ type: 'InvitationReceived', data: { ...act(on), by: USA, ...more } }) satisfies MembershipAct;
export const uninvited = (on: string, more: More<'InvitationWithdrawn'> = {}) =>
  ({ type: 'InvitationWithdrawn', data: { ...act(on), by: USA, ...more } }) satisfies MembershipAct;
export const declined = (on: string, more: More<'MembershipDeclined'> = {}) =>
  ({ type: 'MembershipDeclined', data: { ...act(on), ...more } }) satisfies MembershipAct;
export const intends = (on: string, more: More<'IntentAnnounced'> = {}) =>
  ({ type: 'IntentAnnounced', data: { ...act(on), by: { state: 'KAZ' }, ...more } }) satisfies MembershipAct;
export const accepted = (on: string, more: More<'MembershipAccepted'> = {}) =>
  ({ type: 'MembershipAccepted', data: { ...act(on), means: 'letter', ...more } }) satisfies MembershipAct;
export const joined = (on: string, more: More<'AccordJoined'> = {}) =>
  ({ type: 'AccordJoined', data: { ...act(on), ...more } }) satisfies MembershipAct;
export const signed = (on: string, more: More<'CharterSigned'> = {}) =>
  ({ type: 'CharterSigned', data: { ...act(on), kind: 'simple', ...more } }) satisfies MembershipAct;

/** The retraction of the n-th event given. */
export const retracted = (n: number, reason = 'a slip') =>
  ({ type: 'ActRetracted', data: { retracts: id(n), reason } }) satisfies MembershipEvent;

export const record = (what: MembershipAct, as: 'person' | 'import' = 'person'): MembershipCommand => ({
  type: 'RecordAct',
  act: what,
  as,
});
export const retract = (n: number, reason?: string): MembershipCommand => ({
  type: 'RetractAct',
  retraction: retracted(n, reason).data,
});

/** The membership after these events, the first of which has `id(1)`. */
export const history = (...events: readonly MembershipEvent[]): Membership =>
  events.reduce(
    (membership, event, index) => evolve(membership, { ...event, eventId: id(index + 1) }),
    initial,
  );

export const acts = (...events: readonly MembershipEvent[]): readonly RecordedAct[] =>
  history(...events).acts;

/** What a command about Kazakhstan yields after these events; on 1 February 2026, unless told otherwise. */
export const given = (...events: readonly MembershipEvent[]) => ({
  when: (
    command: MembershipCommand,
    circumstances: Partial<Circumstances> = {},
  ): MembershipEvent[] | MembershipRefusal =>
    decide(command, history(...events), { state: 'KAZ', body: BOARD, today: '2026-02-01', ...circumstances }),
});

// For specs only (the suffix keeps it out of what ships): acts of a body as short as a reader needs them, and
// `given(what was recorded).when(what is asked)`.
import { decideBody, evolveBody, initialBody, type Body, type BodyCommand, type BodyEvent } from './body.js';

type Data<Type extends BodyEvent['type']> = Extract<BodyEvent, { type: Type }>['data'];
type More<Type extends BodyEvent['type']> = Partial<Data<Type>>;

/** A signature binds; not in force. */
export const board: Data<'BodyRegistered'> = {
  slug: 'board-of-peace',
  kind: 'organization',
  names: { en: 'Board of Peace', ar: 'مجلس السلام' },
  rule: { binding: 'signature', invitation: true },
  sources: [{ source: 'a-source' }],
};

/** The event id of the n-th event given, from 1. */
export const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const act = (on: string) => ({
  on,
  basis: 'act' as const,
  attestation: 'declared' as const,
  sources: [{ source: 'a-source' }],
});
const seat = { organ: 'executive-board', person: 'Marco Rubio' };

export const registered = (more: More<'BodyRegistered'> = {}) =>
  ({ type: 'BodyRegistered', data: { ...board, ...more } }) satisfies BodyEvent;
export const amended = (on: string, more: More<'RuleAmended'> = {}) =>
  ({
    type: 'RuleAmended',
    data: { ...act(on), rule: { binding: 'deposit', invitation: true }, ...more },
  }) satisfies BodyEvent;
export const entered = (on: string, more: More<'CharterEnteredIntoForce'> = {}) =>
  ({ type: 'CharterEnteredIntoForce', data: { ...act(on), ...more } }) satisfies BodyEvent;
export const dissolved = (on: string, more: More<'BodyDissolved'> = {}) =>
  ({ type: 'BodyDissolved', data: { ...act(on), ...more } }) satisfies BodyEvent;
export const renamed = (on: string, more: More<'BodyRenamed'> = {}) =>
  ({ type: 'BodyRenamed', data: { ...act(on), names: { en: 'Peace Board' }, ...more } }) satisfies BodyEvent;
export const scheduled = (on: string, more: More<'CeremonyScheduled'> = {}) =>
  ({ type: 'CeremonyScheduled', data: { ...act(on), purpose: 'signing', ...more } }) satisfies BodyEvent;
export const established = (on: string, more: More<'OrganEstablished'> = {}) =>
  ({
    type: 'OrganEstablished',
    data: { ...act(on), organ: seat.organ, names: { en: 'Executive Board' }, ...more },
  }) satisfies BodyEvent;
export const appointed = (on: string, more: More<'OrganMemberAppointed'> = {}) =>
  ({ type: 'OrganMemberAppointed', data: { ...act(on), ...seat, ...more } }) satisfies BodyEvent;
export const left = (on: string, more: More<'OrganMemberLeft'> = {}) =>
  ({ type: 'OrganMemberLeft', data: { ...act(on), ...seat, ...more } }) satisfies BodyEvent;

/** The retraction of the n-th event given. */
export const retracted = (n: number) =>
  ({ type: 'BodyActRetracted', data: { retracts: id(n), reason: 'a slip' } }) satisfies BodyEvent;

/** The body after these events, the first of which has `id(1)`, and what a command yields on 1 February 2026. */
export function given(...events: readonly BodyEvent[]) {
  const body = events.reduce<Body>(
    (was, event, index) => evolveBody(was, { ...event, eventId: id(index + 1) }),
    initialBody,
  );
  return { body, when: (command: BodyCommand) => decideBody(command, body, { today: '2026-02-01' }) };
}

import type { BodyRefusal, ContactRefusal, MembershipRefusal, SourceRefusal, StateRefusal } from '#register';

/** Why a command was refused, as a code with the facts that explain it. The sentences are the apps'. */
export type Refusal =
  | MembershipRefusal
  | BodyRefusal
  | StateRefusal
  | SourceRefusal
  | ContactRefusal
  | { code: 'unknown-state'; state: string }
  | { code: 'unknown-body'; body: string }
  | { code: 'unknown-source'; source: string }
  /** Someone recorded meanwhile: the stream has another version than the one seen. */
  | { code: 'stale-version'; expected: number; actual: number };

export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
    this.name = 'Refused';
  }
}

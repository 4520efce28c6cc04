// Who may record what at the desk. What a body, a state or the register is belongs to those who keep it (`admin`); what
// happens from day to day to those who record (`recorder`).
import type { BodyAct } from '#register';
import type { AccountRole, PageContext } from '../page/context.js';
import { Trouble } from '../page/trouble.js';

const DAILY: readonly AccountRole[] = ['recorder', 'admin'];
const KEEPING: readonly AccountRole[] = ['admin'];

/** Every act of a body, and who may record it or take it back. */
export const MAY_RECORD: Readonly<Record<BodyAct['type'], readonly AccountRole[]>> = {
  CeremonyScheduled: DAILY,
  OrganMemberAppointed: DAILY,
  OrganMemberLeft: DAILY,
  OrganEstablished: KEEPING,
  RuleAmended: KEEPING,
  BodyRenamed: KEEPING,
  CharterOpenedForSignature: KEEPING,
  CharterEnteredIntoForce: KEEPING,
  BodyDissolved: KEEPING,
};

/** What happens from day to day, and is not what the body is. */
export const isDaily = (type: BodyAct['type']): boolean => MAY_RECORD[type] === DAILY;

export const has = ({ signedIn }: PageContext, roles: readonly AccountRole[]): boolean =>
  signedIn?.account.roles.some((role) => roles.includes(role)) === true;

export const mayRecord = (page: PageContext, type: BodyAct['type']): boolean => has(page, MAY_RECORD[type]);

/** Bodies, states and their registration. */
export const mayKeep = (page: PageContext): boolean => has(page, KEEPING);

/** Refuses where the signed-in account has none of these roles. */
export function requireRole(page: PageContext, roles: readonly AccountRole[]): void {
  if (!has(page, roles)) throw new Trouble('not-allowed');
}

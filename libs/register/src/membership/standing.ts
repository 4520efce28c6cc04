// What each act does to a standing: the table of the register, one row an act, in the order in which stages follow.
import { ruleOn, type BodyFacts } from '../body/body.js';
import type { Day } from '../day.js';
import type { BindingAct, Standing } from '../vocabulary.js';
import type { MembershipAct } from './membership.js';

export type ActType = MembershipAct['type'];

/** What of the past decides between two outcomes of one act. */
export interface Past {
  /** It has a signature that it has not repudiated. */
  readonly signed: boolean;
  /** It has notified its withdrawal, and has neither left nor revoked it. */
  readonly leaving: boolean;
}

interface Stage {
  /** The standings from which a person may record it; all of them where it moves none. */
  readonly from: readonly Standing[] | 'any';
  /** The standing that it leads to; undefined where it moves none. */
  readonly to: (act: MembershipAct, body: BodyFacts, day: Day, past: Past) => Standing | undefined;
}

const moves = (from: readonly Standing[], to: Standing): Stage => ({ from, to: () => to });
const MOVES_NONE: Stage = { from: 'any', to: () => undefined };

/** No party, or one no more: from these a state can come in, or come in again, by accession or succession. */
const OUTSIDE: readonly Standing[] = [
  'none',
  'invited',
  'declined',
  'intending',
  'accepted',
  'joined',
  'signatory',
  'consented',
  'former',
  'not-proceeding',
];

/** Listed as stages follow one another: of two acts on one day, the one listed first comes first. */
const STAGES: Readonly<Record<ActType, Stage>> = {
  InvitationReceived: moves(['none', 'declined', 'former'], 'invited'),
  InvitationWithdrawn: moves(['invited', 'accepted', 'intending', 'joined'], 'none'),
  MembershipDeclined: moves(['none', 'invited', 'intending', 'accepted', 'joined'], 'declined'),
  IntentAnnounced: moves(['none', 'invited', 'declined', 'former'], 'intending'),
  MembershipAccepted: moves(['none', 'invited', 'intending', 'declined'], 'accepted'),
  AccordJoined: {
    from: ['none', 'invited', 'intending', 'accepted', 'declined', 'former'],
    to: (_, body, day) => (ruleOn(body, day).binding === 'declaration' ? 'consented' : 'joined'),
  },
  CharterSigned: {
    from: ['none', 'invited', 'intending', 'accepted', 'joined', 'declined', 'former', 'not-proceeding'],
    to: signatureLeadsTo,
  },
  InstrumentDeposited: { from: OUTSIDE, to: () => 'consented' },
  MembershipEnteredIntoForce: moves(['consented', 'joined', 'signatory'], 'party'),
  SignatureRepudiated: moves(['signatory'], 'not-proceeding'),
  ConsentRevoked: {
    from: ['consented', 'party'],
    to: (_act, _body, _day, { signed }) => (signed ? 'signatory' : 'none'),
  },
  MembershipSuspended: moves(['party'], 'suspended'),
  // VCLT art. 68: only its revocation takes a notice of withdrawal back; a suspension leaves it as it is.
  MembershipReinstated: {
    from: ['suspended'],
    to: (_act, _body, _day, { leaving }) => (leaving ? 'withdrawing' : 'party'),
  },
  WithdrawalNotified: moves(['party', 'suspended'], 'withdrawing'),
  WithdrawalRevoked: moves(['withdrawing'], 'party'),
  MembershipEnded: moves(['party', 'suspended', 'withdrawing', 'joined', 'accepted'], 'former'),
  RoleGranted: MOVES_NONE,
  RoleEnded: MOVES_NONE,
  ReservationMade: MOVES_NONE,
  ReservationWithdrawn: MOVES_NONE,
  DeclarationMade: MOVES_NONE,
  DeclarationWithdrawn: MOVES_NONE,
  ObjectionRaised: MOVES_NONE,
  ObjectionWithdrawn: MOVES_NONE,
  ProvisionalApplicationStarted: MOVES_NONE,
  ProvisionalApplicationEnded: MOVES_NONE,
};

export const ACT_TYPES = Object.keys(STAGES) as readonly ActType[];

const ORDER = new Map<string, number>(ACT_TYPES.map((type, index) => [type, index]));
export const stageOrder = (type: ActType): number => ORDER.get(type) ?? ORDER.size;

/** The standing that an act leads to by itself, before entry into force is looked at; undefined where it moves none. */
export const leadsTo = (act: MembershipAct, body: BodyFacts, day: Day, past: Past): Standing | undefined =>
  STAGES[act.type].to(act, body, day, past);

/**
 * What binds makes a party once the body is in force, and leaves the state at `consented` before that (VCLT art. 24):
 * a body that is not in force has no parties.
 */
export function lifted(standing: Standing, body: BodyFacts, day: Day): Standing {
  const inForce = body.inForceOn !== undefined && body.inForceOn <= day;
  if (standing === 'consented' && inForce) return 'party';
  return standing === 'party' && !inForce ? 'consented' : standing;
}

/** Whether the body has ended by a day: from the day of its dissolution on, nothing moves a standing in it. */
export const isOver = ({ dissolvedOn }: BodyFacts, day: Day): boolean =>
  dissolvedOn !== undefined && dissolvedOn <= day;

/** A body that ends takes with it the memberships that an ending act could end. */
export const survives = (standing: Standing): boolean => !isLegal('MembershipEnded', standing);

/** Whether a person may record the act at this standing; importers may record it all the same. */
export function isLegal(type: ActType, standing: Standing): boolean {
  const { from } = STAGES[type];
  return from === 'any' || from.includes(standing);
}

/** Whether acts of this type move a standing; roles and attributes hold beside it. */
export const movesStanding = (type: ActType): boolean => STAGES[type] !== MOVES_NONE;

/** VCLT arts. 14 and 16: these confirm a signature; without one they are worth a warning. */
const CONFIRMING: readonly string[] = ['ratification', 'acceptance', 'approval', 'formal-confirmation'];

/** Whether a person may record this very act: as `isLegal`, and a ratification needs a signature. */
export const isLegalAct = (act: MembershipAct, standing: Standing): boolean =>
  act.type === 'InstrumentDeposited' && CONFIRMING.includes(act.data.kind)
    ? standing === 'signatory'
    : isLegal(act.type, standing);

/** The acts that may be recorded at a standing. */
export const legalActs = (standing: Standing): ActType[] =>
  ACT_TYPES.filter((type) => isLegal(type, standing));

/** The binding act that a state on its way in has still to do under the body's rule; null for one that is not on it. */
export const awaited = (standing: Standing, rule: { readonly binding: BindingAct }): BindingAct | null =>
  ['intending', 'accepted', 'joined', 'signatory'].includes(standing) ? rule.binding : null;

/** VCLT arts. 10, 12, 14: a reserved signature never binds, a definitive one does, a simple one where the rule says so. */
function signatureLeadsTo(act: MembershipAct, body: BodyFacts, day: Day): Standing | undefined {
  if (act.type !== 'CharterSigned') return undefined;
  switch (act.data.kind) {
    case 'witness':
      return undefined;
    case 'definitive':
      return 'consented';
    case 'simple':
      return ruleOn(body, day).binding === 'signature' ? 'consented' : 'signatory';
    case 'succession':
    case 'ad-referendum':
    case 'subject-to-ratification':
      return 'signatory';
  }
}

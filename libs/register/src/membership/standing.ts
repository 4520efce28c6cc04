// What each act does to a standing: the table of the register, one row an act, in the order in which stages follow.
import type { BodyFacts } from '../body/body.js';
import type { Day } from '../day.js';
import type { BindingAct, Standing } from '../vocabulary.js';
import type { MembershipAct } from './membership.js';

export type ActType = MembershipAct['type'];

interface Stage {
  /** The standings from which a person may record it. */
  readonly from: readonly Standing[];
  /** The standing that it leads to, from any; undefined where it moves none. */
  readonly to: (act: MembershipAct, body: BodyFacts) => Standing | undefined;
}

/** Listed as stages follow one another: of two acts on one day, the one listed first comes first. */
const STAGES: Readonly<Record<ActType, Stage>> = {
  InvitationReceived: { from: ['none', 'declined', 'former'], to: () => 'invited' },
  InvitationWithdrawn: { from: ['invited', 'accepted', 'intending', 'joined'], to: () => 'none' },
  MembershipDeclined: { from: ['none', 'invited', 'intending', 'accepted', 'joined'], to: () => 'declined' },
  IntentAnnounced: { from: ['none', 'invited', 'declined', 'former'], to: () => 'intending' },
  MembershipAccepted: { from: ['none', 'invited', 'intending', 'declined'], to: () => 'accepted' },
  AccordJoined: {
    from: ['none', 'invited', 'intending', 'accepted', 'declined', 'former'],
    to: (_, body) => (body.rule.binding === 'declaration' ? 'consented' : 'joined'),
  },
  CharterSigned: {
    from: ['none', 'invited', 'intending', 'accepted', 'joined', 'declined', 'former', 'not-proceeding'],
    to: signatureLeadsTo,
  },
};

const ORDER = new Map(Object.keys(STAGES).map((type, index) => [type, index]));

export const ACT_TYPES = Object.keys(STAGES) as readonly ActType[];
export const stageOrder = (type: ActType): number => ORDER.get(type) ?? ORDER.size;

/**
 * The standing after an act that takes effect on a day. What binds makes a party once the body is in force, and leaves
 * the state at `consented` before that (VCLT art. 24).
 */
export function standingAfter(standing: Standing, act: MembershipAct, body: BodyFacts, day: Day): Standing {
  return lifted(STAGES[act.type].to(act, body) ?? standing, body, day);
}

/** Whether an act leads to a standing; a witness's signature leads to none. */
export const leadsSomewhere = (act: MembershipAct, body: BodyFacts): boolean =>
  STAGES[act.type].to(act, body) !== undefined;

/** Entry into force of the body makes a party of every state that has consented. */
export function lifted(standing: Standing, body: BodyFacts, day: Day): Standing {
  const inForce = body.inForceOn !== undefined && body.inForceOn <= day;
  return inForce && standing === 'consented' ? 'party' : standing;
}

/** Whether a person may record the act at this standing; importers may record it all the same. */
export const isLegal = (type: ActType, standing: Standing): boolean => STAGES[type].from.includes(standing);

/** The acts that may be recorded at a standing. */
export const legalActs = (standing: Standing): ActType[] =>
  ACT_TYPES.filter((type) => isLegal(type, standing));

/** VCLT arts. 10, 12, 14: a reserved signature never binds, a definitive one does, a simple one where the rule says so. */
function signatureLeadsTo(act: MembershipAct, body: BodyFacts): Standing | undefined {
  if (act.type !== 'CharterSigned') return undefined;
  switch (act.data.kind) {
    case 'witness':
      return undefined;
    case 'definitive':
      return 'consented';
    case 'simple':
      return body.rule.binding === 'signature' ? 'consented' : 'signatory';
    case 'ad-referendum':
    case 'subject-to-ratification':
      return 'signatory';
  }
}

/** The binding act that a state on its way in has still to do under the body's rule; null for one that is not on it. */
export const awaited = (standing: Standing, { rule }: Pick<BodyFacts, 'rule'>): BindingAct | null =>
  ['intending', 'accepted', 'joined', 'signatory'].includes(standing) ? rule.binding : null;

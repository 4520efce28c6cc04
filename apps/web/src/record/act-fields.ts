// The fields that each act has of its own, beside those that all acts share. One row an act: a new act gets its form here.
import { ENDINGS, INSTRUMENTS, ROLES, SIGNATURE_KINDS, type ActType } from '#register';
import type { Language } from '../words/language.js';
import { ENDING, INSTRUMENT, ROLE, SIGNATURE_KIND } from '../words/vocabulary.js';

type Both = Readonly<Record<Language, Readonly<Record<string, string>>>>;

/** How a field is asked for. `name` is that of the form; `key` that of the act's data where it is another. */
export type OwnField =
  /** A state, a name, or both: `by-state` and `by-name`. */
  | { readonly ask: 'party'; readonly name: 'by'; readonly optional?: true }
  | {
      readonly ask: 'choice';
      readonly name: string;
      readonly key?: string;
      readonly options: readonly string[];
      readonly words: Both;
      readonly optional?: true;
    }
  | {
      readonly ask: 'text';
      readonly name: string;
      readonly key?: string;
      readonly rows?: number;
      readonly optional?: true;
    }
  | { readonly ask: 'state'; readonly name: string }
  | { readonly ask: 'language'; readonly name: string; readonly key: string }
  /** An act of the same membership, by its event id. */
  | { readonly ask: 'act'; readonly name: string; readonly of: ActType };

const MEANS: Both = {
  en: { letter: 'by letter', statement: 'by a statement' },
  ar: { letter: 'برسالة', statement: 'بتصريح' },
};

const by: OwnField = { ask: 'party', name: 'by' };
const capacity: OwnField = { ask: 'choice', name: 'capacity', options: ROLES, words: ROLE, optional: true };
const condition: OwnField = { ask: 'text', name: 'condition', optional: true };
const reason: OwnField = { ask: 'text', name: 'reason', optional: true };
const role: OwnField = { ask: 'choice', name: 'role', options: ROLES, words: ROLE };
const statement: readonly OwnField[] = [
  { ask: 'text', name: 'text', rows: 4 },
  { ask: 'language', name: 'text-language', key: 'language' },
];
const withdraws = (of: ActType): readonly OwnField[] => [{ ask: 'act', name: 'withdraws', of }];

export const OWN_FIELDS: Readonly<Record<ActType, readonly OwnField[]>> = {
  InvitationReceived: [by, capacity],
  InvitationWithdrawn: [by],
  MembershipDeclined: [condition],
  IntentAnnounced: [by, condition],
  MembershipAccepted: [
    { ask: 'choice', name: 'means', options: ['letter', 'statement'], words: MEANS },
    capacity,
  ],
  AccordJoined: [],
  CharterSigned: [
    { ask: 'choice', name: 'signature', key: 'kind', options: SIGNATURE_KINDS, words: SIGNATURE_KIND },
    { ask: 'text', name: 'signedBy', optional: true },
    { ask: 'text', name: 'place', optional: true },
  ],
  InstrumentDeposited: [
    { ask: 'choice', name: 'instrument', key: 'kind', options: INSTRUMENTS, words: INSTRUMENT },
    { ask: 'text', name: 'depositary', optional: true },
  ],
  MembershipEnteredIntoForce: [],
  SignatureRepudiated: [],
  ConsentRevoked: [],
  MembershipSuspended: [reason],
  MembershipReinstated: [],
  WithdrawalNotified: [reason],
  WithdrawalRevoked: [],
  MembershipEnded: [{ ask: 'choice', name: 'ending', key: 'reason', options: ENDINGS, words: ENDING }],
  RoleGranted: [role, { ...by, optional: true }],
  RoleEnded: [role],
  ReservationMade: [...statement, { ask: 'text', name: 'provisions', optional: true }],
  ReservationWithdrawn: withdraws('ReservationMade'),
  DeclarationMade: statement,
  DeclarationWithdrawn: withdraws('DeclarationMade'),
  ObjectionRaised: [
    ...statement,
    { ask: 'state', name: 'to' },
    { ask: 'text', name: 'against', optional: true },
  ],
  ObjectionWithdrawn: withdraws('ObjectionRaised'),
  ProvisionalApplicationStarted: [],
  ProvisionalApplicationEnded: [],
};

/** These often take effect on another day than that of the act, so that it is asked for at once. */
export const TAKES_EFFECT: readonly ActType[] = ['InstrumentDeposited', 'WithdrawalNotified'];

/** The field of the form from which a value of an act's data came, by its path in the data. */
export function fieldOfPath(type: ActType, path: string): string {
  const [first = '', ...rest] = path.split('.');
  if (first === 'by') return rest[0] === 'name' ? 'by-name' : 'by-state';
  if (first === 'sources') return rest.at(-1) === 'quote' ? 'quote' : 'source';
  const own = OWN_FIELDS[type].find((field) => ('key' in field ? field.key : field.name) === first);
  return own?.name ?? first;
}

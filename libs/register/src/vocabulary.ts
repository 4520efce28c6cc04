// The words of the register, each list in the order in which its members outrank one another.

/** How a state stands towards a body. `party` is called "member" where the body is an organization. */
export const STANDINGS = [
  'none',
  'invited',
  'declined',
  'intending',
  'accepted',
  'joined',
  'signatory',
  'consented',
  'party',
  'suspended',
  'withdrawing',
  'former',
  'not-proceeding',
] as const;
export type Standing = (typeof STANDINGS)[number];

/**
 * Whose word an act rests on, weakest first: the press · another party's official word · the official word of the one
 * whose act it is · an official list or reference data set (on a level with the former) · a signature · a deposit.
 */
export const ATTESTATIONS = ['reported', 'stated', 'declared', 'documented', 'signed', 'deposited'] as const;
export type Attestation = (typeof ATTESTATIONS)[number];

const STRENGTH: Record<Attestation, number> = {
  reported: 0,
  stated: 1,
  declared: 2,
  documented: 2,
  signed: 3,
  deposited: 4,
};

/** Whether an act so attested moves `standing`; a weaker one moves only `reported`. */
export const isOwnWord = (attestation: Attestation): boolean => STRENGTH[attestation] >= STRENGTH.declared;

/** The stronger of two; the first on a level. */
export const stronger = (a: Attestation, b: Attestation): Attestation => (STRENGTH[b] > STRENGTH[a] ? b : a);

export const BODY_KINDS = ['organization', 'accord', 'treaty', 'forum'] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

/** The act by which a state becomes bound: its declaration, its signature, or the deposit of an instrument. */
export const BINDING_ACTS = ['declaration', 'signature', 'deposit'] as const;
export type BindingAct = (typeof BINDING_ACTS)[number];

/** VCLT arts. 10-14: what a signature means. A witness's signature binds nobody. */
export const SIGNATURE_KINDS = [
  'simple',
  'ad-referendum',
  'subject-to-ratification',
  'definitive',
  'succession',
  'witness',
] as const;
export type SignatureKind = (typeof SIGNATURE_KINDS)[number];

/** In what capacity a state is invited or accepts. "Founding" is a claim that a source makes. */
export const ROLES = ['ordinary', 'founding', 'permanent', 'associate', 'observer'] as const;
export type Role = (typeof ROLES)[number];

/** What the day of an act rests on. */
export const DAY_BASES = ['act', 'announcement', 'publication'] as const;
export type DayBasis = (typeof DAY_BASES)[number];

/** Languages in which the register keeps names; `en` is always there. */
export const LANGUAGES = ['en', 'ar', 'fr', 'ru', 'zh', 'es'] as const;

/** VCLT arts. 11, 14-16: the kinds of instrument by which a state consents to be bound. */
export const INSTRUMENTS = [
  'ratification',
  'acceptance',
  'approval',
  'formal-confirmation',
  'accession',
  'succession',
] as const;
export type Instrument = (typeof INSTRUMENTS)[number];

/** How a membership ends. */
export const ENDINGS = ['withdrawal', 'expulsion', 'term', 'dissolution', 'succession'] as const;
export type Ending = (typeof ENDINGS)[number];

/** What happens between parties without moving a standing. */
export const CONTACT_KINDS = ['meeting', 'call', 'summit', 'visit', 'relations-established'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

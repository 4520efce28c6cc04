// What the events of a membership stream look like as stored.
import { z } from 'zod';
import { actFields, citation, edtf, languageTag, party, stateCode, text } from '../fields.schema.js';
import { ENDINGS, INSTRUMENTS, ROLES, SIGNATURE_KINDS } from '../vocabulary.js';

const act = <Own extends z.ZodRawShape>(own: Own) => z.strictObject({ ...actFields, ...own });

/** A text of the state's own, in its own language. */
const statement = { text: text(5000), language: languageTag.optional() };

/** The act that is withdrawn, by its event id. */
const withdraws = z.uuid();

/** The acts of the parties, in the order of DOMAIN's table: an invitation comes before its acceptance on the same day. */
export const actSchemas = {
  InvitationReceived: act({ by: party, capacity: z.enum(ROLES).optional() }),
  InvitationWithdrawn: act({ by: party }),
  MembershipDeclined: act({ condition: text(500).optional() }),
  /** `by` is the own government or a third party that speaks of it. */
  IntentAnnounced: act({ by: party, condition: text(500).optional() }),
  MembershipAccepted: act({ means: z.enum(['letter', 'statement']), capacity: z.enum(ROLES).optional() }),
  AccordJoined: act({}),
  /** VCLT arts. 10-15. `succession`: a successor state takes over a signature (1978 convention, arts. 18-20). */
  CharterSigned: act({
    kind: z.enum(SIGNATURE_KINDS),
    signedBy: text(200).optional(),
    place: text(200).optional(),
  }),
  /** `effectiveOn` is the day from which the state is bound: after the deposit, or before it (succession). */
  InstrumentDeposited: act({ kind: z.enum(INSTRUMENTS), depositary: text(200).optional() }),
  MembershipEnteredIntoForce: act({}),
  SignatureRepudiated: act({}),
  ConsentRevoked: act({}),
  MembershipSuspended: act({ reason: text(1000).optional() }),
  MembershipReinstated: act({}),
  /** `effectiveOn` is the day on which the state will have left. */
  WithdrawalNotified: act({ reason: text(1000).optional() }),
  WithdrawalRevoked: act({}),
  MembershipEnded: act({ reason: z.enum(ENDINGS) }),
  RoleGranted: act({ role: z.enum(ROLES), by: party.optional() }),
  RoleEnded: act({ role: z.enum(ROLES) }),
  ReservationMade: act({ ...statement, provisions: text(300).optional() }),
  ReservationWithdrawn: act({ withdraws }),
  DeclarationMade: act(statement),
  DeclarationWithdrawn: act({ withdraws }),
  /** To what another state made: its reservation, by event id where the register has it. */
  ObjectionRaised: act({ ...statement, to: stateCode, against: z.uuid().optional() }),
  ObjectionWithdrawn: act({ withdraws }),
  ProvisionalApplicationStarted: act({}),
  ProvisionalApplicationEnded: act({}),
};

const sources = z.array(citation).min(1, 'at least one source is needed').max(50);

/** An act with its type, as a correction gives it anew. */
const acts = Object.entries(actSchemas).map(([type, data]) =>
  z.strictObject({ type: z.literal(type), data }),
);
const anyAct = z
  .discriminatedUnion('type', acts as [(typeof acts)[number], ...typeof acts])
  .transform((act) => act as AnyAct);
type AnyAct = {
  [T in keyof typeof actSchemas]: { type: T; data: z.infer<(typeof actSchemas)[T]> };
}[keyof typeof actSchemas];

/** What is said of an earlier event: each re-derives the line, and each can itself be corrected or retracted. */
export const correctionSchemas = {
  /** The act as it should have been recorded; it stands in place of the one that it corrects. */
  ActCorrected: z.strictObject({ corrects: z.uuid(), act: anyAct, reason: text(1000), sources }),
  /** The event should not have been recorded. */
  ActRetracted: z.strictObject({
    retracts: z.uuid(),
    reason: text(1000),
    sources: z.array(citation).max(50).optional(),
  }),
  /** Someone says that the act did not happen. By the one whose act it is: it no longer counts; by another: disputed. */
  ActDenied: z.strictObject({
    denies: z.uuid(),
    by: party,
    on: edtf,
    attestation: actFields.attestation,
    reason: text(1000).optional(),
    sources,
  }),
  /** A further source says the same. */
  ActCorroborated: z.strictObject({ corroborates: z.uuid(), sources, note: text(2000).optional() }),
};

export const membershipSchemas = { ...actSchemas, ...correctionSchemas };

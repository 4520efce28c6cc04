// What the events of a body's stream look like as stored.
import { z } from 'zod';
import { actFields, bodySlug, citation, edtf, names, organSlug, stateCode, text } from '../fields.schema.js';
import { BINDING_ACTS, BODY_KINDS } from '../vocabulary.js';

const act = <Own extends z.ZodRawShape>(own: Own) => z.strictObject({ ...actFields, ...own });

export const rule = z.strictObject({
  /** The act that makes a state a party. */
  binding: z.enum(BINDING_ACTS),
  /** Whether a state must be invited first. */
  invitation: z.boolean(),
  /** For how many years a membership lasts; left out where it has no term. */
  termYears: z.number().int().positive().max(200).optional(),
});

/** A person as a member of an organ. */
const person = text(200);

export const bodySchemas = {
  BodyRegistered: z.strictObject({
    slug: bodySlug,
    kind: z.enum(BODY_KINDS),
    names,
    /** Other names under which sources speak of it, in any script. */
    aliases: z.array(text(200)).max(100).optional(),
    rule,
    /** Since when it is in force; left out while it is not. */
    inForceSince: edtf.optional(),
    sources: z.array(citation).max(50),
  }),
  /** The rule as it is from the day of the act (or `effectiveOn`). */
  RuleAmended: act({ rule }),
  CharterOpenedForSignature: act({ place: text(200).optional() }),
  /** `on` is the day on which it was announced; the day of the ceremony may not be known yet. */
  CeremonyScheduled: act({ purpose: text(500), scheduledFor: edtf.optional(), place: text(200).optional() }),
  CharterEnteredIntoForce: act({}),
  OrganEstablished: act({ organ: organSlug, names, seats: z.number().int().positive().max(1000).optional() }),
  OrganMemberAppointed: act({
    organ: organSlug,
    person,
    /** The state for which the person sits, if for one. */
    state: stateCode.optional(),
    portfolio: text(300).optional(),
  }),
  OrganMemberLeft: act({ organ: organSlug, person }),
  BodyRenamed: act({ names }),
  BodyDissolved: act({}),
  /** An event of the body that should not have been recorded. */
  BodyActRetracted: z.strictObject({
    retracts: z.uuid(),
    reason: text(1000),
    sources: z.array(citation).max(50).optional(),
  }),
};

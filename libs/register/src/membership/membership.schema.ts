// What the acts of a membership stream look like as stored.
import { z } from 'zod';
import { actFields, citation, party, text } from '../fields.schema.js';
import { ROLES, SIGNATURE_KINDS } from '../vocabulary.js';

const act = <Own extends z.ZodRawShape>(own: Own) => z.strictObject({ ...actFields, ...own });

export const membershipSchemas = {
  InvitationReceived: act({ by: party, capacity: z.enum(ROLES).optional() }),
  InvitationWithdrawn: act({ by: party }),
  MembershipDeclined: act({ condition: text(500).optional() }),
  /** `by` is the own government or a third party that speaks of it. */
  IntentAnnounced: act({ by: party }),
  MembershipAccepted: act({ means: z.enum(['letter', 'statement']), capacity: z.enum(ROLES).optional() }),
  AccordJoined: act({}),
  CharterSigned: act({
    kind: z.enum(SIGNATURE_KINDS),
    signedBy: text(200).optional(),
    place: text(200).optional(),
  }),
  ActRetracted: z.strictObject({
    /** Event id of the act that should not have been recorded. */
    retracts: z.uuid(),
    reason: text(1000),
    sources: z.array(citation).max(50).optional(),
  }),
};

// What the events of a body's stream look like as stored.
import { z } from 'zod';
import { bodySlug, citation, edtf, names } from '../fields.schema.js';
import { BINDING_ACTS, BODY_KINDS } from '../vocabulary.js';

export const rule = z.strictObject({
  /** The act that makes a state a party. */
  binding: z.enum(BINDING_ACTS),
  /** Whether a state must be invited first. */
  invitation: z.boolean(),
});

export const bodySchemas = {
  BodyRegistered: z.strictObject({
    slug: bodySlug,
    kind: z.enum(BODY_KINDS),
    names,
    rule,
    /** Since when it is in force; left out while it is not. */
    inForceSince: edtf.optional(),
    sources: z.array(citation).max(50),
  }),
};

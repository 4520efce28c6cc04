// What the events of a contact's stream look like as stored.
import { z } from 'zod';
import { actFields, bodySlug, citation, contactId, party, text } from '../fields.schema.js';
import { CONTACT_KINDS } from '../vocabulary.js';

export const contactSchemas = {
  /** A meeting, call, summit, visit or establishment of relations. It moves no standing. */
  ContactRecorded: z.strictObject({
    ...actFields,
    id: contactId,
    kind: z.enum(CONTACT_KINDS),
    participants: z.array(party).min(2, 'at least two take part').max(100),
    place: text(200).optional(),
    subject: text(500).optional(),
    /** The body that it was about, if about one. */
    body: bodySlug.optional(),
  }),
  ContactRetracted: z.strictObject({ reason: text(1000), sources: z.array(citation).max(50).optional() }),
  /** A further source; where it names other participants, the note says so. */
  ContactCorroborated: z.strictObject({
    sources: z.array(citation).min(1).max(50),
    note: text(2000).optional(),
  }),
};

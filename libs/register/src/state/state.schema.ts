// What the events of a state's stream look like as stored.
import { z } from 'zod';
import { citation, edtf, languageTag, names, stateCode, text } from '../fields.schema.js';

const citations = z.array(citation).max(50).optional();

export const stateSchemas = {
  StateRegistered: z.strictObject({
    /** ISO 3166-1 alpha-3, one of ISO 3166-3, a user-assigned code such as XKX, or an X-… code. */
    code: stateCode,
    alpha2: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    /** ISO 3166-1 numeric, three digits. */
    numeric: z
      .string()
      .regex(/^\d{3}$/)
      .optional(),
    names,
    /** Other names under which sources speak of it, in any script. */
    aliases: z.array(text(200)).max(100).optional(),
    /** Since when it exists, and until when it did; left out where that lies beyond the register's concern. */
    from: edtf.optional(),
    until: edtf.optional(),
  }),
  /** Another name or spelling. */
  NameAdded: z.strictObject({ name: text(200), language: languageTag.optional(), sources: citations }),
  /** The names from a day on; those before stay as aliases. */
  StateRenamed: z.strictObject({ names, on: edtf, sources: citations }),
  /** It takes the place of these states, wholly or in part, from a day on. */
  StateSucceeded: z.strictObject({
    predecessors: z.array(stateCode).min(1).max(20),
    on: edtf,
    kind: z.enum(['continuation', 'dissolution', 'separation', 'unification']),
    sources: citations,
  }),
  StateDissolved: z.strictObject({ on: edtf, successors: z.array(stateCode).max(20), sources: citations }),
};

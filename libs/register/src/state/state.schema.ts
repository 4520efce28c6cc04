// What the events of a state's stream look like as stored.
import { z } from 'zod';
import { names, stateCode, text } from '../fields.schema.js';

export const stateSchemas = {
  StateRegistered: z.strictObject({
    /** ISO 3166-1 alpha-3, a user-assigned code such as XKX, or an X-… code for an entity without one. */
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
  }),
};

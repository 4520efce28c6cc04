// The rows of the acts format: one JSON object a line, each a registration or an act, with the moment from which it
// could be known.
import { z } from 'zod';
import {
  bodySchemas,
  bodySlug,
  membershipSchemas,
  sourceSchemas,
  stateCode,
  stateSchemas,
  type MembershipEvent,
} from '#register';

/** The instant at which a register that follows the news would have learned of it; given back in UTC with milliseconds. */
const known = z.iso
  .datetime({ offset: true, error: 'an instant in ISO 8601 with its offset, such as 2026-01-19T14:24:00Z' })
  .transform((instant) => new Date(instant).toISOString());

/** Names the row for good, in this file and in all others: the event id is derived from it. */
const rowId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'letters, digits, dots, underscores and hyphens')
  .max(200);

/** Facts of the golden samples that the row stands for. */
const golden = z.array(z.string().regex(/^G\d{2,}$/, 'the id of a golden fact, such as G01')).optional();

const acts = Object.entries(membershipSchemas).map(([type, data]) =>
  z.strictObject({ type: z.literal(type), data }),
);

export const rowSchemas = {
  source: z.strictObject({ known, source: sourceSchemas.SourceRegistered }),
  body: z.strictObject({ known, body: bodySchemas.BodyRegistered }),
  state: z.strictObject({ known, state: stateSchemas.StateRegistered }),
  act: z.strictObject({
    known,
    id: rowId,
    membership: z.strictObject({ body: bodySlug, state: stateCode }),
    act: z
      .discriminatedUnion('type', acts as [(typeof acts)[number], ...typeof acts])
      .transform((act) => act as MembershipEvent),
    golden,
  }),
};

// The rows of the acts format: one JSON object a line, each a registration, an act or a correction, with the moment from
// which it could be known.
import { z } from 'zod';
import {
  actSchemas,
  bodySchemas,
  bodySlug,
  contactId,
  contactSchemas,
  correctionSchemas,
  sourceId,
  sourceSchemas,
  stateCode,
  stateSchemas,
  type BodyEvent,
  type ContactEvent,
  type Correction,
  type MembershipAct,
  type SourceEvent,
  type StateEvent,
} from '#register';

/** The instant at which a register that follows the news would have learned of it; given back in UTC with milliseconds. */
const known = z.iso
  .datetime({ offset: true, error: 'an instant in ISO 8601 with its offset, such as 2026-01-19T14:24:00Z' })
  .transform((instant) => new Date(instant).toISOString());

/** Names the row for good, in this file and in all others: the event id is derived from it. */
const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'letters, digits, dots, underscores and hyphens')
  .max(200);

const idsOf = (pattern: RegExp, sentence: string) =>
  z.array(z.string().regex(pattern, sentence)).max(100).default([]);

const anyRow = {
  known,
  /** Facts of the golden samples, and rows of the list of claims, that the row stands for. */
  golden: idsOf(/^G\d{2,}$/, 'the id of a golden fact, such as G01'),
  claims: idsOf(/^[A-Z]\d{3,}$/, 'the id of a claim, such as B014'),
};

/** One of these events, as `type` and `data`. */
function oneOf<Event>(schemas: Readonly<Record<string, z.ZodType>>) {
  const events = Object.entries(schemas).map(([type, data]) =>
    z.strictObject({ type: z.literal(type), data }),
  );
  return z
    .discriminatedUnion('type', events as [(typeof events)[number], ...typeof events])
    .transform((event) => event as Event);
}

const without = <Schemas extends object, Type extends keyof Schemas>(schemas: Schemas, type: Type) => {
  const { [type]: _left, ...others } = schemas;
  return others;
};

/** What happens to what is registered already. */
export type SourceAct = Exclude<SourceEvent, { type: 'SourceRegistered' }>;
export type BodyRowAct = Exclude<BodyEvent, { type: 'BodyRegistered' }>;
export type StateAct = Exclude<StateEvent, { type: 'StateRegistered' }>;
export type ContactAct = Exclude<ContactEvent, { type: 'ContactRecorded' }>;

const membership = z.strictObject({ body: bodySlug, state: stateCode });

export const rowSchemas = {
  source: z.strictObject({ ...anyRow, source: sourceSchemas.SourceRegistered }),
  body: z.strictObject({ ...anyRow, body: bodySchemas.BodyRegistered }),
  state: z.strictObject({ ...anyRow, state: stateSchemas.StateRegistered }),
  contact: z.strictObject({ ...anyRow, contact: contactSchemas.ContactRecorded }),
  act: z.strictObject({ ...anyRow, id, membership, act: oneOf<MembershipAct>(actSchemas) }),
  /** Its membership is that of the row it speaks of. */
  correction: z.strictObject({ ...anyRow, id, membership, correction: oneOf<Correction>(correctionSchemas) }),
  'source-act': z.strictObject({
    ...anyRow,
    id,
    source: sourceId,
    act: oneOf<SourceAct>(without(sourceSchemas, 'SourceRegistered')),
  }),
  'body-act': z.strictObject({
    ...anyRow,
    id,
    body: bodySlug,
    act: oneOf<BodyRowAct>(without(bodySchemas, 'BodyRegistered')),
  }),
  'state-act': z.strictObject({
    ...anyRow,
    id,
    state: stateCode,
    act: oneOf<StateAct>(without(stateSchemas, 'StateRegistered')),
  }),
  'contact-act': z.strictObject({
    ...anyRow,
    id,
    contact: contactId,
    act: oneOf<ContactAct>(without(contactSchemas, 'ContactRecorded')),
  }),
};

/** What a row is; a registration bears the name of what it registers. */
export type RowKind = keyof typeof rowSchemas;

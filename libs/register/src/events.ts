// Every event of the register, by type, with the schemas of its versions (oldest first). Stored JSON becomes a typed
// event through this table alone. A new version is added at the end, with an upcast from the one before it.
import { bodySchemas } from './body/body.schema.js';
import type { BodyEvent } from './body/body.js';
import { contactSchemas } from './contact/contact.schema.js';
import type { ContactEvent } from './contact/contact.js';
import { membershipSchemas } from './membership/membership.schema.js';
import type { MembershipEvent } from './membership/membership.js';
import { sourceSchemas } from './source/source.schema.js';
import type { SourceEvent } from './source/source.js';
import { stateSchemas } from './state/state.schema.js';
import type { StateEvent } from './state/state.js';

export type RegisterEvent = MembershipEvent | BodyEvent | StateEvent | SourceEvent | ContactEvent;
export type EventType = RegisterEvent['type'];

const inOneVersion = <S extends Record<string, unknown>>(schemas: S) =>
  Object.fromEntries(Object.entries(schemas).map(([type, schema]) => [type, { schemas: [schema] }])) as {
    [T in keyof S]: { schemas: [S[T]] };
  };

export const eventTypes = {
  ...inOneVersion(membershipSchemas),
  ...inOneVersion(bodySchemas),
  ...inOneVersion(stateSchemas),
  ...inOneVersion(sourceSchemas),
  ...inOneVersion(contactSchemas),
} satisfies Record<EventType, unknown>;

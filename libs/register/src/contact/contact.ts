// contact.ts: what passes between parties without moving a standing: meetings, calls, summits, visits.
import type { z } from 'zod';
import { dayInFuture, type Day, type DayInFuture } from '../day.js';
import { same } from '../same.js';
import type { contactSchemas } from './contact.schema.js';

type Schemas = typeof contactSchemas;

/** Stored as they stand. */
export type ContactEvent = { [T in keyof Schemas]: { type: T; data: z.infer<Schemas[T]> } }[keyof Schemas];
type Data<Type extends ContactEvent['type']> = Extract<ContactEvent, { type: Type }>['data'];
export type ContactRecorded = Extract<ContactEvent, { type: 'ContactRecorded' }>;

export type ContactCommand =
  | { type: 'RecordContact'; contact: Data<'ContactRecorded'> }
  | { type: 'RetractContact'; retraction: Data<'ContactRetracted'> }
  | { type: 'CorroborateContact'; corroboration: Data<'ContactCorroborated'> };

/** Codes and the facts that explain them; the sentences are the apps'. */
export type ContactRefusal =
  | { code: 'contact-exists'; contact: string }
  | { code: 'contact-not-recorded' }
  | { code: 'contact-retracted'; reason: string }
  | DayInFuture;

export interface Contact {
  readonly recorded?: Data<'ContactRecorded'>;
  /** What further sources say, in the order of recording. */
  readonly corroborations: readonly Data<'ContactCorroborated'>[];
  /** Present where it should not have been recorded; it stays visible. */
  readonly retraction?: Data<'ContactRetracted'>;
}

export const initialContact: Contact = { corroborations: [] };

/** The events that a command yields: none where all is recorded already; a refusal where it may not be recorded. */
export function decideContact(
  command: ContactCommand,
  contact: Contact,
  circumstances: { readonly today: Day },
): ContactEvent[] | ContactRefusal {
  switch (command.type) {
    case 'RecordContact':
      return recordContact(command.contact, contact, circumstances.today);
    case 'RetractContact':
      return retractContact(command.retraction, contact);
    case 'CorroborateContact':
      return corroborateContact(command.corroboration, contact);
  }
}

/** Total: whatever the log holds, it folds. A contact that is recorded after its retraction begins anew. */
export function evolveContact(contact: Contact, event: ContactEvent): Contact {
  switch (event.type) {
    case 'ContactRecorded':
      return { recorded: event.data, corroborations: [] };
    case 'ContactRetracted':
      return { ...contact, retraction: event.data };
    case 'ContactCorroborated':
      return { ...contact, corroborations: [...contact.corroborations, event.data] };
  }
}

function recordContact(
  data: Data<'ContactRecorded'>,
  { recorded, retraction }: Contact,
  today: Day,
): ContactEvent[] | ContactRefusal {
  if (!recorded || retraction) return dayInFuture(data, today) ?? [{ type: 'ContactRecorded', data }];
  return same(recorded, data) ? [] : { code: 'contact-exists', contact: data.id };
}

function retractContact(
  data: Data<'ContactRetracted'>,
  { recorded, retraction }: Contact,
): ContactEvent[] | ContactRefusal {
  if (!recorded) return { code: 'contact-not-recorded' };
  return retraction ? [] : [{ type: 'ContactRetracted', data }];
}

function corroborateContact(
  data: Data<'ContactCorroborated'>,
  { recorded, corroborations, retraction }: Contact,
): ContactEvent[] | ContactRefusal {
  if (!recorded) return { code: 'contact-not-recorded' };
  if (corroborations.some((known) => same(known, data))) return [];
  return retraction
    ? { code: 'contact-retracted', reason: retraction.reason }
    : [{ type: 'ContactCorroborated', data }];
}

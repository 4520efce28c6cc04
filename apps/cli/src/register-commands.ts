// What is recorded of bodies, states, sources and contacts, as commands.
import {
  bodyCommand,
  contactCommand,
  sourceCommand,
  stateCommand,
  type AnyCommand,
  type Envelope,
} from '#application';
import {
  bodySchemas,
  bodySlug,
  contactId,
  contactSchemas,
  sourceId,
  sourceSchemas,
  stateCode,
  stateSchemas,
  type BodyEvent,
  type ContactEvent,
  type SourceEvent,
  type StateEvent,
} from '#register';
import { parsed } from './parsed.js';

/** The data of an event and the key under which it is recorded; a registration carries its key itself. */
type Make = (data: object, key: string | undefined, envelope: Envelope) => AnyCommand;

const { CopyStored: _, ...plainSourceSchemas } = sourceSchemas;

const bodies = Object.entries(bodySchemas).map(([type, schema]): [string, Make] => [
  type,
  (data, key, envelope) => {
    const event = { type, data: parsed<object>(schema, data) } as BodyEvent;
    const slug = event.type === 'BodyRegistered' ? event.data.slug : parsed(bodySlug, key, 'body');
    return bodyCommand(slug, event, envelope);
  },
]);

const states = Object.entries(stateSchemas).map(([type, schema]): [string, Make] => [
  type,
  (data, key, envelope) => {
    const event = { type, data: parsed<object>(schema, data) } as StateEvent;
    const code = event.type === 'StateRegistered' ? event.data.code : parsed(stateCode, key, 'state');
    return stateCommand(code, event, envelope);
  },
]);

const sources = Object.entries(plainSourceSchemas).map(([type, schema]): [string, Make] => [
  type,
  (data, key, envelope) => {
    const event = { type, data: parsed<object>(schema, data) } as SourceEvent;
    const id = event.type === 'SourceRegistered' ? event.data.id : parsed(sourceId, key, 'source');
    return sourceCommand(id, event, envelope);
  },
]);

const contacts = Object.entries(contactSchemas).map(([type, schema]): [string, Make] => [
  type,
  (data, key, envelope) => {
    const event = { type, data: parsed<object>(schema, data) } as ContactEvent;
    const id = event.type === 'ContactRecorded' ? event.data.id : parsed(contactId, key, 'contact');
    return contactCommand(id, event, envelope);
  },
]);

/** By the type of the event that they yield. A copy needs its bytes and is recorded by itself. */
export const registerCommands: Readonly<Record<string, Make>> = Object.fromEntries([
  ...bodies,
  ...states,
  ...sources,
  ...contacts,
]);

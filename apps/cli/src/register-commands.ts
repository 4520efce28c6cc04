// What is recorded of bodies, states, sources and contacts, as commands.
import { ForBody, ForContact, ForSource, ForState, type AnyCommand, type Envelope } from '#application';
import {
  bodySchemas,
  bodySlug,
  contactId,
  contactSchemas,
  sourceId,
  sourceSchemas,
  stateCode,
  stateSchemas,
  type BodyAct,
} from '#register';
import { parsed } from './parsed.js';

type Make = (data: object, key: string | undefined, envelope: Envelope) => AnyCommand;

const { BodyRegistered, BodyActRetracted, ...bodyActs } = bodySchemas;

const bodyAct =
  (type: BodyAct['type']): Make =>
  (data, key, envelope) => {
    const act = { type, data: parsed<object>(bodyActs[type], data) } as BodyAct;
    return new ForBody(parsed(bodySlug, key, 'body'), { type: 'RecordBodyAct', act }, envelope);
  };

/** By the type of the event that they yield. */
export const registerCommands: Readonly<Record<string, Make>> = {
  BodyRegistered: (data, _, envelope) => {
    const body = parsed(BodyRegistered, data);
    return new ForBody(body.slug, { type: 'RegisterBody', body }, envelope);
  },
  ...Object.fromEntries(Object.keys(bodyActs).map((type) => [type, bodyAct(type as BodyAct['type'])])),
  BodyActRetracted: (data, key, envelope) => {
    const retraction = parsed(BodyActRetracted, data);
    return new ForBody(parsed(bodySlug, key, 'body'), { type: 'RetractBodyAct', retraction }, envelope);
  },
  StateRegistered: (data, _, envelope) => {
    const state = parsed(stateSchemas.StateRegistered, data);
    return new ForState(state.code, { type: 'RegisterState', state }, envelope);
  },
  NameAdded: (data, key, envelope) => {
    const name = parsed(stateSchemas.NameAdded, data);
    return new ForState(parsed(stateCode, key, 'state'), { type: 'AddName', name }, envelope);
  },
  StateRenamed: (data, key, envelope) => {
    const renaming = parsed(stateSchemas.StateRenamed, data);
    return new ForState(parsed(stateCode, key, 'state'), { type: 'RenameState', renaming }, envelope);
  },
  StateSucceeded: (data, key, envelope) => {
    const succession = parsed(stateSchemas.StateSucceeded, data);
    return new ForState(parsed(stateCode, key, 'state'), { type: 'RecordSuccession', succession }, envelope);
  },
  StateDissolved: (data, key, envelope) => {
    const dissolution = parsed(stateSchemas.StateDissolved, data);
    return new ForState(parsed(stateCode, key, 'state'), { type: 'DissolveState', dissolution }, envelope);
  },
  SourceRegistered: (data, _, envelope) => {
    const source = parsed(sourceSchemas.SourceRegistered, data);
    return new ForSource(source.id, { type: 'RegisterSource', source }, envelope);
  },
  SourceDiscredited: (data, key, envelope) => {
    const discredit = parsed(sourceSchemas.SourceDiscredited, data);
    return new ForSource(parsed(sourceId, key, 'source'), { type: 'DiscreditSource', discredit }, envelope);
  },
  SourceReinstated: (data, key, envelope) => {
    const reinstatement = parsed(sourceSchemas.SourceReinstated, data);
    return new ForSource(parsed(sourceId, key, 'source'), { type: 'ReinstateSource', reinstatement }, envelope);
  },
  ContactRecorded: (data, _, envelope) => {
    const contact = parsed(contactSchemas.ContactRecorded, data);
    return new ForContact(contact.id, { type: 'RecordContact', contact }, envelope);
  },
  ContactRetracted: (data, key, envelope) => {
    const retraction = parsed(contactSchemas.ContactRetracted, data);
    return new ForContact(parsed(contactId, key, 'contact'), { type: 'RetractContact', retraction }, envelope);
  },
  ContactCorroborated: (data, key, envelope) => {
    const corroboration = parsed(contactSchemas.ContactCorroborated, data);
    return new ForContact(parsed(contactId, key, 'contact'), { type: 'CorroborateContact', corroboration }, envelope);
  },
};

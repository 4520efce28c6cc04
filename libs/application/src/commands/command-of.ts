// The command that asks for an event: what is recorded of a membership, a body, a state, a source or a contact.
import {
  isCorrection,
  type BodyEvent,
  type ContactEvent,
  type MembershipEvent,
  type SourceEvent,
  type StateEvent,
} from '#register';
import type { Envelope } from './envelope.js';
import { ForMembership } from './membership.handler.js';
import { ForBody, ForContact, ForSource, ForState } from './register.handlers.js';

/** `as` an import, an act may stand where no person could record it. */
export function membershipCommand(
  membership: { readonly body: string; readonly state: string },
  event: MembershipEvent,
  as: 'person' | 'import',
  envelope: Envelope,
): ForMembership {
  return isCorrection(event)
    ? new ForMembership(membership, { type: 'Correct', correction: event }, envelope)
    : new ForMembership(membership, { type: 'RecordAct', act: event, as }, envelope);
}

export function bodyCommand(slug: string, event: BodyEvent, envelope: Envelope): ForBody {
  switch (event.type) {
    case 'BodyRegistered':
      return new ForBody(slug, { type: 'RegisterBody', body: event.data }, envelope);
    case 'BodyActRetracted':
      return new ForBody(slug, { type: 'RetractBodyAct', retraction: event.data }, envelope);
    default:
      return new ForBody(slug, { type: 'RecordBodyAct', act: event }, envelope);
  }
}

export function stateCommand(code: string, event: StateEvent, envelope: Envelope): ForState {
  switch (event.type) {
    case 'StateRegistered':
      return new ForState(code, { type: 'RegisterState', state: event.data }, envelope);
    case 'NameAdded':
      return new ForState(code, { type: 'AddName', name: event.data }, envelope);
    case 'StateRenamed':
      return new ForState(code, { type: 'RenameState', renaming: event.data }, envelope);
    case 'StateSucceeded':
      return new ForState(code, { type: 'RecordSuccession', succession: event.data }, envelope);
    case 'StateDissolved':
      return new ForState(code, { type: 'DissolveState', dissolution: event.data }, envelope);
  }
}

export function sourceCommand(id: string, event: SourceEvent, envelope: Envelope): ForSource {
  switch (event.type) {
    case 'SourceRegistered':
      return new ForSource(id, { type: 'RegisterSource', source: event.data }, envelope);
    case 'CopyStored':
      return new ForSource(id, { type: 'StoreCopy', copy: event.data }, envelope);
    case 'SourceDiscredited':
      return new ForSource(id, { type: 'DiscreditSource', discredit: event.data }, envelope);
    case 'SourceReinstated':
      return new ForSource(id, { type: 'ReinstateSource', reinstatement: event.data }, envelope);
  }
}

export function contactCommand(id: string, event: ContactEvent, envelope: Envelope): ForContact {
  switch (event.type) {
    case 'ContactRecorded':
      return new ForContact(id, { type: 'RecordContact', contact: event.data }, envelope);
    case 'ContactRetracted':
      return new ForContact(id, { type: 'RetractContact', retraction: event.data }, envelope);
    case 'ContactCorroborated':
      return new ForContact(id, { type: 'CorroborateContact', corroboration: event.data }, envelope);
  }
}

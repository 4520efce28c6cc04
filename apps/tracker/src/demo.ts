// The demo register: the states of ISO 3166 and the founding cases, given as commands at the instants at which a
// register that followed the news would have learned of them.
import { readFile } from 'node:fs/promises';
import {
  ForBody,
  ForMembership,
  ForSource,
  ForState,
  loadEmptyRegister,
  type AnyCommand,
  type Envelope,
  type Register,
  type TimedCommand,
} from '#application';
import { eventIdOf, isoStates, readActs, type ActsRow } from '#interchange';

/** The register of states is there before the first act. */
const STATES_KNOWN = new Date('2025-11-01T00:00:00Z');

/** Loads the demo into an empty register and gives the number of events; 0 where the register holds something. */
export async function loadDemo(register: Register, file: string): Promise<number> {
  const { position } = await register.store.head();
  return position > 0 ? 0 : loadEmptyRegister(register, demoCommands(await readFile(file, 'utf8')));
}

function demoCommands(text: string): TimedCommand[] {
  const states = isoStates().map((state) => {
    const envelope = envelopeOf(eventIdOf('state', state.code));
    return {
      at: STATES_KNOWN,
      command: new ForState(state.code, { type: 'RegisterState', state }, envelope),
    };
  });
  return [...states, ...readActs(text).map((row) => ({ at: new Date(row.known), command: commandOf(row) }))];
}

const envelopeOf = (eventId: string): Envelope => ({ actor: 'loader:demo', batchId: 'demo', eventId });

function commandOf(row: ActsRow): AnyCommand {
  const envelope = envelopeOf(row.eventId);
  switch (row.kind) {
    case 'state':
      return new ForState(row.state.code, { type: 'RegisterState', state: row.state }, envelope);
    case 'body':
      return new ForBody(row.body.slug, { type: 'RegisterBody', body: row.body }, envelope);
    case 'source':
      return new ForSource(row.source.id, { type: 'RegisterSource', source: row.source }, envelope);
    case 'act':
      return row.act.type === 'ActRetracted'
        ? new ForMembership(row.membership, { type: 'RetractAct', retraction: row.act.data }, envelope)
        : new ForMembership(row.membership, { type: 'RecordAct', act: row.act, as: 'import' }, envelope);
  }
}

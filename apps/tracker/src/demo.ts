// The demo register: the states of ISO 3166, past ones too, and the founding cases, given as commands at the instants at
// which a register that followed the news would have learned of them.
import { readFile } from 'node:fs/promises';
import {
  bodyCommand,
  contactCommand,
  loadEmptyRegister,
  membershipCommand,
  sourceCommand,
  stateCommand,
  type AnyCommand,
  type Envelope,
  type Register,
  type TimedCommand,
} from '#application';
import { eventIdOf, formerStates, isoStates, readActs, type ActsRow } from '#interchange';

/** The register of states is there before the first act. */
const STATES_KNOWN = new Date('2020-01-01T00:00:00Z');

/** Loads the demo into an empty register and gives the number of events; 0 where the register holds something. */
export async function loadDemo(register: Register, file: string): Promise<number> {
  const { position } = await register.store.head();
  return position > 0 ? 0 : loadEmptyRegister(register, demoCommands(await readFile(file, 'utf8')));
}

function demoCommands(text: string): TimedCommand[] {
  const acts = readActs(text).map((row) => ({ at: new Date(row.known), command: commandOf(row) }));
  return [...stateCommands(), ...acts];
}

/** Every state there is or was, and who took whose place. */
function stateCommands(): TimedCommand[] {
  const former = formerStates();
  const registered = [...isoStates(), ...former.map(({ state }) => state)].map((data) =>
    stateCommand(data.code, { type: 'StateRegistered', data }, envelopeOf(eventIdOf('state', data.code))),
  );
  const succeeded = former.flatMap(({ state: { code }, successions }) =>
    successions.map(({ state, succession }) =>
      stateCommand(
        state,
        { type: 'StateSucceeded', data: succession },
        envelopeOf(eventIdOf('state', `${state}.succeeds.${code}`)),
      ),
    ),
  );
  return [...registered, ...succeeded].map((command) => ({ at: STATES_KNOWN, command }));
}

const envelopeOf = (eventId: string): Envelope => ({ actor: 'loader:demo', batchId: 'demo', eventId });

function commandOf(row: ActsRow): AnyCommand {
  const envelope = envelopeOf(row.eventId);
  switch (row.kind) {
    case 'state':
      return stateCommand(row.state.code, { type: 'StateRegistered', data: row.state }, envelope);
    case 'state-act':
      return stateCommand(row.state, row.act, envelope);
    case 'body':
      return bodyCommand(row.body.slug, { type: 'BodyRegistered', data: row.body }, envelope);
    case 'body-act':
      return bodyCommand(row.body, row.act, envelope);
    case 'source':
      return sourceCommand(row.source.id, { type: 'SourceRegistered', data: row.source }, envelope);
    case 'source-act':
      return sourceCommand(row.source, row.act, envelope);
    case 'contact':
      return contactCommand(row.contact.id, { type: 'ContactRecorded', data: row.contact }, envelope);
    case 'contact-act':
      return contactCommand(row.contact, row.act, envelope);
    case 'act':
      return membershipCommand(row.membership, row.act, 'import', envelope);
    case 'correction':
      return membershipCommand(row.membership, row.correction, 'import', envelope);
  }
}

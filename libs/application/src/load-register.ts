// Fills an empty register as if it had followed the news: each command is given on its own day.
import { InMemoryEventStore, loadLog, steadyPool, StoreError } from '#event-store';
import { codec } from '#read-models';
import {
  BodyHandler,
  ContactHandler,
  ForBody,
  ForContact,
  ForState,
  SourceHandler,
  StateHandler,
  type ForSource,
} from './commands/register.handlers.js';
import { ForMembership, MembershipHandler } from './commands/membership.handler.js';
import type { Register } from './open-register.js';

export type AnyCommand = ForMembership | ForBody | ForState | ForSource | ForContact;

/** A command and the instant at which a register that followed the news would have been given it. */
export interface TimedCommand {
  readonly at: Date;
  readonly command: AnyCommand;
}

/**
 * Carries the commands out, in order, against a log in memory whose clock shows the instant of each, and hands that log
 * over to an empty register in one transaction: all of it is there afterwards, or nothing. Gives the number of events;
 * 0 where the register holds something already. A command that is refused ends it all.
 */
export async function loadEmptyRegister(
  register: Register,
  commands: Iterable<TimedCommand>,
): Promise<number> {
  if ((await register.store.head()).position > 0) return 0;
  let now = new Date(0);
  const clock = () => now;
  const memory = new InMemoryEventStore({ codec, clock });
  const carryOut = dispatcher(memory, clock);
  for (const { at, command } of commands) {
    now = at;
    await carryOut(command);
  }
  const events = memory.all();
  const pool = steadyPool({ ...register.owner, max: 1 });
  try {
    await loadLog(pool, codec, [events]);
    return events.length;
  } catch (error) {
    if (error instanceof StoreError && error.code === 'not-empty') return 0;
    throw error;
  } finally {
    await pool.end();
  }
}

/** The same handlers that the command bus calls, over another log. */
function dispatcher(store: InMemoryEventStore, clock: () => Date) {
  const memberships = new MembershipHandler(store, clock);
  const bodies = new BodyHandler(store, clock);
  const states = new StateHandler(store, clock);
  const sources = new SourceHandler(store);
  const contacts = new ContactHandler(store, clock);
  return (command: AnyCommand) => {
    if (command instanceof ForMembership) return memberships.execute(command);
    if (command instanceof ForBody) return bodies.execute(command);
    if (command instanceof ForState) return states.execute(command);
    if (command instanceof ForContact) return contacts.execute(command);
    return sources.execute(command);
  };
}

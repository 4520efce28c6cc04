// What becomes of a command, from the bus to the log.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  acceptance,
  CAST,
  claim,
  invitation,
  LAND_IN_CLUB,
  record,
  registerBody,
  registerSource,
  registerState,
  retract,
  withdrawal,
} from '../../../../test/support/commands.js';
import type { MembershipEvent } from '#register';
import { testRegister, type TestRegister } from '../../../../test/support/register.js';
import { connectRegister } from '../open-register.js';
import type { AnyCommand } from '../load-register.js';
import { membershipCommand, stateCommand } from './command-of.js';
import type { Outcome } from './envelope.js';
import { MembershipHandler, type ForMembership } from './membership.handler.js';
import { Refused } from './refused.js';

const STREAM = 'membership-club-X-LAND';

let register: TestRegister;
beforeEach(async () => {
  register = await testRegister();
  for (const command of CAST) await register.execute(command);
});
afterEach(() => register.close());

const execute = (command: AnyCommand) => register.execute(command);
const head = async () => (await register.store.head()).position;
const line = async () => (await register.store.readStreams([STREAM])).get(STREAM) ?? [];

/** The refusal of a command, which has written nothing. */
async function refusalOf(command: AnyCommand): Promise<unknown> {
  const before = await head();
  const error: unknown = await execute(command).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Refused);
  expect(await head()).toBe(before);
  return (error as Refused).refusal;
}

describe('a command', () => {
  it('that is carried out is an event in the log, with who gave it and why', async () => {
    const outcome = await execute(
      record(invitation(), {
        actor: 'officer:badr',
        correlationId: 'request-1',
        causationId: 'note-7',
        batchId: 'monday',
      }),
    );
    const [event, ...others] = await line();
    expect(others).toEqual([]);
    expect(outcome).toEqual({ position: 4, version: 1, events: [event!.eventId] });
    expect(event).toMatchObject({
      position: 4,
      streamId: STREAM,
      version: 1,
      type: 'InvitationReceived',
      data: invitation().data,
      metadata: {
        actor: 'officer:badr',
        correlationId: 'request-1',
        causationId: 'note-7',
        batchId: 'monday',
      },
    });
  });

  it('may bring the id of its event along', async () => {
    const eventId = 'b0686778-c2af-56b7-9912-a85b543b09ce';
    expect(await execute(record(invitation(), { eventId }))).toMatchObject({ events: [eventId] });
    expect((await line())[0]!.eventId).toBe(eventId);
  });

  it('that says what is on record already yields nothing', async () => {
    const first = await execute(record(invitation()));
    expect(await execute(record(invitation()))).toEqual({ ...first, events: [] });
    expect(await execute(registerState('X-LAND'))).toMatchObject({ version: 1, events: [] });
    expect(await execute(registerBody('club'))).toMatchObject({ events: [] });
    expect(await execute(registerSource('gazette-1'))).toMatchObject({ events: [] });
    expect(await head()).toBe(4);
  });

  it('may be given again after its act was retracted', async () => {
    const { events } = await execute(record(invitation()));
    await execute(retract(events[0]!));
    expect(await execute(record(invitation()))).toMatchObject({ version: 3, events: [expect.any(String)] });
  });
});

describe('a command is refused with a code and the facts that explain it', () => {
  it('where no such act can follow', async () => {
    const { events } = await execute(record(invitation()));
    await execute(record(acceptance()));
    expect(await refusalOf(record(invitation('2026-01-20')))).toMatchObject({
      code: 'act-not-legal',
      act: 'InvitationReceived',
      on: '2026-01-20',
      standing: 'accepted',
      since: (await line())[1]!.eventId,
      legal: expect.arrayContaining(['MembershipDeclined', 'CharterSigned']),
    });
    expect(events).toHaveLength(1);
  });

  it('before anything else: for a state, a body or a source that the register does not know', async () => {
    expect(await refusalOf(record(invitation(), {}, { state: 'X-SEA', body: 'club' }))).toEqual({
      code: 'unknown-state',
      state: 'X-SEA',
    });
    expect(await refusalOf(record(invitation(), {}, { state: 'X-LAND', body: 'guild' }))).toEqual({
      code: 'unknown-body',
      body: 'guild',
    });
    expect(await refusalOf(record(invitation('2026-01-10', 'gazette-2')))).toEqual({
      code: 'unknown-source',
      source: 'gazette-2',
    });
  });

  it('for a day that has not come, by the clock of the register', async () => {
    register.setClock('2026-01-08T23:59:59Z');
    expect(await refusalOf(record(invitation('2026-01-10')))).toEqual({
      code: 'day-in-future',
      field: 'on',
      day: '2026-01-10',
      today: '2026-01-08',
    });
    register.setClock('2026-01-09T00:00:00Z');
    expect(await execute(record(invitation('2026-01-10')))).toMatchObject({ version: 1 });
  });

  it('for an act that is not on record', async () => {
    const eventId = 'b0686778-c2af-56b7-9912-a85b543b09ce';
    expect(await refusalOf(retract(eventId))).toEqual({ code: 'unknown-act', eventId });
  });

  it('for a registration that says otherwise than the first', async () => {
    expect(await refusalOf(registerState('X-LAND', {}, 'Another name'))).toEqual({
      code: 'state-exists',
      state: 'X-LAND',
    });
  });
});

describe('a command for a state on a day on which it was not there', () => {
  const membership = { state: 'X-OLD', body: 'club' };

  beforeEach(async () => {
    await execute(
      stateCommand(
        'X-OLD',
        {
          type: 'StateRegistered',
          data: { code: 'X-OLD', names: { en: 'Old' }, from: '2026-01-05', until: '2026-01-20' },
        },
        { actor: 'officer:amina' },
      ),
    );
  });

  it.each(['2026-01-04', '2026-01-21', '2026-01-25'])('is refused to a person: %s', async (on) => {
    expect(await refusalOf(record(invitation(on), {}, membership))).toEqual({
      code: 'state-not-there',
      state: 'X-OLD',
      on,
      from: '2026-01-05',
      until: '2026-01-20',
    });
  });

  it('is carried out on the days between, and for an import on any', async () => {
    expect(await execute(record(invitation('2026-01-20'), {}, membership))).toMatchObject({ version: 1 });
    const late = membershipCommand(membership, acceptance('2026-01-25'), 'import', { actor: 'loader:test' });
    expect(await execute(late)).toMatchObject({ version: 2 });
  });
});

describe('a command to correct', () => {
  const by = { actor: 'officer:amina' };
  const sources = [{ source: 'gazette-1' }];

  it('yields what is said of the act, once', async () => {
    const { events } = await execute(record(invitation()));
    const [eventId = ''] = events;
    const sayings = [
      { type: 'ActCorroborated', data: { corroborates: eventId, sources } },
      {
        type: 'ActDenied',
        data: {
          denies: eventId,
          by: { name: 'The club' },
          on: '2026-01-11',
          attestation: 'declared',
          sources,
        },
      },
      {
        type: 'ActCorrected',
        data: { corrects: eventId, act: invitation('2026-01-09') as never, reason: 'the day', sources },
      },
      { type: 'ActRetracted', data: { retracts: eventId, reason: 'misread' } },
    ] as const;
    for (const [at, saying] of sayings.entries()) {
      const command = membershipCommand(LAND_IN_CLUB, saying, 'person', by);
      expect(await execute(command)).toMatchObject({ version: at + 2, events: [expect.any(String)] });
      expect(await execute(command)).toMatchObject({ version: at + 2, events: [] });
    }
    expect((await line()).map(({ type }) => type)).toEqual([
      'InvitationReceived',
      ...sayings.map(({ type }) => type),
    ]);
  });

  it('cites what the register knows', async () => {
    const { events } = await execute(record(invitation()));
    const unknown: MembershipEvent = {
      type: 'ActCorroborated',
      data: { corroborates: events[0]!, sources: [{ source: 'gazette-2' }] },
    };
    expect(await refusalOf(membershipCommand(LAND_IN_CLUB, unknown, 'person', by))).toEqual({
      code: 'unknown-source',
      source: 'gazette-2',
    });
  });
});

describe('a command with an idempotency key', () => {
  const key = { idempotencyKey: 'form-1' };

  it('repeated, comes to what it came to the first time, though the line has moved on since', async () => {
    const first = await execute(record(invitation(), key));
    await execute(record(acceptance()));
    const { events, ...where } = first;
    expect(events).toHaveLength(1);
    expect(await execute(record(invitation(), key))).toEqual({ ...where, events: [] });
    expect(await head()).toBe(5);
  });

  it('repeated after its act was retracted, does not bring the act back', async () => {
    const { position, events } = await execute(record(invitation(), key));
    await execute(retract(events[0]!));
    expect(await execute(record(invitation(), key))).toMatchObject({ position, events: [] });
    expect(await line()).toHaveLength(2);
  });

  it('and with other content is refused', async () => {
    await execute(record(invitation(), key));
    const before = await head();
    for (const other of [
      record(acceptance(), key),
      registerState('X-SEA', key),
      record(invitation('2026-01-11'), key),
    ]) {
      await expect(execute(other)).rejects.toMatchObject({ name: 'StoreError', code: 'key-reused' });
    }
    expect(await head()).toBe(before);
  });

  it('that was refused may be given again once the reason is gone', async () => {
    const citing = record(invitation('2026-01-10', 'gazette-2'), key);
    expect(await refusalOf(citing)).toMatchObject({ code: 'unknown-source' });
    await execute(registerSource('gazette-2'));
    expect(await execute(citing)).toMatchObject({ events: [expect.any(String)] });
  });

  it('sent twenty times at once is carried out once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => execute(record(claim('once'), key))));
    expect(new Set(outcomes.map(({ position }) => position))).toEqual(new Set([4]));
    expect(outcomes.flatMap(({ events }) => events)).toHaveLength(1);
    expect(await line()).toHaveLength(1);
  });
});

describe('a command that names the version it has seen', () => {
  it('is refused when the line has moved on', async () => {
    await execute(record(invitation(), { expectedVersion: 0 }));
    expect(await refusalOf(record(acceptance(), { expectedVersion: 0 }))).toEqual({
      code: 'stale-version',
      expected: 0,
      actual: 1,
    });
    expect(await execute(record(acceptance(), { expectedVersion: 1 }))).toMatchObject({ version: 2 });
  });

  it('and is repeated with its key, is answered as the first time', async () => {
    const seen = { expectedVersion: 0, idempotencyKey: 'form-1' };
    const first = await execute(record(invitation(), seen));
    expect(await execute(record(invitation(), seen))).toMatchObject({ position: first.position, version: 1 });
  });

  it('is refused too when another is faster by a moment', async () => {
    const settled = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) => execute(record(claim(`of officer ${n}`), { expectedVersion: 0 }))),
    );
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of settled) {
      if (result.status === 'rejected') {
        expect(result.reason).toBeInstanceOf(Refused);
        expect((result.reason as Refused).refusal).toEqual({ code: 'stale-version', expected: 0, actual: 1 });
      }
    }
  });
});

describe('commands at the same moment', () => {
  it('twenty times the same act leave one', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => execute(record(invitation()))));
    expect(await line()).toHaveLength(1);
    expect(outcomes.flatMap(({ events }) => events)).toHaveLength(1);
    for (const outcome of outcomes) expect(outcome).toMatchObject({ position: 4, version: 1 });
  });

  it('twenty different acts of one membership are all recorded, one after the other', async () => {
    const notes = Array.from({ length: 20 }, (_, n) => `claim ${n}`);
    const outcomes = await Promise.all(notes.map((note) => execute(record(claim(note)))));
    expect((await line()).map(({ version }) => version)).toEqual(notes.map((_, n) => n + 1));
    expect(outcomes.map(({ version }) => version).sort((a, b) => a - b)).toEqual(notes.map((_, n) => n + 1));
    expect(await head()).toBe(23);
  });

  it('are each judged by what the one before it left', async () => {
    const { events } = await execute(record(invitation()));
    const [retraction, withdrawn] = await Promise.allSettled([
      execute(retract(events[0]!)),
      execute(record(withdrawal())),
    ]);
    // Whichever is first: an invitation that was retracted cannot be withdrawn any more.
    expect(retraction.status).toBe('fulfilled');
    if (withdrawn.status === 'fulfilled') expect(withdrawn.value.version).toBe(2);
    else
      expect((withdrawn.reason as Refused).refusal).toMatchObject({
        code: 'act-not-legal',
        standing: 'none',
      });
    expect(await line()).toHaveLength(withdrawn.status === 'fulfilled' ? 3 : 2);
  });

  it('from two processes are recorded as well', async () => {
    const other = await connectRegister(register.database.connections, register.clock);
    const handler = new MembershipHandler(other.store, other.clock);
    const elsewhere = (command: ForMembership): Promise<Outcome> => handler.execute(command);
    try {
      const notes = Array.from({ length: 12 }, (_, n) => `claim ${n}`);
      await Promise.all(
        notes.map((note, n) => (n % 2 === 0 ? execute(record(claim(note))) : elsewhere(record(claim(note))))),
      );
      expect((await line()).map(({ version }) => version)).toEqual(notes.map((_, n) => n + 1));
    } finally {
      await other.close();
    }
  });

  it('of many streams leave no hole in the log', async () => {
    const codes = Array.from({ length: 60 }, (_, n) => `X-LAND-${n}`);
    await Promise.all(codes.map((code) => execute(registerState(code))));
    const positions = [];
    for await (const batch of register.store.readAll())
      positions.push(...batch.map(({ position }) => position));
    expect(positions).toEqual(Array.from({ length: 63 }, (_, n) => n + 1));
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadDemo } from '../../../test/support/demo.js';
import { DEMO_EVENTS } from '../../../test/support/demo-facts.js';
import { CAST, invitation, record, registerState } from '../../../test/support/commands.js';
import { testRegister, type TestRegister } from '../../../test/support/register.js';
import { Refused } from './commands/refused.js';
import { loadEmptyRegister, type AnyCommand, type TimedCommand } from './load-register.js';

let register: TestRegister;
beforeEach(async () => {
  register = await testRegister();
});
afterEach(() => register.close());

const given = (at: string, command: AnyCommand): TimedCommand => ({ at: new Date(at), command });
const cast = (at: string) => CAST.map((command) => given(at, command));

async function log() {
  const events = [];
  for await (const batch of register.store.readAll()) events.push(...batch);
  return events;
}

describe('an empty register', () => {
  it('is filled as if each command had been given on its own day', async () => {
    const commands = [
      ...cast('2026-01-01T08:00:00Z'),
      given('2026-01-11T09:30:00.250Z', record(invitation())),
    ];
    expect(await loadEmptyRegister(register, commands)).toBe(4);
    expect(
      (await log()).map(({ position, streamId, recordedAt }) => [position, streamId, recordedAt]),
    ).toEqual([
      [1, 'state-X-LAND', '2026-01-01T08:00:00.000Z'],
      [2, 'body-club', '2026-01-01T08:00:00.000Z'],
      [3, 'source-gazette-1', '2026-01-01T08:00:00.000Z'],
      [4, 'membership-club-X-LAND', '2026-01-11T09:30:00.250Z'],
    ]);
    expect(await register.store.positionAt(new Date('2026-01-05T00:00:00Z'))).toBe(3);
  });

  it('knows from then on what is recorded when it is recorded', async () => {
    await loadEmptyRegister(register, cast('2026-01-01T08:00:00Z'));
    const before = Date.now();
    await register.execute(registerState('X-SEA'));
    const { position, recordedAt } = await register.store.head();
    expect(position).toBe(4);
    expect(Date.parse(recordedAt!)).toBeGreaterThanOrEqual(before - 1000);
    expect(Date.parse(recordedAt!)).toBeLessThanOrEqual(Date.now() + 1000);
  });

  it('is judged by the day of each command, not by today', async () => {
    const commands = [
      ...cast('2026-01-01T08:00:00Z'),
      given('2026-01-02T08:00:00Z', record(invitation('2026-01-10'))),
    ];
    await expect(loadEmptyRegister(register, commands)).rejects.toMatchObject({
      refusal: { code: 'day-in-future', day: '2026-01-10', today: '2026-01-02' },
    });
  });

  it('stays empty when one command is refused', async () => {
    const unknown = record(invitation(), {}, { state: 'X-SEA', body: 'club' });
    const load = loadEmptyRegister(register, [
      ...cast('2026-01-01T08:00:00Z'),
      given('2026-01-12T00:00:00Z', unknown),
    ]);
    await expect(load).rejects.toThrow(Refused);
    expect(await log()).toEqual([]);
    expect(await register.store.head()).toEqual({ position: 0, recordedAt: null });
  });

  it('stays empty when a command is of the future', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    await expect(loadEmptyRegister(register, cast(tomorrow))).rejects.toMatchObject({ code: 'bad-request' });
    expect(await log()).toEqual([]);
  });

  it('never goes back in time', async () => {
    const commands = [...cast('2026-01-11T00:00:00Z'), given('2026-01-10T00:00:00Z', record(invitation()))];
    await loadEmptyRegister(register, commands).catch(() => undefined);
    const instants = (await log()).map(({ recordedAt }) => recordedAt);
    expect(instants).toEqual([...instants].sort());
  });
});

describe('a register that holds something', () => {
  it('is left as it is', async () => {
    await register.execute(registerState('X-SEA'));
    expect(await loadEmptyRegister(register, cast('2026-01-01T08:00:00Z'))).toBe(0);
    expect((await log()).map(({ streamId }) => streamId)).toEqual(['state-X-SEA']);
  });

  it('is left as it is by the second of two loads at the same moment', async () => {
    const loaded = await Promise.all(
      [1, 2, 3].map(() => loadEmptyRegister(register, cast('2026-01-01T08:00:00Z'))),
    );
    expect(loaded.sort()).toEqual([0, 0, 3]);
    expect(await log()).toHaveLength(3);
  });
});

describe('the demo register', () => {
  it('is loaded once', async () => {
    expect(await loadDemo(register)).toBe(DEMO_EVENTS);
    expect(await loadDemo(register)).toBe(0);
    expect((await register.store.head()).position).toBe(DEMO_EVENTS);
  });
});

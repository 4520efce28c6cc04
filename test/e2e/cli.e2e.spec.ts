// `npm run chancery -- …` as processes of their own, whether the server runs or not. What each command says and does is
// in apps/cli.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DEMO_EVENTS } from '../support/demo-facts.js';
import { Household, root, standingsOf, type Ended, type Running } from '../support/program.js';

jest.setTimeout(60_000);

let household: Household;
beforeAll(async () => {
  household = new Household();
  const server = household.serve();
  await server.ready();
  await server.end('SIGTERM');
});
afterAll(() => household.leave());

const chancery = (...args: string[]) => household.chancery(args);

/** What a call printed that went well, and as JSON. */
async function printed(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await chancery(...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}
const json = async (...args: string[]) => JSON.parse(await printed(...args, '--json'));

/** The one line of a call that did not go well. */
async function line(code: number, call: Promise<Ended>): Promise<string> {
  const ended = await call;
  expect({ code: ended.code, stdout: ended.stdout }).toEqual({ code, stdout: '' });
  expect(ended.stderr).toMatch(/^[^\n]+\n$/);
  return ended.stderr.trimEnd();
}

const acceptance = (state: string, on: string) =>
  ['record', 'MembershipAccepted', state, 'board-of-peace', '--means', 'letter', '--on', on].concat(
    '--attestation',
    'declared',
    '--source',
    'alamsar-2026-01-19',
  );

describe('while no server runs', () => {
  it('reads, and leaves nothing running', async () => {
    const text = await printed('show', 'KAZ', '--as-of', '2025-11-06');
    expect(text).toMatch(/Abraham Accords +intending +2025-11-06 +declared +joined, disputed \(stated\)\n$/);
    expect(household.processesInData()).toEqual([]);
  });

  it('explains why a state has the standing that it has', async () => {
    const text = await printed('explain', 'KAZ', 'abraham-accords', '--as-of', '2025-11-06');
    expect(text).toMatch(/^Kazakhstan in Abraham Accords on 2025-11-06, as known at position \d+:\n/);
    expect(text).toMatch(/by its own words {2}intending\n {2}by every word {5}joined \(disputed\)\n/);
    expect(text).toMatch(
      /\n\* 2025-11-06 {2}AccordJoined \(reported[^\n]*\n {4}counts; supports the reported\n/,
    );
    expect(text).toMatch(
      /\n {2}2025-11-07 {2}AccordJoined \(declared[^\n]*\n {4}counts; not in effect yet on that day\n/,
    );
    expect(household.processesInData()).toEqual([]);
  });

  it('records, and finds it there the next time', async () => {
    const first = await json(...acceptance('LIE', '2026-01-20'), '--key', 'form-1');
    expect(first).toEqual({ position: DEMO_EVENTS + 1, version: 1, events: [expect.any(String)] });
    expect(await json(...acceptance('LIE', '2026-01-20'), '--key', 'form-1')).toEqual({
      ...first,
      events: [],
    });
    expect(household.processesInData()).toEqual([]);
  });

  it('by two processes at once leaves one of what is the same, and both of what is not', async () => {
    const outcomes = await Promise.all([
      json(...acceptance('LVA', '2026-01-20')),
      json(...acceptance('LVA', '2026-01-20')),
      json(...acceptance('ISL', '2026-01-20')),
    ]);
    expect(outcomes.slice(0, 2).flatMap(({ events }) => events)).toHaveLength(1);
    expect(outcomes[2].events).toHaveLength(1);
    expect(household.processesInData()).toEqual([]);
    expect(await json('replay')).toMatchObject({ position: DEMO_EVENTS + 3, differences: [] });
  });

  it('ends with an exit code that says how it went', async () => {
    const other = join(household.data, 'other');
    mkdirSync(join(other, 'postgres'), { recursive: true });
    writeFileSync(join(other, 'postgres', 'PG_VERSION'), '14\n');
    expect(await line(1, chancery('show', 'XXX'))).toBe(
      'The register has no state XXX; it goes by codes such as KAZ.',
    );
    expect(await line(3, household.chancery(['show', 'KAZ'], { CHANCERY_DATA: other }))).toMatch(
      /are of PostgreSQL 14/,
    );
    const { code, stdout, stderr } = await chancery('show', 'KAZ', '--as-of', '2025-02-30');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^error: .*--as-of .*a day that exists.*\n\(--help tells more\)\n$/);
    const viaNpm = household.node([join(root, 'scripts/chancery.mjs'), 'show', '--help']).ended;
    expect(await viaNpm).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Usage: chancery show /),
      stderr: '',
    });
  });
});

describe('beside a server that runs', () => {
  let server: Running;
  let address: string;
  beforeAll(async () => {
    server = household.serve();
    address = await server.ready();
  });

  it('a retraction of the signature changes the answer now, and not at the position before', async () => {
    const { acts } = await json('show', 'KAZ', '--body', 'board-of-peace');
    const signed = acts.find(({ row }: { row: { type: string } }) => row.type === 'CharterSigned').row
      .eventId;
    const retraction = [
      'record',
      'ActRetracted',
      'KAZ',
      'board-of-peace',
      '--retracts',
      signed,
      '--reason',
      'misread',
    ];
    const { position } = await json(...retraction);

    const [without, signing] = [
      { 'board-of-peace': 'accepted/accepted' },
      { 'board-of-peace': 'party/party' },
    ];
    expect(await standingsOf(address, 'KAZ', `?minPosition=${String(position)}`)).toMatchObject(without);
    expect(await standingsOf(address, 'KAZ')).toMatchObject(without);
    expect(await standingsOf(address, 'KAZ', `?atPosition=${String(position - 1)}`)).toMatchObject(signing);
    const [now, before, replay] = await Promise.all([
      printed('show', 'KAZ'),
      printed('show', 'KAZ', '--at-position', String(position - 1)),
      json('replay', '--body', 'board-of-peace'),
    ]);
    expect(now).toMatch(/Board of Peace +accepted /);
    expect(before).toMatch(/Board of Peace +party /);
    expect(replay.standings).toContainEqual(
      expect.objectContaining({ state: 'KAZ', own: expect.objectContaining({ standing: 'accepted' }) }),
    );
    expect(replay).toMatchObject({ position, differences: [] });
  });

  it('leaves the server running', () => {
    expect(server.hasEnded).toBe(false);
    expect(server.stderr).toBe('');
  });
});

// What each command says and does, over a register of its own.
import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { call } from '../../../test/support/command-line.js';
import { demo } from '../../../test/support/demo.js';
import { DEMO_EVENTS } from '../../../test/support/demo-facts.js';
import { testDatabase, type TestDatabase } from '../../../test/support/database.js';
import { runProgram } from './program.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase(demo);
});
afterAll(() => database.drop());

const chancery = (...args: string[]) => call(runProgram, args, database);

/** What a call printed that went well, and as JSON. */
async function printed(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await chancery(...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}
const json = async (...args: string[]) => JSON.parse(await printed(...args, '--json'));

/** The one line of a call that did not go well. */
async function line(code: number, ...args: string[]): Promise<string> {
  const called = await chancery(...args);
  expect({ code: called.code, stdout: called.stdout }).toEqual({ code, stdout: '' });
  expect(called.stderr).toMatch(/^[^\n]+\n$/);
  return called.stderr.trimEnd();
}

const BY_ITS_WORD = ['--attestation', 'declared', '--source', 'alamsar-2026-01-19'];
const acceptance = (state: string, on: string) =>
  [
    'record',
    'MembershipAccepted',
    state,
    'board-of-peace',
    '--means',
    'letter',
    '--on',
    on,
    ...BY_ITS_WORD,
  ] as const;

describe('show', () => {
  it('gives the standing of a state in every body', async () => {
    expect(await printed('show', 'KAZ', '--as-of', '2026-02-01')).toBe(
      [
        `Kazakhstan (KAZ) as of 2026-02-01, as known at position ${DEMO_EVENTS}`,
        '',
        'body             standing  since       attested  reported',
        '---------------  --------  ----------  --------  -------------------',
        'Abraham Accords  joined    2025-11-07  declared  joined (declared)',
        'Board of Peace   accepted  2026-01-19  declared  accepted (declared)',
        '',
      ].join('\n'),
    );
  });

  it('goes by both clocks', async () => {
    expect(await printed('show', 'KAZ', '--as-of', '2025-11-06')).toMatch(
      /Abraham Accords +intending +2025-11-06 +declared +joined \(reported\)\n$/,
    );
    expect(await printed('show', 'KAZ', '--as-of', '2025-11-05')).toMatch(/\n\nNo standing in any body\.\n$/);
    expect(await json('show', 'KAZ', '--known-at', '2026-01-18T00:00:00Z')).toMatchObject({
      state: 'KAZ',
      position: 266,
      memberships: [{ body: 'abraham-accords' }],
    });
    expect(await json('show', 'KAZ', '--at-position', '269', '--as-of', '2026-01-19')).toMatchObject({
      asOf: '2026-01-19',
      position: 269,
      memberships: [{ standing: 'joined' }, { body: 'board-of-peace', standing: 'invited' }],
    });
    expect(await line(1, 'show', 'KAZ', '--at-position', '0')).toMatch(/^The register has no state KAZ/);
  });

  it('gives the line and the acts of one membership', async () => {
    const text = await printed('show', 'KAZ', '--body', 'abraham-accords');
    expect(text).toMatch(
      /2025-11-06 +2025-11-07 +intending +declared +joined\n2025-11-07 +joined +declared +joined\n/,
    );
    expect(text).toMatch(/266 +2025-11-07 +AccordJoined +declared +counts +[0-9a-f-]{36}\n$/);
    expect(await json('show', 'KAZ', '--body', 'abraham-accords')).toMatchObject({
      body: 'abraham-accords',
      line: [{}, {}],
      acts: [{}, {}, {}, {}],
    });
    expect(await printed('show', 'NOR', '--body', 'abraham-accords')).toMatch(/\n\nNothing on record\.\n$/);
  });

  it('says with exit code 1 what the register does not have', async () => {
    expect(await line(1, 'show', 'XXX')).toBe('The register has no state XXX; it goes by codes such as KAZ.');
    expect(await line(1, 'show', 'kaz')).toBe('The register has no state kaz; it goes by codes such as KAZ.');
    expect(await line(1, 'show', 'KAZ', '--body', 'nato')).toBe(
      'The register has no body nato; it goes by slugs such as board-of-peace.',
    );
    expect(await line(1, 'show', 'KAZ', '--body', 'board-of-peace', '--at-position', '266')).toBe(
      'The register has no body board-of-peace; it goes by slugs such as board-of-peace.',
    );
  });

  it('says with exit code 2 what cannot be asked', async () => {
    expect(await line(2, 'show', 'KAZ', '--at-position', '272')).toBe(
      '--at-position lies beyond the end of the log, which is 271.',
    );
    expect(await line(2, 'show', 'KAZ', '--known-at', '2999-01-01T00:00:00Z')).toBe(
      '--known-at lies in the future.',
    );
  });
});

describe('replay', () => {
  it('says that the live tables are as the log says', async () => {
    const text = await printed('replay');
    expect(text).toMatch(/board-of-peace +KAZ +accepted +2026-01-19 +declared +accepted\n/);
    expect(text).toMatch(
      /Replayed 271 events; root of the log [0-9a-f]{64}\.\nThe live tables hold exactly what the log says\.\n$/,
    );
  });

  it('goes up to a position, and shows one body', async () => {
    expect(await json('replay', '--at-position', '269', '--body', 'board-of-peace')).toMatchObject({
      position: 269,
      root: expect.stringMatching(/^[0-9a-f]{64}$/),
      standings: [{ body: 'board-of-peace', state: 'KAZ', own: { standing: 'invited' } }],
      differences: [],
    });
    expect(await json('replay', '--at-position', '0')).toMatchObject({ standings: [], differences: [] });
  });

  it('says with exit code 2 that it cannot go beyond the log', async () => {
    expect(await line(2, 'replay', '--at-position', '272')).toBe(
      '--at-position lies beyond the end of the log, which is 271.',
    );
  });

  it('says with exit code 4 which row somebody has changed', async () => {
    const change = (reported: string) =>
      database.admin.query("update read_model.membership_history set reported = $1 where state = 'SAU'", [
        reported,
      ]);
    await change('party');
    const [text, machine] = [await chancery('replay'), await chancery('replay', '--json')];
    await change('declined');
    expect({ ...text, stdout: '' }).toEqual({ code: 4, stdout: '', stderr: '' });
    expect(text.stdout).toMatch(
      /The live tables differ in 1 rows:\n {2}SAU in abraham-accords\n +replayed .*declined.*\n +live .*party/,
    );
    expect(machine.code).toBe(4);
    expect(JSON.parse(machine.stdout).differences).toMatchObject([{ state: 'SAU' }]);
    expect((await chancery('replay')).code).toBe(0);
  });
});

describe('record', () => {
  it('records an act once, however often it is given', async () => {
    expect(await printed(...acceptance('NOR', '2026-01-20'))).toMatch(
      /^Recorded at position 272 as event [0-9a-f-]{36}\.\n$/,
    );
    expect(await printed(...acceptance('NOR', '2026-01-20'))).toBe(
      'Nothing to do: this is on record already.\n',
    );
    expect(await printed('show', 'NOR')).toMatch(/Board of Peace +accepted +2026-01-20 +declared/);
  });

  it('registers a source, a state and a body', async () => {
    const { position } = await json(
      'record',
      'SourceRegistered',
      '--data',
      '{"id":"gazette-1","outlet":"The Gazette","language":"en"}',
    );
    await printed('record', 'StateRegistered', '--data', '{"code":"X-LAND","names":{"en":"Land"}}');
    const body = {
      slug: 'club',
      kind: 'forum',
      names: { en: 'Club' },
      rule: { binding: 'declaration', invitation: false },
      sources: [],
    };
    await printed('record', 'BodyRegistered', '--data', JSON.stringify(body));
    const joining = [
      '--on',
      '2026-01-20',
      '--attestation',
      'declared',
      '--source',
      'gazette-1',
      '--quote',
      'joins',
      '--actor',
      'officer:amina',
    ];
    await printed('record', 'AccordJoined', 'X-LAND', 'club', ...joining);
    const { acts } = await json('show', 'X-LAND', '--body', 'club');
    expect(acts).toMatchObject([
      {
        position: Number(position) + 3,
        actor: 'officer:amina',
        data: { basis: 'act', sources: [{ source: 'gazette-1', quote: 'joins' }] },
      },
    ]);
  });

  it('refuses with exit code 1, says why and what would be possible', async () => {
    const invitation = [
      'record',
      'InvitationReceived',
      'NOR',
      'board-of-peace',
      '--by-state',
      'USA',
      '--on',
      '2026-01-25',
    ];
    expect(await line(1, ...invitation, ...BY_ITS_WORD)).toMatch(
      /^InvitationReceived cannot follow: on 2026-01-25 the state is “accepted” \(since event [0-9a-f-]{36}\)\. Possible there: InvitationWithdrawn, MembershipDeclined, .*An import may record it all the same \(--import\)\.$/,
    );
    expect(await line(1, ...acceptance('SWE', '2999-01-01'))).toMatch(
      /^--on 2999-01-01 lies in the future \(today is \d{4}-\d\d-\d\d\)/,
    );
    expect(await line(1, ...acceptance('XXX', '2026-01-20'))).toBe(
      'The register has no state XXX; it goes by codes such as KAZ.',
    );
    expect(await line(1, ...acceptance('SWE', '2026-01-20'), '--source', 'nobody-1')).toBe(
      'The register has no source nobody-1; record it first with SourceRegistered.',
    );
    const intent = [
      'record',
      'IntentAnnounced',
      'SWE',
      'board-of-peace',
      '--by-state',
      'USA',
      '--on',
      '2026-01-20',
    ];
    expect(await line(1, ...intent, ...BY_ITS_WORD)).toMatch(
      /^USA speaks of SWE here, which is at most “stated”/,
    );
    expect(await printed('show', 'SWE')).toMatch(/No standing in any body/);
  });

  it('as an import records what no person could', async () => {
    const invitation = [
      'record',
      'InvitationReceived',
      'NOR',
      'board-of-peace',
      '--by-state',
      'USA',
      '--on',
      '2026-01-25',
    ];
    expect(await printed(...invitation, ...BY_ITS_WORD, '--import')).toMatch(/^Recorded at position/);
  });

  it('with a key gives the first outcome again, and refuses the key for anything else', async () => {
    const first = await json(...acceptance('FIN', '2026-01-20'), '--key', 'form-1');
    expect(first).toEqual({ position: expect.any(Number), version: 1, events: [expect.any(String)] });
    expect(await json(...acceptance('FIN', '2026-01-20'), '--key', 'form-1')).toEqual({
      ...first,
      events: [],
    });
    expect(await line(1, ...acceptance('FIN', '2026-01-21'), '--key', 'form-1')).toMatch(/^key-reused: /);
  });

  it('with the version that was seen refuses when the line has moved on', async () => {
    expect(await line(1, ...acceptance('FIN', '2026-01-22'), '--expected-version', '0')).toBe(
      'Someone recorded meanwhile: the stream is at version 1, not 0. Look again, then repeat.',
    );
    expect(await json(...acceptance('FIN', '2026-01-22'), '--expected-version', '1')).toMatchObject({
      version: 2,
    });
  });

  it('of a retraction takes the act back, and shows it as retracted', async () => {
    const { events } = await json(...acceptance('DNK', '2026-01-20'));
    const retraction = [
      'record',
      'ActRetracted',
      'DNK',
      'board-of-peace',
      '--retracts',
      events[0],
      '--reason',
      'misread',
    ];
    const { position } = await json(...retraction);
    expect(await printed(...retraction)).toBe('Nothing to do: this is on record already.\n');
    expect(await printed('show', 'DNK')).toMatch(/No standing in any body/);
    expect(await printed('show', 'DNK', '--body', 'board-of-peace')).toMatch(
      new RegExp(`MembershipAccepted +declared +retracted at ${String(position)} +${String(events[0])}`),
    );
    expect(await line(1, 'record', 'ActRetracted', 'NOR', 'board-of-peace', ...retraction.slice(4))).toMatch(
      /^There is no act with the event id \S+ in this membership; “chancery show STATE --body BODY” lists them\.$/,
    );
  });

  it('leaves the live tables as the log says', async () => {
    expect(await json('replay')).toMatchObject({ differences: [] });
  });
});

it('tells of an empty register how to fill it', async () => {
  const empty = await testDatabase();
  expect(await call(runProgram, ['show', 'KAZ'], empty)).toEqual({
    code: 1,
    stdout: '',
    stderr: 'The register is empty; “npm start” loads the demo register the first time.\n',
  });
  await empty.drop();
});

// What each command says and does, over a register of its own.
import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { call } from '../../../test/support/command-line.js';
import { demo } from '../../../test/support/demo.js';
import { DEMO_EVENTS, demoBody, demoRow } from '../../../test/support/demo-facts.js';
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
        'body             standing  since       attested  reported           roles',
        '---------------  --------  ----------  --------  -----------------  --------',
        'Abraham Accords  joined    2025-11-07  declared  joined (declared)',
        'Board of Peace   party     2026-01-22  signed    party (signed)     founding',
        '',
      ].join('\n'),
    );
  });

  it('goes by both clocks', async () => {
    const invited = demoRow('kaz-board-of-peace-invited').position;
    const known = (await json('show', 'KAZ', '--known-at', '2026-01-18T00:00:00Z')).position;
    expect(known).toBeLessThan(invited);
    expect(await printed('show', 'KAZ', '--as-of', '2025-11-06')).toMatch(
      /Abraham Accords +intending +2025-11-06 +declared +joined, disputed \(stated\)\n$/,
    );
    expect(await printed('show', 'KAZ', '--as-of', '2025-11-05')).toMatch(/\n\nNo standing in any body\.\n$/);
    expect(await json('show', 'KAZ', '--known-at', '2026-01-18T00:00:00Z')).toMatchObject({
      state: 'KAZ',
      position: known,
      memberships: [{ body: 'abraham-accords' }],
    });
    expect(
      await json('show', 'KAZ', '--at-position', String(invited), '--as-of', '2026-01-19'),
    ).toMatchObject({
      asOf: '2026-01-19',
      position: invited,
      memberships: [
        { own: { standing: 'joined' } },
        { body: 'board-of-peace', own: { standing: 'invited' } },
      ],
    });
    expect(await line(1, 'show', 'KAZ', '--at-position', '0')).toMatch(/^The register has no state KAZ/);
  });

  it('gives the line and the acts of one membership', async () => {
    const text = await printed('show', 'KAZ', '--body', 'abraham-accords');
    expect(text).toMatch(
      /2025-11-06 +2025-11-07 +intending +declared +joined, disputed\n2025-11-07 +2026-01-19 +joined +declared +joined\n/,
    );
    const { position, eventId } = demoRow('kaz-abraham-accords-joined');
    expect(text).toMatch(
      new RegExp(`${position} +2025-11-07 +AccordJoined +declared +counts +${eventId}\\n`),
    );
    expect(await json('show', 'KAZ', '--body', 'abraham-accords')).toMatchObject({
      body: 'abraham-accords',
      line: [{}, {}, {}],
      acts: Array.from({ length: 11 }, () => ({})),
    });
    expect(await printed('show', 'ISL', '--body', 'abraham-accords')).toMatch(/\n\nNothing on record\.\n$/);
  });

  it('says with exit code 1 what the register does not have', async () => {
    expect(await line(1, 'show', 'XXX')).toBe('The register has no state XXX; it goes by codes such as KAZ.');
    expect(await line(1, 'show', 'kaz')).toBe('The register has no state kaz; it goes by codes such as KAZ.');
    expect(await line(1, 'show', 'KAZ', '--body', 'nato')).toBe(
      'The register has no body nato; it goes by slugs such as board-of-peace.',
    );
    const before = String(demoBody('board-of-peace') - 1);
    expect(await line(1, 'show', 'KAZ', '--body', 'board-of-peace', '--at-position', before)).toBe(
      'The register has no body board-of-peace; it goes by slugs such as board-of-peace.',
    );
  });

  it('says with exit code 2 what cannot be asked', async () => {
    expect(await line(2, 'show', 'KAZ', '--at-position', String(DEMO_EVENTS + 1))).toBe(
      `--at-position lies beyond the end of the log, which is ${DEMO_EVENTS}.`,
    );
    expect(await line(2, 'show', 'KAZ', '--known-at', '2999-01-01T00:00:00Z')).toBe(
      '--known-at lies in the future.',
    );
  });
});

describe('explain', () => {
  it('tells why a state has the standing that it has', async () => {
    const text = await printed('explain', 'KAZ', 'abraham-accords', '--as-of', '2026-02-01');
    expect(text).toMatch(
      new RegExp(
        `^Kazakhstan in Abraham Accords on 2026-02-01, as known at position ${DEMO_EVENTS}:\n` +
          ' {2}by its own words {2}joined\n {2}by every word {5}joined\n',
      ),
    );
    expect(text).toMatch(
      /\n\* 2025-11-07 {2}AccordJoined \(declared[^\n]*\n {4}counts; supports the standing and the reported\n {4}from 2025-11-07: joined; reported joined\n/,
    );
    expect(text).toMatch(
      /\n {2}\.\.\/2025-11-06 {2}AccordJoined \(reported[^\n]*\n {4}does not count: recorded as a claim\n/,
    );
    expect(text).toContain('“أعلنت كازاخستان قرارها بالانضمام إلى «اتفاقيات إبراهيم»”');
  });

  it('tells what was denied, and what was withdrawn', async () => {
    const belgium = await printed('explain', 'BEL', 'board-of-peace');
    expect(belgium).toMatch(
      /CharterSigned \(stated[^\n]*\n {4}does not count: the one whose act it would be denies it\n/,
    );
    expect(belgium).toMatch(/ {4}ActDenied at position \d+/);
    const canada = await printed('explain', 'CAN', 'board-of-peace', '--as-of', '2026-01-21');
    expect(canada).toMatch(/by its own words {2}intending\n/);
    expect(canada).toMatch(/InvitationWithdrawn[^\n]*\n {4}counts; not in effect yet on that day\n/);
  });

  it('as JSON, by both clocks, and for those of whom nothing is on record', async () => {
    expect(
      await json(
        'explain',
        'KAZ',
        'board-of-peace',
        '--known-at',
        '2026-01-20T23:59:59Z',
        '--as-of',
        '2026-01-25',
      ),
    ).toMatchObject({ state: 'KAZ', body: 'board-of-peace', own: { standing: 'accepted' } });
    expect(await printed('explain', 'ISL', 'abraham-accords')).toMatch(/\n\nNothing on record\.\n$/);
    expect(await line(1, 'explain', 'XXX', 'abraham-accords')).toMatch(/^The register has no state XXX/);
    expect(await line(1, 'explain', 'KAZ', 'nato')).toMatch(/^The register has no body nato/);
  });
});

describe('replay', () => {
  it('says that the live tables are as the log says', async () => {
    const text = await printed('replay');
    expect(text).toMatch(/board-of-peace +KAZ +party +2026-01-22 +signed +party\n/);
    expect(text).toMatch(
      new RegExp(
        `Replayed ${DEMO_EVENTS} events; root of the log [0-9a-f]{64}\\.\\nThe live tables hold exactly what the log says\\.\\n$`,
      ),
    );
  });

  it('goes up to a position, and shows one body', async () => {
    const { position } = demoRow('kaz-board-of-peace-invited');
    const replayed = await json('replay', '--at-position', String(position), '--body', 'board-of-peace');
    expect(replayed).toMatchObject({
      position,
      root: expect.stringMatching(/^[0-9a-f]{64}$/),
      differences: [],
    });
    expect(replayed.standings).toContainEqual(
      expect.objectContaining({ state: 'KAZ', own: expect.objectContaining({ standing: 'invited' }) }),
    );
    expect(new Set(replayed.standings.map(({ body }: { body: string }) => body))).toEqual(
      new Set(['board-of-peace']),
    );
    expect(await json('replay', '--at-position', '0')).toMatchObject({ standings: [], differences: [] });
  });

  it('says with exit code 2 that it cannot go beyond the log', async () => {
    expect(await line(2, 'replay', '--at-position', String(DEMO_EVENTS + 1))).toBe(
      `--at-position lies beyond the end of the log, which is ${DEMO_EVENTS}.`,
    );
  });

  it('says with exit code 4 which row somebody has changed', async () => {
    const change = (reported: string) =>
      database.admin.query(
        "update read_model.membership_history set reported = $1 where state = 'OMN' and body = 'abraham-accords'",
        [reported],
      );
    await change('party');
    const [text, machine] = [await chancery('replay'), await chancery('replay', '--json')];
    await change('declined');
    expect({ ...text, stdout: '' }).toEqual({ code: 4, stdout: '', stderr: '' });
    expect(text.stdout).toMatch(
      /The live tables differ in 1 rows:\n {2}OMN in abraham-accords\n +replayed .*declined.*\n +live .*party/,
    );
    expect(machine.code).toBe(4);
    expect(JSON.parse(machine.stdout).differences).toMatchObject([{ state: 'OMN' }]);
    expect((await chancery('replay')).code).toBe(0);
  });
});

describe('record', () => {
  it('records an act once, however often it is given', async () => {
    expect(await printed(...acceptance('ISL', '2026-01-20'))).toMatch(
      new RegExp(`^Recorded at position ${DEMO_EVENTS + 1} as event [0-9a-f-]{36}\\.\\n$`),
    );
    expect(await printed(...acceptance('ISL', '2026-01-20'))).toBe(
      'Nothing to do: this is on record already.\n',
    );
    expect(await printed('show', 'ISL')).toMatch(/Board of Peace +accepted +2026-01-20 +declared/);
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
        row: { position: Number(position) + 3, actor: 'officer:amina' },
        resolved: { status: 'counts' },
        said: [],
      },
    ]);
    expect(acts.map(({ row }: { row: { data: object } }) => row.data)).toMatchObject([
      {
        basis: 'act',
        sources: [{ source: 'gazette-1', quote: 'joins' }],
      },
    ]);
  });

  it('refuses with exit code 1, says why and what would be possible', async () => {
    const invitation = [
      'record',
      'InvitationReceived',
      'ISL',
      'board-of-peace',
      '--by-state',
      'USA',
      '--on',
      '2026-01-25',
    ];
    expect(await line(1, ...invitation, ...BY_ITS_WORD)).toMatch(
      /^InvitationReceived cannot follow: on 2026-01-25 the state is “accepted” \(since event [0-9a-f-]{36}\)\. Possible there: InvitationWithdrawn, MembershipDeclined, .*An import may record it all the same \(--import\)\.$/,
    );
    expect(await line(1, ...acceptance('KIR', '2999-01-01'))).toMatch(
      /^--on 2999-01-01 lies in the future \(today is \d{4}-\d\d-\d\d\)/,
    );
    expect(await line(1, ...acceptance('XXX', '2026-01-20'))).toBe(
      'The register has no state XXX; it goes by codes such as KAZ.',
    );
    expect(await line(1, ...acceptance('KIR', '2026-01-20'), '--source', 'nobody-1')).toBe(
      'The register has no source nobody-1; record it first with SourceRegistered.',
    );
    const intent = [
      'record',
      'IntentAnnounced',
      'KIR',
      'board-of-peace',
      '--by-state',
      'USA',
      '--on',
      '2026-01-20',
    ];
    expect(await line(1, ...intent, ...BY_ITS_WORD)).toMatch(
      /^USA speaks of KIR here, which is at most “stated”/,
    );
    expect(await printed('show', 'KIR')).toMatch(/No standing in any body/);
  });

  it('as an import records what no person could', async () => {
    const invitation = [
      'record',
      'InvitationReceived',
      'ISL',
      'board-of-peace',
      '--by-state',
      'USA',
      '--on',
      '2026-01-25',
    ];
    expect(await printed(...invitation, ...BY_ITS_WORD, '--import')).toMatch(/^Recorded at position/);
  });

  it('with a key gives the first outcome again, and refuses the key for anything else', async () => {
    const first = await json(...acceptance('LUX', '2026-01-20'), '--key', 'form-1');
    expect(first).toEqual({ position: expect.any(Number), version: 1, events: [expect.any(String)] });
    expect(await json(...acceptance('LUX', '2026-01-20'), '--key', 'form-1')).toEqual({
      ...first,
      events: [],
    });
    expect(await line(1, ...acceptance('LUX', '2026-01-21'), '--key', 'form-1')).toMatch(/^key-reused: /);
  });

  it('with the version that was seen refuses when the line has moved on', async () => {
    expect(await line(1, ...acceptance('LUX', '2026-01-22'), '--expected-version', '0')).toBe(
      'Someone recorded meanwhile: the stream is at version 1, not 0. Look again, then repeat.',
    );
    expect(await json(...acceptance('LUX', '2026-01-22'), '--expected-version', '1')).toMatchObject({
      version: 2,
    });
  });

  it('of a retraction takes the act back, and shows it as retracted', async () => {
    const { events } = await json(...acceptance('MLT', '2026-01-20'));
    const retraction = [
      'record',
      'ActRetracted',
      'MLT',
      'board-of-peace',
      '--retracts',
      events[0],
      '--reason',
      'misread',
    ];
    await printed(...retraction);
    expect(await printed(...retraction)).toBe('Nothing to do: this is on record already.\n');
    expect(await printed('show', 'MLT')).toMatch(/No standing in any body/);
    expect(await printed('show', 'MLT', '--body', 'board-of-peace')).toMatch(
      new RegExp(`MembershipAccepted +declared +retracted +${String(events[0])}`),
    );
    expect(await line(1, 'record', 'ActRetracted', 'ISL', 'board-of-peace', ...retraction.slice(4))).toMatch(
      /^There is no act with the event id \S+ in this membership; “chancery show STATE --body BODY” lists them\.$/,
    );
  });

  it('of what is said of a source marks what rests on it alone, and takes the mark away', async () => {
    const source = 'mehrnews-muscat-not-to-join-tie-normalization-agreements';
    expect(await printed('show', 'OMN')).toMatch(/Abraham Accords +declined +2022/);
    await printed('record', 'SourceDiscredited', source, '--reason', 'a forgery');
    expect(await printed('show', 'OMN')).toMatch(/Abraham Accords +declined, source discredited +2022/);
    expect(await printed('explain', 'OMN', 'abraham-accords')).toContain('[discredited]');
    expect(await line(1, 'record', 'SourceDiscredited', source, '--reason', 'again')).toBe(
      'The source is discredited already: a forgery',
    );
    await printed('record', 'SourceReinstated', source, '--reason', 'it was genuine');
    expect(await printed('show', 'OMN')).toMatch(/Abraham Accords +declined +2022/);
  });

  it('of a body, a state and a contact', async () => {
    const cited = ['--attestation', 'declared', '--source', 'alamsar-2026-01-19'];
    const appointment = [
      '--organ',
      'founding-executive-board',
      '--person',
      'A. N. Other',
      '--on',
      '2026-03-01',
    ];
    await printed('record', 'OrganMemberAppointed', 'board-of-peace', ...appointment, ...cited);
    expect(
      await line(
        1,
        'record',
        'OrganMemberLeft',
        'board-of-peace',
        ...appointment.slice(0, 2),
        ...cited,
        '--on',
        '2026-03-02',
        '--person',
        'Nobody',
      ),
    ).toMatch(
      /^Nobody does not sit on founding-executive-board on 2026-03-02\. Its members: .*A\. N\. Other/,
    );
    await printed('record', 'NameAdded', 'KAZ', '--data', '{"name":"Kasachstan","language":"de"}');
    expect(await line(1, 'record', 'NameAdded', 'XXX', '--data', '{"name":"None","language":"de"}')).toBe(
      'It is not registered yet; record its registration first.',
    );
    const contact = {
      id: 'call-1',
      kind: 'call',
      participants: [{ state: 'KAZ' }, { state: 'USA' }],
      on: '2026-03-01',
      basis: 'act',
      attestation: 'reported',
      sources: [{ source: 'alamsar-2026-01-19' }],
    };
    await printed('record', 'ContactRecorded', '--data', JSON.stringify(contact));
    await printed('record', 'ContactRetracted', 'call-1', '--reason', 'never took place');
    expect(await line(1, 'record', 'ContactRetracted', 'call-2', '--reason', 'x')).toBe(
      'There is no such contact; record it first with ContactRecorded.',
    );
  });

  it('of a copy keeps the file, once, and refuses one that is empty, too large or not there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'chancery-copy-'));
    const file = join(folder, 'page.html');
    const storing = (path: string) => ['record', 'CopyStored', 'alamsar-2026-01-19', '--file', path];
    try {
      writeFileSync(file, '<p>مجلس السلام</p>');
      const sha256 = createHash('sha256').update('<p>مجلس السلام</p>').digest('hex');
      expect(await printed(...storing(file), '--data', '{"mediaType":"text/html"}')).toMatch(
        /^Recorded at position/,
      );
      expect(await printed(...storing(file), '--data', '{"mediaType":"text/html"}')).toMatch(
        /^Nothing to do/,
      );
      const { rows } = await database.admin.query('select sha256 from archive.copy');
      expect(rows).toEqual([{ sha256 }]);
      truncateSync(file, 10_000_001);
      expect(await line(2, ...storing(file))).toBe('--file holds 10000001 bytes; a copy has 1 to 10000000.');
      truncateSync(file, 0);
      expect(await line(2, ...storing(file))).toBe('--file holds 0 bytes; a copy has 1 to 10000000.');
      expect(await line(2, ...storing(join(folder, 'none')))).toMatch(/^--file: .*ENOENT/);
      expect(await line(2, ...storing(file).slice(0, 3))).toBe('--file is missing: the copy to store.');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
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

// Replays as an auditor asks for them in a browser: over HTTP, with a job in between.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { demo } from '../../../../test/support/demo.js';
import { DEMO_EVENTS, demoRow } from '../../../../test/support/demo-facts.js';
import { testRegister, type TestRegister } from '../../../../test/support/register.js';
import type { Answer } from '../../../../test/support/rest.js';
import { signedIn, type SignedInVisitor } from '../../../../test/support/signed-in.js';
import { webOver, type Web } from '../../../../test/support/web.js';

jest.setTimeout(60_000);

const AUDIT = '/admin/audit';

let register: TestRegister;
let web: Web;
let auditor: SignedInVisitor;
beforeAll(async () => {
  register = await testRegister(demo);
  web = await webOver(register);
});
afterAll(async () => {
  await web.close();
  await register.close();
});
beforeEach(async () => {
  auditor = await signedIn(register, web, 'auditor');
});

/** The page of the replay once it has ended. */
async function ended(at: string, visitor = auditor): Promise<Answer> {
  for (;;) {
    const page = await visitor.get(at);
    expect(page.status).toBe(200);
    if (!page.text.includes('<progress')) return page;
    await sleep(50);
  }
}

async function begun(fields: Record<string, string> = {}): Promise<string> {
  const { status, headers } = await auditor.post(`${AUDIT}/replay`, fields);
  expect(status).toBe(303);
  expect(headers['location']).toMatch(/^\/admin\/audit\/jobs\/[0-9a-f-]{36}$/);
  return headers['location']!;
}

describe('the audit', () => {
  it('shows an auditor the log, the tables and what can be done', async () => {
    const { status, text } = await auditor.get(AUDIT);
    expect(status).toBe(200);
    expect(text).toContain('1,020');
    for (const name of ['membership_history', 'act_log', 'dossier', 'name_index'])
      expect(text).toContain(name);
    expect(text).toContain('You have not replayed anything yet.');
  });

  it('speaks Arabic', async () => {
    const { text } = await auditor.get(`${AUDIT}?lang=ar`);
    expect(text).toContain('dir="rtl"');
    expect(text).toContain('إعادة احتساب السجل');
    const main = text.slice(text.indexOf('<main'), text.indexOf('</main'));
    expect(main.replace(/<select.*?<\/select>|<code>.*?<\/code>|<[^>]*>|UTC|CSV|JSON/gs, '')).not.toMatch(
      /[a-z]{2}/i,
    );
  });

  it.each(['', '/replay', '/jobs/00000000-0000-4000-8000-000000000000'])(
    'is closed to all who are no auditors: %s',
    async (path) => {
      const stranger = await web.get(`${AUDIT}${path}`);
      expect(stranger.status).toBe(303);
      expect(stranger.headers['location']).toContain('/admin/sign-in');
      for (const role of ['recorder', 'admin'] as const) {
        const other = await signedIn(register, web, role);
        expect((await other.get(`${AUDIT}${path}`)).status).toBe(403);
      }
    },
  );

  it('takes no parameters that it does not know', async () => {
    expect((await auditor.get(`${AUDIT}?x=1`)).status).toBe(400);
    expect((await auditor.get(`${AUDIT}/replay?x=1`)).status).toBe(400);
  });
});

describe('a replay', () => {
  it('of everything agrees with the live tables, and shows the register as it stood', async () => {
    const at = await begun();
    const { text } = await ended(at);
    expect(text).toContain('The live tables hold exactly what the log says.');
    expect(text).toMatch(/Root of the log.*[0-9a-f]{64}/s);
    expect(text).toContain('Abraham Accords');
    expect(text).not.toContain('http-equiv="refresh"');
    const list = await auditor.get(AUDIT);
    expect(list.text).toContain(at);
  });

  it('of one body up to a position lists its members as of then', async () => {
    const { position } = demoRow('kaz-board-of-peace-signed');
    const at = await begun({ position: String(position - 1), body: 'board-of-peace', asOf: '2026-02-01' });
    const { text } = await ended(at);
    expect(text).toMatch(/Kazakhstan.*?accepted/s);
    expect(text).toContain(`/memberships/board-of-peace/KAZ?asOf=2026-02-01&amp;atPosition=${position - 1}`);
    expect(text).not.toContain('Abraham');
    const { body } = await auditor.get(`${at}/register?format=json`);
    expect(body.items).toContainEqual(
      expect.objectContaining({ body: 'board-of-peace', state: 'KAZ', standing: 'accepted' }),
    );
    const csv = await auditor.get(`${at}/register?format=csv`);
    expect(csv.headers['content-disposition']).toContain('.csv"');
    expect(csv.text).toMatch(/^\uFEFFbody,state,standing,since,reported\r\n/);
    expect(csv.text).toContain('board-of-peace,KAZ,accepted,');
    expect((await ended(await begun({ position: String(position), body: 'board-of-peace' }))).text).toMatch(
      /Kazakhstan.*?(member|consented)/s,
    );
  });

  it('up to an instant finds its position', async () => {
    const { position } = demoRow('kaz-board-of-peace-accepted');
    const at = await begun({ instant: '2026-01-19T14:24' });
    expect((await ended(at)).text).toContain(`Replay up to position ${position}`);
  });

  it('of nothing at all is equal to nothing', async () => {
    const { text } = await ended(await begun({ position: '0' }));
    expect(text).toContain('hold exactly what the log says');
    expect(text).toContain('Nobody had a standing');
  });

  it.each([
    [{ position: '-1' }, 'position', 'whole number from 0'],
    [{ position: 'x' }, 'position', 'whole number from 0'],
    [{ position: '99999999999999999999' }, 'position', 'whole number from 0'],
    [{ position: String(DEMO_EVENTS + 1) }, 'position', 'ends at position 1,020'],
    [{ instant: 'yesterday' }, 'instant', 'in UTC'],
    [{ instant: '2026-02-30T10:00' }, 'instant', 'in UTC'],
    [{ instant: '2099-01-01T10:00' }, 'instant', 'still to come'],
    [{ position: '7', instant: '2026-01-19T14:24' }, 'position', 'not both'],
    [{ asOf: '2026-02-30' }, 'asOf', 'Give a day that exists'],
    [{ body: 'no-such-body' }, 'body', 'not registered yet'],
    [{ body: '<script>' }, 'body', 'Choose a body'],
    [{ body: 'board-of-peace', position: '1' }, 'body', 'not registered yet'],
  ])('refuses %j and keeps what was typed', async (fields, field, sentence) => {
    const { status, text } = await auditor.post(`${AUDIT}/replay`, fields);
    expect(status).toBe(422);
    expect(text).toContain('error-summary');
    expect(text).toMatch(new RegExp(`href="#${field}">[^<]*${sentence}`));
    for (const value of Object.values(fields)) {
      if (!value.includes('<') && value !== 'no-such-body') expect(text).toContain(`value="${value}"`);
    }
    expect(text).not.toContain('<script>"');
  });

  it('says in Arabic what is wrong', async () => {
    const { text } = await auditor.post(`${AUDIT}/replay?lang=ar`, { position: 'x' });
    expect(text).toContain('اكتب الموضع عدداً صحيحاً');
  });
});

describe('a live table that was tampered with', () => {
  const OMANI = `state = 'OMN' and body = 'abraham-accords'`;
  afterEach(() =>
    register.database.admin.query(
      `update read_model.membership_history set standing = 'declined' where ${OMANI}`,
    ),
  );

  it('is told of, row by row, and the rows can be kept', async () => {
    await register.database.admin.query(
      `update read_model.membership_history set standing = 'party' where ${OMANI}`,
    );
    const at = await begun();
    const { text } = await ended(at);
    expect(text).toContain('The live tables differ in 1 row.');
    expect(text).toMatch(/Oman.*?declined.*?party/s);
    const { body } = await auditor.get(`${at}/differences?format=json`);
    expect(body).toMatchObject({
      items: [{ body: 'abraham-accords', state: 'OMN', replayed: { own: { standing: 'declined' } } }],
      meta: { differing: 1 },
    });
    const { text: csv } = await auditor.get(`${at}/differences?format=csv`);
    expect(csv.split('\r\n')).toHaveLength(3);
  });
});

describe('the job of a replay', () => {
  const running = async (done: number, total: number) => {
    const { jobs } = register.accounts;
    const params = { position: total, knownAt: null, body: null, asOf: '2026-03-01' };
    const job = await jobs.create(auditor.account.id, 'replay', params);
    await jobs.progress(job.id, done, total);
    return { id: job.id, at: `${AUDIT}/jobs/${job.id}` };
  };

  it('shows how far it is, without a script and with one', async () => {
    const { id, at } = await running(300, 1000);
    const { text } = await auditor.get(at);
    expect(text).toMatch(/<noscript><meta http-equiv="refresh" content="2"/);
    expect(text).toMatch(/<progress[^>]* max="1000"[^>]* value="300"/);
    expect(text).toMatch(/role="status"[^>]*>The replay is under way: a quarter is done\./);
    expect(text).toContain('hx-trigger="every 1s"');
    const next = /hx-get="([^"]*)"/.exec(text)![1]!.replaceAll('&amp;', '&');
    const part = await auditor.get(next, { 'hx-request': 'true' });
    expect(part.text).toMatch(/^<div id="job"/);
    expect(part.text).not.toContain('hx-swap-oob');
    await register.accounts.jobs.progress(id, 600);
    const later = await auditor.get(next, { 'hx-request': 'true' });
    expect(later.text).toMatch(/hx-swap-oob="innerHTML:#job-said">The replay is under way: half is done\./);
    await register.accounts.jobs.fail(id, 'cancelled');
    const last = await auditor.get(next, { 'hx-request': 'true' });
    expect(last.text).toContain('ended before it was through');
    expect(last.text).not.toContain('hx-get');
  });

  it('is one at a time for each account, in however many tabs; another account has its own', async () => {
    const { id, at } = await running(1, 1000);
    const [first, second] = await Promise.all([
      auditor.post(`${AUDIT}/replay`),
      auditor.post(`${AUDIT}/replay`, { position: '7' }),
    ]);
    expect([first.headers['location'], second.headers['location']]).toEqual([
      `${at}?done=under-way`,
      `${at}?done=under-way`,
    ]);
    expect((await auditor.get(`${at}?done=under-way`)).text).toContain('A replay of yours is under way');
    const other = await signedIn(register, web, 'auditor');
    expect((await other.get(at)).status).toBe(404);
    const theirs = await other.post(`${AUDIT}/replay`, { position: '7' });
    expect(theirs.headers['location']).not.toContain(id);
    await ended(theirs.headers['location']!, other);
    expect((await other.post(`${at}/cancel`)).status).toBe(404);
    await auditor.post(`${at}/cancel`);
    expect((await auditor.get(at)).text).toContain('ended before it was through');
  });

  it('can be ended, and begun anew with what was asked', async () => {
    const { at } = await running(1, 1000);
    const { headers } = await auditor.post(`${at}/cancel`);
    expect(headers['location']).toBe(`${at}?done=ended`);
    const { text } = await auditor.get(headers['location']!);
    expect(text).toContain('The replay was ended before it was through.');
    expect(text).toContain('Replay again');
    const again = await auditor.post(`${at}/again`);
    expect((await ended(again.headers['location']!)).text).toContain('Replay up to position 1,000');
  });

  it('whose process was killed is called interrupted', async () => {
    const { at } = await running(1, 1000);
    register.setClock('2026-04-01T12:02:00Z');
    const { text } = await auditor.get(at);
    register.setClock('2026-04-01T12:00:00Z');
    expect(text).toContain('The replay was interrupted');
    expect(text).not.toContain('<progress');
    expect(text).toContain('Replay again');
  });

  it('goes on when the session is lost, and is there for the next one', async () => {
    const { at } = await running(1, 1000);
    const lost = await web.get(at, { 'hx-request': 'true' });
    expect(lost.headers['hx-redirect']).toContain(encodeURIComponent(at));
    const { token } = await register.accounts.sessions.open(auditor.account.id, {
      address: '127.0.0.1',
      userAgent: 'later',
    });
    const later = await web.get(at, { cookie: `__Host-chancery=${token}` });
    expect(later.text).toContain('<progress');
    await auditor.post(`${at}/cancel`);
  });

  it('of another kind or of no id is not there', async () => {
    const { id } = await register.accounts.jobs.create(auditor.account.id, 'import', {});
    expect((await auditor.get(`${AUDIT}/jobs/${id}`)).status).toBe(404);
    expect((await auditor.get(`${AUDIT}/jobs/x`)).status).toBe(404);
  });

  it('is begun by its own forms alone', async () => {
    const { status } = await auditor.post(`${AUDIT}/replay`, { _csrf: 'guessed' });
    expect(status).toBe(403);
  });
});

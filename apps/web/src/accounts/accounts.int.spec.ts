// Coming in, going out, and looking after who may: over HTTP, as a browser does.
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Account, AccountRole } from '#application';
import { signedIn, type SignedInVisitor } from '../../../../test/support/signed-in.js';
import { TODAY, testRegister, type TestRegister } from '../../../../test/support/register.js';
import type { Answer } from '../../../../test/support/rest.js';
import { webOver, type Web } from '../../../../test/support/web.js';

// Passwords take their time, on a machine that has other things to do.
jest.setTimeout(60_000);

const HERE = { address: '127.0.0.1', userAgent: 'spec' };
const PASSWORD = ' correct horse battery ';
const HOSTILE = '<img src=x onerror=alert(1)>';

let register: TestRegister;
let web: Web;
beforeAll(async () => {
  register = await testRegister();
  web = await webOver(register);
});
beforeEach(async () => {
  register.setClock(TODAY);
  await register.database.admin.query('delete from accounts.throttle');
});
afterAll(async () => {
  await web.close();
  await register.close();
});

let count = 0;
async function account(...roles: AccountRole[]): Promise<Account> {
  count += 1;
  const name = `officer-${String(count)}`;
  return register.accounts.accounts.add(
    { name, displayName: `Officer ${String(count)}`, roles, password: PASSWORD },
    HERE,
  );
}

const signIn = (name: string, password = PASSWORD, more = {}, headers = {}) =>
  web.post('/admin/sign-in', { name, password, ...more }, headers);

/** What the answer has the browser keep as its session. */
const sessionIn = ({ headers }: Answer): string | undefined =>
  /__Host-chancery=([\w-]+);/.exec(String(headers['set-cookie']))?.[1];
const cookieIn = (answer: Answer): string => `__Host-chancery=${sessionIn(answer) ?? ''}`;
const csrfIn = ({ text }: Answer): string => /name="_csrf" value="([\w-]+)"/.exec(text)?.[1] ?? '';

const log = async (id: string) =>
  (await register.accounts.log.list({ account: id, limit: 50 })).map(({ event, detail }) => ({
    event,
    ...detail,
  }));

describe('signing in', () => {
  it('gives a session to whoever knows the password, in a cookie that no script can read', async () => {
    const { name, id } = await account('recorder');
    const answer = await signIn(name.toUpperCase());
    expect([answer.status, answer.headers['location']]).toEqual([303, '/admin']);
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^__Host-chancery=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    const page = await web.get('/admin/account', { cookie: cookieIn(answer) });
    expect(page.text).toContain(name);
    expect(await log(id)).toEqual([
      { event: 'signed-in', means: 'password' },
      { event: 'account-added', roles: ['recorder'] },
    ]);
  });

  it.each([
    ['/admin/users?x=1', '/admin/users?x=1'],
    ['/', '/'],
    ['//evil.example', '/admin'],
    ['/\\evil.example', '/admin'],
    ['/.//evil.example', '/admin'],
    ['/\t/evil.example', '/admin'],
    ['https://evil.example', '/admin'],
    ['javascript:alert(1)', '/admin'],
    ['', '/admin'],
  ])('goes on to a page of this site only: %j', async (then, to) => {
    const { name } = await account();
    expect((await signIn(name, PASSWORD, { then })).headers['location']).toBe(to);
  });

  it('takes a session’s place, so that a token known before is worth nothing', async () => {
    const { name } = await account();
    const first = await signIn(name);
    const csrf = csrfIn(await web.get('/admin/account', { cookie: cookieIn(first) }));
    const second = await signIn(name, PASSWORD, { _csrf: csrf }, { cookie: cookieIn(first) });
    expect(sessionIn(second)).not.toBe(sessionIn(first));
    expect((await web.get('/admin/account', { cookie: cookieIn(first) })).status).toBe(303);
    expect((await web.get('/admin/account', { cookie: cookieIn(second) })).status).toBe(200);
  });

  it('does not take a token that the browser was given by somebody else', async () => {
    const { name } = await account();
    const planted = 'A'.repeat(43);
    const answer = await signIn(name, PASSWORD, {}, { cookie: `__Host-chancery=${planted}` });
    expect(sessionIn(answer)).toMatch(/^[\w-]{43}$/);
    expect((await web.get('/admin/account', { cookie: `__Host-chancery=${planted}` })).status).toBe(303);
  });

  it('tells a wrong password from an unknown name, or a disabled account, to nobody', async () => {
    const [known, gone] = [await account(), await account()];
    await register.accounts.accounts.disable(gone.id, HERE);
    const invited = await register.accounts.accounts.add(
      { name: 'invited', displayName: 'I', roles: [] },
      HERE,
    );
    const answers = [
      await signIn(known.name, 'wrong password'),
      await signIn('nobody-has-this', 'wrong password'),
      await signIn(gone.name),
      await signIn(invited.name, ''.padEnd(12, 'x')),
      await signIn(known.name, PASSWORD.trim()),
    ];
    const said = answers.map(({ status, text, headers }) => [
      status,
      headers['set-cookie'],
      text.replaceAll(/value="[^"]*"/g, ''),
    ]);
    for (const one of said) expect(one).toEqual(said[0]);
    expect(said[0]).toEqual([
      422,
      undefined,
      expect.stringContaining('The name or the password is not right'),
    ]);
    expect(await log(gone.id)).toContainEqual({ event: 'sign-in-failed', means: 'password', disabled: true });
  });

  it('takes as long for an unknown name as for a known one', async () => {
    const { name } = await account();
    const times: Record<string, number[]> = { known: [], unknown: [] };
    for (let round = 0; round < 8; round += 1) {
      for (const [kind, typed] of [
        ['known', name],
        ['unknown', `unknown-${String(round)}`],
      ] as const) {
        const from = performance.now();
        await signIn(typed, 'wrong password');
        times[kind]!.push(performance.now() - from);
      }
    }
    const middle = (all: number[]) => all.sort((a, b) => a - b)[4]!;
    expect(middle(times['unknown']!)).toBeGreaterThan(middle(times['known']!) / 2);
  });

  it('keeps the name that was typed, escaped, and never the password', async () => {
    const { status, text } = await signIn(HOSTILE, 'hunter2hunter2');
    expect(status).toBe(422);
    expect(text).not.toContain('<img');
    expect(text).toContain('value="&lt;img src=x onerror=alert(1)>"');
    expect(text).not.toContain('hunter2');
  });

  it('asks for what is missing, in either language', async () => {
    const { status, text } = await web.post('/admin/sign-in?lang=ar', { name: '', password: '' });
    expect(status).toBe(422);
    expect(text).toMatch(/<html lang="ar" dir="rtl">/);
    expect(text).toContain('href="#name">أدخل اسمك.</a>');
    expect(text).toContain('href="#password">أدخل كلمة مرورك.</a>');
    expect(text).not.toContain('Enter your');
  });

  it('with nonsense is refused like any other', async () => {
    for (const [name, password] of [
      ['\u0000', '\u0000'],
      ['x'.repeat(5000), 'x'.repeat(100_000)],
      ['\ud800', '\udfff'],
    ] as const) {
      expect((await signIn(name, password)).status).toBe(422);
    }
  });

  it('warns where the browser would not keep the session', async () => {
    const warning = 'This address is not secure';
    expect((await web.get('/admin/sign-in')).text).not.toContain(warning);
    expect((await web.get('/admin/sign-in', { host: 'register.example.org' })).text).toContain(warning);
    const behindTls = { host: 'register.example.org', 'x-forwarded-proto': 'https' };
    expect((await web.get('/admin/sign-in', behindTls)).text).not.toContain(warning);
  });

  it('sends whoever is in already on', async () => {
    const who = await signedIn(register, web, 'recorder');
    const { status, headers } = await who.get('/admin/sign-in?then=/admin/account');
    expect([status, headers['location']]).toEqual([303, '/admin/account']);
  });
});

describe('trying too often', () => {
  it('makes a name wait, whoever tries, in this process or another', async () => {
    const { name, id } = await account();
    const other = await webOver(register);
    for (let times = 0; times < 10; times += 1) {
      expect(
        (await (times % 2 ? web : other).post('/admin/sign-in', { name, password: 'wrong password' })).status,
      ).toBe(422);
    }
    await other.close();
    register.setClock('2026-04-01T12:05:00Z');
    const refused = await signIn(name);
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '600']);
    expect(refused.text).toContain('Too many attempts. Wait 10 minutes, then try again.');
    expect(sessionIn(refused)).toBeUndefined();
    expect(await log(id)).toContainEqual({ event: 'sign-in-throttled' });
    register.setClock('2026-04-01T12:15:00Z');
    expect((await signIn(name)).status).toBe(303);
  });

  it('treats a name that nobody has alike', async () => {
    const statuses: number[] = [];
    for (let times = 0; times < 11; times += 1)
      statuses.push((await signIn('ghost', 'wrong password')).status);
    expect(statuses).toEqual([...Array<number>(10).fill(422), 429]);
  });

  it('is counted before the attempt, so that many at once do not slip through', async () => {
    const { name } = await account();
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn(name, 'wrong password')));
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(10);
  });

  it('begins anew after a success', async () => {
    const { name } = await account();
    for (let times = 0; times < 9; times += 1) await signIn(name, 'wrong password');
    expect((await signIn(name)).status).toBe(303);
    expect((await signIn(name, 'wrong password')).status).toBe(422);
  });

  it('makes an address wait that tries many names', async () => {
    for (let times = 0; times < 50; times += 1)
      await register.accounts.signIn.withPassword(`n${String(times)}`, 'x', {
        ...HERE,
        address: '192.0.2.7',
      });
    const { outcome } = await register.accounts.signIn.withPassword('other', 'x', {
      ...HERE,
      address: '192.0.2.7',
    });
    expect(outcome).toBe('throttled');
    const elsewhere = await register.accounts.signIn.withPassword('other', 'x', {
      ...HERE,
      address: '192.0.2.8',
    });
    expect(elsewhere.outcome).toBe('refused');
  }, 60_000);
});

describe('signing out', () => {
  it('ends the session, and has the browser forget it', async () => {
    const who = await signedIn(register, web, 'recorder');
    const answer = await who.post('/admin/sign-out');
    expect([answer.status, answer.headers['location']]).toEqual([303, '/admin/sign-in?done=signed-out']);
    expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-chancery=;.*1970/);
    expect(answer.headers['clear-site-data']).toBe('"cache"');
    expect((await who.get('/admin/account')).status).toBe(303);
    expect((await web.get('/admin/sign-in?done=signed-out')).text).toContain('You are signed out.');
    expect((await log(who.account.id))[0]).toEqual({ event: 'signed-out' });
  });
});

describe('a link', () => {
  const use = (token: string, fields: Record<string, string> = {}) =>
    web.post(`/admin/links/${token}`, { password: PASSWORD, again: PASSWORD, ...fields });
  const invitation = async () => {
    const { id, name } = await register.accounts.accounts.add(
      { name: `guest-${String((count += 1))}`, displayName: 'Guest', roles: ['auditor'] },
      HERE,
    );
    return { id, name, token: await register.accounts.links.forAccount('invitation', id, HERE) };
  };

  it('lets a password be chosen once, and signs in with it', async () => {
    const { token, name } = await invitation();
    expect((await web.get(`/admin/links/${token}`)).text).toContain(
      `You sign in as \u2068${name}\u2069 from now on.`,
    );
    const answer = await use(token);
    expect(answer.status).toBe(303);
    expect((await web.get('/admin/account', { cookie: cookieIn(answer) })).text).toContain(name);
    expect((await use(token)).status).toBe(410);
    expect((await web.get(`/admin/links/${token}`)).status).toBe(410);
    expect((await signIn(name)).status).toBe(303);
  });

  it('used twice at once is used once', async () => {
    const { token } = await invitation();
    const answers = await Promise.all([use(token), use(token), use(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410, 410]);
  });

  it.each([
    ['too short', { password: 'eleven char', again: 'eleven char' }, 'The password is too short'],
    ['too long', { password: 'x'.repeat(1001), again: 'x'.repeat(1001) }, 'The password is too long'],
    ['not typed twice', { password: PASSWORD, again: PASSWORD.trim() }, 'The two passwords are not the same'],
  ])('is not used up by a password that is %s', async (_what, fields, says) => {
    const { token } = await invitation();
    const { status, text } = await use(token, fields);
    expect([status, text]).toEqual([422, expect.stringContaining(says)]);
    expect(text).not.toContain(fields.password);
    expect((await use(token)).status).toBe(303);
  });

  it('ends after its time: an invitation after seven days, a reset after one', async () => {
    const { id, token } = await invitation();
    register.setClock('2026-04-08T11:59:59Z');
    expect((await web.get(`/admin/links/${token}`)).status).toBe(200);
    register.setClock('2026-04-08T12:00:00Z');
    expect((await use(token)).status).toBe(410);
    const reset = await register.accounts.links.forAccount('reset', id, HERE);
    register.setClock('2026-04-09T12:00:00Z');
    expect((await use(reset)).status).toBe(410);
  });

  it('gives way to a later one, and to disabling', async () => {
    const { id, token } = await invitation();
    const later = await register.accounts.links.forAccount('reset', id, HERE);
    expect((await use(token)).status).toBe(410);
    await register.accounts.accounts.disable(id, HERE);
    expect((await web.get(`/admin/links/${later}`)).status).toBe(410);
    expect((await use(later)).status).toBe(410);
  });

  it.each(['x', '%00', 'a'.repeat(43), '..%2f', '%C3%A9'])(
    'that was never given out says no more than that: %s',
    async (token) => {
      expect((await web.get(`/admin/links/${token}`)).status).toBe(410);
      expect((await use(token)).status).toBe(410);
    },
  );

  it('to choose a password ends the sessions there were', async () => {
    const who = await signedIn(register, web, 'recorder');
    await use(await register.accounts.links.forAccount('reset', who.account.id, HERE));
    expect((await who.get('/admin/account')).status).toBe(303);
  });
});

describe('one’s own account', () => {
  it('shows its sessions, and nobody else’s, as hostile as their browsers may be', async () => {
    const { name, id } = await account('recorder');
    const mine = await signIn(name, PASSWORD, {}, { 'user-agent': HOSTILE });
    await signIn(name, PASSWORD, {}, { 'user-agent': 'Other' });
    await signIn((await account()).name, PASSWORD, {}, { 'user-agent': 'Stranger' });
    const { text } = await web.get('/admin/account', { cookie: cookieIn(mine) });
    expect(text).toContain('title="&lt;img src=x onerror=alert(1)>">&lt;img src=x onerror=alert(1)></bdi>');
    expect(text).not.toContain('<img');
    expect(text).toContain('>Other</bdi>');
    expect(text).not.toContain('Stranger');
    expect(await register.accounts.sessions.listOf(id)).toHaveLength(2);
  });

  it('ends one of its sessions, or all others, but none of another’s', async () => {
    const { name, id } = await account('recorder');
    const cookie = cookieIn(await signIn(name));
    await signIn(name);
    await signIn(name);
    const stranger = await signedIn(register, web, 'recorder');
    const [theirs] = await register.accounts.sessions.listOf(stranger.account.id);
    const _csrf = csrfIn(await web.get('/admin/account', { cookie }));
    const end = (session: string) =>
      web.post(`/admin/account/sessions/${session}/end`, { _csrf }, { cookie });
    expect((await end(theirs!.id)).status).toBe(404);
    expect((await end('x')).status).toBe(404);
    const others = async () =>
      (await register.accounts.sessions.listOf(id)).filter(({ csrf }) => csrf !== _csrf);
    expect((await end((await others())[0]!.id)).headers['location']).toBe('/admin/account?done=session');
    expect(await others()).toHaveLength(1);
    await web.post('/admin/account/sessions/end-others', { _csrf }, { cookie });
    expect(await others()).toHaveLength(0);
    expect((await web.get('/admin/account', { cookie })).status).toBe(200);
    expect((await stranger.get('/admin/account')).status).toBe(200);
  });

  it('changes its password with the current one, and keeps only the session that did it', async () => {
    const { name } = await account('recorder');
    const [cookie, other] = [cookieIn(await signIn(name)), cookieIn(await signIn(name))];
    const _csrf = csrfIn(await web.get('/admin/account', { cookie }));
    const change = (fields: Record<string, string>) =>
      web.post(
        '/admin/account/password',
        { _csrf, current: PASSWORD, password: 'another long one', again: 'another long one', ...fields },
        { cookie },
      );
    expect((await change({ current: 'wrong password' })).text).toContain('This is not your current password');
    expect((await change({ again: 'x' })).status).toBe(422);
    expect((await change({ password: 'short', again: 'short' })).text).toContain('The password is too short');
    const answer = await change({});
    expect([answer.status, answer.headers['location']]).toEqual([303, '/admin/account?done=password']);
    expect((await web.get('/admin/account', { cookie })).status).toBe(303);
    expect((await web.get('/admin/account', { cookie: other })).status).toBe(303);
    expect((await web.get('/admin/account?done=password', { cookie: cookieIn(answer) })).text).toContain(
      'Your password is changed',
    );
    expect((await signIn(name)).status).toBe(422);
    expect((await signIn(name, 'another long one')).status).toBe(303);
  });

  it('cannot be guessed at from within a session either', async () => {
    const who = await signedIn(register, web, 'recorder');
    await register.accounts.accounts.setPassword(who.account.id, PASSWORD, HERE);
    const again = await register.accounts.sessions.open(who.account.id, HERE);
    const cookie = `__Host-chancery=${again.token}`;
    const change = (current: string) =>
      web.post(
        '/admin/account/password',
        { _csrf: again.session.csrf, current, password: 'another long one', again: 'another long one' },
        { cookie },
      );
    for (let times = 0; times < 10; times += 1) expect((await change('wrong password')).status).toBe(422);
    expect((await change(PASSWORD)).status).toBe(422);
  });
});

describe('managing users', () => {
  let admin: SignedInVisitor;
  beforeEach(async () => {
    admin = await signedIn(register, web, 'admin');
  });
  afterAll(async () => {
    expect((await web.get('/admin/users')).status).toBe(303);
  });

  it('invites somebody with a link that is shown once', async () => {
    const answer = await admin.post('/admin/users/new', {
      name: 'Zahra',
      displayName: `زهراء ${HOSTILE}`,
      email: 'Zahra@Example.org',
      'role-recorder': 'yes',
      'role-superuser': 'yes',
    });
    expect(answer.status).toBe(201);
    const [, path] = /http:\/\/127\.0\.0\.1:\d+(\/admin\/links\/[\w-]{43})/.exec(answer.text)!;
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.text).not.toContain('<img');
    expect((await web.get(path!)).status).toBe(200);
    const zahra = await register.accounts.accounts.findByName('zahra');
    expect(zahra).toMatchObject({ roles: ['recorder'], email: 'zahra@example.org', disabled: false });
    const page = await admin.get(`/admin/users/${zahra!.id}`);
    expect(page.text).not.toContain(path!.slice(-43));
    expect(
      (await register.accounts.log.list({ account: zahra!.id, limit: 9 })).map(({ event, by }) => [
        event,
        by,
      ]),
    ).toEqual([
      ['link-made', admin.account.id],
      ['account-added', admin.account.id],
    ]);
  });

  it.each([
    ['bad-name', { name: 'two words' }, 'The name to sign in with takes'],
    ['bad-name', { name: '' }, 'The name to sign in with takes'],
    ['bad-name', { name: '<script>' }, 'The name to sign in with takes'],
    ['no-display-name', { displayName: '  ' }, 'Enter a name to show'],
    ['bad-email', { email: 'nonsense' }, 'This is not an e-mail address'],
  ])('refuses %s and keeps what was typed', async (_code, fields, says) => {
    const values = {
      name: 'fine',
      displayName: 'Fine',
      email: 'fine@example.org',
      'role-auditor': 'yes',
      ...fields,
    };
    const { status, text } = await admin.post('/admin/users/new', values);
    expect([status, text]).toEqual([422, expect.stringContaining(says)]);
    expect(text).toContain(`value="${values.email}"`);
    expect(text).toMatch(/id="role-auditor"[^>]* checked/);
    expect(await register.accounts.accounts.findByName('fine')).toBeUndefined();
  });

  it('refuses a name, and an address, that another has', async () => {
    const { name } = await account();
    await admin.post('/admin/users/new', { name: 'one', displayName: 'One', email: 'one@example.org' });
    const taken = (fields: object) =>
      admin.post('/admin/users/new', { name: 'two', displayName: 'Two', ...fields });
    expect((await taken({ name: name.toUpperCase() })).text).toContain(
      'There is an account with this name already.',
    );
    expect((await taken({ email: 'ONE@example.org' })).text).toContain(
      'Another account has this e-mail address.',
    );
  });

  it('grants and takes roles, and says so once', async () => {
    const { id } = await account('recorder');
    const answer = await admin.post(`/admin/users/${id}/roles`, { 'role-auditor': 'yes' });
    expect(answer.headers['location']).toBe(`/admin/users/${id}?done=roles`);
    expect((await admin.get(answer.headers['location']!)).text).toContain('The roles are saved.');
    expect((await register.accounts.accounts.find(id))?.roles).toEqual(['auditor']);
    await admin.post(`/admin/users/${id}/roles`, {});
    expect((await register.accounts.accounts.find(id))?.roles).toEqual([]);
  });

  it('disables an account, whose sessions end at once, and enables it again', async () => {
    const who = await signedIn(register, web, 'recorder');
    expect((await admin.get(`/admin/users/${who.account.id}`)).text).toContain('1 open session');
    await admin.post(`/admin/users/${who.account.id}/disable`);
    expect((await who.get('/admin/account')).status).toBe(303);
    await admin.post(`/admin/users/${who.account.id}/enable`);
    expect((await who.get('/admin/account')).status).toBe(303);
  });

  it('ends the sessions of another', async () => {
    const who = await signedIn(register, web, 'recorder');
    await admin.post(`/admin/users/${who.account.id}/sessions/end`);
    expect((await who.get('/admin/account')).status).toBe(303);
  });

  it('makes a link for whoever has forgotten the password', async () => {
    const { id } = await account();
    const { text } = await admin.post(`/admin/users/${id}/link`);
    expect(text).toMatch(/\/admin\/links\/[\w-]{43}/);
    await admin.post(`/admin/users/${id}/disable`);
    expect((await admin.post(`/admin/users/${id}/link`)).status).toBe(422);
  });

  it('does not know an account that there is not', async () => {
    for (const id of ['x', '00000000-0000-0000-0000-000000000000', '%00']) {
      expect((await admin.get(`/admin/users/${id}`)).status).toBe(404);
      for (const act of ['roles', 'email', 'disable', 'enable', 'link', 'sessions/end']) {
        expect([act, (await admin.post(`/admin/users/${id}/${act}`)).status]).toEqual([act, 404]);
      }
    }
  });

  it('shows the log of accounts, filtered, page by page', async () => {
    const { name, id } = await account();
    for (let times = 0; times < 3; times += 1)
      await signIn(name, 'wrong password', {}, { 'user-agent': HOSTILE });
    await signIn(name);
    const { text } = await admin.get(`/admin/users/log?account=${id}&event=sign-in-failed`);
    expect(text.match(/<td>failed to sign in<\/td>/g)).toHaveLength(3);
    expect(text).not.toContain('<td>signed in</td>');
    expect(text).not.toContain('<img');
    const all = (await admin.get('/admin/users/log')).text;
    const [, next] = /href="(\/admin\/users\/log\?before=\d+)"/.exec(all)!;
    expect((await admin.get(next!)).status).toBe(200);
    for (const query of ['account=x', 'event=x', 'before=x', 'before=99999999999999999999', 'account=%00']) {
      expect([query, (await admin.get(`/admin/users/log?${query}`)).status]).toEqual([query, 200]);
    }
  });
});

describe('the last admin', () => {
  let alone: TestRegister;
  let door: Web;
  beforeAll(async () => {
    alone = await testRegister();
    door = await webOver(alone);
  });
  afterAll(async () => {
    await door.close();
    await alone.close();
  });

  it('is made by a link that works once, and only where there is none', async () => {
    const [token, later] = [await alone.accounts.links.forSetUp(), await alone.accounts.links.forSetUp()];
    const use = (link = later) =>
      door.post(`/admin/links/${link!}`, {
        name: 'Root',
        displayName: 'Root',
        password: PASSWORD,
        again: PASSWORD,
      });
    expect((await use(token)).status).toBe(410);
    const wrong = await door.post(`/admin/links/${later!}`, {
      name: 'a b',
      displayName: 'X',
      password: PASSWORD,
      again: PASSWORD,
    });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('value="a b"')]);
    const answers = await Promise.all([use(), use()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410]);
    expect(await alone.accounts.accounts.list()).toMatchObject([{ name: 'root', roles: ['admin'] }]);
    expect(await alone.accounts.links.forSetUp()).toBeUndefined();
  });

  it('stays one, and can not be disabled', async () => {
    const [{ id } = { id: '' }] = await alone.accounts.accounts.list();
    const { token, session } = await alone.accounts.sessions.open(id, HERE);
    const post = (path: string) =>
      door.post(path, { _csrf: session.csrf }, { cookie: `__Host-chancery=${token}` });
    for (const act of ['roles', 'disable']) {
      const { status, text } = await post(`/admin/users/${id}/${act}`);
      expect([status, text]).toEqual([422, expect.stringContaining('This is the last administrator.')]);
    }
    expect(await alone.accounts.accounts.find(id)).toMatchObject({ roles: ['admin'], disabled: false });
  });

  it('stays one when two take the role from each other at once', async () => {
    const other = await alone.accounts.accounts.add(
      { name: 'other', displayName: 'Other', roles: ['admin'] },
      HERE,
    );
    const all = await alone.accounts.accounts.list();
    const said = await Promise.allSettled(all.map(({ id }) => alone.accounts.accounts.disable(id, HERE)));
    expect(said.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(other.roles).toEqual(['admin']);
    expect(await alone.accounts.accounts.hasAdmin()).toBe(true);
  });
});

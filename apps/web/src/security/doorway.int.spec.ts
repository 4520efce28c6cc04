// What happens at the door: limits, sessions, and what a browser is told.
import { Controller, Get, Module, Post, Req } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { signedIn } from '../../../../test/support/signed-in.js';
import { TODAY, testRegister, type TestRegister } from '../../../../test/support/register.js';
import { ask } from '../../../../test/support/rest.js';
import { FROM_HERE, listening, type Web } from '../../../../test/support/web.js';
import { AccessGuard } from './access.guard.js';
import { Public, Requires } from './access.js';
import type { Limits } from './doorway.js';

// Passwords take their time, on a machine that has other things to do.
jest.setTimeout(60_000);

/** Pages of each kind; one has forgotten to say whose it is. */
@Controller()
class Probe {
  @Public()
  @Get('open')
  open(@Req() { signedIn: who }: FastifyRequest) {
    return { who: who?.account.name ?? null };
  }

  @Requires('recorder', 'admin')
  @Get('either')
  either() {
    return 'in';
  }

  @Get('forgotten')
  forgotten() {
    return 'in';
  }

  @Post('forgotten')
  forgottenPost() {
    return 'in';
  }

  @Requires('signed-in')
  @Post('change')
  change() {
    return 'changed';
  }

  @Public()
  @Post('anybody')
  anybody() {
    return 'changed';
  }
}

@Module({
  controllers: [Probe],
  providers: [{ provide: APP_GUARD, useFactory: () => new AccessGuard([Probe]) }],
})
class Probes {}

let register: TestRegister;
let web: Web;
beforeAll(async () => {
  register = await testRegister();
  web = await listening({ module: Probes }, register);
});
beforeEach(() => register.setClock(TODAY));
afterAll(async () => {
  await web.close();
  await register.close();
});

const later = (minutes: number) =>
  register.setClock(new Date(Date.parse(TODAY) + minutes * 60_000).toISOString());
const whoIs = async (cookie: string) => (await web.get('/open', { cookie })).body.who;

describe('a page that does not say whose it is', () => {
  it('is open to nobody', async () => {
    const admin = await signedIn(register, web, 'admin', 'auditor', 'recorder');
    for (const answer of [
      await web.get('/forgotten'),
      await admin.get('/forgotten'),
      await admin.post('/forgotten'),
    ]) {
      expect(answer.status).toBe(403);
    }
  });
});

describe('a page for some roles', () => {
  it('sends a stranger to sign in, and back', async () => {
    const { status, headers } = await web.get('/either?a=1&b=%2F');
    expect([status, headers['location']]).toEqual([303, '/admin/sign-in?then=%2Feither%3Fa%3D1%26b%3D%252F']);
  });

  it('tells a script of ours to go there', async () => {
    const { status, headers, text } = await web.get('/either', { 'hx-request': 'true' });
    expect([status, headers['hx-redirect'], text]).toEqual([200, '/admin/sign-in?then=%2Feither', '']);
  });

  it('is open to each of them, and to no other', async () => {
    for (const role of ['recorder', 'admin'] as const) {
      expect((await (await signedIn(register, web, role)).get('/either')).text).toBe('in');
    }
    expect((await (await signedIn(register, web, 'auditor')).get('/either')).status).toBe(403);
  });

  it('is closed at once to whoever loses the role', async () => {
    const who = await signedIn(register, web, 'recorder');
    await register.accounts.accounts.setRoles(who.account.id, ['auditor'], { address: '', userAgent: '' });
    expect((await who.get('/either')).status).toBe(403);
  });
});

describe('a form whose session has ended', () => {
  it('is told so, instead of being sent away with what was typed', async () => {
    expect((await web.post('/change')).status).toBe(401);
  });
});

describe('a session', () => {
  it('is known by its cookie', async () => {
    const { cookie, account } = await signedIn(register, web, 'recorder');
    expect(await whoIs(cookie)).toBe(account.name);
  });

  it('ends after 30 minutes without use, and not before', async () => {
    const { cookie, account } = await signedIn(register, web, 'recorder');
    later(29);
    expect(await whoIs(cookie)).toBe(account.name);
    later(58);
    expect(await whoIs(cookie)).toBe(account.name);
    later(88);
    expect(await whoIs(cookie)).toBeNull();
  });

  it('ends after 12 hours, however busy it was', async () => {
    const { cookie, account } = await signedIn(register, web, 'recorder');
    for (let minutes = 20; minutes < 720; minutes += 20) {
      later(minutes);
      expect(await whoIs(cookie)).toBe(account.name);
    }
    later(720);
    expect(await whoIs(cookie)).toBeNull();
  });

  it('ends at once when its account is disabled', async () => {
    const { cookie, account } = await signedIn(register, web, 'recorder');
    await register.accounts.accounts.disable(account.id, { address: '', userAgent: '' });
    expect(await whoIs(cookie)).toBeNull();
  });

  it.each(['', 'x', 'A'.repeat(43), '%00', '..', '"', 'é', 'A'.repeat(4000)])(
    'is not had by a made-up token: “%s”, and the browser is told to forget it',
    async (token) => {
      const { status, body, headers } = await web.get('/open', {
        cookie: `__Host-chancery=${encodeURIComponent(token)}`,
      });
      expect([status, body.who]).toEqual([200, null]);
      if (token !== '') {
        expect(String(headers['set-cookie'])).toMatch(/^__Host-chancery=;.*Expires=Thu, 01 Jan 1970/);
      }
    },
  );

  it('is not had by what the database holds of it', async () => {
    await signedIn(register, web, 'admin');
    const { rows } = await register.database.admin.query(
      "select encode(token_hash, 'hex') as hex, encode(token_hash, 'base64') as base64, id, csrf from accounts.session",
    );
    for (const row of rows) {
      for (const value of Object.values(row as Record<string, string>)) {
        expect(await whoIs(`__Host-chancery=${encodeURIComponent(value)}`)).toBeNull();
      }
    }
  });
});

describe('a form', () => {
  it('is taken from here with its key, in a field or in a header', async () => {
    const who = await signedIn(register, web, 'recorder');
    expect((await who.post('/change')).text).toBe('changed');
    expect((await who.post('/change', { _csrf: '' }, { 'x-chancery-form-key': who.csrf })).text).toBe(
      'changed',
    );
  });

  it('is taken where the browser tells only the origin', async () => {
    const { csrf, cookie } = await signedIn(register, web, 'recorder');
    const send = (origin: string) =>
      ask(web.port, 'POST', '/change', {
        cookie,
        origin,
        host: `127.0.0.1:${String(web.port)}`,
        'x-chancery-form-key': csrf,
      });
    expect((await send(`http://127.0.0.1:${String(web.port)}`)).text).toBe('changed');
    for (const other of ['http://127.0.0.1', 'http://evil.example', 'null', '']) {
      expect([other, (await send(other)).status]).toEqual([other, 403]);
    }
  });

  it('of nobody in particular needs no key, but has to come from here', async () => {
    expect((await web.post('/anybody')).text).toBe('changed');
    expect((await web.post('/anybody', {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it('from elsewhere is not even read', async () => {
    const big = 'x'.repeat(900_000);
    const { status } = await web.post('/anybody', { big }, { 'sec-fetch-site': 'cross-site' });
    expect(status).toBe(403);
  });
});

describe('every answer', () => {
  it.each(['/open', '/either', '/forgotten', '/no-such-page'])(
    'tells the browser what it may do: %s',
    async (path) => {
      const { headers } = await web.get(path);
      expect(headers['content-security-policy']).toBe(
        "default-src 'none';script-src 'self';style-src 'self';img-src 'self';font-src 'self';connect-src 'self';" +
          "form-action 'self';base-uri 'none';frame-ancestors 'none'",
      );
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'strict-transport-security': 'max-age=31536000',
      });
      expect(headers).not.toHaveProperty('access-control-allow-origin');
      expect(headers).not.toHaveProperty('x-powered-by');
    },
  );
});

describe('whoever asks too often', () => {
  let strict: Web;
  beforeAll(async () => {
    strict = await listening({ module: Probes }, register, undefined, { reads: 3, changes: 1 });
  });
  afterAll(() => strict.close());

  it('is told beforehand how often, and then to wait', async () => {
    const at = Date.parse(TODAY) + 5 * 60_000;
    register.setClock(new Date(at + 15_000).toISOString());
    const first = await strict.get('/open');
    expect(first.headers).toMatchObject({
      'ratelimit-policy': '"reads";q=3;w=60',
      ratelimit: '"reads";r=2;t=45',
    });
    await strict.get('/open');
    await strict.get('/either');
    const refused = await strict.get('/open');
    expect([refused.status, refused.headers['retry-after'], refused.headers['ratelimit']]).toEqual([
      429,
      '45',
      '"reads";r=0;t=45',
    ]);
    expect(refused.text).toMatch(/<h1>Too many requests<\/h1>/);
    // A change is counted apart.
    expect((await strict.post('/anybody')).status).toBe(201);
    expect((await strict.post('/anybody')).status).toBe(429);
    register.setClock(new Date(at + 60_000).toISOString());
    expect((await strict.get('/open')).status).toBe(200);
  });

  it('cannot go around it by being a browser of another name', async () => {
    later(10);
    for (let times = 0; times < 3; times += 1)
      await strict.get('/open', { 'user-agent': `x${String(times)}` });
    const { status } = await strict.get('/open', {
      'x-forwarded-for': '192.0.2.1',
      'user-agent': 'y',
      ...FROM_HERE,
    });
    expect(status).toBe(429);
  });
});

describe('a proxy', () => {
  const FORWARDED = { 'x-forwarded-for': '192.0.2.1, 198.51.100.7' };
  const ONE: Limits = { reads: 1, changes: 1 };

  it('is believed on who asks where it is trusted: each of them has a limit of their own', async () => {
    const behind = await listening({ module: Probes }, register, undefined, ONE, ['127.0.0.0/8']);
    const from = async (address: string) =>
      (await behind.get('/open', { 'x-forwarded-for': `192.0.2.1, ${address}` })).status;
    expect(await from('198.51.100.7')).toBe(200);
    expect(await from('198.51.100.8')).toBe(200);
    expect(await from('198.51.100.7')).toBe(429);
    await behind.close();
  });

  it('is not believed where it is not', async () => {
    const bare = await listening({ module: Probes }, register, undefined, ONE);
    expect((await bare.get('/open', FORWARDED)).status).toBe(200);
    expect((await bare.get('/open', { 'x-forwarded-for': '203.0.113.9' })).status).toBe(429);
    await bare.close();
  });
});

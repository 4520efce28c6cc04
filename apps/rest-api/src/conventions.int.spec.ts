import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { ADDRESSES, withQuery } from '../../../test/support/addresses.js';
import { expectProblem } from '../../../test/support/problem.js';
import { demoRest, type DemoRest } from '../../../test/support/rest.js';

let rest: DemoRest;
beforeAll(async () => {
  rest = await demoRest();
});
afterAll(() => rest.close());

describe('the landing page', () => {
  it('leads to every collection, and says how to ask', async () => {
    const { status, body } = await rest.get('/api/v1');
    expect(status).toBe(200);
    expect(Object.keys(body.clocks)).toEqual(['asOf', 'knownAt', 'atPosition', 'minPosition']);
    for (const template of Object.values<string>(body.links)) {
      const path = template
        .replace('{code}', 'KAZ')
        .replace('{slug}', 'abraham-accords')
        .replace('{q}', 'kazakhstan')
        .replace('{?axis,from,to,body,state}', '?axis=valid&from=2026-01-01&to=2026-02-01')
        .replace('{eventId}', '1')
        .replace(/\{\?[\w,]+\}$/, '')
        .replace('{id}', 'ani-2025-11-07');
      if (path.includes('{sha256}')) continue;
      expect([path, (await rest.get(path)).status]).toEqual([path, 200]);
    }
  });
});

describe('links', () => {
  it('within an answer all lead somewhere', async () => {
    const seen = new Set<string>();
    for (const path of ADDRESSES) {
      // Of a list, the first few.
      const isList = /\/(states|bodies|members|memberships|acts|sources|events)$/.test(path);
      const { text } = await rest.get(isList ? withQuery(path, 'limit=3') : path);
      for (const [, link] of text.matchAll(/"(\/api\/v1[^"{]*)"/g)) seen.add(link!);
    }
    expect(seen.size).toBeGreaterThan(40);
    for (const link of seen) expect([link, (await rest.get(link)).status]).toEqual([link, 200]);
  }, 30_000);

  it('to itself are the address that was asked', async () => {
    for (const path of [
      '/api/v1/states?limit=3',
      '/api/v1/states/KAZ/memberships?asOf=2025-11-06',
      '/api/v1/events?after=7',
    ]) {
      expect((await rest.get(path)).body.links.self).toBe(path);
    }
  });
});

describe('HEAD', () => {
  it.each(ADDRESSES)('%s has the headers of GET and no body', async (path) => {
    const [head, get] = [await rest.send('HEAD', path), await rest.get(path)];
    const { date: _, ...headers } = head.headers;
    expect(head.status).toBe(200);
    expect(head.text).toBe('');
    expect(get.headers).toMatchObject(headers);
    expect(Number(head.headers['content-length'])).toBe(Buffer.byteLength(get.text));
  });

  it('of what is unknown or faulty has the status of GET', async () => {
    for (const [path, status] of [
      ['/api/v1/states/XXX', 404],
      ['/api/v1/states?limit=0', 400],
      ['/api/v1/%zz', 400],
    ] as const) {
      const head = await rest.send('HEAD', path);
      expect([head.status, head.text, head.headers['content-type']]).toEqual([
        status,
        '',
        'application/problem+json; charset=utf-8',
      ]);
    }
  });
});

describe('a browser on another site', () => {
  it('may read', async () => {
    const { headers } = await rest.get('/api/v1/states?limit=1', { origin: 'https://example.org' });
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-expose-headers']).toMatch(/ETag.*Link/);
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
  });

  it('may read why it was refused', async () => {
    const { headers } = await rest.get('/api/v1/states/XXX', { origin: 'https://example.org' });
    expect(headers['access-control-allow-origin']).toBe('*');
  });

  it('is told beforehand that it may only read', async () => {
    const preflight = { origin: 'https://example.org', 'access-control-request-method': 'GET' };
    const { status, headers } = await rest.send('OPTIONS', '/api/v1/states', preflight);
    expect(status).toBe(204);
    expect(headers['access-control-allow-methods']).toBe('GET, HEAD');
    expect((await rest.send('OPTIONS', '/api/v1/states')).status).toBe(204);
  });
});

describe('the language', () => {
  const nameIn = async (header: string) => {
    const { headers, body } = await rest.get('/api/v1/states/KAZ', { 'accept-language': header });
    return [headers['content-language'], body.name];
  };

  it.each([
    ['ar', 'ar', 'كازاخستان'],
    ['ar-EG', 'ar', 'كازاخستان'],
    ['AR', 'ar', 'كازاخستان'],
    ['ru, ar;q=0.5', 'ru', 'Казахстан'],
    ['ar;q=0.5, ru', 'ru', 'Казахстан'],
    ['de, fr;q=0.8, en;q=0.9', 'en', 'Kazakhstan'],
    ['de, zh', 'zh', '哈萨克斯坦'],
    ['ar;q=0, es', 'es', 'Kazajistán'],
    ['de', 'en', 'Kazakhstan'],
    ['*', 'en', 'Kazakhstan'],
    ['', 'en', 'Kazakhstan'],
    [';;q=,,-', 'en', 'Kazakhstan'],
    ['ar;q=nonsense, fr', 'fr', 'Kazakhstan'],
  ])('of names follows Accept-Language: %s', async (header, language, name) => {
    expect(await nameIn(header)).toEqual([language, name]);
  });

  it('is English where none is asked for', async () => {
    const { headers, body } = await rest.get('/api/v1/states/KAZ');
    expect([headers['content-language'], body.name]).toEqual(['en', 'Kazakhstan']);
    expect(headers['vary']).toBe('Accept-Language');
  });

  it('is the same for the body and the state of a membership', async () => {
    const { body } = await rest.get('/api/v1/memberships/board-of-peace/KAZ', { 'accept-language': 'ar' });
    expect([body.body.name, body.state.name]).toEqual(['مجلس السلام', 'كازاخستان']);
    const members = await rest.get('/api/v1/bodies/abraham-accords/members?limit=1', {
      'accept-language': 'ar',
    });
    expect(members.body.items[0].state.name).toBe('الإمارات العربية المتحدة');
  });
});

describe('what is answered', () => {
  it('is JSON in UTF-8', async () => {
    for (const path of ADDRESSES) {
      expect((await rest.get(path)).headers['content-type']).toBe('application/json; charset=utf-8');
    }
  });

  it('does not tell what it is made with', async () => {
    const { headers } = await rest.get('/api/v1');
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('server');
  });
});

describe('a mistake of ours', () => {
  it('is in the log, and not in the answer', async () => {
    const { admin } = rest.register.database;
    const logged: string[] = [];
    Logger.overrideLogger({ error: (message: string) => logged.push(message), log: () => 0, warn: () => 0 });
    await admin.query('revoke select on read_model.dossier from chancery_reader');
    const answers = [
      ['en', await rest.get('/api/v1/states')],
      ['ar', await rest.get('/api/v1/states', { 'accept-language': 'ar' })],
    ] as const;
    await admin.query('grant select on read_model.dossier to chancery_reader');
    Logger.overrideLogger(['error', 'warn']);
    for (const [language, answer] of answers) {
      await expectProblem(rest, answer, { status: 500, code: 'internal-error', language });
    }
    expect(logged).toHaveLength(2);
    expect(logged[0]).toMatch(/permission denied for table dossier\n +at /);
  });
});

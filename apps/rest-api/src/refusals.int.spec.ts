// Whatever is wrong with a request is said in one sentence, in English or Arabic, and nothing is ignored.
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ADDRESSES, withQuery } from '../../../test/support/addresses.js';
import { DEMO_EVENTS } from '../../../test/support/demo-facts.js';
import { expectProblem } from '../../../test/support/problem.js';
import { demoRest, type DemoRest } from '../../../test/support/rest.js';

let rest: DemoRest;
beforeAll(async () => {
  rest = await demoRest();
}, 60_000);
afterAll(() => rest.close());

const MEMBERSHIPS = '/api/v1/states/KAZ/memberships';
const MEMBERS = '/api/v1/bodies/abraham-accords/members';

/** What is wrong, the query, the code, the parameter at fault, and what the sentence says of it. */
const FAULTS: [string, string, string, string, RegExp][] = [
  ['an impossible day', '?asOf=2025-02-30', 'bad-as-of', 'asOf', /“asOf” must be a day that exists/],
  ['a 29 February of no leap year', '?asOf=2025-02-29', 'bad-as-of', 'asOf', /a day that exists/],
  ['a month for a day', '?asOf=2025-11', 'bad-as-of', 'asOf', /a day that exists/],
  ['a year for a day', '?asOf=2025', 'bad-as-of', 'asOf', /a day that exists/],
  ['a day that is not sure', '?asOf=2025-11-06?', 'bad-as-of', 'asOf', /a day that exists/],
  ['an instant for a day', '?asOf=2025-11-06T00:00:00Z', 'bad-as-of', 'asOf', /a day that exists/],
  ['no day', '?asOf=', 'bad-as-of', 'asOf', /a day that exists/],
  [
    'a day in other digits',
    `?asOf=${encodeURIComponent('٢٠٢٥-١١-٠٦')}`,
    'bad-as-of',
    'asOf',
    /a day that exists/,
  ],
  [
    'an instant without its zone',
    '?knownAt=2026-01-18T00:00:00',
    'bad-known-at',
    'knownAt',
    /with its time zone/,
  ],
  ['a day for an instant', '?knownAt=2026-01-18', 'bad-known-at', 'knownAt', /with its time zone/],
  ['an impossible instant', '?knownAt=2026-02-30T00:00:00Z', 'bad-known-at', 'knownAt', /must be an instant/],
  [
    'an hour that no day has',
    '?knownAt=2026-01-18T24:30:00Z',
    'bad-known-at',
    'knownAt',
    /must be an instant/,
  ],
  [
    'an instant in the year 0',
    '?knownAt=0000-01-01T00:00:00Z',
    'bad-known-at',
    'knownAt',
    /must be an instant/,
  ],
  [
    'an instant that its zone takes there',
    '?knownAt=0001-01-01T00:00:00%2B14:00',
    'bad-known-at',
    'knownAt',
    /./,
  ],
  [
    'an instant in the future',
    '?knownAt=2999-01-01T00:00:00Z',
    'known-at-in-future',
    'knownAt',
    /in the future/,
  ],
  [
    'a negative position',
    '?atPosition=-1',
    'bad-position',
    'atPosition',
    /“atPosition” must be a whole number/,
  ],
  ['a position in scientific notation', '?atPosition=1e3', 'bad-position', 'atPosition', /a whole number/],
  ['a broken position', '?atPosition=1.5', 'bad-position', 'atPosition', /a whole number/],
  ['a hexadecimal position', '?atPosition=0x10', 'bad-position', 'atPosition', /a whole number/],
  ['an endless position', `?atPosition=${'9'.repeat(30)}`, 'bad-position', 'atPosition', /a whole number/],
  [
    'a position ahead of the log',
    `?atPosition=${DEMO_EVENTS + 1}`,
    'position-ahead',
    'atPosition',
    new RegExp(`beyond the end of the log, which is ${DEMO_EVENTS}`),
  ],
  [
    'a wait for what is not recorded',
    `?minPosition=${DEMO_EVENTS + 1}`,
    'position-ahead',
    'minPosition',
    new RegExp(`beyond the end of the log, which is ${DEMO_EVENTS}`),
  ],
  [
    'both known clocks',
    '?knownAt=2026-01-18T00:00:00Z&atPosition=3',
    'two-known-clocks',
    'atPosition',
    /not both/,
  ],
  ['an empty page', '?limit=0', 'bad-limit', 'limit', /from 1 to 200/],
  ['too large a page', '?limit=201', 'bad-limit', 'limit', /from 1 to 200/],
  ['a page of words', '?limit=abc', 'bad-limit', 'limit', /from 1 to 200/],
  ['a page of less than nothing', '?limit=-5', 'bad-limit', 'limit', /from 1 to 200/],
  ['a broken cursor', '?cursor=!!!', 'bad-cursor', 'cursor', /not one that this register gave out/],
  [
    'a cursor of something else',
    `?cursor=${Buffer.from('x:KAZ').toString('base64url')}`,
    'bad-cursor',
    'cursor',
    /./,
  ],
  [
    'a cursor with NUL in it',
    `?cursor=${Buffer.from('k:\0').toString('base64url')}`,
    'bad-cursor',
    'cursor',
    /./,
  ],
  [
    'a cursor with something added',
    `?cursor=${Buffer.from('k:KAZ').toString('base64url')}!`,
    'bad-cursor',
    'cursor',
    /./,
  ],
  ['an endless cursor', `?cursor=${'a'.repeat(400)}`, 'bad-cursor', 'cursor', /./],
];

describe('a faulty parameter is refused with a sentence that names it', () => {
  it.each(FAULTS)('%s', async (_, query, code, parameter, sentence) => {
    const answer = await rest.get(`${MEMBERSHIPS}${query}`);
    await expectProblem(rest, answer, { status: 400, code });
    expect(answer.body.errors).toEqual([{ parameter, code, detail: expect.stringMatching(sentence) }]);
    expect(answer.body.instance).toBe(`${MEMBERSHIPS}${query}`);
  });

  it.each(FAULTS)('%s (in Arabic)', async (_, query, code, parameter) => {
    const answer = await rest.get(`${MEMBERSHIPS}${query}`, { 'accept-language': 'ar' });
    await expectProblem(rest, answer, { status: 400, code, language: 'ar' });
    expect(answer.body.errors).toMatchObject([
      { parameter, detail: expect.stringMatching(/[\u0600-\u06ff]/) },
    ]);
  });

  it.each(['foo', 'joined,foo', 'Joined', '', 'joined,', 'joined%20'])(
    'an unknown standing: “%s”',
    async (standing) => {
      const answer = await rest.get(`${MEMBERS}?standing=${standing}`);
      await expectProblem(rest, answer, { status: 400, code: 'bad-standing' });
      expect(answer.body.detail).toMatch(/none, invited, declined, intending, accepted, joined/);
    },
  );

  it.each(['-1', '1e3', 'abc', ''])('a place in the log that is none: “%s”', async (after) => {
    const answer = await rest.get(`/api/v1/events?after=${after}`);
    await expectProblem(rest, answer, { status: 400, code: 'bad-position' });
    expect(answer.body.errors[0].parameter).toBe('after');
  });

  it('every one of several', async () => {
    const answer = await rest.get(`${MEMBERSHIPS}?asOf=2025-02-30&limit=0&color=red`);
    await expectProblem(rest, answer, { status: 400, code: 'bad-as-of' });
    expect(
      answer.body.errors.map(({ parameter, code }: Record<string, string>) => [parameter, code]),
    ).toEqual([
      ['asOf', 'bad-as-of'],
      ['limit', 'bad-limit'],
      ['color', 'unknown-parameter'],
    ]);
  });
});

describe('at every address', () => {
  it.each(ADDRESSES)('%s refuses a parameter that it does not know', async (path) => {
    const answer = await rest.get(withQuery(path, 'color=red'));
    expect(answer.status).toBe(400);
    await expectProblem(rest, answer, { status: 400, code: answer.body.code });
    expect(answer.body.errors[0]).toMatchObject({
      parameter: 'color',
      detail: expect.stringContaining('“color”'),
    });
    const { body: arabic } = await rest.get(withQuery(path, 'color=red'), { 'accept-language': 'ar' });
    expect(arabic.errors[0].detail).toMatch(/[\u0600-\u06ff].*color/);
  });

  const taking = ADDRESSES.slice(1, -1).filter((path) => path !== '/api/v1/events/1');
  it.each(taking)('%s refuses a parameter that is given twice', async (path) => {
    const name = /\/events\b/.test(path) ? 'after' : 'atPosition';
    const answer = await rest.get(withQuery(path, `${name}=3&${name}=3`));
    await expectProblem(rest, answer, { status: 400, code: 'repeated-parameter' });
    expect(answer.body.errors).toMatchObject([{ parameter: name }]);
  });

  it('tells what it takes', async () => {
    expect((await rest.get('/api/v1/sources?asOf=2026-01-19')).body.detail).toBe(
      'This address does not take the parameter “asOf”. It takes: knownAt, atPosition, minPosition, q, limit, cursor, format.',
    );
    expect((await rest.get('/api/v1?asOf=2026-01-19')).body.detail).toBe(
      'This address takes no parameters, and so not “asOf”.',
    );
  });

  it.each(['constructor', '__proto__', 'limit[]', 'Limit', '%zz', 'LIMIT%20'])(
    'knows no parameter %s',
    async (name) => {
      await expectProblem(rest, await rest.get(`/api/v1/states?${name}=1`), {
        status: 400,
        code: 'unknown-parameter',
      });
    },
  );
});

describe('an unknown state', () => {
  const strange = [
    'XXX',
    'kaz',
    'KAZZ',
    'K',
    '%00',
    'KAZ%00',
    '%F0%9F%90%99',
    '%D9%83',
    "'%20or%201=1",
    '%7B',
    '..%2F..',
  ];
  it.each(strange)('%s is answered 404, with a sentence', async (code) => {
    for (const path of [
      'states/*',
      'states/*/memberships',
      'states/*/timeline',
      'memberships/abraham-accords/*',
      'memberships/abraham-accords/*/history',
      'memberships/abraham-accords/*/explain',
    ]) {
      const answer = await rest.get(`/api/v1/${path.replace('*', code)}`);
      expect(answer.body.detail.replace(decodeURIComponent(code), '…')).toBe(
        `The register has no state with the code “…” as known at position ${DEMO_EVENTS}.`,
      );
      expect([answer.status, answer.body.code]).toEqual([404, 'unknown-state']);
    }
  });

  it('is a problem like any other', async () => {
    await expectProblem(rest, await rest.get('/api/v1/states/XXX'), { status: 404, code: 'unknown-state' });
    const arabic = await rest.get('/api/v1/states/XXX', { 'accept-language': 'ar' });
    await expectProblem(rest, arabic, { status: 404, code: 'unknown-state', language: 'ar' });
  });
});

describe('an unknown body', () => {
  it.each(['nato', 'Board-of-Peace', '%00', 'board-of-peace%00', '-'])(
    '%s is answered 404, with a sentence',
    async (slug) => {
      for (const path of [
        'bodies/*',
        'bodies/*/members',
        'bodies/*/organs',
        'bodies/*/counts',
        'memberships/*/KAZ',
        'memberships/*/KAZ/history',
        'memberships/*/KAZ/explain',
      ]) {
        const answer = await rest.get(`/api/v1/${path.replace('*', slug)}`);
        expect(answer.body.detail).toBe(
          `The register has no body “${decodeURIComponent(slug)}” as known at position ${DEMO_EVENTS}.`,
        );
        expect([answer.status, answer.body.code]).toEqual([404, 'unknown-body']);
      }
    },
  );
});

describe('an unknown source', () => {
  it.each(['nobody-1', 'Gazette', '%00', 'ani-2025-11-07%00', '-'])(
    '%s is answered 404, with a sentence',
    async (id) => {
      await expectProblem(rest, await rest.get(`/api/v1/sources/${id}`), {
        status: 404,
        code: 'unknown-source',
      });
      for (const copy of ['0'.repeat(64), 'nonsense', '%00']) {
        const answer = await rest.get(`/api/v1/sources/${id}/copies/${copy}`);
        await expectProblem(rest, answer, { status: 404, code: 'unknown-copy' });
      }
    },
  );

  it.each(['KAZ', '-', '9'.repeat(30)])('a page after what is no position: %s', async (key) => {
    const cursor = Buffer.from(`k:${key}`).toString('base64url');
    const answer = await rest.get(`/api/v1/sources/ani-2025-11-07?cursor=${cursor}`);
    await expectProblem(rest, answer, { status: 400, code: 'bad-cursor' });
  });
});

describe('a name to look up', () => {
  it.each(['', 'a'.repeat(201), '%00', 'a%00b'])('that is none is refused: “%s”', async (q) => {
    const answer = await rest.get(`/api/v1/states?q=${q}`);
    await expectProblem(rest, answer, { status: 400, code: 'bad-q' });
    expect(answer.body.errors).toMatchObject([{ parameter: 'q' }]);
  });

  it.each(['%25', '_', '%20', '%5C', '%F0%9F%90%99', "'", '%E2%80%8F', 'a'.repeat(200)])(
    'that nothing has finds nothing: “%s”',
    async (q) => {
      const { status, body } = await rest.get(`/api/v1/states?q=${q}`);
      expect([status, body.items]).toEqual([200, []]);
    },
  );
});

describe('an address where nothing is', () => {
  it.each([
    '/',
    '/api',
    '/api/v1/',
    '/api/v1/nonsense',
    '/api/v2',
    '/api/v1/states/',
    '/api/v1/STATES',
    '//api/v1/states',
    '/favicon.ico',
  ])('%s leads to the landing page', async (path) => {
    const answer = await rest.get(path);
    await expectProblem(rest, answer, { status: 404, code: 'not-found' });
    expect(answer.body.detail).toBe(
      `There is nothing at ${path}. The landing page /api/v1 lists what there is.`,
    );
  });

  it('a problem that there is not', async () => {
    for (const code of ['nonsense', 'constructor', '%00']) {
      const answer = await rest.get(`/api/v1/problems/${code}`);
      await expectProblem(rest, answer, { status: 404, code: 'unknown-problem' });
    }
  });
});

describe('an address that is none', () => {
  it.each([
    '/api/v1/states/%zz',
    '/api/v1/states/%',
    '/api/v1/states/%E0%A4',
    '/api/v1/states/%ff',
    '/%c0%af',
  ])('%s (broken percent-encoding)', async (path) => {
    await expectProblem(rest, await rest.get(path), { status: 400, code: 'bad-request' });
  });

  it('a very long one', async () => {
    const answer = await rest.get(`/api/v1/states/${'A'.repeat(5000)}`);
    await expectProblem(rest, answer, { status: 414, code: 'address-too-long' });
    expect((await rest.get(`/api/v1/${'states/'.repeat(700)}`)).status).toBe(404);
    expect((await rest.get(`/api/v1/states?${'a=1&'.repeat(2000)}`)).status).toBe(400);
  });

  it('one that is longer than all headers may be', async () => {
    const { status, headers, body } = await rest.get(`/api/v1/states/${'A'.repeat(20_000)}`);
    expect(status).toBe(431);
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(body).toMatchObject({
      status: 431,
      code: 'headers-too-long',
      type: '/api/v1/problems/headers-too-long',
    });
  });

  it('bytes that are not HTTP', async () => {
    const socket = connect(rest.port, '127.0.0.1');
    let text = '';
    socket.setEncoding('utf8').on('data', (part: string) => (text += part));
    await new Promise((resolve) => socket.on('close', resolve).end('GARBAGE\r\n\r\n'));
    expect(text).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(text).toMatch(/content-type: application\/problem\+json/i);
    expect(JSON.parse(text.slice(text.indexOf('\r\n\r\n')))).toMatchObject({
      status: 400,
      code: 'bad-request',
    });
  });
});

describe('another method than GET and HEAD', () => {
  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND'])(
    '%s is refused at every address',
    async (method) => {
      for (const path of [...ADDRESSES, '/livez', '/readyz', '/api/v1/nonsense']) {
        const answer = await rest.send(method, path);
        await expectProblem(rest, answer, { status: 405, code: 'method-not-allowed' });
        expect(answer.headers['allow']).toBe('GET, HEAD');
      }
    },
  );

  it.each([
    ['JSON', 'application/json', '{"code":"KAZ"}'],
    ['broken JSON', 'application/json', '{'],
    ['XML', 'application/xml', '<state/>'],
    ['no known kind', 'nonsense', 'x'],
    ['two megabytes', 'application/json', `"${'x'.repeat(2_000_000)}"`],
  ])('with %s in its body is refused for its method', async (_, type, body) => {
    const headers = { 'content-type': type, 'content-length': String(Buffer.byteLength(body)) };
    const answer = await rest.send('POST', '/api/v1/states', headers, body);
    await expectProblem(rest, answer, { status: 405, code: 'method-not-allowed' });
  });
});

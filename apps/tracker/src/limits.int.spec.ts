// How often one address may ask, whichever halves of the program are served.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testSite, type Site } from '../../../test/support/site.js';

const LIMITS = { reads: 1, changes: 1 };
/** Of reading over REST, by these limits. */
const MOST = 5;
const MINUTE = Date.parse('2026-03-01T12:00:00Z');

let whole: Site;
let restAlone: Site;
beforeAll(async () => {
  whole = await testSite(undefined, LIMITS);
  restAlone = await testSite(undefined, LIMITS, { rest: true, pages: false, admin: false });
}, 60_000);
afterAll(async () => {
  await whole.close();
  await restAlone.close();
});

describe.each([
  ['beside the pages', () => whole],
  ['served alone', () => restAlone],
])('REST %s', (_, site) => {
  it('says how often it may be asked, then to wait, and for how long', async () => {
    const { get, register } = site();
    register.setClock(new Date(MINUTE + 15_000).toISOString());
    for (let left = MOST - 1; left >= 0; left--) {
      const { status, headers } = await get(`/api/v1/states/XXX`);
      expect([status, headers['ratelimit-policy'], headers['ratelimit']]).toEqual([
        404,
        '"rest";q=5;w=60',
        `"rest";r=${String(left)};t=45`,
      ]);
    }
    const refused = await get('/api/v1', { 'accept-language': 'ar', origin: 'https://example.org' });
    expect(refused.headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'access-control-allow-origin': '*',
      'retry-after': '45',
      ratelimit: '"rest";r=0;t=45',
    });
    expect(refused.headers['access-control-expose-headers']).toMatch(/RateLimit, RateLimit-Policy/);
    expect(refused.body).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect(refused.body.detail).toMatch(/45 ثانية/);
    register.setClock(new Date(MINUTE + 60_000).toISOString());
    expect((await get('/api/v1')).status).toBe(200);
  });

  it('answers those who watch over it however often they ask', async () => {
    for (let times = 0; times < 2 * MOST; times++) {
      const { status, headers } = await site().get('/livez');
      expect([status, headers['ratelimit']]).toEqual([200, undefined]);
    }
  });
});

it('a reader of pages is not held to account for what a program asks from the same address', async () => {
  whole.register.setClock(new Date(MINUTE + 120_000).toISOString());
  for (let times = 0; times <= MOST; times++) await whole.get('/api/v1');
  const { status, headers } = await whole.get('/about');
  expect([status, headers['ratelimit-policy']]).toEqual([200, '"reads";q=1;w=60']);
});

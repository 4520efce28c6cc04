import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { walk } from '../../../test/support/paging.js';
import { demoRest, type Answer, type DemoRest } from '../../../test/support/rest.js';

let rest: DemoRest;
beforeAll(async () => {
  rest = await demoRest();
});
afterAll(() => rest.close());

const members = (query = '') => rest.get(`/api/v1/bodies/abraham-accords/members${query}`);
const standings = ({ body }: Answer) =>
  Object.fromEntries(
    body.items.map((item: { state: { code: string }; standing: string; reported: { standing: string } }) => [
      item.state.code,
      `${item.standing}/${item.reported.standing}`,
    ]),
  );

describe('GET /bodies', () => {
  it('lists the bodies by slug', async () => {
    const { body } = await rest.get('/api/v1/bodies');
    expect(body.items.map(({ slug }: { slug: string }) => slug)).toEqual([
      'abraham-accords',
      'board-of-peace',
    ]);
    expect((await walk(rest, '/api/v1/bodies?limit=1')).map(({ slug }) => slug)).toEqual([
      'abraham-accords',
      'board-of-peace',
    ]);
  });

  it('knows at an instant the bodies that were registered by then', async () => {
    const { body } = await rest.get('/api/v1/bodies?knownAt=2026-01-18T00:00:00Z');
    expect(body.items.map(({ slug }: { slug: string }) => slug)).toEqual(['abraham-accords']);
  });
});

describe('GET /bodies/{slug}', () => {
  it('tells its names, its rule and since when it is in force', async () => {
    const { body } = await rest.get('/api/v1/bodies/abraham-accords');
    expect(body).toEqual({
      slug: 'abraham-accords',
      name: 'Abraham Accords',
      names: { en: 'Abraham Accords', ar: 'الاتفاقيات الإبراهيمية' },
      kind: 'accord',
      rule: { binding: 'signature', invitation: false },
      inForceSince: '2020',
      links: { self: '/api/v1/bodies/abraham-accords', members: '/api/v1/bodies/abraham-accords/members' },
      meta: { knownAt: null, position: 271 },
    });
  });

  it('says of a body that is not in force that it is not', async () => {
    expect((await rest.get('/api/v1/bodies/board-of-peace')).body.inForceSince).toBeNull();
  });

  it('is unknown at a position before its registration', async () => {
    const { status, body } = await rest.get('/api/v1/bodies/board-of-peace?atPosition=267');
    expect([status, body.code]).toEqual([404, 'unknown-body']);
    expect((await rest.get('/api/v1/bodies/board-of-peace?atPosition=268')).status).toBe(200);
  });
});

describe('GET /bodies/{slug}/members', () => {
  it('tells those who signed, declined and joined, by their own word and by every word', async () => {
    expect(standings(await members())).toEqual({
      ARE: 'none/party',
      BHR: 'none/party',
      KAZ: 'joined/joined',
      LBN: 'none/declined',
      MAR: 'none/party',
      SAU: 'none/declined',
      SDN: 'none/party',
      SYR: 'none/declined',
    });
  });

  it('names each state and cites what its standing rests on', async () => {
    const { body } = await members('?limit=1');
    expect(body.items[0]).toMatchObject({
      state: { code: 'ARE', name: 'United Arab Emirates' },
      standing: 'none',
      sources: [],
      reported: { standing: 'party', since: '2020-01-01', attestation: 'reported' },
      links: { self: '/api/v1/memberships/abraham-accords/ARE' },
    });
    expect(body.items[0].reported.sources[0]).toMatchObject({ id: 'ani-2025-11-07', language: 'ar' });
  });

  it('picks by standing, and by several at once', async () => {
    expect(Object.keys(standings(await members('?standing=joined')))).toEqual(['KAZ']);
    expect(standings(await members('?standing=intending,joined&asOf=2025-11-06'))).toEqual({
      KAZ: 'intending/joined',
    });
    expect(Object.keys(standings(await members('?standing=accepted')))).toEqual([]);
    expect(Object.keys(standings(await members('?standing=none')))).toHaveLength(7);
  });

  it('goes by both clocks', async () => {
    expect(Object.keys(standings(await members('?asOf=2025-11-05')))).toEqual(['ARE', 'BHR', 'MAR', 'SDN']);
    expect(standings(await members('?knownAt=2025-11-06T23:00:00Z'))).toEqual({ KAZ: 'intending/intending' });
    expect(standings(await members('?asOf=2019-12-31'))).toEqual({});
  });

  it.each([1, 3, 8])('gives each state exactly once in pages of %i', async (limit) => {
    const items = await walk(rest, `/api/v1/bodies/abraham-accords/members?limit=${limit}`);
    expect(items.map(({ state }) => state.code)).toEqual([
      'ARE',
      'BHR',
      'KAZ',
      'LBN',
      'MAR',
      'SAU',
      'SDN',
      'SYR',
    ]);
  });

  it('keeps the filter and the clocks from page to page', async () => {
    const { body } = await members('?standing=none&asOf=2026-01-01&atPosition=266&limit=2');
    const next = new URL(body.links.next, 'http://register.invalid').searchParams;
    expect(next.get('standing')).toBe('none');
    expect(next.get('asOf')).toBe('2026-01-01');
    expect(next.get('atPosition')).toBe('266');
    expect(next.get('limit')).toBe('2');
  });
});

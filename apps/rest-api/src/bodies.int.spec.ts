import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_EVENTS, demoBody, demoRow } from '../../../test/support/demo-facts.js';
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

  it('counts the states by their own standing, as it was on the day', async () => {
    const counted = async (query: string) =>
      (await rest.get(`/api/v1/bodies${query}`)).body.items[0].standings as unknown;
    expect(await counted('?asOf=2020-08-01')).toEqual({});
    expect(await counted('?asOf=2025-11-07')).toMatchObject({ joined: 1, party: 5 });
    const { body } = await rest.get('/api/v1/states/KAZ/memberships');
    const { body: states } = await rest.get('/api/v1/states?q=kazakhstan');
    expect(states.items[0].standings).toEqual({ joined: 1, party: 1 });
    expect(body.items).toHaveLength(2);
  });

  it('knows at an instant the bodies that were registered by then', async () => {
    const { body } = await rest.get('/api/v1/bodies?knownAt=2026-01-16T00:00:00Z');
    expect(body.items.map(({ slug }: { slug: string }) => slug)).toEqual(['abraham-accords']);
  });
});

describe('GET /bodies/{slug}', () => {
  it('tells its names, its rule and since when it is in force', async () => {
    const { body } = await rest.get('/api/v1/bodies/abraham-accords');
    expect(body).toEqual({
      slug: 'abraham-accords',
      name: 'Abraham Accords',
      names: expect.objectContaining({ en: 'Abraham Accords', ar: 'الاتفاقيات الإبراهيمية' }),
      aliases: expect.arrayContaining(['اتفاقيات أبراهام', 'اتفاقيات إبراهيم']),
      kind: 'accord',
      rule: { binding: 'signature', invitation: false },
      inForceOn: '2020-09-15',
      dissolvedOn: null,
      links: {
        self: '/api/v1/bodies/abraham-accords',
        members: '/api/v1/bodies/abraham-accords/members',
        organs: '/api/v1/bodies/abraham-accords/organs',
        counts: '/api/v1/bodies/abraham-accords/counts',
      },
      meta: { asOf: '2026-04-01', knownAt: null, position: DEMO_EVENTS },
    });
  });

  it('says of a body that is not known to be in force that it is not', async () => {
    const { position } = demoRow('board-of-peace-in-force');
    const on = async (query: string) =>
      (await rest.get(`/api/v1/bodies/board-of-peace${query}`)).body.inForceOn;
    expect(await on(`?atPosition=${position - 1}`)).toBeNull();
    expect(await on(`?atPosition=${position}`)).toBe('2026-01-22');
    expect(await on('')).toBe('2026-01-22');
  });

  it('is unknown at a position before its registration', async () => {
    const registered = demoBody('board-of-peace');
    const { status, body } = await rest.get(`/api/v1/bodies/board-of-peace?atPosition=${registered - 1}`);
    expect([status, body.code]).toEqual([404, 'unknown-body']);
    expect((await rest.get(`/api/v1/bodies/board-of-peace?atPosition=${registered}`)).status).toBe(200);
  });
});

describe('GET /bodies/{slug}/members', () => {
  it('tells those who signed, declined and joined, by their own word and by every word', async () => {
    expect(standings(await members())).toEqual({
      ARE: 'party/party',
      BHR: 'party/party',
      IDN: 'declined/declined',
      ISR: 'party/party',
      KAZ: 'joined/joined',
      LBN: 'declined/declined',
      MAR: 'party/party',
      OMN: 'declined/declined',
      PAK: 'declined/declined',
      QAT: 'declined/declined',
      SAU: 'intending/intending',
      SDN: 'party/party',
      SYR: 'declined/declined',
      USA: 'none/party',
      'X-SOMALILAND': 'intending/intending',
    });
  });

  it('names each state and cites what its standing rests on', async () => {
    const { body } = await members('?limit=1');
    expect(body.items[0]).toMatchObject({
      state: { code: 'ARE', name: 'United Arab Emirates' },
      standing: 'party',
      since: '2020-09-15',
      attestation: 'signed',
      reported: { standing: 'party', since: '2020-09-15', attestation: 'signed' },
      links: { self: '/api/v1/memberships/abraham-accords/ARE' },
    });
    expect(body.items[0].sources[0]).toMatchObject({
      id: 'canyon-news-israel-uae-and-bahrain-sign-historic-peace',
      language: 'en',
    });
  });

  it('picks by standing, and by several at once', async () => {
    expect(Object.keys(standings(await members('?standing=joined')))).toEqual(['KAZ']);
    expect(standings(await members('?standing=intending,joined&asOf=2025-11-06'))).toEqual({
      KAZ: 'intending/joined',
    });
    expect(Object.keys(standings(await members('?standing=accepted')))).toEqual([]);
    expect(standings(await members('?standing=none'))).toEqual({ USA: 'none/party' });
  });

  it('goes by both clocks', async () => {
    expect(standings(await members('?asOf=2020-12-31&standing=party'))).toEqual({
      ARE: 'party/party',
      BHR: 'party/party',
      ISR: 'party/party',
      MAR: 'party/party',
    });
    expect(standings(await members('?asOf=2025-11-05'))).not.toHaveProperty('KAZ');
    expect(standings(await members('?knownAt=2025-11-06T23:00:00Z'))).toMatchObject({
      KAZ: 'intending/intending',
    });
    expect(standings(await members('?asOf=2019-12-31'))).toEqual({});
  });

  it.each([1, 3, 15])('gives each state exactly once in pages of %i', async (limit) => {
    const items = await walk(rest, `/api/v1/bodies/abraham-accords/members?limit=${limit}`);
    expect(items.map(({ state }) => state.code)).toEqual([
      'ARE',
      'BHR',
      'IDN',
      'ISR',
      'KAZ',
      'LBN',
      'MAR',
      'OMN',
      'PAK',
      'QAT',
      'SAU',
      'SDN',
      'SYR',
      'USA',
      'X-SOMALILAND',
    ]);
  });

  it('keeps the filter and the clocks from page to page', async () => {
    const { body } = await members('?standing=party&asOf=2026-01-01&atPosition=480&limit=2');
    const next = new URL(body.links.next, 'http://register.invalid').searchParams;
    expect(next.get('standing')).toBe('party');
    expect(next.get('asOf')).toBe('2026-01-01');
    expect(next.get('atPosition')).toBe('480');
    expect(next.get('limit')).toBe('2');
  });
});

describe('GET /bodies/{slug}/organs', () => {
  const organs = (query = '') => rest.get(`/api/v1/bodies/board-of-peace/organs${query}`);
  const people = (organ: { members: { person: string }[] }) =>
    organ.members.map(({ person }) => person).sort();

  it('tells the organs with who sits on them', async () => {
    const { status, body } = await organs();
    expect(status).toBe(200);
    expect(body.organs).toMatchObject([
      {
        organ: 'gaza-executive-board',
        names: { en: 'Gaza Executive Board' },
        since: '2026-01-16',
        seats: 11,
      },
      { organ: 'founding-executive-board', since: '2026-01-16', seats: 7, attestation: 'declared' },
    ]);
    expect(people(body.organs[1])).toEqual([
      'Ajay Banga',
      'Jared Kushner',
      'Marc Rowan',
      'Marco Rubio',
      'Robert Gabriel',
      'Steve Witkoff',
      'Tony Blair',
    ]);
    expect(people(body.organs[0])).toHaveLength(11);
    expect(body.organs[0].members).toContainEqual({
      person: 'Hakan Fidan',
      state: 'TUR',
      portfolio: 'Minister of Foreign Affairs',
      since: '2026-01-16',
      attestation: 'declared',
      eventId: demoRow('board-of-peace-gaza-executive-board-hakan-fidan').eventId,
    });
  });

  it('tells who sits on both', async () => {
    const both = ['gaza-executive-board', 'founding-executive-board'];
    expect((await organs()).body.overlap).toEqual(
      ['Jared Kushner', 'Tony Blair', 'Steve Witkoff', 'Marc Rowan'].map((person) => ({
        person,
        organs: both,
      })),
    );
  });

  it('goes by both clocks', async () => {
    const { position } = demoRow('board-of-peace-founding-executive-board');
    const known = await organs(`?atPosition=${position - 1}`);
    expect(known.body.organs.map(({ organ }: { organ: string }) => organ)).toEqual(['gaza-executive-board']);
    expect((await organs('?asOf=2026-01-15')).body).toMatchObject({ organs: [], overlap: [] });
    const other = await rest.get('/api/v1/bodies/abraham-accords/organs');
    expect(other.body).toMatchObject({ organs: [], overlap: [] });
  });

  it('tells of ceremonies, the one without a day too', async () => {
    const { body } = await organs();
    expect(body.ceremonies).toContainEqual(
      expect.objectContaining({ scheduledFor: '2026-01-22', place: 'Davos' }),
    );
    expect(body.ceremonies).toContainEqual(
      expect.objectContaining({ scheduledFor: null, announcedOn: '../2026-01-19' }),
    );
  });
});

describe('GET /bodies/{slug}/counts', () => {
  /** How many have a standing on a day, by the counts up to it. */
  async function countOn(slug: string, day: string, standing: string, query = ''): Promise<number> {
    const { body } = await rest.get(`/api/v1/bodies/${slug}/counts${query}`);
    const steps = body.items.filter(
      (item: { from: string; standing: string }) => item.standing === standing && item.from <= day,
    );
    return steps.at(-1)?.states ?? 0;
  }

  it.each([
    ['abraham-accords', '2020-09-14', 'party'],
    ['abraham-accords', '2020-09-15', 'party'],
    ['abraham-accords', '2025-11-07', 'joined'],
    ['board-of-peace', '2026-01-21', 'accepted'],
    ['board-of-peace', '2026-01-21', 'consented'],
    ['board-of-peace', '2026-01-22', 'consented'],
    ['board-of-peace', '2026-01-22', 'party'],
    ['board-of-peace', '2026-03-13', 'party'],
    ['board-of-peace', '2026-03-13', 'declined'],
  ])('are what the list of members has: %s on %s, %s', async (slug, day, standing) => {
    const { body } = await rest.get(
      `/api/v1/bodies/${slug}/members?asOf=${day}&standing=${standing}&limit=200`,
    );
    expect(await countOn(slug, day, standing)).toBe(body.items.length);
  });

  it('tell of each day on which a number changes', async () => {
    const { body } = await rest.get('/api/v1/bodies/abraham-accords/counts');
    expect(body.meta).toEqual({ knownAt: null, position: DEMO_EVENTS });
    expect(body.items.slice(0, 4)).toEqual([
      { from: '2020-08-13', standing: 'intending', states: 2 },
      { from: '2020-09-11', standing: 'intending', states: 3 },
      { from: '2020-09-15', standing: 'intending', states: 0 },
      { from: '2020-09-15', standing: 'party', states: 3 },
    ]);
  });

  it('are as known at a position', async () => {
    const { position } = demoRow('kaz-abraham-accords-joined');
    expect(await countOn('abraham-accords', '2025-11-07', 'joined', `?atPosition=${position - 1}`)).toBe(0);
    expect(await countOn('abraham-accords', '2025-11-07', 'joined', `?atPosition=${position}`)).toBe(1);
  });
});

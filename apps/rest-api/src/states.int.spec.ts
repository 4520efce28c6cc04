import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { walk } from '../../../test/support/paging.js';
import { demoRest, type Answer, type DemoRest } from '../../../test/support/rest.js';

let rest: DemoRest;
beforeAll(async () => {
  rest = await demoRest();
});
afterAll(() => rest.close());

const kazakhstan = (query = '') => rest.get(`/api/v1/states/KAZ/memberships${query}`);
const inBody = ({ body }: Answer, slug: string) =>
  body.items.find((item: { body: { slug: string } }) => item.body.slug === slug);

describe('GET /states', () => {
  it('lists ISO 3166-1 with Kosovo and the European Union, by code', async () => {
    const states = await walk(rest, '/api/v1/states?limit=200');
    const codes = states.map(({ code }) => code);
    expect(codes).toHaveLength(251);
    expect(codes).toEqual([...codes].sort());
    expect(codes).toEqual(expect.arrayContaining(['KAZ', 'XKX', 'EUE']));
  });

  it.each([1, 7, 100])('gives each state exactly once in pages of %i', async (limit) => {
    const codes = (await walk(rest, `/api/v1/states?limit=${limit}`)).map(({ code }) => code);
    expect(codes).toHaveLength(251);
    expect(new Set(codes).size).toBe(251);
  });

  it('knows no state before the first was registered', async () => {
    const { body } = await rest.get('/api/v1/states?knownAt=2025-10-31T23:59:59Z');
    expect(body).toEqual({
      items: [],
      meta: { knownAt: '2025-10-31T23:59:59.000Z', position: 0 },
      links: { self: '/api/v1/states?knownAt=2025-10-31T23:59:59Z', next: null },
    });
  });

  it('knows at a position the states that were registered by then', async () => {
    const { body } = await rest.get('/api/v1/states?atPosition=3');
    expect(body.items.map(({ code }: { code: string }) => code)).toEqual(['ABW', 'AFG', 'AGO']);
  });
});

describe('GET /states/{code}', () => {
  it('tells its codes and names', async () => {
    const { status, body } = await rest.get('/api/v1/states/KAZ');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      code: 'KAZ',
      alpha2: 'KZ',
      numeric: '398',
      name: 'Kazakhstan',
      names: { en: 'Kazakhstan', ar: 'كازاخستان', ru: 'Казахстан', zh: '哈萨克斯坦' },
      links: { self: '/api/v1/states/KAZ', memberships: '/api/v1/states/KAZ/memberships' },
      meta: { knownAt: null, position: 271 },
    });
  });

  it('keeps leading zeros of the numeric code', async () => {
    expect((await rest.get('/api/v1/states/AFG')).body.numeric).toBe('004');
  });

  it('has no numeric code for what ISO 3166-1 does not list', async () => {
    expect((await rest.get('/api/v1/states/XKX')).body).toMatchObject({ alpha2: 'XK', numeric: null });
  });
});

describe('GET /states/{code}/memberships', () => {
  it('shows Kazakhstan accepted to the Board of Peace and joined to the Abraham Accords, by its own word', async () => {
    const answer = await kazakhstan();
    expect(answer.status).toBe(200);
    expect(answer.body.items.map(({ body }: { body: { slug: string } }) => body.slug)).toEqual([
      'abraham-accords',
      'board-of-peace',
    ]);
    expect(inBody(answer, 'board-of-peace')).toMatchObject({
      body: { slug: 'board-of-peace', name: 'Board of Peace', kind: 'organization' },
      standing: 'accepted',
      since: '2026-01-19',
      attestation: 'declared',
      valid: { from: '2026-01-19', to: null },
      awaiting: 'signature',
      links: { self: '/api/v1/memberships/board-of-peace/KAZ' },
    });
    expect(inBody(answer, 'abraham-accords')).toMatchObject({
      body: { slug: 'abraham-accords', name: 'Abraham Accords', kind: 'accord' },
      standing: 'joined',
      since: '2025-11-07',
      attestation: 'declared',
      awaiting: 'signature',
    });
    expect(answer.body.meta).toEqual({ asOf: '2026-02-01', knownAt: null, position: 271 });
  });

  it('cites the Arabic sources of a standing, with their words as written', async () => {
    const answer = await kazakhstan();
    expect(inBody(answer, 'board-of-peace').sources).toEqual([
      {
        id: 'alamsar-2026-01-19',
        outlet: 'الأمصار',
        title: 'ترامب يدعو رئيس كازاخستان للانضمام لمجلس السلام في غزة',
        url: null,
        language: 'ar',
        publishedOn: '2026-01-19',
        byline: 'هايدي سيد',
        reliesOn: ['Kazinform'],
        quotes: [
          'تأكيد موافقة كازاخستان على الانضمام إلى مجلس السلام',
          'ليكون بذلك من بين الدول المؤسسة للمجلس',
        ],
      },
    ]);
    const accords = inBody(answer, 'abraham-accords').sources;
    expect(accords.map(({ id }: { id: string }) => id)).toEqual(['ani-2025-11-07', 'alwafd-2025-11-07']);
    expect(accords[1]).toMatchObject({
      outlet: 'بوابة الوفد',
      quotes: ['أعلنت كازاخستان قرارها بالانضمام إلى «اتفاقيات إبراهيم»'],
    });
    // Presentation forms of the headline are kept, not normalised.
    expect(accords[1].title.codePointAt(0)).toBe(0xfedb);
  });

  it('on 6 November 2025 tells the intent of Kazakhstan from the joining that was reported', async () => {
    const answer = await kazakhstan('?asOf=2025-11-06');
    expect(answer.body.items).toHaveLength(1);
    expect(inBody(answer, 'abraham-accords')).toMatchObject({
      standing: 'intending',
      attestation: 'declared',
      valid: { from: '2025-11-06', to: '2025-11-07' },
      reported: { standing: 'joined', since: '2025-11-06', attestation: 'reported' },
    });
    expect(inBody(answer, 'abraham-accords').sources[0].quotes).toEqual([
      'وأوضحت الحكومة الكازاخستانية في وقت سابق أن الانضمام المتوقع إلى الاتفاقيات الإبراهيمية',
    ]);
  });

  it('on 5 November 2025 has nothing to show', async () => {
    const { status, body } = await kazakhstan('?asOf=2025-11-05');
    expect(status).toBe(200);
    expect(body).toMatchObject({ items: [], meta: { asOf: '2025-11-05', position: 271 } });
  });

  it('as known on 18 January 2026 has no Board of Peace, whatever the day asked about', async () => {
    for (const day of ['', '&asOf=2026-01-19', '&asOf=2030-01-01']) {
      const answer = await kazakhstan(`?knownAt=2026-01-18T00:00:00Z${day}`);
      expect(answer.body.meta).toMatchObject({ knownAt: '2026-01-18T00:00:00.000Z', position: 266 });
      expect(answer.body.items.map(({ body }: { body: { slug: string } }) => body.slug)).toEqual([
        'abraham-accords',
      ]);
    }
  });

  it('reads the zone of an instant', async () => {
    const before = await kazakhstan(`?knownAt=${encodeURIComponent('2026-01-19T17:23:59+03:00')}`);
    const at = await kazakhstan(`?knownAt=${encodeURIComponent('2026-01-19T17:24:00+03:00')}`);
    expect([before, at].map(({ body }) => body.meta.position)).toEqual([266, 270]);
  });

  it('knows at each position what the log held up to there', async () => {
    const seen = [];
    for (const position of [253, 254, 265, 266, 268, 269, 270]) {
      const { body } = await kazakhstan(`?atPosition=${position}`);
      const standings = body.items.map(
        (item: { body: { slug: string }; standing: string; reported: { standing: string } }) =>
          `${item.body.slug} ${item.standing}/${item.reported.standing}`,
      );
      seen.push([position, ...standings]);
    }
    expect(seen).toEqual([
      [253],
      [254, 'abraham-accords intending/intending'],
      [265, 'abraham-accords intending/joined'],
      [266, 'abraham-accords joined/joined'],
      [268, 'abraham-accords joined/joined'],
      [269, 'abraham-accords joined/joined', 'board-of-peace invited/invited'],
      [270, 'abraham-accords joined/joined', 'board-of-peace accepted/accepted'],
    ]);
  });

  it('does not show a source as known before it was registered', async () => {
    const { body } = await kazakhstan('?atPosition=254');
    expect(body.items[0].sources.map(({ id }: { id: string }) => id)).toEqual(['trump-announces-kazakhstan']);
  });

  it('gives each body exactly once in pages of one', async () => {
    const items = await walk(rest, '/api/v1/states/KAZ/memberships?limit=1');
    expect(items.map(({ body }) => body.slug)).toEqual(['abraham-accords', 'board-of-peace']);
  });

  it('is empty for a state without a standing', async () => {
    const { status, body } = await rest.get('/api/v1/states/NOR/memberships');
    expect([status, body.items]).toEqual([200, []]);
  });
});

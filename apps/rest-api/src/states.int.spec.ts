import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stateCommand } from '#application';
import { DEMO_EVENTS, DEMO_STATES, demoRow, EXPECTED } from '../../../test/support/demo-facts.js';
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
  it('lists every state that is or was, by code', async () => {
    const states = await walk(rest, '/api/v1/states?limit=200');
    const codes = states.map(({ code }) => code);
    expect(codes).toEqual([...DEMO_STATES].sort());
    expect(codes).toEqual(expect.arrayContaining(['KAZ', 'XKX', 'EUE', 'SUN', 'X-SOMALILAND']));
  });

  it.each([1, 7, 100])(
    'gives each state exactly once in pages of %i',
    async (limit) => {
      const codes = (await walk(rest, `/api/v1/states?limit=${limit}`)).map(({ code }) => code);
      expect(codes).toHaveLength(DEMO_STATES.length);
      expect(new Set(codes).size).toBe(DEMO_STATES.length);
    },
    30_000,
  );

  it('knows no state before the first was registered', async () => {
    const { body } = await rest.get('/api/v1/states?knownAt=2019-12-31T23:59:59Z');
    expect(body).toEqual({
      items: [],
      meta: { asOf: '2026-04-01', knownAt: '2019-12-31T23:59:59.000Z', position: 0 },
      links: { self: '/api/v1/states?knownAt=2019-12-31T23:59:59Z', next: null },
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
      links: {
        self: '/api/v1/states/KAZ',
        memberships: '/api/v1/states/KAZ/memberships',
        timeline: '/api/v1/states/KAZ/timeline',
      },
      from: null,
      until: null,
      meta: { asOf: '2026-04-01', knownAt: null, position: DEMO_EVENTS },
    });
  });

  it('keeps leading zeros of the numeric code', async () => {
    expect((await rest.get('/api/v1/states/AFG')).body.numeric).toBe('004');
  });

  it('has no numeric code for what ISO 3166-1 does not list', async () => {
    expect((await rest.get('/api/v1/states/XKX')).body).toMatchObject({ alpha2: 'XK', numeric: null });
  });
});

describe('a state that is no more', () => {
  it('tells until when it was, and who took its place', async () => {
    const { body } = await rest.get('/api/v1/states/SUN');
    expect(body).toMatchObject({ code: 'SUN', alpha2: null, from: '1922-12-30', until: '1991-12-26' });
    const { body: kazakhstan } = await rest.get('/api/v1/states/KAZ');
    expect(kazakhstan.changes).toMatchObject([{ type: 'StateSucceeded' }]);
  });
});

describe('GET /states?q=', () => {
  const found = async (q: string, more = '') =>
    (await rest.get(`/api/v1/states?q=${encodeURIComponent(q)}${more}`)).body;

  it.each([
    ['كازاخستان', 'كازاخستان'],
    ['kazakhstan', 'Kazakhstan'],
    ['Qazaqstan', 'Qazaqstan'],
    ['Казахстан', 'Казахстан'],
    ['KAZ', 'KAZ'],
    // In presentation forms, as a headline prints it.
    ['ﻛﺎزاﺧﺴﺘﺎن', 'كازاخستان'],
  ])('finds Kazakhstan by %s', async (q, name) => {
    const { items, links } = await found(q);
    expect(items[0]).toMatchObject({ code: 'KAZ', name: 'Kazakhstan', match: { name, score: 1 } });
    expect(links).toMatchObject({ next: null });
  });

  it.each(['Kasakhstan', 'Kazahkstan', 'Kasakhstn', 'كازاخسنان', 'Казахстн'])(
    'finds it though misspelt, and less surely: %s',
    async (q) => {
      const [first] = (await found(q)).items;
      expect(first.code).toBe('KAZ');
      expect(first.match.score).toBeLessThan(1);
    },
  );

  it('gives the best first, and as many as are asked for', async () => {
    const { items } = await found('guinea');
    const scores = items.map(({ match }: { match: { score: number } }) => match.score);
    expect(items.length).toBeGreaterThan(3);
    expect(items[0].code).toBe('GIN');
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect((await found('guinea', '&limit=2')).items).toEqual(items.slice(0, 2));
  });

  it('knows at a position the names that were known by then', async () => {
    const { position } = demoRow('x-somaliland-abraham-accords-intends');
    expect((await found('Somaliland')).items[0].code).toBe('X-SOMALILAND');
    const codes = (items: { code: string }[]) => items.map(({ code }) => code);
    expect(codes((await found('Somaliland', `&atPosition=${position - 10}`)).items)).not.toContain(
      'X-SOMALILAND',
    );
    expect((await found('kazakhstan', '&atPosition=0')).items).toEqual([]);
  });
});

describe('GET /states/{code}/timeline', () => {
  it('tells the lines in every body, every act by day, and every contact', async () => {
    const { status, body } = await rest.get('/api/v1/states/KAZ/timeline');
    expect(status).toBe(200);
    expect(body.meta).toEqual({ knownAt: null, position: DEMO_EVENTS });
    expect(
      body.intervals.map(
        ({ body: slug, from, standing }: Record<'body' | 'from' | 'standing', string>) =>
          `${slug} ${from} ${standing}`,
      ),
    ).toEqual([
      'abraham-accords 2025-11-06 intending',
      'abraham-accords 2025-11-07 joined',
      'abraham-accords 2026-01-19 joined',
      'board-of-peace 2026-01-19 accepted',
      'board-of-peace 2026-01-21 accepted',
      'board-of-peace 2026-01-22 party',
      'board-of-peace 2026-01-28 party',
    ]);
    const days = body.acts.map(({ effectiveDay }: { effectiveDay: string }) => effectiveDay);
    expect(days).toEqual([...days].sort());
    expect(body.acts.map(({ eventId }: { eventId: string }) => eventId)).toEqual(
      expect.arrayContaining([
        demoRow('kaz-abraham-accords-joined').eventId,
        demoRow('kaz-board-of-peace-signed').eventId,
      ]),
    );
    expect(body.contacts.map(({ id, kind }: Record<string, string>) => [id, kind])).toEqual([
      ['call-trump-netanyahu-tokayev-2025-11-06', 'call'],
      ['c5-plus-1-summit-2025-11-06', 'summit'],
      ['kazakhstan-israel-relations-1992', 'relations-established'],
      ['meeting-tokayev-trump-2025-11-06', 'meeting'],
      ['board-of-peace-first-meeting-2026-02-19', 'summit'],
    ]);
  });

  it('shows a contact with its participants and all that tell of it, corroborations too', async () => {
    const { body } = await rest.get('/api/v1/states/ISR/timeline');
    const call = body.contacts.find(
      ({ id }: { id: string }) => id === 'call-trump-netanyahu-tokayev-2025-11-06',
    );
    expect(call).toMatchObject({
      on: '2025-11-06',
      body: 'abraham-accords',
      status: 'recorded',
      participants: [{ state: 'USA' }, { state: 'ISR' }, { state: 'KAZ' }],
    });
    expect(call.sources.map(({ id }: { id: string }) => id)).toEqual([
      'trump-announces-kazakhstan',
      'alwafd-2025-11-07',
      'inform-v-belom-dome-sostoyalsya-razgovor-prezidentov',
      'fatma-badawi-davos',
    ]);
  });

  it('knows what was known by then', async () => {
    const { position } = demoRow('kaz-abraham-accords-joined');
    const { body } = await rest.get(`/api/v1/states/KAZ/timeline?atPosition=${position}`);
    expect(body.acts).toHaveLength(7);
    expect(body.contacts).toHaveLength(2);
    expect(body.contacts[0].sources.map(({ id }: { id: string }) => id)).toEqual([
      'trump-announces-kazakhstan',
    ]);
    expect(body.intervals.map(({ body }: { body: string }) => body)).not.toContain('board-of-peace');
  });
});

describe('what the demo must come to', () => {
  it.each(
    EXPECTED.map(
      (one) => [`${one.body} ${one.state} ${one.asOf} ${one.standing}: ${one.reason}`, one] as const,
    ),
  )('%s', async (_, { body: slug, state, asOf, knownAt, standing, disputed = false }) => {
    const query = `asOf=${asOf}${knownAt === undefined ? '' : `&knownAt=${knownAt}`}`;
    const { status, body } = await rest.get(`/api/v1/memberships/${slug}/${state}?${query}`);
    expect(status).toBe(200);
    expect({ standing: body.standing, disputed: body.disputed }).toEqual({ standing, disputed });
    const explained = await rest.get(`/api/v1/memberships/${slug}/${state}/explain?${query}`);
    expect(explained.body.standing).toBe(standing);
    const all = await rest.get(`/api/v1/states/${state}/memberships?${query}`);
    const item = inBody(all, slug);
    expect(item?.standing ?? 'none').toBe(standing);
  });

  it('has them all', () => {
    expect(EXPECTED).toHaveLength(27);
  });
});

describe('GET /states/{code}/memberships', () => {
  it('shows Kazakhstan party to the Board of Peace and joined to the Abraham Accords, by its own word', async () => {
    const answer = await kazakhstan();
    expect(answer.status).toBe(200);
    expect(answer.body.items.map(({ body }: { body: { slug: string } }) => body.slug)).toEqual([
      'abraham-accords',
      'board-of-peace',
    ]);
    expect(inBody(answer, 'board-of-peace')).toMatchObject({
      body: { slug: 'board-of-peace', name: 'Board of Peace', kind: 'organization' },
      standing: 'party',
      since: '2026-01-22',
      attestation: 'signed',
      valid: { from: '2026-01-28', to: null },
      awaiting: null,
      disputed: false,
      discredited: false,
      acts: [demoRow('kaz-board-of-peace-signed').eventId],
      roles: [{ role: 'founding', since: '2026-01-28', attestation: 'declared' }],
      links: { self: '/api/v1/memberships/board-of-peace/KAZ' },
    });
    expect(inBody(answer, 'abraham-accords')).toMatchObject({
      body: { slug: 'abraham-accords', name: 'Abraham Accords', kind: 'accord' },
      standing: 'joined',
      since: '2025-11-07',
      attestation: 'declared',
      awaiting: 'signature',
    });
    expect(answer.body.meta).toEqual({ asOf: '2026-04-01', knownAt: null, position: DEMO_EVENTS });
  });

  it('cites the Arabic sources of a standing, with their words as written', async () => {
    const { position } = demoRow('kaz-board-of-peace-accepted');
    const answer = await kazakhstan(`?asOf=2026-01-20&atPosition=${position}`);
    expect(inBody(answer, 'board-of-peace').standing).toBe('accepted');
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
        discredited: false,
        quotes: [
          'تأكيد موافقة كازاخستان على الانضمام إلى مجلس السلام',
          'ليكون بذلك من بين الدول المؤسسة للمجلس',
        ],
      },
    ]);
    const accords = inBody(answer, 'abraham-accords').sources;
    expect(accords.map(({ id }: { id: string }) => id).slice(0, 2)).toEqual([
      'ani-2025-11-07',
      'alwafd-2025-11-07',
    ]);
    expect(accords[1]).toMatchObject({
      outlet: 'بوابة الوفد',
      quotes: expect.arrayContaining(['أعلنت كازاخستان قرارها بالانضمام إلى «اتفاقيات إبراهيم»']),
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
      reported: { standing: 'joined', since: '2025-11-06', attestation: 'stated', disputed: true },
    });
    expect(inBody(answer, 'abraham-accords').sources[0].quotes).toEqual([
      'وأوضحت الحكومة الكازاخستانية في وقت سابق أن الانضمام المتوقع إلى الاتفاقيات الإبراهيمية',
    ]);
  });

  it('on 5 November 2025 has nothing to show', async () => {
    const { status, body } = await kazakhstan('?asOf=2025-11-05');
    expect(status).toBe(200);
    expect(body).toMatchObject({ items: [], meta: { asOf: '2025-11-05', position: DEMO_EVENTS } });
  });

  it('as known on 18 January 2026 has no Board of Peace, whatever the day asked about', async () => {
    for (const day of ['', '&asOf=2026-01-19', '&asOf=2030-01-01']) {
      const answer = await kazakhstan(`?knownAt=2026-01-18T00:00:00Z${day}`);
      expect(answer.body.meta).toMatchObject({ knownAt: '2026-01-18T00:00:00.000Z' });
      expect(answer.body.items.map(({ body }: { body: { slug: string } }) => body.slug)).toEqual([
        'abraham-accords',
      ]);
    }
  });

  it('reads the zone of an instant', async () => {
    const before = await kazakhstan(`?knownAt=${encodeURIComponent('2026-01-19T17:23:59+03:00')}`);
    const at = await kazakhstan(`?knownAt=${encodeURIComponent('2026-01-19T17:24:00+03:00')}`);
    expect([before, at].map(({ body }) => body.meta.position)).toEqual([
      demoRow('kaz-board-of-peace-invited').position - 2,
      demoRow('kaz-board-of-peace-accepted').position,
    ]);
  });

  it('knows at each position what the log held up to there', async () => {
    const seen = [];
    const steps = [
      ['kaz-abraham-accords-intends-by-own-word', -1],
      ['kaz-abraham-accords-intends-by-own-word', 0],
      ['kaz-abraham-accords-joined-by-word-of-usa', 0],
      ['kaz-abraham-accords-joined', 0],
      ['kaz-board-of-peace-invited', -1],
      ['kaz-board-of-peace-invited', 0],
      ['kaz-board-of-peace-accepted', 0],
      ['kaz-board-of-peace-signed', -1],
      ['kaz-board-of-peace-signed', 0],
    ] as const;
    for (const [row, offset] of steps) {
      const { body } = await kazakhstan(`?atPosition=${demoRow(row).position + offset}`);
      seen.push(
        body.items.map(
          (item: { body: { slug: string }; standing: string; reported: { standing: string } }) =>
            `${item.body.slug} ${item.standing}/${item.reported.standing}`,
        ),
      );
    }
    expect(seen).toEqual([
      [],
      ['abraham-accords intending/intending'],
      ['abraham-accords intending/joined'],
      ['abraham-accords joined/joined'],
      ['abraham-accords joined/joined'],
      ['abraham-accords joined/joined', 'board-of-peace invited/invited'],
      ['abraham-accords joined/joined', 'board-of-peace accepted/accepted'],
      ['abraham-accords joined/joined', 'board-of-peace accepted/accepted'],
      ['abraham-accords joined/joined', 'board-of-peace party/party'],
    ]);
  });

  it('does not show a source as known before it was registered', async () => {
    const { body } = await kazakhstan(
      `?atPosition=${demoRow('kaz-abraham-accords-intends-by-own-word').position}`,
    );
    expect(body.items[0].sources.map(({ id }: { id: string }) => id)).toEqual(['trump-announces-kazakhstan']);
  });

  it('gives each body exactly once in pages of one', async () => {
    const items = await walk(rest, '/api/v1/states/KAZ/memberships?limit=1');
    expect(items.map(({ body }) => body.slug)).toEqual(['abraham-accords', 'board-of-peace']);
  });

  it('is empty for a state without a standing', async () => {
    const { status, body } = await rest.get('/api/v1/states/ISL/memberships');
    expect([status, body.items]).toEqual([200, []]);
  });
});

// Last, because it moves the log on.
describe('a name that is added', () => {
  const found = (more = '') => rest.get(`/api/v1/states?q=Qypchaq%20Eli${more}`);

  it('is found from its position on', async () => {
    const { position } = await rest.register.execute(
      stateCommand(
        'KAZ',
        { type: 'NameAdded', data: { name: 'Qypchaq Eli', language: 'kk' } },
        { actor: 'officer:amina' },
      ),
    );
    await rest.register.catchUp();
    expect((await found()).body.items[0]).toMatchObject({ code: 'KAZ', match: { score: 1 } });
    expect((await found(`&atPosition=${position - 1}`)).body.items).toEqual([]);
  });
});

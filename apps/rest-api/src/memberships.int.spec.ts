import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_EVENTS, demoRow } from '../../../test/support/demo-facts.js';
import { demoRest, type DemoRest } from '../../../test/support/rest.js';

let rest: DemoRest;
beforeAll(async () => {
  rest = await demoRest();
});
afterAll(() => rest.close());

const accords = (query = '') => rest.get(`/api/v1/memberships/abraham-accords/KAZ${query}`);
const board = (query = '') => rest.get(`/api/v1/memberships/board-of-peace/KAZ${query}`);

describe('GET /memberships/{slug}/{code}', () => {
  it('gives the standing on the day with the whole line around it', async () => {
    const { status, body } = await accords();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: { code: 'KAZ', name: 'Kazakhstan' },
      body: { slug: 'abraham-accords', name: 'Abraham Accords', kind: 'accord' },
      standing: 'joined',
      attestation: 'declared',
      since: '2025-11-07',
      // A declaration of 19 January begins another interval of the same standing.
      valid: { from: '2026-01-19', to: null },
      meta: { asOf: '2026-04-01', knownAt: null, position: DEMO_EVENTS },
      links: {
        history: '/api/v1/memberships/abraham-accords/KAZ/history',
        explain: '/api/v1/memberships/abraham-accords/KAZ/explain',
      },
    });
    expect(body.line).toMatchObject([
      {
        from: '2025-11-06',
        to: '2025-11-07',
        standing: 'intending',
        attestation: 'declared',
        disputed: false,
        discredited: false,
        reported: 'joined',
        reportedAttestation: 'stated',
        reportedDisputed: true,
      },
      { from: '2025-11-07', to: '2026-01-19', standing: 'joined', reported: 'joined' },
      { from: '2026-01-19', to: null, standing: 'joined', reported: 'joined', roles: [] },
    ]);
  });

  it('gives the line as it was known at a position', async () => {
    const { position } = demoRow('kaz-abraham-accords-intends-by-own-word');
    const { body } = await accords(`?atPosition=${position}`);
    expect(body.line).toEqual([
      expect.objectContaining({
        from: '2025-11-06',
        to: null,
        standing: 'intending',
        reported: 'intending',
        knownFrom: position,
      }),
    ]);
  });

  it('shows roles, declarations and how many independent sources there are', async () => {
    const { body } = await board();
    expect(body).toMatchObject({
      standing: 'party',
      since: '2026-01-22',
      attestation: 'signed',
      disputed: false,
      discredited: false,
      roles: [{ role: 'founding', act: demoRow('kaz-board-of-peace-founding-member').eventId }],
    });
    expect(body.roles[0].sources.length).toBeGreaterThan(0);
    expect(body.attributes.map(({ type }: { type: string }) => type)).toEqual([
      'DeclarationMade',
      'DeclarationMade',
    ]);
    expect(body.independentSources).toBe(7);
    expect(body.independentSources).toBeLessThanOrEqual(body.sources.length);
  });

  it('before the line begins, and where there is no line, says that there is no standing', async () => {
    const none = { standing: 'none', attestation: null, since: null, acts: [], sources: [] };
    expect((await accords('?asOf=2025-11-05')).body).toMatchObject({
      ...none,
      reported: none,
      line: [expect.anything(), expect.anything(), expect.anything()],
    });
    const { status, body } = await rest.get('/api/v1/memberships/board-of-peace/ISL');
    expect(status).toBe(200);
    expect(body).toMatchObject({ ...none, reported: none, line: [] });
  });

  it('has the same fields whether there is a standing or not', async () => {
    const [some, none] = [await accords(), await accords('?asOf=2025-11-05')];
    expect(Object.keys(none.body).sort()).toEqual(Object.keys(some.body).sort());
    expect(Object.keys(none.body.reported).sort()).toEqual(Object.keys(some.body.reported).sort());
  });
});

describe('GET /memberships/{slug}/{code}/history', () => {
  it('tells every act in the order of recording, whoever spoke', async () => {
    const { body } = await accords('/history');
    expect(
      body.items.map((act: Record<string, unknown>) => [
        act['position'],
        act['type'],
        act['on'],
        act['attestation'],
        act['status'],
      ]),
    ).toEqual(
      [
        ['kaz-abraham-accords-intends-by-own-word', 'IntentAnnounced', '../2025-11-06', 'declared', 'counts'],
        ['kaz-abraham-accords-intends-by-word-of-usa', 'IntentAnnounced', '2025-11-06', 'stated', 'counts'],
        ['kaz-abraham-accords-has-joined-by-press', 'AccordJoined', '../2025-11-06', 'reported', 'claim'],
        ['kaz-abraham-accords-joined-by-word-of-usa', 'AccordJoined', '2025-11-06', 'stated', 'counts'],
        ['kaz-abraham-accords-agreed-by-word-of-usa', 'IntentAnnounced', '2025-11-06', 'stated', 'counts'],
        ['kaz-abraham-accords-joined-by-press', 'AccordJoined', '2025-11-06', 'reported', 'counts'],
        ['kaz-abraham-accords-joined', 'AccordJoined', '2025-11-07', 'declared', 'counts'],
        ['kaz-abraham-accords-expected-by-press', 'IntentAnnounced', '../2025-11-07', 'reported', 'claim'],
        [
          'kaz-abraham-accords-intends-by-word-of-akorda',
          'IntentAnnounced',
          '2025-11-06',
          'declared',
          'counts',
        ],
        [
          'kaz-abraham-accords-agreed-in-principle-by-press',
          'IntentAnnounced',
          '../2025-11-07',
          'reported',
          'counts',
        ],
        ['kaz-abraham-accords-no-effect-on-others', 'DeclarationMade', '../2026-01-19', 'declared', 'counts'],
      ].map(([row = '', ...fields]) => [demoRow(row).position, ...fields]),
    );
  });

  it('tells of an act who recorded it, when, and in whose words', async () => {
    const accepted = demoRow('kaz-board-of-peace-accepted');
    const { body } = await board(`/history?atPosition=${accepted.position}`);
    expect(body.items[1]).toEqual({
      ...accepted,
      recordedAt: '2026-01-19T14:24:00.000Z',
      actor: 'loader:demo',
      body: 'board-of-peace',
      state: 'KAZ',
      type: 'MembershipAccepted',
      on: '../2026-01-19',
      basis: 'publication',
      means: 'letter',
      capacity: 'founding',
      attestation: 'declared',
      announcedOn: '2026-01-19',
      announcedBy: expect.stringContaining('Ruslan Zheldibay'),
      note: expect.stringContaining('Tokayev'),
      effectiveDay: '2026-01-19',
      status: 'counts',
      disputed: false,
      said: [],
      sources: [
        expect.objectContaining({
          id: 'alamsar-2026-01-19',
          discredited: false,
          quotes: [
            'تأكيد موافقة كازاخستان على الانضمام إلى مجلس السلام',
            'ليكون بذلك من بين الدول المؤسسة للمجلس',
          ],
        }),
      ],
    });
  });

  it('knows no valid time', async () => {
    const { status, body } = await board('/history?asOf=2026-01-19');
    expect([status, body.code]).toEqual([400, 'unknown-parameter']);
    expect((await board('/history')).body.meta).toEqual({ knownAt: null, position: DEMO_EVENTS });
  });
});

describe('GET /memberships/{slug}/{code}/explain', () => {
  interface Step {
    act: { eventId: string; type: string; status: string; disputed: boolean; said: { type: string }[] };
    counts: boolean;
    supports: string[];
    ledTo: { standing: string; reported: string };
  }
  const explain = async (slug: string, code: string, query = '') =>
    (await rest.get(`/api/v1/memberships/${slug}/${code}/explain${query}`)).body;
  const told = ({ steps }: { steps: Step[] }) =>
    steps.map(({ act, counts, supports, ledTo }) =>
      [
        act.type,
        counts ? 'counts' : act.status,
        `${ledTo.standing}/${ledTo.reported}`,
        ...(supports.length > 0 ? [`supports ${supports.join('+')}`] : []),
      ].join(', '),
    );

  it('KAZ: joined the Accords by its own declaration, on a day later than others said', async () => {
    const explained = await explain('abraham-accords', 'KAZ');
    expect(explained).toMatchObject({ standing: 'joined', reported: 'joined' });
    expect(told(explained)).toEqual([
      'IntentAnnounced, counts, intending/joined',
      'IntentAnnounced, counts, intending/joined',
      'IntentAnnounced, counts, intending/joined',
      'IntentAnnounced, counts, intending/joined',
      'AccordJoined, claim, intending/joined',
      'AccordJoined, counts, intending/joined',
      'AccordJoined, counts, intending/joined',
      'IntentAnnounced, counts, joined/joined',
      'IntentAnnounced, claim, joined/joined',
      'AccordJoined, counts, joined/joined, supports standing+reported',
      'DeclarationMade, counts, joined/joined',
    ]);
    const supporting = explained.steps.filter(({ supports }: Step) => supports.length > 0);
    expect(supporting.map(({ act }: Step) => act.eventId)).toEqual([
      demoRow('kaz-abraham-accords-joined').eventId,
    ]);
    expect(supporting[0].act.sources.map(({ id }: { id: string }) => id)).toContain('alwafd-2025-11-07');
  });

  it('KAZ on 6 November 2025: its own words have not come so far as others say', async () => {
    const explained = await explain('abraham-accords', 'KAZ', '?asOf=2025-11-06');
    expect(explained).toMatchObject({ standing: 'intending', reported: 'joined' });
    const by = (view: string) =>
      explained.steps
        .filter(({ supports }: Step) => supports.includes(view))
        .map(({ act }: Step) => act.type);
    expect(new Set(by('standing'))).toEqual(new Set(['IntentAnnounced']));
    expect(new Set(by('reported'))).toEqual(new Set(['AccordJoined']));
  });

  it('BEL: only listed by another party, which Belgium denied', async () => {
    const explained = await explain('board-of-peace', 'BEL');
    expect(explained).toMatchObject({ standing: 'none', reported: 'invited' });
    expect(told(explained)).toEqual([
      'InvitationReceived, counts, none/invited, supports reported',
      'MembershipAccepted, denied, none/invited',
      'CharterSigned, denied, none/invited',
    ]);
    expect(explained.steps[2].act.said.map(({ type }: { type: string }) => type)).toContain('ActDenied');
  });

  it('ISR: the list that has it sign in Davos is a claim; the signature of 11 February counts', async () => {
    const explained = await explain('board-of-peace', 'ISR');
    expect(told(explained)).toEqual([
      'InvitationReceived, counts, invited/invited',
      'MembershipAccepted, counts, accepted/accepted',
      'CharterSigned, claim, accepted/accepted',
      'CharterSigned, counts, party/party, supports standing+reported',
    ]);
  });

  it('CAN: agreed in principle, until the invitation was withdrawn', async () => {
    expect(await explain('board-of-peace', 'CAN', '?asOf=2026-01-21')).toMatchObject({
      standing: 'intending',
    });
    const explained = await explain('board-of-peace', 'CAN');
    expect(explained.standing).toBe('none');
    expect(told(explained)).toEqual([
      'InvitationReceived, counts, intending/intending',
      'IntentAnnounced, counts, intending/intending',
      'IntentAnnounced, counts, intending/intending',
      'MembershipAccepted, claim, intending/intending',
      'InvitationWithdrawn, counts, none/none, supports standing+reported',
    ]);
  });

  it('has nothing to tell where nothing is on record', async () => {
    expect(await explain('board-of-peace', 'ISL')).toMatchObject({
      standing: 'none',
      reported: 'none',
      steps: [],
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ForMembership } from '#application';
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
      valid: { from: '2025-11-07', to: null },
      meta: { asOf: '2026-02-01', knownAt: null, position: 271 },
      links: { history: '/api/v1/memberships/abraham-accords/KAZ/history' },
    });
    expect(body.line).toEqual([
      {
        from: '2025-11-06',
        to: '2025-11-07',
        standing: 'intending',
        attestation: 'declared',
        reported: 'joined',
        reportedAttestation: 'reported',
        knownFrom: 266,
      },
      {
        from: '2025-11-07',
        to: null,
        standing: 'joined',
        attestation: 'declared',
        reported: 'joined',
        reportedAttestation: 'declared',
        knownFrom: 266,
      },
    ]);
  });

  it('gives the line as it was known at a position', async () => {
    const { body } = await accords('?atPosition=254');
    expect(body.line).toEqual([
      expect.objectContaining({
        from: '2025-11-06',
        to: null,
        standing: 'intending',
        reported: 'intending',
        knownFrom: 254,
      }),
    ]);
  });

  it('before the line begins, and where there is no line, says that there is no standing', async () => {
    const none = { standing: 'none', attestation: null, since: null, acts: [], sources: [] };
    expect((await accords('?asOf=2025-11-05')).body).toMatchObject({
      ...none,
      reported: none,
      line: [expect.anything(), expect.anything()],
    });
    const { status, body } = await rest.get('/api/v1/memberships/board-of-peace/NOR');
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
    ).toEqual([
      [254, 'IntentAnnounced', '../2025-11-06', 'declared', 'counts'],
      [255, 'IntentAnnounced', '2025-11-06', 'stated', 'counts'],
      [265, 'AccordJoined', '2025-11-06', 'reported', 'counts'],
      [266, 'AccordJoined', '2025-11-07', 'declared', 'counts'],
    ]);
  });

  it('tells of an act who recorded it, when, and in whose words', async () => {
    const { body } = await board('/history');
    expect(body.items[1]).toEqual({
      eventId: 'fcbb9452-bfac-5d49-81c4-851892f6251c',
      position: 270,
      recordedAt: '2026-01-19T14:24:00.000Z',
      actor: 'loader:demo',
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
      retraction: null,
      sources: [
        expect.objectContaining({
          id: 'alamsar-2026-01-19',
          quote: 'تأكيد موافقة كازاخستان على الانضمام إلى مجلس السلام',
        }),
        expect.objectContaining({
          id: 'alamsar-2026-01-19',
          quote: 'ليكون بذلك من بين الدول المؤسسة للمجلس',
        }),
      ],
    });
  });

  it('knows no valid time', async () => {
    const { status, body } = await board('/history?asOf=2026-01-19');
    expect([status, body.code]).toEqual([400, 'unknown-parameter']);
    expect((await board('/history')).body.meta).toEqual({ knownAt: null, position: 271 });
  });
});

describe('a retraction of the acceptance', () => {
  let accepted: string;
  let position: number;

  beforeAll(async () => {
    accepted = (await board('/history')).body.items[1].eventId;
    ({ position } = await rest.register.execute(
      new ForMembership(
        { body: 'board-of-peace', state: 'KAZ' },
        { type: 'RetractAct', retraction: { retracts: accepted, reason: 'the letter was misread' } },
        { actor: 'officer:amina' },
      ),
    ));
    await rest.register.catchUp();
  });

  it('takes the standing back to the invitation', async () => {
    expect((await board()).body).toMatchObject({ standing: 'invited', meta: { position } });
  });

  it('leaves what was known before it as it was', async () => {
    expect((await board(`?atPosition=${position - 1}`)).body).toMatchObject({ standing: 'accepted' });
  });

  it('stays in the history, with who retracted it and why', async () => {
    const { body } = await board('/history');
    expect(body.items).toHaveLength(2);
    expect(body.items[1]).toMatchObject({
      eventId: accepted,
      status: 'retracted',
      retraction: {
        retracts: accepted,
        reason: 'the letter was misread',
        position,
        eventId: expect.any(String),
      },
    });
  });

  it('is not yet in the history as known before it', async () => {
    const { body } = await board(`/history?atPosition=${position - 1}`);
    expect(body.items[1]).toMatchObject({ eventId: accepted, status: 'counts', retraction: null });
  });
});

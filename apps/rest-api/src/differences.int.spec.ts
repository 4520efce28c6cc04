import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_EVENTS, demoRow } from '../../../test/support/demo-facts.js';
import { walk } from '../../../test/support/paging.js';
import { expectProblem } from '../../../test/support/problem.js';
import { demoRest, type DemoRest } from '../../../test/support/rest.js';

let rest: DemoRest;
beforeAll(async () => {
  rest = await demoRest();
});
afterAll(() => rest.close());

const DIFF = '/api/v1/memberships/diff';
const { position: SIGNED, eventId } = demoRow('kaz-board-of-peace-signed');

describe('GET /memberships/diff', () => {
  it('along what was known: what each was before and after, and why', async () => {
    const path = `${DIFF}?axis=known&from=${SIGNED - 1}&to=${SIGNED}&asOf=2026-03-01`;
    const { status, body, headers } = await rest.get(path);
    expect(status).toBe(200);
    expect(body.items).toEqual([
      {
        body: { slug: 'board-of-peace', name: 'Board of Peace', kind: 'organization' },
        state: { code: 'KAZ', name: 'Kazakhstan' },
        before: expect.objectContaining({ standing: 'accepted' }),
        after: expect.objectContaining({ standing: expect.stringMatching(/consented|party/) }),
        because: [expect.objectContaining({ eventId, position: SIGNED, type: 'CharterSigned' })],
        links: {
          membership: '/api/v1/memberships/board-of-peace/KAZ',
          history: '/api/v1/memberships/board-of-peace/KAZ/history',
        },
      },
    ]);
    expect(body.meta).toEqual({
      axis: 'known',
      from: { asOf: '2026-03-01', knownAt: null, position: SIGNED - 1 },
      to: { asOf: '2026-03-01', knownAt: null, position: SIGNED },
    });
    expect(headers['cache-control']).toContain('immutable');
  });

  it('along what was known, between two instants', async () => {
    const path = `${DIFF}?axis=known&from=2026-01-19T14:23:59Z&to=2026-01-19T14:24:00Z&asOf=2026-03-01&body=board-of-peace`;
    const { body } = await rest.get(path);
    expect(body.items.map(({ state }: { state: { code: string } }) => state.code)).toEqual(['KAZ']);
    expect(body.meta.to).toMatchObject({ knownAt: '2026-01-19T14:24:00.000Z' });
  });

  it('along what was valid, between two days', async () => {
    const path = `${DIFF}?axis=valid&from=2025-11-05&to=2025-11-07&body=abraham-accords&state=KAZ`;
    const { body } = await rest.get(path);
    expect(body.items).toHaveLength(1);
    expect(body.items[0].because.length).toBeGreaterThan(0);
    expect(body.meta).toMatchObject({
      axis: 'valid',
      from: { asOf: '2025-11-05', position: DEMO_EVENTS },
      to: { asOf: '2025-11-07', position: DEMO_EVENTS },
    });
    const before = await rest.get(`${path}&atPosition=1`);
    expect(before.status).toBe(404);
  });

  it('goes page by page through all of them', async () => {
    const all = await walk(rest, `${DIFF}?axis=known&from=0&to=${DEMO_EVENTS}&limit=9`);
    const whole = await walk(rest, `${DIFF}?axis=known&from=0&to=${DEMO_EVENTS}&limit=200`);
    expect(all).toEqual(whole);
    expect(all.length).toBeGreaterThan(50);
  });

  it('is empty between a point and itself', async () => {
    for (const query of ['axis=known&from=7&to=7', 'axis=valid&from=2026-01-01&to=2026-01-01']) {
      expect((await rest.get(`${DIFF}?${query}`)).body.items).toEqual([]);
    }
  });

  it('comes as CSV and as NDJSON, whole', async () => {
    const path = `${DIFF}?axis=known&from=0&to=${DEMO_EVENTS}`;
    const all = await walk(rest, path);
    const { headers, text } = await rest.get(`${path}&format=csv`);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(text).toMatch(/^\uFEFFbody,bodyName,state,stateName,standingBefore,standingAfter,/);
    expect(text.trimEnd().split('\r\n')).toHaveLength(all.length + 1);
    const lines = (await rest.get(`${path}&format=ndjson`)).text.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(all);
  });

  it.each([
    ['', 'missing-parameter', 'from'],
    ['?axis=valid', 'missing-parameter', 'from'],
    ['?axis=valid&from=2026-01-01', 'missing-parameter', 'to'],
    ['?from=2026-01-01&to=2026-01-02', 'missing-parameter', 'axis'],
    ['?axis=both&from=1&to=2', 'bad-axis', 'axis'],
    ['?axis=valid&from=1&to=2026-01-02', 'bad-day', 'from'],
    ['?axis=valid&from=2026-01-01&to=2026-02-30', 'bad-day', 'to'],
    ['?axis=valid&from=2026-01-02&to=2026-01-01', 'from-after-to', 'to'],
    ['?axis=valid&from=2026-01-01&to=2026-01-02&asOf=2026-01-01', 'unknown-parameter', 'asOf'],
    ['?axis=known&from=2026-01-01&to=7', 'bad-point', 'from'],
    ['?axis=known&from=-1&to=7', 'bad-point', 'from'],
    ['?axis=known&from=7&to=6', 'from-after-to', 'to'],
    ['?axis=known&from=7&to=2026-01-01T00:00:00', 'bad-point', 'to'],
    ['?axis=known&from=1&to=2&atPosition=7', 'unknown-parameter', 'atPosition'],
    [`?axis=known&from=1&to=${DEMO_EVENTS + 1}`, 'position-ahead', 'to'],
    ['?axis=known&from=1&to=2099-01-01T00:00:00Z', 'known-at-in-future', 'to'],
    ['?axis=known&from=1&to=2&body=X', 'bad-body', 'body'],
    ['?axis=known&from=1&to=2&state=kaz', 'bad-state', 'state'],
    ['?axis=known&from=1&to=2&cursor=azpLQVo', 'bad-cursor', 'cursor'],
  ])('refuses %s', async (query, code, parameter) => {
    for (const language of ['en', 'ar'] as const) {
      const answer = await rest.get(`${DIFF}${query}`, { 'accept-language': language });
      await expectProblem(rest, answer, { status: 400, code, language });
      expect(answer.body.errors[0]).toMatchObject({ parameter, code });
    }
  });

  it('knows no unknown body and no unknown state', async () => {
    const path = `${DIFF}?axis=known&from=1&to=2`;
    await expectProblem(rest, await rest.get(`${path}&body=no-such`), { status: 404, code: 'unknown-body' });
    await expectProblem(rest, await rest.get(`${path}&state=XXX`), { status: 404, code: 'unknown-state' });
  });
});

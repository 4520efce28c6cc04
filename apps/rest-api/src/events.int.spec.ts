import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ForState } from '#application';
import { DEMO_EVENTS, demoRow } from '../../../test/support/demo-facts.js';
import { expectProblem } from '../../../test/support/problem.js';
import { demoRest, type DemoRest } from '../../../test/support/rest.js';

let rest: DemoRest;
beforeAll(async () => {
  rest = await demoRest();
}, 60_000);
afterAll(() => rest.close());

const positions = (items: { position: number }[]) => items.map(({ position }) => position);
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

async function walkLog(first: string): Promise<{ position: number; streamId: string; version: number }[]> {
  const events = [];
  for (let next = first; ;) {
    const { status, headers, body } = await rest.get(next);
    expect(status).toBe(200);
    expect(headers['link']).toBe(`<${String(body.links.next)}>; rel="next"`);
    events.push(...body.items);
    if (body.items.length === 0) return events;
    next = body.links.next;
  }
}

describe('GET /events', () => {
  it.each([200, 100, 64, 1])('walks the whole log in order, %i at a time, without a hole', async (limit) => {
    const events = await walkLog(`/api/v1/events?after=${limit === 1 ? DEMO_EVENTS - 20 : 0}&limit=${limit}`);
    expect(positions(events)).toEqual(upTo(DEMO_EVENTS).slice(limit === 1 ? DEMO_EVENTS - 20 : 0));
  });

  it('numbers the events of each stream from 1', async () => {
    const seen = new Map<string, number>();
    for (const { streamId, version } of await walkLog('/api/v1/events?limit=200')) {
      expect(version).toBe((seen.get(streamId) ?? 0) + 1);
      seen.set(streamId, version);
    }
    expect(seen.get('membership-abraham-accords-KAZ')).toBeGreaterThan(11);
    expect(seen.size).toBeGreaterThan(600);
  });

  it('gives an event as it was recorded', async () => {
    const accepted = demoRow('kaz-board-of-peace-accepted');
    const { body } = await rest.get(`/api/v1/events?after=${accepted.position - 1}&limit=1`);
    expect(body.items).toEqual([
      {
        ...accepted,
        streamId: 'membership-board-of-peace-KAZ',
        version: 2,
        type: 'MembershipAccepted',
        schemaVersion: 1,
        data: expect.objectContaining({ on: '../2026-01-19', means: 'letter', attestation: 'declared' }),
        metadata: { actor: 'loader:demo', batchId: 'demo' },
        recordedAt: '2026-01-19T14:24:00.000Z',
      },
    ]);
    expect(body.meta).toEqual({ position: DEMO_EVENTS, recordedAt: '2026-03-13T23:59:59.000Z' });
  });

  it('starts at the start, a hundred at a time', async () => {
    const { body } = await rest.get('/api/v1/events');
    expect(positions(body.items)).toEqual(upTo(100));
    expect(body.links).toEqual({ self: '/api/v1/events', next: '/api/v1/events?after=100' });
  });

  it('at the end of the log is empty, and its next page is a poll', async () => {
    const { status, headers, body } = await rest.get(`/api/v1/events?after=${DEMO_EVENTS}`);
    expect(status).toBe(200);
    expect(body.items).toEqual([]);
    expect(body.links.next).toBe(`/api/v1/events?after=${DEMO_EVENTS}`);
    expect(headers['cache-control']).toBe('no-cache');
  });

  it('shows what is recorded at once, before any projection has taken it in', async () => {
    await rest.register.execute(
      new ForState(
        'X-POLL',
        { type: 'RegisterState', state: { code: 'X-POLL', names: { en: 'Polled' } } },
        { actor: 'test' },
      ),
    );
    const { body } = await rest.get(`/api/v1/events?after=${DEMO_EVENTS}`);
    expect(body.items).toMatchObject([
      { position: DEMO_EVENTS + 1, streamId: 'state-X-POLL', metadata: { actor: 'test' } },
    ]);
    expect(body.meta.position).toBe(DEMO_EVENTS + 1);
  });
});

describe('GET /events?type=', () => {
  it('walks the events of some types alone, in order', async () => {
    const all = (await walkLog('/api/v1/events?limit=200')) as unknown as {
      type: string;
      position: number;
    }[];
    const types = ['CharterSigned', 'BodyRegistered'];
    const wanted = all.filter(({ type }) => types.includes(type)).map(({ position }) => position);
    expect(wanted.length).toBeGreaterThan(10);
    expect(positions(await walkLog(`/api/v1/events?type=${types.join(',')}&limit=7`))).toEqual(wanted);
  });

  it('refuses a type that there is none of', async () => {
    const answer = await rest.get('/api/v1/events?type=CharterSigned,Nonsense');
    await expectProblem(rest, answer, { status: 400, code: 'bad-event-type' });
    expect(answer.body.errors[0].parameter).toBe('type');
  });
});

describe('GET /events/{id}', () => {
  const accepted = demoRow('kaz-board-of-peace-accepted');

  it('gives an event for ever, by its id or its position', async () => {
    const byId = await rest.get(`/api/v1/events/${accepted.eventId}`);
    expect(byId.body).toMatchObject({ ...accepted, type: 'MembershipAccepted' });
    expect(byId.headers['cache-control']).toContain('immutable');
    expect((await rest.get(`/api/v1/events/${accepted.position}`)).body).toEqual(byId.body);
    const again = await rest.get(`/api/v1/events/${accepted.eventId}`, {
      'if-none-match': byId.headers['etag']!,
    });
    expect(again.status).toBe(304);
  });

  it('gives it as a CloudEvent to whoever wants one', async () => {
    const path = `/api/v1/events/${accepted.eventId}`;
    const { headers, text } = await rest.get(path, { accept: 'application/cloudevents+json' });
    expect(headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
    expect(headers['vary']).toContain('Accept');
    expect(JSON.parse(text)).toEqual({
      specversion: '1.0',
      id: accepted.eventId,
      source: '/api/v1/events',
      type: 'chancery.MembershipAccepted.v1',
      subject: 'membership-board-of-peace-KAZ',
      time: '2026-01-19T14:24:00.000Z',
      datacontenttype: 'application/json',
      position: accepted.position,
      streamversion: 2,
      actor: 'loader:demo',
      batchid: 'demo',
      data: expect.objectContaining({ means: 'letter' }),
    });
    const list = await rest.get(`/api/v1/events?after=${accepted.position - 1}&limit=2`, {
      accept: 'application/cloudevents-batch+json',
    });
    expect(list.headers['content-type']).toBe('application/cloudevents-batch+json; charset=utf-8');
    expect(JSON.parse(list.text)).toHaveLength(2);
    expect(
      (await rest.get(path, { accept: 'application/json, application/cloudevents+json' })).body,
    ).toBeDefined();
  });

  it.each(['0', String(DEMO_EVENTS + 100), 'x', '00000000-0000-4000-8000-000000000000', '%27'])(
    'knows no event %s',
    async (id) => {
      await expectProblem(rest, await rest.get(`/api/v1/events/${id}`), {
        status: 404,
        code: 'unknown-event',
      });
    },
  );
});

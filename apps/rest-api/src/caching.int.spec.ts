// An answer has a strong tag, which changes exactly when the answer may; what can never change may be kept for ever.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { ForState } from '#application';
import { ADDRESSES } from '../../../test/support/addresses.js';
import { demoBody } from '../../../test/support/demo-facts.js';
import { demoRest, type DemoRest } from '../../../test/support/rest.js';

let rest: DemoRest;
beforeAll(async () => {
  rest = await demoRest();
}, 60_000);
afterAll(() => rest.close());

const PATH = '/api/v1/states/KAZ/memberships';
const IMMUTABLE = 'public, max-age=31536000, immutable';
const tagged = ADDRESSES.filter((path) =>
  /\/(states|bodies|memberships|sources|acts|search|events)/.test(path),
);
/** A single event never changes, and is kept for ever. */
const live = tagged.filter((path) => !path.endsWith('/events/1'));
/** A position before the Board of Peace was known. */
const EARLIER = demoBody('board-of-peace') - 1;

const tagOf = async (path: string, headers = {}) => (await rest.get(path, headers)).headers['etag']!;
const cacheControl = async (path: string) => (await rest.get(path)).headers['cache-control'];

let count = 0;
async function record(): Promise<void> {
  const code = `X-NEW-${++count}`;
  const state = { code, names: { en: 'New' } };
  await rest.register.execute(new ForState(code, { type: 'RegisterState', state }, { actor: 'test' }));
  await rest.register.catchUp();
}

describe('a tag', () => {
  it.each(tagged)('is strong, and stays while nothing is recorded: %s', async (path) => {
    const tag = await tagOf(path);
    expect(tag).toMatch(/^"[\w-]{20,}"$/);
    expect(await tagOf(path)).toBe(tag);
  });

  it('is another for another address, day, position and language', async () => {
    const tags = [
      await tagOf(PATH),
      await tagOf('/api/v1/states/NOR/memberships'),
      await tagOf(`${PATH}?asOf=2025-11-06`),
      await tagOf(`${PATH}?atPosition=${EARLIER}`),
      await tagOf(PATH, { 'accept-language': 'ar' }),
    ];
    expect(new Set(tags).size).toBe(tags.length);
  });

  it('changes with the day, where today is asked about', async () => {
    const tag = await tagOf(PATH);
    rest.register.setClock('2026-04-02T00:00:00Z');
    expect(await tagOf(PATH)).not.toBe(tag);
    rest.register.setClock('2026-04-01T23:59:59Z');
    expect(await tagOf(PATH)).toBe(tag);
  });

  it('changes when something is recorded, except for what was known before', async () => {
    const paths = [PATH, '/api/v1/states', '/api/v1/events', `${PATH}?atPosition=${EARLIER}&asOf=2025-11-06`];
    const before = [];
    for (const path of paths) before.push(await tagOf(path));
    await record();
    const same = [];
    for (const [index, path] of paths.entries()) same.push((await tagOf(path)) === before[index]);
    expect(same).toEqual([false, false, false, true]);
  });
});

describe('a caller who has the answer', () => {
  const conditional = (path: string, tag: string) => rest.get(path, { 'if-none-match': tag });

  it.each(live)('is answered 304 without a body: %s', async (path) => {
    const tag = await tagOf(path);
    const { status, headers, text } = await conditional(path, tag);
    expect([status, text]).toEqual([304, '']);
    expect(headers).toMatchObject({ etag: tag, 'cache-control': 'no-cache' });
    expect(headers['vary']).toMatch(/^(Accept|Accept-Language|Accept, Accept-Language)$/);
    expect(headers).not.toHaveProperty('content-type');
    expect((await rest.send('HEAD', path, { 'if-none-match': tag })).status).toBe(304);
  });

  it('may name several tags, or weak ones', async () => {
    const tag = await tagOf(PATH);
    for (const tags of [`"other", ${tag}`, `W/${tag}`, `${tag},"x"`, '*']) {
      expect([tags, (await conditional(PATH, tags)).status]).toEqual([tags, 304]);
    }
  });

  it('of something else is given the answer', async () => {
    const other = await tagOf(`${PATH}?asOf=2025-11-06`);
    for (const tags of [other, '"other"', 'nonsense', ''])
      expect((await conditional(PATH, tags)).status).toBe(200);
  });

  it('is given the new answer once something was recorded', async () => {
    const tag = await tagOf(PATH);
    await record();
    expect((await conditional(PATH, tag)).status).toBe(200);
  });

  it('is answered without a query', async () => {
    const tag = await tagOf(PATH);
    const { admin } = rest.register.database;
    await admin.query(
      'revoke select on read_model.membership_history, read_model.dossier from chancery_reader',
    );
    Logger.overrideLogger(false);
    try {
      expect((await rest.get(PATH)).status).toBe(500);
      expect((await conditional(PATH, tag)).status).toBe(304);
    } finally {
      Logger.overrideLogger(['error', 'warn']);
      await admin.query('grant select on all tables in schema read_model to chancery_reader');
    }
  });

  it('of nothing cannot be told that it has not changed', async () => {
    const { status, headers } = await conditional('/api/v1/states/XXX', '*');
    expect(status).toBe(404);
    expect(headers).not.toHaveProperty('etag');
  });
});

describe('an answer', () => {
  it('is kept for ever when every clock that it goes by stands still', async () => {
    const fixed = [
      `${PATH}?asOf=2025-11-06&atPosition=${EARLIER}`,
      `${PATH}?asOf=2025-11-06&knownAt=2026-01-18T00:00:00Z`,
      `${PATH}?asOf=2999-01-01&atPosition=${EARLIER}&minPosition=3`,
      `/api/v1/bodies/abraham-accords/members?asOf=2025-11-06&atPosition=${EARLIER}`,
      `/api/v1/memberships/abraham-accords/KAZ?asOf=2025-11-06&atPosition=${EARLIER}`,
      `/api/v1/states?asOf=2025-11-06&atPosition=${EARLIER}`,
      '/api/v1/states/KAZ?asOf=2025-11-06&knownAt=2026-01-18T00:00:00Z',
      `/api/v1/bodies?asOf=2025-11-06&atPosition=${EARLIER}`,
      `/api/v1/states?q=kazakhstan&asOf=2025-11-06&atPosition=${EARLIER}`,
      // These know no valid time.
      `/api/v1/states/KAZ/timeline?atPosition=${EARLIER}`,
      `/api/v1/bodies/abraham-accords/counts?atPosition=${EARLIER}`,
      `/api/v1/sources?atPosition=${EARLIER}`,
      `/api/v1/sources/ani-2025-11-07?atPosition=${EARLIER}`,
      `/api/v1/memberships/abraham-accords/KAZ/history?atPosition=${EARLIER}`,
    ];
    for (const path of fixed) expect([path, await cacheControl(path)]).toEqual([path, IMMUTABLE]);
  });

  it('is asked for anew while one of its clocks runs', async () => {
    for (const query of [
      '',
      '?asOf=2025-11-06',
      `?atPosition=${EARLIER}`,
      '?knownAt=2026-01-18T00:00:00Z',
      '?asOf=2025-11-06&minPosition=3',
    ]) {
      expect([query, await cacheControl(`${PATH}${query}`)]).toEqual([query, 'no-cache']);
    }
  });

  it('is asked for anew while something may still be recorded before the instant that it knows', async () => {
    // The clock of this process may be ahead of the database's, by which events are dated.
    rest.register.setClock('2998-01-01T00:00:00Z');
    const path = '/api/v1/states?limit=1&knownAt=2997-01-01T00:00:00Z';
    const before = await rest.get(path);
    await record();
    const after = await rest.get(path);
    rest.register.setClock('2026-04-01T12:00:00Z');
    expect(after.body.meta.position).toBe(Number(before.body.meta.position) + 1);
    expect(before.headers['cache-control']).toBe('no-cache');
  });

  it('that is refused is not kept', async () => {
    expect(await cacheControl(`/api/v1/states/XXX?atPosition=${EARLIER}`)).toBe('no-store');
    expect(await cacheControl(`${PATH}?asOf=2025-02-30&atPosition=${EARLIER}`)).toBe('no-store');
  });
});

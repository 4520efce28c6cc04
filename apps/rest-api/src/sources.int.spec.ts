// Sources, what rests on them, and what becomes of it when one of them is not to be relied on.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ForSource, MOST_BYTES, replayRegister } from '#application';
import { DEMO_EVENTS, demoRow } from '../../../test/support/demo-facts.js';
import { walk } from '../../../test/support/paging.js';
import { demoRest, type DemoRest } from '../../../test/support/rest.js';

let rest: DemoRest;
beforeAll(async () => {
  rest = await demoRest();
});
afterAll(() => rest.close());

const actor = { actor: 'officer:amina' };
const ids = (items: { eventId: string }[]) => items.map(({ eventId }) => eventId);

describe('GET /sources', () => {
  it('lists every source once, by id', async () => {
    const all = await walk(rest, '/api/v1/sources?limit=100');
    const keys = all.map(({ id }) => id);
    expect(keys).toHaveLength(new Set(keys).size);
    expect(keys).toEqual([...keys].sort());
    expect(keys).toEqual(
      expect.arrayContaining(['alwafd-2025-11-07', 'ani-2025-11-07', 'alamsar-2026-01-19']),
    );
  });

  it('knows at a position those that were registered by then', async () => {
    const { position } = demoRow('kaz-abraham-accords-joined');
    const known = (await walk(rest, `/api/v1/sources?atPosition=${position}`)).map(({ id }) => id);
    expect(known).toContain('alwafd-2025-11-07');
    expect(known).not.toContain('alamsar-2026-01-19');
  });
});

describe('GET /sources/{id}', () => {
  it('tells what it is, and the acts that rest on it', async () => {
    const { status, body } = await rest.get('/api/v1/sources/alamsar-2026-01-19');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: 'alamsar-2026-01-19',
      outlet: 'الأمصار',
      language: 'ar',
      byline: 'هايدي سيد',
      reliesOn: ['Kazinform'],
      discredited: false,
      verdict: null,
      copies: [],
      meta: { knownAt: null, position: DEMO_EVENTS },
    });
    expect(ids(body.acts)).toEqual(
      ['kaz-board-of-peace-invited', 'kaz-board-of-peace-accepted'].map((row) => demoRow(row).eventId),
    );
    const [citation] = body.acts[1].sources;
    expect(citation).toMatchObject({
      id: 'alamsar-2026-01-19',
      quotes: [expect.any(String), expect.any(String)],
    });
  });

  it('counts an act in from the position at which a corroboration cites it', async () => {
    const source = 'fatma-badawi-davos';
    const invited = demoRow('kaz-board-of-peace-invited').eventId;
    const { body } = await rest.get('/api/v1/memberships/board-of-peace/KAZ/history');
    const [{ said }] = body.items;
    const at = said.find(
      (one: { sources: { source: string }[] }) => one.sources[0]?.source === source,
    ).position;
    const known = async (position: number) =>
      ids((await rest.get(`/api/v1/sources/${source}?atPosition=${position}`)).body.acts);
    expect(await known(at)).toContain(invited);
    expect(await known(at - 1)).not.toContain(invited);
  });

  it('gives its acts in pages, each once', async () => {
    const path = '/api/v1/sources/eurradio-italy-to-attend-trumps-board-of-peace-session';
    const all = ids((await rest.get(path)).body.acts);
    expect(all.length).toBeGreaterThan(2);
    const paged = [];
    for (let next: string | null = `${path}?limit=1`; next !== null;) {
      const { body } = await rest.get(next);
      paged.push(...ids(body.acts));
      next = body.links.next;
    }
    expect(paged).toEqual(all);
  });
});

describe('a source that is discredited', () => {
  const source = 'mehrnews-muscat-not-to-join-tie-normalization-agreements';
  const marked = async (query = '') => {
    const items: string[] = [];
    for (const body of ['abraham-accords', 'board-of-peace']) {
      const members = await walk(rest, `/api/v1/bodies/${body}/members?limit=200${query}`);
      for (const { state, discredited, reported } of members) {
        if (discredited || reported.discredited) items.push(`${body} ${String(state.code)}`);
      }
    }
    return items;
  };
  const say = (command: ConstructorParameters<typeof ForSource>[1]) =>
    rest.register.execute(new ForSource(source, command, actor));
  let [discredited, reinstated]: number[] = [];

  it('marks exactly what rests on it alone', async () => {
    expect(await marked()).toEqual([]);
    const before = await walk(rest, '/api/v1/bodies/abraham-accords/members');
    ({ position: discredited } = await say({ type: 'DiscreditSource', discredit: { reason: 'a forgery' } }));
    // Of three papers that tell of one act, one: two are left.
    const other = 'alamsar-2026-01-19';
    await rest.register.execute(
      new ForSource(other, { type: 'DiscreditSource', discredit: { reason: 'withdrawn' } }, actor),
    );
    await rest.register.catchUp();
    expect(await marked()).toEqual(['abraham-accords OMN']);
    const after = await walk(rest, '/api/v1/bodies/abraham-accords/members');
    const told = ({ state, standing, since }: Record<string, unknown>) => [state, standing, since];
    expect(after.map(told)).toEqual(before.map(told));
    const { body } = await rest.get(`/api/v1/sources/${source}`);
    expect(body).toMatchObject({ discredited: true, verdict: { data: { reason: 'a forgery' } } });
    const omani = await rest.get('/api/v1/memberships/abraham-accords/OMN');
    expect(omani.body).toMatchObject({
      standing: 'declined',
      discredited: true,
      sources: [{ id: source, discredited: true }],
    });
    expect(omani.body.line.at(-1)).toMatchObject({ discredited: true, knownFrom: discredited });
  });

  it('that is reinstated leaves no mark, and none goes back to before', async () => {
    ({ position: reinstated } = await say({
      type: 'ReinstateSource',
      reinstatement: { reason: 'it was genuine' },
    }));
    await rest.register.catchUp();
    expect(await marked()).toEqual([]);
    expect(await marked(`&atPosition=${discredited! - 1}`)).toEqual([]);
  });

  it('was marked in the time between, and is so still when asked about it', async () => {
    for (const position of [discredited!, reinstated! - 1]) {
      expect(await marked(`&atPosition=${position}`)).toEqual(['abraham-accords OMN']);
      const known = await rest.get(`/api/v1/sources/${source}?atPosition=${position}`);
      expect(known.body.discredited).toBe(true);
    }
    expect((await rest.get(`/api/v1/sources/${source}`)).body.discredited).toBe(false);
  });

  it('leaves the live tables as the log says, at each of these positions', async () => {
    for (const position of [discredited! - 1, discredited!, reinstated!]) {
      const { differences } = await replayRegister(rest.register, position, () => undefined);
      expect([position, differences]).toEqual([position, []]);
    }
  }, 30_000);
});

describe('a stored copy', () => {
  const id = 'alamsar-2026-01-19';
  const bytes = Buffer.from('<script>alert("مجلس السلام")</script>');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const copy = { sha256, mediaType: 'text/html', bytes: bytes.length };
  const path = `/api/v1/sources/${id}/copies/${sha256}`;

  it('comes back as it was kept, as a file and never as a page of ours', async () => {
    expect((await rest.get(path)).status).toBe(404);
    expect(await rest.register.archive.keep(bytes)).toBe(sha256);
    // Kept, and not named by any source yet.
    expect((await rest.get(path)).status).toBe(404);
    await rest.register.execute(new ForSource(id, { type: 'StoreCopy', copy }, actor));
    await rest.register.catchUp();
    const { status, headers, text } = await rest.get(path);
    expect([status, text]).toEqual([200, bytes.toString()]);
    expect(headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${sha256}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    expect((await rest.get(`/api/v1/sources/${id}`)).body.copies).toEqual([copy]);
    expect((await rest.get(`/api/v1/sources/ani-2025-11-07/copies/${sha256}`)).status).toBe(404);
  });

  it('is kept once, and never changed or taken away', async () => {
    expect(await rest.register.archive.keep(bytes)).toBe(sha256);
    const { admin } = rest.register.database;
    expect((await admin.query('select sha256 from archive.copy')).rows).toEqual([{ sha256 }]);
    for (const statement of [
      `update archive.copy set bytes = 'x'`,
      'delete from archive.copy',
      'truncate archive.copy',
    ]) {
      await expect(admin.query(statement)).rejects.toMatchObject({ code: '23001' });
    }
  });

  it('of more than 10 MB, or of nothing, is refused, by the database too', async () => {
    const { archive, database } = rest.register;
    for (const size of [0, MOST_BYTES + 1]) {
      await expect(archive.keep(Buffer.alloc(size))).rejects.toThrow(RangeError);
      await expect(
        database.admin.query('select archive.keep($1)', [Buffer.alloc(size)]),
      ).rejects.toMatchObject({
        code: '23514',
      });
    }
    const most = Buffer.alloc(MOST_BYTES, 'x');
    const found = await archive.find(await archive.keep(most));
    expect(found?.equals(most)).toBe(true);
  }, 30_000);
});

// Lists as files, in other orders and narrowed: the same rows, whoever asks for them and how.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ForSource } from '#application';
import { walk } from '../../../test/support/paging.js';
import { demoRest, type DemoRest } from '../../../test/support/rest.js';
import { opened } from '../../../test/support/workbook.js';

let rest: DemoRest;
beforeAll(async () => {
  rest = await demoRest();
}, 60_000);
afterAll(() => rest.close(), 60_000);

const LISTS = [
  '/api/v1/states',
  '/api/v1/states/KAZ/memberships',
  '/api/v1/bodies',
  '/api/v1/bodies/board-of-peace/members',
  '/api/v1/memberships',
  '/api/v1/acts',
  '/api/v1/sources',
];

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

describe('a list as a file', () => {
  it.each(LISTS)('in NDJSON is all items of its pages: %s', async (path) => {
    const { headers, text } = await rest.get(`${path}?format=ndjson`);
    expect(headers['content-type']).toBe('application/x-ndjson; charset=utf-8');
    expect(linesOf(text).map((line) => JSON.parse(line) as unknown)).toEqual(
      await walk(rest, `${path}?limit=40`),
    );
  });

  it.each(LISTS)('in CSV opens in a spreadsheet, a line for each: %s', async (path) => {
    const { headers, text } = await rest.get(path, { accept: 'text/csv' });
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      vary: 'Accept, Accept-Language',
    });
    expect(headers['content-disposition']).toMatch(/^attachment; filename="[\w-]+\.csv"$/);
    expect(text.startsWith('\ufeff')).toBe(true);
    const { text: lines } = await rest.get(`${path}?format=ndjson`);
    expect(text.match(/(?:"(?:[^"]|"")*"|[^"\r])*\r\n/g)).toHaveLength(linesOf(lines).length + 1);
  });

  it.each(LISTS)('in XLSX opens in a spreadsheet, with a row for each: %s', async (path) => {
    const { headers, workbook } = await workbookAt(path, 'en');
    expect(headers['content-type']).toBe(MEDIA.xlsx);
    expect(headers['content-disposition']).toMatch(/^attachment; filename="[\w-]+\.xlsx"$/);
    const { text } = await rest.get(`${path}?format=csv`);
    const [heads = ''] = text.split('\r\n');
    expect(workbook.rows[0]).toHaveLength(heads.split(',').length);
    const { text: lines } = await rest.get(`${path}?format=ndjson`);
    expect(workbook.rows).toHaveLength(linesOf(lines).length + 1);
    expect(workbook.frozen).toBe(1);
  });

  it('in XLSX speaks the language of its reader', async () => {
    const path = '/api/v1/bodies/board-of-peace/members';
    const [en, ar] = [await workbookAt(path, 'en'), await workbookAt(path, 'ar')].map(
      ({ workbook }) => workbook,
    );
    expect(en).toMatchObject({ name: 'members-of-board-of-peace', rightToLeft: false });
    expect(en?.rows[0]?.slice(0, 4)).toEqual(['State', 'Name', 'Standing by its own word', 'Since']);
    expect(ar?.rightToLeft).toBe(true);
    expect(ar?.rows[0]?.slice(0, 4)).toEqual(['الدولة', 'الاسم', 'الصفة بقولها هي', 'منذ']);
    const kazakhstan = ar?.rows.find(([code]) => code === 'KAZ');
    expect(kazakhstan?.slice(1, 4)).toEqual(['كازاخستان', 'party', { day: '2026-01-22' }]);
  });

  it('has a tag of its own, and no pages', async () => {
    const tags = [];
    for (const media of Object.values(MEDIA))
      tags.push((await rest.get(`/api/v1/acts`, { accept: media })).headers['etag']);
    expect(new Set(tags).size).toBe(4);
    for (const format of ['csv', 'xlsx', 'ndjson']) {
      for (const parameter of ['limit=3', 'cursor=x']) {
        const { status, body } = await rest.get(`/api/v1/acts?format=${format}&${parameter}`);
        expect([status, body.code]).toEqual([400, 'unknown-parameter']);
      }
    }
    expect((await rest.get('/api/v1/acts?format=xml')).body.code).toBe('bad-format');
  });

  it('runs nothing that a source has written', async () => {
    const source = { id: 'formula', outlet: '=cmd|"/c calc"!A1', language: 'en' };
    await rest.register.execute(
      new ForSource('formula', { type: 'RegisterSource', source }, { actor: 'account:test' }),
    );
    await rest.register.catchUp();
    const { text } = await rest.get('/api/v1/sources?format=csv');
    expect(text).toContain(`formula,"'=cmd|""/c calc""!A1"`);
    const { workbook } = await workbookAt('/api/v1/sources', 'en');
    expect(workbook.rows.find(([id]) => id === 'formula')?.[1]).toBe('=cmd|"/c calc"!A1');
    expect(workbook.formulas).toBe(0);
  });
});

const MEDIA = {
  json: 'application/json',
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** A list as the file that a reader of a language downloads. */
async function workbookAt(path: string, language: string) {
  const response = await fetch(`http://127.0.0.1:${String(rest.port)}${path}?format=xlsx`, {
    headers: { 'accept-language': language },
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { headers: Object.fromEntries(response.headers), workbook: opened(bytes) };
}

describe('GET /memberships', () => {
  it('is what each body answers, body after body', async () => {
    const all = await walk(rest, '/api/v1/memberships?limit=17');
    const each = [];
    for (const body of ['abraham-accords', 'board-of-peace'])
      each.push(...(await walk(rest, `/api/v1/bodies/${body}/members`)));
    expect(all.map(({ links }) => links.self)).toEqual(each.map(({ links }) => links.self));
  });

  it('is narrowed to a body, a state and standings, on a day as known then', async () => {
    const path = '/api/v1/memberships?body=board-of-peace&state=KAZ&asOf=2026-01-19&standing=accepted';
    const { body } = await rest.get(path);
    expect(body.items).toMatchObject([
      { body: { slug: 'board-of-peace' }, state: { code: 'KAZ' }, standing: 'accepted' },
    ]);
    expect((await rest.get(`${path}&atPosition=1`)).status).toBe(404);
    expect((await rest.get('/api/v1/memberships?state=XXX')).body.code).toBe('unknown-state');
    expect((await rest.get('/api/v1/memberships?body=Board')).body.code).toBe('bad-body');
  });
});

describe('GET /acts', () => {
  it('begins with the last recorded, and knows nothing of what came later', async () => {
    const all = await walk(rest, '/api/v1/acts?limit=60');
    const positions = all.map(({ position }) => position as number);
    expect(positions).toEqual([...positions].sort((a, b) => b - a));
    const { position } = all[10];
    const then = await rest.get(`/api/v1/acts?atPosition=${String(position)}&limit=1`);
    expect(then.body.items[0].position).toBe(position);
  });

  it('is narrowed to a body, a state and types', async () => {
    const { body } = await rest.get('/api/v1/acts?body=board-of-peace&state=KAZ&type=CharterSigned');
    expect(body.items).toMatchObject([{ type: 'CharterSigned', state: 'KAZ', body: 'board-of-peace' }]);
    expect((await rest.get('/api/v1/acts?type=Nothing')).body.code).toBe('bad-type');
  });
});

describe('the members of a body', () => {
  const namesOf = async (query: string, language = 'en'): Promise<string[]> => {
    const path = `/api/v1/bodies/board-of-peace/members?${query}`;
    const { body } = await rest.get(path, { 'accept-language': language });
    return body.items.map(({ state }: { state: { name: string } }) => state.name);
  };

  it.each(['en', 'ar'])('come in the order of their names in a language: %s', async (language) => {
    const names = await namesOf('sort=name', language);
    expect(names.length).toBeGreaterThan(40);
    expect(names).toEqual([...names].sort(new Intl.Collator(language).compare));
  });

  it.each(['name', 'since', 'standing', 'code'])('come once each in pages by %s', async (sort) => {
    const items = await walk(rest, `/api/v1/bodies/board-of-peace/members?sort=${sort}&limit=7`);
    const codes = items.map(({ state }) => state.code as string);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length).toBe((await namesOf('')).length);
  });

  it('are found by name in any script', async () => {
    expect(await namesOf(`q=${encodeURIComponent('Казахстан')}`)).toEqual(['Kazakhstan']);
  });
});

describe('GET /search', () => {
  it('gives states and bodies, the best first', async () => {
    const { body } = await rest.get(`/api/v1/search?q=${encodeURIComponent('مجلس السلام')}`);
    expect(body.items[0]).toMatchObject({ kind: 'body', body: { slug: 'board-of-peace' } });
    const scores = body.items.map(({ match }: { match: { score: number } }) => match.score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect((await rest.get('/api/v1/search')).body.code).toBe('bad-q');
  });
});

// Sources at the desk, over a register of its own.
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { acceptance, invitation, record, registerSource } from '../../../../../test/support/commands.js';
import { signedIn } from '../../../../../test/support/signed-in.js';
import { deskWeb, type DeskWeb } from '../testing/desk-web.js';
import { faultyFields, formOf, landed, summaryOf, upload, type Part } from '../testing/forms.js';

let desk: DeskWeb;
let register: DeskWeb['register'];
let web: DeskWeb['web'];
let recorder: DeskWeb['recorder'];
beforeAll(async () => {
  desk = await deskWeb(
    registerSource('gazette-2'),
    registerSource('gazette-3'),
    record(invitation('2026-01-10', 'gazette-2')),
  );
  ({ register, web, recorder } = desk);
}, 120_000);
afterAll(() => desk.close());

const eventsOf = async (id: string) =>
  (await register.store.readStreams([`source-${id}`])).get(`source-${id}`) ?? [];
const head = () => desk.head();

const HOSTILE = '"><script>alert(1)</script>\u202e{{7*7}}\'; drop table x; --';
const TEXT = {
  url: 'https://www.example.org/news/1?utm_source=x',
  outlet: 'وكالة الأنباء',
  title: 'كازاخستان تنضم',
  language: 'ar',
  published: '2026-01-19',
  byline: 'أ. ب.',
  relies: 'Kazinform\nAkorda\n',
  note: HOSTILE,
};

describe('registering a source', () => {
  it('works, and a form sent twice registers once', async () => {
    const form = { ...formOf(await recorder.get('/admin/sources/new')), ...TEXT };
    const answers = await Promise.all([1, 2, 3].map(() => recorder.post('/admin/sources/new', form)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const places = new Set(answers.map(({ headers }) => headers['location']?.split('?')[0]));
    expect(places.size).toBe(1);
    const page = await landed(recorder, answers[0]!);
    expect(page.text).toContain('The source is registered.');
    expect(page.text).not.toContain('<script>alert');
    const id = [...places][0]!.split('/').at(-1)!;
    expect((await eventsOf(id)).map(({ data }) => data)).toEqual([
      {
        id,
        outlet: 'وكالة الأنباء',
        title: 'كازاخستان تنضم',
        // Without what was added to it on its way here.
        url: 'https://www.example.org/news/1',
        language: 'ar',
        publishedOn: '2026-01-19',
        byline: 'أ. ب.',
        reliesOn: ['Kazinform', 'Akorda'],
        note: HOSTILE,
      },
    ]);
  });

  it('warns of an address that is known however it is written, and takes another text there', async () => {
    const form = {
      ...formOf(await recorder.get('/admin/sources/new')),
      ...TEXT,
      url: 'http://example.org/news/1/#top',
      title: 'نص آخر',
    };
    const refused = await recorder.post('/admin/sources/new', form);
    expect(refused.status).toBe(422);
    expect(faultyFields(refused)).toEqual(['url']);
    expect(refused.text).toContain('كازاخستان تنضم');
    expect(refused.text).toContain('value="نص آخر"');
    const taken = await recorder.post('/admin/sources/new', { ...form, ...formOf(refused), anyway: '1' });
    expect(taken.status).toBe(303);
  });

  it.each([
    [{ outlet: '' }, 'outlet'],
    [{ outlet: 'x'.repeat(201) }, 'outlet'],
    [{ url: 'javascript:alert(1)' }, 'url'],
    [{ url: 'not an address' }, 'url'],
    [{ published: '2026-02-30' }, 'published'],
    [{ published: '19-01-2026' }, 'published'],
    [{ title: 'a\u0001b' }, 'title'],
    [{ language: 'Klingon!' }, 'language'],
    [{ note: 'x'.repeat(2001) }, 'note'],
    [{ relies: 'x\n'.repeat(21) }, 'relies'],
  ] as [Record<string, string>, string][])('refuses bad input %#, and keeps the rest', async (bad, field) => {
    const before = await head();
    const form = { ...formOf(await recorder.get('/admin/sources/new')), ...TEXT, url: '', ...bad };
    const answer = await recorder.post('/admin/sources/new?lang=ar', form);
    expect(answer.status).toBe(422);
    expect(faultyFields(answer)).toEqual([field]);
    expect(summaryOf(answer)[0]).toMatch(/[\u0600-\u06ff]/);
    expect(answer.text).toContain('أ. ب.');
    expect(await head()).toBe(before);
  });
});

describe('discrediting a source', () => {
  it('shows beforehand every standing that rests on it alone, and marks them then', async () => {
    const asked = await recorder.get('/admin/sources/gazette-2/discredit');
    expect(asked.text).toContain('1 standing rests on it alone and would be marked.');
    expect(asked.text).toContain('/memberships/club/X-LAND');
    expect(await eventsOf('gazette-2')).toHaveLength(1);
    const answer = await recorder.post('/admin/sources/gazette-2/discredit', {
      ...formOf(asked),
      reason: HOSTILE,
      url: 'https://example.org/forged',
    });
    const page = await landed(recorder, answer);
    expect(page.text).toContain('The source is discredited');
    expect(page.text).not.toContain('<script>alert');
    expect((await eventsOf('gazette-2')).at(-1)).toMatchObject({ type: 'SourceDiscredited' });
    const rows = await register.reader.query<unknown[]>(
      'select from read_model.membership_history where discredited and known_to is null',
    );
    expect(rows.length).toBeGreaterThan(0);
  });

  it('is said to be done already, and can be taken back', async () => {
    const again = await recorder.get('/admin/sources/gazette-2/discredit');
    expect(summaryOf(again)).toEqual(['This source is discredited already.']);
    const refused = await recorder.post('/admin/sources/gazette-2/discredit', {
      ...formOf(again),
      reason: 'again',
    });
    expect(refused.status).toBe(422);
    const asked = await recorder.get('/admin/sources/gazette-2/reinstate');
    expect(asked.text).toContain('1 standing would no longer be marked.');
    const answer = await recorder.post('/admin/sources/gazette-2/reinstate', {
      ...formOf(asked),
      reason: 'genuine',
    });
    expect((await landed(recorder, answer)).text).toContain('The source is reinstated.');
  });

  it('needs a reason', async () => {
    const form = formOf(await recorder.get('/admin/sources/gazette-3/discredit'));
    const answer = await recorder.post('/admin/sources/gazette-3/discredit', { ...form, reason: '  ' });
    expect([answer.status, faultyFields(answer)]).toEqual([422, ['reason']]);
  });

  it('is refused where someone recorded since the form was opened, and nothing typed is lost', async () => {
    const form = formOf(await recorder.get('/admin/sources/gazette-3/discredit'));
    const other = formOf(await recorder.get('/admin/sources/gazette-3/discredit'));
    await recorder.post('/admin/sources/gazette-3/discredit', { ...other, reason: 'first' });
    await register.catchUp();
    const answer = await recorder.post('/admin/sources/gazette-3/discredit', { ...form, reason: 'second' });
    expect(answer.status).toBe(409);
    expect(summaryOf(answer)[0]).toMatch(/Someone recorded meanwhile/);
    expect(answer.text).toContain('>second</textarea>');
  });

  it('shows nothing where nothing rests on it', async () => {
    await register.execute(registerSource('gazette-4'));
    await register.catchUp();
    const page = await recorder.get('/admin/sources/gazette-4/discredit?lang=ar');
    expect(page.text).toContain('لا تستند إليه أي صفة.');
  });
});

describe('storing a copy', () => {
  const PDF = Buffer.from('%PDF-1.7\nA page as it was.');
  const PATH = '/admin/sources/gazette-1/copies';
  const form = async (): Promise<Part[]> =>
    Object.entries(formOf(await recorder.get('/admin/sources/gazette-1')))
      .filter(([name]) => name !== '')
      .map(([name, content]) => ({ name, content }));
  const send = async (copy: Omit<Part, 'name'>, more: Part[] = [], by = recorder) =>
    upload(web, { cookie: by.cookie }, PATH, [...(await form()), ...more, { name: 'copy', ...copy }]);
  const copies = async () => (await eventsOf('gazette-1')).filter(({ type }) => type === 'CopyStored');

  it('works: by its SHA-256 and its own kind, whatever it is called', async () => {
    const answer = await send({ filename: '../../../etc/passwd', type: 'text/html', content: PDF }, [
      { name: 'retrievedOn', content: '2026-03' },
    ]);
    const page = await landed(recorder, answer);
    const sha256 = createHash('sha256').update(PDF).digest('hex');
    expect(page.text).toContain('The copy is stored.');
    expect(page.text).toContain(sha256);
    expect(page.text).not.toContain('passwd');
    expect((await copies()).map(({ data }) => data)).toEqual([
      { sha256, mediaType: 'application/pdf', bytes: PDF.length, retrievedOn: '2026-03' },
    ]);
    const copy = await recorder.get(`${PATH}/${sha256}`);
    expect(copy.text).toBe(PDF.toString());
    expect(copy.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${sha256}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
  });

  it('adds nothing where the very same bytes are there', async () => {
    const answer = await send({ filename: 'other name.pdf', content: PDF });
    expect((await landed(recorder, answer)).text).toContain('nothing was added');
    expect(await copies()).toHaveLength(1);
  });

  it('takes one of ten million bytes, and a page in Arabic', async () => {
    const most = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(10_000_000 - 9, 'a')]);
    expect((await send({ filename: 'a.pdf', content: most })).status).toBe(303);
    expect((await send({ filename: 'a.html', content: '<!doctype html><p>نص' })).status).toBe(303);
    expect((await copies()).map(({ data }) => (data as { mediaType: string }).mediaType)).toEqual([
      'application/pdf',
      'application/pdf',
      'text/html',
    ]);
  });

  it('refuses one byte more, with a page that says how much', async () => {
    const tooMuch = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(10_000_000 - 8, 'a')]);
    const answer = await send({ filename: 'a.pdf', content: tooMuch });
    expect(answer.status).toBe(413);
    expect(answer.text).toContain('10 MB');
  });

  it.each([
    ['an archive that swells when unpacked', gzipSync(Buffer.alloc(5_000_000)), 'a.pdf', 'application/pdf'],
    ['a ZIP that calls itself a PDF', Buffer.from('PK\x03\x04bomb'), 'a.pdf', 'application/pdf'],
    ['an SVG with a script', Buffer.from('<svg onload="alert(1)"/>'), 'a.png', 'image/png'],
    ['a program', Buffer.from('\x7fELF\x02\x01\x01\0', 'latin1'), 'a.txt', 'text/plain'],
  ])('refuses %s', async (_, content, filename, type) => {
    const before = await head();
    const answer = await send({ content, filename, type });
    expect([answer.status, faultyFields(answer)]).toEqual([422, ['copy']]);
    expect(summaryOf(answer)[0]).toMatch(/none of the kinds/);
    expect(await head()).toBe(before);
  });

  it('refuses an empty file, and none', async () => {
    for (const part of [
      { filename: 'a.pdf', content: '' },
      { filename: '', content: '' },
      { content: 'text' },
    ]) {
      const answer = await send(part);
      expect([answer.status, faultyFields(answer)]).toEqual([422, ['copy']]);
    }
  });

  it('keeps the day that was typed where it is no day', async () => {
    const answer = await send({ filename: 'a.pdf', content: PDF }, [
      { name: 'retrievedOn', content: '31-12-2025' },
    ]);
    expect([answer.status, faultyFields(answer)]).toEqual([422, ['retrievedOn']]);
    expect(answer.text).toContain('value="31-12-2025"');
  });

  it('refuses a second file, endless fields, and a body that breaks off', async () => {
    const two = await send({ filename: 'a.pdf', content: PDF }, [
      { name: 'copy', filename: 'b.pdf', content: PDF },
    ]);
    const many = Array.from({ length: 50 }, (_, at) => ({ name: `f${String(at)}`, content: 'x' }));
    const fields = await send({ filename: 'a.pdf', content: PDF }, many);
    const named = await send({ filename: 'a.pdf', content: PDF }, [{ name: '__proto__', content: 'x' }]);
    expect([two.status, fields.status, named.status]).toEqual([413, 413, 400]);
    expect(two.headers['content-type']).toContain('text/html');
  });

  it('is for those signed in, from here, with the key of their session', async () => {
    const parts = [{ name: 'copy', filename: 'a.pdf', content: PDF }];
    const nobody = await upload(web, {}, PATH, parts);
    const noKey = await upload(web, { cookie: recorder.cookie }, PATH, parts);
    const elsewhere = await upload(web, { cookie: recorder.cookie, 'sec-fetch-site': 'cross-site' }, PATH, [
      ...(await form()),
      ...parts,
    ]);
    const auditor = await signedIn(register, web, 'auditor');
    const other = await upload(web, { cookie: auditor.cookie }, PATH, [
      { name: '_csrf', content: auditor.csrf },
      ...parts,
    ]);
    expect([nobody.status, noKey.status, elsewhere.status, other.status]).toEqual([401, 403, 403, 403]);
    expect((await auditor.get('/admin/sources/gazette-1')).status).toBe(403);
  });

  it('is taken nowhere else', async () => {
    const answer = await upload(web, { cookie: recorder.cookie }, '/admin/sources/new', [
      { name: '_csrf', content: recorder.csrf },
    ]);
    expect(answer.status).toBe(415);
  });

  it('has no copy under another source or another name', async () => {
    const sha256 = createHash('sha256').update(PDF).digest('hex');
    expect((await recorder.get(`/admin/sources/gazette-3/copies/${sha256}`)).status).toBe(404);
    expect((await recorder.get(`${PATH}/..%2f..%2fetc%2fpasswd`)).status).toBe(404);
    expect((await web.get(`${PATH}/${sha256}`)).status).toBe(303);
  });
});

it('leads to an error page where there is no such source', async () => {
  for (const path of ['nobody', 'NOBODY', '%00', 'gazette-1/bless', 'x'.repeat(200)]) {
    expect([path, (await recorder.get(`/admin/sources/${path}`)).status]).toEqual([path, 404]);
  }
});

it('moves a standing on to another source', async () => {
  await register.execute(record(acceptance()));
  await register.catchUp();
  const page = await recorder.get('/admin/sources/gazette-1/discredit');
  expect(page.text).toMatch(/rests? on it alone/);
});

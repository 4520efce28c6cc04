// What comes between a form and the log: other officers, repetitions, forged and stale forms.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  faultsOf,
  hidden,
  leadsTo,
  recordDesk,
  textOf,
  type Desk,
} from '../../../../test/support/record-desk.js';
import type { SignedInVisitor } from '../../../../test/support/signed-in.js';

let desk: Desk;
let amina: SignedInVisitor;
let badr: SignedInVisitor;
beforeAll(async () => {
  desk = await recordDesk();
  amina = await desk.officer();
  badr = await desk.officer();
}, 120_000);
afterAll(() => desk.close());

const joining = (state: string, more: Record<string, string> = {}): Record<string, string> => ({
  ...{ state, body: 'abraham-accords', on: '2026-03-01', act: 'AccordJoined', asked: 'AccordJoined' },
  ...{
    attestation: 'declared',
    'new-outlet': 'الأمصار',
    'new-language': 'ar',
    'new-published': '2026-03-02',
  },
  ...{
    'new-url': `https://news.example/${state}`,
    quote: `أعلنت وزارة الخارجية الانضمام إلى الاتفاقيات ${state}`,
  },
  ...more,
});

interface Checked {
  readonly draft: string;
  readonly html: string;
  readonly fields: { readonly version: string; readonly revision: string };
}

async function checked(officer: SignedInVisitor, fields: Record<string, string>): Promise<Checked> {
  const check = leadsTo(await officer.post('/admin/record', { ...fields, next: 'check' }));
  const [, draft = ''] = /record\/([0-9a-f-]{36})\/check$/.exec(check) ?? [];
  const { status, text } = await officer.get(check);
  expect(status).toBe(200);
  return {
    draft,
    html: text,
    fields: { version: hidden(text, 'version'), revision: hidden(text, 'revision') },
  };
}

const submit = (officer: SignedInVisitor, { draft, fields }: Checked, more: Record<string, string> = {}) =>
  officer.post(`/admin/record/${draft}/submit`, { ...fields, ...more });

/** Gives the id of the event. */
async function recorded(officer: SignedInVisitor, fields: Record<string, string>): Promise<string> {
  const form = await checked(officer, fields);
  const done = leadsTo(await submit(officer, form));
  expect((await officer.get(done)).status).toBe(200);
  return form.draft;
}

const line = async (state: string, body = 'abraham-accords') => {
  const stream = `membership-${body}-${state}`;
  return (await desk.register.store.readStreams([stream])).get(stream) ?? [];
};

describe('where another officer has recorded meanwhile', () => {
  it('both are shown, nothing typed is lost, and it can be recorded after looking', async () => {
    const mine = await checked(amina, joining('KGZ', { on: '2026-03-05' }));
    await recorded(
      badr,
      joining('KGZ', {
        act: 'InvitationReceived',
        asked: 'InvitationReceived',
        'by-state': 'USA',
        'new-url': 'https://other.example/1',
        quote: '',
      }),
    );
    const before = await desk.head();
    const stale = await submit(amina, mine);
    expect(stale.status).toBe(409);
    expect(textOf(stale.text)).toContain('Someone recorded meanwhile');
    expect(textOf(stale.text)).toContain('Invitation received');
    expect(textOf(stale.text)).toContain('invited → joined');
    expect(stale.text).toContain('أعلنت وزارة الخارجية');
    expect(await desk.head()).toBe(before);
    expect(await line('KGZ')).toHaveLength(1);

    const again = { version: hidden(stale.text, 'version'), revision: hidden(stale.text, 'revision') };
    expect(leadsTo(await amina.post(`/admin/record/${mine.draft}/submit`, again))).toContain('/done/');
    expect((await line('KGZ')).map(({ type }) => type)).toEqual(['InvitationReceived', 'AccordJoined']);
    expect(await desk.head()).toBe(before + 2);
  });

  it('and the act cannot follow any more, the form says so', async () => {
    const mine = await checked(
      amina,
      joining('GEO', {
        act: 'InvitationReceived',
        asked: 'InvitationReceived',
        'by-state': 'USA',
        on: '2026-03-05',
      }),
    );
    await recorded(badr, joining('GEO', { 'new-url': 'https://other.example/geo' }));
    const before = await desk.head();
    const form = leadsTo(await submit(amina, mine));
    const { text } = await amina.get(form);
    expect(faultsOf(text)).toEqual([['act', expect.stringContaining('cannot follow')]]);
    expect(await desk.head()).toBe(before);
  });
});

it('what was checked is what is recorded: not a draft that was changed in another window', async () => {
  const mine = await checked(amina, joining('MDA'));
  desk.register.setClock('2026-04-01T12:00:01Z');
  await amina.post('/admin/record', {
    ...joining('MDA', { on: '2026-02-01' }),
    draft: mine.draft,
    next: 'save',
  });
  const before = await desk.head();
  const answer = await submit(amina, mine);
  expect(answer.status).toBe(409);
  expect(textOf(answer.text)).toContain('changed in another window');
  expect(await desk.head()).toBe(before);
});

describe('an act that is like one on record', () => {
  let first: string;
  beforeAll(async () => {
    first = await recorded(badr, joining('ALB'));
  });

  it('is shown beside it, and needs a reason', async () => {
    const mine = await checked(
      amina,
      joining('ALB', { attestation: 'reported', on: '2026-03-03', 'new-url': 'https://third.example/2' }),
    );
    expect(textOf(mine.html)).toContain('the same words are quoted · the same act within 14 days');
    const before = await desk.head();
    const answer = await submit(amina, mine);
    expect(answer.status).toBe(422);
    expect(faultsOf(answer.text)).toEqual([['why', expect.stringContaining('Say why')]]);
    expect(await desk.head()).toBe(before);
    leadsTo(await submit(amina, mine, { why: 'A second ceremony.' }));
    expect((await line('ALB')).at(-1)).toMatchObject({
      eventId: mine.draft,
      data: { note: `Not a repetition of ${first}: A second ceremony.` },
    });
  });

  it('becomes a corroboration at one press', async () => {
    const mine = await checked(
      amina,
      joining('ALB', { attestation: 'reported', on: '2026-03-02', 'new-url': 'https://fourth.example/3' }),
    );
    const path = `/admin/record/${mine.draft}/corroborate`;
    leadsTo(await amina.post(path, { ...mine.fields, act: first }));
    expect((await line('ALB')).at(-1)).toMatchObject({
      eventId: mine.draft,
      type: 'ActCorroborated',
      data: { corroborates: first, sources: [{ quote: expect.stringContaining('ALB') }] },
    });
  });

  it('is not recorded at all where it is the same in everything', async () => {
    const [event] = await line('ALB');
    const { source } = (event?.data as { sources: { source: string }[] }).sources[0]!;
    const same = joining('ALB', { source, 'new-url': '', 'new-outlet': '', 'new-published': '' });
    const check = leadsTo(await amina.post('/admin/record', { ...same, next: 'check' }));
    const { text } = await amina.get(check);
    expect(textOf(text)).toContain('All of this is on record already');
    expect(text).not.toContain('Record it');
  });

  it('says at once that an address is registered, with the acts that rest on it', async () => {
    const answer = await amina.post('/admin/record/live?part=source', {
      'new-url': 'http://www.news.example/ALB?utm_source=mail#top',
    });
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain('<html');
    expect(textOf(answer.text)).toContain('registered already');
    expect(answer.text).toContain(`/memberships/abraham-accords/ALB#${first}`);
    const form = await amina.post('/admin/record', {
      ...joining('SRB'),
      'new-url': 'https://news.example/ALB/',
      next: 'check',
    });
    expect(form.status).toBe(422);
    expect(faultsOf(form.text).map(([field]) => field)).toEqual(['source']);
  });
});

describe('nobody else', () => {
  it.each(['', '/check'])('sees a draft: %s', async (page) => {
    const { draft } = await checked(amina, joining('MNE'));
    const answer = await badr.get(`/admin/record/${draft}${page}`);
    const end = answer.status === 303 ? await badr.get(leadsTo(answer)) : answer;
    expect(end.status).toBe(404);
    expect(end.text).not.toContain('Montenegro');
  });

  it('changes, records or discards one', async () => {
    const mine = await checked(amina, joining('MKD'));
    const before = await desk.head();
    expect(
      (await badr.post('/admin/record', { ...joining('MKD'), draft: mine.draft, next: 'check' })).status,
    ).toBe(404);
    expect((await badr.post(`/admin/record/${mine.draft}/discard`)).status).toBe(404);
    const answer = await submit(badr, mine);
    expect((await badr.get(leadsTo(answer))).status).toBe(404);
    expect(await desk.head()).toBe(before);
    expect((await amina.get(`/admin/record/${mine.draft}/check`)).status).toBe(200);
  });
});

describe('a forged form', () => {
  it('without the key of the session, from elsewhere, or by whom may not record, records nothing', async () => {
    const mine = await checked(amina, joining('SVN'));
    const before = await desk.head();
    expect((await submit(amina, mine, { _csrf: 'forged' })).status).toBe(403);
    const path = `/admin/record/${mine.draft}/submit`;
    expect((await amina.post(path, mine.fields, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await desk.web.post(path, mine.fields)).status).toBe(401);
    expect(await desk.head()).toBe(before);
  });

  it.each([{ version: '-1' }, { version: 'x' }, { version: '99' }, { version: '' }])(
    'with a version that nobody has seen is stale: %j',
    async (forged) => {
      const mine = await checked(amina, joining('HRV'));
      expect((await submit(amina, mine, forged)).status).toBe(409);
      expect(await line('HRV')).toEqual([]);
    },
  );

  it('of ten megabytes is too large', async () => {
    const answer = await amina.post('/admin/record', { ...joining('BIH'), quote: 'ق'.repeat(2_000_000) });
    expect(answer.status).toBe(413);
  });

  it('that corroborates what is not on record is refused', async () => {
    const mine = await checked(amina, joining('SVK'));
    const before = await desk.head();
    const answer = await amina.post(`/admin/record/${mine.draft}/corroborate`, {
      ...mine.fields,
      act: mine.draft,
    });
    expect(answer.status).toBe(400);
    expect(await desk.head()).toBe(before);
  });
});

describe('drafts', () => {
  it('are listed to whose they are, and discarded', async () => {
    const { draft } = await checked(badr, joining('LUX'));
    expect((await badr.get('/admin/record/drafts')).text).toContain(`/admin/record/${draft}`);
    expect((await amina.get('/admin/record/drafts')).text).not.toContain(draft);
    expect(leadsTo(await badr.post(`/admin/record/${draft}/discard`))).toBe(
      '/admin/record/drafts?done=discarded',
    );
    expect((await badr.get(`/admin/record/${draft}`)).status).toBe(404);
  });

  it('are kept as the form is filled in, from the first preview on', async () => {
    const answer = await badr.post('/admin/record/live?part=preview', joining('EST'));
    const [, draft = ''] = /record\/([0-9a-f-]{36})$/.exec(answer.headers['hx-replace-url'] ?? '') ?? [];
    expect(hidden(answer.text, 'draft') || answer.text).toContain(draft);
    expect(textOf(answer.text)).toContain('no standing → joined');
    expect((await badr.get(`/admin/record/${draft}`)).text).toContain('https://news.example/EST');
    const second = await badr.post('/admin/record/live?part=preview', { ...joining('EST'), draft });
    expect(second.headers).not.toHaveProperty('hx-replace-url');
  });
});

describe('names', () => {
  it.each([
    ['state', 'كازاخستان', 'KAZ'],
    ['state', 'Казахстан', 'KAZ'],
    ['state', 'republic of kazakhstan', 'KAZ'],
    ['body', 'مجلس السلام', 'board-of-peace'],
  ])('of a %s are found in any script: %s', async (kind, text, value) => {
    const answer = await amina.get(`/admin/options/${kind}?q=${encodeURIComponent(text)}`);
    expect(answer.status).toBe(200);
    expect(/data-value="([^"]*)"/.exec(answer.text)?.[1]).toBe(value);
  });

  it('are escaped, and nothing is found for nothing', async () => {
    const answer = await amina.get(
      `/admin/options/state?q=${encodeURIComponent('<script>alert(1)</script>')}`,
    );
    expect(answer.text).not.toContain('<script');
    expect((await amina.get('/admin/options/state?q=')).status).toBe(200);
    expect((await amina.get('/admin/options/planet?q=a')).status).toBe(404);
    expect((await amina.get('/admin/options/state?q=%00')).status).toBe(400);
  });
});

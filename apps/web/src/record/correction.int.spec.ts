// Correcting, retracting, denying and corroborating over HTTP.
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
/** Kazakhstan's acts in the Abraham Accords: the last is its joining. */
let joined: string;
type Event = Awaited<ReturnType<typeof line>>[number];
beforeAll(async () => {
  desk = await recordDesk();
  amina = await desk.officer();
  const own = ({ type, data }: Event) =>
    type === 'AccordJoined' && (data as { attestation: string }).attestation === 'declared';
  joined = (await line()).find(own)?.eventId ?? '';
}, 120_000);
afterAll(() => desk.close());

const line = async () => {
  const stream = 'membership-abraham-accords-KAZ';
  return (await desk.register.store.readStreams([stream])).get(stream) ?? [];
};
const SOURCE = {
  'new-outlet': 'The Gazette',
  'new-language': 'en',
  'new-published': '2026-03-01',
  quote: 'It did not.',
};

/** The fields of the form as it opens. */
function fieldsOf(html: string): Record<string, string> {
  const form = /<form id="record".*?<\/form>/s.exec(html)?.[0] ?? '';
  const inputs = [...form.matchAll(/<input [^>]*>/g)].map(([tag]) => tag);
  const value = (tag: string) => /value="([^"]*)"/.exec(tag)?.[1] ?? '';
  const kept = inputs.filter((tag) => !/type="(radio|checkbox)"/.test(tag) || tag.includes(' checked'));
  const selects = [...form.matchAll(/<select [^>]*name="([^"]*)".*?<\/select>/gs)].map(([tag, name = '']) => [
    name,
    /<option value="([^"]*)" selected/.exec(tag)?.[1] ?? '',
  ]);
  return Object.fromEntries([
    ...kept.map((tag) => [/name="([^"]*)"/.exec(tag)?.[1] ?? '', value(tag)]),
    ...selects,
  ]) as Record<string, string>;
}

/** The hidden fields of the page that checks, ready to be confirmed. */
const carried = (html: string): Readonly<Record<string, string>> => {
  const form = html.slice(html.lastIndexOf('<form'));
  const tags = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return Object.fromEntries(tags.map(([, name = '', value = '']) => [name, value.replace(/&quot;/g, '"')]));
};

/** From form to check; gives what the check says and what confirms it. */
async function checked(path: string, fields: Record<string, string>) {
  const form = await amina.get(path);
  expect(form.status).toBe(200);
  const answer = await amina.post(path, { ...fieldsOf(form.text), ...fields, step: 'check' });
  expect([answer.status, faultsOf(answer.text)]).toEqual([200, []]);
  return {
    says: textOf(answer.text),
    confirm: { ...carried(answer.text), step: 'record' } as Record<string, string>,
  };
}

async function confirmed(path: string, fields: Record<string, string>): Promise<string> {
  const { confirm } = await checked(path, fields);
  const done = leadsTo(await amina.post(path, confirm));
  expect((await amina.get(done)).status).toBe(200);
  return /done\/([0-9a-f-]{36})/.exec(done)?.[1] ?? '';
}

describe('something said of an act', () => {
  it('shows what it would change, and is recorded once', async () => {
    const path = `/admin/acts/${joined}/retract`;
    const { says, confirm } = await checked(path, { 'reason-why': 'Misread.' });
    expect(says).toContain('joined → intends to join');
    const before = await desk.head();
    const answers = await Promise.all([amina.post(path, confirm), amina.post(path, confirm)]);
    for (const answer of answers) expect(leadsTo(answer)).toContain(`/done/${confirm['key'] ?? ''}`);
    expect(await desk.head()).toBe(before + 1);
    expect((await line()).at(-1)).toMatchObject({
      type: 'ActRetracted',
      data: { retracts: joined, reason: 'Misread.' },
    });
  });

  it('can itself be retracted', async () => {
    const retraction = (await line()).at(-1)?.eventId ?? '';
    await confirmed(`/admin/acts/${retraction}/retract`, { 'reason-why': 'It was right.' });
    expect((await line()).at(-1)).toMatchObject({ data: { retracts: retraction } });
  });

  it('corroborates it by a further source, registered in place', async () => {
    await confirmed(`/admin/acts/${joined}/corroborate`, { ...SOURCE, quote: 'It joined.' });
    expect((await line()).at(-1)).toMatchObject({
      type: 'ActCorroborated',
      data: { corroborates: joined, sources: [{ quote: 'It joined.' }] },
    });
  });

  it('denies it: by another party it is disputed', async () => {
    const fields = {
      ...SOURCE,
      'by-state': 'RUS',
      on: '2026-03-01',
      attestation: 'declared',
      'new-title': 'A denial',
    };
    await confirmed(`/admin/acts/${joined}/deny`, fields);
    expect((await line()).at(-1)).toMatchObject({
      type: 'ActDenied',
      data: { denies: joined, by: { state: 'RUS' }, on: '2026-03-01', attestation: 'declared' },
    });
  });

  it('corrects it, and then the correction', async () => {
    const path = `/admin/acts/${joined}/correct`;
    const first = await confirmed(path, {
      ...SOURCE,
      'new-title': '1',
      on: '2025-11-08',
      'reason-why': 'A day late.',
    });
    expect((await line()).at(-1)).toMatchObject({
      type: 'ActCorrected',
      data: {
        corrects: joined,
        act: { type: 'AccordJoined', data: { on: '2025-11-08', attestation: 'declared' } },
      },
    });
    expect(leadsTo(await amina.get(path))).toBe(`/admin/acts/${first}/correct`);
    await confirmed(`/admin/acts/${first}/correct`, {
      ...SOURCE,
      'new-title': '2',
      on: '2025-11-07',
      'reason-why': 'No.',
    });
    expect((await line()).at(-1)).toMatchObject({
      data: { corrects: first, act: { data: { on: '2025-11-07' } } },
    });
  });

  it('is shown anew where another has recorded meanwhile', async () => {
    const path = `/admin/acts/${joined}/corroborate`;
    const { confirm } = await checked(path, { ...SOURCE, 'new-title': 'late' });
    await confirmed(path, { ...SOURCE, 'new-title': 'early' });
    const answer = await amina.post(path, confirm);
    expect(answer.status).toBe(409);
    expect(textOf(answer.text)).toContain('Someone recorded meanwhile');
    expect(leadsTo(await amina.post(path, { ...carried(answer.text), step: 'record' }))).toContain('/done/');
  });
});

describe('what is wrong with it is said at its field, and nothing is recorded', () => {
  it.each<[kind: string, fields: Record<string, string>, faulty: string]>([
    ['retract', {}, 'reason-why'],
    ['retract', { 'reason-why': 'x'.repeat(1001) }, 'reason-why'],
    ['deny', { ...SOURCE, on: '2026-03-01', attestation: 'declared' }, 'by-state'],
    ['deny', { ...SOURCE, 'by-state': 'RUS', on: '', attestation: 'declared' }, 'on'],
    ['deny', { ...SOURCE, 'by-state': 'RUS', on: '2027-03-01', attestation: 'declared' }, 'on'],
    ['deny', { ...SOURCE, 'by-state': 'RUS', on: '2026-03-01' }, 'attestation'],
    ['corroborate', {}, 'new-outlet'],
    ['corroborate', { ...SOURCE, 'new-url': 'javascript:alert(1)' }, 'new-url'],
    ['corroborate', { ...SOURCE, quote: 'a\u0000' }, 'quote'],
  ])('%s %j', async (kind, fields, faulty) => {
    const path = `/admin/acts/${joined}/${kind}`;
    const key = hidden((await amina.get(path)).text, 'key');
    const before = await desk.head();
    for (const step of ['check', 'record']) {
      const { status, text } = await amina.post(path, { ...fields, key, step, version: '1' });
      expect(status).toBe(422);
      expect(faultsOf(text).map(([field]) => field)).toContain(faulty);
      expect(text).toContain(`id="${faulty}"`);
    }
    expect(await desk.head()).toBe(before);
  });
});

it.each([
  '/admin/acts/x/retract',
  '/admin/acts/00000000-0000-4000-8000-000000000000/retract',
  '/admin/acts/JOINED/forget',
])('there is nothing at %s', async (path) => {
  expect((await amina.get(path.replace('JOINED', joined))).status).toBe(404);
});

it('a key that is none, or was used for something else, records nothing', async () => {
  const path = `/admin/acts/${joined}/retract`;
  const before = await desk.head();
  expect((await amina.post(path, { key: 'x', 'reason-why': 'a', step: 'record' })).status).toBe(400);
  const other = (await desk.register.store.readStreams(['state-KAZ'])).get('state-KAZ')?.[0]?.eventId ?? '';
  const version = String((await line()).length);
  const answer = await amina.post(path, { key: other, 'reason-why': 'a', step: 'record', version });
  expect(answer.status).toBe(409);
  expect(await desk.head()).toBe(before);
});

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { testRegister, type TestRegister } from '../../../../test/support/register.js';
import { MOST_DRAFT_BYTES, type Drafts } from './drafts.js';

// On a machine that has other things to do.
jest.setTimeout(60_000);

const HERE = { address: '127.0.0.1', userAgent: 'test' };

let register: TestRegister;
let drafts: Drafts;
let amina: string;
let badr: string;
beforeAll(async () => {
  register = await testRegister();
  ({ drafts } = register.accounts);
  const { accounts } = register.accounts;
  ({ id: amina } = await accounts.add({ name: 'amina', displayName: 'Amina', roles: ['recorder'] }, HERE));
  ({ id: badr } = await accounts.add({ name: 'badr', displayName: 'Badr', roles: ['recorder'] }, HERE));
});
afterAll(() => register.close());

describe('a draft', () => {
  it('is found as it was typed, and saved again', async () => {
    const { id, data } = await drafts.create(amina, 'act', { quote: 'انضمت', on: '2026-01-19' });
    expect(data).toEqual({ quote: 'انضمت', on: '2026-01-19' });
    expect(await drafts.find(amina, id)).toMatchObject({ id, account: amina, kind: 'act', data });
    register.setClock('2026-04-01T12:30:00Z');
    expect(await drafts.save(amina, id, { quote: '' })).toBe(true);
    expect(await drafts.find(amina, id)).toMatchObject({
      data: { quote: '' },
      createdAt: new Date('2026-04-01T12:00:00Z'),
      updatedAt: new Date('2026-04-01T12:30:00Z'),
    });
  });

  it('of another is as if it were not there', async () => {
    const { id } = await drafts.create(amina, 'act', { secret: true });
    expect(await drafts.find(badr, id)).toBeUndefined();
    expect(await drafts.save(badr, id, {})).toBe(false);
    expect(await drafts.discard(badr, id)).toBe(false);
    expect(await drafts.listOf(badr)).toEqual([]);
    expect((await drafts.find(amina, id))?.data).toEqual({ secret: true });
  });

  it('is discarded once', async () => {
    const { id } = await drafts.create(amina, 'act', {});
    const said = await Promise.all([drafts.discard(amina, id), drafts.discard(amina, id)]);
    expect(said.sort()).toEqual([false, true]);
    expect(await drafts.find(amina, id)).toBeUndefined();
    expect(await drafts.save(amina, id, {})).toBe(false);
  });

  it.each(['', 'x', '../../etc', "' or true --", '\u0000', '00000000-0000-0000-0000-000000000000'])(
    'is not found by what is no id: “%s”',
    async (id) => {
      expect(await drafts.find(amina, id)).toBeUndefined();
      expect(await drafts.save(amina, id, {})).toBe(false);
      expect(await drafts.discard(amina, id)).toBe(false);
    },
  );

  it('keeps whatever may be typed, but for what PostgreSQL has no place for', async () => {
    const typed = { 'a\u0000b': ['\u0000x', '\ud800', '\u202e', '\\u0000', null, 1.5, { deep: '\u0000' }] };
    const { id } = await drafts.create(amina, 'act', typed);
    expect((await drafts.find(amina, id))?.data).toEqual({
      ab: ['x', '\ufffd', '\u202e', '\\u0000', null, 1.5, { deep: '' }],
    });
  });

  it('holds a megabyte at most', async () => {
    const most = 'x'.repeat(MOST_DRAFT_BYTES - 2);
    const { id } = await drafts.create(amina, 'act', most);
    expect(await drafts.discard(amina, id)).toBe(true);
    await expect(drafts.create(amina, 'act', `${most}x`)).rejects.toThrow(RangeError);
  });
});

it('drafts are listed by kind, the last changed first', async () => {
  const ids: string[] = [];
  for (const [kind, minute] of [
    ['import', '01'],
    ['body', '02'],
    ['import', '03'],
  ] as const) {
    register.setClock(`2026-04-02T00:${minute}:00Z`);
    ids.push((await drafts.create(badr, kind, {})).id);
  }
  expect((await drafts.listOf(badr)).map(({ id }) => id)).toEqual([ids[2], ids[1], ids[0]]);
  expect((await drafts.listOf(badr, 'import')).map(({ id }) => id)).toEqual([ids[2], ids[0]]);
  expect(await drafts.listOf(badr, 'import', 1)).toHaveLength(1);
});

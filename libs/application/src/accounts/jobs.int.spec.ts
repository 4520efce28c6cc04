import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { TODAY, testRegister, type TestRegister } from '../../../../test/support/register.js';
import type { Jobs } from './jobs.js';

// On a machine that has other things to do.
jest.setTimeout(60_000);

const HERE = { address: '127.0.0.1', userAgent: 'test' };

let register: TestRegister;
let jobs: Jobs;
let amina: string;
let badr: string;
beforeAll(async () => {
  register = await testRegister();
  ({ jobs } = register.accounts);
  const { accounts } = register.accounts;
  ({ id: amina } = await accounts.add({ name: 'amina', displayName: 'Amina', roles: ['auditor'] }, HERE));
  ({ id: badr } = await accounts.add({ name: 'badr', displayName: 'Badr', roles: ['auditor'] }, HERE));
});
afterAll(() => register.close());
beforeEach(() => register.setClock(TODAY));

describe('a job', () => {
  it('waits, works and is done, and says how far it is', async () => {
    const { id } = await jobs.create(amina, 'replay', { position: 7 });
    expect(await jobs.find(amina, id)).toMatchObject({
      state: 'queued',
      params: { position: 7 },
      done: 0,
      total: null,
    });
    const ended = await jobs.run(id, async (progress) => {
      await progress(3, 7);
      expect(await jobs.find(amina, id)).toMatchObject({ state: 'running', done: 3, total: 7 });
      await progress(7);
      return { root: 'abc' };
    });
    expect(ended).toMatchObject({ state: 'done', done: 7, total: 7, result: { root: 'abc' }, error: null });
    expect(await jobs.find(amina, id)).toEqual(ended);
  });

  it('that throws has failed, with the reason', async () => {
    const { id } = await jobs.create(amina, 'replay', {});
    const ended = await jobs.run(id, () => Promise.reject(new Error('the disk\u0000 is full')));
    expect(ended).toMatchObject({ state: 'failed', error: 'the disk is full', result: null });
    expect(ended?.finishedAt).toEqual(new Date(TODAY));
  });

  it('that has ended stays as it is', async () => {
    const { id } = await jobs.create(amina, 'replay', {});
    await jobs.finish(id, 1);
    await jobs.progress(id, 5);
    await jobs.fail(id, 'late');
    expect(await jobs.find(amina, id)).toMatchObject({ state: 'done', result: 1, done: 0, error: null });
  });

  it('of which nothing is heard for twenty seconds has failed: its process is gone', async () => {
    const { id: silent } = await jobs.create(amina, 'rebuild', {});
    await jobs.progress(silent, 1, 10);
    register.setClock('2026-04-01T12:00:10Z');
    const { id: alive } = await jobs.create(amina, 'rebuild', {});
    await jobs.progress(alive, 1, 10);
    register.setClock('2026-04-01T12:00:19Z');
    expect(await jobs.find(amina, silent)).toMatchObject({ state: 'running' });
    register.setClock('2026-04-01T12:00:20Z');
    expect(await jobs.find(amina, silent)).toMatchObject({
      state: 'failed',
      error: 'abandoned',
      finishedAt: new Date('2026-04-01T12:00:20Z'),
    });
    expect((await jobs.listOf(amina, 'rebuild')).map(({ state }) => state)).toEqual(['running', 'failed']);
    register.setClock('2026-04-01T12:00:30Z');
    expect((await jobs.listOfKind('rebuild')).map(({ state }) => state)).toEqual(['failed', 'failed']);
  });

  it('of another is found only where the kind is asked for', async () => {
    const { id } = await jobs.create(amina, 'import', {});
    expect(await jobs.find(badr, id)).toBeUndefined();
    expect(await jobs.listOf(badr)).toEqual([]);
    expect(await jobs.listOfKind('import')).toMatchObject([{ id, account: amina }]);
  });

  it('of a kind is begun one at a time by each account, however many ask at once', async () => {
    const asked = await Promise.all([1, 2, 3, 4].map((n) => jobs.begin(amina, 'verify', { n })));
    expect(asked.filter(({ begun }) => begun)).toHaveLength(1);
    expect(new Set(asked.map(({ job }) => job.id)).size).toBe(1);
    expect((await jobs.begin(badr, 'verify', {})).begun).toBe(true);
    expect((await jobs.begin(amina, 'export', {})).begun).toBe(true);
    await jobs.fail(asked[0]!.job.id, 'cancelled');
    expect((await jobs.begin(amina, 'verify', {})).begun).toBe(true);
  });

  it('whose process is gone does not stand in the way of the next', async () => {
    const { job } = await jobs.begin(amina, 'tally', {});
    register.setClock('2026-04-01T12:01:00Z');
    const next = await jobs.begin(amina, 'tally', {});
    expect(next.begun).toBe(true);
    expect(next.job.id).not.toBe(job.id);
  });

  it('is not found by what is no id', async () => {
    expect(await jobs.find(amina, 'x')).toBeUndefined();
  });
});

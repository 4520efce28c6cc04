import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { testRegister, type TestRegister } from '../../../../test/support/register.js';
import { JobRunner, type Work } from './job-runner.js';
import type { Jobs } from './jobs.js';

let register: TestRegister;
let jobs: Jobs;
let amina: string;
beforeEach(async () => {
  register = await testRegister();
  ({ jobs } = register.accounts);
  const here = { address: '127.0.0.1', userAgent: 'test' };
  ({ id: amina } = await register.accounts.accounts.add(
    { name: 'amina', displayName: 'Amina', roles: ['auditor'] },
    here,
  ));
});
afterEach(() => register.close());

/** Goes on and on until it is ended. */
const endless: Work = async (progress, signal) => {
  for (let done = 0; ; done++) {
    signal.throwIfAborted();
    await progress(done, null);
    await sleep(5);
  }
};

const ended = async (id: string) => {
  for (;;) {
    const job = await jobs.find(amina, id);
    if (job && job.state !== 'queued' && job.state !== 'running') return job;
    await sleep(10);
  }
};

describe('the runner of jobs', () => {
  it('does the work, and keeps what came out', async () => {
    const runner = new JobRunner(jobs);
    const { job, begun } = await runner.begin(amina, 'tally', { of: 3 }, async (progress) => {
      for (let done = 1; done <= 3; done++) await progress(done, 3);
      return 'counted';
    });
    expect(begun).toBe(true);
    expect(await ended(job.id)).toMatchObject({ state: 'done', result: 'counted', done: 3, total: 3 });
  });

  it('does one of a kind at a time', async () => {
    const runner = new JobRunner(jobs);
    const first = await runner.begin(amina, 'tally', {}, endless);
    const second = await runner.begin(amina, 'tally', {}, () => Promise.reject(new Error('not begun')));
    expect(second).toMatchObject({ begun: false, job: { id: first.job.id } });
    await runner.cancel(amina, first.job.id);
    expect(await ended(first.job.id)).toMatchObject({ state: 'failed', error: 'cancelled' });
    await runner.onModuleDestroy();
  });

  it('ends what is cancelled in another process', async () => {
    const here = new JobRunner(jobs);
    let left: unknown;
    const { job } = await here.begin(amina, 'tally', {}, (progress, signal) =>
      endless(progress, signal).catch((error: unknown) => (left = error)),
    );
    await new JobRunner(jobs).cancel(amina, job.id);
    for (let tries = 0; left === undefined && tries < 500; tries++) await sleep(10);
    expect(left).toEqual(new Error('cancelled'));
    await here.onModuleDestroy();
    expect(await ended(job.id)).toMatchObject({ state: 'failed', error: 'cancelled' });
  });

  it('cancels nothing of another account, and nothing that has ended', async () => {
    const runner = new JobRunner(jobs);
    const { job } = await runner.begin(amina, 'tally', {}, () => Promise.resolve(7));
    await ended(job.id);
    await runner.cancel(amina, job.id);
    expect(await jobs.find(amina, job.id)).toMatchObject({ state: 'done', result: 7 });
    const { job: running } = await runner.begin(amina, 'tally', {}, endless);
    await runner.cancel('00000000-0000-4000-8000-000000000000', running.id);
    const { state } = (await jobs.find(amina, running.id)) ?? {};
    expect(['queued', 'running']).toContain(state);
    await runner.onModuleDestroy();
  });

  it('calls interrupted what its process does not end, and waits until it has ended', async () => {
    const runner = new JobRunner(jobs);
    let left = false;
    const { job } = await runner.begin(amina, 'tally', {}, (progress, signal) =>
      endless(progress, signal).finally(() => (left = true)),
    );
    await runner.onModuleDestroy();
    expect(left).toBe(true);
    expect(await jobs.find(amina, job.id)).toMatchObject({ state: 'failed', error: 'interrupted' });
  });
});

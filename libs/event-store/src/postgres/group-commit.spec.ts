import { describe, expect, it } from '@jest/globals';
import { GroupCommit, type Claims } from './group-commit.js';

interface Request extends Claims {
  readonly id: string;
}

const request = (id: string, exclusive: string[] = [], shared: string[] = [], weight = 1): Request => ({
  id,
  exclusive,
  shared,
  weight,
});

/** A group commit whose batches are noted, and answered each in its turn. */
function noted(limits?: { requests: number; weight: number }) {
  const batches: string[][] = [];
  const answers: (() => void)[] = [];
  const group = new GroupCommit<Request, string>(async (batch) => {
    batches.push(batch.map(({ id }) => id));
    await new Promise<void>((resolve) => answers.push(resolve));
    return batch.map(({ id }) => (id.startsWith('bad') ? new Error(id) : `done ${id}`));
  }, limits);
  const turn = () =>
    new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
  const answerAll = async () => {
    for (let idle = 0; idle < 3; idle++) {
      const answer = answers.shift();
      if (answer) idle = 0;
      answer?.();
      await turn();
    }
  };
  return { batches, group, turn, answerAll };
}

describe('group commit', () => {
  it('sends together what arrives in one turn of the event loop', async () => {
    const { batches, group, answerAll } = noted();
    const results = Promise.all(['a', 'b', 'c'].map((id) => group.submit(request(id))));
    await answerAll();
    expect(batches).toEqual([['a', 'b', 'c']]);
    expect(await results).toEqual(['done a', 'done b', 'done c']);
  });

  it('sends together what arrives while a batch is under way', async () => {
    const { batches, group, turn, answerAll } = noted();
    void group.submit(request('a'));
    await turn();
    void group.submit(request('b'));
    await turn();
    void group.submit(request('c'));
    await turn();
    expect(batches).toEqual([['a']]);
    await answerAll();
    expect(batches).toEqual([['a'], ['b', 'c']]);
  });

  it('keeps requests for one name apart and in their order, and lets others pass', async () => {
    const { batches, group, answerAll } = noted();
    for (const [id, name] of [
      ['a1', 'a'],
      ['a2', 'a'],
      ['b1', 'b'],
      ['a3', 'a'],
      ['b2', 'b'],
      ['c1', 'c'],
    ] as const)
      void group.submit(request(id, [name]));
    await answerAll();
    expect(batches).toEqual([['a1', 'b1', 'c1'], ['a2', 'b2'], ['a3']]);
  });

  it('lets nobody overtake a request that waits for one of its names', async () => {
    const { batches, group, answerAll } = noted();
    void group.submit(request('a', ['a']));
    void group.submit(request('ab', ['a', 'b']));
    void group.submit(request('b', ['b']));
    await answerAll();
    expect(batches).toEqual([['a'], ['ab'], ['b']]);
  });

  it('lets many look at one name at once, but not beside its writer', async () => {
    const { batches, group, answerAll } = noted();
    void group.submit(request('look 1', [], ['a']));
    void group.submit(request('look 2', [], ['a']));
    void group.submit(request('write', ['a']));
    void group.submit(request('look 3', [], ['a']));
    await answerAll();
    expect(batches).toEqual([['look 1', 'look 2'], ['write'], ['look 3']]);
  });

  it('bounds a batch by number', async () => {
    const { batches, group, answerAll } = noted({ requests: 2, weight: 100 });
    for (const id of ['a', 'b', 'c', 'd', 'e']) void group.submit(request(id));
    await answerAll();
    expect(batches).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
  });

  it('bounds a batch by weight, and takes what is too heavy alone', async () => {
    const { batches, group, answerAll } = noted({ requests: 10, weight: 10 });
    for (const [id, weight] of [
      ['a', 6],
      ['b', 6],
      ['heavy', 50],
      ['c', 1],
    ] as const)
      void group.submit(request(id, [], [], weight));
    await answerAll();
    expect(batches.flat().sort()).toEqual(['a', 'b', 'c', 'heavy']);
    expect(batches.every((batch) => batch.length === 1 || !batch.includes('heavy'))).toBe(true);
    expect(batches[0]).not.toContain('b');
  });

  it('fails only the request that is refused', async () => {
    const { group, answerAll } = noted();
    const results = Promise.allSettled(['a', 'bad b', 'c'].map((id) => group.submit(request(id))));
    await answerAll();
    expect((await results).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('fails a whole batch that cannot be sent, and goes on', async () => {
    let broken = true;
    const group = new GroupCommit<Request, string>((batch) => {
      if (broken) return Promise.reject(new Error('connection lost'));
      return Promise.resolve(batch.map(({ id }) => id));
    });
    const lost = Promise.allSettled([group.submit(request('a')), group.submit(request('b'))]);
    expect((await lost).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    broken = false;
    expect(await group.submit(request('c'))).toBe('c');
  });

  it('is idle when everything has its result', async () => {
    const { batches, group, answerAll } = noted();
    let isIdle = false;
    for (const id of ['a', 'b']) void group.submit(request(id, ['same']));
    const idle = group.idle().then(() => (isIdle = true));
    await new Promise(setImmediate);
    expect(isIdle).toBe(false);
    await answerAll();
    await idle;
    expect(batches).toEqual([['a'], ['b']]);
  });
});

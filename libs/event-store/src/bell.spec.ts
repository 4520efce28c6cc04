import { describe, expect, it } from '@jest/globals';
import { Bell } from './bell.js';

/** Whether something is over by the end of this turn of the event loop. */
async function isOver(work: Promise<void>): Promise<boolean> {
  let over = false;
  void work.then(() => (over = true));
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  return over;
}

const never = new AbortController().signal;

describe('a bell', () => {
  it('does not let anyone wait for what it has rung for already', async () => {
    const bell = new Bell();
    bell.ring(5);
    expect(await isOver(bell.wait(4, never))).toBe(true);
    expect(await isOver(bell.wait(5, never))).toBe(false);
  });

  it('wakes everyone who waits', async () => {
    const bell = new Bell();
    const waiting = [bell.wait(1, never), bell.wait(7, never)];
    expect(await isOver(waiting[0] as Promise<void>)).toBe(false);
    bell.ring(0);
    expect(await isOver(Promise.all(waiting).then(() => undefined))).toBe(true);
  });

  it('lets nobody wait longer than they wish', async () => {
    await new Bell().wait(0, never, 5);
    const ending = new AbortController();
    const waiting = new Bell().wait(0, ending.signal);
    ending.abort();
    expect(await isOver(waiting)).toBe(true);
    expect(await isOver(new Bell().wait(0, ending.signal))).toBe(true);
  });
});

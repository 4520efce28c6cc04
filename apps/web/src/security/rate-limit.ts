// How often one address may ask: counted in memory, because a reader who asks of two processes may have twice as much.

/** What is left of it, and in how many seconds it is whole again. */
interface Allowance {
  readonly most: number;
  readonly remaining: number;
  readonly resetSeconds: number;
}

const MINUTE = 60_000;

/** So many addresses are remembered at most; more than that in one minute is an attack on the memory. */
const MOST_ADDRESSES = 100_000;

export class RateLimit {
  private minute = 0;
  private readonly asked = new Map<string, number>();

  /** `most` requests a minute for each key. */
  constructor(readonly most: number) {}

  /** Counts one; below 0 of `remaining` it is one too many. `now` in milliseconds. */
  take(key: string, now: number): Allowance {
    const minute = Math.floor(now / MINUTE);
    if (minute !== this.minute || this.asked.size >= MOST_ADDRESSES) this.asked.clear();
    this.minute = minute;
    const count = (this.asked.get(key) ?? 0) + 1;
    this.asked.set(key, count);
    const resetSeconds = Math.ceil(((minute + 1) * MINUTE - now) / 1000);
    return { most: this.most, remaining: this.most - count, resetSeconds };
  }
}

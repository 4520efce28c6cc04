// How often somebody may try to sign in: counted in the database, so that every process counts together.
import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { DataSource } from 'typeorm';
import type { Clock } from '../tokens.js';

/** Attempts are counted for a quarter of an hour, from the first on. */
const WINDOW_MS = 15 * 60_000;

/** Attempts within that time: for one name from anywhere, for one address whatever the name. */
export const ATTEMPTS = { name: 10, address: 50 } as const;

export class Throttle {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts an attempt before it is made, so that many at once do not slip through. Gives 0 where it may be made, else
   * how many seconds to wait. A name that nobody has is counted like any other.
   */
  async take(name: string, address: string): Promise<number> {
    const now = this.clock();
    await this.source.query('delete from accounts.throttle where since <= $1', [
      new Date(now.getTime() - WINDOW_MS),
    ]);
    const waits = [
      // The address first: what it is refused for does not count against the name.
      await this.count(keyOf('address', networkOf(address)), ATTEMPTS.address, now),
    ];
    if (waits[0] === 0) waits.push(await this.count(keyOf('name', name), ATTEMPTS.name, now));
    return Math.max(...waits);
  }

  /** After a success the name begins anew; the address goes on counting. */
  async forget(name: string): Promise<void> {
    await this.source.query('delete from accounts.throttle where key = $1', [keyOf('name', name)]);
  }

  private async count(key: Buffer, most: number, now: Date): Promise<number> {
    const [row] = await this.source.query<{ attempts: number; since: Date }[]>(
      `insert into accounts.throttle (key, attempts, since) values ($1, 1, $2)
       on conflict (key) do update set attempts = throttle.attempts + 1 returning attempts, since`,
      [key, now],
    );
    if (!row || row.attempts <= most) return 0;
    return Math.max(1, Math.ceil((row.since.getTime() + WINDOW_MS - now.getTime()) / 1000));
  }
}

const keyOf = (kind: keyof typeof ATTEMPTS, what: string): Buffer =>
  createHash('sha256').update(`${kind} ${what}`).digest();

/** One household has a whole /64 of IPv6 addresses: they count as one. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.toLowerCase().startsWith('::ffff:')) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const groups = (part: string | undefined) => (part ? part.split(':') : []);
  const known = [...groups(head), ...groups(tail)].length;
  const middle = tail === undefined ? [] : Array<string>(Math.max(0, 8 - known)).fill('0');
  return [...groups(head), ...middle, ...groups(tail)]
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}

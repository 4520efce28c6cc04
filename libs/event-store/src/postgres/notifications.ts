import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { Bell } from '../bell.js';

const CHANNEL = 'chancery_events';
const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5_000;

/**
 * Hears of appends over a connection of its own, which it opens at the first need and again whenever it is lost. What
 * is appended in between is not heard: whoever waits sets a limit and looks for themselves.
 */
export class Notifications {
  readonly #bell = new Bell();
  readonly #closing = new AbortController();
  #listening: Promise<void> | undefined;

  /** @param pool says how to connect; none of its connections is used */
  constructor(private readonly pool: pg.Pool) {}

  /** Waits until the log is known to be past a position, for at most this long. */
  async appended(position: number, signal: AbortSignal, timeoutMs: number): Promise<void> {
    this.#listening ??= this.#listen();
    if (!this.#closing.signal.aborted) await this.#bell.wait(position, signal, timeoutMs);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#bell.ring(0);
    await this.#listening;
  }

  async #listen(): Promise<void> {
    const { signal } = this.#closing;
    for (let retry = FIRST_RETRY_MS; !signal.aborted; retry = Math.min(retry * 2, LAST_RETRY_MS)) {
      const heard = await this.#listenOnce(signal);
      if (heard) retry = FIRST_RETRY_MS;
      await delay(retry, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Listens until the connection is lost or the end has come. Gives whether it ever stood. */
  async #listenOnce(signal: AbortSignal): Promise<boolean> {
    const client = new pg.Client(this.pool.options);
    const lost = new Promise<void>((resolve) => {
      client.on('error', () => resolve());
      client.on('end', resolve);
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    client.on('notification', ({ payload }) => this.#bell.ring(Number(payload)));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      this.#bell.ring(0);
      await lost;
      return true;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

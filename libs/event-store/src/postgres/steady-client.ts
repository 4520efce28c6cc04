import pg from 'pg';

/**
 * A client that may lose its session at any instant without ending the process: what is asked of it fails, and that is
 * how the loss is heard of. A pool listens only to clients that are idle, and whoever takes one listens a moment later;
 * a session that ends in between, as when the server shuts down, would be an error that nobody handles.
 */
export class SteadyClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/** A pool of such clients: after a loss the next query opens a new one. */
export function steadyPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ connectionTimeoutMillis: 10_000, ...config, Client: SteadyClient });
  return pool.on('error', () => undefined);
}

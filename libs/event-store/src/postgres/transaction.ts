import type pg from 'pg';

/**
 * Does work in one transaction of one connection, and rolls back if it throws. A connection that is lost, even between
 * two queries, is an error of the work and never of the process.
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  const lost: { error?: Error } = {};
  const onError = (error: Error) => {
    lost.error = error;
  };
  client.on('error', onError);
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failed: unknown) => onError(failed as Error));
    throw lost.error ?? error;
  } finally {
    client.off('error', onError);
    client.release(lost.error);
  }
}

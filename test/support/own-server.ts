// A PostgreSQL for one spec file, for what cannot be done to the one that all share: its roles, its end.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, type RunningPostgres } from '#embedded-postgres';
import { onCluster } from './database.js';

export interface OwnServer {
  readonly dataDir: string;
  readonly connection: RunningPostgres['connection'];
  stop(): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** Of the same version as the one that all share. */
export async function ownServer(settings: Readonly<Record<string, string>> = {}): Promise<OwnServer> {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-own-'));
  // As root the server is another user, and has to pass.
  chmodSync(folder, 0o711);
  const dataDir = join(folder, 'postgres');
  const binaries = await onCluster(async (cluster) => {
    const { rows } = await cluster.query<{ setting: string }>(
      "select setting from pg_config where name = 'BINDIR'",
    );
    return rows[0]?.setting;
  });
  const start = () =>
    startPostgres({ dataDir, binaries, settings: { fsync: 'off', shared_buffers: '16MB', ...settings } });
  let running = await start();
  return {
    dataDir,
    get connection() {
      return running.connection;
    },
    stop: () => running.stop(),
    start: async () => {
      running = await start();
    },
    remove: async () => {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

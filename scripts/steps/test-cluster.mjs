// One PostgreSQL for a run of the tests: in a temporary folder, without fsync, gone afterwards.
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './step.mjs';

/** Of temporary folders; the pid of the run comes next. */
export const prefix = 'chancery-test-';
const settings = { fsync: 'off', full_page_writes: 'off', shared_buffers: '128MB', max_connections: '200' };

/** Starts one; `binaries` is the bin folder of another version than the bundled one. */
export async function startTestCluster(binaries) {
  const { startPostgres } = await launcher();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  // As root the server is another user, and has to pass.
  chmodSync(folder, 0o711);
  try {
    const server = await startPostgres({ dataDir: join(folder, 'postgres'), binaries, settings });
    server.onUnexpectedExit((message) => console.error(message));
    const remove = async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    };
    return { connection: server.connection, label: `PostgreSQL ${server.majorVersion}`, remove };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Ends and removes what runs that were killed have left. */
export async function sweepTestClusters() {
  const { startPostgres } = await launcher();
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    const owner = Number(name.slice(prefix.length).split('-')[0]);
    if (isRunning(owner) || statSync(folder).uid !== (process.getuid?.() ?? 0)) continue;
    const dataDir = join(folder, 'postgres');
    if (readdirSync(folder).includes('postgres') && readdirSync(dataDir).includes('postmaster.pid')) {
      const left = await startPostgres({ dataDir, settings }).catch(() => undefined);
      await left?.stop();
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

function launcher() {
  return import(pathToFileURL(join(root, 'dist/libs/embedded-postgres/src/index.js')).href);
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

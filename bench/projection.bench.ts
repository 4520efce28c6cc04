import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openRegister } from '#application';
import { codec } from '#read-models';
import { loadLog } from '#event-store';
import { syntheticLog } from './synthetic-log.js';

const count = Number(process.argv[2] ?? 200_000);
const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'));
const register = await openRegister({ host: '', port: 0, dataFolder: folder });
const owner = new pg.Pool({ ...register.owner, max: 1 });
let start = performance.now();
await loadLog(owner, codec, syntheticLog(count));
console.log('load', Math.round(count / ((performance.now() - start) / 1000)), '/s');
start = performance.now();
register.projector.start();
await register.projector.waitFor(count, 3_600_000);
console.log(
  'all projections',
  Math.round(count / ((performance.now() - start) / 1000)),
  '/s',
  process.memoryUsage().rss / 1e6,
);
const { rows } = await owner.query('select count(*) from read_model.membership_history');
console.log(rows);
await owner.end();
await register.close();
rmSync(folder, { recursive: true });

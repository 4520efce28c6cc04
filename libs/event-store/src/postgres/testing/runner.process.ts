// Runs the tally in a process of its own, in small batches, until it has come to a position.
import { runProjections } from '../projection-runner.js';
import { tallyBinding, tallyCodec } from './tally.js';
import { testPool } from './test-database.js';

const [database = '', until = '0'] = process.argv.slice(2);
const pool = testPool(database, 'chancery_projector');
const ending = new AbortController();
let batches = 0;
let seen = -1;
const runner = runProjections({
  pool,
  codec: tallyCodec,
  projections: [tallyBinding('tally')],
  signal: ending.signal,
  batchSize: 5,
  onProgress({ position }) {
    if (position > seen) batches++;
    seen = position;
    if (position >= Number(until)) ending.abort();
  },
});
await runner.finished;
await pool.end();
process.stdout.write(String(batches));

// Folding a synthetic log into the bitemporal table, from position 0, against the database alone copying the finished
// rows into a table with the same keys and the same guard. A tenth of the log first: memory must not follow the log.
// node dist/bench/projection.bench.js [--events 1000000]
import { fileURLToPath } from 'node:url';
import { loadLog, runProjections } from '#event-store';
import { codec, readModels, readModelSql } from '#read-models';
import {
  connect,
  flags,
  inOwnProcess,
  perSecond,
  printTable,
  withDatabase,
  type Measured,
} from './support.js';
import { syntheticLog } from './synthetic-log.js';

const file = fileURLToPath(import.meta.url);
const history = readModels.filter(({ projection }) => projection.name === 'membership_history');

/** The other side of `inOwnProcess`: one projection from where it stands to a position. */
async function project(database: string, events: number): Promise<void> {
  const pool = connect(database, 4);
  const ending = new AbortController();
  const start = performance.now();
  const runner = runProjections({ pool, codec, projections: history, signal: ending.signal });
  await runner.waitFor(events, 3_600_000);
  const seconds = (performance.now() - start) / 1000;
  ending.abort();
  await runner.finished;
  await pool.end();
  const measured: Measured = { events, seconds, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) };
  process.stdout.write(JSON.stringify(measured));
}

async function measure(events: number): Promise<string[][]> {
  const rows: string[][] = [];
  await withDatabase(async (database) => {
    const pool = connect(database, 1);
    try {
      for (const statement of readModelSql()) await pool.query(statement);
      await loadLog(pool, codec, syntheticLog(events));
      await pool.query('vacuum analyze event_store.event');
      const measured = await inOwnProcess(file, 'project', database, events);
      const copy = await copyRows(pool);
      const copied = perSecond({ ...measured, seconds: copy.seconds });
      const ratio = (copy.seconds / measured.seconds).toFixed(2);
      rows.push([
        `fold of ${String(events)} events`,
        perSecond(measured),
        `${String(measured.peakMb)} MB`,
        '',
      ]);
      rows.push([`copy of its ${String(copy.rows)} rows`, copied, '', ratio]);
    } finally {
      await pool.end();
    }
  });
  return rows;
}

async function copyRows(pool: ReturnType<typeof connect>): Promise<{ rows: number; seconds: number }> {
  await pool.query('create table twin (like read_model.membership_history including all)');
  await pool.query(`alter table twin add exclude using gist (hashtextextended(body || ' ' || state, 0) with =,
    daterange(valid_from, valid_to) with &&, int8range(known_from, known_to) with &&)`);
  const start = performance.now();
  const { rowCount } = await pool.query('insert into twin select * from read_model.membership_history');
  return { rows: rowCount ?? 0, seconds: (performance.now() - start) / 1000 };
}

const { phase, database, events = 1_000_000 } = flags();
if (phase === 'project' && database !== undefined) {
  await project(database, events);
} else {
  const small = await measure(Math.round(events / 10));
  printTable([['', 'events', 'peak', 'fold against it'], ...small, ...(await measure(events))]);
}

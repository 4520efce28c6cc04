// Writes over a store of its own, some of it in conflict with others; says how many events went in.
import { eventCodec } from '../../event-codec.js';
import { StoreError } from '../../store-error.js';
import { PostgresEventStore } from '../postgres-event-store.js';
import { testPool } from './test-database.js';

const [database = '', howOften = '0'] = process.argv.slice(2);
const writer = testPool(database, 'chancery_writer');
const reader = testPool(database, 'chancery_reader');
const codec = eventCodec({ NoteTaken: { schemas: [{ parse: (data) => data }] } });
const store = new PostgresEventStore({ writer, reader, codec });
let written = 0;
let refused = 0;

async function writeOnce(turn: number): Promise<void> {
  const streamId = `s${turn % 7}`;
  const version = (await store.readStreams([streamId])).get(streamId)?.length ?? 0;
  const events = Array.from({ length: 1 + (turn % 3) }, () => ({ type: 'NoteTaken', data: { turn } }));
  try {
    await store.append({
      writes: [{ streamId, expect: version, events }],
      metadata: { actor: `${process.pid}` },
    });
    written += events.length;
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'wrong-version')) throw error;
    refused++;
  }
}

for (let turn = 0; turn < Number(howOften); turn += 4)
  await Promise.all([0, 1, 2, 3].map((step) => writeOnce(turn + step)));
await store.close();
await Promise.all([writer.end(), reader.end()]);
process.stdout.write(JSON.stringify({ written, refused }));

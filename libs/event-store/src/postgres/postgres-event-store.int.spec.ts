import { afterAll, beforeAll, jest } from '@jest/globals';
import { storeContract } from '../contract/store.contract.js';
import type { EventCodec } from '../event-codec.js';
import { loadLog } from './load-log.js';
import { PostgresEventStore } from './postgres-event-store.js';
import { testDatabase, type TestDatabase } from './testing/test-database.js';

jest.setTimeout(60_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

storeContract('the store in PostgreSQL', async (codec) => {
  await database.empty();
  const stores: PostgresEventStore[] = [];
  const open = (codecOfStore: EventCodec) => {
    const store = new PostgresEventStore({ ...database, codec: codecOfStore });
    stores.push(store);
    return store;
  };
  return {
    store: open(codec),
    reopen: open,
    load: (events) => loadLog(database.owner, codec, [events]),
    async end() {
      await Promise.all(stores.map((store) => store.close()));
    },
  };
});

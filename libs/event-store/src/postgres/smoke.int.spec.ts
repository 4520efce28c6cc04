import { it, expect } from '@jest/globals';
import { testDatabase } from './testing.js';
import { PostgresEventStore } from './postgres-event-store.js';
import { eventCodec } from '../event-codec.js';
it('smokes', async () => {
  const db = await testDatabase();
  const store = new PostgresEventStore({ ...db, codec: eventCodec({ A: { schemas: [{ parse: (x) => x }] } }) });
  console.log(await Promise.all([1,2,3].map((n) => store.append({ writes: [{ streamId: 's' + n, expect: 'any', events: [{ type: 'A', data: { n } }] }], metadata: { actor: 'me' }, idempotency: {key:'k'+n} }))));
  console.log(await store.append({ writes: [{ streamId: 's1', expect: 'any', events: [{ type: 'A', data: { n:1 } }] }], metadata: { actor: 'me' }, idempotency: {key:'k1'} }));
  console.log(await store.append({ writes: [{ streamId: 's1', expect: 7, events: [{ type: 'A', data: { n:1 } }] }], metadata: { actor: 'me' } }).catch(e=>e));
  console.log(await store.readStreams(['s1', 's2']), await store.head(), await store.positionAt(new Date()));
  for await (const b of store.readAll()) console.log(b);
  await store.close();
  await db.drop();
  expect(1).toBe(1);
});

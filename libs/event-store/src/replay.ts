import { DocumentSet } from './documents.js';
import type { StoredEvent } from './event.js';
import type { Projection } from './projection.js';

/**
 * Folds a log into the documents that a projection would have after it: the same `evolve` as live, in memory alone.
 *
 * @param events batches in the order of the log, such as `store.readAll({ upTo, types: projection.types })` gives
 */
export async function replay<Doc>(
  projection: Projection<Doc>,
  events: AsyncIterable<readonly StoredEvent[]> | Iterable<readonly StoredEvent[]>,
): Promise<Map<string, Doc>> {
  const documents = new DocumentSet(projection);
  for await (const batch of events) {
    for (const event of batch) documents.apply(event);
    documents.takeChanges();
  }
  return documents.toMap();
}

// The audit: folds the log anew, and compares with what the live tables hold.
import { replay, type StoredEvent } from '#event-store';
import {
  codec,
  differencesFrom,
  membershipHistory,
  type Difference,
  type MembershipDocument,
} from '#read-models';
import { canonicalJson, MerkleTree } from '#transparency';
import type { Register } from './open-register.js';

export interface Replayed {
  readonly position: number;
  /** Root of the Merkle tree (RFC 6962) over the log up to the position, in hexadecimal. */
  readonly root: string;
  readonly documents: ReadonlyMap<string, MembershipDocument>;
  /** Rows in which the live table differs; none where nothing was tampered with. */
  readonly differences: readonly Difference[];
}

/** Replays up to a position, telling how far it has come after each batch. */
export async function replayRegister(
  register: Register,
  position: number,
  onProgress: (position: number) => void,
): Promise<Replayed> {
  const tree = new MerkleTree();
  async function* events(): AsyncGenerator<StoredEvent[]> {
    for await (const batch of register.log.readAll({ upTo: position })) {
      for (const event of batch) tree.append(Buffer.from(canonicalJson(event)));
      yield batch.map((event) => codec.decode(event));
      onProgress(tree.size);
    }
  }
  const documents = await replay(membershipHistory, events());
  const differences = await differencesFrom(documents, register.reader, position);
  return { position, root: tree.root().toString('hex'), documents, differences };
}

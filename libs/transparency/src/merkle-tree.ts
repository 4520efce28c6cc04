// The Merkle tree of RFC 6962 §2.1 over the log: leaf n - 1 is the event at position n.
import { createHash } from 'node:crypto';

const sha256 = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

export const leafHash = (leaf: Uint8Array): Buffer => sha256(LEAF, leaf);
const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(NODE, left, right);

/** Takes leaves one by one and tells the root at any time; keeps one hash for each bit of the number of leaves. */
export class MerkleTree {
  #size = 0;
  /** Roots of the complete subtrees from left to right: the largest first, sizes are the powers of two in `size`. */
  readonly #peaks: Buffer[] = [];

  get size(): number {
    return this.#size;
  }

  append(leaf: Uint8Array): void {
    let hash = leafHash(leaf);
    for (let size = this.#size; size % 2 === 1; size = (size - 1) / 2)
      hash = nodeHash(this.#peaks.pop() as Buffer, hash);
    this.#peaks.push(hash);
    this.#size += 1;
  }

  /** Of an empty tree: the hash of nothing. */
  root(): Buffer {
    return this.#peaks.length === 0
      ? sha256()
      : this.#peaks.reduceRight((right, left) => nodeHash(left, right));
  }
}

export { canonicalJson } from './canonical-json.js';
export { leafHash, MerkleTree } from './merkle-tree.js';

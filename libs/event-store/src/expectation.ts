import type { Expectation } from './store.js';

/** Whether a stream at this version (0: no stream yet) is what the request counts on. */
export function isMet(expect: Expectation, version: number): boolean {
  if (expect === 'any') return true;
  if (expect === 'stream-exists') return version > 0;
  return version === (expect === 'no-stream' ? 0 : expect);
}

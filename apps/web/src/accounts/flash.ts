import type { PageContext } from '../page/context.js';
import { DONE, type Done } from '../words/accounts.js';

/** What the page before has done, by the code in the address. */
export function flashOf({ query, language }: PageContext): string | undefined {
  const { done } = query;
  return typeof done === 'string' && Object.hasOwn(DONE[language], done)
    ? DONE[language][done as Done]
    : undefined;
}

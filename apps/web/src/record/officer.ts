import type { PageContext, SignedIn } from '../page/context.js';
import { Trouble } from '../page/trouble.js';

/** Whose session it is. The guard has let nobody else in. */
export function officerOf({ signedIn }: PageContext): SignedIn['account'] {
  if (!signedIn) throw new Trouble('not-allowed');
  return signedIn.account;
}

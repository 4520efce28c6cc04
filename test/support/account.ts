// Somebody with a password, as accounts are in use.
import type { Account, AccountRole, Register } from '#application';

export const PASSWORD = 'a long enough one';
const HERE = { address: '127.0.0.1', userAgent: 'spec' };

/** Who may sign in with this name and `PASSWORD`. */
export async function accountOf(
  { accounts: { accounts } }: Register,
  name: string,
  ...roles: AccountRole[]
): Promise<Account> {
  const account = await accounts.add({ name, displayName: name, roles }, HERE);
  await accounts.setPassword(account.id, PASSWORD, HERE);
  return account;
}

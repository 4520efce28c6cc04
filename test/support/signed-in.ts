// Somebody who is signed in, over a running web.
import type { Account, AccountRole, Register } from '#application';
import type { Answer } from './rest.js';
import type { Web } from './web.js';

const HERE = { address: '127.0.0.1', userAgent: 'spec' };

export interface SignedInVisitor {
  readonly account: Account;
  /** For the `cookie` header: `__Host-chancery=…`. */
  readonly cookie: string;
  /** The token of the session, without the name of the cookie. */
  readonly token: string;
  /** What a form of this session carries as `_csrf`. */
  readonly csrf: string;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** A form of this session, with its `_csrf`. */
  post(
    path: string,
    fields?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string | undefined>>,
  ): Promise<Answer>;
}

let count = 0;

/**
 * A new account with these roles (none, one or more), and a session of it, without the detour of a password: `const amina =
 * await signedIn(register, web, 'recorder')`, then `amina.get('/admin')`.
 */
export async function signedIn(
  { accounts: { accounts, sessions } }: Register,
  web: Pick<Web, 'get' | 'post'>,
  ...roles: AccountRole[]
): Promise<SignedInVisitor> {
  count += 1;
  const name = `${roles.join('-') || 'nobody'}-${String(count)}`;
  const account = await accounts.add({ name, displayName: name, roles }, HERE);
  const { token, session } = await sessions.open(account.id, HERE);
  const cookie = `__Host-chancery=${token}`;
  return {
    account,
    cookie,
    token,
    csrf: session.csrf,
    get: (path, headers) => web.get(path, { ...headers, cookie }),
    post: (path, fields, headers) =>
      web.post(path, { _csrf: session.csrf, ...fields }, { ...headers, cookie }),
  };
}
